//! What a side may be, apart from a revision, and what is said of what is none.

use std::fs;

use super::{diff, workplace};
use crate::support::{command, run};

#[test]
fn a_side_may_be_a_version_a_folder_a_file_or_nothing() {
    let folder = workplace();
    let expected = diff(folder.path(), &["1.0.0", "1.1.0"]);
    assert_eq!((expected.0, expected.2.as_str()), (0, ""), "{}", expected.1);
    assert!(expected.1.contains("valeur de plus"), "{}", expected.1);
    for arguments in [
        &["1.0.0"][..],
        &["v1.0.0"],
        &["schema/versions/1.0.0.json", "v1.1.0"],
        &["1.0.0", "."],
        &["1.0.0", "generated"],
        &["1.0.0", "generated/standard.json"],
        &["1.0.0", "generated/table-schema"],
        &["1.0.0", "--schema", "./schema"],
    ] {
        let (code, stdout, stderr) = diff(folder.path(), arguments);
        let is_imported = arguments.contains(&"generated/table-schema");
        assert_eq!(
            (code, stderr.starts_with("note : "), stderr.lines().count()),
            (0, is_imported, usize::from(is_imported)),
            "{arguments:?}"
        );
        assert!(stdout.contains("« Aide en ligne (visio) »"), "{arguments:?}: {stdout}");
    }
    // What exists on the disk comes before a version.
    fs::copy(folder.path().join("generated/standard.json"), folder.path().join("1.0.0")).expect("a copy");
    assert!(diff(folder.path(), &["1.0.0"]).1.contains("Rien ne change"));
    assert_eq!(run(command().current_dir(folder.path()).args(["comparer", "0.9.0", "v1.0.0"])).0, 0);
}

#[test]
fn what_is_not_a_standard_is_named() {
    let folder = workplace();
    let path = folder.path();
    let whole = fs::read_to_string(path.join("generated/standard.json")).expect("a text");
    fs::write(path.join("tronque.json"), &whole[..whole.len() / 2]).expect("a file");
    fs::write(path.join("vide.json"), "\n").expect("a file");
    fs::write(path.join("autre.json"), "{\"a\": 1}").expect("a file");
    fs::write(path.join("liste.json"), "[]").expect("a file");
    fs::write(path.join("vieux.json"), whole.replacen("\"nom\"", "\"non\"", 1)).expect("a file");
    fs::write(path.join("image.png"), b"\x89PNG\r\n\x1a\n\0\0").expect("a file");
    fs::write(path.join("profond.json"), "[".repeat(100_000)).expect("a file");
    fs::write(path.join("enorme.json"), format!("{{\"champs\": [{}]}}", "0,".repeat(9 << 20))).expect("a file");
    fs::write(path.join("table.json"), "{\"fields\": [{\"name\": \"a\", \"type\": \"zzz\"}, 3]}").expect("a file");
    fs::create_dir(path.join("rien")).expect("a folder");
    for (side, expected) in [
        ("tronque.json", "le fichier est tronqué"),
        ("vide.json", "« vide.json » est vide"),
        ("autre.json", "ni un standard résolu (standard.json) ni un Table Schema"),
        ("liste.json", "ni un standard résolu (standard.json) ni un Table Schema"),
        ("vieux.json", "une autre version de l'outil l'a sans doute écrit"),
        ("image.png", "n'est pas du JSON"),
        ("profond.json", "n'est pas du JSON"),
        ("enorme.json", "dépasse 16 Mio"),
        ("rien", "ne contient pas de standard"),
        ("absent.json", "n'est ni un fichier ou un dossier"),
        ("7.7.7", "ni une version figée ou en préparation"),
    ] {
        for arguments in [[side, "1.0.0"], ["1.0.0", side]] {
            let (code, stdout, stderr) = diff(path, &arguments);
            assert_eq!((code, stdout.as_str()), (2, ""), "{arguments:?}: {stderr}");
            assert!(stderr.starts_with("erreur : ") && stderr.contains(expected), "{arguments:?}: {stderr}");
        }
    }
    // Some of these schemas do import: what matters is that nothing breaks.
    assert!(diff(path, &["table.json", "1.0.0"]).0 <= 2);
}

#[test]
fn git_that_is_not_there_is_said() {
    let folder = workplace();
    let (code, _, stderr) = diff(folder.path(), &["HEAD", "1.0.0"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("« schema » n'est pas dans un dépôt Git"), "{stderr}");
    let (code, _, stderr) = run(command().current_dir(folder.path()).env("PATH", "").args(["diff", "HEAD", "1.0.0"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("la commande git est introuvable"), "{stderr}");
}
