//! One difference between two standards, as a value that can be stored and read back.

use serde::{Deserialize, Serialize};

use super::DifferenceKind;
use crate::Impact;

/// One thing that differs. [`Difference::sentence`] says it in French.
///
/// ```json
/// {
///   "genre": "valeur-retiree", "niveau": "majeur", "champs": [{ "avant": "services", "apres": "services" }],
///   "vocabulaire": "services", "valeurs": ["imprimer"], "avant": "Imprimer"
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// What differs.
    #[serde(rename = "genre")]
    pub kind: DifferenceKind,
    /// What it does to published data.
    #[serde(rename = "niveau")]
    pub impact: Impact,
    /// The fields it is about, in column order; empty when it is about the standard as a whole.
    #[serde(rename = "champs", skip_serializing_if = "Vec::is_empty", default)]
    pub fields: Vec<FieldNames>,
    /// Name of the vocabulary it is about: the one of after, except when it is no longer there.
    #[serde(rename = "vocabulaire", skip_serializing_if = "Option::is_none", default)]
    pub vocabulary: Option<String>,
    /// Codes of the values it is about; for a code that changed, the old one then the new one.
    #[serde(rename = "valeurs", skip_serializing_if = "Vec::is_empty", default)]
    pub values: Vec<String>,
    /// What it is about, when the kind alone does not say it: a rule, a check, « le titre et la saisie ».
    #[serde(rename = "sujet", skip_serializing_if = "Option::is_none", default)]
    pub subject: Option<String>,
    /// What was there, in a few words.
    #[serde(rename = "avant", skip_serializing_if = "Option::is_none", default)]
    pub before: Option<String>,
    /// What is there now, in a few words.
    #[serde(rename = "apres", skip_serializing_if = "Option::is_none", default)]
    pub after: Option<String>,
    /// A content of a cell that one side alone accepts.
    #[serde(rename = "temoin", skip_serializing_if = "Option::is_none", default)]
    pub witness: Option<Witness>,
    /// What only a person can answer, as a French question.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub question: Option<String>,
}

/// A field under the names it has on both sides; one is missing when the field is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldNames {
    /// Before.
    #[serde(rename = "avant", skip_serializing_if = "Option::is_none", default)]
    pub before: Option<String>,
    /// After.
    #[serde(rename = "apres", skip_serializing_if = "Option::is_none", default)]
    pub after: Option<String>,
}

impl FieldNames {
    /// The name to show: the one of after, or the one it had when it is no longer there.
    pub fn shown(&self) -> &str {
        self.after.as_deref().or(self.before.as_deref()).unwrap_or_default()
    }
}

/// A content of a cell that one side alone accepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    /// The content.
    #[serde(rename = "valeur")]
    pub text: String,
    /// The side that accepts it.
    #[serde(rename = "accepte")]
    pub accepted: Side,
}

/// One of the two standards that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// The first.
    #[serde(rename = "avant")]
    Before,
    /// The second.
    #[serde(rename = "apres")]
    After,
}

impl Difference {
    /// A difference about nothing in particular yet.
    pub(super) fn new(kind: DifferenceKind, impact: Impact) -> Self {
        Self {
            kind,
            impact,
            fields: Vec::new(),
            vocabulary: None,
            values: Vec::new(),
            subject: None,
            before: None,
            after: None,
            witness: None,
            question: None,
        }
    }

    pub(super) fn on(mut self, fields: &[FieldNames]) -> Self {
        self.fields = fields.to_vec();
        self
    }

    pub(super) fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Both texts; an empty one was not recorded, and is left out.
    pub(super) fn texts(mut self, before: impl Into<String>, after: impl Into<String>) -> Self {
        self.before = Some(before.into()).filter(|text| !text.is_empty());
        self.after = Some(after.into()).filter(|text| !text.is_empty());
        self
    }

    pub(super) fn values(mut self, vocabulary: &str, codes: &[&str]) -> Self {
        self.vocabulary = Some(vocabulary.to_owned());
        self.values = codes.iter().map(|code| (*code).to_owned()).collect();
        self
    }
}
