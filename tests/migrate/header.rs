//! The header of a file to migrate, as people write it: what is surely a column is moved as it, what is only like one is asked.

use std::fs;

use standard_mediation_model::migration::{Decisions, Heading, Why};

use super::{folder, migrate, plan, rows, standards};

/// A clean file of 0.1 whose header was changed; then the exit code, what is said and the first row of the new file.
fn headed(change: impl Fn(&str) -> String) -> (i32, String, std::collections::BTreeMap<String, String>) {
    let (_folder, file) = folder("propre-0.1.csv");
    let text = fs::read_to_string(&file).expect("a file");
    let (header, cells) = text.split_once('\n').expect("a header");
    fs::write(&file, format!("{}\n{cells}", change(header))).expect("writable");
    let (code, stdout, stderr) = migrate(&file, &[]);
    assert_eq!(stderr, "");
    let first = rows(&file.with_file_name("nouveau.csv")).swap_remove(0);
    (code, stdout, first)
}

#[test]
fn a_column_is_moved_under_any_of_its_names() {
    let (_, _, expected) = headed(str::to_owned);
    let (code, stdout, new) = headed(|header| {
        let header = header.replace("services", "Service").replace("courriel", "Courriel");
        header.replace("publics_accueillis", "Publics accueillis").replace("labels_nationaux", "Labels_nationaux")
    });
    assert_eq!((code, new), (0, expected), "{stdout}");
    assert!(stdout.contains("Fait\n  colonnes reconnues : « Courriel » (courriel), « Service » (services), "), "{stdout}");
    assert!(!stdout.contains("d'aucune des deux versions"), "{stdout}");
}

#[test]
fn a_column_that_is_only_like_another_waits_for_a_person() {
    let (code, stdout, new) = headed(|header| header.replace("services", "srevices"));
    assert!(code == 1 && stdout.contains("vouliez-vous écrire « services » ?"), "{stdout}");
    assert!(new["services"].is_empty() && !new["srevices"].is_empty(), "{new:?}");
    assert!(stdout.contains(", 1 à arbitrer"), "{stdout}");
    // The second of two same columns stays aside, and neither version is said to lack it.
    let (code, stdout, _) = headed(|header| header.replace("accessibilite", "courriel"));
    assert!(
        code == 1
            && stdout.contains("cette colonne est là deux fois : la première est convertie, celle-ci est gardée telle quelle"),
        "{stdout}"
    );
    assert!(!stdout.contains("d'aucune des deux versions"), "{stdout}");
    let (code, stdout, new) = headed(|header| header.replace("accessibilite", "couleur"));
    assert!(code == 0 && new.contains_key("couleur"), "{stdout}");
    assert!(stdout.contains("colonne « couleur » : elle n'est d'aucune des deux versions"), "{stdout}");
}

#[test]
fn each_title_of_either_version_is_read_as_its_column() {
    let standards = standards();
    let present = standards.last().expect("a standard");
    for from in &standards[..standards.len() - 1] {
        let plan = plan(&standards, &from.identity.version.to_string(), present.identity.version, &Decisions::default());
        for of in [from, present] {
            let names: Vec<String> = of.fields.iter().map(|field| field.name.clone()).collect();
            let titles: Vec<String> = of.fields.iter().map(|field| field.title.to_uppercase()).collect();
            assert_eq!(Heading::read(&plan, (from, present), &names).names, names);
            let heading = Heading::read(&plan, (from, present), &titles);
            assert!(heading.aside.is_empty(), "{heading:?}");
            // A title that both versions have is that of the old one.
            let mut seen = std::collections::BTreeSet::new();
            assert!(heading.names.iter().all(|name| seen.insert(name)), "{heading:?}");
        }
        // A column of each version that leads to the same one: both are moved, and the same name twice is not.
        let header = ["courriels", "courriel", "courriels", "Courriels"].map(str::to_owned);
        let heading = Heading::read(&plan, (from, present), &header);
        let last = heading.aside.last().map(|aside| &aside.why);
        assert!(matches!(last, Some(Why::Twice(_))) && heading.names[2..] == header[2..], "{heading:?}");
    }
}

#[test]
fn what_the_steps_ask_to_look_at_is_said_where_it_breaks_a_rule() {
    let (_folder, file) = folder("propre-0.1.csv");
    let text = fs::read_to_string(&file).expect("a file");
    let (header, cells) = text.split_once('\n').expect("a header");
    let at = |name: &str| header.split(',').position(|column| column == name).expect("a column");
    let first: Vec<&str> = cells.lines().next().expect("a row").split(',').collect();
    let with = |name: &str, value: &str| {
        let mut cells: Vec<String> = first.iter().map(|cell| (*cell).to_owned()).collect();
        value.clone_into(&mut cells[at(name)]);
        fs::write(&file, format!("{header}\n{}\n", cells.join(","))).expect("writable");
        migrate(&file, &["--force"])
    };
    let (code, stdout, _) = with("pivot", "212 100 234 00013");
    assert!(code == 1 && stdout.contains("pivot : 1 fois, ligne 2"), "{stdout}");
    assert!(stdout.contains("de neuf à quatorze lettres ou chiffres"), "{stdout}");
    assert!(stdout.contains("Ce qui reste à corriger du fichier écrit : cargo standard validate "), "{stdout}");
    let (code, stdout, _) = with("pivot", "21210023400013");
    assert!(code == 0 && stdout.contains(", 0 à arbitrer"), "{stdout}");
    let (code, stdout, _) = with("accessibilite", "Accessible aux fauteuils roulants");
    assert!(code == 1 && stdout.contains("un texte libre n'y a plus sa place"), "{stdout}");
    let (code, stdout, _) = with("accessibilite", "https://acceslibre.beta.gouv.fr/app/a/");
    assert_eq!(code, 0, "{stdout}");
}

#[test]
fn a_row_that_lacks_cells_is_said() {
    let (_folder, file) = folder("propre-0.1.csv");
    let text = fs::read_to_string(&file).expect("a file");
    let header = text.lines().next().expect("a header");
    fs::write(&file, format!("{text}court,21210023400013,Lieu\n")).expect("writable");
    let (code, stdout, _) = migrate(&file, &[]);
    let said =
        format!("cette ligne a 3 cases, l'en-tête en a {} : celles qui manquent sont écrites vides", header.split(',').count());
    assert!(code == 1 && stdout.contains(&said), "{stdout}");
}

#[test]
fn what_stands_above_the_header_is_lost_and_said() {
    let (_folder, file) = folder("propre-0.1.csv");
    let text = fs::read_to_string(&file).expect("a file");
    let (code, stdout, _) = migrate(&file, &[]);
    assert!(code == 0 && !stdout.contains("l'en-tête vient à la ligne"), "{stdout}");
    fs::write(&file, format!("Lieux de la Côte-d'Or\n{text}")).expect("writable");
    let (code, stdout, _) = migrate(&file, &["--force"]);
    assert!(code == 1 && stdout.contains("l'en-tête vient à la ligne 2") && stdout.contains("1 perdue"), "{stdout}");
}

/// Elements and keys that no reader takes are nowhere in the output: they wait for nobody.
#[test]
fn what_could_not_be_read_is_lost_and_said() {
    let (_folder, file) = folder("propre-0.1.csv");
    let csv = fs::read_to_string(&file).expect("a file");
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(csv.as_bytes()).records().map(|row| row.expect("a row")).collect();
    let header = csv::Reader::from_reader(csv.as_bytes()).headers().expect("a header").clone();
    let object = |row: &csv::StringRecord| header.iter().zip(row.iter()).collect::<serde_json::Value>();
    let mut text: String = rows.iter().map(|row| format!("{}\n", object(row))).collect();
    let lieux = file.with_file_name("lieux.ndjson");
    let count = |text: &str| {
        fs::write(&lieux, text).expect("writable");
        migrate(&lieux, &["--force"])
    };
    let (code, stdout, _) = count(&text);
    assert!(code == 0 && stdout.contains("0 perdue"), "{stdout}");
    text.push_str("{\"id\": \n");
    let (code, stdout, _) = count(&text);
    assert!(code == 1 && stdout.contains("1 perdue"), "{stdout}");
}

/// The report speaks of the columns of the file that was read, at the row where its header is, and follows the rows.
#[test]
fn the_report_names_the_columns_of_the_file_in_the_order_of_its_rows() {
    let (_folder, file) = folder("hub-0.1.csv");
    let text = fs::read_to_string(&file).expect("a file");
    let (header, rows) = text.split_once('\n').expect("a header");
    let header = header.replacen("services", "Services", 1);
    let (first, rest) = rows.split_once('\n').expect("a row");
    fs::write(&file, format!("Recensement\n{header}\n{first}\n{header}\n{rest}")).expect("writable");
    let report = file.with_file_name("rapport.json");
    let (code, stdout, stderr) = migrate(&file, &["--depuis", "0.1.0", "--rapport", report.to_str().expect("UTF-8")]);
    assert_eq!((code, stderr.as_str()), (1, ""), "{stdout}");
    let report: serde_json::Value = serde_json::from_slice(&fs::read(report).expect("a file")).expect("JSON");
    let lines = report["lignes"].as_array().expect("lines");
    let columns: Vec<&str> = lines.iter().filter_map(|line| line["colonne"].as_str()).collect();
    assert!(columns.contains(&"Services") && !columns.contains(&"services"), "{columns:?}");
    assert!(
        lines.iter().any(|line| line["pile"] == "fait" && line["regle"] == "valeur-changee" && line["colonne"] == "Services")
    );
    let named = lines.iter().find(|line| line["regle"] == "colonne-mal-nommee").expect("the name is told");
    assert_eq!((&named["ligne"], &named["devient"]), (&2.into(), &"services".into()));
    let numbers: Vec<u64> = lines.iter().filter_map(|line| line["ligne"].as_u64()).collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    let repeated = lines.iter().position(|line| line["regle"] == "en-tete-repete").expect("the header is told");
    let after = lines[repeated..].iter().filter(|line| line["ligne"].as_u64() > Some(4)).count();
    assert!(lines[repeated]["ligne"] == 4 && after > 0, "{lines:?}");
}

/// There is nothing to change where there is no row: it is said as a validation says it, and no sign is said to change.
#[test]
fn a_file_without_rows_is_said_to_have_none() {
    let (_folder, file) = folder("propre-0.1.csv");
    let text = fs::read_to_string(&file).expect("a file");
    let (code, stdout, _) = migrate(&file, &[]);
    assert!(code == 0 && stdout.contains("entre deux valeurs") && !stdout.contains("aucune ligne"), "{stdout}");
    let (header, _) = text.split_once('\n').expect("a header");
    let report = file.with_file_name("rapport.csv");
    for (text, count) in
        [(format!("{header}\n"), "0 perdue, 1 à arbitrer"), (format!("{header}\n{header}\n"), "1 perdue, 1 à arbitrer")]
    {
        fs::write(&file, text).expect("writable");
        let (code, stdout, _) = migrate(&file, &["--force", "--rapport", report.to_str().expect("UTF-8")]);
        assert!(code == 1 && stdout.contains("il n'y a aucune ligne à convertir") && stdout.contains(count), "{stdout}");
        let report = fs::read_to_string(&report).expect("a report");
        assert!(report.contains("sans-ligne") && !report.contains("separateur-change"), "{report}");
        assert!(!stdout.contains("entre deux valeurs"), "{stdout}");
    }
}
