//! Options of the data commands: the same words mean the same for all of them, and what cannot be done is said in whole.

use std::fs;
use std::path::Path;

use crate::support::{command, root, run};

const OLD: &str = "id,courriel,publics_accueillis\na,a@b.fr,Adultes\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("lieux.csv"), OLD).expect("writable");
    folder
}

fn told(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let (schema, generated) = (root().join("schema"), root().join("generated"));
    run(command().current_dir(folder).args(arguments).arg("--schema").arg(schema).arg("--generated").arg(generated))
}

#[test]
fn a_version_is_asked_for_with_or_without_its_letter() {
    let folder = folder();
    for version in ["1.0.1", "v1.0.1"] {
        let (_, stdout, stderr) = told(folder.path(), &["migrate", "lieux.csv", "--vers", version, "-o", "n.csv", "--force"]);
        assert!(stdout.contains(" → 1.0.1, 1 ligne"), "{stderr}");
        let (_, stdout, stderr) = told(folder.path(), &["migrate", "lieux.csv", "--depuis", "v0.1.0", "-o", "n.csv", "--force"]);
        assert!(stdout.contains("version 0.1.0, donnée par --depuis"), "{stderr}");
        let (_, stdout, stderr) = told(folder.path(), &["validate", "lieux.csv", "--standard", version]);
        assert!(stdout.contains("standard 1.0.1, comme demandé"), "{stderr}");
    }
    let (code, _, stderr) = told(folder.path(), &["migrate", "lieux.csv", "--vers", "vv1.0.1", "-o", "n.csv", "--force"]);
    assert!(code == 2 && stderr.contains("trois nombres"), "{stderr}");
}

/// Each command that writes beside the data, to that file.
fn writing(out: &str) -> [Vec<&str>; 7] {
    [
        vec!["repair", "lieux.csv", "-o", out],
        vec!["repair", "lieux.csv", "-o", "neuf.csv", "--rapport", out],
        vec!["migrate", "lieux.csv", "-o", out],
        vec!["migrate", "lieux.csv", "-o", "neuf.csv", "--rapport", out],
        vec!["migrate", "lieux.csv", "-o", "neuf.csv", "--decisions", out],
        vec!["validate", "lieux.csv", "--format", "html", "-o", out],
        vec!["stats", "lieux.csv", "-o", out],
    ]
}

#[test]
fn a_folder_that_is_missing_is_named_and_never_made() {
    let folder = folder();
    for arguments in writing("absent/neuf.csv") {
        let (code, stdout, stderr) = told(folder.path(), &arguments);
        assert!(code == 2 && stdout.is_empty(), "{arguments:?}: {stdout}");
        assert!(stderr.contains("le dossier « absent » n'existe pas : créez-le"), "{arguments:?}: {stderr}");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "{arguments:?}");
    }
    fs::create_dir(folder.path().join("absent")).expect("a folder");
    for arguments in writing("absent/neuf.csv") {
        let (code, _, stderr) = told(folder.path(), &[&arguments[..], &["--force"]].concat());
        assert!(code < 2, "{arguments:?}: {stderr}");
        // A form that is there is read.
        let _ = fs::remove_file(folder.path().join("absent/neuf.csv"));
    }
}

#[test]
fn an_output_has_a_name() {
    let folder = folder();
    for arguments in writing("-").into_iter().filter(|arguments| !arguments.contains(&"--rapport")) {
        let (code, stdout, stderr) = told(folder.path(), &arguments);
        assert!(code == 2 && stdout.is_empty() && stderr.contains("donnez-lui un nom"), "{arguments:?}: {stderr}");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "{arguments:?}");
    }
    for verb in ["repair", "migrate"] {
        let (code, _, stderr) = told(folder.path(), &[verb, "lieux.csv", "-o", "aa.csv", "--rapport", "aa.csv"]);
        assert!(code == 2 && stderr.contains("« aa.csv » est donné deux fois"), "{stderr}");
    }
    // Options are called by the names that --help gives.
    let (code, _, stderr) = told(folder.path(), &["validate", "lieux.csv", "--format", "json", "-o", "x"]);
    assert!(code == 2 && stderr.contains("--out écrit une page"), "{stderr}");
}

/// The standard input is read once: asked for twice, it is refused before anything is said; with other files, it is one of them.
#[test]
fn the_standard_input_is_read_once() {
    let folder = folder();
    for format in ["terminal", "json"] {
        let (code, stdout, stderr) = told(folder.path(), &["validate", "-", "lieux.csv", "-", "--format", format]);
        assert_eq!((code, stdout.as_str()), (2, ""), "{stderr}");
        assert!(stderr.contains("l'entrée standard, est donnée deux fois"), "{stderr}");
    }
    let (_, stdout, stderr) = told(folder.path(), &["validate", "-", "lieux.csv"]);
    assert!(!stderr.contains("deux fois") && stdout.contains("lieux.csv"), "{stdout}{stderr}");
}

#[test]
fn each_finding_has_its_annotation_when_all_are_asked_for() {
    let folder = folder();
    let rows: String = (0..30).map(|rank| format!("{rank},06 xx\n")).collect();
    fs::write(folder.path().join("lieux.csv"), format!("id,telephone\n{rows}")).expect("writable");
    let annotations = |more: &[&str]| {
        let (_, stdout, _) = told(folder.path(), &[&["validate", "lieux.csv", "--format", "github"], more].concat());
        let of_phones = stdout.lines().filter(|line| line.contains("telephone : « 06 xx »")).map(str::to_owned);
        of_phones.collect::<Vec<_>>()
    };
    let (first, all) = (annotations(&[]), annotations(&["--all"]));
    assert!(first[0].contains("line=2,") && first[0].contains("(et "), "{first:?}");
    let rules = first.len();
    assert_eq!(all.len(), 30 * rules, "{all:?}");
    assert!(all[all.len() - 1].contains("line=31,") && !all[0].contains("(et "), "{all:?}");
}
