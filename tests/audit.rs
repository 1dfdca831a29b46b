//! Copies of the vocabularies in other people's languages, and what `audit` tells their maintainers.
//!
//! `cases/audit/<rule>[--variant]/copie/` is the copy, `attendu.txt` the terminal output to the letter; a case named
//! `silence--…` must have none. All are compared with the real standard and its frozen versions.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use standard_mediation_codegen::rules::{Family, RULES};

use crate::expected::Differences;
use crate::support::{self, command, name_of, root, run};

fn cases() -> Vec<PathBuf> {
    support::cases("audit")
}

/// The rule that a case is about.
fn rule(case: &Path) -> &str {
    name_of(case).split("--").next().unwrap_or_default()
}

fn schema() -> PathBuf {
    root().join("schema")
}

/// What `audit` says, with its exit code.
fn audit(schema: &Path, folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    run(command().current_dir(folder).arg("audit").args(arguments).arg("--schema").arg(schema))
}

#[test]
fn each_copy_is_told_what_is_expected() {
    let schema = schema();
    let mut differences = Differences::new();
    for case in cases() {
        let (code, output, stderr) = audit(&schema, &case, &["copie"]);
        let is_silent = rule(&case) == "silence";
        assert_eq!((code, stderr.as_str()), (i32::from(!is_silent), ""), "{}\n{output}", name_of(&case));
        differences.of(name_of(&case), &case.join("attendu.txt"), &output);
    }
    differences.none();
}

/// Every file of a case has something of its rule, and nothing of another.
#[test]
fn each_copy_fires_its_own_rule_and_no_other() {
    for case in cases().iter().filter(|case| rule(case) != "silence") {
        let expected = fs::read_to_string(case.join("attendu.txt")).expect("an expected text");
        let findings =
            expected.lines().filter_map(|line| Some((line.split_once(':')?.0, line.split_once('[')?.1.split(']').next()?)));
        let (files, fired): (BTreeSet<&str>, BTreeSet<&str>) = findings.unzip();
        assert_eq!(fired, BTreeSet::from([rule(case)]), "{}", name_of(case));
        let copies = fs::read_dir(case.join("copie")).expect("a copy").map(|entry| entry.expect("a file").file_name());
        let copies: BTreeSet<String> = copies.map(|name| format!("copie/{}", name.to_string_lossy())).collect();
        assert_eq!(files.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), copies, "{}", name_of(case));
    }
}

#[test]
fn each_rule_about_copies_has_a_case() {
    let cases = cases();
    let shown: BTreeSet<&str> = cases.iter().map(|case| rule(case)).filter(|rule| *rule != "silence").collect();
    let known: BTreeSet<&str> = RULES.iter().filter(|rule| rule.family == Family::Copies).map(|rule| rule.id).collect();
    assert_eq!(shown, known);
}
