//! What the committee decided, and what became of it.

use serde::{Deserialize, Serialize};

/// A decision, or a proposal that waits for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Name that changes cite, unique, in kebab case.
    #[serde(rename = "nom")]
    pub name: String,
    /// Which meeting or document, for people: `COPIL n° 5`.
    #[serde(rename = "titre")]
    pub title: String,
    /// When, as precisely as it is known: `30 mai 2023`, `début 2023`.
    pub date: String,
    /// Whether it was taken.
    #[serde(rename = "etat")]
    pub status: Status,
    /// One paragraph: what was decided.
    pub description: String,
    /// What was decided and is not in the standard yet.
    #[serde(rename = "en_attente", skip_serializing_if = "Vec::is_empty", default)]
    pub pending: Vec<String>,
}

impl Status {
    /// The French word of the YAML.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taken => "prise",
            Self::Untraced => "sans_trace",
            Self::ToConfirm => "a_confirmer",
        }
    }
}

/// Whether a decision was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// The committee has decided.
    #[serde(rename = "prise")]
    Taken,
    /// Applied in a published version, and no minutes tell who decided it.
    #[serde(rename = "sans_trace")]
    Untraced,
    /// Proposed: the committee has still to say yes.
    #[serde(rename = "a_confirmer")]
    ToConfirm,
}
