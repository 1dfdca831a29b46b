//! `table-schema/schema.json`: the schema of the CSV file, as the national site reads it.
//!
//! In: the standard. Out: Table Schema v1 and nothing newer, because what version 2 brings is refused or crashes in the
//! tools that publish it. A list is a `string` with an anchored pattern, and its values stand at the end of the
//! description, which is all that the national documentation shows of them. Must not: name another version than its own.
//!
//! ```json
//! {
//!   "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
//!   "name": "standard-mediation-num",
//!   "version": "v1.1.0",
//!   "fields": [
//!     {
//!       "name": "frais_a_charge",
//!       "description": "… Une ou plusieurs des valeurs suivantes, séparées par `|` : `Gratuit`, `Payant`.",
//!       "type": "string",
//!       "example": "Gratuit",
//!       "constraints": { "required": false, "pattern": "^(?:Gratuit|Payant)(?:\\|(?:Gratuit|Payant))*$" }
//!     }
//!   ],
//!   "primaryKey": "id"
//! }
//! ```

use serde::Serialize;
use serde_json::{Map, Value, json};
use standard_mediation_model::{
    Check, Contributor, CrossKind, Date, Field, Kind, Level, Licence, Limit, Role, Standard, Vocabulary,
};

use super::cell_form;
use crate::{Artifact, render};

/// The only address that every form built on the national catalogue knows.
const PROFILE: &str = "https://specs.frictionlessdata.io/schemas/table-schema.json";

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    vec![file(standard, "table-schema/schema.json")]
}

/// The schema, under a path.
pub(super) fn file(standard: &Standard, path: &str) -> Artifact {
    Artifact::json(path, &schema(standard))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: &'a str,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    country_code: &'a str,
    homepage: &'a str,
    path: String,
    version: String,
    created: Date,
    last_modified: Date,
    keywords: &'a [String],
    licenses: Vec<Link<'a>>,
    contributors: Vec<Person<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resources: Option<[Link<'a>; 1]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Value>,
    fields: Vec<Column<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing_values: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    primary_key: Option<Value>,
    #[serde(rename = "custom_checks", skip_serializing_if = "Vec::is_empty")]
    custom_checks: Vec<Value>,
}

#[derive(Serialize)]
struct Link<'a> {
    title: &'a str,
    name: &'a str,
    path: String,
}

#[derive(Serialize)]
struct Person<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    organisation: &'a str,
    role: Role,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Column<'a> {
    name: &'a str,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    true_values: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    false_values: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal_char: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    array_item: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<String>,
    constraints: Constraints,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Constraints {
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    unique: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    values: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<Limit>,
}

fn schema(standard: &Standard) -> Schema<'_> {
    let identity = &standard.identity;
    let tag = identity.version.tag();
    let raw = |file: &str| format!("{}/{tag}/{file}", identity.raw_repository);
    let missing = &standard.dialect.missing_values;
    Schema {
        profile: PROFILE,
        name: &identity.name,
        title: render::prose(&identity.title),
        description: render::prose(&identity.description),
        country_code: &identity.country,
        homepage: &identity.repository,
        path: raw("schema.json"),
        version: tag.clone(),
        created: identity.created,
        last_modified: identity.modified,
        keywords: &identity.keywords,
        licenses: vec![licence(&identity.licence)],
        contributors: identity.contributors.iter().map(person).collect(),
        // A file without a row would show nothing.
        resources: (!standard.examples.is_empty()).then(|| {
            [Link { title: "Exemple de fichier valide (CSV)", name: "exemple-valide-csv", path: raw("exemple-valide.csv") }]
        }),
        sources: identity.sources.iter().map(|source| json!({ "title": source.title, "path": source.url })).collect(),
        fields: standard.fields.iter().map(|field| column(standard, field)).collect(),
        missing_values: (!missing.is_empty()).then(|| [""].into_iter().chain(missing.iter().map(String::as_str)).collect()),
        primary_key: match standard.primary_key.as_slice() {
            [] => None,
            [one] => Some(json!(one)),
            several => Some(json!(several)),
        },
        custom_checks: custom_checks(standard),
    }
}

fn licence(licence: &Licence) -> Link<'_> {
    Link { title: &licence.title, name: &licence.name, path: licence.url.clone() }
}

fn person(contributor: &Contributor) -> Person<'_> {
    Person {
        title: contributor.title.as_ref().unwrap_or(&contributor.organisation),
        email: contributor.email.as_deref(),
        organisation: &contributor.organisation,
        role: contributor.role,
    }
}

fn column<'a>(standard: &'a Standard, field: &'a Field) -> Column<'a> {
    let one = !field.multiple;
    let kind = if one { field.kind } else { Kind::Text };
    let bounds = field.bounds.filter(|bounds| one && bounds.level == Level::Blocking);
    Column {
        name: &field.name,
        title: render::prose(&field.title),
        description: description(standard, field),
        kind: kind.table_type(),
        format: field.format.as_deref().filter(|_| one),
        true_values: field.truth.as_ref().filter(|_| one).map(|truth| truth.yes.as_slice()),
        false_values: field.truth.as_ref().filter(|_| one).map(|truth| truth.no.as_slice()),
        decimal_char: field.decimal_sign.filter(|_| one),
        array_item: cell_form::item_list(standard, field)
            .map(|list| json!({ "type": "string", "constraints": { "enum": list.labels().collect::<Vec<_>>() } })),
        // Always a text, numbers included: the builder of the national page reads no other.
        example: field.examples.first().map(|cell| standard.text_of(field, cell)),
        constraints: Constraints {
            required: field.required,
            unique: field.unique.then_some(true),
            // A pattern on a number or a date makes the whole schema invalid.
            pattern: pattern(standard, field),
            values: cell_form::closed_list(standard, field).filter(|_| one).map(|closed| values(kind, closed)),
            min_length: field.min_length.filter(|_| one),
            max_length: field.max_length.filter(|_| one),
            minimum: bounds.and_then(|bounds| bounds.minimum),
            maximum: bounds.and_then(|bounds| bounds.maximum),
        },
    }
}

/// The pattern of a cell, where the type of the column does not say it already.
fn pattern(standard: &Standard, field: &Field) -> Option<String> {
    if field.multiple {
        return cell_form::cell_pattern(standard, field);
    }
    cell_form::blocking_pattern(field).and_then(|_| cell_form::cell_pattern(standard, field))
}

/// The values of a closed list, as the type of the column reads them.
fn values(kind: Kind, closed: &Vocabulary) -> Vec<Value> {
    let typed = |label: &str| match kind {
        Kind::Integer | Kind::Number | Kind::Year => serde_json::from_str(label).unwrap_or_else(|_| label.into()),
        _ => label.into(),
    };
    closed.labels().map(typed).collect()
}

/// Words for the template of a description: all that a person reads about a field on the national site.
#[derive(Serialize)]
struct Words<'a> {
    description: &'a str,
    usage: Option<&'a str>,
    /// Between the parts of a list.
    separator: Option<String>,
    /// The values, to be copied as they are.
    values: Option<String>,
    /// Whether other values are refused.
    closed: bool,
}

fn description(standard: &Standard, field: &Field) -> String {
    let vocabulary = standard.vocabulary_of(field);
    let values = vocabulary.map(|vocabulary| vocabulary.labels().map(render::code).collect::<Vec<_>>().join(", "));
    let view = Words {
        description: &field.description,
        usage: field.usage.as_deref(),
        separator: field.multiple.then(|| render::code(&standard.separator_of(field).to_string())),
        values: values.filter(|values| !values.is_empty()),
        closed: cell_form::closed_list(standard, field).is_some(),
    };
    render::markdown("publication/description", &view).trim().to_owned()
}

/// Checks that only Validata knows, in the one syntax that its old and new versions both read. Its checks of official
/// numbers, postal codes and coordinates are left out: they refuse overseas places and associations.
fn custom_checks(standard: &Standard) -> Vec<Value> {
    let hours = standard.fields.iter().filter(|field| field.checks.contains(&Check::OpeningHours) && !field.multiple);
    let hours = hours.map(|field| json!({ "name": "opening-hours-value", "params": { "column": field.name } }));
    let together = standard.rules.iter().filter_map(|rule| match &rule.kind {
        CrossKind::Together { fields } => {
            let (column, others) = fields.split_first()?;
            Some(json!({ "name": "cohesive-columns-value", "params": { "column": column, "othercolumns": others } }))
        }
        _ => None,
    });
    let kept = standard.custom_checks.iter().map(|check| {
        let parameters = check.parameters.iter().map(|(name, value)| (name.clone(), json!(value)));
        json!({ "name": check.name, "params": parameters.collect::<Map<_, _>>() })
    });
    hours.chain(together).chain(kept).collect()
}

#[cfg(test)]
mod tests;
