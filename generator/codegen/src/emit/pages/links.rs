//! Links between pages.
//!
//! `up` is the way from a page to the root of the pages: empty, or `../`.

use serde_json::{Value, json};
use standard_mediation_model::diff::Difference;
use standard_mediation_model::{Change, Field, Standard, hint};

use crate::render;
use crate::rules::RULES;

/// The part of an address that leads to a place of a page, from a stable name.
pub(crate) fn anchor(name: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '_' | '.') { c } else { '-' };
    hint::folded(&name.replace('_', "\u{1}")).replace('\u{1}', "_").chars().map(keep).collect()
}

/// A rule by its id, linked to its words.
pub(super) fn rule(standard: &Standard, up: &str, id: &str) -> String {
    let told = RULES.iter().any(|rule| rule.id == id) || standard.rules.iter().any(|rule| rule.name == id);
    if told { format!("[{id}]({up}regles.md#{})", anchor(id)) } else { render::code(id) }
}

/// A column by its name, linked to its page.
pub(super) fn field(up: &str, name: &str) -> String {
    format!("[{}]({up}champs/{name}.md)", render::code(name))
}

/// What a template needs to link a column by its title.
pub(super) fn named(field: &Field) -> Value {
    json!({ "nom": field.name, "titre": field.title })
}

/// What a template needs to tell a computed difference.
pub(super) fn difference(difference: &Difference) -> Value {
    json!({ "texte": difference.sentence(), "niveau": difference.impact.word() })
}

/// What a template needs to link a change and the decision behind it.
pub(super) fn change(standard: &Standard, change: &Change) -> Value {
    let decision = standard.decision_of(change);
    json!({
        "titre": change.title,
        "ancre": anchor(&change.name),
        "decision": decision.map(|decision| json!({ "titre": decision.title, "ancre": anchor(&decision.name) })),
    })
}
