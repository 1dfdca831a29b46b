//! `vocabulaires/<nom>.md`: one list of values.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use standard_mediation_model::{Change, Level, Standard, Version, Vocabulary};

use super::links;
use crate::emit::{history, words};

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
    let instead = value.replaced_by.as_deref().and_then(|code| vocabulary.by_code(code));
    json!({
        "code": value.code,
        "ancre": links::anchor(&value.code),
        "libelle": value.label,
        "definition": value.definition,
        "depuis": value.since,
        "deprecie": value.deprecated,
        "remplace_par": instead.map(|value| json!({ "libelle": value.label, "ancre": links::anchor(&value.code) })),
        "alias": value.aliases,
        "plusieurs_alias": value.aliases.len() > 1,
        "histoire": history(standard, vocabulary, &value.code),
    })
}

/// What happened to a value, newest version first: what is told of it, or else what was computed.
fn history(standard: &Standard, vocabulary: &Vocabulary, code: &str) -> Vec<Value> {
    let uses = |name: &String| standard.field(name).is_some_and(|field| field.vocabulary.as_ref() == Some(&vocabulary.name));
    let touches = |change: &&Change| change.values.iter().any(|value| value == code) && change.fields.iter().any(uses);
    let computed = history::of_value(standard, &vocabulary.name, code);
    let mut versions: Vec<Version> = computed.iter().map(|(version, _)| *version).collect();
    versions.extend(standard.changes.iter().filter(touches).map(|change| change.version));
    versions.sort_unstable_by(|a, b| b.cmp(a));
    versions.dedup();
    let of = |version: Version| {
        let changes = standard.changes.iter().filter(touches).filter(|change| change.version == version);
        let changes: Vec<Value> = changes.map(|change| links::change(standard, change)).collect();
        let differences = computed.iter().filter(|(of, _)| *of == version).flat_map(|(_, differences)| differences);
        let told = !changes.is_empty();
        json!({
            "version": version,
            "evolutions": changes,
            "ecarts": differences.filter(|_| !told).map(|difference| links::difference(difference)).collect::<Vec<_>>(),
        })
    };
    versions.into_iter().map(of).collect()
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
