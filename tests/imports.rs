//! Schemas of others, imported: what is said of each, and that nothing is lost without a word.
//!
//! `cases/import/<rule>[--variant]/schema.json` is what is given, `attendu.txt` what a person then reads, to the letter.

mod hurt;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use standard_mediation_codegen::import::{Imported, Options, import};
use standard_mediation_codegen::rules::{Family, RULES};

use crate::expected::Differences;
use crate::support::{self, command, name_of, root, run};

/// Published schemas, and the inputs of cases that are schemas at all.
fn fixtures() -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    for folder in ["tests/amont", "tests/schemas", "tests/cases/import"] {
        for entry in fs::read_dir(root().join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path().join("schema.json");
            let name = path.strip_prefix(root()).expect("below the root").display().to_string();
            out.push((name, fs::read(&path).expect("a schema")));
        }
    }
    out.sort();
    assert!(out.len() > 8);
    out
}

fn imported(bytes: &[u8]) -> Imported {
    import("schema.json", bytes, &Options::default())
}

/// What an import gives, as text: the standard and the remarks, without their places.
fn outcome(bytes: &[u8]) -> (String, BTreeSet<String>) {
    let imported = imported(bytes);
    let standard = serde_json::to_string(&imported.standard).expect("JSON");
    (standard, imported.remarks.into_iter().map(|remark| remark.message).collect())
}

/// The texts of the schema that remarks underline as having no place.
fn homeless(bytes: &[u8]) -> Vec<String> {
    let Imported { remarks, text, .. } = imported(bytes);
    let remarks = remarks.iter().filter(|remark| remark.rule == "import-sans-place");
    remarks.filter_map(|remark| remark.place.span).map(|span| text[span.start..span.end].to_owned()).collect()
}

/// The path of each leaf.
fn leaves(value: &Value, path: &str, out: &mut Vec<String>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            members.iter().for_each(|(key, value)| leaves(value, &format!("{path}/{key}"), out));
        }
        Value::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(i, value)| leaves(value, &format!("{path}/{i}"), out));
        }
        _ => out.push(path.to_owned()),
    }
}

/// Says that nothing says the same: what a schema has when it says nothing.
fn is_usual(path: &str, value: &Value) -> bool {
    let key = path.rsplit('/').next().unwrap_or_default();
    matches!((key, value.as_str()), ("format", Some("default"))) || matches!((key, value), ("bareNumber", Value::Bool(true)))
}

/// Each leaf, changed, changes the standard or what is said; or else a remark already names what holds it.
#[test]
fn nothing_is_lost_without_a_word() {
    let mut lost = Vec::new();
    for (name, bytes) in fixtures() {
        let Ok(schema) = serde_json::from_slice::<Value>(&bytes) else { continue };
        let before = outcome(&bytes);
        if before.0 == "null" {
            continue;
        }
        let homeless = homeless(&bytes);
        let mut paths = Vec::new();
        leaves(&schema, "", &mut paths);
        assert!(!paths.is_empty());
        for path in paths {
            let mut changed = schema.clone();
            let leaf = changed.pointer_mut(&path).expect("a leaf");
            if is_usual(&path, leaf) {
                continue;
            }
            let leaf_before = leaf.clone();
            *leaf = match &*leaf {
                Value::String(text) => format!("{text}Zz").into(),
                Value::Number(number) => (number.as_f64().expect("a number") + 1.0).into(),
                Value::Bool(is) => (!is).into(),
                other => vec![other.clone(), "Zz".into()].into(),
            };
            let after = outcome(changed.to_string().as_bytes());
            let written = leaf_before.to_string();
            let named = || {
                let holders = path.split('/').filter(|key| !key.is_empty()).map(|key| format!("\"{key}\""));
                holders.chain([written]).any(|text| homeless.iter().any(|named| named.contains(&text)))
            };
            if after == before && !named() {
                lost.push(format!("{name}{path}"));
            }
        }
    }
    assert!(lost.is_empty(), "lost without a word: {lost:#?}");
}

fn cases() -> Vec<PathBuf> {
    support::cases("import")
}

#[test]
fn each_import_says_what_is_expected() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut differences = Differences::new();
    for case in cases() {
        let out = folder.path().join(format!("{}.json", name_of(&case)));
        let mut command = command();
        command.current_dir(&case).args(["import", "schema.json", "-o"]).arg(&out);
        // Only a folder of sources has texts to complete.
        if !name_of(&case).starts_with("import-a-completer") {
            command.args(["--geler", "1.2.0", "--date", "2026-01-15"]);
        }
        let (code, stdout, stderr) = run(&mut command);
        assert_eq!(stderr, "", "{}", name_of(&case));
        assert_eq!(code, i32::from(!out.exists()), "{}: exit code", name_of(&case));
        let said = stdout.replace(&out.display().to_string(), "1.2.0.json");
        differences.of(name_of(&case), &case.join("attendu.txt"), &said);
    }
    differences.none();
}

#[test]
fn each_rule_of_the_import_has_a_case() {
    for rule in RULES.iter().filter(|rule| rule.family == Family::Import) {
        let fires = |case: &PathBuf| {
            let said = fs::read_to_string(case.join("attendu.txt")).expect("an expected text");
            said.contains(&format!("[{}]", rule.id))
        };
        let own: Vec<PathBuf> = cases().into_iter().filter(|case| name_of(case).split("--").next() == Some(rule.id)).collect();
        assert!(!own.is_empty() && own.iter().all(fires), "{} has no case that fires", rule.id);
        assert!(cases().iter().any(|case| !fires(case)), "{} is never silent", rule.id);
    }
}

/// An existing file is kept, nothing is half-written, and what is wrong outside is said.
#[test]
fn what_is_there_is_not_replaced_by_surprise() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("1.0.1.json");
    let import = |file: &str, more: &[&str]| {
        let mut command = command();
        command.args(["import", file, "--geler", "1.0.1", "--date", "2024-06-13", "-o"]).arg(&out).args(more);
        run(&mut command)
    };
    let schema = "tests/amont/v1.0.1/schema.json";
    fs::write(&out, "à moi").expect("writable");
    let (code, _, stderr) = import(schema, &[]);
    assert_eq!((code, stderr.contains("existe déjà")), (2, true), "{stderr}");
    assert_eq!(fs::read_to_string(&out).expect("kept"), "à moi");
    assert_eq!(import(schema, &["--force"]).0, 0);
    let written = fs::read(&out).expect("written");
    assert!(written.starts_with(b"{") && written.ends_with(b"}\n"));
    assert_eq!(import("tests/cases/import/import-impossible/schema.json", &["--force"]).0, 1);
    assert_eq!(fs::read(&out).expect("kept"), written, "a refused import touches nothing");
    for (arguments, said) in [
        (vec!["import", "absent.json", "--geler", "1.0.0", "--date", "2024-01-01", "-o", "x"], "il n'existe pas"),
        (vec!["import", schema, "--geler", "1.0", "--date", "2024-01-01", "-o", "x"], "trois nombres"),
        (vec!["import", schema, "--geler", "1.0.0", "--date", "2024-02-31", "-o", "x"], "calendrier"),
        (vec!["import", schema, "--geler", "1.0.0", "-o", "x"], "--date"),
        (
            vec!["import", schema, "--geler", "1.0.0", "--date", "2024-01-01", "--reference", "tests/amont", "-o", "x"],
            "référence",
        ),
        (vec!["import"], "FICHIER"),
    ] {
        let (code, _, stderr) = run(command().args(&arguments));
        assert_eq!(code, 2, "{arguments:?}");
        assert!(stderr.contains(said), "{arguments:?}: {stderr}");
    }
}

/// `init`: a repository whose check passes, and no other folder touched.
#[test]
fn a_repository_starts_and_its_check_passes() {
    let folder = tempfile::tempdir().expect("a folder");
    let schema = root().join("tests/amont/v1.0.1/schema.json");
    for (name, from) in [("depart", None), ("depuis", Some(&schema))] {
        let out = folder.path().join(name);
        let mut command = command();
        command.arg("init").args(from.iter().flat_map(|from| [Path::new("--depuis"), from.as_path()])).arg("-o").arg(&out);
        let (code, stdout, stderr) = run(&mut command);
        assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
        for path in [
            "README.md",
            "CONTRIBUTING.md",
            "LICENCE.md",
            ".gitattributes",
            ".gitignore",
            ".vscode/settings.json",
            ".github/workflows/verification.yml",
            "schema/standard.yaml",
            "generated/table-schema/schema.json",
        ] {
            assert!(out.join(path).is_file(), "{name}: {path}");
        }
        let (code, stdout, _) = run(crate::support::command().current_dir(&out).arg("check"));
        assert_eq!((code, stdout.lines().last()), (0, Some("schema et generated sont d'accord")), "{name}: {stdout}");
        let (code, _, stderr) = run(crate::support::command().arg("init").arg("-o").arg(&out));
        assert_eq!((code, stderr.contains("n'est pas vide")), (2, true), "{stderr}");
    }
    let out = folder.path().join("rien");
    let refused = root().join("tests/cases/import/import-impossible/schema.json");
    let (code, ..) = run(command().arg("init").arg("--depuis").arg(refused).arg("-o").arg(&out));
    assert_eq!((code, out.exists()), (1, false), "nothing is written of what cannot be imported");
    let (code, _, stderr) = run(command().arg("import").arg(&schema).arg("-o").arg("/proc/rien"));
    assert_eq!(code, 2, "{stderr}");
}
