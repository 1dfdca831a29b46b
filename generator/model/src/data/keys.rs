//! Values that no two rows share, remembered in sixteen bytes each.
//!
//! In: the print of a value (SipHash, 128 bits) and the number of its row. Out: the number of the first row with the same
//! print. Ninety-six bits of the print are kept: among a million rows, two different values are taken for one another
//! once in 10¹⁷ files. Tables are split in parts that grow one at a time, so that growing never doubles the memory.

mod fold;

use std::borrow::Cow;
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use crate::nothing::{LONGEST, nothing};
use crate::{Level, Standard};

use super::Columns;
use super::block::Row;

/// Columns whose contents, together, no two rows share.
#[derive(Debug, Clone)]
pub(super) struct Key {
    /// The columns of the file.
    pub(super) columns: Vec<usize>,
    /// Rank of the first field.
    pub(super) field: usize,
    /// What two rows that share them are.
    pub(super) kind: KeyKind,
    missing: Vec<String>,
}

/// What two rows are that share the contents of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyKind {
    /// Wrong: the contents name one row.
    Unique,
    /// One place told twice, probably.
    Place,
}

/// The fields that say which place a row is about, whatever its identifier.
const PLACE: [&str; 4] = ["nom", "commune", "code_postal", "adresse"];
/// Places that are remembered; those after are only held against them. A million identifiers already take most of the memory
/// that a validation has.
const MOST_PLACES: usize = 100_000;

impl Key {
    /// The keys of a standard that the file has the columns of: unique fields, then the primary key, then what tells a place,
    /// unless only rules of another level are asked for.
    pub(super) fn all(standard: &Standard, columns: &Columns, only: Option<Level>) -> Vec<Self> {
        let rank = |name: &str| standard.fields.iter().position(|field| field.name == name);
        let mut keys: Vec<Vec<usize>> =
            (0..standard.fields.len()).filter(|field| standard.fields[*field].unique).map(|field| vec![field]).collect();
        let primary: Option<Vec<usize>> = standard.primary_key.iter().map(|name| rank(name)).collect();
        if let Some(primary) = primary.filter(|primary| !primary.is_empty() && !keys.contains(primary)) {
            keys.push(primary);
        }
        let missing = &standard.dialect.missing_values;
        let key = |fields: Vec<usize>, kind: KeyKind| {
            let columns = fields.iter().map(|field| columns.column(*field)).collect::<Option<_>>()?;
            Some(Self { columns, field: *fields.first()?, kind, missing: missing.clone() })
        };
        let place = PLACE.into_iter().map(rank).collect::<Option<_>>().filter(|_| only != Some(Level::Blocking));
        let place = place.and_then(|fields| key(fields, KeyKind::Place));
        keys.into_iter().filter_map(|fields| key(fields, KeyKind::Unique)).chain(place).collect()
    }

    /// How much sharing its contents weighs.
    pub(super) fn level(&self) -> Level {
        match self.kind {
            KeyKind::Unique => Level::Blocking,
            KeyKind::Place => Level::Recommendation,
        }
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
        match key.kind {
            KeyKind::Unique => hasher.write(&plain),
            KeyKind::Place if says_nothing(&plain) => return None,
            KeyKind::Place => fold::write(&mut hasher, &plain),
        }
        hasher.write_u8(0xFF);
    }
    Some(hasher.finish128().as_u128())
}

/// Whether a text names no place and is at no address.
fn says_nothing(text: &[u8]) -> bool {
    text.len() <= LONGEST && std::str::from_utf8(text).is_ok_and(|text| nothing(text).is_some())
}

/// Parts of a table; the first bits of a print choose one.
const PARTS: usize = 64;

/// The prints seen so far.
#[derive(Debug)]
pub(super) struct Seen {
    parts: Vec<Part>,
    /// How many more may be remembered.
    room: usize,
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
    /// Those of keys of that kind.
    pub(super) fn new(kind: KeyKind) -> Self {
        let room = match kind {
            KeyKind::Unique => usize::MAX,
            KeyKind::Place => MOST_PLACES,
        };
        Self { parts: (0..PARTS).map(|_| Part::default()).collect(), room }
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

    /// The row that had that print before; otherwise remembers that this one has it, if there is room.
    #[allow(clippy::cast_possible_truncation)]
    pub(super) fn before(&mut self, print: u128, row: u64) -> Option<u64> {
        let slot = Slot { print: print as u64, more: (print >> 64) as u32, row: u32::try_from(row).unwrap_or(u32::MAX).max(1) };
        let part = &mut self.parts[(print >> 120) as usize % PARTS];
        if self.room == 0 {
            return part.known(slot).map(u64::from);
        }
        let before = part.before(slot).map(u64::from);
        self.room -= usize::from(before.is_none());
        before
    }
}

impl Part {
    fn known(&self, slot: Slot) -> Option<u32> {
        let row = (!self.slots.is_empty()).then(|| self.slots[self.place(slot)].row);
        row.filter(|row| *row != 0)
    }

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
        let mut seen = Seen::new(KeyKind::Unique);
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

    #[test]
    fn prints_without_room_are_held_against_the_others() {
        let mut seen = Seen { room: 2, ..Seen::new(KeyKind::Place) };
        let rows = [1, 1, 2, 1, 3, 3, 2, 4].map(|print| print << 120 | print);
        let told: Vec<_> = rows.into_iter().zip(2..).map(|(print, row)| seen.before(print, row)).collect();
        assert_eq!(told, [None, Some(2), None, Some(2), None, None, Some(4), None]);
    }
}
