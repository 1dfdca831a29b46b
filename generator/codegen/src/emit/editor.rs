//! `editeur/`: what makes an editor help while somebody writes the sources.
//!
//! In: the shapes of the sources, and the names that the standard holds. Out: a JSON Schema (draft-07, which all
//! editors read) per kind of file, the setting that wires them, and a page that says how. Must stay advice: a name that
//! the schemas do not know yet, because it was just added, is completed by none and refused by none.
//!
//! ```json
//! { "title": "champs/<nom>.yaml", "properties": { "titre": { "description": "Titre court…", "type": "string" } } }
//! ```

use serde_json::{Map, Value, json};
use standard_mediation_model::{CellRule, Check, Standard};

use crate::source::shapes::{self, Shape};
use crate::{Artifact, render};

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let mut artifacts: Vec<Artifact> = Vec::new();
    let mut wiring = Map::new();
    for Shape { name, files, mut schema } in shapes::all() {
        complete(&mut schema, name, standard);
        wiring.insert(format!("./generated/editeur/{name}.schema.json"), json!(format!("schema/{files}")));
        artifacts.push(Artifact::json(format!("editeur/{name}.schema.json"), &schema));
    }
    let settings = json!({
        "yaml.schemas": wiring,
        "yaml.format.enable": false,
        "files.eol": "\n",
        "files.encoding": "utf8",
        "[yaml]": { "editor.insertSpaces": true, "editor.tabSize": 2, "editor.autoIndent": "advanced" },
    });
    artifacts.push(Artifact::json("editeur/settings.json", &settings));
    artifacts.push(Artifact::text("editeur/LISEZMOI.md", &render::markdown("editeur/LISEZMOI", &json!({}))));
    artifacts
}

/// Puts the names of the standard where a schema only knows « a text ».
fn complete(schema: &mut Value, name: &str, standard: &Standard) {
    let fields: Vec<&str> = standard.fields.iter().map(|field| field.name.as_str()).collect();
    match name {
        "standard" => {
            let groups = standard.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>();
            suggest(schema, "/properties/colonnes/additionalProperties", &groups);
        }
        "champ" => {
            let vocabularies = standard.vocabularies.iter().map(|vocabulary| vocabulary.name.as_str()).collect::<Vec<_>>();
            let checks = Check::ALL.iter().map(|check| check.id());
            let rules = CellRule::ALL.iter().map(|rule| rule.id()).chain(checks.clone());
            suggest(schema, "/properties/vocabulaire", &vocabularies);
            suggest(schema, "/properties/controles/items", &checks.collect::<Vec<_>>());
            suggest(schema, "/properties/voir_aussi/items", &fields);
            suggest(schema, "/definitions/CounterExampleShape/properties/regle", &rules.collect::<Vec<_>>());
        }
        "regles" => {
            suggest(schema, "/definitions/RuleShape/properties/champs/items", &fields);
            suggest(schema, "/definitions/RuleShape/properties/exige", &fields);
        }
        "evolution" => suggest(schema, "/properties/champs/items", &fields),
        "exemple" => {
            let cells: Map<String, Value> =
                standard.fields.iter().map(|field| (field.name.clone(), cell(standard, field))).collect();
            if let Some(place) = schema.pointer_mut("/properties/lieu").and_then(Value::as_object_mut) {
                place.insert("properties".to_owned(), Value::Object(cells));
            }
        }
        _ => {}
    }
}

/// Hover text of a cell, and the codes it may hold.
fn cell(standard: &Standard, field: &standard_mediation_model::Field) -> Value {
    let mut cell = json!({ "title": field.title, "description": field.description });
    if let Some(vocabulary) = standard.vocabulary_of(field) {
        let codes: Vec<&str> = vocabulary.values.iter().map(|value| value.code.as_str()).collect();
        let one = json!({ "anyOf": [{ "enum": codes }, { "type": "string" }] });
        cell["items"] = one;
    }
    cell
}

/// Offers words for completion without refusing others.
fn suggest(schema: &mut Value, pointer: &str, words: &[&str]) {
    let place = schema.pointer_mut(pointer).and_then(Value::as_object_mut);
    debug_assert!(place.is_some(), "no {pointer} in this shape");
    let Some(place) = place else { return };
    let kind = place.remove("type").unwrap_or_else(|| json!("string"));
    place.insert("anyOf".to_owned(), json!([{ "enum": words }, { "type": kind }]));
}
