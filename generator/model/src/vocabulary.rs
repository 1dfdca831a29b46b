//! Lists of values.

use serde::{Deserialize, Serialize};

use crate::{Level, Version};

/// A list of values that a field may take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// Name used by fields, in snake case.
    #[serde(rename = "nom")]
    pub name: String,
    /// Short title for people.
    #[serde(rename = "titre")]
    pub title: String,
    /// One paragraph: the question this list answers.
    pub description: String,
    /// Whether a value out of the list makes data invalid, or is only pointed at.
    #[serde(rename = "niveau")]
    pub level: Level,
    /// Address of the list this one was taken from, if any.
    #[serde(rename = "origine", skip_serializing_if = "Option::is_none", default)]
    pub origin: Option<String>,
    /// The values, in the order in which people read them.
    #[serde(rename = "valeurs")]
    pub values: Vec<Value>,
}

/// One value of a [`Vocabulary`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// Stable ASCII identifier: never changes, even when the label does.
    pub code: String,
    /// The text exchanged in files.
    #[serde(rename = "libelle")]
    pub label: String,
    /// What the value means, for the person who has to choose.
    pub definition: String,
    /// First version of the standard that has it.
    #[serde(rename = "depuis")]
    pub since: Version,
    /// Version from which it should no longer be used.
    #[serde(rename = "deprecie", skip_serializing_if = "Option::is_none", default)]
    pub deprecated: Option<Version>,
    /// Code of the value to use instead.
    #[serde(rename = "remplace_par", skip_serializing_if = "Option::is_none", default)]
    pub replaced_by: Option<String>,
    /// Other spellings seen in real files. Readers may accept them; nobody should write them.
    #[serde(rename = "alias", skip_serializing_if = "Vec::is_empty", default)]
    pub aliases: Vec<String>,
}

impl Vocabulary {
    /// The value that is exchanged as `label`, to the letter.
    pub fn by_label(&self, label: &str) -> Option<&Value> {
        self.values.iter().find(|value| value.label == label)
    }

    /// The value whose stable identifier is `code`.
    pub fn by_code(&self, code: &str) -> Option<&Value> {
        self.values.iter().find(|value| value.code == code)
    }

    /// The exchanged texts, in order.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|value| value.label.as_str())
    }
}
