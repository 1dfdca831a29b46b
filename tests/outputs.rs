//! What is written of a validation: the same shape whatever the file says, and nothing that a terminal obeys.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{command, root, run};

pub(crate) const HEADER: &str = "id,pivot,nom,commune,code_postal,code_insee,adresse,date_maj";

pub(crate) fn row(id: &str, nom: &str, commune: &str) -> String {
    format!("{id},21210023400013,{nom},{commune},21230,21023,1 rue X,2023-12-31")
}

/// Validates files of a folder; gives the output.
pub(crate) fn validate(folder: &Path, arguments: &[&str]) -> String {
    let standard = root().join("generated/standard.json");
    let (code, stdout, stderr) =
        run(command().current_dir(folder).arg("validate").args(arguments).arg("--standard").arg(standard));
    assert!(code < 2, "{stderr}");
    stdout
}

pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("writable");
    }
    folder
}

/// Another reader than ours, which refuses a row of another length than its header.
fn table(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row as long as the header").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_table_has_the_columns_of_its_header_whatever_the_rows_have() {
    let good = row("a", "Fablab", "Arnay-le-Duc");
    let text = format!("{HEADER}\n{good},trop,=1+1\n{}\nc,21210023400013\n", row("b", "Fablab du Sud", "Arnay-le-Duc"));
    let folder = folder(&[("lieux.csv", &text)]);
    let table = table(&validate(folder.path(), &["lieux.csv", "--format", "csv"]));
    let beside = |id: &str| {
        let row = table.iter().find(|row| row[0] == id).expect("a row");
        [row[8].clone(), row[10].clone(), row[13].clone()]
    };
    assert_eq!(table[0][8..], ["ligne", "niveau", "regles", "constats", "qualite", "en_trop"]);
    assert_eq!(beside("a"), ["2", "cases-en-trop", "trop | =1+1"]);
    assert_eq!(beside("b"), ["3", "", ""]);
    assert_eq!(beside("c")[..2], ["4", "cases-manquantes"]);
}

/// Each rule once a row, however its findings alternate; and no two columns of one name, whatever those of the file are called.
#[test]
fn a_table_can_be_read_by_a_program() {
    let header = format!("{HEADER},ligne,Qualite,qualite_2,services,publics_specifiquement_adresses");
    let again = "Couture||Tricot";
    let text = format!("{header}\n{},7,bonne,8,{again},{again}\n", row("a", "Fablab", "Arnay-le-Duc"));
    let folder = folder(&[("lieux.csv", &text), ("deux.csv", &format!("{HEADER},fichier\n"))]);
    let table = table(&validate(folder.path(), &["lieux.csv", "--format", "csv"]));
    let names = ["ligne_2", "niveau", "regles", "constats", "qualite_3", "en_trop"];
    assert_eq!(table[0][13..], names);
    let row = table.iter().find(|row| row[0] == "a").expect("a row");
    assert_eq!((row[8].as_str(), row[13].as_str()), ("7", "2"));
    let mut rules: Vec<&str> = row[15].split('|').collect();
    assert_eq!(row[16].matches("services : ").count(), 3, "{}", row[16]);
    rules.sort_unstable();
    assert!(rules.len() > 1 && rules.windows(2).all(|two| two[0] != two[1]), "{rules:?}");
    let several = validate(folder.path(), &["deux.csv", "lieux.csv", "--format", "csv"]);
    assert!(several.starts_with(&format!("{HEADER},fichier,fichier_2,ligne,niveau,")), "{several}");
}

#[test]
fn several_files_make_one_table() {
    let turned = format!("Nom,id,note\nFablab 2,z,à voir\n{}", "");
    let folder = folder(&[("un.csv", &format!("{HEADER}\n{}\n", row("a", "Fablab", "Arnay-le-Duc"))), ("deux.csv", &turned)]);
    let table = table(&validate(folder.path(), &["un.csv", "deux.csv", "--format", "csv"]));
    assert_eq!(table.iter().filter(|row| row[0] == "id").count(), 1, "one header");
    assert_eq!(table[0][8], "fichier");
    let told = |id: &str| {
        let row = table.iter().find(|row| row[0] == id).expect("a row");
        [row[2].clone(), row[8].clone(), row[9].clone(), row[14].clone()]
    };
    assert_eq!(told("a"), ["Fablab", "un.csv", "2", ""]);
    // Its columns are in another order and under other names; what is of no column is said all the same.
    assert_eq!(told("z"), ["Fablab 2", "deux.csv", "2", "note : à voir"]);
}

#[test]
fn nothing_of_a_file_commands_a_terminal() {
    let evil = "Arnay\u{1b}[31mROUGE";
    let text = format!("{HEADER},x\u{1b}[2J\n{},\n", row("a\u{9b}2J", evil, evil));
    let folder = folder(&[("lieux.csv", &text)]);
    let obeyed = |text: &str| text.chars().any(|c| c.is_control() && c != '\n');
    for arguments in [&["lieux.csv"][..], &["lieux.csv", "--tout"], &["lieux.csv", "--format", "github"]] {
        let said = validate(folder.path(), arguments);
        assert!(said.contains("ROUGE") && !obeyed(&said), "{arguments:?} : {said:?}");
    }
    let standard = root().join("generated/standard.json");
    let mut repair = command();
    repair.current_dir(folder.path()).args(["repair", "lieux.csv", "-o", "sortie.csv", "--standard"]).arg(standard);
    let (_, said, _) = run(&mut repair);
    assert!(said.contains("ROUGE") && !obeyed(&said), "{said:?}");
}

#[test]
fn a_header_is_told_at_its_row() {
    let text = format!("\n\n{}\n{}\n", HEADER.replace("nom", "Nom"), row("a", "Fablab", "Arnay-le-Duc"));
    let json = "[{\"id\":\"a\",\"Nom\":\"Fablab\"}]";
    let folder = folder(&[("lieux.csv", &text), ("lieux.json", json)]);
    let row_of = |file: &str| {
        let said = validate(folder.path(), &[file, "--format", "ndjson"]);
        let lines: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        lines.into_iter().find(|line| line["regle"] == "colonne-mal-nommee").expect("a name")["ligne"].clone()
    };
    assert_eq!(row_of("lieux.csv"), 3);
    assert_eq!(row_of("lieux.json"), Value::Null, "keys have no row of their own");
    let annotations = validate(folder.path(), &["lieux.csv", "--format", "github"]);
    let misnamed = annotations.lines().find(|line| line.contains("colonne-mal-nommee")).expect("an annotation");
    assert!(misnamed.contains("line=3") && misnamed.contains("(correction : nom)"), "{misnamed}");
}

/// The command that is offered can be copied as it is.
#[test]
fn the_repair_that_is_offered_can_be_run() {
    let text = format!("{HEADER}\n{}\n", row("a", "Fablab", "Arnay-le-Duc").replace("21230", "21 230"));
    let folder = folder(&[("lieux 2024.csv", &text)]);
    let said = validate(folder.path(), &["lieux 2024.csv"]);
    let standard = root().join("generated/standard.json");
    let offered = format!("cargo standard repair \"lieux 2024.csv\" -o SORTIE --standard {}\n", standard.display());
    assert!(said.contains(&offered), "{said}");
}

/// A program that gave several files has an object for each, those that are not read included, with why: once, whatever they lack.
#[test]
fn a_file_that_is_not_read_has_its_object() {
    let good = format!("{HEADER}\n{}\n", row("a", "Fablab", "Arnay-le-Duc"));
    let folder = folder(&[("image.csv", "\u{89}PNG\r\n\u{1a}\n\0\0\0"), ("lieux.csv", &good)]);
    let asked = |format: &str, files: &[&str]| {
        let mut command = command();
        command.current_dir(folder.path()).arg("validate").args(files).args(["--format", format]);
        let (code, stdout, stderr) = run(command.arg("--standard").arg(root().join("generated/standard.json")));
        assert!(code == 2 && stderr.contains("« absent.csv » : il n'existe pas"), "{code} {stderr}");
        stdout
    };
    let files = ["absent.csv", "lieux.csv", "image.csv"];
    let objects: Vec<Value> = serde_json::from_str(&asked("json", &files)).expect("one document");
    assert_eq!(objects.iter().map(|object| object["fichier"].as_str()).collect::<Vec<_>>(), files.map(Some));
    assert_eq!(objects[0]["refus"], "lecture impossible de « absent.csv » : il n'existe pas");
    assert!(objects[1]["resume"]["lignes"] == 1 && objects[1].get("refus").is_none(), "{objects:?}");
    assert!(objects[2]["refus"].as_str().is_some_and(|why| why.contains("pas un tableau de données")), "{objects:?}");
    let lines = asked("ndjson", &files);
    let refused = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
    let refused: Vec<Value> = refused.filter(|line| line.get("refus").is_some()).collect();
    assert_eq!(refused, [objects[0].clone(), objects[2].clone()]);
}

/// What could not be written is known before the file is read.
#[test]
fn a_page_that_could_not_be_written_is_refused_before_anything_is_read() {
    let folder = folder(&[("page.html", "déjà")]);
    for verb in ["validate", "stats"] {
        // The file is not there: were it opened first, that would be what is said.
        let mut command = command();
        command.current_dir(folder.path()).args([verb, "absent.csv", "--format", "html", "-o", "page.html"]);
        let (code, _, stderr) = run(&mut command);
        assert!(code == 2 && stderr.contains("« page.html » existe déjà"), "{verb}: {stderr}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("page.html")).expect("a file"), "déjà");
}

/// A header that nobody could read has one cause, told alone, and there is nothing to write.
#[test]
fn a_header_in_one_cell_says_why_and_is_not_repaired() {
    let line = |text: &str| text.replace(',', "|");
    let pipes = format!("{}\n{}\n", line(HEADER), line(&row("a", "Fablab", "Arnay-le-Duc")));
    let quoted = format!("\"{HEADER}\"\n\"{}\"\n", row("a", "Fablab", "Arnay-le-Duc"));
    let padded = quoted.replace("\"\n", "\";;;\n");
    for (text, why) in [
        (pipes, "le séparateur est « | »"),
        (quoted, "la ligne entière est entre guillemets"),
        (padded, "la ligne entière est entre guillemets"),
        ("des mots\nd'autres mots\n".to_owned(), "n'est pas dans le standard"),
    ] {
        let folder = folder(&[("lieux.csv", &text)]);
        let said = validate(folder.path(), &["lieux.csv"]);
        assert!(said.contains(why), "{said}");
        assert_eq!(text.starts_with("des mots"), said.contains("[colonne-manquante]"), "{said}");
        let standard = root().join("generated/standard.json");
        let mut repair = command();
        repair.current_dir(folder.path()).args(["repair", "lieux.csv", "-o", "sortie.csv", "--standard"]).arg(standard);
        let (code, _, stderr) = run(&mut repair);
        assert!(code == 2 && stderr.contains("aucune colonne de l'en-tête"), "{code} {stderr}");
        assert!(!folder.path().join("sortie.csv").exists());
    }
}

/// What is above a header is said, taken off by a repair, which tells its text; a first row that has known names stays one.
#[test]
fn a_header_is_found_below_a_title() {
    let good = row("a", "Fablab", "Arnay-le-Duc");
    let semicolons = |text: &str| text.replace(',', ";");
    let title = format!("Recensement 2026\nfait le 3, à Reims\n{}\n{}\n", semicolons(HEADER), semicolons(&good));
    let folder = folder(&[("titre.csv", &title), ("repete.csv", &format!("nom,Nom,x\n{HEADER}\n{good}\n"))]);
    let said = validate(folder.path(), &["titre.csv"]);
    assert!(said.contains("en-tête à la ligne 3") && said.contains("[lignes-avant-l-en-tete]"), "{said}");
    assert!(!validate(folder.path(), &["repete.csv"]).contains("en-tête à la ligne"));
    let standard = root().join("generated/standard.json");
    let mut repair = command();
    repair.current_dir(folder.path()).args(["repair", "titre.csv", "-o", "sortie.csv", "--standard"]).arg(standard);
    let (code, said, _) = run(&mut repair);
    assert!(code == 0 && said.contains("Recensement 2026 / fait le 3, à Reims"), "{code} {said}");
    assert!(fs::read_to_string(folder.path().join("sortie.csv")).expect("a file").starts_with("id,pivot,nom,"));
}

#[test]
fn rows_cut_by_another_sign_than_the_header_are_told() {
    let good = row("a", "Fablab", "Arnay-le-Duc");
    let mixed = format!("{}\n{good}\n{good}\n", HEADER.replace(',', ";"));
    let folder =
        folder(&[("lieux.csv", &mixed), ("bon.csv", &format!("{HEADER}\n{good}\n")), ("court.csv", &format!("{HEADER}\nx\n"))]);
    let told =
        |file: &str| validate(folder.path(), &[file]).contains("par des points-virgules dans l'en-tête et par des virgules");
    assert_eq!(["lieux.csv", "bon.csv", "court.csv"].map(told), [true, false, false]);
}

#[test]
fn a_file_whose_way_of_writing_alone_is_wrong_is_sent_to_repair() {
    let good = format!("{HEADER}\n{}\n", row("a", "Fablab", "Arnay-le-Duc"));
    let folder = folder(&[("bien.csv", &good), ("lieux.csv", &good.replace(',', ";"))]);
    let advice = "cargo standard repair lieux.csv -o SORTIE";
    assert!(validate(folder.path(), &["lieux.csv"]).contains(advice));
    assert!(!validate(folder.path(), &["bien.csv"]).contains("cargo standard repair"));
}

#[test]
fn a_row_too_long_to_be_read_is_the_only_thing_said_of_an_empty_file() {
    let folder =
        folder(&[("vide.csv", &format!("{HEADER}\n")), ("long.csv", &format!("{HEADER}\na,\"{}\"\n", "x".repeat(3 << 20)))]);
    let none = "aucune ligne sous l'en-tête";
    assert!(validate(folder.path(), &["vide.csv"]).contains(none));
    let told = validate(folder.path(), &["long.csv"]);
    assert!(told.contains("dépasse 1 Mio") && !told.contains(none), "{told}");
}
