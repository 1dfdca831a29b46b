//! What a reader found, against what was put in.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use standard_mediation_model::Level;
use standard_mediation_model::data::FileRule;

use crate::files::{COMMAS, Data, Files};
use crate::realistic::ROW_LENGTHS;
use crate::support::root;
use crate::toolkit::Toolkit;

/// Row as a spreadsheet numbers it, column, rule.
type Finding = (u64, String, String);

/// Prints, for each file, what was found, lacked or was invented; true when all is exact.
pub(crate) fn print(toolkit: &Toolkit, files: &Files) -> bool {
    println!("## Exactness: row, column and rule\n");
    println!("| file | put in | found | not found | invented | about the file |\n|---|---:|---:|---:|---:|---:|");
    let (mut is_exact, mut wrong) = (true, Vec::new());
    for file in files.all().filter(|file| file.name != COMMAS) {
        let all = file.name == "every fault";
        let options: &[&str] = if all { &[] } else { &["--level", "bloquant"] };
        let Some(words) = toolkit.validate(&file.path, options) else {
            println!("| {} | {} | the verb lacks | | | |", file.name, file.truth.len());
            is_exact = false;
            continue;
        };
        let output = Command::new(&words[0]).args(&words[1..]).current_dir(root()).output().expect("the command runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let (found, about_file) = findings(&text);
        let owed = owed(file);
        let (lacking, invented): (Vec<_>, Vec<_>) = (owed.difference(&found).collect(), found.difference(&owed).collect());
        let (put, seen) = (owed.len(), owed.intersection(&found).count());
        println!("| {} | {put} | {seen} | {} | {} | {about_file} |", file.name, lacking.len(), invented.len());
        is_exact &= lacking.is_empty() && invented.is_empty();
        wrong.extend(by_rule("not found", file, &lacking));
        wrong.extend(by_rule("invented", file, &invented));
    }
    println!("\n{}", wrong.join("\n"));
    is_exact
}

/// The findings of a file, of the columns that are meant.
pub(crate) fn owed(file: &Data) -> BTreeSet<Finding> {
    // Lines of NDJSON and items of an array have no header above them.
    let shift = u64::from(file.style.is_json());
    let finding =
        |injected: &crate::realistic::Injected| (injected.line() - shift, injected.column.clone(), injected.rule.to_owned());
    file.truth.iter().map(finding).collect()
}

/// The findings of what was printed, one object a line, and the number of those about the file as a whole.
fn findings(text: &str) -> (BTreeSet<Finding>, usize) {
    let (mut found, mut about_file) = (BTreeSet::new(), 0);
    for line in text.lines() {
        let object: serde_json::Value = serde_json::from_str(line).expect("an object a line");
        let Some(rule) = object["regle"].as_str() else { continue };
        let Some(row) = object["ligne"].as_u64().filter(|_| !is_about_file(rule)) else {
            about_file += 1;
            continue;
        };
        // A row too short or too long is about no column in particular.
        let column = if ROW_LENGTHS.contains(&rule) { "" } else { object["colonne"].as_str().unwrap_or_default() };
        found.insert((row, column.to_owned(), rule.to_owned()));
    }
    (found, about_file)
}

fn is_about_file(rule: &str) -> bool {
    [FileRule::Encoding, FileRule::Delimiter].iter().any(|about| about.id() == rule)
}

/// How many of each rule, and the first.
fn by_rule(what: &str, file: &Data, findings: &[&Finding]) -> Vec<String> {
    let mut rules: BTreeMap<&str, (usize, &Finding)> = BTreeMap::new();
    for finding in findings {
        rules.entry(&finding.2).or_insert((0, finding)).0 += 1;
    }
    let line = |(rule, (times, first)): (&str, (usize, &Finding))| {
        format!("{what} in « {} »: {rule}, {times} times, first in row {}, column {}", file.name, first.0, first.1)
    };
    rules.into_iter().map(line).collect()
}

/// Rows and columns that make a file invalid, for readers that have other rules than ours.
pub(crate) fn cells(file: &Data) -> BTreeSet<(u64, String)> {
    let blocking = file.truth.iter().filter(|injected| injected.level == Level::Blocking);
    blocking.map(|injected| (injected.line(), injected.column.clone())).collect()
}
