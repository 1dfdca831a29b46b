//! `stats`: counts of a file whose contents are known.

use std::fs;

use serde_json::Value;

use crate::browser::{address, bar, open};
use crate::support::{command, root, run};

const FILE: &str = "id,nom,code_insee,code_postal,services,date_maj,couleur\n\
    a,A,2B096,20250,Aide aux démarches administratives|Couture,2026-03-01,vert\n\
    b,B,,97133,Aide aux démarches administratives,2025-03-31,\n\
    c,,faux,,Couture,hier,\n";

fn written() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lieux.csv");
    fs::write(&path, FILE).expect("a file");
    (folder, path)
}

#[test]
fn counts_are_told_to_programs() {
    let (_folder, path) = written();
    let (code, stdout, stderr) = run(command().args(["stats", "--format", "json"]).arg(&path));
    assert_eq!(code, 0, "{stderr}");
    let counts: Value = serde_json::from_str(&stdout).expect("JSON");
    assert_eq!(counts["lignes"], 3);
    assert_eq!(counts["colonnes"][1], serde_json::json!({ "colonne": "nom", "champ": "nom", "remplies": 2 }));
    assert_eq!(counts["colonnes"][6]["champ"], Value::Null);
    assert!(counts["colonnes_absentes"].as_array().is_some_and(|names| names.iter().any(|name| name == "adresse")));
    let services = &counts["valeurs"]["services"];
    let known = services["valeurs"].as_array().expect("values");
    let of = |label: &str| known.iter().find(|value| value["valeur"] == label).map(|value| value["lignes"].clone());
    assert_eq!(of("Aide aux démarches administratives"), Some(2.into()));
    assert_eq!(services["hors_liste"], serde_json::json!({ "fois": 2, "premieres": [{ "valeur": "Couture", "fois": 2 }] }));
    let territories = &counts["territoires"];
    assert_eq!((&territories["lignes"][0]["code"], &territories["lignes"][1]["nom"]), (&"2B".into(), &"Saint-Barthélemy".into()));
    assert_eq!(territories["inconnu"], 1);
    let months = &counts["mises_a_jour"];
    assert_eq!(months["mois"][1], serde_json::json!({ "mois": "2026-03", "lignes": 1 }));
    assert_eq!((&months["illisibles"], &months["plus_recente"]), (&1.into(), &"2026-03-01".into()));
    // March of the year before is the thirteenth month.
    assert_eq!(months["douze_mois_avant_la_plus_recente"], serde_json::json!({ "de": "2025-04", "a": "2026-03", "lignes": 1 }));
}

#[test]
fn counts_are_told_to_people() {
    let (_folder, path) = written();
    let (code, stdout, _) = run(command().arg("statistiques").arg(&path));
    assert_eq!(code, 0);
    for said in [
        "3 lignes",
        "colonnes hors du standard : couleur",
        "hors liste : Couture",
        "2B  Haute-Corse",
        "mars 2026",
        "date illisible",
    ] {
        assert!(stdout.contains(said), "{said} is not said:\n{stdout}");
    }
    assert!(!stdout.contains('█'), "no bar where there is no terminal");
}

#[test]
fn all_values_are_listed_when_they_are_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lieux.csv");
    let rows: String = (0..30).map(|i| format!("{i},Atelier {i:02},20{:02}-0{}-01\n", i % 20 + 1, i % 9 + 1)).collect();
    fs::write(&path, format!("id,services,date_maj\n{rows}")).expect("a file");
    let told = |more: &[&str]| run(command().arg("stats").arg(&path).args(more)).1;
    let (first, all) = (told(&[]), told(&["--tout"]));
    assert_eq!((first.matches("hors liste : ").count(), all.matches("hors liste : ").count()), (20, 30), "{first}");
    assert!(first.contains("hors liste, les autres") && !all.contains("hors liste, les autres"), "{all}");
    assert!(first.contains("  avant ") && !all.contains("  avant "), "{first}");
    let json: Value = serde_json::from_str(&told(&["--all", "--format", "json"])).expect("JSON");
    assert_eq!(json["valeurs"]["services"]["hors_liste"]["premieres"].as_array().map(Vec::len), Some(30));
}

/// What is in no count is said, in each format, and by the exit code.
#[test]
fn what_was_not_read_is_said() {
    let (folder, path) = written();
    let asked = |path: &std::path::Path, format: &str| run(command().args(["stats", "--format", format]).arg(path));
    let cut = folder.path().join("coupe.json");
    fs::write(&cut, r#"[{"id": "a", "nom": "A"}, {"id": "b", "no"#).expect("a file");
    let lines = folder.path().join("lignes.ndjson");
    fs::write(&lines, format!("{{\"id\": \"a\"}}\n{}", "faux\n".repeat(9))).expect("a file");
    for (path, rule, count, said) in [
        (&cut, "fichier-coupe", 1, "élément 2 : le fichier s'arrête au milieu"),
        (&lines, "donnees-illisibles", 9, "ligne 2 : cette ligne n'est pas du JSON"),
    ] {
        let (code, text, _) = asked(path, "terminal");
        assert!(code == 1 && text.contains("\n1 ligne\n") && text.contains(said), "{text}");
        assert!(text.contains("Ce qui n'a pas été lu, et manque à ces comptes"), "{text}");
        let (code, text, _) = asked(path, "json");
        let counts: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(
            (code, counts["non_lu"][0]["regle"].as_str(), counts["non_lu"][0]["fois"].as_u64()),
            (1, Some(rule), Some(count))
        );
        assert_eq!(counts["non_lu"][0]["premieres_lignes"][0], 2);
        let (code, text, _) = asked(path, "html");
        assert!(code == 1 && text.contains("Ce qui n'a pas été lu"), "{text}");
    }
    // A sheet that may hold other places is in no count either.
    let sheet = root().join("tests/cases/data/feuille-non-lue/fautif.xlsx");
    let (code, text, _) = asked(&sheet, "json");
    let counts: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((code, counts["non_lu"][0]["regle"].as_str()), (1, Some("feuille-non-lue")), "{text}");
    let (code, text, _) = asked(&sheet, "terminal");
    assert!(code == 1 && text.contains("la feuille « Sud » a aussi un en-tête du standard"), "{text}");
    for (format, said) in [("terminal", "n'a pas été lu"), ("json", "\"regle\""), ("html", "n'a pas été lu")] {
        let (code, text, _) = asked(&path, format);
        assert!(code == 0 && !text.contains(said), "{text}");
    }
}

/// The header once more, as two files put together have it, is no place: not in one count, and said.
#[test]
fn a_header_among_the_rows_is_in_no_count() {
    let (_folder, path) = written();
    let asked = |format: &str| run(command().args(["stats", "--format", format]).arg(&path)).1;
    let counts = || serde_json::from_str::<Value>(&asked("json")).expect("JSON");
    let alone = counts();
    assert_eq!(alone["en_tetes_repetes"], 0);
    assert!(!asked("terminal").contains("répète"));
    let (header, rows) = FILE.split_once('\n').expect("a header");
    fs::write(&path, format!("{header}\n{header}\n{rows}{header}\n")).expect("a file");
    let mut twice = counts();
    assert_eq!(twice["en_tetes_repetes"], 2);
    twice["en_tetes_repetes"] = 0.into();
    assert_eq!(twice, alone);
    for format in ["terminal", "html"] {
        let text = asked(format).replace('\u{a0}', " ").replace("&#39;", "'");
        assert!(text.contains("3 lignes") && text.contains("2 lignes répètent l'en-tête, non comptées"), "{text}");
    }
}

#[test]
fn charts_are_a_page() {
    let (folder, path) = written();
    let page = folder.path().join("page.html");
    let (code, _, stderr) = run(command().args(["stats", "--format", "html", "-o"]).args([&page, &path]));
    assert_eq!(code, 0, "{stderr}");
    let seen = open(&address(&page, ""));
    assert_eq!(seen.console, [] as [String; 0]);
    for said in ["<h1>3&nbsp;lignes</h1>", "Saint-Barthélemy", "hors liste&nbsp;: Couture", "mars 2026"] {
        assert!(seen.dom.contains(said), "{said} is not said");
    }
    let of = |caption: &str, label: &str| bar(&seen.dom, caption, label);
    let territories = "Nombre de lignes par département ou collectivité";
    for (label, tone) in [("Haute-Corse", "plein"), ("Saint-Barthélemy", "plein"), ("sans code de commune", "erreur")] {
        assert_eq!(of(territories, label), [tone, "100.0%", "1 (33 %)"], "{label}");
    }
    let services = "Nombre de lignes par valeur de services";
    assert_eq!(of(services, "Aide aux démarches administratives"), ["plein", "100.0%", "2"]);
    assert_eq!(of(services, "hors liste : Couture"), ["erreur", "100.0%", "2"]);
    assert_eq!(of(services, "Parentalité et éducation"), ["plein", "0.0%", "0"]);
    let months = "Nombre de lignes par mois de mise à jour";
    assert_eq!(of(months, "mars 2026"), ["plein", "100.0%", "1 (33 %)"]);
    assert_eq!(of(months, "date illisible"), ["erreur", "100.0%", "1 (33 %)"]);
}

#[test]
fn other_versions_and_empty_files_are_counted_too() {
    let (folder, path) = written();
    for version in ["0.1.0", "1.0.1"] {
        let (code, stdout, stderr) = run(command().args(["stats", "--format", "json", "--standard", version]).arg(&path));
        assert_eq!(code, 0, "{version}: {stderr}");
        assert_eq!(serde_json::from_str::<Value>(&stdout).expect("JSON")["standard"], version);
    }
    fs::write(&path, "id,nom\n").expect("a file");
    let (code, stdout, _) = run(command().arg("stats").arg(&path));
    assert!(code == 1 && stdout.contains("0 ligne"), "{stdout}");
    fs::write(&path, "").expect("a file");
    let (code, _, stderr) = run(command().arg("stats").arg(&path));
    assert!(code == 2 && stderr.contains("le fichier est vide"), "{stderr}");
    let (code, _, _) = run(command().arg("stats").arg(folder.path().join("absent.csv")));
    assert_eq!(code, 2);
}
