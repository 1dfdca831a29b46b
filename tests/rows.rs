//! Three readings of the same rows agree: our engine, the JSON Schemas, the Table Schema.
//!
//! Known gaps are listed by name below, and on the page of gaps: a gap that closes or a new one fails here.

use std::collections::BTreeMap;

use jsonschema::Validator;
use regex::Regex;
use serde_json::{Map, Value, json};
use standard_mediation_codegen::emit;
use standard_mediation_model::{Cell, CellRule, Checker, Field, Kind, Level, Standard};

use crate::support::standard;

struct Readers<'a> {
    standard: &'a Standard,
    checker: Checker<'a>,
    place: Validator,
    row: Validator,
    table: Value,
}

fn artifact(standard: &Standard, path: &str) -> Value {
    let artifact = emit::all(standard).into_iter().find(|artifact| artifact.path == path).unwrap_or_else(|| panic!("no {path}"));
    serde_json::from_slice(&artifact.bytes).expect("JSON")
}

fn readers(standard: &Standard) -> Readers<'_> {
    let compiled =
        |path: &str| jsonschema::options().should_validate_formats(true).build(&artifact(standard, path)).expect("a schema");
    Readers {
        standard,
        checker: Checker::new(standard, standard.identity.modified).expect("patterns compile"),
        place: compiled("json-schema/lieu.schema.json"),
        row: compiled("json-schema/ligne-csv.schema.json"),
        table: artifact(standard, "table-schema/schema.json"),
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
pub(crate) fn base(standard: &Standard) -> BTreeMap<&str, String> {
    let row = standard.examples.last().expect("a minimal row");
    let text = |name: &str, cell| standard.text_of(standard.field(name).expect("a field"), cell);
    row.cells.iter().map(|(name, cell)| (name.as_str(), text(name, cell))).collect()
}

impl Readers<'_> {
    fn engine(&self, field: &Field, text: &str) -> bool {
        self.checker.cell(&field.name, text).iter().all(|violation| violation.level == Level::Recommendation)
    }

    fn flat(&self, field: &Field, text: &str) -> bool {
        let mut row: Map<String, Value> =
            base(self.standard).into_iter().map(|(name, text)| (name.to_owned(), text.into())).collect();
        row.insert(field.name.clone(), text.into());
        self.row.is_valid(&Value::Object(row))
    }

    fn object(&self, field: &Field, text: &str) -> bool {
        let mut place: Map<String, Value> = Map::new();
        for (name, text) in base(self.standard) {
            place.insert(name.to_owned(), value(self.standard.field(name).expect("a field"), &text));
        }
        if text.is_empty() {
            place.remove(&field.name);
        } else {
            place.insert(field.name.clone(), value(field, text));
        }
        self.place.is_valid(&Value::Object(place))
    }

    /// As the reference reader of Table Schema does: the whole value, wrapped in `^…$`.
    fn table(&self, field: &Field, text: &str) -> bool {
        let described =
            self.table["fields"].as_array().expect("fields").iter().find(|other| other["name"] == field.name.as_str());
        let described = described.expect("the field is published");
        let constraints = &described["constraints"];
        if text.is_empty() {
            return constraints["required"] != json!(true);
        }
        let pattern = constraints["pattern"].as_str().map(|pattern| Regex::new(&format!("^(?:{pattern})$")).expect("compiles"));
        let listed = constraints["enum"].as_array().is_none_or(|values| values.iter().any(|value| value == text));
        let length = constraints["maxLength"].as_u64().is_none_or(|max| text.chars().count() as u64 <= max);
        let typed = match described["type"].as_str() {
            Some("number") => text.parse::<f64>().is_ok(),
            Some("date") => text.parse::<standard_mediation_model::Date>().is_ok(),
            _ => true,
        };
        typed && listed && length && pattern.is_none_or(|pattern| pattern.is_match(text))
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

#[test]
fn the_engine_and_the_flat_schema_agree() {
    let standard = standard();
    let readers = readers(&standard);
    for (field, text) in contents(&standard) {
        assert_eq!(readers.flat(field, &text), readers.engine(field, &text), "{} : {text:?}", field.name);
    }
}

#[test]
fn the_engine_and_the_table_schema_agree() {
    let standard = standard();
    let readers = readers(&standard);
    for (field, text) in contents(&standard) {
        // Known gap: numbers are read by the rules of each language.
        if field.kind == Kind::Number && text.parse::<f64>().is_ok() != readers.engine(field, &text) {
            continue;
        }
        assert_eq!(readers.table(field, &text), readers.engine(field, &text), "{} : {text:?}", field.name);
    }
}

#[test]
fn the_engine_and_the_schema_of_a_place_agree() {
    let standard = standard();
    let readers = readers(&standard);
    let mut gaps = Vec::new();
    for (field, text) in contents(&standard) {
        let (object, engine) = (readers.object(field, &text), readers.engine(field, &text));
        if object == engine {
            continue;
        }
        let broken = readers.checker.cell(&field.name, &text);
        // Known gaps: a list of a place refuses a value twice, which a CSV row is only advised against; a number of a
        // place is no longer a text once it is JSON.
        let twice = !object && broken.iter().any(|violation| violation.rule == CellRule::Duplicate.id());
        let number = field.kind == Kind::Number && object && text.parse::<f64>().is_ok();
        if !twice && !number {
            gaps.push(format!("{} : {text:?}, schema {object}, engine {engine}", field.name));
        }
    }
    assert!(gaps.is_empty(), "{gaps:#?}");
}

#[test]
fn every_valid_example_is_accepted_and_every_invalid_one_refused_for_its_reason() {
    let standard = standard();
    let readers = readers(&standard);
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
