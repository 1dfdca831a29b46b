//! Other tools, given the same constraints: `.ci/comparaison/` holds a script for each, which prints `row,column` for
//! each cell it refuses, the row as a spreadsheet numbers it, the column empty for a whole row.

use std::collections::BTreeSet;
use std::fs;

use crate::exactness::cells;
use crate::files::{Data, Files};
use crate::support::root;
use crate::task::{Task, Work};

/// How the names of these tasks start.
pub(crate) const MARK: &str = "peer: ";

/// Name, words of the command before the file, file, number of runs.
const PEERS: [(&str, &[&str], &str, usize); 8] = [
    ("Polars expressions", &["target/peers/python/bin/python", ".ci/comparaison/with_polars.py"], "reference", 3),
    ("qsv validate, 1 thread", &["bash", ".ci/comparaison/with_qsv.sh", "1"], "rectangular", 3),
    ("qsv validate, 2 threads", &["bash", ".ci/comparaison/with_qsv.sh", "2"], "rectangular", 3),
    ("ajv and csv-parse", &["node", ".ci/comparaison/with_ajv.mjs"], "reference", 2),
    ("ajv, NDJSON", &["node", ".ci/comparaison/with_ajv.mjs"], "ndjson", 2),
    ("ajv and csv-parse", &["node", ".ci/comparaison/with_ajv.mjs"], "national", 3),
    ("frictionless 5", &["target/peers/python/bin/python", ".ci/comparaison/with_frictionless.py"], "reference", 1),
    ("frictionless 5", &["target/peers/python/bin/python", ".ci/comparaison/with_frictionless.py"], "national", 2),
];

/// How many times slower than ours a peer was meant to be: on one thread, or on as many as it is given.
pub(crate) fn goal(name: &str) -> Option<f64> {
    match name.trim_start_matches(MARK) {
        "Polars expressions" => Some(4.5),
        "qsv validate, 1 thread" | "qsv validate, 2 threads" => Some(20.0),
        "ajv and csv-parse" => Some(30.0),
        "ajv, NDJSON" => Some(8.0),
        "frictionless 5" => Some(100.0),
        _ => None,
    }
}

/// The tasks of the peers that are installed, and the names of those that are not.
pub(crate) fn tasks(files: &Files) -> (Vec<Task>, Vec<String>) {
    let (mut tasks, mut missing) = (Vec::new(), Vec::new());
    for (name, words, file, runs) in PEERS {
        let file = files.named(file).expect("a file");
        if !root().join("target/peers").join(ready(name)).exists() {
            missing.push(format!("{name}: bash .ci/comparaison/run installs it"));
            continue;
        }
        let path = file.path.to_str().expect("a path in UTF-8").to_owned();
        let words = words.iter().map(|word| (*word).to_owned()).chain([path]).collect();
        tasks.push(Task::new(format!("{MARK}{name}"), file, Work::Command(words)).at_most(runs));
    }
    (tasks, missing)
}

/// What the installation leaves when it succeeded.
fn ready(name: &str) -> &'static str {
    match name.split([' ', ',']).next() {
        Some("qsv") => "qsv.ready",
        Some("ajv") => "node.ready",
        _ => "python.ready",
    }
}

/// What a peer found of what was put in, and how many other cells it refused.
pub(crate) fn exactness(task: &Task, file: &Data) -> (usize, usize, usize) {
    let text = fs::read_to_string(&task.output).expect("what it printed");
    let line = |line: &str| line.split_once(',').and_then(|(row, column)| Some((row.parse().ok()?, column.to_owned())));
    let found: BTreeSet<(u64, String)> = text.lines().filter_map(line).collect();
    let owed = cells(file);
    (owed.len(), owed.intersection(&found).count(), found.difference(&owed).count())
}
