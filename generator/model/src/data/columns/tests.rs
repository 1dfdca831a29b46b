use serde_json::json;

use super::{Columns, How};
use crate::data::FileRule;
use crate::{Level, Standard};

/// A small standard, of the columns that matter here.
fn standard() -> Standard {
    let field = |name: &str, title: &str, required: bool, former: &[&str], aliases: &[&str]| {
        let former: Vec<_> = former.iter().map(|name| json!({ "nom": name, "jusqua": "0.9.0" })).collect();
        json!({
            "nom": name, "groupe": "g", "titre": title, "description": "", "type": "texte", "obligatoire": required,
            "unique": false, "multiple": false, "controles": [], "depuis": "1.0.0", "anciens_noms": former, "alias": aliases,
            "voir_aussi": [], "exemples": [], "contre_exemples": [],
        })
    };
    let fields = [
        field("id", "Identifiant", true, &[], &[]),
        field("pivot", "SIRET ou RNA", true, &[], &["SIRET", "RNA"]),
        field("longitude", "Longitude", true, &[], &["lon"]),
        field("courriels", "Courriel(s)", false, &[], &["mail"]),
        field("publics", "Publics adressés", false, &["publics_accueillis"], &[]),
        field("prise_en_charge", "Prise en charge", false, &["publics_accueillis"], &[]),
        field("frais", "Frais à charge", false, &["conditions_acces"], &[]),
    ];
    let standard = json!({
        "nom": "essai", "titre": "Essai", "description": "", "version": "1.0.0", "cree_le": "2024-01-01",
        "modifie_le": "2024-01-01", "pays": "FR", "langue": "fr", "depot": "", "depot_brut": "", "contact": "",
        "mots_cles": [], "licence": { "nom": "", "titre": "", "lien": "" }, "contributeurs": [],
        "format": {
            "encodage": "utf-8", "separateur": ",", "guillemet": "\"", "separateur_de_liste": "|", "nom_de_fichier": "a.csv"
        },
        "versions": [], "groupes": [], "champs": fields, "vocabulaires": [], "cle_primaire": [], "regles": [], "exemples": [],
        "evolutions": [],
    });
    serde_json::from_value(standard).expect("a standard")
}

const WHOLE: [&str; 7] = ["id", "pivot", "longitude", "courriels", "publics", "prise_en_charge", "frais"];

/// The same, of which two columns take values.
fn standard_with_values() -> Standard {
    let value = |code: &str, label: &str| json!({ "code": code, "libelle": label, "definition": "", "depuis": "1.0.0" });
    let values = json!([value("gratuit", "Gratuit"), value("payant", "Payant : l'accès a un prix"), value("autre", "Autre")]);
    let mut standard = serde_json::to_value(standard()).expect("JSON");
    standard["vocabulaires"] = json!([
        { "nom": "frais", "titre": "", "description": "", "niveau": "bloquant", "valeurs": values }
    ]);
    for rank in [4, 6] {
        standard["champs"][rank]["vocabulaire"] = json!("frais");
        standard["champs"][rank]["multiple"] = json!(rank == 6);
    }
    standard["champs"][4]["vocabulaire"] = json!(null);
    serde_json::from_value(standard).expect("a standard")
}

#[test]
fn a_column_that_is_a_value_is_told_so() {
    let standard = standard_with_values();
    let header = header(&[("longitude", "Gratuit"), ("courriels", "PAYANT")]);
    let columns = Columns::read(&standard, &header);
    assert_eq!([columns.field(2), columns.field(3)], [None; 2]);
    let told = |rule| columns.faults().iter().find(|fault| fault.rule == rule).expect("a fault");
    let fault = told(FileRule::UnknownColumn);
    assert!(fault.message.contains("« Gratuit », « PAYANT »") && fault.message.contains("« frais »"), "{}", fault.message);
    assert!(fault.help.contains("« | »"), "{}", fault.help);
    // A box of a form, and a value that is but for two letters the name of a column.
    let boxed = Columns::read(&standard, &[&header[..2], &["Frais demandés [Gratuit]", "Autre"].map(str::to_owned)].concat());
    assert_eq!([boxed.reading(2), boxed.reading(3)], [&super::Reading::Value(6), &super::Reading::Value(6)]);
    // What else is unknown is told as before.
    let other = Columns::read(&standard, &[&header[..], &["couleur".to_owned()]].concat());
    let unknown = other.faults().iter().filter(|fault| fault.rule == FileRule::UnknownColumn);
    assert_eq!(unknown.map(|fault| fault.column).collect::<Vec<_>>(), [Some(7), None]);
}

/// The header of the standard, each name replaced as told.
fn header(replaced: &[(&str, &str)]) -> Vec<String> {
    let name = |name: &&str| replaced.iter().find(|(old, _)| old == name).map_or(*name, |(_, new)| *new).to_owned();
    WHOLE.iter().map(name).collect()
}

fn read(header: &[String]) -> (Columns, Vec<(FileRule, Option<usize>, Level)>) {
    let columns = Columns::read(&standard(), header);
    let faults = columns.faults().iter().map(|fault| (fault.rule, fault.column, fault.level)).collect();
    (columns, faults)
}

#[test]
fn the_header_of_the_standard_has_nothing_wrong() {
    let (columns, faults) = read(&header(&[]));
    assert_eq!(faults, []);
    assert!((0..7).all(|i| columns.how(i) == How::Exact && columns.field(i) == Some(i)));
    assert_eq!((columns.how(7), columns.field(7)), (How::Unknown, None));
}

#[test]
fn a_name_that_can_be_no_other_is_read_as_the_field() {
    for (name, written) in [
        ("pivot", "SIRET"),
        ("pivot", "rna"),
        ("pivot", "Siret ou RNA"),
        ("pivot", " pivot\u{a0}"),
        ("id", "\u{feff}id"),
        ("id", "ID"),
        ("courriels", "courriel"),
        ("courriels", "Courriel(s)"),
        ("courriels", "MAIL"),
        ("prise_en_charge", "Prise en charge"),
        ("prise_en_charge", "prises-en-charge"),
        ("publics", "Public adressé"),
        ("frais", "conditions_acces"),
        ("frais", "Frais de charge"),
    ] {
        let (columns, faults) = read(&header(&[(name, written)]));
        let rank = WHOLE.iter().position(|other| *other == name).expect("a column");
        assert_eq!((columns.how(rank), columns.field(rank)), (How::Sure, Some(rank)), "{written}");
        assert_eq!(faults, [(FileRule::MisnamedColumn, Some(rank), Level::Blocking)], "{written}");
        assert_eq!(columns.faults()[0].correction.as_deref(), Some(name), "{written}");
        assert_eq!(columns.faults()[0].value.as_deref(), Some(written), "{written}");
    }
}

#[test]
fn a_typing_mistake_is_asked_and_nobody_is_told_to_delete() {
    let (columns, faults) = read(&header(&[("longitude", "longitute")]));
    assert_eq!((columns.how(2), columns.field(2)), (How::Guess(2), None));
    assert_eq!(
        faults,
        [(FileRule::UnknownColumn, Some(2), Level::Recommendation), (FileRule::MissingColumn, None, Level::Blocking)]
    );
    assert!(columns.faults()[0].help.contains("« longitude »"));
    assert!(columns.faults()[1].help.contains("« longitute »") && columns.faults()[1].help.contains("sans rien effacer"));
    assert_eq!(columns.faults()[1].field, Some(2));
    // An optional one that is perhaps there is said once.
    let (columns, faults) = read(&header(&[("courriels", "couriels")]));
    assert_eq!(columns.how(3), How::Guess(3));
    assert_eq!(faults, [(FileRule::UnknownColumn, Some(3), Level::Recommendation)]);
}

#[test]
fn nothing_is_guessed_that_is_already_there() {
    let mut names = header(&[]);
    names.push("longitute".to_owned());
    names.push("longitude_wgs84".to_owned());
    let (columns, faults) = read(&names);
    assert_eq!([columns.how(7), columns.how(8)], [How::Unknown; 2]);
    let unknown = |column| (FileRule::UnknownColumn, Some(column), Level::Recommendation);
    assert_eq!(faults, [unknown(7), unknown(8)]);
}

#[test]
fn two_columns_for_one_field_are_said() {
    // The very name wins over another one, which may be a column of its own.
    let mut names = header(&[]);
    names.push("SIRET".to_owned());
    assert_eq!(read(&names).1, [(FileRule::UnknownColumn, Some(7), Level::Recommendation)]);
    // The very name twice, or two other names: what is not read may be what was meant.
    names[7] = "pivot".to_owned();
    assert_eq!(read(&names).1, [(FileRule::DuplicateColumn, Some(7), Level::Blocking)]);
    names[1] = "SIRET".to_owned();
    names[7] = "RNA".to_owned();
    let (columns, faults) = read(&names);
    assert_eq!(
        faults,
        [(FileRule::MisnamedColumn, Some(1), Level::Blocking), (FileRule::DuplicateColumn, Some(7), Level::Blocking)]
    );
    assert_eq!((columns.column(1), columns.field(7)), (Some(1), None));
}

#[test]
fn a_column_that_was_split_is_not_read_as_one_of_its_parts() {
    let (columns, faults) = read(&header(&[("publics", "publics_accueillis")]));
    assert_eq!((columns.field(4), columns.how(4)), (None, How::Unknown));
    assert_eq!(faults[0], (FileRule::UnknownColumn, Some(4), Level::Recommendation));
    assert!(columns.faults()[0].help.contains("« publics », « prise_en_charge »"), "{}", columns.faults()[0].help);
}

#[test]
fn many_of_a_kind_are_said_together() {
    let mut names: Vec<String> = ["id", "pivot", "longitude"].map(str::to_owned).to_vec();
    names.extend(["", " ", "\u{feff}", "", "zone_a", "zone_b", "zone_c", "zone_d"].map(str::to_owned));
    let (columns, faults) = read(&names);
    let advice = |rule| (rule, None, Level::Recommendation);
    assert_eq!(faults, [advice(FileRule::UnknownColumn), advice(FileRule::UnnamedColumn), advice(FileRule::MissingColumn)]);
    let messages: Vec<&str> = columns.faults().iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "4 colonnes ne sont pas dans le standard : « zone_a », « zone_b », « zone_c », « zone_d »",
            "4 colonnes n'ont pas de nom : D, E, F, G",
            "il manque 4 colonnes facultatives : courriels, publics, prise_en_charge, frais",
        ]
    );
    names.truncate(4);
    assert_eq!(read(&names).1[0], (FileRule::UnnamedColumn, Some(3), Level::Recommendation));
}

#[test]
fn columns_in_another_order_are_read_and_said_once() {
    let mut names = header(&[]);
    names.reverse();
    let (columns, faults) = read(&names);
    assert_eq!(faults, [(FileRule::ColumnOrder, Some(1), Level::Recommendation)]);
    assert_eq!(columns.column(0), Some(6));
}
