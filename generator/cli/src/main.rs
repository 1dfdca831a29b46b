//! `standard-mediation`: the command of the standard, run in the repository as `cargo standard <verb>`.
//!
//! The only room that touches the disk, the environment and the terminal. Exit code: 0 nothing to say, 1 findings or
//! drift, 2 wrong usage or a failing disk.

mod arguments;
mod disk;
mod engine;
mod git;
mod input;
mod parallel;
mod serve;
mod show;
mod sides;
mod standards;
mod verbs;

use std::io::Write;
use std::process::ExitCode;

use arguments::Verb;

fn main() -> ExitCode {
    let arguments = match arguments::parse(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(answer) => return answer.print(),
    };
    let outcome = match &arguments.verb {
        Verb::Generate(options) => verbs::generate(options),
        Verb::Check(options) => verbs::check(options),
        Verb::Diff(options) => verbs::diff(options),
        Verb::Explain(options) => verbs::explain(options),
        Verb::Release(options) => verbs::release(options),
        Verb::Import(options) => verbs::import(options),
        Verb::Audit(options) => verbs::audit(options),
        Verb::Validate(options) => verbs::validate(options),
        Verb::Migrate(options) => verbs::migrate(options),
        Verb::Stats(options) => verbs::stats(options),
        Verb::Repair(options) => verbs::repair(options),
        Verb::Init(options) => verbs::init(options),
        Verb::Site(options) => verbs::site(options),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(failure) => {
            // A reader that left early is nobody to complain to.
            let _ = writeln!(std::io::stderr(), "erreur : {failure}");
            ExitCode::from(2)
        }
    }
}
