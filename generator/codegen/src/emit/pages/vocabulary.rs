//! `vocabulaires/<nom>.md`: one list of values.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use standard_mediation_model::{Level, Standard, Version, Vocabulary};

use super::links::{self, Below};
use crate::emit::{sheet, words};

pub(super) fn view(standard: &Standard, vocabulary: &Vocabulary) -> Value {
    let users: Vec<String> = standard
        .fields
        .iter()
        .filter(|field| field.vocabulary.as_ref() == Some(&vocabulary.name))
        .map(|field| links::field("../", &field.name))
        .collect();
    json!({
        "nom": vocabulary.name,
        "titre": vocabulary.title,
        "description": vocabulary.description,
        "bloquant": vocabulary.level == Level::Blocking,
        "origine": vocabulary.origin,
        "colonnes": words::enumeration(&users),
        "plusieurs_colonnes": users.len() > 1,
        "valeurs": vocabulary.values.iter().map(|entry| value(standard, vocabulary, entry)).collect::<Vec<_>>(),
        "versions": versions(standard, vocabulary),
    })
}

fn value(standard: &Standard, vocabulary: &Vocabulary, value: &standard_mediation_model::Value) -> Value {
    let mut view = sheet::value(vocabulary, value);
    view["plusieurs_alias"] = (value.aliases.len() > 1).into();
    view["histoire"] = history(standard, vocabulary, &value.code).into();
    view
}

/// What happened to a value, newest version first: what is told of it, or else what was computed.
fn history(standard: &Standard, vocabulary: &Vocabulary, code: &str) -> Vec<Value> {
    let mut ages = sheet::history_of_value(standard, vocabulary, code, &Below { standard });
    for age in &mut ages {
        if age["evolutions"].as_array().is_some_and(|told| !told.is_empty()) {
            age["ecarts"] = Vec::<Value>::new().into();
        }
    }
    ages
}

/// Values by the versions that had them, newest first; the oldest ones are « the others ». Told once for values that
/// came together: a page where each value repeats it changes everywhere at each new version.
fn versions(standard: &Standard, vocabulary: &Vocabulary) -> Value {
    let mut by_since: BTreeMap<Version, Vec<&str>> = BTreeMap::new();
    for value in &vocabulary.values {
        by_since.entry(value.since).or_default().push(&value.label);
    }
    let Some((oldest, _)) = by_since.pop_first() else { return json!({ "toutes": null, "par_date": [] }) };
    let versions = |since| words::versions_since(standard, since);
    if by_since.is_empty() {
        return json!({ "toutes": versions(oldest), "par_date": [] });
    }
    let newer = by_since.into_iter().rev().map(|(since, values)| json!({ "versions": versions(since), "valeurs": values }));
    let others = json!({ "versions": versions(oldest), "valeurs": [] });
    json!({ "toutes": null, "par_date": newer.chain([others]).collect::<Vec<_>>() })
}
