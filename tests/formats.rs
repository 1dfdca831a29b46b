//! What the commands write for programs is what the page of formats says: the same keys, no more and no fewer.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use standard_mediation_model::data::Found;

use crate::support::{command, root, run};

/// The keys that a section of the page lists.
fn documented(section: &str) -> BTreeSet<String> {
    let page = fs::read_to_string(root().join("generated/pages/formats.md")).expect("the page of formats");
    let (_, rest) = page.split_once(&format!("<a id=\"{section}\"></a>")).unwrap_or_else(|| panic!("no section {section}"));
    let lines = rest.lines().skip(1).take_while(|line| !line.starts_with('#'));
    let keys: BTreeSet<String> =
        lines.filter_map(|line| line.strip_prefix("| `")?.split_once('`')).map(|(key, _)| key.to_owned()).collect();
    assert!(!keys.is_empty(), "no key in {section}");
    keys
}

/// The keys of a value and of what it holds: those of lists are told once, those named after columns are `*`.
fn keys(value: &Value, above: &str, out: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| keys(item, above, out)),
        Value::Object(members) => {
            for (name, inner) in members {
                let name = if above == "valeurs." { "*" } else { name };
                let path = format!("{above}{name}");
                keys(inner, &format!("{path}."), out);
                out.insert(path);
            }
        }
        _ => {}
    }
}

fn of_values<'v>(values: impl IntoIterator<Item = &'v Value>) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    values.into_iter().for_each(|value| keys(value, "", &mut out));
    out
}

fn of_lines(text: &str) -> BTreeSet<String> {
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    of_values(&lines)
}

fn document(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The keys of a document, without those of what is told elsewhere.
fn shallow(value: &Value, told_elsewhere: &[&str]) -> BTreeSet<String> {
    let is_elsewhere = |key: &String| told_elsewhere.iter().any(|told| key.starts_with(&format!("{told}.")));
    of_values([value]).into_iter().filter(|key| !is_elsewhere(key)).collect()
}

fn heads(text: &str, sign: char) -> BTreeSet<String> {
    let line = text.trim_start_matches('\u{feff}').lines().next().expect("a header");
    line.split(sign).map(|name| name.trim_matches('"').to_owned()).collect()
}

/// Runs a command on files of a folder; gives what it prints.
fn said(folder: &Path, arguments: &[&str]) -> String {
    let (code, stdout, stderr) = told(folder, arguments);
    assert!(code < 2, "{arguments:?}: {stderr}");
    stdout
}

fn told(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let (schema, generated) = (root().join("schema"), root().join("generated"));
    let mut command = command();
    command.current_dir(folder).args(arguments).arg("--schema").arg(schema).arg("--generated").arg(generated);
    run(&mut command)
}

/// Files in which everything that is told is met.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = |from: &str, to: &str| fs::copy(root().join(from), folder.path().join(to)).expect("a copy");
    copy("generated/exemples/a-reparer.csv", "lieux.csv");
    copy("tests/cases/data/partie-vide/fautif.csv", "parties.csv");
    copy("tests/cases/migrate/hub-0.1.csv", "ancien.csv");
    fs::write(
        folder.path().join("coupe.json"),
        r#"[{"id":"a","services":"Couture","code_insee":"2B096","date_maj":"2026-03-01"},{"#,
    )
    .expect("writable");
    folder
}

/// What is cut is told to be, with the number that the engine knows.
#[test]
fn the_bound_of_what_is_cited_is_told() {
    let page = fs::read_to_string(root().join("generated/pages/formats.md")).expect("the page of formats");
    let most = standard_mediation_model::count::number(Found::LONGEST).replace('\u{202f}', " ");
    assert!(page.contains(&format!("Au-delà de {most} caractères")), "{most}");
    let folder = tempfile::tempdir().expect("a folder");
    let text = format!("id,nom,telephone\n1,A,{}\n", "é".repeat(Found::LONGEST + 1));
    fs::write(folder.path().join("long.csv"), text).expect("writable");
    let lines = said(folder.path(), &["validate", "long.csv", "--format", "ndjson"]);
    let found = lines.lines().map(document).find(|line| line["colonne"] == "telephone").expect("a finding");
    let value = found["valeur"].as_str().expect("a value");
    assert!(value.chars().count() == Found::LONGEST + 1 && value.ends_with('…'), "{value}");
}

/// What is of no row of the file has a row of its own, numbered as the page tells.
#[test]
fn what_is_of_no_row_is_on_a_row_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("lieux.csv"), "\nid;Nom\n1;A\n").expect("writable");
    let table = said(folder.path(), &["validate", "lieux.csv", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let of = |rule: &str| rows.iter().find(|row| &row[4] == rule).unwrap_or_else(|| panic!("no {rule}: {table}"));
    assert_eq!((&of("separateur")[0], &of("separateur")[2]), ("", ""));
    assert_eq!((&of("colonne-mal-nommee")[0], &of("colonne-mal-nommee")[2]), ("", "2"));
    assert_eq!(rows.iter().filter(|row| !row[0].is_empty()).count(), 1);
}

#[test]
fn what_is_found_has_the_keys_that_are_told() {
    let folder = folder();
    let files = ["validate", "lieux.csv", "parties.csv", "absent.csv", "--format"];
    let (_, lines, _) = told(folder.path(), &[&files[..], &["ndjson"]].concat());
    let all = documented("validate-ndjson");
    assert_eq!(of_lines(&lines), all);
    let (_, list, _) = told(folder.path(), &[&files[..], &["json"]].concat());
    let list = document(&list);
    let (file, objects) = (&list[0], list.as_array().expect("a list"));
    let told_of_files = objects.iter().flat_map(|object| shallow(object, &["constats", "resume"])).collect::<BTreeSet<_>>();
    assert_eq!(told_of_files, documented("validate-json"));
    let found = objects.iter().filter_map(|file| file["constats"].as_array()).flatten();
    let of_findings = all.into_iter().filter(|key| key != "refus").collect::<BTreeSet<String>>();
    let (of_summary, of_finding): (BTreeSet<String>, _) = of_findings.into_iter().partition(|key| key.starts_with("resume"));
    assert_eq!(of_values(found), of_finding);
    assert_eq!(shallow(file, &[]).into_iter().filter(|key| key.starts_with("resume")).collect::<BTreeSet<_>>(), of_summary);
    let beside = |files: &[&str]| {
        let table = said(folder.path(), &[&["validate", "--format", "csv"], files].concat());
        let source = fs::read_to_string(folder.path().join("parties.csv")).expect("a file");
        heads(&table, ',').difference(&heads(&source, ',')).cloned().collect::<BTreeSet<_>>()
    };
    let mut told = documented("validate-csv");
    assert_eq!(beside(&["parties.csv", "parties.csv"]), told);
    told.remove("fichier");
    assert_eq!(beside(&["parties.csv"]), told);
}

#[test]
fn repairs_have_the_keys_that_are_told() {
    let folder = folder();
    let report = |name: &str| {
        said(folder.path(), &["repair", "lieux.csv", "--force", "-o", "sortie.csv", "--rapport", name]);
        fs::read_to_string(folder.path().join(name)).expect("a report")
    };
    let all = documented("repair-ndjson");
    assert_eq!(of_lines(&report("r.ndjson")), all);
    let whole = document(&report("r.json"));
    assert_eq!(shallow(&whole, &["reparations", "resume"]), documented("repair-json"));
    let of_repair = all.into_iter().filter(|key| !key.starts_with("resume") && key != "fichier").collect::<BTreeSet<_>>();
    assert_eq!(of_values(whole["reparations"].as_array().expect("a list")), of_repair);
    assert_eq!(heads(&report("r.csv"), ';'), documented("repair-csv"));
}

#[test]
fn migrations_have_the_keys_that_are_told() {
    let folder = folder();
    let report = |name: &str| {
        let form = format!("{name}.questions.csv");
        said(folder.path(), &["migrate", "ancien.csv", "--force", "-o", "n.csv", "--rapport", name, "--decisions", &form]);
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
        (read(name), read(&form))
    };
    assert_eq!(of_values([&document(&report("m.json").0)]), documented("migrate-json"));
    let (table, form) = report("m.csv");
    assert_eq!(heads(&table, ';'), documented("migrate-csv"));
    assert_eq!(heads(&form, ';'), documented("migrate-decisions"));
}

#[test]
fn counts_have_the_keys_that_are_told() {
    let folder = folder();
    let counts = document(&said(folder.path(), &["stats", "coupe.json", "--format", "json"]));
    assert_eq!(of_values([&counts]), documented("stats-json"));
}
