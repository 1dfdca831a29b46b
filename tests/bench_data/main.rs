//! How fast files of data are read, and how exactly: `cargo bench --package standard-mediation-tests --bench data`.
//!
//! Everything is measured in one run, by turns, on files made from a seed (`target/bench-data/`): 200,000 rows of 32
//! columns, 2 % of them faulty. Each time is the median of several runs, beside the time it takes to merely read the same
//! file with the `csv` crate; each ratio is the median of those of each turn. Times of commands include the start of the
//! process; memory is the most that the process held. Then exactness: what the command finds, against the faults that
//! were put in.
//!
//! Options, after `--`:
//! - `--million`: the same with 1,000,000 rows besides;
//! - `--file NAME`: writes that file (`reference`) and measures nothing;
//! - `--seed N`, `--runs N`: other files, other numbers of runs;
//! - `--peers`: other tools on the same files, by the same turns; `bash .ci/comparaison/run` installs them below
//!   `target/peers/` and says so.
//!
//! The last tables are those of `generator/MESURES.md`, each figure beside what was asked of it.
//!
//! Prints figures and asserts none; what lacks (a verb, a tool) is said, and the benchmark then fails.

#[path = "../dice.rs"]
mod dice;
mod exactness;
mod figures;
mod files;
mod options;
mod peers;
#[path = "../realistic/mod.rs"]
mod realistic;
#[path = "../support.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod support;
mod task;
mod toolkit;
mod turns;

use std::process::ExitCode;

use files::Files;
use options::Options;
use task::{Task, Work};
use toolkit::Toolkit;

fn main() -> ExitCode {
    let options = Options::read();
    let standard = support::standard();
    let files = Files::write(&standard, &options);
    if let Some(name) = &options.file {
        return if files.named(name).is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let toolkit = Toolkit::build();
    let mut tasks = reading(&files);
    tasks.extend(toolkit.tasks(&files));
    let mut missing = toolkit.missing().to_vec();
    if options.peers {
        let (peers, absent) = peers::tasks(&files);
        tasks.extend(peers);
        missing.extend(absent);
    }
    missing.extend(turns::print(&files, tasks, options.runs));
    let is_exact = exactness::print(&toolkit, &files);
    for what in &missing {
        println!("MISSING OR FAILED: {what}");
    }
    if missing.is_empty() && is_exact { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What nobody can go below: reading the file, and cutting it into cells.
fn reading(files: &Files) -> Vec<Task> {
    let mut tasks = Vec::new();
    for file in files.csv() {
        tasks.push(Task::new("csv::ByteRecord", file, Work::Here(files::read_with_csv)).compared_with());
        tasks.push(Task::new("read alone", file, Work::Here(files::read_alone)));
    }
    tasks
}
