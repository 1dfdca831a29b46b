//! One row of the CSV file, as a reader of CSV gives it: every cell is a text, lists are joined by the separator.
//!
//! ```json
//! {
//!   "services": { "type": "string", "pattern": "^(?:(?:a|b)(?:\\|(?:a|b))*)?$", "examples": ["a|b"] },
//!   "latitude": { "type": "string", "pattern": "^(?:(?:-?[0-9]+(?:\\.[0-9]+)?))?$", "examples": ["42.3061"] }
//! }
//! ```

use serde_json::{Map, Value, json};
use standard_mediation_model::{Field, Kind, Standard};

use super::super::cell_form;
use super::{required, said, shown, vocabularies};

/// The schema, without what makes it a document of its own.
pub(super) fn schema(standard: &Standard) -> Value {
    let properties = standard.fields.iter().map(|field| (field.name.clone(), property(standard, field)));
    json!({
        "title": "Ligne CSV",
        "description": format!(
            "Une ligne d'un fichier CSV, selon le standard « {} » : chaque case est un texte, une case vide est un texte vide.",
            standard.identity.title
        ),
        "type": "object",
        "properties": properties.collect::<Map<_, _>>(),
        "required": required(standard),
        "definitions": vocabularies::definitions(standard),
    })
}

fn property(standard: &Standard, field: &Field) -> Value {
    let description = [Some(&field.description), field.usage.as_ref()].into_iter().flatten().cloned().collect::<Vec<_>>();
    let mut property = Map::new();
    property.insert("title".into(), field.title.clone().into());
    property.extend(said("description", &description.join(" ")));
    property.insert("type".into(), "string".into());
    if field.required {
        property.insert("minLength".into(), field.min_length.filter(|_| !field.multiple).unwrap_or(1).into());
        // On an optional date the format would refuse the empty cell.
        if field.kind == Kind::Date && field.format.is_none() && !field.multiple {
            property.insert("format".into(), "date".into());
        }
    }
    if let Some(pattern) = cell_form::cell_pattern(standard, field) {
        let pattern = if field.required { pattern } else { cell_form::or_empty(standard, &pattern) };
        property.insert("pattern".into(), pattern.into());
    }
    lengths(standard, field, &mut property);
    if let Some(closed) = cell_form::closed_list(standard, field).filter(|_| !field.multiple) {
        let empty: Vec<&str> = if field.required { Vec::new() } else { empties(standard).collect() };
        property.insert("enum".into(), closed.labels().chain(empty).collect());
    }
    if field.required && !standard.dialect.missing_values.is_empty() {
        property.insert("not".into(), json!({ "enum": standard.dialect.missing_values }));
    }
    property.extend(shown(field.examples.iter().map(|cell| standard.text_of(field, cell).into())));
    Value::Object(property)
}

/// The lengths of a filled cell; an optional one may also be empty, or say so.
fn lengths(standard: &Standard, field: &Field, property: &mut Map<String, Value>) {
    if field.multiple {
        return;
    }
    let missing = &standard.dialect.missing_values;
    if field.required || (field.min_length.is_none() && missing.is_empty()) {
        // That of a required cell is written with what else it must be.
        property.extend(field.max_length.map(|length| ("maxLength".to_owned(), length.into())));
        return;
    }
    let mut filled = Map::new();
    filled.extend(field.min_length.map(|length| ("minLength".to_owned(), length.into())));
    filled.extend(field.max_length.map(|length| ("maxLength".to_owned(), length.into())));
    if filled.is_empty() {
        return;
    }
    let empty =
        if missing.is_empty() { json!({ "maxLength": 0 }) } else { json!({ "enum": empties(standard).collect::<Vec<_>>() }) };
    property.insert("anyOf".into(), json!([empty, filled]));
}

/// The texts of an empty cell.
fn empties(standard: &Standard) -> impl Iterator<Item = &str> {
    std::iter::once("").chain(standard.dialect.missing_values.iter().map(String::as_str))
}
