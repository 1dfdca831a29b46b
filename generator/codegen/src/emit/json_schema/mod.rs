//! `json-schema/`: one place, a collection of places, and a row of the CSV file.
//!
//! In: the standard. Out: three JSON Schemas that mean the same in draft-07 and in 2020-12, because they only use
//! keywords that both read alike. Must not: publish advice, which our tools give and schemas keep silent about.
//!
//! `lieu.schema.json` (the flat row is in [`row`]):
//!
//! ```json
//! {
//!   "$schema": "http://json-schema.org/draft-07/schema#",
//!   "title": "Lieu",
//!   "type": "object",
//!   "properties": {
//!     "services": {
//!       "title": "Services",
//!       "type": "array",
//!       "items": { "type": "string", "enum": ["Insertion professionnelle via le numérique"] },
//!       "uniqueItems": true
//!     }
//!   },
//!   "required": ["id"],
//!   "definitions": {
//!     "services": {
//!       "title": "Services",
//!       "oneOf": [{ "const": "Insertion professionnelle via le numérique", "description": "…", "$comment": "insertion" }]
//!     }
//!   }
//! }
//! ```

mod place;
mod row;
mod vocabularies;

use serde_json::{Map, Value, json};
use standard_mediation_model::Standard;

use crate::Artifact;

/// Draft-07 in its own words: the national validator reads no other.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    files(standard, "json-schema/")
}

/// The schema of one place, below a folder.
pub(super) fn place_file(standard: &Standard, folder: &str) -> Artifact {
    file(standard, folder, "lieu.schema.json", meaningful(place::schema(standard)))
}

/// The three schemas, below a folder.
pub(super) fn files(standard: &Standard, folder: &str) -> Vec<Artifact> {
    let place = meaningful(place::schema(standard));
    let all = json!({
        "title": "Lieux",
        "description": format!("Une collection de lieux, selon le standard « {} ».", standard.identity.title),
        "type": "array",
        "items": { "$ref": "#/definitions/lieu" },
        "definitions": { "lieu": place },
    });
    vec![
        file(standard, folder, "lieu.schema.json", place),
        file(standard, folder, "lieux.schema.json", all),
        file(standard, folder, "ligne-csv.schema.json", meaningful(row::schema(standard))),
    ]
}

/// A schema as a document of its own: which draft it speaks, where its tag publishes it.
fn file(standard: &Standard, folder: &str, name: &str, schema: Value) -> Artifact {
    let identity = &standard.identity;
    let mut document = Map::new();
    document.insert("$schema".into(), DRAFT.into());
    document.insert("$id".into(), format!("{}/{}/{name}", identity.raw_repository, identity.version.tag()).into());
    if let Value::Object(keywords) = schema {
        document.extend(keywords);
    }
    Artifact::json(format!("{folder}{name}"), &document)
}

/// The schema without an empty list of what is required: a reader of old drafts refuses one.
fn meaningful(mut schema: Value) -> Value {
    if let Some(keywords) = schema.as_object_mut().filter(|keywords| keywords.get("required") == Some(&json!([]))) {
        keywords.shift_remove("required");
    }
    schema
}

/// A text under its key; nothing when it says nothing.
fn said(key: &str, text: &str) -> Option<(String, Value)> {
    (!text.is_empty()).then(|| (key.to_owned(), text.into()))
}

/// The examples of a property, when there are some.
fn shown(examples: impl Iterator<Item = Value>) -> Option<(String, Value)> {
    let examples: Vec<Value> = examples.collect();
    (!examples.is_empty()).then(|| ("examples".to_owned(), examples.into()))
}

/// Names of the fields that a place must have.
fn required(standard: &Standard) -> Vec<&str> {
    standard.fields.iter().filter(|field| field.required).map(|field| field.name.as_str()).collect()
}

#[cfg(test)]
mod tests;
