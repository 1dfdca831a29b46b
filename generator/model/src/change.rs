//! What a version changes.

use serde::{Deserialize, Serialize};

use crate::Version;
use crate::diff::Difference;

/// What a change does to published data, in the sense of <https://semver.org>.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Impact {
    /// Data that was valid may no longer be.
    #[serde(rename = "majeur")]
    Major,
    /// Something is added; data stays valid.
    #[serde(rename = "mineur")]
    Minor,
    /// Texts, corrections: nothing changes for data.
    #[serde(rename = "correctif")]
    Patch,
}

impl Impact {
    /// The French word, `majeur`, `mineur` or `correctif`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Major => "majeur",
            Self::Minor => "mineur",
            Self::Patch => "correctif",
        }
    }
}

/// What differs between a version and the last published one before it, computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The version it is compared with.
    #[serde(rename = "avant")]
    pub before: Version,
    /// The version that brings the differences.
    pub version: Version,
    /// What differs, in reading order.
    #[serde(rename = "ecarts")]
    pub differences: Vec<Difference>,
}

/// One change of one version: what, why, who decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Name of the fragment, unique.
    #[serde(rename = "nom")]
    pub name: String,
    /// One line that says what changes.
    #[serde(rename = "titre")]
    pub title: String,
    /// The version that brings it.
    pub version: Version,
    /// What it does to data.
    #[serde(rename = "niveau")]
    pub impact: Impact,
    /// Names of the fields it touches.
    #[serde(rename = "champs")]
    pub fields: Vec<String>,
    /// Codes of the values it touches, in the vocabularies of those fields.
    #[serde(rename = "valeurs")]
    pub values: Vec<String>,
    /// What it means for those who publish data.
    pub description: String,
    /// Why it was made.
    #[serde(rename = "raison")]
    pub reason: String,
    /// Name of the [`crate::Decision`] it follows; `None` only for corrections.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub decision: Option<String>,
}
