//! Links between pages.
//!
//! `up` is the way from a page to the root of the pages: empty, or `../`.

use serde_json::{Value, json};
use standard_mediation_model::diff::Difference;
use standard_mediation_model::{Change, Field, Standard, Vocabulary, hint};

use crate::emit::sheet::Leads;
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

/// What a template needs to tell a computed difference.
pub(super) fn difference(difference: &Difference) -> Value {
    json!({ "texte": difference.sentence(), "niveau": difference.impact.word() })
}

/// The ways of a page one folder below the root of the pages.
pub(super) struct Below<'a> {
    pub(super) standard: &'a Standard,
}

impl Leads for Below<'_> {
    fn rule(&self, id: &str) -> Value {
        rule(self.standard, "../", id).into()
    }

    fn watcher(&self, title: &str, id: &str) -> Value {
        json!({ "titre": title, "ancre": anchor(id) })
    }

    fn named(&self, field: &Field) -> Value {
        json!({ "nom": field.name, "titre": field.title })
    }

    fn list(&self, vocabulary: &Vocabulary) -> Value {
        format!("../vocabulaires/{}.md", vocabulary.name).into()
    }

    fn place(&self, _: &Vocabulary, _: &str) -> Value {
        Value::Null
    }

    fn difference(&self, told: &Difference) -> Value {
        difference(told)
    }

    fn change(&self, change: &Change) -> Value {
        let decision = self.standard.decision_of(change);
        json!({
            "titre": change.title,
            "ancre": anchor(&change.name),
            "decision": decision.map(|decision| json!({ "titre": decision.title, "ancre": anchor(&decision.name) })),
        })
    }
}
