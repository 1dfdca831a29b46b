//! Case folders: a small valid standard, one change each, and what a person then reads.
//!
//! `cases/check/<rule>[--variant]/schema/` holds the files that replace those of `cases/base/`, `RETIRER` names files to
//! take away, `attendu.txt` is the terminal output to the letter.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use standard_mediation_codegen::rules::{self, Family, RULES};
use standard_mediation_model::Level;

use crate::expected::Differences;
use crate::support::{self, command, copy, name_of, root, run};

fn cases() -> Vec<PathBuf> {
    support::cases("check")
}

/// What `check` says of a case, with the folder that holds it left out.
fn observed(case: &Path) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let schema = folder.path().join("schema");
    copy(&root().join("tests/cases/base"), &schema);
    if case.join("schema").exists() {
        copy(&case.join("schema"), &schema);
    }
    for path in fs::read_to_string(case.join("RETIRER")).unwrap_or_default().lines() {
        fs::remove_file(schema.join(path)).expect("a file to take away");
    }
    // Only the reading of the sources is looked at. Where nothing blocks, what is emitted would be missed: write it first.
    let rule = rules::find(name_of(case).split("--").next().unwrap_or_default());
    if rule.is_none_or(|rule| rule.level == Level::Recommendation) {
        run(command().current_dir(folder.path()).args(["generate", "--format", "json"]));
    }
    let (_, stdout, stderr) = run(command().current_dir(folder.path()).arg("check"));
    assert_eq!(stderr, "");
    stdout
}

#[test]
fn each_case_says_what_is_expected() {
    let mut differences = Differences::new();
    for case in cases() {
        let output = observed(&case);
        differences.of(name_of(&case), &case.join("attendu.txt"), &output);
    }
    differences.none();
}

#[test]
fn each_case_fires_its_own_rule_and_no_other() {
    for case in cases() {
        let rule = name_of(&case).split("--").next().unwrap_or_default();
        if rule == "plusieurs-fautes" {
            continue;
        }
        let expected = fs::read_to_string(case.join("attendu.txt")).expect("an expected text");
        let fired: BTreeSet<&str> = expected
            .lines()
            .filter_map(|line| line.strip_prefix("faute[").or_else(|| line.strip_prefix("conseil[")))
            .filter_map(|line| line.split(']').next())
            .collect();
        assert_eq!(fired, BTreeSet::from([rule]), "{}", name_of(&case));
    }
}

#[test]
fn each_rule_of_the_sources_has_a_case() {
    // Rules about data have their rows in `rows`. Those about a publication read what the tool writes, not sources: the
    // changes that fire each of them, and the meta-test about those changes, are in the crate of the contract.
    let other_inputs = [Family::Data, Family::DataFiles, Family::Artifacts, Family::Publication, Family::Import, Family::Copies];
    // Their inputs are not texts that a case folder could hold: see `bad_input`.
    let elsewhere = ["fichier-illisible", "fichier-trop-gros"];
    let shown: BTreeSet<String> =
        cases().iter().map(|case| name_of(case).split("--").next().unwrap_or_default().to_owned()).collect();
    let missing: Vec<&str> = RULES
        .iter()
        .filter(|rule| !other_inputs.contains(&rule.family))
        .map(|rule| rule.id)
        .filter(|id| !shown.contains(*id) && !elsewhere.contains(id))
        .collect();
    assert!(missing.is_empty(), "rules without a case: {missing:?}");
}

#[test]
fn the_small_standard_is_silent() {
    let output = observed(Path::new("none"));
    assert_eq!(output, "schema et generated sont d'accord\n");
}
