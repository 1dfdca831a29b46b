//! Whatever folder `audit` is given, it reads what it can, says what it did not, and answers in French.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::{command, copy, root, run};

const WRONG: &str = "x = 'Comprehension du monde numérique';\n";

fn audit(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let schema = root().join("schema");
    run(command().current_dir(folder).arg("audit").args(arguments).arg("--schema").arg(schema))
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

#[test]
fn what_cannot_be_read_at_all_is_a_failure() {
    let folder = folder(&[("image.png", b"\x89PNG\r\n\0\0"), ("excel.csv", b"\xff\xfei\0d\0")]);
    for (path, said) in [
        ("rien", "« rien » : il n'existe pas"),
        ("./image.png", "« ./image.png » n'est pas un texte que l'on sait lire : binaire"),
        ("excel.csv", "« excel.csv » n'est pas un texte que l'on sait lire : en UTF-16"),
    ] {
        let (code, stdout, stderr) = audit(folder.path(), &[path]);
        assert_eq!((code, stdout.as_str()), (2, ""), "{path}");
        assert!(stderr.contains(said), "{stderr}");
    }
    let (code, _, stderr) = audit(folder.path(), &[]);
    assert!(code == 2 && stderr.contains("il manque <CHEMIN>"), "{stderr}");
    let (code, _, stderr) = run(command().current_dir(folder.path()).args(["audit", "image.png", "--schema", "absent"]));
    assert!(code == 2 && stderr.contains("« absent »"), "{stderr}");
    let (code, _, stderr) = run(command().current_dir(folder.path()).args(["auditer", "image.png", "--schema", "."]));
    assert!(code == 2 && stderr.contains("cargo standard check"), "{stderr}");
}

#[test]
fn empty_things_hold_nothing() {
    let folder = folder(&[("vide.txt", b"")]);
    fs::create_dir(folder.path().join("dossier")).expect("a folder");
    for (path, read) in [("vide.txt", "1 fichier lu (0 octet)"), ("dossier", "0 fichier lu (0 octet)")] {
        let (code, stdout, _) = audit(folder.path(), &[path]);
        assert_eq!((code, stdout), (0, format!("aucune valeur du standard n'a été rencontrée\nrien à corriger\n{read}\n")));
    }
}

#[test]
fn what_is_not_read_is_said() {
    let folder = folder(&[
        ("src/a.ts", WRONG.as_bytes()),
        (".git/b.ts", WRONG.as_bytes()),
        ("node_modules/c/d.ts", WRONG.as_bytes()),
        ("logo.png", b"\x89PNG\r\n\0"),
        ("excel.csv", b"\xff\xfei\0d\0"),
        ("donnees.bin", &[0xb5; 3000]),
    ]);
    let at = |path: &str| folder.path().join(path);
    symlink("..", at("src/boucle")).expect("a link");
    symlink("a.ts", at("src/lien.ts")).expect("a link");
    symlink("/nulle-part", at("perdu")).expect("a link");
    assert!(Command::new("mkfifo").arg(at("tube")).status().expect("mkfifo runs").success());
    let (code, stdout, stderr) = audit(folder.path(), &["."]);
    assert_eq!((code, stderr.as_str()), (1, ""), "{stdout}");
    assert_eq!(stdout.matches("faute[").count(), 1, "{stdout}");
    let expected = "1 faute, 0 conseil
2 fichiers lus (3 041 octets)
non lus, binaires : logo.png
non lus, en UTF-16 (enregistrez-les en UTF-8) : excel.csv
non lus, liens : perdu, src/boucle, src/lien.ts
non lus, ni fichiers ni dossiers : tube
non lus, dossiers d'outils : .git, node_modules
";
    assert!(stdout.starts_with("src/a.ts:1:6 faute[copie-accent]") && stdout.ends_with(expected), "{stdout}");
    // What is asked for is read, even through a link.
    assert_eq!(audit(folder.path(), &["src/lien.ts"]).0, 1);
}

/// Root passes over rights: the command then runs as nobody, where the system lets us.
#[test]
fn an_unreadable_folder_is_named_and_the_rest_is_read() {
    let folder = folder(&[("a/secret/b.ts", WRONG.as_bytes()), ("a/c.ts", WRONG.as_bytes()), ("a/d.ts", WRONG.as_bytes())]);
    let rights =
        |path: &str, mode: u32| fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(mode)).expect("rights");
    for (path, mode) in [("", 0o755), ("a/d.ts", 0), ("a/secret", 0)] {
        rights(path, mode);
    }
    let program = command();
    let is_root = fs::metadata(folder.path()).expect("a folder").uid() == 0;
    let mut run_as = if is_root {
        let mut run_as = Command::new("setpriv");
        run_as.args(["--reuid=65534", "--clear-groups"]).arg(program.get_program());
        run_as
    } else {
        Command::new(program.get_program())
    };
    let schema = root().join("schema");
    let output = run_as.current_dir(folder.path()).args(["audit", "a", "--schema"]).arg(schema).output();
    rights("a/secret", 0o755);
    let Ok(output) = output else { return };
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if is_root && stderr.contains("setpriv") {
        return;
    }
    assert_eq!(output.status.code(), Some(2), "{stdout}{stderr}");
    assert!(
        stdout.contains("a/c.ts:1:6 faute[copie-accent]") && stdout.contains("non lus, illisibles : a/d.ts, a/secret"),
        "{stdout}"
    );
    assert_eq!(stderr, "erreur : tout n'a pas pu être lu, à commencer par « a/d.ts »\n");
}

#[test]
fn a_line_of_200_megabytes_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut file = fs::File::create(folder.path().join("ligne.txt")).expect("a file");
    let filler = "rien à voir ici, ".repeat(60_000);
    let size = filler.len() + "'Comprehension du monde numérique', ".len();
    let times = (200 << 20) / size + 1;
    for _ in 0..times {
        file.write_all(format!("{filler}'Comprehension du monde numérique', ").as_bytes()).expect("written");
    }
    let (code, stdout, stderr) = audit(folder.path(), &["ligne.txt"]);
    assert_eq!((code, stderr.as_str()), (1, ""), "{stdout}");
    let column = 60_000 * "rien à voir ici, ".chars().count() + 2;
    assert!(stdout.starts_with(&format!("ligne.txt:1:{column} faute[copie-accent]")), "{stdout}");
    assert!(stdout.contains(&format!("ligne.txt : … et {} autres constats", times - 20)), "{stdout}");
    assert!(stdout.contains(&format!("{times} fautes, ")), "{stdout}");
}

#[test]
fn long_lists_of_findings_are_cut_and_counted() {
    let many = WRONG.repeat(1500);
    let files: Vec<(String, &[u8])> = (0..15).map(|number| (format!("{number:02}.ts"), many.as_bytes())).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (path.as_str(), *bytes)).collect();
    let folder = folder(&files);
    let (_, stdout, _) = audit(folder.path(), &["."]);
    assert_eq!(stdout.matches("faute[").count(), 200);
    assert!(stdout.contains("00.ts : … et 980 autres constats\n"), "{stdout}");
    // 15 × 1500, of which 10 × 20 are shown and 10 × 980 told beside.
    assert!(stdout.contains("constats non montrés : 22300 (--format json en donne 10000)\n"), "{stdout}");
    let (_, text, _) = audit(folder.path(), &[".", "--format", "json"]);
    let json: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((json["constats"].as_array().map(Vec::len), &json["constats_en_plus"]), (Some(10_000), &Value::from(12_500)));
}

#[test]
fn standard_input_is_read() {
    let mut child =
        command().args(["audit", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the command runs");
    child.stdin.take().expect("an input").write_all(WRONG.as_bytes()).expect("written");
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("-:1:6 faute[copie-accent]"));
}

#[test]
fn every_format_carries_the_same_findings() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("tests/cases/audit/copie-presque/copie"), &folder.path().join("copie"));
    let (_, text, _) = audit(folder.path(), &["copie", "--format", "json"]);
    let json: Value = serde_json::from_str(&text).expect("JSON");
    let findings = json["constats"].as_array().expect("a list");
    assert_eq!(findings.len(), 7);
    let first = &findings[0];
    assert_eq!(first["lieu"]["fichier"], "copie/dispositifs.sql");
    assert_eq!(
        (&first["lieu"]["ligne"], &first["lieu"]["colonne"], &first["lieu"]["colonne_fin"]),
        (&3.into(), &4.into(), &41.into())
    );
    assert_eq!((&first["regle"], &first["niveau"]), (&"copie-presque".into(), &"recommandation".into()));
    assert_eq!(first["vocabulaire"], "dispositif_programmes_nationaux");
    assert_eq!(first["ecrit"], "Bibliothèques numériques de référence");
    assert_eq!(
        first["attendu"],
        serde_json::json!([{ "vocabulaire": "dispositif_programmes_nationaux", "code": "bibliotheques_numerique_reference", "libelle": "Bibliothèques numérique de référence" }])
    );
    assert_eq!(json["lecture"]["fichiers"], 3);
    let names: Vec<&Value> = json["vocabulaires"].as_array().expect("a list").iter().map(|list| &list["nom"]).collect();
    assert_eq!(
        names,
        ["prise_en_charge_specifique", "dispositif_programmes_nationaux", "formations_labels", "modalites_accompagnement"]
    );

    let (_, text, _) = audit(folder.path(), &["copie", "--format", "sarif"]);
    let sarif: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(7));
    assert_eq!(
        sarif["runs"][0]["tool"]["driver"]["rules"][0]["shortDescription"]["text"],
        "C'est presque une valeur, mais aucune"
    );
    let (_, text, _) = audit(folder.path(), &["copie", "--format", "github"]);
    assert_eq!(text.lines().count(), 7);
    assert!(
        text.starts_with("::warning file=copie/dispositifs.sql,line=3,col=4,endLine=3,endColumn=41,title=copie-presque::"),
        "{text}"
    );
}
