//! The JSON Schema made for typify: what it does well, and nothing that trips it.
//!
//! No title (they would become type names), neutral keys for values (two alike would rename every variant), forms and lengths behind named types of ours.

use serde_json::{Map, Value, json};
use standard_mediation_model::{Bounds, Field, Kind, Level, Standard};

use super::names::{list_type, text_type};
use crate::emit::cell_form::{self, Native};

/// The type of a field, as the crate sees it.
pub(super) enum Type {
    /// A vocabulary of that name.
    Vocabulary(String),
    /// A text with a form or a length of its own.
    Text(String),
    /// Any text but the empty one.
    Filled,
    /// Any text.
    Free,
    /// A number.
    Number,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// A day.
    Date,
}

/// The type of the values of a field.
pub(super) fn type_of(standard: &Standard, field: &Field) -> Type {
    match (standard.vocabulary_of(field), cell_form::native(field)) {
        (Some(vocabulary), _) if field.kind != Kind::Array => Type::Vocabulary(list_type(standard, vocabulary)),
        (_, Some(Native::Number)) => Type::Number,
        (_, Some(Native::Integer)) => Type::Integer,
        (_, Some(Native::Boolean)) => Type::Boolean,
        (_, None) if field.kind == Kind::Date && field.format.is_none() => Type::Date,
        (_, None) if is_constrained(field) => Type::Text(text_type(standard, field)),
        (_, None) if field.required && !field.multiple => Type::Filled,
        (_, None) => Type::Free,
    }
}

/// Whether a field has a form or a length that published schemas hold.
pub(super) fn is_constrained(field: &Field) -> bool {
    let plain_date = field.kind == Kind::Date && field.format.is_none();
    let listed = field.vocabulary.is_some();
    let own_form = match field.kind {
        // The items of a list written as JSON are values; the list itself is a text with a form.
        Kind::Array => listed,
        _ if listed || plain_date || cell_form::native(field).is_some() => return false,
        kind => kind.expression(field.format.as_deref(), field.truth.as_ref(), field.decimal_sign).is_some(),
    };
    own_form || cell_form::blocking_pattern(field).is_some() || field.min_length.is_some() || field.max_length.is_some()
}

/// The bounds that a value of the field is held to, if it is.
pub(super) fn bounds(field: &Field) -> Option<Bounds> {
    let compared = field.kind.is_numeric() || (field.kind == Kind::Date && field.format.is_none());
    field.bounds.filter(|bounds| compared && bounds.level == Level::Blocking && !field.multiple && field.vocabulary.is_none())
}

/// What typify calls the value of that rank; the pass gives it its name.
pub(super) fn key(rank: usize) -> String {
    format!("v{rank}")
}

/// The schema of one place, with a definition per named type.
pub(super) fn of(standard: &Standard) -> Value {
    let mut definitions = Map::new();
    for vocabulary in &standard.vocabularies {
        let keys: Vec<String> = (0..vocabulary.values.len()).map(key).collect();
        definitions.insert(list_type(standard, vocabulary), json!({ "type": "string", "enum": keys }));
    }
    let mut properties = Map::new();
    for field in &standard.fields {
        let reference = |name: &str| json!({ "$ref": format!("#/definitions/{name}") });
        let value = match type_of(standard, field) {
            Type::Vocabulary(name) => reference(&name),
            Type::Text(name) => {
                definitions.insert(name.clone(), json!({ "type": "string" }));
                reference(&name)
            }
            Type::Filled => reference("TexteNonVide"),
            Type::Date => reference("DateIso"),
            Type::Free => json!({ "type": "string" }),
            Type::Number => json!({ "type": "number" }),
            Type::Integer => json!({ "type": "integer" }),
            Type::Boolean => json!({ "type": "boolean" }),
        };
        properties.insert(field.name.clone(), if field.multiple { json!({ "type": "array", "items": value }) } else { value });
    }
    definitions.insert("TexteNonVide".to_owned(), json!({ "type": "string" }));
    definitions.insert("DateIso".to_owned(), json!({ "type": "string" }));
    let required: Vec<&str> = standard.fields.iter().filter(|field| field.required).map(|field| field.name.as_str()).collect();
    json!({
        "title": "Lieu",
        "type": "object",
        "properties": properties,
        "required": required,
        "definitions": definitions,
    })
}
