//! `decisions.md`: what the committee decided, followed to the columns and values it changed, and back.

use serde_json::{Value, json};
use standard_mediation_model::{Change, Decision, Standard, Status};

use super::{changes, links};

pub(super) fn view(standard: &Standard) -> Value {
    let mut decisions: Vec<&Decision> = standard.decisions.iter().collect();
    // What is still to be decided is what people come for; then the newest version first.
    decisions.sort_by_key(|decision| {
        let newest = followed(standard, decision).map(|change| change.version).max();
        (decision.status != Status::ToConfirm, std::cmp::Reverse(newest))
    });
    json!({ "decisions": decisions.into_iter().map(|decision| decision_view(standard, decision)).collect::<Vec<_>>() })
}

fn followed<'a>(standard: &'a Standard, decision: &Decision) -> impl Iterator<Item = &'a Change> {
    let name = decision.name.clone();
    standard.changes.iter().filter(move |change| change.decision.as_ref() == Some(&name))
}

fn decision_view(standard: &Standard, decision: &Decision) -> Value {
    let changes = followed(standard, decision).map(|change| {
        json!({
            "titre": change.title,
            "version": change.version,
            "ancre": links::anchor(&change.name),
            "colonnes": changes::columns(standard, change),
            "valeurs": changes::values(standard, change),
        })
    });
    let changes: Vec<Value> = changes.collect();
    json!({
        "ancre": links::anchor(&decision.name),
        "titre": decision.title,
        "date": decision.date,
        "a_confirmer": decision.status == Status::ToConfirm,
        "sans_trace": decision.status == Status::Untraced,
        "description": decision.description,
        "changements": changes,
        "en_attente": decision.pending,
    })
}
