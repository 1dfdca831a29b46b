//! `changements.md`: what each version changed, newest first, heaviest first: what is told, then what was computed.

use serde_json::{Value, json};
use standard_mediation_model::{Change, Impact, Standard};

use super::links;
use crate::emit::history::{self, Entry};
use crate::emit::words;

pub(super) fn view(standard: &Standard) -> Value {
    let entries = history::entries(standard);
    let told = |entry: &&Entry<'_>| !entry.changes.is_empty() || entry.comparison.is_some();
    json!({
        "present": { "version": standard.identity.version, "date": standard.identity.modified },
        "histoire": standard.history.iter().rev().map(|release| json!({
            "version": release.version,
            "date": release.date,
            "publiee": words::yes_no(release.published),
        })).collect::<Vec<_>>(),
        "versions": entries.iter().filter(told).map(|entry| of_version(standard, entry)).collect::<Vec<_>>(),
    })
}

fn of_version(standard: &Standard, entry: &Entry<'_>) -> Value {
    let of_impact = |impact| -> Vec<Value> {
        let changes = entry.changes.iter().filter(|change| change.impact == impact);
        changes.map(|change| view_of(standard, change)).collect()
    };
    let computed = entry.comparison.map(|comparison| {
        let lines = history::weighty(comparison).into_iter();
        json!({
            "avant": comparison.before,
            "lignes": lines.map(links::difference).collect::<Vec<_>>(),
        })
    });
    json!({
        "numero": entry.version,
        "majeurs": of_impact(Impact::Major),
        "mineurs": of_impact(Impact::Minor),
        "correctifs": of_impact(Impact::Patch),
        "calcule": computed,
    })
}

fn view_of(standard: &Standard, change: &Change) -> Value {
    let values = values(standard, change);
    json!({
        "ancre": links::anchor(&change.name),
        "titre": change.title,
        "description": change.description,
        "raison": change.reason,
        "decision": standard.decision_of(change).map(|decision| json!({
            "titre": decision.title,
            "ancre": links::anchor(&decision.name),
        })),
        "colonnes": columns(standard, change),
        "plusieurs_colonnes": change.fields.len() > 1,
        "plusieurs_valeurs": values.len() > 1,
        "valeurs": values,
    })
}

/// The columns of a change, linked when they still exist.
pub(super) fn columns(standard: &Standard, change: &Change) -> String {
    let column = |name: &String| match standard.field(name) {
        Some(_) => links::field("", name),
        None => crate::render::code(name),
    };
    words::enumeration(&change.fields.iter().map(column).collect::<Vec<_>>())
}

/// The values of a change that still exist.
pub(super) fn values(standard: &Standard, change: &Change) -> Vec<Value> {
    let vocabularies = change.fields.iter().filter_map(|name| standard.vocabulary_of(standard.field(name)?));
    let values = change.values.iter().filter_map(|code| {
        let vocabulary = vocabularies.clone().find(|vocabulary| vocabulary.by_code(code).is_some())?;
        let label = &vocabulary.by_code(code)?.label;
        Some(json!({ "libelle": label, "vocabulaire": vocabulary.name, "ancre": links::anchor(code) }))
    });
    values.collect()
}
