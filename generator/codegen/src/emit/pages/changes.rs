//! `changements.md`: what each version changed, newest first, heaviest first.

use serde_json::{Value, json};
use standard_mediation_model::{Change, Impact, Standard, Version};

use super::links;
use crate::emit::words;

pub(super) fn view(standard: &Standard) -> Value {
    let mut versions: Vec<Version> = standard.changes.iter().map(|change| change.version).collect();
    versions.sort_unstable_by(|a, b| b.cmp(a));
    versions.dedup();
    json!({
        "present": { "version": standard.identity.version, "date": standard.identity.modified },
        "histoire": standard.history.iter().rev().map(|release| json!({
            "version": release.version,
            "date": release.date,
            "publiee": words::yes_no(release.published),
        })).collect::<Vec<_>>(),
        "versions": versions.into_iter().map(|version| of_version(standard, version)).collect::<Vec<_>>(),
    })
}

fn of_version(standard: &Standard, version: Version) -> Value {
    let of_impact = |impact| -> Vec<Value> {
        let changes = standard.changes.iter().filter(|change| change.version == version && change.impact == impact);
        changes.map(|change| view_of(standard, change)).collect()
    };
    json!({
        "numero": version,
        "majeurs": of_impact(Impact::Major),
        "mineurs": of_impact(Impact::Minor),
        "correctifs": of_impact(Impact::Patch),
    })
}

fn view_of(standard: &Standard, change: &Change) -> Value {
    let fields: Vec<String> = change.fields.iter().map(|name| links::field("", name)).collect();
    let vocabularies = change.fields.iter().filter_map(|name| standard.vocabulary_of(standard.field(name)?));
    let values = change.values.iter().filter_map(|code| {
        let vocabulary = vocabularies.clone().find(|vocabulary| vocabulary.by_code(code).is_some())?;
        let label = &vocabulary.by_code(code)?.label;
        Some(json!({ "libelle": label, "vocabulaire": vocabulary.name, "ancre": links::anchor(code) }))
    });
    let values: Vec<Value> = values.collect();
    json!({
        "ancre": links::anchor(&change.name),
        "titre": change.title,
        "description": change.description,
        "raison": change.reason,
        "decision": change.decision,
        "colonnes": words::enumeration(&fields),
        "plusieurs_colonnes": fields.len() > 1,
        "plusieurs_valeurs": values.len() > 1,
        "valeurs": values,
    })
}
