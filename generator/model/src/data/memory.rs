//! Cells that were read in full: files say the same again and again.
//!
//! In: the column and the bytes of a cell. Out: whether they are those of a cell in which nothing was found, or that could not
//! be mended; or what was found in the same cell of a row before. What is remembered is bounded, a place being taken by the
//! last that comes to it, and never changes the outcome: it depends on nothing but the column and the bytes.

use super::Found;
use crate::fnv;

/// Cells of which the same is known. Meant to be kept from a block to the next.
#[derive(Debug, Default)]
pub(super) struct Memory {
    slots: Vec<(usize, Box<[u8]>)>,
}

/// Number of cells remembered, a power of two.
const KEPT: usize = 1 << 9;
/// Bytes of a cell; longer ones are read each time.
const LONGEST: usize = 256;

impl Memory {
    /// Whether a cell is one of them, for sure.
    pub(super) fn holds(&self, column: usize, cell: &[u8]) -> bool {
        let slot = self.slots.get(place(column, cell));
        slot.is_some_and(|(known, text)| *known == column && **text == *cell && !cell.is_empty())
    }

    /// Remembers a cell.
    pub(super) fn keep(&mut self, column: usize, cell: &[u8]) {
        if cell.len() > LONGEST {
            return;
        }
        if self.slots.is_empty() {
            self.slots.resize_with(KEPT, Default::default);
        }
        self.slots[place(column, cell)] = (column, cell.into());
    }
}

/// The last wrong cell of each column, and what was found in it.
#[derive(Debug, Default)]
pub(super) struct Wrong {
    columns: Vec<(Vec<u8>, Vec<Found>)>,
}

/// Findings of a cell that are remembered; a list with more of them is read each time.
const MOST_FOUND: usize = 4;

impl Wrong {
    /// What was found in a cell, when it is remembered; nothing when it is not.
    pub(super) fn found(&self, column: usize, cell: &[u8]) -> &[Found] {
        self.columns.get(column).filter(|(text, _)| *text == cell).map_or(&[], |(_, found)| found)
    }

    /// Remembers a cell, and what was found in it once it comes again: copies are not made for cells that all differ.
    pub(super) fn keep(&mut self, column: usize, cell: &[u8], found: &[Found]) {
        if cell.len() > LONGEST || found.len() > MOST_FOUND {
            return;
        }
        if self.columns.len() <= column {
            self.columns.resize_with(column + 1, Default::default);
        }
        let (text, known) = &mut self.columns[column];
        known.clear();
        if text == cell {
            known.extend_from_slice(found);
        } else {
            text.clear();
            text.extend_from_slice(cell);
        }
    }
}

fn place(column: usize, cell: &[u8]) -> usize {
    fnv::place(fnv::print(column as u64, cell), KEPT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_kept_is_held() {
        let mut memory = Memory::default();
        assert!(!memory.holds(0, b"") && !memory.holds(0, b"a"));
        let texts: Vec<String> = (0..20_000).map(|rank| format!("texte {rank}")).collect();
        for text in &texts {
            memory.keep(3, text.as_bytes());
            assert!(memory.holds(3, text.as_bytes()));
            assert!(!memory.holds(4, text.as_bytes()));
        }
        let held = texts.iter().filter(|text| memory.holds(3, text.as_bytes())).count();
        assert!((KEPT / 2..=KEPT).contains(&held), "{held}");
        memory.keep(0, &[b'a'; LONGEST + 1]);
        assert!(!memory.holds(0, &[b'a'; LONGEST + 1]));
    }
}
