//! Three readings of the same rows agree: our engine, the JSON Schemas, the Table Schema.
//!
//! They are given the examples, the counter-examples, what the real world adds, and every cell of the case folders. Known
//! gaps are listed by name in `gaps`, and on the page of gaps: a gap that closes or a new one fails here.

mod cases;
mod gaps;
mod table;

use std::collections::BTreeMap;
use std::fs;

use jsonschema::Validator;
use serde_json::{Map, Value, json};
use standard_mediation_codegen::emit;
use standard_mediation_model::{Cell, Checker, Field, Kind, Level, Standard};

use crate::data_cases;
use crate::support::{command, root, run, standard};
use gaps::Gap;
use table::Table;

struct Readers<'a> {
    standard: &'a Standard,
    /// A row that is good in all its cells.
    base: BTreeMap<String, String>,
    checker: Checker<'a>,
    place: Validator,
    row: Validator,
    table: Table,
}

fn artifact(standard: &Standard, path: &str) -> Value {
    let artifact = emit::all(standard).into_iter().find(|artifact| artifact.path == path).unwrap_or_else(|| panic!("no {path}"));
    serde_json::from_slice(&artifact.bytes).expect("JSON")
}

fn readers(standard: &Standard, base: BTreeMap<String, String>) -> Readers<'_> {
    let compiled =
        |path: &str| jsonschema::options().should_validate_formats(true).build(&artifact(standard, path)).expect("a schema");
    Readers {
        standard,
        base,
        checker: Checker::new(standard, standard.identity.modified).expect("patterns compile"),
        place: compiled("json-schema/lieu.schema.json"),
        row: compiled("json-schema/ligne-csv.schema.json"),
        table: Table::new(artifact(standard, "table-schema/schema.json")),
    }
}

/// Every content worth reading: of each field, its examples, its counter-examples, and what the real world adds.
pub(crate) fn contents(standard: &Standard) -> Vec<(&Field, String)> {
    let mut contents = Vec::new();
    for field in &standard.fields {
        let good: Vec<String> = field.examples.iter().map(|cell| standard.text_of(field, cell)).collect();
        let first = good[0].clone();
        let separator = standard.separator_of(field);
        let twisted = [
            format!("{first}{separator}"),
            format!("{separator}{first}"),
            format!("{first} "),
            format!("x{first}"),
            first.to_uppercase(),
            format!("{first}\n"),
            "٧٥٠٠٠".to_owned(),
            "<script>|Payant".to_owned(),
        ];
        contents.extend(good.into_iter().chain(twisted).map(|text| (field, text)));
        contents.extend(field.counter_examples.iter().map(|counter| (field, counter.text.clone())));
        if let Some(vocabulary) = standard.vocabulary_of(field) {
            contents.extend(vocabulary.labels().map(|label| (field, label.to_owned())));
            contents.extend(vocabulary.values.iter().flat_map(|value| value.aliases.iter()).map(|alias| (field, alias.clone())));
        }
    }
    contents
}

/// A row valid in all its other cells.
pub(crate) fn base(standard: &Standard) -> BTreeMap<String, String> {
    let row = standard.examples.last().expect("a minimal row");
    let text = |name: &str, cell| standard.text_of(standard.field(name).expect("a field"), cell);
    row.cells.iter().map(|(name, cell)| (name.clone(), text(name, cell))).collect()
}

impl Readers<'_> {
    fn engine(&self, field: &Field, text: &str) -> bool {
        self.checker.cell(&field.name, text).iter().all(|violation| violation.level == Level::Recommendation)
    }

    fn flat(&self, field: &Field, text: &str) -> bool {
        let mut row: Map<String, Value> = self.base.iter().map(|(name, text)| (name.clone(), text.as_str().into())).collect();
        row.insert(field.name.clone(), text.into());
        self.row.is_valid(&Value::Object(row))
    }

    fn object(&self, field: &Field, text: &str) -> bool {
        let mut place: Map<String, Value> = Map::new();
        for (name, text) in &self.base {
            place.insert(name.clone(), value(self.standard.field(name).expect("a field"), text));
        }
        if text.is_empty() {
            place.remove(&field.name);
        } else {
            place.insert(field.name.clone(), value(field, text));
        }
        self.place.is_valid(&Value::Object(place))
    }

    /// The contents that two readings do not take alike.
    fn differing<'c>(&self, contents: &[(&'c Field, String)], read: impl Fn(&Field, &str) -> bool) -> Vec<(&'c Field, String)> {
        let differs = |(field, text): &&(&Field, String)| read(field, text) != self.engine(field, text);
        contents.iter().filter(differs).cloned().collect()
    }
}

/// The JSON of a cell: a number where the field is one, a list where it holds several values.
fn value(field: &Field, text: &str) -> Value {
    let cell = if field.multiple { Cell::Many(text.split('|').map(str::to_owned).collect()) } else { Cell::One(text.to_owned()) };
    match (cell, field.kind) {
        (Cell::One(text), Kind::Number) => text.parse::<f64>().map_or(json!(text), |number| json!(number)),
        (Cell::One(text), _) => json!(text),
        (Cell::Many(parts), _) => json!(parts),
    }
}

/// Every content there is: of the standard, of the cases that are held against it, of the gaps.
fn all(standard: &Standard) -> Vec<(&Field, String)> {
    let of_cases = cases::contents(standard, |case| cases::own(case).is_none());
    let shown = gaps::shown(gaps::TABLE).chain(gaps::shown(gaps::PLACE));
    let field = |name: &str| standard.field(name).expect("a field");
    let mut all = contents(standard);
    all.extend(shown.map(|(name, text)| (field(name), text.to_owned())));
    all.extend(of_cases.into_iter().map(|(name, text)| (field(&name), text)));
    all
}

/// The engine reads a place of JSON as a row, whatever the kinds of its values; its schema does not.
#[test]
fn kinds_of_json_are_a_gap_that_is_told() {
    let standard = standard();
    let readers = readers(&standard, base(&standard));
    let page = fs::read_to_string(root().join("generated/pages/ecarts.md")).expect("the page of gaps");
    assert!(page.contains("| Un code ou un numéro écrit comme un nombre, un nombre écrit comme un texte, une liste écrite d'un seul tenant, ou une clé sans valeur |"));
    let good = readers.base.iter().map(|(name, text)| (name.clone(), value(standard.field(name).expect("a field"), text)));
    let good: Map<String, Value> = good.collect();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("lieux.ndjson");
    for (name, other, is_accepted) in [
        ("nom", json!("Mairie"), true),
        ("code_postal", json!(51100), false),
        ("latitude", json!("49.2577"), false),
        ("services", json!("Aide aux démarches administratives"), false),
        ("telephone", json!(null), false),
    ] {
        let mut place = good.clone();
        place.insert(name.to_owned(), other);
        place.extend((name == "latitude").then(|| ("longitude".to_owned(), json!(4.0317))));
        let place = Value::Object(place);
        assert_eq!(readers.place.is_valid(&place), is_accepted, "{place}");
        fs::write(&file, format!("{place}\n")).expect("a file");
        let (code, said, _) = run(command().args(["validate", "--level", "bloquant"]).arg(&file));
        assert_eq!(code, 0, "{said}");
    }
}

#[test]
fn the_engine_and_the_flat_schema_agree() {
    let standard = standard();
    let readers = readers(&standard, base(&standard));
    gaps::hold(&[] as &[Gap], &readers.differing(&all(&standard), |field, text| readers.flat(field, text)));
}

#[test]
fn the_engine_and_the_table_schema_agree() {
    let standard = standard();
    let readers = readers(&standard, base(&standard));
    let differing = readers.differing(&all(&standard), |field, text| readers.table.accepts(&field.name, text));
    gaps::hold(gaps::TABLE, &differing);
    assert!(differing.iter().all(|(field, text)| !readers.engine(field, text)), "ours accepts more: {differing:#?}");
}

#[test]
fn the_engine_and_the_schema_of_a_place_agree() {
    let standard = standard();
    let readers = readers(&standard, base(&standard));
    gaps::hold(gaps::PLACE, &readers.differing(&all(&standard), |field, text| readers.object(field, text)));
}

#[test]
fn the_three_agree_on_the_cells_of_other_standards() {
    let mut count = 0;
    for case in data_cases::cases() {
        let Some(standard) = cases::own(&case) else { continue };
        let readers = readers(&standard, cases::valid(&case));
        for (name, text) in cases::contents(&standard, |other| other == case) {
            let field = standard.field(&name).expect("a field");
            let said = [readers.flat(field, &text), readers.table.accepts(&name, &text), readers.object(field, &text)];
            assert_eq!(said, [readers.engine(field, &text); 3], "{} {name} : {text:?}", case.display());
            count += 1;
        }
    }
    assert!(count > 3, "{count}");
}

#[test]
fn every_valid_example_is_accepted_and_every_invalid_one_refused_for_its_reason() {
    let standard = standard();
    let readers = readers(&standard, base(&standard));
    let artifacts: BTreeMap<String, Vec<u8>> =
        emit::all(&standard).into_iter().map(|artifact| (artifact.path, artifact.bytes)).collect();
    let rows = |bytes: &[u8]| -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(bytes);
        reader.deserialize().collect::<Result<_, _>>().expect("rows")
    };
    let violations = |rows: &[BTreeMap<String, String>]| {
        let cells = rows.iter().map(|row| move |name: &str| row.get(name).map(String::as_str));
        readers.checker.rows(cells)
    };
    assert!(violations(&rows(&artifacts["exemples/valides/lieux.csv"])).is_empty());
    let mut seen = 0;
    for (path, bytes) in artifacts.iter().filter(|(path, _)| path.starts_with("exemples/invalides/") && path.ends_with(".csv")) {
        let expected: Value = serde_json::from_slice(&artifacts[&path.replace(".csv", ".json")]).expect("JSON");
        let found = violations(&rows(bytes));
        let blocking: Vec<_> = found.iter().filter(|(_, violation)| violation.level == Level::Blocking).collect();
        let [(rank, violation)] = blocking.as_slice() else { panic!("{path}: {blocking:?}") };
        assert_eq!(
            (expected["regle"].as_str(), expected["champ"].as_str()),
            (Some(&*violation.rule), Some(&*violation.field)),
            "{path}"
        );
        assert_eq!(expected["ligne"].as_u64(), Some(*rank as u64 + 2), "{path}");
        seen += 1;
    }
    assert!(seen > 20);
    let places: Value = serde_json::from_slice(&artifacts["exemples/valides/lieux.json"]).expect("JSON");
    assert!(places.as_array().expect("a list").iter().all(|place| readers.place.is_valid(place)));
    let lines = String::from_utf8(artifacts["exemples/valides/lieux.ndjson"].clone()).expect("UTF-8");
    assert_eq!(lines.lines().count(), standard.examples.len());
    assert!(lines.lines().all(|line| readers.place.is_valid(&serde_json::from_str(line).expect("JSON"))));
}
