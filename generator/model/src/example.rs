//! Whole rows that show the standard in use.

use serde::{Deserialize, Serialize};

use crate::Cell;

/// What a row is there to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExampleKind {
    /// Every field is filled.
    #[serde(rename = "complet")]
    Full,
    /// Only required fields are filled.
    #[serde(rename = "minimal")]
    Minimal,
    /// What a careful producer would write.
    #[serde(rename = "courant")]
    Usual,
}

/// A coherent row: address, codes, coordinates, hours and services that agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleRow {
    /// Name of the example, unique.
    #[serde(rename = "nom")]
    pub name: String,
    /// Short title for people.
    #[serde(rename = "titre")]
    pub title: String,
    /// What it is there to show.
    #[serde(rename = "genre")]
    pub kind: ExampleKind,
    /// Why its cells agree.
    pub description: String,
    /// The filled cells, in column order: name of the field, content.
    #[serde(rename = "cellules")]
    pub cells: Vec<(String, Cell)>,
}

impl ExampleRow {
    /// The content of the cell of a field, when filled.
    pub fn cell(&self, field: &str) -> Option<&Cell> {
        self.cells.iter().find(|(name, _)| name == field).map(|(_, cell)| cell)
    }
}
