//! One thing wrong with the data, as it is told.

use std::borrow::Cow;
use std::sync::Arc;

use crate::Level;

/// One thing wrong with the data: where, what, how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Stable id of the rule; `explain` shows its page.
    pub rule: Cow<'static, str>,
    /// How much it weighs.
    pub level: Level,
    /// The row, as a spreadsheet numbers it: 1 for the header; `None` for the file as a whole.
    pub row: Option<u64>,
    /// The column of the file, from 0; `None` for a row or the file as a whole, or a column that is not there.
    pub column: Option<usize>,
    /// The name of the field, when the column is one.
    pub field: Option<Arc<str>>,
    /// Rank of the part, from 1, and number of parts, when the cell is a list and one part alone is wrong.
    pub part: Option<(usize, usize)>,
    /// The text of the cell, when one cell is meant; cut after [`Found::LONGEST`] characters. One text
    /// for all that is found in a cell: a list may have a hundred faults.
    pub value: Option<Arc<str>>,
    /// What is wrong, in French.
    pub message: String,
    /// What to do, in French.
    pub help: Cow<'static, str>,
    /// The whole text of the cell once mended, when there is one safe way.
    pub correction: Option<String>,
    /// What the row is called, when it has a name: the cell of the field `nom`.
    pub label: Option<Arc<str>>,
}

impl Found {
    /// Number of characters kept of a value; what is cut is shown by an ellipsis.
    pub const LONGEST: usize = 1_000;

    /// Number of characters kept at the end of a sentence that cites a longer value.
    const LAST: usize = 200;

    /// A sentence short enough to be told: what it cites may be a whole cell.
    pub(super) fn told<S: AsRef<str> + From<String>>(told: S) -> S {
        let sentence = told.as_ref();
        if sentence.len() <= Self::LONGEST + Self::LAST {
            return told;
        }
        let start = sentence.char_indices().nth(Self::LONGEST).map(|(at, _)| at);
        let end = sentence.char_indices().nth_back(Self::LAST - 1).map(|(at, _)| at);
        match start.zip(end) {
            Some((start, end)) if start < end => format!("{}…{}", &sentence[..start], &sentence[end..]).into(),
            _ => told,
        }
    }

    /// Number of bytes held, but for those that it shares with what else is found: its cell, the names of its row and of its
    /// column.
    pub(super) fn size(&self) -> usize {
        let correction = self.correction.as_ref().map_or(0, String::len);
        size_of::<Self>() + self.message.len() + self.help.len() + correction
    }

    /// A value short enough to be told.
    pub(super) fn cut(value: &str) -> String {
        if value.len() <= Self::LONGEST {
            return value.to_owned();
        }
        match value.char_indices().nth(Self::LONGEST) {
            Some((end, _)) => format!("{}…", &value[..end]),
            None => value.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_keeps_its_ends() {
        let said = |length: usize| Found::told(format!("« {} » n'a pas la forme attendue", "é".repeat(length)));
        assert_eq!(said(900).chars().count(), 930);
        assert_eq!(said(1_170).chars().count(), 1_200);
        let long = said(500_000);
        assert_eq!(long.chars().count(), Found::LONGEST + 1 + Found::LAST);
        assert!(long.starts_with("« éé") && long.contains("é…é") && long.ends_with("é » n'a pas la forme attendue"), "{long}");
    }
}
