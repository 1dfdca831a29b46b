//! JSON Schemas of a publication: the form that every tool reads, and the same content as `schema.json`.
//!
//! In: their trees and the columns. Out: findings about what draft-07 does not know (the national validator reads no
//! other draft, whatever the file declares), and about names, obligations or values that differ.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Column;
use super::expression::Expressions;
use super::files::{Files, PLACE_SCHEMA};
use super::json::{Entry, Node};
use super::report::Report;

/// Draft-07, with or without its empty fragment.
const DRAFT: &str = "http://json-schema.org/draft-07/schema";

/// Keywords of later drafts: draft-07 passes over them in silence.
const LATER: [&str; 14] = [
    "$anchor",
    "$defs",
    "$dynamicAnchor",
    "$dynamicRef",
    "$recursiveAnchor",
    "$recursiveRef",
    "$vocabulary",
    "dependentRequired",
    "dependentSchemas",
    "maxContains",
    "minContains",
    "prefixItems",
    "unevaluatedItems",
    "unevaluatedProperties",
];

const FORM: &str = "publication-json-schema";
const CONTENT: &str = "publication-json-divergent";

/// Checks every JSON Schema, and the one of a place against the columns.
pub(super) fn check(files: &Files<'_>, columns: &[Column<'_>], expressions: &mut Expressions, report: &mut Report<'_>) {
    for (path, root) in files.trees.iter().filter(|(path, _)| path.ends_with(".schema.json")) {
        let declared = root.get("$schema");
        if declared.and_then(Node::text).is_none_or(|text| text.trim_end_matches('#') != DRAFT) {
            let span = declared.map_or(0..1, |node| node.span.clone());
            report.at(path, &span, FORM, "ce schéma ne se déclare pas draft-07", format!("écrivez {DRAFT}#"));
        }
        Walk { path, definitions: definitions(root), expressions, report }.schema(root);
    }
    let Some(place) = files.tree(PLACE_SCHEMA) else { return };
    if place.get("type").and_then(Node::text) != Some("object") || !place.get("properties").is_some_and(Node::is_map) {
        let help = "décrivez un objet à la racine, avec « properties » ; une liste va dans un autre fichier";
        return report.at(PLACE_SCHEMA, &(0..1), FORM, "ce schéma ne décrit pas un objet à sa racine", help);
    }
    if !columns.is_empty() {
        compare(place, columns, report);
    }
}

/// The walk through the schemas of a file: names of properties are not keywords.
struct Walk<'a, 'r, 't> {
    path: &'a str,
    definitions: Definitions<'a>,
    expressions: &'a mut Expressions,
    report: &'r mut Report<'t>,
}

impl Walk<'_, '_, '_> {
    fn schema(&mut self, schema: &Node) {
        for Entry { key, span, value } in schema.entries() {
            match key.as_str() {
                key if LATER.contains(&key) => {
                    let message = format!("« {key} » vient d'une version plus récente de JSON Schema");
                    let help = "écrivez-le avec les mots de draft-07, comme « definitions » ou « items »";
                    self.report.at(self.path, span, FORM, message, help);
                }
                "$ref" if resolved(&self.definitions, value).is_none() => {
                    let help = "renvoyez à « #/definitions/… » du même fichier, ou recopiez la description";
                    self.report.at(self.path, &value.span, FORM, "ce renvoi ne mène pas à une définition de ce fichier", help);
                }
                "pattern" => {
                    self.expressions.judge(self.path, value, self.report);
                }
                "properties" | "patternProperties" | "definitions" => {
                    value.entries().iter().for_each(|entry| self.schema(&entry.value));
                }
                "allOf" | "anyOf" | "oneOf" | "items" if value.list().is_some() => {
                    value.list().unwrap_or_default().iter().for_each(|schema| self.schema(schema));
                }
                "items"
                | "additionalItems"
                | "additionalProperties"
                | "contains"
                | "propertyNames"
                | "not"
                | "if"
                | "then"
                | "else" => self.schema(value),
                _ => {}
            }
        }
    }
}

/// Schemas that others refer to, by name.
pub(super) type Definitions<'a> = BTreeMap<&'a str, &'a Node>;

/// The definitions of a schema. Only those of the same file, one level below its root, are shown by the builder of the
/// national pages.
pub(super) fn definitions(root: &Node) -> Definitions<'_> {
    let entries = root.get("definitions").map(Node::entries).unwrap_or_default();
    entries.iter().map(|entry| (entry.key.as_str(), &entry.value)).collect()
}

/// The definition that a reference leads to.
pub(super) fn resolved<'a>(definitions: &Definitions<'a>, reference: &Node) -> Option<&'a Node> {
    definitions.get(reference.text()?.strip_prefix("#/definitions/")?).copied()
}

fn compare(place: &Node, columns: &[Column<'_>], report: &mut Report<'_>) {
    let properties = place.get("properties").map(Node::entries).unwrap_or_default();
    let by_name: BTreeMap<&str, &Node> = properties.iter().map(|entry| (entry.key.as_str(), &entry.value)).collect();
    let definitions = definitions(place);
    let names: BTreeSet<&str> = columns.iter().map(|column| column.name).collect();
    for Entry { key, span, .. } in properties.iter().filter(|entry| !names.contains(entry.key.as_str())) {
        let message = format!("« {key} » n'est pas une colonne de schema.json");
        report.at(PLACE_SCHEMA, span, CONTENT, message, "décrivez les mêmes champs dans les deux fichiers");
    }
    let list = place.get("required");
    let required: BTreeSet<&str> = list.and_then(Node::texts).unwrap_or_default().into_iter().collect();
    let at = list.map_or(0..1, |node| node.span.clone());
    for name in required.iter().filter(|name| !names.contains(*name)) {
        let message = format!("« {name} » est obligatoire ici et n'est pas une colonne de schema.json");
        report.at(PLACE_SCHEMA, &at, CONTENT, message, "retirez-le de « required »");
    }
    for column in columns {
        let name = column.name;
        let Some(property) = by_name.get(name) else {
            let message = format!("la colonne « {name} » de schema.json n'est pas décrite ici");
            report.at(PLACE_SCHEMA, &(0..1), CONTENT, message, "décrivez les mêmes champs dans les deux fichiers");
            continue;
        };
        if column.required != required.contains(name) {
            let message = format!("« {name} » est obligatoire dans un fichier et facultatif dans l'autre");
            report.at(PLACE_SCHEMA, &at, CONTENT, message, "dites la même obligation dans les deux fichiers");
        }
        values(&definitions, column, property, report);
    }
}

fn values(definitions: &Definitions<'_>, column: &Column<'_>, property: &Node, report: &mut Report<'_>) {
    let pattern = column.pattern.as_ref();
    if pattern.is_some_and(|pattern| !pattern.is_sound) {
        return;
    }
    let spelled = pattern.and_then(|pattern| pattern.values.as_ref()).map(|values| values.first.iter().cloned().collect());
    let table: BTreeSet<String> = column.listed.clone().or(spelled).unwrap_or_default();
    let here = listed(definitions, property).unwrap_or_default();
    let texts = |values: &[Node]| values.iter().filter_map(value).map(str::to_owned).collect();
    // A list far longer than the other one differs: no need to read it in whole, column after column.
    let here: BTreeSet<String> = texts(&here[..here.len().min(table.len() + 1)]);
    if table != here {
        let different: Vec<&str> = table.symmetric_difference(&here).map(String::as_str).take(3).collect();
        let message = format!("les valeurs de « {} » diffèrent de schema.json : {}", column.name, different.join(", "));
        report.at(PLACE_SCHEMA, &property.span, CONTENT, message, "écrivez la même liste dans les deux fichiers");
    }
}

/// The closed list of a property: its own, or that of its items, written there or in a definition.
fn listed<'a>(definitions: &Definitions<'a>, property: &'a Node) -> Option<&'a [Node]> {
    let direct = |schema: &'a Node| {
        let schema = schema.get("$ref").and_then(|reference| resolved(definitions, reference)).unwrap_or(schema);
        let constants = schema.get("oneOf").and_then(Node::list);
        let constants = constants.filter(|schemas| schemas.first().is_some_and(|schema| schema.get("const").is_some()));
        schema.get("enum").and_then(Node::list).or(constants)
    };
    direct(property).or_else(|| property.get("items").filter(|items| items.is_map()).and_then(direct))
}

/// A listed value, written alone or as the constant of a choice.
fn value(node: &Node) -> Option<&str> {
    node.text().or_else(|| node.get("const")?.text())
}
