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
use super::{required, vocabularies};

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
    property.insert("description".into(), description.join(" ").into());
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
    if let Some(length) = field.min_length.filter(|_| !field.required && !field.multiple) {
        // The empty cell, and nothing else below the length.
        property.insert("anyOf".into(), json!([{ "maxLength": 0 }, { "minLength": length }]));
    }
    if let Some(length) = field.max_length.filter(|_| !field.multiple) {
        property.insert("maxLength".into(), length.into());
    }
    if let Some(closed) = cell_form::closed_list(standard, field).filter(|_| !field.multiple) {
        let empty = (!field.required).then_some("");
        property.insert("enum".into(), closed.labels().chain(empty).collect());
    }
    let examples = field.examples.iter().map(|cell| standard.text_of(field, cell));
    property.insert("examples".into(), examples.collect());
    Value::Object(property)
}
