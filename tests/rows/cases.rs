//! The cells of the case folders: what the engine, the JSON Schemas and the Table Schema are held to besides the examples.
//!
//! In: the files of `cases/data`, as the `csv` crate reads them. Out: each content of a column once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use standard_mediation_model::Standard;

use crate::data_cases::{bytes, cases, faulty};
use crate::support::name_of;

/// Faulty files that no reader of tables is given: where the fault is, there is no table to agree on.
const ASIDE: &[(&str, &str)] = &[
    ("donnees-vides", "the file holds nothing"),
    ("encodage-du-fichier", "the file is not UTF-8"),
    ("feuille-non-lue", "the file is a workbook, which has no schema"),
    ("partie-masquee", "the file is a workbook, which has no schema"),
    ("cases-fusionnees", "the file is a workbook, which has no schema"),
    ("fichier-coupe", "the file is JSON that ends in the middle"),
    ("lignes-avant-l-en-tete", "the first line is not the header"),
    ("liste-pour-une-valeur", "the file is JSON, whose lists are no cells of a table"),
    ("virgule-mal-placee", "the file is JSON that no other reader takes"),
    ("separateur", "the cells are parted by another sign than that of the standard"),
];

/// The standard that a case has of its own.
pub(super) fn own(case: &Path) -> Option<Standard> {
    let text = fs::read_to_string(case.join("standard.json")).ok()?;
    Some(serde_json::from_str(&text).expect("a standard"))
}

/// The contents of the columns of a file: nothing when it is no table of the standard.
fn cells(standard: &Standard, bytes: &[u8]) -> BTreeSet<(String, String)> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let Ok(header) = reader.headers().cloned() else { return BTreeSet::new() };
    let mut cells = BTreeSet::new();
    for row in reader.records() {
        let Ok(row) = row else { return BTreeSet::new() };
        let known = header.iter().zip(&row).filter(|(name, _)| standard.field(name).is_some());
        cells.extend(known.map(|(name, text)| (name.to_owned(), text.to_owned())));
    }
    cells
}

/// The first row of the valid file of a case.
pub(super) fn valid(case: &Path) -> BTreeMap<String, String> {
    let bytes = bytes(case, "valide.csv");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let row = reader.deserialize().next().expect("a row");
    row.expect("CSV")
}

/// The contents of all the files that are held against a standard: the real one, or that of a case.
pub(super) fn contents(standard: &Standard, is_held: impl Fn(&Path) -> bool) -> BTreeSet<(String, String)> {
    let mut contents = BTreeSet::new();
    for case in cases().into_iter().filter(|case| is_held(case)) {
        contents.extend(cells(standard, &bytes(&case, "valide.csv")));
        let found = cells(standard, &bytes(&case, faulty(&case)));
        let aside = ASIDE.iter().find(|(name, _)| *name == name_of(&case));
        // A header alone has no cell.
        let is_read = !found.is_empty() || name_of(&case) == "sans-ligne";
        assert_eq!(is_read, aside.is_none(), "{} : {aside:?}", name_of(&case));
        contents.extend(found);
    }
    contents
}
