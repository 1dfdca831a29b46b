//! The content of one cell.

use serde::{Deserialize, Serialize};

/// The content of a cell: one text, or the parts of a list.
///
/// A field with several values ([`crate::Field::multiple`]) always holds [`Cell::Many`], even for one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// Field with one value.
    One(String),
    /// Field with several values, in the order written.
    Many(Vec<String>),
}

impl Cell {
    /// The text of the cell in a CSV row, parts joined by `separator`.
    pub fn text(&self, separator: &str) -> String {
        match self {
            Self::One(text) => text.clone(),
            Self::Many(parts) => parts.join(separator),
        }
    }

    /// The parts, one for a field with one value.
    pub fn parts(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Many(parts) => parts,
        }
    }
}
