//! The outcome of a block.

use std::ops::Range;
use std::sync::Arc;

use super::super::Found;
use super::super::between::Known;
use super::super::memory::{Memory, Wrong};
use super::Judge;
use super::doubts::Doubts;

/// What is wrong with a block, and what is counted in it. Meant to be filled again and again.
#[derive(Debug, Default)]
pub struct Judged {
    /// The rows of the block that were judged, by rank: all of them, unless too much is wrong. See [`Judge::go_on`].
    pub(in crate::data) rows: Range<usize>,
    /// The faults of the block that go with them, by rank.
    pub(in crate::data) faults: Range<usize>,
    /// In no order yet: the [`crate::data::Merger`] sorts them.
    pub(in crate::data) found: Vec<Found>,
    /// For each column of the file, the number of cells that hold something.
    pub(in crate::data) filled: Vec<u32>,
    /// The rows that are the header once more, by rank: what they hold is not counted.
    pub(in crate::data) headers: Vec<usize>,
    /// For each key, the print of its cells in each row, and the rank of the row.
    pub(in crate::data) keys: Vec<Vec<(u128, u32)>>,
    /// For each row, how many hundredths of what it could say it says well.
    pub(in crate::data) scores: Vec<u8>,
    /// What was accepted of communes, kept from a block to the next.
    pub(super) known: Known,
    /// Cells in which nothing is wrong, those that cannot be mended, and the last wrong ones, kept too, and for whom.
    pub(super) memory: Memory,
    pub(super) hopeless: Memory,
    pub(super) wrong: Wrong,
    pub(super) doubts: Doubts,
    judge: Arc<()>,
}

impl Judged {
    /// Makes room for the rows of that judge.
    pub(super) fn clear(&mut self, judge: &Judge<'_>) {
        if !Arc::ptr_eq(&self.judge, &judge.identity) {
            (self.memory, self.hopeless, self.wrong) = Default::default();
            self.judge = Arc::clone(&judge.identity);
        }
        self.found.clear();
        self.scores.clear();
        self.headers.clear();
        self.filled.clear();
        self.filled.resize(judge.columns.len(), 0);
        self.keys.resize_with(judge.keys.len(), Vec::new);
        self.keys.iter_mut().for_each(Vec::clear);
    }
}
