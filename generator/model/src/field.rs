//! Columns of the standard.

use serde::{Deserialize, Serialize};

use crate::{Cell, Check, Level, Version};

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Name of the column, in snake case.
    #[serde(rename = "nom")]
    pub name: String,
    /// Name of the [`crate::Group`] it belongs to.
    #[serde(rename = "groupe")]
    pub group: String,
    /// Short title for people.
    #[serde(rename = "titre")]
    pub title: String,
    /// What the column holds, one paragraph.
    pub description: String,
    /// How to fill it, one paragraph.
    #[serde(rename = "saisie", skip_serializing_if = "Option::is_none", default)]
    pub usage: Option<String>,
    /// What a cell, or each part of a list, holds.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// Whether an empty cell makes the row invalid.
    #[serde(rename = "obligatoire")]
    pub required: bool,
    /// Whether two rows of a file may not share a value.
    pub unique: bool,
    /// Whether a cell is a list, joined by [`crate::Dialect::list_separator`].
    pub multiple: bool,
    /// Name of the [`crate::Vocabulary`] its values come from.
    #[serde(rename = "vocabulaire", skip_serializing_if = "Option::is_none", default)]
    pub vocabulary: Option<String>,
    /// The form of each value.
    #[serde(rename = "motif", skip_serializing_if = "Option::is_none", default)]
    pub pattern: Option<Pattern>,
    /// Greatest number of characters (Unicode scalar values), blocking.
    #[serde(rename = "longueur_max", skip_serializing_if = "Option::is_none", default)]
    pub max_length: Option<usize>,
    /// Smallest and greatest number.
    #[serde(rename = "bornes", skip_serializing_if = "Option::is_none", default)]
    pub bounds: Option<Bounds>,
    /// Sharper checks, all of level [`Level::Recommendation`].
    #[serde(rename = "controles")]
    pub checks: Vec<Check>,
    /// First version with a field of this name.
    #[serde(rename = "depuis")]
    pub since: Version,
    /// Names it had before.
    #[serde(rename = "anciens_noms")]
    pub former_names: Vec<FormerName>,
    /// Names of related fields.
    #[serde(rename = "voir_aussi")]
    pub see_also: Vec<String>,
    /// Good contents, best first.
    #[serde(rename = "exemples")]
    pub examples: Vec<Cell>,
    /// Bad contents, each with the one rule it breaks.
    #[serde(rename = "contre_exemples")]
    pub counter_examples: Vec<CounterExample>,
}

/// What a cell, or each part of a list, holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Any text.
    #[serde(rename = "texte")]
    Text,
    /// A decimal number with a point, `-21.34`: optional minus sign, digits, optional point and digits.
    #[serde(rename = "nombre")]
    Number,
    /// A day, `AAAA-MM-JJ`; see [`crate::Date`].
    #[serde(rename = "date")]
    Date,
}

impl Kind {
    /// The French word of the YAML, `texte`, `nombre` or `date`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "texte",
            Self::Number => "nombre",
            Self::Date => "date",
        }
    }
}

/// The form of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Regular expression without anchors, in the subset that means the same in ECMA-262, Python and Rust.
    /// [`crate::pattern::anchored`] makes the published form.
    pub expression: String,
    /// The same, said to a person: `cinq chiffres`.
    #[serde(rename = "en_clair")]
    pub in_words: String,
    /// How much breaking it weighs.
    #[serde(rename = "niveau")]
    pub level: Level,
}

/// Smallest and greatest number, both allowed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// Smallest.
    pub minimum: f64,
    /// Greatest.
    pub maximum: f64,
    /// How much breaking them weighs.
    #[serde(rename = "niveau")]
    pub level: Level,
}

/// A bad content and the one rule it breaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterExample {
    /// The text of the cell, as written in a CSV row.
    #[serde(rename = "valeur")]
    pub text: String,
    /// Id of the rule it breaks, and the only one: a [`crate::CellRule`] or a [`Check`].
    #[serde(rename = "regle")]
    pub rule: String,
    /// Level of that rule on this field.
    #[serde(rename = "niveau")]
    pub level: Level,
    /// Why, in a few words.
    #[serde(rename = "explication", skip_serializing_if = "Option::is_none", default)]
    pub why: Option<String>,
}

/// A name that the field had in older versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// The name.
    #[serde(rename = "nom")]
    pub name: String,
    /// Last version that used it.
    #[serde(rename = "jusqua")]
    pub until: Version,
}
