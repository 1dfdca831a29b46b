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
use serde_json::{Value, json};
use standard_mediation_model::{Check, Contributor, CrossKind, Date, Field, Kind, Level, Licence, Role, Standard};

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
    resources: Vec<Link<'a>>,
    fields: Vec<Column<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    primary_key: Option<&'a str>,
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
struct Column<'a> {
    name: &'a str,
    title: String,
    description: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<String>,
    constraints: Constraints<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Constraints<'a> {
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    unique: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    values: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<f64>,
}

fn schema(standard: &Standard) -> Schema<'_> {
    let identity = &standard.identity;
    let tag = identity.version.tag();
    let raw = |file: &str| format!("{}/{tag}/{file}", identity.raw_repository);
    let key = standard.fields.iter().find(|field| field.unique && field.required);
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
        resources: vec![Link {
            title: "Exemple de fichier valide (CSV)",
            name: "exemple-valide-csv",
            path: raw("exemple-valide.csv"),
        }],
        fields: standard.fields.iter().map(|field| column(standard, field)).collect(),
        primary_key: key.map(|field| field.name.as_str()),
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
    let kind = match field.kind {
        Kind::Number if !field.multiple => "number",
        Kind::Date if !field.multiple => "date",
        _ => "string",
    };
    let bounds = field.bounds.filter(|bounds| bounds.level == Level::Blocking && kind == "number");
    Column {
        name: &field.name,
        title: render::prose(&field.title),
        description: description(standard, field),
        kind,
        // Always a text, numbers included: the builder of the national page reads no other.
        example: field.examples.first().map(|cell| cell.text(&standard.separator())),
        constraints: Constraints {
            required: field.required,
            unique: field.unique.then_some(true),
            // A pattern on a number or a date makes the whole schema invalid.
            pattern: cell_form::cell_pattern(standard, field).filter(|_| kind == "string"),
            values: cell_form::closed_list(standard, field)
                .filter(|_| kind == "string" && !field.multiple)
                .map(|closed| closed.labels().collect()),
            max_length: field.max_length.filter(|_| kind == "string" && !field.multiple),
            minimum: bounds.map(|bounds| bounds.minimum),
            maximum: bounds.map(|bounds| bounds.maximum),
        },
    }
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
        separator: field.multiple.then(|| render::code(&standard.separator())),
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
    hours.chain(together).collect()
}

#[cfg(test)]
mod tests;
