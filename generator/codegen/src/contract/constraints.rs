//! Types and constraints of the columns, as the tools that read them allow.
//!
//! In: the columns. Out: findings about what one of the three versions of frictionless in use refuses, or what makes the
//! builder of the national pages fail. The table was measured on them.

use std::collections::BTreeSet;

use super::cells;
use super::columns::Column;
use super::files::SCHEMA;
use super::json::{Entry, Kind, Node};
use super::report::Report;

/// Types that every tool reads, each with the constraints it takes beside `required`, `unique` and `enum`.
const TYPES: [(&str, &[&str]); 13] = [
    ("string", &["pattern", "minLength", "maxLength"]),
    ("number", &["minimum", "maximum"]),
    ("integer", &["minimum", "maximum"]),
    ("boolean", &[]),
    ("date", &["minimum", "maximum"]),
    ("datetime", &["minimum", "maximum"]),
    ("time", &["minimum", "maximum"]),
    ("year", &["minimum", "maximum"]),
    ("array", &["minLength", "maxLength"]),
    ("object", &["minLength", "maxLength"]),
    ("geopoint", &[]),
    ("geojson", &[]),
    ("duration", &[]),
];

const RULE: &str = "publication-contrainte";

/// Checks the columns, and what the schema says of all of them.
pub(super) fn check(schema: &Node, columns: &[Column<'_>], report: &mut Report<'_>) {
    for column in columns {
        let Some((_, own)) = TYPES.iter().find(|(kind, _)| *kind == column.kind) else {
            let span = column.node.get("type").map_or(&column.node.span, |kind| &kind.span);
            let message = format!("la colonne « {} » n'a pas un type que tous les outils lisent", column.name);
            let help = format!("choisissez parmi : {}", TYPES.map(|(kind, _)| kind).join(", "));
            report.at(SCHEMA, span, "publication-type", message, help);
            continue;
        };
        if let Some(node) = column.node.get("format").filter(|node| node.text() == Some("default")) {
            let message = "ce format est celui que le type a déjà";
            report.at(SCHEMA, &node.span, "publication-format", message, "retirez « format »");
        }
        constraints(column, own, report);
        example(column, report);
    }
    missing_values(schema, report);
    if let Some(node) = schema.get("fieldsMatch").filter(|node| node.text().is_none()) {
        let help = "retirez « fieldsMatch », que les anciens outils ne lisent pas";
        report.at(SCHEMA, &node.span, RULE, "« fieldsMatch » n'est pas un texte", help);
    }
}

fn constraints(column: &Column<'_>, own: &[&str], report: &mut Report<'_>) {
    if let Some(node) = column.node.get("required") {
        report.at(SCHEMA, &node.span, RULE, "« required » n'est pas dans « constraints »", "déplacez-le dans « constraints »");
    }
    let Some(node) = column.node.get("constraints") else { return };
    if !node.is_map() {
        report.at(SCHEMA, &node.span, RULE, "« constraints » n'est pas un objet", "écrivez les contraintes entre accolades");
        return;
    }
    for entry in node.entries() {
        let Entry { key, span, value } = entry;
        if !["required", "unique", "enum"].contains(&key.as_str()) && !own.contains(&key.as_str()) {
            let message = format!("« {key} » ne va pas avec le type « {} »", column.kind);
            report.at(SCHEMA, span, RULE, message, "retirez cette contrainte, ou changez le type de la colonne");
        } else if let Some(expected) = misfit(column.kind, key, value) {
            report.at(SCHEMA, &value.span, RULE, format!("« {key} » n'est pas {expected}"), "corrigez la valeur");
        }
    }
}

/// What the value of a constraint should be, when it is not.
fn misfit(kind: &str, key: &str, value: &Node) -> Option<&'static str> {
    let is_number = matches!(value.kind, Kind::Number(_));
    let (fits, expected) = match key {
        "required" | "unique" => (matches!(value.kind, Kind::Bool(_)), "true ou false"),
        "minLength" | "maxLength" => {
            (matches!(value.kind, Kind::Number(n) if n >= 0.0 && n.fract() == 0.0), "un nombre entier, sans guillemets")
        }
        "pattern" => (value.text().is_some(), "un texte"),
        "enum" => (is_list_of(kind, value), "une liste de valeurs du type de la colonne, chacune écrite une fois"),
        _ if matches!(kind, "number" | "integer" | "year") => (is_number, "un nombre, sans guillemets"),
        _ => (value.text().is_some(), "un texte de la forme du type"),
    };
    (!fits).then_some(expected)
}

fn is_list_of(kind: &str, value: &Node) -> bool {
    let Some(values) = value.list().filter(|values| !values.is_empty()) else { return false };
    let mut seen = BTreeSet::new();
    values.iter().all(|value| match (&value.kind, kind) {
        (Kind::Bool(value), "boolean") => seen.insert(value.to_string()),
        (Kind::Number(number), "number" | "integer" | "year") => seen.insert(number.to_string()),
        (Kind::Text(text), kind) => kind != "boolean" && seen.insert(text.clone()),
        _ => false,
    })
}

/// An example is a text, even of a number: the builder of the national page reads no other. It is shown to whoever
/// makes a mistake, so it must be right.
fn example(column: &Column<'_>, report: &mut Report<'_>) {
    let rule = "publication-exemple";
    let help = "donnez sous « example » le texte d'une case juste";
    let Some(node) = column.node.get("example") else {
        let message = format!("la colonne « {} » n'a pas d'exemple", column.name);
        return report.at(SCHEMA, &column.node.span, rule, message, help);
    };
    match node.text() {
        None => report.at(SCHEMA, &node.span, rule, "cet exemple n'est pas un texte", "entourez-le de guillemets"),
        Some("") => report.at(SCHEMA, &node.span, rule, "cet exemple est vide", help),
        Some(text) => {
            if let Some(refusal) = cells::refusal(column, text) {
                report.at(SCHEMA, &node.span, rule, format!("cet exemple est refusé : {}", refusal.reason), help);
            }
        }
    }
}

fn missing_values(schema: &Node, report: &mut Report<'_>) {
    if let Some(node) = schema.get("missingValues").filter(|node| node.texts().is_none()) {
        let help = "écrivez une simple liste de textes, comme [\"\"]";
        report.at(SCHEMA, &node.span, RULE, "« missingValues » n'est pas une liste de textes", help);
    }
}
