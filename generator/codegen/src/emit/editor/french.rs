//! From the schema that a program checks to the one that a person is helped by.
//!
//! Editors say what is wrong in their own words, in English and with the bare expression, unless the schema brings the
//! words. What the loading refuses anyway (an empty value, an empty list) is refused here too, so that an editor never
//! proposes it.

use serde_json::{Map, Value, json};

/// Explains a schema and all it holds. Shapes are shallow and never refer to themselves.
pub(super) fn explain(schema: &mut Value) {
    let Some(schema) = schema.as_object_mut() else { return };
    drop_null(schema);
    name_choices(schema);
    // The formats of Rust numbers mean nothing to an editor.
    if schema.get("format").is_some_and(Value::is_string) {
        schema.remove("format");
    }
    for (key, inner) in schema.iter_mut() {
        match (key.as_str(), inner) {
            ("properties", Value::Object(entries)) => entries.values_mut().for_each(explain),
            ("anyOf", Value::Array(list)) => list.iter_mut().for_each(explain),
            ("items" | "additionalProperties", inner) => explain(inner),
            _ => {}
        }
    }
    merge_kinds(schema);
    if kinds(schema).contains(&"array") {
        schema.remove("default");
        if schema.remove("x-vide").is_none() {
            schema.insert("minItems".to_owned(), json!(1));
        }
    }
    if let Some(words) = schema.remove("x-en-clair") {
        let words = words.as_str().unwrap_or_default();
        schema.insert("patternErrorMessage".to_owned(), json!(format!("Il faut {words}.")));
    }
    if let Some(message) = message(schema) {
        schema.insert("errorMessage".to_owned(), json!(message));
    }
}

/// The kinds of values that a schema allows.
fn kinds(schema: &Map<String, Value>) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// « A text, or a number, or a list of them » as one schema: an editor then has one message, ours.
fn merge_kinds(schema: &mut Map<String, Value>) {
    let Some(Value::Array(branches)) = schema.get("anyOf") else { return };
    let only_kind = |branch: &Value| branch.get("type").is_some() && branch.get("const").is_none();
    if !branches.iter().all(only_kind) {
        return;
    }
    let Some(Value::Array(branches)) = schema.remove("anyOf") else { return };
    let mut merged: Vec<Value> = Vec::new();
    for branch in branches.iter().filter_map(Value::as_object) {
        merged.extend(kinds(branch).into_iter().map(|kind| json!(kind)));
        if let Some(items) = branch.get("items") {
            schema.insert("items".to_owned(), items.clone());
        }
    }
    schema.insert("type".to_owned(), Value::Array(merged));
}

/// A key that may be left out may not be left blank.
fn drop_null(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(kinds)) = schema.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [kind] = kinds.as_slice() {
            let kind = kind.clone();
            schema.insert("type".to_owned(), kind);
        }
    }
    let Some(Value::Array(mut branches)) = schema.remove("anyOf") else { return };
    branches.retain(|branch| branch.get("type").is_none_or(|kind| kind != "null"));
    match branches.as_mut_slice() {
        [Value::Object(only)] => {
            // What the key says of itself comes first; the words of its kind are less precise.
            for (key, value) in std::mem::take(only) {
                schema.entry(key).or_insert(value);
            }
        }
        _ => {
            schema.insert("anyOf".to_owned(), Value::Array(branches));
        }
    }
}

/// A closed choice, with what each word means, in the form that editors complete best.
fn name_choices(schema: &mut Map<String, Value>) {
    let Some(Value::Array(choices)) = schema.get("oneOf") else { return };
    let words = choices.iter().filter_map(|choice| choice.get("const").cloned()).collect::<Vec<_>>();
    let meanings = choices.iter().map(|choice| choice["description"].clone()).collect::<Vec<_>>();
    if words.len() == choices.len() {
        schema.remove("oneOf");
        schema.insert("type".to_owned(), json!("string"));
        schema.insert("enum".to_owned(), Value::Array(words));
        schema.insert("enumDescriptions".to_owned(), Value::Array(meanings));
    }
}

fn message(schema: &Map<String, Value>) -> Option<String> {
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return Some(format!("Choisissez parmi\u{a0}: {}.", list(words.iter())));
    }
    let text = match kinds(schema).as_slice() {
        ["object"] => return keys(schema),
        ["string"] => "Écrivez un texte, entre guillemets s'il ressemble à un nombre, à une date, à un oui ou à un non.",
        ["boolean"] => "Répondez par true (oui) ou false (non), sans guillemets.",
        ["integer"] => "Écrivez un nombre entier, sans guillemets.",
        ["number", ..] => "Écrivez un nombre, avec un point pour les décimales et sans guillemets.",
        ["array", ..] => "Écrivez une liste, un élément par ligne après un tiret.",
        [_, _, ..] => "Écrivez un texte ou un nombre, ou une liste si le champ a plusieurs valeurs.",
        _ => return None,
    };
    Some(text.to_owned())
}

/// One message for a missing key, an unknown one and something else than keys: what is expected.
fn keys(schema: &Map<String, Value>) -> Option<String> {
    if schema.get("additionalProperties")? != &Value::Bool(false) {
        return None;
    }
    let required = schema.get("required").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let known: Vec<Value> = schema.get("properties")?.as_object()?.keys().map(|key| json!(key)).collect();
    let optional: Vec<&Value> = known.iter().filter(|key| !required.contains(key)).collect();
    let message = format!("Clés obligatoires ici\u{a0}: {}.", list(required.iter()));
    Some(if optional.is_empty() { message } else { format!("{message} Clés permises\u{a0}: {}.", list(optional.into_iter())) })
}

fn list<'a>(words: impl Iterator<Item = &'a Value>) -> String {
    words.filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
}
