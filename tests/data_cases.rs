//! Case folders about data: for each rule, a file where it is silent and one where it fires.
//!
//! `cases/data/<rule>/valide.csv` has nothing wrong, `fautif.csv` (or `fautif.json`, `fautif.xlsx`) breaks that rule, `attendu.txt`
//! is what the command then finds. A rule that blocks in some columns and advises in others has a second folder, `<rule>--conseil`.
//! Files are short: they leave optional columns out, and the advice to add them is passed over, but in its own case.
//! `standard.json` beside them is the standard they are held against, for what the real one has no column of;
//! `AGRANDIR` makes the faulty file grow before it is read: `lignes N` repeats its last line, `derniere-case N` makes its
//! last cell longer.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use standard_mediation_codegen::rules;
use standard_mediation_model::data::FileRule;
use standard_mediation_model::{CellRule, Check, Level};

use crate::expected::Differences;
use crate::support::{self, command, name_of, root, run, standard};

/// Rules that cannot be broken alone, and those that then are too.
const TOGETHER: [(&str, &[&str]); 1] = [("lecture-arretee", &["cases-manquantes", "unique"])];

/// The case where an optional column lacks.
const OPTIONAL: &str = "colonne-manquante--conseil";

/// Findings of a rule written in `attendu.txt`.
const SHOWN: usize = 3;

/// The folders of cases, by name.
pub(crate) fn cases() -> Vec<PathBuf> {
    support::cases("data")
}

/// The rule of a case.
fn rule_of(case: &Path) -> &str {
    let name = name_of(case);
    name.split_once("--").map_or(name, |(rule, _)| rule)
}

/// The faulty file of a case: a CSV, or what alone can break its rule.
pub(crate) fn faulty(case: &Path) -> &'static str {
    ["fautif.json", "fautif.xlsx"].into_iter().find(|file| case.join(file).exists()).unwrap_or("fautif.csv")
}

/// The bytes of a file of a case, grown when it is to be.
pub(crate) fn bytes(case: &Path, file: &str) -> Vec<u8> {
    let mut bytes = fs::read(case.join(file)).unwrap_or_else(|error| panic!("{} {file}: {error}", name_of(case)));
    if file != "valide.csv"
        && let Ok(how) = fs::read_to_string(case.join("AGRANDIR"))
    {
        grow(&mut bytes, how.trim());
    }
    bytes
}

/// The findings of a file of a case, and the exit code.
fn findings(case: &Path, file: &str) -> (Vec<Value>, i32) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(file), bytes(case, file)).expect("writable");
    let mut validate = command();
    validate.current_dir(folder.path()).args(["validate", "--format", "ndjson", file]);
    validate.arg("--schema").arg(root().join("schema")).arg("--generated").arg(root().join("generated"));
    if case.join("standard.json").exists() {
        validate.arg("--standard").arg(case.join("standard.json"));
    }
    let (code, stdout, _) = run(&mut validate);
    let lines = stdout.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
    let found = lines.filter(|line| line.get("regle").is_some());
    let is_kept = |finding: &Value| name_of(case) == OPTIONAL || !asks_for_optional_columns(finding);
    (found.filter(is_kept).collect(), code)
}

fn asks_for_optional_columns(finding: &Value) -> bool {
    finding["regle"] == FileRule::MissingColumn.id() && finding["niveau"] == "recommandation"
}

fn grow(bytes: &mut Vec<u8>, how: &str) {
    let (what, count) = how.split_once(' ').expect("two words");
    let count: usize = count.parse().expect("a number");
    let lines: Vec<&[u8]> = bytes.trim_ascii_end().split(|byte| *byte == b'\n').collect();
    let last = lines.last().expect("a line").to_vec();
    match what {
        "lignes" => (1..count).for_each(|_| bytes.extend([&last[..], b"\n"].concat())),
        "derniere-case" => {
            bytes.truncate(bytes.trim_ascii_end().len());
            bytes.resize(bytes.len() + count, b'x');
        }
        other => panic!("AGRANDIR: {other}"),
    }
}

/// What a person must find again: where, which rule, what is said.
fn told(findings: &[Value], code: i32) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = String::new();
    for finding in findings {
        let text = |key: &str| finding[key].as_str().unwrap_or_default();
        let count = counts.entry(text("regle")).or_default();
        *count += 1;
        if *count > SHOWN {
            continue;
        }
        let row = finding["ligne"].as_u64().map_or_else(|| "fichier".to_owned(), |row| format!("ligne {row}"));
        let column = finding["numero_de_colonne"].as_u64().map_or_else(String::new, |column| format!(", colonne {column}"));
        let field = finding["colonne"].as_str().map_or_else(String::new, |field| format!(" ({field})"));
        let part = finding["partie"].as_u64().map_or_else(String::new, |part| format!(", valeur {part}"));
        out.push_str(&format!("{row}{column}{field}{part} : {}[{}]\n", text("niveau"), text("regle")));
        out.push_str(&format!("  {}\n  {}\n", text("message"), text("aide")));
        if let Some(correction) = finding["correction"].as_str() {
            out.push_str(&format!("  correction : {correction}\n"));
        }
    }
    for (rule, count) in counts.iter().filter(|(_, count)| **count > SHOWN) {
        out.push_str(&format!("{rule} : {count} en tout\n"));
    }
    out + &format!("code de sortie : {code}\n")
}

#[test]
fn each_case_finds_what_is_expected_and_its_own_rule_alone() {
    let mut differences = Differences::new();
    for case in cases() {
        let (name, rule) = (name_of(&case), rule_of(&case));
        let (found, code) = findings(&case, faulty(&case));
        let output = told(&found, code);
        differences.of(name, &case.join("attendu.txt"), &output);
        let fired: BTreeSet<&str> = found.iter().filter_map(|finding| finding["regle"].as_str()).collect();
        let with = TOGETHER.iter().filter(|(own, _)| *own == rule).flat_map(|(_, others)| others.iter().copied());
        if fired != with.chain([rule]).collect() {
            differences.add(format!("== {name}: {fired:?}"));
        }
    }
    differences.none();
}

#[test]
fn each_valid_file_has_nothing_wrong() {
    for case in cases() {
        let (found, code) = findings(&case, "valide.csv");
        assert!(found.is_empty(), "{}: {found:#?}", name_of(&case));
        assert_eq!(code, 0, "{}", name_of(&case));
    }
}

/// Every rule about data, and each level at which it weighs on the real standard.
fn weights() -> BTreeSet<(String, Level)> {
    let standard = standard();
    let files = FileRule::ALL.into_iter().map(FileRule::id);
    let named = files.chain(CellRule::ALL.map(CellRule::id)).chain(Check::ALL.map(Check::id));
    let levels = |id: &str| rules::find(id).expect("each rule has its page").levels(&standard);
    let alone = named.flat_map(|id| levels(id).into_iter().map(|level| (id.to_owned(), level)));
    let between = standard.rules.iter().filter(|rule| rule.kind.is_evaluated());
    alone.chain(between.map(|rule| (rule.name.clone(), rule.level))).collect()
}

#[test]
fn each_rule_about_data_has_a_case_at_each_of_its_levels_and_each_case_a_rule() {
    let mut shown = BTreeSet::new();
    for case in cases() {
        let rule = rule_of(&case);
        let (found, _) = findings(&case, faulty(&case));
        let own = found.iter().filter(|finding| finding["regle"] == rule);
        let levels: BTreeSet<Level> = own.map(|own| serde_json::from_value(own["niveau"].clone()).expect("a level")).collect();
        let is_advice = name_of(&case).ends_with("--conseil");
        assert!(!is_advice || levels == BTreeSet::from([Level::Recommendation]), "{}: {levels:?}", name_of(&case));
        shown.extend(levels.into_iter().map(|level| (rule.to_owned(), level)));
    }
    let rules = weights();
    let (missing, orphans): (Vec<_>, Vec<_>) = (rules.difference(&shown).collect(), shown.difference(&rules).collect());
    assert!(missing.is_empty() && orphans.is_empty(), "rules without a case: {missing:?}; cases without a rule: {orphans:?}");
}
