//! Cells that were read in full and in which nothing was found: files say the same again and again.
//!
//! In: the column and the bytes of a cell. Out: whether they are those of such a cell. What is remembered is bounded, a
//! place being taken by the last that comes to it, and never changes the outcome: what is found in a cell depends on
//! nothing but its column and its bytes.

/// Cells in which nothing is wrong. Meant to be kept from a block to the next.
#[derive(Debug, Default)]
pub(super) struct Memory {
    slots: Vec<(usize, Box<[u8]>)>,
}

/// Number of cells remembered, a power of two.
const KEPT: usize = 1 << 9;
/// Bytes of a cell; longer ones are read each time.
const LONGEST: usize = 256;

impl Memory {
    /// Whether nothing is wrong in a cell, for sure.
    pub(super) fn holds(&self, column: usize, cell: &[u8]) -> bool {
        let slot = self.slots.get(place(column, cell));
        slot.is_some_and(|(known, text)| *known == column && **text == *cell && !cell.is_empty())
    }

    /// Remembers that nothing is wrong in a cell.
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

/// FNV-1a, over bytes that are few.
fn place(column: usize, cell: &[u8]) -> usize {
    let start = 0xCBF2_9CE4_8422_2325 ^ column as u64;
    let print = cell.iter().fold(start, |print, byte| (print ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3));
    usize::try_from(print >> 40).unwrap_or_default() % KEPT
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
