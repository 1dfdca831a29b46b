//! `exemple-valide.json`: one place, read against `lieu.schema.json` of the same tree.
//!
//! In: both trees. Out: findings about what is not one object, about keys and values that the schema refuses. Only the
//! keywords that our schemas use are read; the others ask nothing here.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Column;
use super::expression::Expressions;
use super::files::{Files, PLACE_SCHEMA, VALID_JSON};
use super::json::{Entry, Kind, Node};
use super::report::Report;
use super::schemas::{Definitions, definitions, resolved};

const RULE: &str = "publication-json-exemple";

pub(super) fn check(files: &Files<'_>, columns: &[Column<'_>], expressions: &mut Expressions, report: &mut Report<'_>) {
    let Some(place) = files.tree(VALID_JSON) else { return };
    if !place.is_map() {
        let help = "donnez un seul lieu, entre accolades ; une liste de lieux va dans un autre fichier";
        return report.at(VALID_JSON, &place.span, RULE, "cet exemple n'est pas un seul objet", help);
    }
    let Some(schema) = files.tree(PLACE_SCHEMA) else { return };
    let keys: BTreeSet<&str> = place.entries().iter().map(|entry| entry.key.as_str()).collect();
    for name in schema.get("required").and_then(Node::texts).unwrap_or_default() {
        if !keys.contains(name) {
            report.at(VALID_JSON, &(0..1), RULE, format!("« {name} » est obligatoire et manque ici"), "ajoutez-le");
        }
    }
    let properties = schema.get("properties").map(Node::entries).unwrap_or_default();
    let properties: BTreeMap<&str, &Node> = properties.iter().map(|entry| (entry.key.as_str(), &entry.value)).collect();
    let names: BTreeSet<&str> = columns.iter().map(|column| column.name).collect();
    let mut reading = Reading { definitions: definitions(schema), expressions, report, steps: STEPS };
    for Entry { key, span, value } in place.entries() {
        let Some(property) = properties.get(key.as_str()) else {
            // A column that the schema of a place forgot is said of that schema.
            if !names.contains(key.as_str()) {
                let message = format!("« {key} » n'est pas un champ de {PLACE_SCHEMA}");
                reading.report.at(VALID_JSON, span, RULE, message, "corrigez le nom, ou retirez cette clé");
            }
            continue;
        };
        if let Some(reason) = reading.refusal(property, value) {
            let message = format!("« {key} » : {reason}");
            reading.report.at(VALID_JSON, &value.span, RULE, message, "corrigez l'exemple dans la source");
        }
    }
}

/// Steps spent on the example: the real one takes a few hundred.
const STEPS: usize = 2_000_000;

struct Reading<'a, 'r, 't> {
    definitions: Definitions<'a>,
    expressions: &'r mut Expressions,
    report: &'r mut Report<'t>,
    steps: usize,
}

impl Reading<'_, '_, '_> {
    /// Why a schema refuses a value. A reference leads to a definition, and a chain of them is not followed.
    fn refusal(&mut self, schema: &Node, value: &Node) -> Option<&'static str> {
        let schema = schema.get("$ref").and_then(|reference| resolved(&self.definitions, reference)).unwrap_or(schema);
        let listed = schema.get("enum").and_then(Node::list);
        let cost = 1 + schema.entries().len() + listed.map_or(0, <[Node]>::len);
        let Some(steps) = self.steps.checked_sub(cost) else { return Some("cet exemple est trop gros pour être relu") };
        self.steps = steps;
        if schema.get("type").and_then(Node::text).is_some_and(|kind| !is_a(kind, value)) {
            return Some("la valeur n'est pas du type demandé");
        }
        if listed.is_some_and(|listed| value.text().is_some() && !listed.iter().any(|one| one.text() == value.text())) {
            return Some("la valeur n'est pas dans la liste");
        }
        if let Some(text) = value.text() {
            let expression = schema.get("pattern").and_then(|node| self.expressions.judge(PLACE_SCHEMA, node, self.report));
            if expression.and_then(|expression| expression.regex.as_ref()).is_some_and(|regex| !regex.is_match(text)) {
                return Some("la valeur n'a pas la forme demandée");
            }
            #[expect(clippy::cast_precision_loss, reason = "texts are far shorter than 2^52 signs")]
            let length = text.chars().count() as f64;
            let number = |key: &str| if let Kind::Number(n) = schema.get(key)?.kind { Some(n) } else { None };
            if number("minLength").is_some_and(|min| length < min) || number("maxLength").is_some_and(|max| length > max) {
                return Some("la valeur n'a pas la longueur permise");
            }
        }
        let items = schema.get("items").filter(|items| items.is_map())?;
        value.list()?.iter().find_map(|value| self.refusal(items, value))
    }
}

fn is_a(kind: &str, value: &Node) -> bool {
    match (&value.kind, kind) {
        (Kind::Null, "null")
        | (Kind::Bool(_), "boolean")
        | (Kind::Number(_), "number")
        | (Kind::Text(_), "string")
        | (Kind::List(_), "array")
        | (Kind::Map(_), "object") => true,
        (Kind::Number(number), "integer") => number.fract() == 0.0,
        _ => false,
    }
}
