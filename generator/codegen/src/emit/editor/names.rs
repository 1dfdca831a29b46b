//! The names that the standard holds, put where a shape only knows « a text ».
//!
//! Names that people add (fields, vocabularies, groups, codes, versions) are offered and never imposed. Names that the
//! program holds (checks, rules) are a closed choice.

use serde_json::{Map, Value, json};
use standard_mediation_model::{CellRule, Check, Field, Standard, Vocabulary};

use crate::rules;

/// Completes the schema of the kind of file `name`.
pub(super) fn complete(schema: &mut Value, name: &str, standard: &Standard) {
    let fields: Vec<Value> = standard.fields.iter().map(|field| word(&field.name, &field.title, &field.description)).collect();
    let versions: Vec<Value> = standard.versions().map(|version| json!({ "const": version.to_string() })).collect();
    match name {
        "standard" => {
            let groups = standard.groups.iter().map(|group| word(&group.name, &group.title, &group.description));
            offer(schema, "/properties/colonnes/additionalProperties", groups.collect());
        }
        "champ" => {
            let vocabularies = standard.vocabularies.iter().map(|list| word(&list.name, &list.title, &list.description));
            let checks = Check::ALL.map(Check::id);
            offer(schema, "/properties/vocabulaire", vocabularies.collect());
            close(schema, "/properties/controles/items", &checks);
            offer(schema, "/properties/voir_aussi/items", fields);
            offer(schema, "/properties/anciens_noms/items/properties/jusqua", versions.clone());
            offer(schema, "/properties/depuis", versions);
            let about_data: Vec<&str> = CellRule::ALL.map(CellRule::id).into_iter().chain(checks).collect();
            close(schema, "/properties/contre_exemples/items/properties/regle", &about_data);
        }
        "vocabulaire" => {
            for key in ["depuis", "deprecie"] {
                offer(schema, &format!("/properties/valeurs/items/properties/{key}"), versions.clone());
            }
        }
        "regles" => {
            offer(schema, "/properties/regles/items/properties/champs/items", fields.clone());
            offer(schema, "/properties/regles/items/properties/exige", fields);
        }
        "evolution" => {
            offer(schema, "/properties/version", versions);
            offer(schema, "/properties/champs/items", fields);
        }
        "migration" => {
            offer(schema, "/properties/de", versions.clone());
            offer(schema, "/properties/vers", versions);
            offer(schema, "/properties/colonnes/items/properties/apres/items", fields);
        }
        "exemple" => {
            let Some(row) = place(schema, "/properties/lieu") else { return };
            let cells = standard.fields.iter().map(|field| (field.name.clone(), cell(field, standard.vocabulary_of(field))));
            row.insert("properties".to_owned(), Value::Object(cells.collect()));
        }
        _ => {}
    }
}

/// A cell of a row: what the column holds, and the codes it may take.
fn cell(field: &Field, vocabulary: Option<&Vocabulary>) -> Value {
    let numeric = field.kind.is_numeric() && field.vocabulary.is_none();
    let one = if numeric { json!({ "type": ["number", "string"] }) } else { json!({ "type": "string" }) };
    let mut cell = if field.multiple { json!({ "type": ["array", "string"], "items": one }) } else { one };
    if let Some(list) = vocabulary {
        let codes = list.values.iter().map(|value| word(&value.code, &value.label, &value.definition));
        offer(&mut cell, if field.multiple { "/items" } else { "" }, codes.collect());
    }
    cell["title"] = json!(field.title);
    cell["description"] = json!(field.description);
    cell
}

fn word(name: &str, title: &str, description: &str) -> Value {
    json!({ "const": name, "title": title, "description": description })
}

/// Offers words for completion without refusing others: the last branch takes anything that the kind allows.
fn offer(schema: &mut Value, pointer: &str, mut words: Vec<Value>) {
    let Some(place) = place(schema, pointer) else { return };
    words.push(json!({}));
    place.insert("anyOf".to_owned(), Value::Array(words));
}

/// Refuses any other word than the ids of these rules.
fn close(schema: &mut Value, pointer: &str, ids: &[&str]) {
    let Some(place) = place(schema, pointer) else { return };
    let title = |id: &&str| rules::find(id).map_or("", |rule| rule.title());
    place.insert("enum".to_owned(), json!(ids));
    place.insert("enumDescriptions".to_owned(), json!(ids.iter().map(title).collect::<Vec<_>>()));
}

fn place<'a>(schema: &'a mut Value, pointer: &str) -> Option<&'a mut Map<String, Value>> {
    let place = schema.pointer_mut(pointer).and_then(Value::as_object_mut);
    debug_assert!(place.is_some(), "no {pointer} in this shape");
    place
}
