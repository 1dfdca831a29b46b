//! `migrate` as a person runs it: invented files with the traps of real ones, and nothing that disappears.

mod account;
mod header;
mod rest;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use standard_mediation_model::data::{Rows, is_formula, open_csv};
use standard_mediation_model::migration::{Decisions, Plan};
use standard_mediation_model::{Standard, Version};

use crate::support::{command, root, run, standard};

/// The present standard and every version before it, oldest first.
fn standards() -> Vec<Standard> {
    let read = |path: PathBuf| -> Standard { serde_json::from_slice(&fs::read(path).expect("a file")).expect("a standard") };
    let present = read(root().join("generated/standard.json"));
    let past = present.history.iter().map(|release| read(root().join(format!("schema/versions/{}.json", release.version))));
    let mut standards: Vec<Standard> = past.collect();
    standards.push(present);
    standards
}

fn version(text: &str) -> Version {
    text.parse().expect("a version")
}

fn plan(standards: &[Standard], from: &str, to: Version, decisions: &Decisions) -> Plan {
    let all: Vec<&Standard> = standards.iter().collect();
    let steps = &standards.last().expect("a standard").migrations;
    Plan::between(&all, steps, (version(from), to), decisions).unwrap_or_else(|why| panic!("{from}: {why:?}"))
}

/// A folder with a file of the cases in it.
fn folder(name: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::copy(root().join("tests/cases/migrate").join(name), &path).expect("a copy");
    (folder, path)
}

fn migrate(file: &Path, more: &[&str]) -> (i32, String, String) {
    let out = file.with_file_name("nouveau.csv");
    run(command().arg("migrer").arg(file).arg("-o").arg(&out).args(more))
}

/// A CSV file: one map a row, from the names of the columns.
fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let (mut csv, _) = open_csv(fs::File::open(path).expect("a file"), &standard()).expect("a file");
    let header = csv.header().to_vec();
    let mut block = standard_mediation_model::data::Block::new();
    let mut rows = Vec::new();
    while csv.next(&mut block).expect("a file") {
        for row in block.rows() {
            rows.push(header.iter().enumerate().map(|(rank, name)| (name.clone(), row.text(rank).into_owned())).collect());
        }
    }
    rows
}

#[test]
fn each_frozen_version_leads_to_the_present_one() {
    let standards = standards();
    let present = standards.last().expect("a standard").identity.version;
    for standard in &standards[..standards.len() - 1] {
        let plan = plan(&standards, &standard.identity.version.to_string(), present, &Decisions::default());
        assert_eq!(plan.steps.last().map(|(_, after)| *after), Some(present));
    }
}

#[test]
fn a_hub_file_of_0_1_becomes_one_of_1_0_1() {
    let (_folder, file) = folder("hub-0.1.csv");
    let report = file.with_file_name("rapport.csv");
    let (code, stdout, stderr) = migrate(&file, &["--vers", "1.0.1", "--rapport", report.to_str().expect("UTF-8")]);
    assert_eq!((code, stderr.as_str()), (1, ""), "{stdout}");
    let new = rows(&file.with_file_name("nouveau.csv"));
    // Fifteen services become nine, written once each; what waits for an answer is not guessed.
    assert_eq!(new[0]["services"], "Aide aux démarches administratives|Maîtrise des outils numériques du quotidien");
    assert_eq!(new[0]["courriels"], "accueil@mairie.example");
    assert_eq!(new[0]["site_web"], "https://www.mairie.example/a,b|https://m.mairie.example/");
    assert_eq!(new[0]["frais_a_charge"], "Gratuit");
    assert_eq!(new[0]["dispositif_programmes_nationaux"], "France Services|Point d'accès numérique CAF");
    assert_eq!(new[0]["formations_labels"], "Fabriques de Territoire");
    assert_eq!(new[0]["autres_formations_labels"], "Label local|Autre label");
    assert_eq!(new[0]["publics_specifiquement_adresses"], "");
    assert_eq!(new[0]["prise_en_charge_specifique"], "Surdité");
    assert_eq!(new[0]["itinerance"], "");
    assert_eq!(new[0]["note_interne"], "à rappeler");
    // A text too long is kept whole.
    assert_eq!(new[1]["presentation_resume"].chars().count(), 400);
    assert_eq!(new[1]["services"], "Acquisition de matériel informatique à prix solidaire|Loisirs et créations numériques");
    // Out of the vocabulary: kept as it is.
    assert_eq!(new[2]["services"], "Réparation de vélos");
    let said = rows(&report);
    let of = |rule: &str| -> Vec<(&str, &str)> {
        said.iter().filter(|line| line["regle"] == rule).map(|line| (line["ligne"].as_str(), line["valeur"].as_str())).collect()
    };
    assert_eq!(of("colonne-retiree"), [("2", "51454_0010_00012")]);
    assert_eq!(of("valeur-sans-suite"), [("2", "Adultes"), ("3", "French Tech")]);
    assert_eq!(of("valeur-inconnue"), [("4", "Réparation de vélos")]);
    assert_eq!(of("texte-trop-long").iter().map(|(row, _)| *row).collect::<Vec<_>>(), ["3"]);
    let questions = ["Seniors (+ 65 ans)", "Utiliser le numérique au quotidien", "APTIC", "Seniors (+ 65 ans)"];
    let mut asked: Vec<&str> = of("question").into_iter().map(|(_, value)| value).collect();
    let mut expected = questions.to_vec();
    asked.sort_unstable();
    expected.sort_unstable();
    assert_eq!(asked, expected, "{stdout}");
}

#[test]
fn answers_are_given_once_for_all_rows() {
    let (_folder, file) = folder("hub-0.1.csv");
    let form = file.with_file_name("questions.csv");
    let decisions = ["--decisions", form.to_str().expect("UTF-8")];
    let (code, stdout, _) = migrate(&file, &decisions);
    assert_eq!(code, 1);
    assert!(stdout.contains("remplissez la colonne « reponse »"), "{stdout}");
    let text = fs::read_to_string(&form).expect("a form");
    assert_eq!(rows(&form).len(), 3, "{text}");
    // As a spreadsheet gives it back: semicolons, Windows-1252, a curly apostrophe.
    let filled = rows(&form).into_iter().map(|row| {
        let answer = match row["valeur"].as_str() {
            "Seniors (+ 65 ans)" => "reprendre_si_seule",
            "APTIC" => "Garder",
            // By the value itself, rather than by the name of the answer.
            "Utiliser le numérique au quotidien" => "Maîtrise des outils numériques du quotidien",
            _ => row["proposition"].as_str(),
        };
        format!("{};{};{};{answer}\r\n", row["passage"], row["colonne"], row["valeur"])
    });
    let filled = format!("passage;colonne;valeur;reponse\r\n{}", filled.collect::<String>());
    let bytes: Vec<u8> = filled.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin")).collect();
    fs::write(&form, bytes).expect("writable");
    let (_, stdout, stderr) = migrate(&file, &[decisions[0], decisions[1], "--force"]);
    assert_eq!(stderr, "");
    let new = rows(&file.with_file_name("nouveau.csv"));
    // Alone in its cell in the second row only.
    assert_eq!(new[0]["publics_specifiquement_adresses"], "");
    assert_eq!(new[1]["publics_specifiquement_adresses"], "Seniors");
    assert_eq!(new[1]["autres_formations_labels"], "APTIC");
    assert!(!stdout.contains("réponse proposée"), "{stdout}");
    let said = "« Utiliser le numérique au quotidien » → « Maîtrise des outils numériques du quotidien »";
    assert!(stdout.contains(said), "{stdout}");
    // A word that is no answer stops everything, and says which ones are.
    fs::write(&form, "passage,colonne,valeur,reponse\n0.1.1 vers 1.0.0,labels_nationaux,APTIC,peut-être\n").expect("writable");
    let (code, _, stderr) = migrate(&file, &[decisions[0], decisions[1], "--force"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("écrivez garder, aucune"), "{stderr}");
    // So do two answers to one question, unless they are one.
    let twice = |answer: &str| {
        let line = "0.1.1 vers 1.0.0,labels_nationaux,APTIC";
        fs::write(&form, format!("passage,colonne,valeur,reponse\n{line},garder\n{line},{answer}\n")).expect("writable");
        migrate(&file, &[decisions[0], decisions[1], "--force"])
    };
    let (code, _, stderr) = twice("aucune");
    assert!(code == 2 && stderr.contains("a deux réponses, « garder » et « aucune »"), "{code} {stderr}");
    assert_eq!(twice("Garder").0, 1);
}

#[test]
fn columns_that_changed_are_told_and_a_form_that_comes_back_empty_too() {
    let (_folder, file) = folder("hub-0.1.csv");
    let (form, report) = (file.with_file_name("questions.csv"), file.with_file_name("rapport.csv"));
    let more = ["--decisions", form.to_str().expect("UTF-8"), "--force"];
    let (_, stdout, _) = migrate(&file, &more);
    // Without a version, the newest one.
    assert!(stdout.contains(&format!("version 0.1.1 → {},", standard().identity.version)), "{stdout}");
    for said in ["courriel → courriels", "publics_accueillis → ", "entre deux valeurs, « ; » devient « | » : "] {
        assert!(stdout.contains(said), "{said} is not said:\n{stdout}");
    }
    assert!(!stdout.contains("sans réponse"), "{stdout}");
    // The form as it was written, with not one answer.
    let (_, stdout, stderr) = migrate(&file, &[&more[..], &["--rapport", report.to_str().expect("UTF-8")]].concat());
    assert_eq!(stderr, "");
    assert!(stdout.contains("est revenu sans réponse"), "{stdout}");
    let said = rows(&report);
    let of =
        |rule: &str| said.iter().filter(|line| line["regle"] == rule).map(|line| line["colonne"].as_str()).collect::<Vec<_>>();
    assert!(of("colonne-renommee").contains(&"courriel") && of("separateur-change").contains(&"services"), "{said:?}");
    assert!(said.iter().filter(|line| line["regle"] == "colonne-renommee").all(|line| line["pile"] == "fait"), "{said:?}");
    // Between two versions that only share names, no column is said to change.
    let same = file.with_file_name("pareil.csv");
    fs::write(&same, "id,services,itinerance\n1,Aide aux démarches administratives,Fixe\n").expect("writable");
    let (_, stdout, _) = migrate(&same, &["--depuis", "1.0.0", "--force"]);
    assert!(!stdout.contains("de nom : ") && !stdout.contains("entre deux valeurs"), "{stdout}");
}

#[test]
fn a_report_runs_nothing_in_a_spreadsheet() {
    let (_folder, file) = folder("propre-0.1.csv");
    let text = fs::read_to_string(&file).expect("a file");
    let (header, _) = text.split_once('\n').expect("a header");
    let cells = header.split(',').map(|name| if name == "services" { "=1+1" } else { "x" }).collect::<Vec<_>>().join(",");
    fs::write(&file, format!("{header}\n{cells}\n")).expect("writable");
    let report = file.with_file_name("rapport.csv");
    migrate(&file, &["--rapport", report.to_str().expect("UTF-8")]);
    // As a spreadsheet in French opens it, like the report of a repair.
    assert!(fs::read_to_string(&report).expect("a report").starts_with("\u{feff}pile;regle;ligne;"));
    let said = rows(&report);
    assert!(said.iter().any(|line| line["valeur"] == "'=1+1"), "{said:?}");
    assert!(said.iter().flat_map(BTreeMap::values).all(|cell| !is_formula(cell.as_bytes())), "{said:?}");
}

#[test]
fn what_migrated_validates() {
    let (_folder, file) = folder("propre-0.1.csv");
    let (code, stdout, stderr) = migrate(&file, &[]);
    assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
    let out = file.with_file_name("nouveau.csv");
    let (code, stdout, _) = run(command().args(["valider", "--niveau", "bloquant"]).arg(out));
    assert_eq!(code, 0, "{stdout}");
    // Files may be asked for in the version that was never published: it only added a value.
    let (code, _, stderr) = migrate(&file, &["--vers", "1.0.2", "--force"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
}

#[test]
fn headers_repeated_among_rows_are_left_out_and_said() {
    let (_folder, file) = folder("hub-0.1.csv");
    let text = fs::read_to_string(&file).expect("a file");
    let written = || fs::read(file.with_file_name("nouveau.csv")).expect("an output");
    let (header, below) = text.split_once('\n').expect("rows");
    fs::write(&file, format!("{header}\n{header}\n{below}")).expect("writable");
    let (code, said, _) = migrate(&file, &[]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("cette ligne répète l'en-tête ; elle n'est pas reprise") && said.contains("ligne 2"), "{said}");
    let twice = written();
    fs::write(&file, text).expect("writable");
    migrate(&file, &["--force"]);
    assert_eq!(twice, written());
}

#[test]
fn a_file_of_the_version_that_was_never_published_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ancien.csv");
    let header = "id,formations_labels,typologie,modalites_accompagnement\n";
    let row = "1,Étapes numériques(La Poste)|SUD LABS (PACA),PE|ASSO,À distance (par téléphone ou en visioconférence)\n";
    fs::write(&file, format!("{header}{row}")).expect("writable");
    let (code, stdout, stderr) = migrate(&file, &["--depuis", "1.0.2"]);
    assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
    let new = rows(&folder.path().join("nouveau.csv"));
    assert_eq!(new[0]["formations_labels"], "Étapes numériques (La Poste)|SUD LABS (PACA)");
    assert_eq!(new[0]["typologie"], "FT|ASSO");
    assert_eq!(new[0]["modalites_accompagnement"], "À distance");
}

#[test]
fn a_request_that_makes_no_sense_writes_nothing() {
    let (folder, file) = folder("propre-0.1.csv");
    let refused = |more: &[&str], word: &str| {
        let (code, stdout, stderr) = migrate(&file, more);
        assert_eq!((code, stdout.as_str()), (2, ""), "{stderr}");
        assert!(stderr.contains(word), "{stderr}");
        let names: Vec<_> =
            fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
        assert_eq!(names, ["propre-0.1.csv"], "{stderr}");
    };
    refused(&["--vers", "0.1.0"], "ne vient pas après");
    refused(&["--vers", "3.0.0"], "n'existe pas");
    refused(&["--rapport", "rapport.txt"], ".csv ou .json");
    let input = file.to_str().expect("UTF-8");
    refused(&["--force", "--rapport", input], "est le fichier lu");
    refused(&["--force", "--decisions", input], "est le fichier lu");
    for name in ["nouveau.xlsx", "nouveau.ods", "nouveau.json"] {
        let (code, _, stderr) = run(command().arg("migrer").arg(folder.path().join("absent.csv")).arg("-o").arg(name));
        assert!(code == 2 && stderr.contains("« nouveau.csv »") && stderr.contains("migrate écrit du CSV"), "{stderr}");
    }
    let itself = run(command().arg("migrer").arg(&file).arg("-o").arg(&file).arg("--force"));
    assert_eq!(itself.0, 2);
    assert!(itself.2.contains("est le fichier lu"), "{}", itself.2);
    for (text, word) in [("", "vide"), ("a,b\n1,2\n", "aucune colonne"), ("id,services\n1,x\n", "--depuis")] {
        fs::write(&file, text).expect("writable");
        refused(&[], word);
    }
    let (_other, file) = self::folder("propre-0.1.csv");
    let out = file.with_file_name("nouveau.csv");
    fs::write(&out, "à garder").expect("writable");
    let (code, _, stderr) = migrate(&file, &[]);
    assert!(code == 2 && stderr.contains("existe déjà"), "{stderr}");
    assert_eq!(fs::read_to_string(&out).expect("a file"), "à garder");
}
