//! What is said of a line that cannot be run, in French, or that only asks for help.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};
use standard_mediation_model::hint;

use super::Arguments;
use crate::show::say;

/// What to print instead of running.
pub(crate) struct Answer {
    text: String,
    failed: bool,
}

impl Answer {
    /// Prints it where it belongs, and gives the exit code.
    pub(crate) fn print(&self) -> ExitCode {
        if self.failed {
            eprintln!("{}", self.text);
            ExitCode::from(2)
        } else {
            say(format_args!("{}", self.text.trim_end()));
            ExitCode::SUCCESS
        }
    }
}

/// Reads the command line.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, Answer> {
    let matches = Arguments::command().try_get_matches_from(arguments);
    matches.and_then(|matches| Arguments::from_arg_matches(&matches)).map_err(|error| answer(&error))
}

fn answer(error: &clap::Error) -> Answer {
    let help = || "« cargo standard --help » montre ce qui est possible";
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let text = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return Answer { text: error.render().to_string(), failed: false },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            format!("{}\nerreur : il manque une commande", Arguments::command().render_help())
        }
        ErrorKind::InvalidSubcommand => {
            let word = text(ContextKind::InvalidSubcommand);
            let command = Arguments::command();
            let names = |verb: &clap::Command| {
                std::iter::once(verb.get_name()).chain(verb.get_all_aliases()).map(str::to_owned).collect::<Vec<_>>()
            };
            let known: Vec<String> = command.get_subcommands().flat_map(names).collect();
            let known = known.iter().map(String::as_str);
            let near =
                hint::nearest(&word, known).map_or_else(|| help().to_owned(), |near| format!("vouliez-vous écrire « {near} » ?"));
            format!("erreur : la commande « {word} » n'existe pas ; {near}")
        }
        ErrorKind::UnknownArgument => {
            format!("erreur : « {} » n'est pas attendu ici ; {}", text(ContextKind::InvalidArg), help())
        }
        ErrorKind::MissingRequiredArgument => format!("erreur : il manque {} ; {}", text(ContextKind::InvalidArg), help()),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            format!("erreur : il manque une valeur après {}", text(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue => format!(
            "erreur : « {} » n'est pas possible pour {} ; il faut : {}",
            text(ContextKind::InvalidValue),
            text(ContextKind::InvalidArg),
            text(ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation => {
            let (value, argument) = (text(ContextKind::InvalidValue), text(ContextKind::InvalidArg));
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            format!("erreur : « {value} » n'est pas possible pour {argument} ; {why}")
        }
        _ => format!("erreur : cette ligne de commande n'est pas comprise ; {}", help()),
    };
    Answer { text, failed: true }
}
