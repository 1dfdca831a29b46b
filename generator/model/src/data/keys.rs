//! Values that no two rows share, remembered in sixteen bytes each.
//!
//! In: the print of a value (SipHash, 128 bits) and the number of its row. Out: the number of the first row with the same
//! print. Ninety-six bits of the print are kept: among a million rows, two different values are taken for one another
//! once in 10¹⁷ files. Tables are split in parts that grow one at a time, so that growing never doubles the memory.

use std::borrow::Cow;
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use crate::Standard;

use super::Columns;
use super::block::Row;

/// Columns whose contents, together, no two rows share.
#[derive(Debug, Clone)]
pub(super) struct Key {
    /// The columns of the file.
    pub(super) columns: Vec<usize>,
    /// Rank of the first field.
    pub(super) field: usize,
    missing: Vec<String>,
}

impl Key {
    /// The keys of a standard that the file has the columns of: unique fields, then the primary key.
    pub(super) fn all(standard: &Standard, columns: &Columns) -> Vec<Self> {
        let rank = |name: &str| standard.fields.iter().position(|field| field.name == name);
        let mut keys: Vec<Vec<usize>> =
            (0..standard.fields.len()).filter(|field| standard.fields[*field].unique).map(|field| vec![field]).collect();
        let primary: Option<Vec<usize>> = standard.primary_key.iter().map(|name| rank(name)).collect();
        if let Some(primary) = primary.filter(|primary| !primary.is_empty() && !keys.contains(primary)) {
            keys.push(primary);
        }
        let missing = &standard.dialect.missing_values;
        let key = |fields: Vec<usize>| {
            let columns = fields.iter().map(|field| columns.column(*field)).collect::<Option<_>>()?;
            Some(Self { columns, field: *fields.first()?, missing: missing.clone() })
        };
        keys.into_iter().filter_map(key).collect()
    }
}

/// The print of the contents of a key in a row; `None` when one of its cells is empty.
pub(super) fn print(key: &Key, row: Row<'_>) -> Option<u128> {
    let mut hasher = SipHasher13::new();
    for column in &key.columns {
        let text = row.raw(*column);
        if text.is_empty() || key.missing.iter().any(|missing| missing.as_bytes() == text) {
            return None;
        }
        // The same text may be written with or without quotes, and then with or without pairs of them.
        let plain =
            if text.contains(&b'"') { Cow::Owned(row.text(*column).into_owned().into_bytes()) } else { Cow::Borrowed(text) };
        hasher.write(&plain);
        hasher.write_u8(0xFF);
    }
    Some(hasher.finish128().as_u128())
}

/// Parts of a table; the first bits of a print choose one.
const PARTS: usize = 64;

/// The prints seen so far.
#[derive(Debug)]
pub(super) struct Seen {
    parts: Vec<Part>,
}

#[derive(Debug, Default)]
struct Part {
    /// A power of two of them, or none.
    slots: Vec<Slot>,
    count: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    print: u64,
    more: u32,
    /// Zero for an empty slot.
    row: u32,
}

impl Seen {
    pub(super) fn new() -> Self {
        Self { parts: (0..PARTS).map(|_| Part::default()).collect() }
    }

    /// Looks where prints would be, all at once: a table is larger than the cache, and places asked for one after the other,
    /// without waiting for any, are waited for together. Says nothing.
    #[allow(clippy::cast_possible_truncation)]
    pub(super) fn foresee(&self, prints: impl Iterator<Item = u128>) {
        let place = |print: u128| {
            let part = &self.parts[(print >> 120) as usize % PARTS];
            part.slots.get(print as usize & part.slots.len().wrapping_sub(1)).map_or(0, |slot| slot.row)
        };
        std::hint::black_box(prints.fold(0, |sum, print| sum ^ place(print)));
    }

    /// The row that had that print before; otherwise remembers that this one has it.
    #[allow(clippy::cast_possible_truncation)]
    pub(super) fn before(&mut self, print: u128, row: u64) -> Option<u64> {
        let slot = Slot { print: print as u64, more: (print >> 64) as u32, row: u32::try_from(row).unwrap_or(u32::MAX).max(1) };
        self.parts[(print >> 120) as usize % PARTS].before(slot).map(u64::from)
    }
}

impl Part {
    fn before(&mut self, slot: Slot) -> Option<u32> {
        if self.count * 5 >= self.slots.len() * 4 {
            self.grow();
        }
        let at = self.place(slot);
        if self.slots[at].row != 0 {
            return Some(self.slots[at].row);
        }
        self.slots[at] = slot;
        self.count += 1;
        None
    }

    /// Where a print is, or should be.
    #[allow(clippy::cast_possible_truncation)]
    fn place(&self, slot: Slot) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = slot.print as usize & mask;
        while self.slots[at].row != 0 && (self.slots[at].print, self.slots[at].more) != (slot.print, slot.more) {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let room = (self.slots.len() * 2).max(16);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); room]);
        for slot in old.into_iter().filter(|slot| slot.row != 0) {
            let at = self.place(slot);
            self.slots[at] = slot;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_of_a_print_is_remembered() {
        let mut seen = Seen::new();
        let print = |i: u64| {
            let mut hasher = SipHasher13::new();
            hasher.write_u64(i);
            hasher.finish128().as_u128()
        };
        for i in 0..10_000 {
            assert_eq!(seen.before(print(i), i + 2), None);
        }
        for i in (0..10_000).rev() {
            assert_eq!(seen.before(print(i), 1_000_000), Some(i + 2));
        }
    }
}
