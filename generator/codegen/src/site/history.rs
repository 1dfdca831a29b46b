//! What happened to a column or a value, newest version first: what was computed, what is told of it, who decided.

use serde_json::{Value, json};
use standard_mediation_model::diff::Difference;
use standard_mediation_model::{Change, Field, Standard, Version, Vocabulary};

use super::links::Links;
use crate::emit::history;

/// The history of a column.
pub(super) fn of_field(links: &Links<'_>, field: &Field) -> Vec<Value> {
    let computed = history::of_field(links.standard, field);
    merged(links, &computed, |change| change.fields.contains(&field.name))
}

/// The history of a value of a list.
pub(super) fn of_value(links: &Links<'_>, vocabulary: &Vocabulary, code: &str) -> Vec<Value> {
    let standard = links.standard;
    let uses = |name: &String| standard.field(name).is_some_and(|field| field.vocabulary.as_ref() == Some(&vocabulary.name));
    let touches = |change: &Change| change.values.iter().any(|value| value == code) && change.fields.iter().any(uses);
    merged(links, &history::of_value(standard, &vocabulary.name, code), touches)
}

fn merged(links: &Links<'_>, computed: &[(Version, Vec<&Difference>)], touches: impl Fn(&Change) -> bool) -> Vec<Value> {
    let standard: &Standard = links.standard;
    let told: Vec<&Change> = standard.changes.iter().filter(|change| touches(change)).collect();
    let mut versions: Vec<Version> = computed.iter().map(|(version, _)| *version).collect();
    versions.extend(told.iter().map(|change| change.version));
    versions.sort_unstable_by(|a, b| b.cmp(a));
    versions.dedup();
    let of = |version: Version| {
        let differences = computed.iter().filter(|(of, _)| *of == version).flat_map(|(_, differences)| differences);
        let changes = told.iter().filter(|change| change.version == version);
        json!({
            "version": version,
            "ecarts": differences.map(|difference| links.difference(difference)).collect::<Vec<_>>(),
            "evolutions": changes.map(|change| links.change(change)).collect::<Vec<_>>(),
        })
    };
    versions.into_iter().map(of).collect()
}
