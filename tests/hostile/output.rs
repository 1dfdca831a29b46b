//! A reader that leaves, a disk that is full, a path that is no file.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use crate::support::{command, run};

/// Rows with something wrong in each.
fn faulty() -> String {
    (0..20_000).fold("id,nom\n".to_owned(), |text, i| text + &format!("{i},=a{i}\n"))
}

#[test]
fn a_reader_that_leaves_is_not_complained_to() {
    let mut command = command();
    command.args(["validate", "--format", "ndjson", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let feeding = std::thread::spawn(move || drop(pipe.write_all(faulty().as_bytes())));
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
    let ended = child.wait_with_output().expect("it ends");
    feeding.join().expect("fed");
    assert!(line.starts_with("{\"fichier\":"), "{line}");
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(1), ""));
}

#[test]
fn a_full_disk_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lieux.csv");
    fs::write(&path, faulty()).expect("a file");
    for format in ["ndjson", "terminal"] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
        let mut command = command();
        let ended = command.args(["validate", "--format", format]).arg(&path).stdout(full).output().expect("it runs");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!(ended.status.code(), Some(2), "{said}");
        assert!(said.contains("affichage impossible") && said.contains("le disque est plein"), "{said}");
    }
}

#[test]
fn paths_that_are_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, _, said) = run(command().arg("validate").arg(folder.path()));
    assert_eq!(code, 2);
    assert!(said.contains("est un dossier : donnez un fichier de données"), "{said}");
    let (code, _, said) = run(command().arg("validate").arg(folder.path().join("absent.csv")));
    assert_eq!(code, 2);
    assert!(said.contains("absent.csv") && said.contains("il n'existe pas"), "{said}");
}

#[test]
fn a_pipe_with_a_name_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("tube");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());
    let writer = path.clone();
    let feeding = std::thread::spawn(move || fs::write(writer, "id,nom\n1,a\n"));
    let (code, said, _) = run(command().arg("validate").arg(&path));
    feeding.join().expect("fed").expect("written");
    assert_eq!(code, 1);
    assert!(said.contains("1 ligne lue"), "{said}");
}

/// Every way to show something: the arguments, files being named in a folder of one's own.
const SHOWN: [&[&str]; 13] = [
    &["validate", "lieux.csv", "--format", "terminal"],
    &["validate", "lieux.csv", "--format", "json"],
    &["validate", "lieux.csv", "--format", "ndjson"],
    &["validate", "lieux.csv", "--format", "csv"],
    &["validate", "lieux.csv", "--format", "github"],
    &["validate", "lieux.csv", "--format", "html"],
    &["stats", "lieux.csv", "--format", "terminal"],
    &["stats", "lieux.csv", "--format", "json"],
    &["stats", "lieux.csv", "--format", "html"],
    &["repair", "lieux.csv", "-o", "sortie.csv", "--force", "--format", "terminal"],
    &["repair", "lieux.csv", "-o", "sortie.csv", "--force", "--format", "json"],
    &["repair", "lieux.csv", "-o", "sortie.csv", "--force", "--format", "ndjson"],
    &["migrate", "ancien.csv", "-o", "sortie.csv", "--force"],
];

/// A folder with a present file and an old one, both with something to say of each row.
fn workplace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let rows: String = (0..1_000).map(|i| format!("{i},=a{i}, {i} rue,0180059880\n")).collect();
    fs::write(folder.path().join("lieux.csv"), format!("id,nom,adresse,telephone\n{rows}")).expect("a file");
    let old = fs::read_to_string(crate::support::root().join("tests/cases/migrate/hub-0.1.csv")).expect("a case");
    let (header, rows) = old.split_once('\n').expect("rows");
    fs::write(folder.path().join("ancien.csv"), format!("{header}\n{}", rows.repeat(200))).expect("a file");
    folder
}

fn arguments(command: &mut std::process::Command, folder: &std::path::Path, words: &[&str]) {
    let root = crate::support::root();
    command.current_dir(folder).args(words);
    if words[0] == "migrate" {
        command.arg("--schema").arg(root.join("schema")).arg("--generated").arg(root.join("generated"));
    } else {
        command.arg("--standard").arg(root.join("generated/standard.json"));
    }
}

#[test]
fn every_display_says_that_the_disk_is_full_and_lets_its_reader_leave() {
    let folder = workplace();
    for words in SHOWN {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
        let mut command = command();
        arguments(&mut command, folder.path(), words);
        let ended = command.stdout(full).output().expect("it runs");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!(ended.status.code(), Some(2), "{words:?}: {said}");
        assert!(said.contains("affichage impossible") && said.contains("le disque est plein"), "{words:?}: {said}");
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let ended = command.stdout(writer).output().expect("it runs");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(matches!(ended.status.code(), Some(0 | 1)), "{words:?}: {:?} {said}", ended.status);
        assert!(!said.contains("erreur") && !said.contains("panicked"), "{words:?}: {said}");
    }
}

/// The report grows faster than what it is about: it meets the end of the disk first, and is named.
#[test]
fn a_report_that_the_disk_refuses_is_named() {
    for words in [
        &["repair", "lieux.csv", "-o", "sortie.csv", "--rapport", "rapport.csv"][..],
        &["repair", "lieux.csv", "-o", "sortie.csv", "--rapport", "rapport.json"],
        &["migrate", "ancien.csv", "-o", "sortie.csv", "--rapport", "rapport.csv"],
        &["migrate", "ancien.csv", "-o", "sortie.csv", "--rapport", "rapport.json"],
    ] {
        let folder = workplace();
        let script = r#"trap '' XFSZ; ulimit -f "$1"; shift; exec "$@""#;
        let run = |blocks: &str| {
            let mut limited = std::process::Command::new("sh");
            let mut program = command();
            arguments(&mut program, folder.path(), words);
            limited.args(["-c", script, "sh", blocks]).arg(program.get_program()).args(program.get_args());
            limited.current_dir(folder.path()).output().expect("it runs")
        };
        let read = ["ancien.csv", "lieux.csv"];
        let there = || crate::support::files(folder.path()).into_keys().collect::<Vec<_>>();
        let ended = run("160");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!(ended.status.code(), Some(2), "{words:?}: {said}");
        assert!(said.contains(&format!("écriture impossible de « {} »", words[5])), "{words:?}: {said}");
        assert_eq!(there(), read, "{words:?}");
        let ended = run("unlimited");
        assert!(matches!(ended.status.code(), Some(0 | 1)), "{words:?}: {}", String::from_utf8_lossy(&ended.stderr));
        assert_eq!(there(), ["ancien.csv", "lieux.csv", words[5], "sortie.csv"], "{words:?}");
    }
}
