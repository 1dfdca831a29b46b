//! Schemas of others, imported: what is said of each, and that nothing is lost without a word.
//!
//! `cases/import/<rule>[--variant]/schema.json` is what is given, `attendu.txt` what a person then reads, to the letter.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use standard_mediation_codegen::import::{Imported, Options, import};
use standard_mediation_codegen::rules::{Family, RULES};

use crate::support::{command, root, run};

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
    let folder = root().join("tests/cases/import");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a case").path()).collect();
    cases.sort();
    cases
}

fn name(case: &Path) -> &str {
    case.file_name().and_then(|name| name.to_str()).expect("a plain name")
}

#[test]
fn each_import_says_what_is_expected() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let folder = tempfile::tempdir().expect("a folder");
    let mut failures = Vec::new();
    for case in cases() {
        let out = folder.path().join(format!("{}.json", name(&case)));
        let mut command = command();
        command.current_dir(&case).args(["import", "schema.json", "-o"]).arg(&out);
        // Only a folder of sources has texts to complete.
        if !name(&case).starts_with("import-a-completer") {
            command.args(["--geler", "1.2.0", "--date", "2026-01-15"]);
        }
        let (code, stdout, stderr) = run(&mut command);
        assert_eq!(stderr, "", "{}", name(&case));
        assert_eq!(code, i32::from(!out.exists()), "{}: exit code", name(&case));
        let said = stdout.replace(&out.display().to_string(), "1.2.0.json");
        let path = case.join("attendu.txt");
        if update {
            fs::write(&path, &said).expect("writable");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if said != expected {
            failures.push(format!("== {}\n-- expected\n{expected}\n-- observed\n{said}", name(&case)));
        }
    }
    assert!(failures.is_empty(), "UPDATE_EXPECT=1 accepts the new texts\n{}", failures.join("\n"));
}

#[test]
fn each_rule_of_the_import_has_a_case() {
    for rule in RULES.iter().filter(|rule| rule.family == Family::Import) {
        let fires = |case: &PathBuf| {
            let said = fs::read_to_string(case.join("attendu.txt")).expect("an expected text");
            said.contains(&format!("[{}]", rule.id))
        };
        let own: Vec<PathBuf> = cases().into_iter().filter(|case| name(case).split("--").next() == Some(rule.id)).collect();
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

/// Inputs of every wrong kind: something is said in French, nothing is written, nothing panics, and it ends.
#[test]
fn whatever_the_bytes_something_is_said() {
    let schema = fs::read(root().join("tests/amont/v1.0.1/schema.json")).expect("a schema");
    let field = |constraints: &str| format!(r#"{{"fields": [{{"name": "a", "constraints": {constraints}}}]}}"#);
    let mut inputs: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("not text", vec![0xff, 0xfe, 0, 1, 2]),
        ("huge", vec![b' '; 9 << 20]),
        ("deep", "[".repeat(1 << 20).into_bytes()),
        ("deep objects", "{\"a\":".repeat(100_000).into_bytes()),
        ("a list", b"[]".to_vec()),
        ("a number", b"12".to_vec()),
        ("no field", br#"{"fields": []}"#.to_vec()),
        ("fields of another kind", br#"{"fields": {"a": 1}}"#.to_vec()),
        ("a field of another kind", br#"{"fields": [1, "a", null]}"#.to_vec()),
        ("nameless", br#"{"fields": [{"name": ""}, {"name": 3}, {}]}"#.to_vec()),
        ("twice", br#"{"fields": [{"name": "a"}, {"name": "a"}]}"#.to_vec()),
        ("too many fields", format!(r#"{{"fields": [{}]}}"#, vec![r#"{"name":"a"}"#; 100_000].join(",")).into_bytes()),
        ("a lone surrogate", br#"{"fields": [{"name": "\ud800"}]}"#.to_vec()),
        ("a feature collection", br#"{"type": "FeatureCollection", "features": []}"#.to_vec()),
    ];
    inputs.extend((0..schema.len()).step_by(97).map(|end| ("truncated", schema[..end].to_vec())));
    for (what, bytes) in inputs {
        let Imported { standard, remarks, .. } = imported(&bytes);
        assert!(standard.is_none(), "{what}");
        let fault = remarks.iter().find(|remark| remark.level == standard_mediation_model::Level::Blocking).expect("a fault");
        assert!(!fault.message.is_empty() && !fault.help.is_empty(), "{what}: {fault:?}");
    }
    // Strange, and still a schema: what cannot be kept is named.
    let patterns = [
        "(",
        "[z-a]",
        "a{99999999}",
        "(?:(?:(?:a{100}){100}){100}){100}",
        "\\\\",
        "(?<n>a)\\\\k<n>",
        "(a+)+$",
        "(?i)(?s)(?m).",
        "^$",
        "|",
        "||",
        "()",
        "(?:)*",
        "^(a|b",
        "[[:alpha:]]",
        "[^]",
        "a**",
        "\\\\p{Han}",
        "(?=a)b",
    ];
    let mut strange: Vec<String> = patterns.iter().map(|pattern| field(&format!(r#"{{"pattern": "{pattern}"}}"#))).collect();
    strange.push(field(&format!(r#"{{"pattern": "{}a{}"}}"#, "(".repeat(10_000), ")".repeat(10_000))));
    strange.push(field(&format!(r#"{{"pattern": "^({})$"}}"#, vec!["mot"; 50_000].join("|"))));
    strange.push(field(&format!(r#"{{"enum": [{}]}}"#, vec!["\"v\""; 200_000].join(","))));
    strange.push(field(&format!(
        r#"{{"enum": [{}]}}"#,
        (0..4_000).map(|n| format!("\"{}\"", "-".repeat(n % 7 + 1) + &" ".repeat(n / 7))).collect::<Vec<_>>().join(",")
    )));
    strange.push(field(r#"{"required": "peut-être", "minLength": -1, "maxLength": 1e99, "minimum": "x", "enum": {}}"#));
    strange.push(format!(
        r#"{{"fields": [{{"name": "a"}}], {}}}"#,
        (0..20_000).map(|n| format!("\"k{n}\": 1")).collect::<Vec<_>>().join(",")
    ));
    for text in strange {
        let Imported { standard, remarks, .. } = imported(text.as_bytes());
        let shown: String = text.chars().take(80).collect();
        let standard = standard.unwrap_or_else(|| panic!("{shown}: {:#?}", &remarks[..remarks.len().min(3)]));
        let (standard, _) = standard_mediation_codegen::import::completed(standard);
        assert!(!standard_mediation_codegen::source::write(&standard).is_empty());
    }
}

/// Published schemas, hurt at random places: never a panic, and either a standard that can be written or a fault.
#[test]
fn no_mutation_of_a_schema_panics() {
    let fixtures = fixtures();
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut below = |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("31 bits") % n.max(1)
    };
    const INSERTS: [&str; 22] = [
        "", "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "-1", "1e400", "\"a\"", "(", ")", "|", "^", "$", "é",
        "\u{feff}", "\u{0}",
    ];
    let (mut standards, mut faults) = (0, 0);
    for round in 0..1_500 {
        let (_, bytes) = &fixtures[round % fixtures.len()];
        let mut text = String::from_utf8(bytes.clone()).expect("UTF-8");
        for _ in 0..=below(3) {
            let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (start, end) = (edges[below(edges.len())], edges[below(edges.len())]);
            let end = start.max(end).min(start + below(40));
            let end = edges.iter().copied().find(|edge| *edge >= end).unwrap_or(start).max(start);
            text.replace_range(start..end, INSERTS[below(INSERTS.len())]);
        }
        let Imported { standard, remarks, .. } = imported(text.as_bytes());
        match standard {
            Some(standard) => {
                standards += 1;
                let (standard, _) = standard_mediation_codegen::import::completed(standard);
                let sources = standard_mediation_codegen::source::write(&standard);
                if round % 10 == 0 {
                    standard_mediation_codegen::source::load(&sources);
                }
            }
            None => {
                faults += 1;
                assert!(remarks.iter().any(|remark| remark.level == standard_mediation_model::Level::Blocking));
            }
        }
    }
    assert!(standards > 100 && faults > 100, "{standards} standards, {faults} faults");
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
