//! Addresses of pages and of places in them, as seen from a page.
//!
//! In: stable names. Out: relative addresses, made of letters, digits, `-`, `_`, `.` and `/` only: they need no escaping.

use serde_json::{Value, json};
use standard_mediation_model::diff::Difference;
use standard_mediation_model::{Change, Field, Standard, Status, Vocabulary};

use crate::emit::anchor;
use crate::emit::sheet::Leads;
use crate::rules::RULES;

/// The links of a page.
#[derive(Clone, Copy)]
pub(super) struct Links<'a> {
    /// The present standard: what is in it has a page.
    pub(super) standard: &'a Standard,
    /// The way to the root of the site: empty, or `../`.
    pub(super) up: &'static str,
}

impl Links<'_> {
    pub(super) fn field(&self, name: &str) -> String {
        format!("{}champs/{}.html", self.up, anchor(name))
    }

    pub(super) fn vocabulary(&self, name: &str) -> String {
        format!("{}vocabulaires/{}.html", self.up, anchor(name))
    }

    pub(super) fn value(&self, vocabulary: &str, code: &str) -> String {
        format!("{}#{}", self.vocabulary(vocabulary), anchor(code))
    }

    /// A column that may be of the past; the address is `null` when it is.
    pub(super) fn column(&self, name: &str) -> Value {
        json!({ "nom": name, "lien": self.standard.field(name).map(|field| self.field(&field.name)) })
    }

    /// The columns of a list.
    pub(super) fn users(&self, vocabulary: &Vocabulary) -> Vec<Value> {
        let uses = |field: &&Field| field.vocabulary.as_ref() == Some(&vocabulary.name);
        self.standard.fields.iter().filter(uses).map(|field| self.named(field)).collect()
    }
}

impl Leads for Links<'_> {
    /// The address is `null` for one that has no page.
    fn rule(&self, id: &str) -> Value {
        let told = RULES.iter().any(|rule| rule.id == id) || self.standard.rules.iter().any(|rule| rule.name == id);
        json!({ "nom": id, "lien": told.then(|| format!("{}regles/{}.html", self.up, anchor(id))) })
    }

    fn watcher(&self, title: &str, id: &str) -> Value {
        json!({ "titre": title, "lien": self.rule(id)["lien"] })
    }

    fn named(&self, field: &Field) -> Value {
        json!({ "nom": field.name, "titre": field.title, "lien": self.field(&field.name) })
    }

    fn list(&self, vocabulary: &Vocabulary) -> Value {
        self.vocabulary(&vocabulary.name).into()
    }

    fn place(&self, vocabulary: &Vocabulary, code: &str) -> Value {
        self.value(&vocabulary.name, code).into()
    }

    /// In a sentence, with its weight and what it weighs.
    fn difference(&self, difference: &Difference) -> Value {
        let (id, impact) = (difference.kind.id(), difference.impact.word());
        // The spaces inside the quotation marks are of the sentence, not of what it quotes.
        let said = difference.sentence().replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        json!({ "texte": said, "niveau": impact, "lien": format!("{}differences/{id}.html", self.up) })
    }

    fn change(&self, change: &Change) -> Value {
        let decision = self.standard.decision_of(change).map(|decision| {
            json!({
                "titre": decision.title,
                "date": decision.date,
                "a_confirmer": decision.status == Status::ToConfirm,
                "lien": format!("{}decisions.html#{}", self.up, anchor(&decision.name)),
            })
        });
        json!({
            "titre": change.title,
            "niveau": change.impact.word(),
            "lien": format!("{}versions.html#{}", self.up, anchor(&change.name)),
            "decision": decision,
        })
    }
}

/// The address of a link out of the site, when a browser may follow it.
pub(super) fn web(address: &str) -> Option<&str> {
    (address.starts_with("https://") || address.starts_with("http://")).then_some(address)
}
