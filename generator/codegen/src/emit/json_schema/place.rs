//! One place: lists are arrays, numbers are numbers, an empty cell is an absent property.

use serde_json::{Map, Value, json};
use standard_mediation_model::{Field, Kind, Level, Limit, Standard, pattern};

use super::super::cell_form::{self, Native};
use super::super::json_cell;
use super::{required, said, shown, vocabularies};

/// The schema, without what makes it a document of its own.
pub(super) fn schema(standard: &Standard) -> Value {
    let properties = standard.fields.iter().map(|field| (field.name.clone(), property(standard, field)));
    json!({
        "title": "Lieu",
        "description": format!("Un lieu, selon le standard « {} ».", standard.identity.title),
        "type": "object",
        "properties": properties.collect::<Map<_, _>>(),
        "required": required(standard),
        "definitions": vocabularies::definitions(standard),
    })
}

fn property(standard: &Standard, field: &Field) -> Value {
    let mut property = Map::new();
    property.insert("title".into(), field.title.clone().into());
    property.extend(said("description", &field.description));
    let mut value = scalar(standard, field);
    if field.multiple {
        property.insert("type".into(), "array".into());
        property.insert("items".into(), value.into());
        property.insert("uniqueItems".into(), true.into());
        if field.required {
            property.insert("minItems".into(), 1.into());
        }
    } else {
        // A date and a value of a list are never empty texts.
        let filled = value.contains_key("enum") || value.contains_key("format");
        if field.required && !filled && value.get("type") == Some(&json!("string")) {
            value.entry("minLength").or_insert_with(|| 1.into());
        }
        property.extend(value);
    }
    property.extend(shown(field.examples.iter().map(|cell| json_cell::value(field, cell))));
    Value::Object(property)
}

/// What one value must be, alone or as an item of a list.
fn scalar(standard: &Standard, field: &Field) -> Map<String, Value> {
    let mut value = Map::new();
    if let Some(native) = cell_form::native(field) {
        let kind = match native {
            Native::Number => "number",
            Native::Integer => "integer",
            Native::Boolean => "boolean",
        };
        value.insert("type".into(), kind.into());
        if let Some(bounds) = field.bounds.filter(|bounds| bounds.level == Level::Blocking) {
            let mut limit = |key: &str, limit: Option<Limit>| value.extend(limit.map(|limit| (key.to_owned(), json!(limit))));
            limit("minimum", bounds.minimum);
            limit("maximum", bounds.maximum);
        }
        return value;
    }
    value.insert("type".into(), "string".into());
    if field.kind == Kind::Date && field.format.is_none() {
        value.insert("format".into(), "date".into());
    }
    let closed = cell_form::closed_list(standard, field);
    if let Some(expression) = cell_form::expression(standard, field).filter(|_| closed.is_none()) {
        value.insert("pattern".into(), pattern::anchored(&expression).into());
    }
    if let Some(length) = field.min_length {
        value.insert("minLength".into(), length.into());
    }
    if let Some(length) = field.max_length {
        value.insert("maxLength".into(), length.into());
    }
    match (closed, standard.vocabulary_of(field)) {
        (Some(closed), _) => value.insert("enum".into(), closed.labels().collect()),
        // Known values, shown and not imposed.
        (None, Some(open)) if field.multiple => value.insert("examples".into(), open.labels().collect()),
        (None, _) => None,
    };
    value
}
