//! How findings are shown: to a person, to GitHub, to a program.
//!
//! In: findings whose paths are relative to their folder. Out: text on the standard output. Nothing is decided here.

mod audit;
mod data;
mod differences;
mod github;
mod machine;
mod migration;
mod page;
mod plain;
mod progress;
mod repair;
mod statistics;
mod terminal;
mod wrap;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use standard_mediation_model::Finding;

pub(crate) use data::{Report, Subject, is_of_output, report};
pub(crate) use differences::{Changes, differences};
pub(crate) use migration::{Migration, migrated};

pub(crate) use progress::Progress;
pub(crate) use repair::{Listing, Lists, Mending, kept, list, terminal as repaired};
pub(crate) use statistics::{Counted, statistics, unread};

use crate::arguments::Format;

pub(crate) use audit::{Audit, audit};
pub(crate) use wrap::{stdout, width};

/// How a CSV file that was written here opens in a spreadsheet program with its numbers whole.
pub(crate) const OPENING: &str = "Pour l'ouvrir dans Excel : « Données », « À partir d'un fichier texte/CSV », origine « Unicode (UTF-8) », \
délimiteur « Virgule », sans détecter les types ; ouvert d'un double-clic, il perdrait des zéros et des chiffres";

/// What is to be shown.
pub(crate) struct Output<'a> {
    /// Folder of the sources.
    pub(crate) schema: &'a Path,
    /// Folder of the artifacts.
    pub(crate) out: &'a Path,
    /// Findings about the sources.
    pub(crate) sources: &'a [Finding],
    /// Clean texts of the sources.
    pub(crate) texts: &'a BTreeMap<String, String>,
    /// Findings about the artifacts.
    pub(crate) drift: &'a [Finding],
    /// What was read of the publication, when it was asked for.
    pub(crate) publication: Option<&'a Publication>,
}

/// Findings about the publication, with the texts that they are about.
pub(crate) struct Publication {
    /// Its folder.
    pub(crate) folder: PathBuf,
    pub(crate) findings: Vec<Finding>,
    pub(crate) texts: BTreeMap<String, String>,
}

impl Output<'_> {
    /// Every finding with its path as a person would type it, and the text it is about.
    fn findings(&self) -> impl Iterator<Item = (Finding, Option<&str>)> {
        let sources =
            self.sources.iter().map(|finding| (self.schema, finding, self.texts.get(&finding.place.path).map(String::as_str)));
        let drift = self.drift.iter().map(|finding| (self.out, finding, None));
        let publication = self.publication.into_iter().flat_map(|publication| {
            let text = |finding: &Finding| publication.texts.get(&finding.place.path).map(String::as_str);
            publication.findings.iter().map(move |finding| (publication.folder.as_path(), finding, text(finding)))
        });
        sources.chain(drift).chain(publication).map(|(folder, finding, text)| {
            let mut finding = finding.clone();
            finding.place.path = slashed(&folder.join(&finding.place.path)).into_owned();
            (finding, text)
        })
    }
}

/// Prints a line. A reader that left early (`| head`) is nobody to complain to.
pub(crate) fn say(line: impl std::fmt::Display) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Shows findings where failures go. A reader that left early is nobody to complain to.
pub(crate) fn complain(output: &Output<'_>) {
    let _ = write!(io::stderr(), "{}", terminal::render(output, terminal::Style::PLAIN));
}

/// Shows findings on the standard output.
pub(crate) fn findings(format: Format, output: &Output<'_>) -> io::Result<()> {
    let stdout = io::stdout();
    let mut text = String::new();
    match format {
        Format::Terminal => text.push_str(&terminal::render(output, terminal::style())),
        Format::Github => {
            text.push_str(&github::render(output));
            github::summary(output)?;
        }
        Format::Json => text.push_str(&machine::json(output)),
        Format::Sarif => text.push_str(&machine::sarif(output)),
    }
    let mut stdout = stdout.lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

pub(crate) fn slashed(path: &Path) -> Cow<'_, str> {
    let text = path.to_string_lossy();
    let text = if std::path::MAIN_SEPARATOR == '\\' { Cow::Owned(text.replace('\\', "/")) } else { text };
    match text.strip_prefix("./") {
        Some(rest) => Cow::Owned(rest.to_owned()),
        None => text,
    }
}
