//! The faults that real files have, each with the findings that a reader owes.

use standard_mediation_model::data::FileRule;
use standard_mediation_model::{CellRule, Check, Field, Kind, Level, Standard};

use super::columns::is_closed;
use super::hurt::Hurt;
use super::style::Style;
use super::vocabulary_faults::{self as lists, LISTS, PARTS};

/// From which faults one is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Catalogue {
    /// Those that make a row invalid.
    #[allow(dead_code, reason = "the benchmark and the tests each use some")]
    Blocking,
    /// Those that make a row invalid by one of its cells: every row has the cells of the header.
    #[allow(dead_code, reason = "the benchmark and the tests each use some")]
    Cells,
    /// Those that are only pointed at.
    #[allow(dead_code, reason = "the benchmark and the tests each use some")]
    Recommendation,
    /// Both.
    #[allow(dead_code, reason = "the benchmark and the tests each use some")]
    All,
}

/// A fault.
pub(crate) struct Fault {
    /// The column it is put in; empty for the row itself.
    pub(crate) column: String,
    /// Column and rule of each finding that it makes.
    pub(crate) breaks: Vec<(String, &'static str)>,
    /// The level of them all.
    pub(crate) level: Level,
    /// How it is made.
    pub(super) hurt: Hurt,
}

/// A row with fewer cells than the header, and one with more.
pub(crate) const ROW_LENGTHS: [&str; 2] = ["cases-manquantes", "cases-en-trop"];

/// The faults of a standard, those of one column together: each column is then hurt as often as another.
pub(super) fn by_column(standard: &Standard, catalogue: Catalogue, style: Style) -> Vec<Vec<Fault>> {
    let mut columns: Vec<Vec<Fault>> = standard
        .fields
        .iter()
        .map(|field| {
            let mut faults = Vec::new();
            blocking(standard, field, style, &mut faults);
            recommendations(standard, field, &mut faults);
            faults
        })
        .collect();
    if !style.is_json() {
        let [fewer, more] = ROW_LENGTHS;
        let fault =
            |rule, hurt| Fault { column: String::new(), breaks: vec![(String::new(), rule)], level: Level::Blocking, hurt };
        columns.push(vec![fault(fewer, Hurt::FewerCells), fault(more, Hurt::MoreCells)]);
    }
    for faults in &mut columns {
        faults.retain(|fault| match catalogue {
            Catalogue::Blocking => fault.level == Level::Blocking,
            Catalogue::Cells => fault.level == Level::Blocking && !fault.column.is_empty(),
            Catalogue::Recommendation => fault.level == Level::Recommendation,
            Catalogue::All => true,
        });
    }
    columns.retain(|faults| !faults.is_empty());
    columns
}

/// What a spreadsheet or a person makes of a SIRET.
const PIVOTS: [&str; 7] =
    ["4,34933E+13", "434 933 123 00028", "434.933.123", "43493312", "SIRET en cours", "434933123000281", "Préfecture"];
const POSTALS: [&str; 6] = ["1000", "51 100", "51100 CEDEX", "F-51100", "5110O", "511000"];
const INSEES: [&str; 6] = ["1053", "2a004", "2C004", "51 454", "514540", "Reims"];
const PHONES: [&str; 8] = [
    "01 99 00 12 34",
    "0199001234",
    "+33 1 99 00 12 34",
    "+33(0)199001234",
    "0033199001234",
    "+44199001234",
    "3639",
    "+33199001234 ou +33199001235",
];
const NUMBERS: [&str; 8] = ["48.85 N", "2.35°", "1e2", "NC", "--", "48.8.5", "+4.5", "48."];
const DAYS: [&str; 9] = [
    "31/12/2024",
    "2024-02-30",
    "2024-13-01",
    "2024-4-2",
    "45384",
    "2024-04-02T10:00:00Z",
    "avril 2024",
    "2023-02-29",
    "2024-04-02 ",
];

fn blocking(standard: &Standard, field: &Field, style: Style, faults: &mut Vec<Fault>) {
    let mut add = |rule: CellRule, hurt: Hurt| {
        let breaks = vec![(field.name.clone(), rule.id())];
        faults.push(Fault { column: field.name.clone(), breaks, level: Level::Blocking, hurt });
    };
    if field.required {
        add(CellRule::Required, Hurt::Empty);
    }
    if field.unique || standard.primary_key == [field.name.clone()] {
        add(CellRule::Unique, Hurt::Another);
    }
    match field.kind {
        Kind::Number => {
            add(CellRule::Number, Hurt::Texts(&NUMBERS));
            add(CellRule::Number, Hurt::Change(|text, _| Some(text.replace('.', ","))));
        }
        Kind::Date => add(CellRule::Date, Hurt::Texts(&DAYS)),
        _ => {}
    }
    if field.pattern.as_ref().is_some_and(|pattern| pattern.level == Level::Blocking) {
        let texts: &[&str] = match field.name.as_str() {
            "pivot" => &PIVOTS,
            "code_postal" => &POSTALS,
            "code_insee" => &INSEES,
            "telephone" => &PHONES,
            _ => &[],
        };
        if !texts.is_empty() {
            add(CellRule::Pattern, Hurt::Texts(texts));
            // Digits to a program that asks Unicode what a digit is; not to us, nor in Windows-1252.
            if !style.is_windows() {
                add(CellRule::Pattern, Hurt::Texts(&["٧٥٠٠٠"]));
            }
        }
    }
    if field.max_length.is_some() {
        add(CellRule::Length, Hurt::TooLong);
    }
    if field.multiple && is_closed(standard.vocabulary_of(field)) {
        for list in LISTS {
            add(CellRule::Vocabulary, Hurt::List(list));
        }
        for part in PARTS {
            add(CellRule::EmptyPart, Hurt::List(part));
        }
    }
}

/// What a check sees, put in a field that has it.
fn seen_by(check: Check) -> Hurt {
    match check {
        Check::Siret => Hurt::Change(|text, _| {
            let is_siret = text.len() == 14 && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with("356000000");
            let last = is_siret.then(|| text.as_bytes()[13] - b'0')?;
            Some(format!("{}{}", &text[..13], (last + 1) % 10))
        }),
        Check::Rna => Hurt::Texts(&["W13100432", "w131004321", "W13100432123"]),
        Check::Ridet => Hurt::Texts(&["ABCDEFGHIJ", "12345678901", "SIREN12345"]),
        Check::PlaceholderPivot => Hurt::Texts(&["00000000000000", "00000000000000", "111111111"]),
        Check::Email => {
            Hurt::Texts(&["accueil.ville.example", "mailto:accueil@ville.example", "accueil@ville", "a b@ville.example"])
        }
        Check::Url => Hurt::Texts(&["www.ville.example", "https:/ville.example", "https://ville", "voir la page"]),
        Check::Phone => Hurt::Texts(&["+3319900123", "+33199001", "+68724123456"]),
        Check::OpeningHours => Hurt::Texts(&["Lundi 9h-12h", "Mo-Fr 9h", "sur rendez-vous", "du mardi au samedi"]),
        Check::FutureDate => Hurt::Texts(&["2999-01-01", "2224-04-02"]),
        Check::EpochDate => Hurt::Texts(&["1970-01-01", "1969-12-31"]),
    }
}

fn recommendations(standard: &Standard, field: &Field, faults: &mut Vec<Fault>) {
    let mut add = |breaks: &[(&str, &'static str)], hurt: Hurt| {
        let breaks = breaks.iter().map(|(column, rule)| ((*column).to_owned(), *rule)).collect();
        faults.push(Fault { column: field.name.clone(), breaks, level: Level::Recommendation, hurt });
    };
    let name = field.name.as_str();
    for check in &field.checks {
        add(&[(name, check.id())], seen_by(*check));
    }
    if field.kind == Kind::Number && field.bounds.is_some_and(|bounds| bounds.level == Level::Recommendation) {
        add(&[(name, CellRule::Bounds.id())], Hurt::Change(|text, _| Some(format!("{}.0", text.replace('.', "")))));
    }
    if field.multiple && field.vocabulary.is_some() {
        add(&[(name, CellRule::Duplicate.id())], Hurt::List(lists::twice));
    }
    if field.multiple && !is_closed(standard.vocabulary_of(field)) {
        add(&[(name, CellRule::EmptyPart.id())], Hurt::Change(|text, separator| Some(format!("{text}{separator}"))));
    }
    if matches!(name, "nom" | "adresse" | "commune" | "presentation_detail" | "structure_parente") {
        add(&[(name, CellRule::Spaces.id())], Hurt::Change(|text, _| Some(format!(" {text}"))));
        add(&[(name, CellRule::Spaces.id())], Hurt::Change(|text, _| Some(format!("{text} "))));
    }
    if matches!(name, "nom" | "adresse" | "presentation_detail") {
        add(&[(name, FileRule::Mojibake.id())], Hurt::Change(|text, _| text.contains('é').then(|| text.replace('é', "Ã©"))));
        add(&[(name, FileRule::Entity.id())], Hurt::Change(|text, _| Some(format!("Maison de l&#39;{text}"))));
        add(&[(name, CellRule::Nothing.id())], Hurt::Texts(&["N/A", "néant", "-", "#REF!"]));
        add(&[(name, FileRule::ControlCharacter.id())], Hurt::Change(|text, _| Some(text.replacen(' ', " \u{AD}", 1))));
        add(&[(name, FileRule::Formula.id())], Hurt::Texts(&["=1+1", "@SOMME(A1:A9)", "-A2", "+CONCAT(A1)"]));
    }
    let has = |rule: &str| standard.rules.iter().any(|other| other.name == rule);
    match name {
        "typologie" if standard.vocabulary_of(field).is_some() => {
            add(&[(name, CellRule::Vocabulary.id())], Hurt::Texts(&["COMMUNE", "Bibliothèque", "bib"]));
        }
        "longitude" if has("coordonnees-ensemble") => add(&[("latitude", "coordonnees-ensemble")], Hurt::Empty),
        "latitude" if has("coordonnees-commune") => {
            let breaks = &[("code_insee", "coordonnees-commune")];
            add(breaks, Hurt::Swapped("longitude"));
            add(breaks, Hurt::Texts(&["0", "-45.5", "5.25"]));
        }
        "code_insee" if has("nom-commune") => {
            // Clermont, Brest, Marseille, all far from the communes that rows are drawn from but for themselves.
            let breaks = [(name, "coordonnees-commune"), ("code_postal", "codes-commune"), ("commune", "nom-commune")];
            add(&breaks, Hurt::Texts(&["63236", "29019", "13055"]));
            // A code of no commune.
            add(&[(name, "codes-commune")], Hurt::Texts(&["01999", "75999"]));
        }
        "code_postal" if has("codes-commune") => {
            // Numbers of the Pacific would be too short elsewhere.
            let elsewhere = |text: &str, _| {
                (!text.starts_with("98")).then(|| if text.starts_with("48") { "23000" } else { "48000" }.to_owned())
            };
            add(&[(name, "codes-commune")], Hurt::Change(elsewhere));
        }
        "commune" if has("nom-commune") => {
            add(&[(name, "nom-commune")], Hurt::Texts(&["Trifouilly-les-Oies", "Ville", "France"]));
        }
        "modalites_acces" if has("sans-public-seul") => add(&[(name, "sans-public-seul")], Hurt::List(lists::not_alone)),
        "prise_rdv" if has("rdv-en-ligne-avec-lien") => {
            add(&[("modalites_acces", "rdv-en-ligne-avec-lien")], Hurt::Unbooked("modalites_acces"));
        }
        _ => {}
    }
}
