//! One thing wrong with the data, as it is told.

use crate::Level;

/// One thing wrong with the data: where, what, how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Stable id of the rule; `explain` shows its page.
    pub rule: String,
    /// How much it weighs.
    pub level: Level,
    /// The row, as a spreadsheet numbers it: 1 for the header; `None` for the file as a whole.
    pub row: Option<u64>,
    /// The column of the file, from 0; `None` for a row or the file as a whole, or a column that is not there.
    pub column: Option<usize>,
    /// The name of the field, when the column is one.
    pub field: Option<String>,
    /// Rank of the part, from 1, and number of parts, when the cell is a list and one part alone is wrong.
    pub part: Option<(usize, usize)>,
    /// The text of the cell, when one cell is meant; cut after [`Found::LONGEST`] characters.
    pub value: Option<String>,
    /// What is wrong, in French.
    pub message: String,
    /// What to do, in French.
    pub help: String,
    /// The whole text of the cell once mended, when there is one safe way.
    pub correction: Option<String>,
    /// What the row is called, when it has a name: the cell of the field `nom`.
    pub label: Option<String>,
}

impl Found {
    /// Number of characters kept of a value; what is cut is shown by an ellipsis.
    pub const LONGEST: usize = 1_000;

    /// A value short enough to be told.
    pub(super) fn cut(value: &str) -> String {
        match value.char_indices().nth(Self::LONGEST) {
            Some((end, _)) => format!("{}…", &value[..end]),
            None => value.to_owned(),
        }
    }
}
