//! Where each list of values is in the sheet of values.
//!
//! In: the standard. Out: rows. Drop-down lists point at them: a list written in the cell itself holds 255 characters.

use standard_mediation_model::{Standard, Vocabulary};

use super::VALUES;
use super::sheet::ROWS;

/// A list and its rows, from zero, both ends included.
pub(super) struct List<'a> {
    pub vocabulary: &'a Vocabulary,
    pub first: u32,
    pub last: u32,
}

/// The lists, one under the other below a header. One that the sheet has no room for is left out, and those after it.
pub(super) fn of(standard: &Standard) -> Vec<List<'_>> {
    let mut next = 1;
    let placed = standard.vocabularies.iter().filter(|vocabulary| !vocabulary.values.is_empty()).map_while(|vocabulary| {
        let end = u32::try_from(vocabulary.values.len()).ok()?.checked_add(next).filter(|end| *end <= ROWS)?;
        let first = std::mem::replace(&mut next, end);
        Some(List { vocabulary, first, last: end - 1 })
    });
    placed.collect()
}

impl List<'_> {
    /// The cells of its values, as a formula.
    pub(super) fn range(&self) -> String {
        format!("={VALUES}!$B${}:$B${}", self.first + 1, self.last + 1)
    }
}
