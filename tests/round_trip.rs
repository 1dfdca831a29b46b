//! Imported, then emitted again: the Table Schema means the same.
//!
//! Each published or made-up schema is imported, and the Table Schema emitted from the result is compared with what was
//! given: the same columns, and the same cells accepted and refused, under the two ways in which engines apply a pattern
//! (whole cell, or search). A difference must be explained by a remark about that field, of the kind that allows it.

mod judge;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use jsonschema::Validator;
use serde_json::Value;
use standard_mediation_codegen::import::{Imported, Options, completed, import};
use standard_mediation_codegen::{emit, source};
use standard_mediation_model::{Checker, Field, Level, Standard};

use crate::support::root;
use judge::{Judge, Reading};

/// Schemas that can be imported: published ones, and ours in the idioms of other publishers.
fn schemas() -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    for folder in ["tests/amont", "tests/schemas"] {
        for entry in fs::read_dir(root().join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            out.push((name, fs::read(path.join("schema.json")).expect("a schema")));
        }
    }
    out.sort();
    assert!(out.len() >= 17, "{}", out.len());
    out
}

fn imported(name: &str, bytes: &[u8]) -> (Standard, Imported) {
    let options = Options { version: None, date: "2026-01-15".parse().ok(), references: &[] };
    let mut imported = import("schema.json", bytes, &options);
    let standard = imported.standard.take().unwrap_or_else(|| panic!("{name}: {:#?}", imported.remarks));
    (standard, imported)
}

fn emitted(standard: &Standard) -> Value {
    serde_json::from_slice(&emit::table_schema(standard).bytes).expect("JSON")
}

fn named(schema: &Value) -> BTreeMap<&str, &Value> {
    let fields = schema["fields"].as_array().expect("fields");
    fields.iter().map(|field| (field["name"].as_str().expect("a name"), field)).collect()
}

/// Remarks that name a field: between quotes, or underlined inside it.
fn remarks_of<'i>(imported: &'i Imported, field: &str) -> Vec<(&'i str, &'i str)> {
    let about = format!("« {field} »");
    let remarks = imported.remarks.iter().filter(|remark| remark.message.contains(&about));
    remarks.map(|remark| (remark.rule.as_str(), remark.message.as_str())).collect()
}

/// Contents to try on a field: what it shows, what it lists, and what is nearly right.
fn cells(standard: &Standard, field: &Field, given: &Value) -> BTreeSet<String> {
    let mut seeds: Vec<String> = vec!["".into(), " ".into(), "x".into(), "0".into(), "-1".into(), "1.5".into(), "1,5".into()];
    seeds.extend(
        [
            "2024-02-29",
            "2023-02-29",
            "29/02/2024",
            "10:30:00",
            "٣٤٥٦٧",
            "N/A",
            "NC",
            "true",
            "vrai",
            "Non",
            "[\"x\"]",
            "{}",
            "P1D",
            "2.35, 48.85",
        ]
        .map(str::to_owned),
    );
    seeds.extend(given["example"].as_str().map(str::to_owned));
    seeds.extend(field.examples.iter().map(|cell| standard.text_of(field, cell)));
    seeds.extend(field.counter_examples.iter().map(|counter| counter.text.clone()));
    let values: Vec<&str> = standard.vocabulary_of(field).map(|list| list.labels().collect()).unwrap_or_default();
    seeds.extend(values.iter().map(|value| (*value).to_owned()));
    let constraints = &given["constraints"];
    for (key, length) in [("minLength", -1), ("minLength", 0), ("maxLength", 0), ("maxLength", 1)] {
        if let Some(wanted) = constraints[key].as_i64() {
            seeds.push("a".repeat(usize::try_from((wanted + length).max(0)).expect("a length")));
        }
    }
    for key in ["minimum", "maximum"] {
        if let Some(limit) = constraints[key].as_f64() {
            seeds.extend([limit - 1.0, limit, limit + 1.0].map(|number| number.to_string()));
        }
        if let Some(limit) = constraints[key].as_str() {
            seeds.extend([limit.to_owned(), "1999-12-31".into(), "2100-01-01".into()]);
        }
    }
    let mut out = BTreeSet::new();
    for seed in &seeds {
        let shorter: String = seed.chars().take(seed.chars().count().saturating_sub(1)).collect();
        out.extend([seed.clone(), format!("{seed}x"), format!("x{seed}"), shorter, seed.to_uppercase(), format!("{seed} ")]);
        out.insert(seed.replace(['.', '(', ')'], "X"));
        out.insert(seed.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32(0x660 + d)).unwrap_or(c)).collect());
    }
    for sign in ['|', ';', ','] {
        for value in values.iter().take(3).copied().chain(given["example"].as_str()) {
            let other = values.last().copied().unwrap_or(value);
            out.extend([
                format!("{sign}{value}"),
                format!("{value}{sign}"),
                format!("{value}{sign}{other}"),
                format!("{value}{sign}{sign}{other}"),
            ]);
            out.extend([
                format!("{value} {sign} {other}"),
                format!("{value}{sign}x"),
                format!("x{sign}{value}"),
                format!("{value}{other}"),
            ]);
        }
    }
    out
}

/// What a remark allows to differ: the start of its words, and the cells that it is about.
const EXPLAINED: [(&str, fn(&str) -> bool); 20] = [
    ("un point sans barre", |_| true),
    ("des parenthèses sans barre", |cell| !cell.is_empty()),
    ("un séparateur avant", |cell| cell.starts_with(['|', ';', ','])),
    ("un séparateur après", |cell| cell.ends_with(['|', ';', ','])),
    ("deux valeurs collées", |cell| !cell.is_empty()),
    ("plusieurs séparateurs", |cell| cell.contains(['|', ';', ','])),
    ("des espaces autour", |cell| cell.contains(' ')),
    ("le nombre de valeurs", |cell| cell.contains(['|', ';', ','])),
    ("une partie vide", |cell| cell.split(['|', ';', ',']).any(str::is_empty)),
    ("un choix sans parenthèses", |_| true),
    ("\\d acceptait", |cell| !cell.is_ascii()),
    ("\\w n'a pas", |cell| !cell.is_ascii()),
    ("\\s acceptait", |cell| cell.chars().any(|c| c.is_whitespace() && c != ' ')),
    ("le point vaut", |cell| cell.contains(['\n', '\r'])),
    ("l'option (?i) est", |cell| !cell.is_ascii()),
    ("l'option (?i) acceptait", |_| true),
    ("\\p{…}", |cell| !cell.is_ascii()),
    ("est de type", |_| true),
    ("est l'habituel", |cell| cell.contains(['-', ':'])),
    ("devient « m", |_| true),
];

fn explained(remarks: &[(&str, &str)], cell: &str, before: bool) -> bool {
    remarks.iter().any(|(rule, message)| match *rule {
        // What has no place is no longer demanded: the cell may only be accepted where it was refused.
        "import-sans-place" => !before,
        "import-correction" => EXPLAINED.iter().any(|(words, allowed)| message.contains(words) && allowed(cell)),
        _ => false,
    })
}

#[test]
fn the_columns_are_the_same() {
    for (name, bytes) in schemas() {
        let given: Value = serde_json::from_slice(&bytes).expect("JSON");
        let (standard, imported) = imported(&name, &bytes);
        let back = emitted(&standard);
        let order = |schema: &Value| -> Vec<String> {
            schema["fields"].as_array().expect("fields").iter().map(|field| field["name"].to_string()).collect()
        };
        assert_eq!(order(&given), order(&back), "{name}");
        let (given_fields, back_fields) = (named(&given), named(&back));
        for (field, given) in &given_fields {
            let back = back_fields[field];
            let remarks = remarks_of(&imported, field);
            let same = |given: &Value, back: &Value, usual: Value, what: &str| {
                let or_usual = |value: &Value| if value.is_null() { usual.clone() } else { value.clone() };
                let (given, back) = (or_usual(given), or_usual(back));
                assert!(given == back || !remarks.is_empty(), "{name}, {field}, {what}: {given} became {back} without a word");
            };
            same(&given["type"], &back["type"], "string".into(), "type");
            same(&given["format"], &back["format"], "default".into(), "format");
            for key in ["required", "unique"] {
                same(&given["constraints"][key], &back["constraints"][key], false.into(), key);
            }
            for key in ["minimum", "maximum", "minLength", "maxLength"] {
                let (given, back) = (&given["constraints"][key], &back["constraints"][key]);
                let as_number = |value: &Value| value.as_f64().map_or(value.clone(), Value::from);
                same(&as_number(given), &as_number(back), Value::Null, key);
            }
            for key in ["trueValues", "falseValues", "decimalChar"] {
                let usual = match key {
                    "trueValues" => serde_json::json!(["true", "True", "TRUE", "1"]),
                    "falseValues" => serde_json::json!(["false", "False", "FALSE", "0"]),
                    _ => ".".into(),
                };
                same(&given[key], &back[key], usual, key);
            }
        }
        for (key, usual) in [("primaryKey", Value::Null), ("missingValues", serde_json::json!([""]))] {
            let or_usual = |value: &Value| if value.is_null() { usual.clone() } else { value.clone() };
            let said = imported
                .remarks
                .iter()
                .any(|remark| remark.rule == "import-sans-place" && remark.message.contains("clé primaire"))
                && key == "primaryKey"
                || imported.remarks.iter().any(|remark| remark.message.contains("valeur manquante")) && key == "missingValues";
            assert!(or_usual(&given[key]) == or_usual(&back[key]) || said, "{name}, {key}: {} became {}", given[key], back[key]);
        }
    }
}

#[test]
fn the_same_cells_are_accepted_and_refused() {
    let (mut tried, mut differences) = (0, 0);
    let mut unexplained = Vec::new();
    for (name, bytes) in schemas() {
        let given: Value = serde_json::from_slice(&bytes).expect("JSON");
        let (standard, imported) = imported(&name, &bytes);
        let back = emitted(&standard);
        let (given_fields, back_fields) = (named(&given), named(&back));
        for field in &standard.fields {
            let (before, after) = (given_fields[field.name.as_str()], back_fields[field.name.as_str()]);
            let remarks = remarks_of(&imported, &field.name);
            let cells = cells(&standard, field, before);
            for reading in [Reading::Whole, Reading::Search] {
                let Some(before) = Judge::new(before, reading) else { continue };
                let after = Judge::new(after, reading).expect("what we emit can be read");
                // Without anchors, only the readers that search saw something else.
                let unanchored = reading == Reading::Search && remarks.iter().any(|(_, message)| message.contains("sans ^ ni $"));
                for cell in &cells {
                    let was = before.accepts(cell, judge::is_missing(&given, cell));
                    let is = after.accepts(cell, judge::is_missing(&back, cell));
                    tried += 1;
                    differences += usize::from(was != is);
                    if was != is && !unanchored && !explained(&remarks, cell, was) {
                        unexplained
                            .push(format!("{name}, {}, {reading:?}: « {cell} » was {was}, is {is} {remarks:?}", field.name));
                    }
                }
            }
        }
    }
    assert!(
        unexplained.is_empty(),
        "{} differences without a word: {:#?}",
        unexplained.len(),
        &unexplained[..unexplained.len().min(20)]
    );
    assert!(tried > 20_000 && differences > 100, "{tried} tries, {differences} differences");
}

/// What `check` refuses of an import, and leaves to a person.
const LEFT_TO_PEOPLE: [(&str, &str); 2] = [("v0.1.0", "caractere-interdit"), ("lieux-aide", "caractere-interdit")];

/// Completed and written as YAML, the standard reads back, and `check` passes or says what to decide.
#[test]
fn the_written_sources_read_back() {
    for (name, bytes) in schemas() {
        let (standard, _) = imported(&name, &bytes);
        let (standard, _) = completed(standard);
        let loaded = source::load(&source::write(&standard));
        let blocking: Vec<&str> = loaded
            .findings
            .iter()
            .filter(|finding| finding.level == Level::Blocking)
            .map(|finding| finding.rule.as_str())
            .collect();
        let expected: Vec<&str> = LEFT_TO_PEOPLE.iter().filter(|(schema, _)| *schema == name).map(|(_, rule)| *rule).collect();
        assert_eq!(blocking, expected, "{name}: {:#?}", loaded.findings);
        if expected.is_empty() {
            assert_eq!(loaded.standard.as_ref(), Some(&standard), "{name}");
        }
    }
}

/// The engine, the Table Schema and the JSON Schema of a row say the same of each cell.
#[test]
fn engine_and_schemas_agree_on_imported_standards() {
    let mut tried = 0;
    let mut apart = Vec::new();
    for (name, bytes) in schemas() {
        let given: Value = serde_json::from_slice(&bytes).expect("JSON");
        let (standard, _) = completed(imported(&name, &bytes).0);
        let checker = Checker::new(&standard, standard.identity.modified).expect("patterns compile");
        let back = emitted(&standard);
        let (given_fields, back_fields) = (named(&given), named(&back));
        let rows = emit::all(&standard);
        let row = rows.iter().find(|artifact| artifact.path == "json-schema/ligne-csv.schema.json").expect("the schema of a row");
        let row: Value = serde_json::from_slice(&row.bytes).expect("JSON");
        for field in &standard.fields {
            let json = cell_schema(&row, &field.name);
            let table = Judge::new(back_fields[field.name.as_str()], Reading::Whole).expect("readable");
            for cell in cells(&standard, field, given_fields[field.name.as_str()]) {
                let engine = checker.cell(&field.name, &cell).iter().all(|violation| violation.level != Level::Blocking);
                let missing = judge::is_missing(&back, &cell);
                let table = table.accepts(&cell, missing);
                let row = json.is_valid(&Value::from(cell.as_str()));
                tried += 1;
                // What no expression says (that a day exists, that JSON reads) is for the engine and for typed readers.
                let known_gap = row && !engine && !has_whole_form(field);
                if engine != table || (engine != row && !known_gap) {
                    apart.push(format!("{name}, {}: « {cell} » engine {engine}, table {table}, row {row}", field.name));
                }
            }
        }
    }
    assert!(apart.is_empty(), "{} apart: {:#?}", apart.len(), &apart[..apart.len().min(30)]);
    assert!(tried > 10_000, "{tried}");
}

fn cell_schema(row: &Value, field: &str) -> Validator {
    let property = row["properties"][field].clone();
    assert!(property.is_object(), "{field} is not in the schema of a row");
    jsonschema::validator_for(&property).expect("a schema")
}

/// Whether an expression says all that the kind of the field asks.
fn has_whole_form(field: &Field) -> bool {
    use standard_mediation_model::Kind;
    matches!(field.kind, Kind::Text | Kind::Number | Kind::Integer | Kind::Boolean | Kind::Year) && field.bounds.is_none()
}
