//! `repair` as a person runs it: files with the faults of real ones, and the promises about the disk.
//!
//! `cases/repair/<case>/entree.csv` is repaired into `attendu.csv` with `rapport.ndjson`, to the byte.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use standard_mediation_model::data::is_formula;

use crate::expected::Differences;
use crate::support::{self, command, files, root, run};

fn cases() -> Vec<PathBuf> {
    support::cases("repair")
}

/// Repairs in a folder; gives the exit code, the output and the errors.
fn repair(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let standard = root().join("generated/standard.json");
    run(command().current_dir(folder).arg("repair").args(arguments).arg("--standard").arg(standard))
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

#[test]
fn each_case_is_repaired_as_expected_and_no_further() {
    let mut differences = Differences::new();
    for case in cases() {
        let folder = tempfile::tempdir().expect("a folder");
        let name = case.file_name().and_then(|name| name.to_str()).expect("a plain name");
        fs::copy(case.join("entree.csv"), folder.path().join("entree.csv")).expect("a copy");
        let (code, stdout, stderr) = repair(folder.path(), &["entree.csv", "-o", "sortie.csv", "--rapport", "r.ndjson"]);
        assert!(code < 2, "{name} : {stdout}{stderr}");
        for (written, expected) in [("sortie.csv", "attendu.csv"), ("r.ndjson", "rapport.ndjson")] {
            let observed = fs::read_to_string(folder.path().join(written)).expect("a file in UTF-8");
            differences.of(name, &case.join(expected), &observed);
        }
        let (_, _, _) = repair(folder.path(), &["sortie.csv", "-o", "encore.csv", "--rapport", "encore.ndjson"]);
        let again = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
        assert_eq!(again("encore.csv"), again("sortie.csv"), "{name}");
        let report = lines(&again("encore.ndjson"));
        assert!(report.iter().all(|line| line["niveau"] != "sûre"), "{name} : {report:#?}");
        // What is left was judged on the way: it is what the output is validated to.
        let (_, validated, _) = run(command()
            .current_dir(folder.path())
            .args(["validate", "sortie.csv", "--format", "ndjson"])
            .args(["--standard", root().join("generated/standard.json").to_str().expect("UTF-8")]));
        let (validated, report) = (lines(&validated), lines(&again("r.ndjson")));
        let (found, left) = (&validated.last().expect("a summary")["resume"], &report.last().expect("a summary")["resume"]);
        for key in ["bloquants", "recommandations", "lignes_invalides"] {
            assert_eq!(found[key], left["reste"][key], "{name} : {key}");
        }
        assert_eq!(code == 0, left["valide"] == true && !stdout.contains("ligne à laquelle il manque"), "{name} : {stdout}");
    }
    differences.none();
}

#[test]
fn validation_carries_the_same_corrections() {
    let standard = root().join("generated/standard.json");
    let mut corrections = 0;
    for case in cases() {
        let (_, stdout, _) =
            run(command().arg("validate").arg(case.join("entree.csv")).args(["--format", "ndjson", "--standard"]).arg(&standard));
        let report = lines(&fs::read_to_string(case.join("rapport.ndjson")).expect("a report"));
        for found in lines(&stdout).iter().filter(|found| found["correction"].is_string()) {
            let same = |line: &&Value| line["ligne"] == found["ligne"] && line["colonne"] == found["colonne"];
            let repaired = report.iter().find(same).unwrap_or_else(|| panic!("{} : {found}", case.display()));
            assert_eq!(repaired["apres"], found["correction"], "{}", case.display());
            assert_eq!(repaired["niveau"], "sûre", "{} : {found}", case.display());
            corrections += 1;
        }
    }
    assert!(corrections > 30, "{corrections}");
}

#[test]
fn the_shipped_file_is_mended_but_for_what_nobody_can_guess() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(root().join("generated/exemples/a-reparer.csv"), folder.path().join("lieux.csv")).expect("a copy");
    let (code, stdout, _) = repair(folder.path(), &["lieux.csv", "-o", "repare.csv"]);
    assert_eq!(code, 1);
    for words in [
        "Réparé : ",
        "04 65 71 01 42 → +33465710142",
        "À confirmer",
        "Impossible à corriger sans vous : 1",
        "pas encore conforme",
    ] {
        assert!(stdout.contains(words), "{words}\n{stdout}");
    }
    assert!(!stdout.contains("[a-z") && !stdout.contains("[0-9"), "{stdout}");
}

/// The output is CSV: another name would promise a file that nothing opens.
#[test]
fn an_output_of_another_format_is_refused_before_anything_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["sortie.xlsx", "sortie.ODS", "sortie.json", "sortie.ndjson"] {
        // The input is not even there.
        let (code, stdout, stderr) = repair(folder.path(), &["absent.csv", "-o", name]);
        assert_eq!((code, stdout.as_str()), (2, ""));
        let format = name.rsplit('.').next().unwrap_or_default().to_uppercase();
        assert!(stderr.contains(&format!("pas du {format}")) && stderr.contains("« sortie.csv »"), "{stderr}");
    }
    fs::write(folder.path().join("lieux.csv"), ROW).expect("a file");
    for name in ["sortie.csv", "SORTIE.CSV", "sortie.txt", "sortie"] {
        let (code, _, stderr) = repair(folder.path(), &["lieux.csv", "-o", name, "--force"]);
        assert!(code < 2 && folder.path().join(name).exists(), "{stderr}");
    }
}

const ROW: &str = "id,pivot,nom,commune,code_postal,adresse,date_maj\na,43493312300029,Fablab,Reims,51100,4 rue X,31/12/2023\n";

#[test]
fn no_file_is_ever_written_over_its_source() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("lieux.csv"), ROW).expect("writable");
    fs::write(path("deja.csv"), "à moi").expect("writable");
    fs::hard_link(path("lieux.csv"), path("dur.csv")).expect("a link");
    std::os::unix::fs::symlink("lieux.csv", path("mou.csv")).expect("a link");
    let before = files(folder.path());
    for (arguments, words) in [
        (&["lieux.csv", "-o", "lieux.csv", "--force"][..], "jamais écrasé"),
        (&["lieux.csv", "-o", "./lieux.csv", "--force"], "jamais écrasé"),
        (&["lieux.csv", "-o", "dur.csv", "--force"], "jamais écrasé"),
        (&["lieux.csv", "-o", "mou.csv", "--force"], "jamais écrasé"),
        (&["mou.csv", "-o", "lieux.csv", "--force"], "jamais écrasé"),
        (&["lieux.csv", "-o", "neuf.csv", "--rapport", "lieux.csv", "--force"], "jamais écrasé"),
        (&["lieux.csv", "-o", "neuf.csv", "--rapport", "neuf.csv", "--force"], "donné deux fois"),
        (&["lieux.csv", "-o", "deja.csv"], "existe déjà"),
        (&["lieux.csv", "-o", "neuf.csv", "--rapport", "deja.csv"], "existe déjà"),
        (&["lieux.csv", "-o", "neuf.csv", "--rapport", "r.xlsx"], "doit finir par"),
        (&["lieux.csv", "-o", "/dev/full", "--force"], "fichier ordinaire"),
        (&["lieux.csv", "-o", "-"], "donnez-lui un nom"),
        (&["lieux.csv", "-o", "absent/neuf.csv"], "le dossier « absent » n'existe pas"),
        (&["absent.csv", "-o", "neuf.csv"], "il n'existe pas"),
        (&["lieux.csv"], "il manque"),
    ] {
        let (code, _, stderr) = repair(folder.path(), arguments);
        assert_eq!(code, 2, "{arguments:?}");
        assert!(stderr.contains(words), "{arguments:?} : {stderr}");
        assert_eq!(files(folder.path()), before, "{arguments:?}");
    }
    let (code, _, _) = repair(folder.path(), &["lieux.csv", "-o", "deja.csv", "--force"]);
    assert_eq!(code, 0);
    assert!(fs::read_to_string(path("deja.csv")).expect("a file").contains("2023-12-31"));
    assert_eq!(fs::read(path("lieux.csv")).expect("a file"), before["lieux.csv"]);
}

#[test]
fn files_that_cannot_be_written_whole_are_not_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let long = format!("{ROW}\"{}\",b\n", "x".repeat(3 << 20));
    for (name, text, words) in [
        ("vide.csv", "", "ne se lit pas comme un tableau : le fichier est vide"),
        ("nul.csv", "a\0,b\n1,2\n", "caractères nuls"),
        ("long.csv", long.as_str(), "rien n'est écrit"),
    ] {
        fs::write(folder.path().join(name), text).expect("writable");
        let (code, stdout, stderr) = repair(folder.path(), &[name, "-o", "sortie.csv", "--rapport", "r.csv"]);
        assert_eq!((code, stdout.as_str()), (2, ""), "{name}");
        assert!(stderr.contains(words), "{name} : {stderr}");
        fs::remove_file(folder.path().join(name)).expect("a file");
        assert!(files(folder.path()).is_empty(), "{name}");
    }
}

/// A limit on the size of files stands for a full disk, where nobody may mount one.
#[test]
fn a_full_disk_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows: String = (0..20_000).map(|i| format!("a{i},43493312300029,Fablab,Reims,51100,4 rue X,2023-12-31\n")).collect();
    let header = ROW.lines().next().expect("a header");
    fs::write(folder.path().join("lieux.csv"), format!("{header}\n{rows}")).expect("writable");
    let program = command();
    let script = r#"trap '' XFSZ; ulimit -f 64; exec "$@""#;
    let mut limited = Command::new("sh");
    limited.args(["-c", script, "sh"]).arg(program.get_program()).current_dir(folder.path());
    limited.args(["repair", "lieux.csv", "-o", "sortie.csv", "--standard"]).arg(root().join("generated/standard.json"));
    let (code, stdout, stderr) = run(&mut limited);
    assert_eq!((code, stdout.as_str()), (2, ""), "{stderr}");
    assert!(stderr.contains("écriture impossible de « sortie.csv »"), "{stderr}");
    assert_eq!(files(folder.path()).into_keys().collect::<Vec<_>>(), ["lieux.csv"]);
}

#[test]
fn the_standard_input_is_repaired_and_reports_run_no_formula() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut child = command()
        .current_dir(folder.path())
        .args(["réparer", "-", "-o", "sortie.csv", "--rapport", "r.csv", "--format", "json", "--standard"])
        .arg(root().join("generated/standard.json"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let text = format!("{ROW}b,43493312300029,=1+1,Reims,51100, @A1,02/01/2024\n");
    std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), text.as_bytes()).expect("a reader");
    let output = child.wait_with_output().expect("an end");
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).expect("one document");
    let repairs = report["reparations"].as_array().expect("a list");
    // The first row proves the order of days, too late for a source that is read once.
    assert!(repairs.iter().any(|repair| repair["niveau"] == "à confirmer" && repair["apres"] == "2024-01-02"), "{report}");
    assert_eq!(report["resume"]["valide"], false);
    let table = fs::read_to_string(folder.path().join("r.csv")).expect("a report");
    assert!(table.starts_with('\u{feff}'));
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    for record in reader.records() {
        let record = record.expect("a row");
        assert!(record.iter().all(|cell| !is_formula(cell.as_bytes())), "{record:?}");
    }
    let written = fs::read_to_string(folder.path().join("sortie.csv")).expect("a file");
    assert!(written.contains("=1+1") && written.contains(", @A1,"), "{written}");
}

#[test]
fn what_no_cell_can_hold_is_listed_though_its_row_is_mended() {
    let folder = tempfile::tempdir().expect("a folder");
    // The telephone is mended, so the row is judged anew: what was not read of it must not be forgotten.
    let text =
        "[{\"id\":\"a\",\"telephone\":\"01 23 45 67 89\",\"nom\":\"A\",\"nom\":\"B\",\"adresse\":{\"rue\":\"1\"}},\n{\"id\" 1}]";
    fs::write(folder.path().join("lieux.json"), text).expect("a file");
    let (code, _, stderr) = repair(folder.path(), &["lieux.json", "-o", "sortie.csv", "--rapport", "r.ndjson"]);
    assert_eq!(code, 1, "{stderr}");
    let report = lines(&fs::read_to_string(folder.path().join("r.ndjson")).expect("a report"));
    let is_told = |row: u64, column: Option<&str>, rule: &str| {
        report.iter().any(|line| {
            let is_here = line["ligne"] == row && line["champ"].as_str().or(line["colonne"].as_str()) == column;
            is_here && line["niveau"] == "non reprise" && line["regles"][0] == rule
        })
    };
    assert!(report.iter().any(|line| line["niveau"] == "sûre" && line["ligne"] == 1), "the telephone: {report:#?}");
    assert!(is_told(1, Some("nom"), "colonne-en-double"), "{report:#?}");
    assert!(is_told(1, Some("adresse"), "donnees-illisibles"), "{report:#?}");
    assert!(is_told(2, None, "donnees-illisibles"), "{report:#?}");
    let summary = &report.last().expect("a summary")["resume"];
    assert_eq!((&summary["non_reprises"], &summary["lignes"]), (&3.into(), &1.into()), "{summary}");
    let written = fs::read_to_string(folder.path().join("sortie.csv")).expect("a file");
    assert!(written.contains("+33123456789") && written.contains(",A,") && written.lines().count() == 2, "{written}");
}

/// Rows that are not read are named by their place in the file, and what is left by that in the output, where they are not.
#[test]
fn what_is_left_is_told_by_the_rows_of_the_output() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = |id: &str, date: &str| {
        format!(
            "{{\"id\":\"{id}\",\"pivot\":\"43493312300029\",\"nom\":\"Fablab\",\"commune\":\"Reims\",\"code_postal\":\"51100\",\
             \"adresse\":\"4 rue X\",\"date_maj\":\"{date}\"}}"
        )
    };
    let text = format!("{}\n\n{{\"id\" 1}}\n[]\n{}\n", place("a", "2023-12-31"), place("a", "un jour"));
    fs::write(folder.path().join("lieux.ndjson"), &text).expect("a file");
    let (code, stdout, stderr) = repair(folder.path(), &["lieux.ndjson", "-o", "sortie.csv"]);
    assert_eq!(code, 1, "{stderr}");
    for words in [
        "Pas repris dans la sortie, faute d'avoir pu le lire : 2",
        "    ligne 3 : cette ligne n'est pas du JSON",
        "    ligne 4 : cette ligne n'est pas un objet JSON",
        "    ligne 5, « Fablab » : a (« a » est déjà utilisé à la ligne 2 de la sortie",
        "« a » est déjà utilisé à la ligne 2 (ligne 3)",
        "« un jour » n'est pas une date (ligne 3)",
        "2 lignes, 2 fautes, 0 conseil ; 2 reprises à faire",
    ] {
        assert!(stdout.contains(words), "{words}\n{stdout}");
    }
    // Nothing is wrong with what was written, and the file is not mended all the same.
    fs::write(folder.path().join("lieux.ndjson"), text.replace("un jour", "2023-12-31").replacen("\"a\"", "\"b\"", 1))
        .expect("a file");
    let (code, stdout, _) = repair(folder.path(), &["lieux.ndjson", "-o", "bon.csv"]);
    assert!(code == 1 && stdout.contains("bon.csv est conforme") && stdout.contains("2 reprises à faire"), "{code} {stdout}");
}

/// Once written, nothing tells it from another: a second repair would mend it.
#[test]
fn a_row_that_a_quote_tore_is_mended_as_one_that_is_short() {
    let folder = tempfile::tempdir().expect("a folder");
    for pivot in ["\"434\"93312300029\"", "\"43493312300029\""] {
        let text = format!("id,date_maj,pivot,nom,commune,code_postal,adresse\n\"a\",\"31/12/2023\",{pivot},\"Fablab\"\n");
        fs::write(folder.path().join("lieux.csv"), text).expect("a file");
        let (_, stdout, stderr) = repair(folder.path(), &["lieux.csv", "-o", "sortie.csv", "--force"]);
        let written = fs::read_to_string(folder.path().join("sortie.csv")).expect("a file");
        assert!(written.contains("a,2023-12-31,"), "{written}{stdout}{stderr}");
        assert!(stdout.contains("cette ligne a 4 cases, l'en-tête en a 7"), "{stdout}");
    }
}

/// The values of a list where one is expected are written: they are to be looked at, in one place, and nothing is said to be lost.
#[test]
fn a_list_for_one_value_is_written_and_told_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let lieu =
        r#""id":"a","pivot":"21210023400013","nom":"Fablab","commune":"Arnay-le-Duc","code_postal":"21230","adresse":"1 rue X""#;
    let text = format!(r#"[{{{lieu},"telephone":["+33353010127"],"latitude":[47.1,4.4],"date_maj":"2023-12-31"}}]"#);
    std::fs::write(folder.path().join("lieux.json"), text).expect("writable");
    let standard = root().join("generated/standard.json");
    let mut repair = command();
    repair.current_dir(folder.path()).args(["repair", "lieux.json", "-o", "sortie.csv", "--format", "ndjson", "--standard"]);
    let (code, told, stderr) = run(repair.arg(standard));
    assert_eq!(code, 1, "{stderr}");
    let lines: Vec<serde_json::Value> = told.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    let of = |column: &str| -> Vec<&str> {
        let here = lines.iter().filter(|line| line["colonne"] == column);
        here.filter_map(|line| line["niveau"].as_str()).collect()
    };
    assert_eq!((of("telephone"), of("latitude")), (vec!["à confirmer"], vec!["impossible"]), "{told}");
    assert_eq!(lines.last().expect("a summary")["resume"]["non_reprises"], 0);
    let written = std::fs::read_to_string(folder.path().join("sortie.csv")).expect("a file");
    assert!(written.contains("+33353010127") && written.contains("47.1|4.4"), "{written}");
}
