//! Whatever is given, the command answers in French, names the file, and loses nothing.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use crate::support::{command, copy, files, root, run};

/// A folder with a valid small `schema/`.
fn workplace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("tests/cases/base"), &folder.path().join("schema"));
    folder
}

fn verb(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    run(command().current_dir(folder).args(arguments))
}

/// Runs `check`, which must find `rule` in `file`.
fn finds(folder: &Path, rule: &str, file: &str) {
    let (code, stdout, stderr) = verb(folder, &["check"]);
    assert_eq!((code, stderr.as_str()), (1, ""), "{stdout}");
    assert!(stdout.contains(&format!("faute[{rule}]")) && stdout.contains(file), "{stdout}");
}

#[test]
fn missing_and_empty_folders() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, _, stderr) = verb(folder.path(), &["check"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("« schema »") && stderr.contains("il n'existe pas"), "{stderr}");
    fs::write(folder.path().join("lieux.csv"), "nom\n").expect("a file");
    for arguments in [&["validate", "lieux.csv"][..], &["stats", "lieux.csv"], &["repair", "lieux.csv", "-o", "neuf.csv"]] {
        let (code, _, stderr) = verb(folder.path(), arguments);
        assert_eq!(code, 2, "{arguments:?}");
        assert!(stderr.contains("depuis le dossier du dépôt") && stderr.contains("--schema"), "{arguments:?} : {stderr}");
    }
    fs::create_dir(folder.path().join("schema")).expect("a folder");
    finds(folder.path(), "fichier-manquant", "standard.yaml");
    fs::write(folder.path().join("fichier"), "x").expect("a file");
    let (code, _, stderr) = verb(folder.path(), &["check", "--schema", "fichier"]);
    assert_eq!(code, 2, "{stderr}");
}

#[test]
fn bytes_that_are_not_a_text() {
    let folder = workplace();
    let path = folder.path().join("schema/champs/nom.yaml");
    for bytes in [&b"nom: \xe9t\xe9\n"[..], b"\x89PNG\x0d\x0a\x1a\x0a\0\0\0", b"\xff\xfen\0o\0m\0"] {
        fs::write(&path, bytes).expect("a file");
        finds(folder.path(), "fichier-illisible", "schema/champs/nom.yaml");
    }
}

#[test]
fn byte_order_mark_and_carriage_returns_are_read() {
    let folder = workplace();
    let path = folder.path().join("schema/champs/nom.yaml");
    let text = fs::read_to_string(&path).expect("a text");
    let (before, _, _) = verb(folder.path(), &["generate"]);
    assert_eq!(before, 0);
    let generated = files(&folder.path().join("generated"));
    fs::write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).expect("a file");
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    assert!(files(&folder.path().join("generated")) == generated);
}

#[test]
fn huge_deep_and_expanding_files() {
    let folder = workplace();
    let path = folder.path().join("schema/champs/nom.yaml");
    fs::write(&path, "a".repeat(50 << 20)).expect("a big file");
    finds(folder.path(), "fichier-trop-gros", "schema/champs/nom.yaml");
    fs::write(&path, format!("nom: {}", "[".repeat(10_000))).expect("a deep file");
    finds(folder.path(), "yaml-trop-profond", "schema/champs/nom.yaml");
    let blocks: String = (0..500).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    fs::write(&path, blocks).expect("a deep file");
    finds(folder.path(), "yaml-trop-profond", "schema/champs/nom.yaml");
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for i in 1..10 {
        let before = i - 1;
        bomb.push_str(&format!("a{i}: &a{i} [{}]\n", vec![format!("*a{before}"); 9].join(", ")));
    }
    fs::write(&path, bomb).expect("a bomb");
    finds(folder.path(), "yaml-hors-sous-ensemble", "schema/champs/nom.yaml");
}

#[test]
fn links_that_loop_or_lead_elsewhere() {
    let folder = workplace();
    let link = folder.path().join("schema/champs/boucle.yaml");
    symlink("boucle.yaml", &link).expect("a link");
    let (code, _, stderr) = verb(folder.path(), &["check"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("boucle.yaml") && stderr.contains("tournent en rond"), "{stderr}");
    fs::remove_file(&link).expect("removed");
    symlink("..", folder.path().join("schema/champs/dossier")).expect("a link");
    let (code, _, stderr) = verb(folder.path(), &["check"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("est un lien vers un dossier"), "{stderr}");
}

#[test]
fn a_folder_that_is_not_ours_is_refused_untouched() {
    let folder = workplace();
    let precious = folder.path().join("precieux");
    fs::create_dir(&precious).expect("a folder");
    fs::write(precious.join("these.txt"), "dix ans de travail").expect("a file");
    fs::write(precious.join("standard.json"), "à moi").expect("a file");
    let before = files(&precious);
    let (code, _, stderr) = verb(folder.path(), &["generate", "--out", "precieux"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("these.txt") && stderr.contains("rien n'a été touché"), "{stderr}");
    assert!(files(&precious) == before);
    let (code, _, stderr) = verb(folder.path(), &["generate", "--out", "precieux/these.txt"]);
    assert_eq!(code, 2, "{stderr}");
    assert!(files(&precious) == before);
}

#[test]
fn a_manifest_cannot_point_outside() {
    let folder = workplace();
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    fs::write(folder.path().join("a-garder.txt"), "précieux").expect("a file");
    let elsewhere = folder.path().join("ailleurs");
    fs::create_dir(&elsewhere).expect("a folder");
    fs::write(elsewhere.join("f.txt"), "précieux").expect("a file");
    symlink(&elsewhere, folder.path().join("generated/lien")).expect("a link");
    let manifest = folder.path().join("generated/.artefacts");
    let list = fs::read_to_string(&manifest).expect("a manifest");
    let outside = folder.path().join("a-garder.txt");
    fs::write(&manifest, format!("{list}../a-garder.txt\n{}\nlien/f.txt\n", outside.display())).expect("a manifest");
    verb(folder.path(), &["generate"]);
    assert_eq!(fs::read_to_string(outside).expect("still there"), "précieux");
    assert_eq!(fs::read_to_string(elsewhere.join("f.txt")).expect("still there"), "précieux");
}

#[test]
fn only_our_own_orphans_are_removed() {
    let folder = workplace();
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    let out = folder.path().join("generated");
    fs::create_dir(out.join("vieux")).expect("a folder");
    fs::write(out.join("vieux/page.md"), "# vieille page\n").expect("a file");
    fs::write(out.join("note.txt"), "à moi").expect("a file");
    let manifest = out.join(".artefacts");
    fs::write(&manifest, format!("{}vieux/page.md\n", fs::read_to_string(&manifest).expect("a manifest"))).expect("a manifest");
    let (code, stdout, _) = verb(folder.path(), &["check"]);
    assert_eq!(code, 1);
    assert!(
        stdout.contains("generated/vieux/page.md : plus rien")
            && stdout.contains("generated/note.txt : ce fichier n'a pas été écrit"),
        "{stdout}"
    );
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    assert!(!out.join("vieux").exists() && out.join("note.txt").exists());
}

#[test]
fn an_interrupted_or_conflicted_folder_is_repaired() {
    let folder = workplace();
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    let out = folder.path().join("generated");
    let whole = files(&out);
    fs::write(out.join(".en-cours-123"), "moitié").expect("a file");
    fs::remove_file(out.join("standard.json")).expect("removed");
    let conflict = |text: &str| format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> autre\n");
    for path in ["rust/Cargo.toml", ".artefacts", "champs.csv"] {
        let text = fs::read_to_string(out.join(path)).expect("a text");
        fs::write(out.join(path), conflict(&text)).expect("a conflict");
    }
    assert_eq!(verb(folder.path(), &["check"]).0, 1);
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    assert!(files(&out) == whole);
    fs::remove_dir_all(&out).expect("removed");
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    assert!(files(&out) == whole);
}

#[test]
fn a_second_run_writes_nothing() {
    let folder = workplace();
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    let path = folder.path().join("generated/standard.json");
    let first = fs::metadata(&path).and_then(|file| file.modified()).expect("a time");
    let (_, stdout, _) = verb(folder.path(), &["generate"]);
    assert!(stdout.contains("tout était à jour"), "{stdout}");
    assert_eq!(fs::metadata(&path).and_then(|file| file.modified()).expect("a time"), first);
}

#[test]
fn nothing_is_written_when_the_sources_are_wrong() {
    let folder = workplace();
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    let before = files(&folder.path().join("generated"));
    fs::write(folder.path().join("schema/champs/nom.yaml"), "nom: nom\n").expect("a file");
    let (code, stdout, _) = verb(folder.path(), &["generate"]);
    assert_eq!(code, 1);
    assert!(stdout.contains("rien n'a été écrit"), "{stdout}");
    assert!(files(&folder.path().join("generated")) == before);
}

/// Root passes over rights, so a disk in read-only mode and a full one are mounted, where the system lets us.
#[test]
fn a_read_only_or_full_disk_is_named() {
    let folder = workplace();
    let mount = |name: &str, options: &str| {
        let path = folder.path().join(name);
        fs::create_dir(&path).expect("a folder");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&path).status();
        mounted.is_ok_and(|status| status.success())
    };
    let unmount = |name: &str| Command::new("umount").arg(folder.path().join(name)).status().is_ok_and(|status| status.success());
    if mount("lecture-seule", "ro,size=1m") {
        let (code, _, stderr) = verb(folder.path(), &["generate", "--out", "lecture-seule/ici"]);
        assert!(unmount("lecture-seule"));
        assert_eq!(code, 2);
        assert!(stderr.contains("lecture-seule") && stderr.contains("lecture seule"), "{stderr}");
    } else {
        let path = folder.path().join("interdit");
        fs::create_dir(&path).expect("a folder");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o555)).expect("rights");
        let (code, _, stderr) = verb(folder.path(), &["generate", "--out", "interdit/ici"]);
        not_tried("un disque en lecture seule : seuls les droits d'accès ont été essayés");
        assert!(code == 2 && stderr.contains("interdit"), "{stderr}");
    }
    if mount("plein", "size=64k") {
        let (code, _, stderr) = verb(folder.path(), &["generate", "--out", "plein"]);
        let left: Vec<String> =
            files(&folder.path().join("plein")).into_keys().filter(|path| path.starts_with(".en-cours")).collect();
        assert!(unmount("plein"));
        assert_eq!(code, 2);
        assert!(stderr.contains("le disque est plein"), "{stderr}");
        assert!(left.is_empty(), "{left:?}");
    } else {
        not_tried("un disque plein : rien n'en a été essayé");
    }
}

/// Says what could not be tried, whatever the test runner hides of tests that pass: it catches `eprintln!`, not this.
fn not_tried(what: &str) {
    let said = format!("NOT TESTED: {what}, faute du droit de monter un disque\n");
    std::io::stderr().write_all(said.as_bytes()).expect("standard error");
}

#[test]
fn the_command_line_answers_in_french() {
    for (arguments, expected) in [
        (&["chek"][..], "vouliez-vous écrire « check »"),
        (&["check", "--formt"], "n'est pas attendu ici"),
        (&["check", "--format", "xml"], "il faut : terminal, github, json, sarif"),
        (&["explain", "cle-inconue"], "vouliez-vous écrire « cle-inconnue »"),
        (&[], "il manque une commande"),
    ] {
        let (code, _, stderr) = verb(root(), arguments);
        assert_eq!(code, 2, "{arguments:?}");
        assert!(stderr.contains(expected), "{stderr}");
    }
    let (code, stdout, _) = verb(root(), &["expliquer", "guillemets-manquants"]);
    assert!(code == 0 && stdout.contains("01000") && stdout.contains("Pourquoi"), "{stdout}");
    let (code, stdout, _) = verb(root(), &["verifier", "--help"]);
    assert!(code == 0 && stdout.contains("Dossier de la source"), "{stdout}");
}

#[test]
fn machine_formats_carry_the_same_findings() {
    let folder = workplace();
    fs::write(folder.path().join("schema/champs/nom.yaml"), "nom: nom\ntitre: \"Où, 100 % : là\"\nobligatoire: oui\n")
        .expect("a file");
    let (_, text, _) = verb(folder.path(), &["check", "--format", "json"]);
    let findings: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let findings = findings.as_array().expect("a list");
    assert!(findings.len() >= 4);
    let wrong = findings.iter().find(|finding| finding["regle"] == "genre-de-valeur").expect("the finding");
    assert_eq!(
        wrong["lieu"],
        serde_json::json!({ "fichier": "schema/champs/nom.yaml", "ligne": 3, "colonne": 14, "ligne_fin": 3, "colonne_fin": 17, "octet": 48, "octet_fin": 51 })
    );
    let (_, github, _) = verb(folder.path(), &["check", "--format", "github"]);
    assert_eq!(github.lines().count(), findings.len());
    assert!(
        github.contains("::error file=schema/champs/nom.yaml,line=3,col=14,endLine=3,endColumn=17,title=genre-de-valeur::"),
        "{github}"
    );
    let (_, sarif, _) = verb(folder.path(), &["check", "--format", "sarif"]);
    let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("JSON");
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(findings.len()));
    let summary = folder.path().join("resume.md");
    run(command().current_dir(folder.path()).env("GITHUB_STEP_SUMMARY", &summary).args(["check", "--format", "github"]));
    assert!(fs::read_to_string(summary).expect("a summary").contains("| `schema/champs/nom.yaml:3:14` | `genre-de-valeur` |"));
}

#[test]
fn colours_only_on_a_terminal_that_wants_them() {
    let folder = workplace();
    fs::write(folder.path().join("schema/champs/nom.yaml"), "nom: nom\n").expect("a file");
    let (_, stdout, _) = verb(folder.path(), &["check"]);
    assert!(!stdout.contains('\u{1b}'));
    // `script` gives the command a terminal; it is in the base system of every Linux.
    let path = command().get_program().to_owned();
    let on_terminal = |no_color: bool| {
        let mut script = Command::new("script");
        script
            .args(["-qec", &format!("{} check", Path::new(&path).display()), "/dev/null"])
            .current_dir(folder.path())
            .env("TERM", "xterm");
        if no_color {
            script.env("NO_COLOR", "1");
        } else {
            script.env_remove("NO_COLOR").env_remove("CLICOLOR").env_remove("CI");
        }
        String::from_utf8_lossy(&script.output().expect("the command `script` is needed: apt-get install bsdutils").stdout)
            .into_owned()
    };
    assert!(on_terminal(false).contains('\u{1b}'));
    assert!(!on_terminal(true).contains('\u{1b}'));
}
