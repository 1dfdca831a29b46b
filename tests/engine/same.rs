//! To the byte what the command writes.

use std::fs;
use std::path::Path;

use serde_json::json;
use standard_mediation_browser::Channel;

use super::{Asked, migrated, repaired, validated};
use crate::data_cases;
use crate::support::{cases, command, root, run};

/// A file in a folder of its own, given to the command from there.
fn folder(name: &str, bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(name), bytes).expect("writable");
    folder
}

/// What the command writes, with our standard.
fn said(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = command();
    command.current_dir(folder).args(arguments);
    command.arg("--schema").arg(root().join("schema")).arg("--generated").arg(root().join("generated"));
    let (code, stdout, _) = run(&mut command);
    (code, stdout)
}

#[test]
fn validations() {
    let mut compared = 0;
    for case in data_cases::cases() {
        for file in ["valide.csv", data_cases::faulty(&case)] {
            let bytes = data_cases::bytes(&case, file);
            let folder = folder(file, &bytes);
            let standard = fs::read(case.join("standard.json")).ok();
            let mut options = json!({ "rapports": ["json", "csv"] });
            let mut more = Vec::new();
            let path = case.join("standard.json");
            if let Some(standard) = &standard {
                let standard: serde_json::Value = serde_json::from_slice(standard).expect("a standard");
                options["standard"] = standard["version"].clone();
                more = vec!["--standard", path.to_str().expect("UTF-8")];
            }
            let given = validated(Asked { options, standard, ..Asked::about(file, bytes) });
            for (channel, format) in [(Channel::Json, "json"), (Channel::Csv, "csv")] {
                let arguments = [&["validate", "--format", format, file][..], &more].concat();
                // A file that is no table is told about all the same.
                let (_, expected) = said(folder.path(), &arguments);
                assert!(!expected.is_empty(), "{} {file}", case.display());
                assert_eq!(given.text(channel), expected, "{} {file}, {format}", case.display());
                compared += 1;
            }
            let page = given.page();
            assert_eq!(page["resume"]["bloquants"], summary(given.text(Channel::Json))["bloquants"], "{}", case.display());
        }
    }
    assert!(compared > 150, "{compared}");
}

fn summary(json: &str) -> serde_json::Value {
    let document: serde_json::Value = serde_json::from_str(json).expect("a document");
    document[0]["resume"].clone()
}

#[test]
fn workbooks_and_old_versions() {
    let template = fs::read(root().join("generated/gabarit/gabarit.xlsx")).expect("the template");
    let hub = fs::read(root().join("tests/cases/migrate/hub-0.1.csv")).expect("a case");
    let example = fs::read(root().join("generated/exemples/a-reparer.csv")).expect("an example");
    for (name, bytes) in [("gabarit.xlsx", template), ("hub.csv", hub), ("un nom.csv", example)] {
        let folder = folder(name, &bytes);
        let options = json!({ "rapports": ["json"] });
        let given = validated(Asked { options, ..Asked::about(name, bytes.clone()) });
        let (_, expected) = said(folder.path(), &["validate", "--format", "json", name]);
        assert_eq!(given.text(Channel::Json), expected, "{name}");
        let options = json!({ "rapports": ["json"], "bloquant": true });
        let given = validated(Asked { options, ..Asked::about(name, bytes) });
        let (_, expected) = said(folder.path(), &["validate", "--level", "bloquant", "--format", "json", name]);
        assert_eq!(given.text(Channel::Json), expected, "{name}");
    }
}

#[test]
fn repairs() {
    for case in cases("repair") {
        let bytes = fs::read(case.join("entree.csv")).expect("a case");
        let folder = folder("entree.csv", &bytes);
        let options = json!({ "sortie": "sortie.csv", "rapports": ["json", "csv"] });
        let given = repaired(Asked { options, ..Asked::about("entree.csv", bytes) });
        for (channel, format) in [(Channel::Json, "json"), (Channel::Csv, "csv")] {
            let report = format!("rapport.{format}");
            let (code, stdout) =
                said(folder.path(), &["repair", "entree.csv", "--force", "-o", "sortie.csv", "--rapport", &report]);
            assert!(code < 2, "{} {stdout}", case.display());
            let written = |name: &str| fs::read(folder.path().join(name)).expect("a file");
            assert!(given.bytes(Channel::File) == written("sortie.csv"), "{}", case.display());
            assert!(given.bytes(channel) == written(&report), "{} {format}", case.display());
            assert_eq!(given.page()["fini"], code == 0, "{}", case.display());
        }
    }
}

#[test]
fn migrations() {
    for (name, more, options) in [
        ("hub-0.1.csv", &[][..], json!({})),
        ("propre-0.1.csv", &[], json!({})),
        ("hub-0.1.csv", &["--vers", "1.0.1"], json!({ "vers": "1.0.1" })),
        ("hub-0.1.csv", &["--depuis", "0.1.0"], json!({ "depuis": "0.1.0" })),
    ] {
        let bytes = fs::read(root().join("tests/cases/migrate").join(name)).expect("a case");
        let folder = folder(name, &bytes);
        for (channel, format) in [(Channel::Json, "json"), (Channel::Csv, "csv")] {
            let mut options = options.clone();
            options["rapports"] = json!([format]);
            let given = migrated(Asked { options, ..Asked::about(name, bytes.clone()) });
            let report = format!("rapport.{format}");
            let form = format!("questions-{format}.csv");
            let arguments =
                [&["migrate", name, "--force", "-o", "nouveau.csv", "--rapport", &report, "--decisions", &form][..], more]
                    .concat();
            let (code, stdout) = said(folder.path(), &arguments);
            assert!(code < 2, "{stdout}");
            let written = |name: &str| fs::read(folder.path().join(name)).unwrap_or_default();
            assert!(!written("nouveau.csv").is_empty() && given.bytes(Channel::File) == written("nouveau.csv"), "{name}");
            assert!(!written(&report).is_empty() && given.bytes(channel) == written(&report), "{name} {format}");
            assert_eq!(given.text(Channel::Form), String::from_utf8_lossy(&written(&form)), "{name}");
        }
    }
}

#[test]
fn answers_of_the_page_are_those_of_the_form() {
    let name = "hub-0.1.csv";
    let bytes = fs::read(root().join("tests/cases/migrate").join(name)).expect("a case");
    let asked = migrated(Asked::about(name, bytes.clone()));
    let questions = asked.page()["questions"].as_array().expect("a list").clone();
    assert!(questions.len() >= 3, "{questions:#?}");
    let answers: Vec<_> = questions
        .iter()
        .map(|question| [&question["passage"], &question["colonne"], &question["valeur"], &question["proposition"]])
        .collect();
    let by_page = migrated(Asked { options: json!({ "reponses": answers }), ..Asked::about(name, bytes.clone()) });
    // The form, filled in with what it proposes.
    let form = asked.text(Channel::Form);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(form.trim_start_matches('\u{feff}').as_bytes());
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(reader.headers().expect("a header")).expect("a row");
    for row in reader.records() {
        let row = row.expect("a row");
        let cells = row.iter().enumerate().map(|(rank, cell)| if rank == 8 { &row[5] } else { cell });
        writer.write_record(cells).expect("a row");
    }
    let form = writer.into_inner().expect("bytes");
    let by_form = migrated(Asked { form: Some(form), ..Asked::about(name, bytes.clone()) });
    assert_eq!(by_page.text(Channel::File), by_form.text(Channel::File));
    assert_ne!(by_page.text(Channel::File), asked.text(Channel::File));
    let wrong = json!({ "reponses": [[questions[0]["passage"], questions[0]["colonne"], questions[0]["valeur"], "peut-être"]] });
    let refused = migrated(Asked { options: wrong, ..Asked::about(name, bytes) });
    assert!(
        !refused.done && refused.text(Channel::Refusal).contains("n'est pas possible : écrivez"),
        "{}",
        refused.text(Channel::Refusal)
    );
    assert!(refused.bytes(Channel::File).is_empty());
}
