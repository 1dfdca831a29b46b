//! The cells of a column that hold values of a list.
//!
//! In: the cells of a column. Out: those of which some part is not in the list, or does not follow recommendations. Parts are
//! told first, those of many cells, and then looked up: how many there are in a cell is what a processor guesses worst, and it
//! is asked once a cell, not once a part.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]

use fearless_simd::dispatch;
use fearless_simd::prelude::*;

use super::super::block::Span;
use super::super::values::Values;
use super::super::word::{WORD, low, places, word_at};
use super::advice::Advice;

/// Parts of cells, told and not yet looked up. Meant to be filled again and again.
#[derive(Debug, Default, Clone)]
pub(crate) struct Parts(Vec<Part>);

/// One part of a cell.
#[derive(Debug, Default, Clone, Copy)]
struct Part {
    /// The rank of the cell.
    cell: u32,
    from: u32,
    to: u32,
}

/// Parts that are held together, besides those of one word.
const MOST: usize = 2_048;
/// Parts that are written down without asking whether there are as many: most cells have no more.
const FEW: usize = 3;

/// The last cell looked up, and the values met in it, by rank.
#[derive(Debug, Clone, Copy)]
struct Met {
    cell: u32,
    values: u128,
}

/// Gives the ranks of the cells that something may be wrong with, perhaps more than once.
pub(super) fn refused(
    values: &Values,
    separator: Option<u8>,
    advice: Option<&Advice>,
    text: &[u8],
    cells: &[(u32, Span)],
    parts: &mut Parts,
    refuse: impl FnMut(u32),
) {
    let list = List { values, separator, advice };
    parts.0.resize(MOST + WORD + 1 + FEW, Part::default());
    dispatch!(fearless_simd::Level::new(), simd => list.refused(simd, text, cells, &mut parts.0, refuse));
}

/// What is asked of parts.
#[derive(Clone, Copy)]
struct List<'l> {
    values: &'l Values,
    separator: Option<u8>,
    advice: Option<&'l Advice>,
}

impl List<'_> {
    #[inline(always)]
    fn refused<S: Simd>(self, simd: S, text: &[u8], cells: &[(u32, Span)], parts: &mut [Part], mut refuse: impl FnMut(u32)) {
        let (mut count, mut met) = (0, Met { cell: u32::MAX, values: 0 });
        for (cell, span) in cells {
            let range = span.range();
            let (mut from, mut base) = (range.start, range.start);
            loop {
                let left = range.end - base;
                let mut ends = self.ends(simd, text, base, left);
                let next = count + ends.count_ones() as usize;
                let mut write = |part: &mut Part, ends: u64| {
                    let to = base + ends.trailing_zeros() as usize;
                    *part = Part::new(*cell, from, to);
                    from = if ends == 0 { from } else { to + 1 };
                };
                let (few, more) = parts[count..].split_at_mut(FEW);
                for part in few {
                    write(part, ends);
                    ends &= ends.wrapping_sub(1);
                }
                let mut more = more.iter_mut();
                while ends != 0
                    && let Some(part) = more.next()
                {
                    write(part, ends);
                    ends &= ends - 1;
                }
                count = next;
                if count > MOST {
                    self.look_up(simd, text, &parts[..count], &mut met, &mut refuse);
                    count = 0;
                }
                if left < WORD {
                    break;
                }
                base += WORD;
            }
        }
        self.look_up(simd, text, &parts[..count], &mut met, &mut refuse);
    }

    /// Where parts end among the bytes from a place on, of which so many are of the cell; the end of the cell is one.
    #[inline(always)]
    fn ends<S: Simd>(self, simd: S, text: &[u8], base: usize, left: usize) -> u64 {
        let last = if left < WORD { 1 << left } else { 0 };
        let Some(separator) = self.separator else { return last };
        let signs = word_at(
            text,
            base,
            #[inline(always)]
            |word| places(simd, word, separator),
        );
        signs & low(left) | last
    }

    #[inline(always)]
    fn look_up<S: Simd>(self, simd: S, text: &[u8], parts: &[Part], met: &mut Met, refuse: &mut impl FnMut(u32)) {
        for part in parts {
            let (from, to) = (part.from as usize, part.to as usize);
            let rank = word_at(
                text,
                from,
                #[inline(always)]
                |word| self.values.rank_at(simd, text, word, from, to),
            );
            let Some(rank) = rank else {
                refuse(part.cell);
                continue;
            };
            if let Some(advice) = self.advice {
                let before = if part.cell == met.cell { met.values } else { 0 };
                // Beyond a hundred and twenty-eight, values are not told apart.
                let value = u32::try_from(rank).ok().and_then(|rank| 1u128.checked_shl(rank)).unwrap_or(u128::MAX);
                if before & value != 0 || advice.doubts_values && advice.may_break(&text[from..to]) {
                    refuse(part.cell);
                }
                *met = Met { cell: part.cell, values: before | value };
            }
        }
    }
}

impl Part {
    /// Both places are below two thousand million, as those of cells.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)]
    fn new(cell: u32, from: usize, to: usize) -> Self {
        Self { cell, from: from as u32, to: to as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_refused_for_any_part_wherever_it_is() {
        let labels = ["a", "Gratuit", "Payant", "une valeur plus longue que huit octets", &"v".repeat(64), &"w".repeat(65)];
        let values = Values::new(labels.into_iter()).expect("few labels");
        let (mut text, mut cells, mut owed) = (Vec::new(), Vec::new(), Vec::new());
        // Of none to more parts than are held together, with nothing wrong, then with each kind of wrong part at some places.
        for count in (1..140).chain([MOST - 1, MOST, MOST + 1, 3 * MOST]) {
            for wrong in [None, Some(""), Some("b"), Some("gratuit"), Some("Gratuit "), Some("x")] {
                for place in [0, count / 2, count - 1] {
                    let part = |rank: usize| wrong.filter(|_| rank == place).unwrap_or(labels[(rank * 7 + count) % labels.len()]);
                    let cell = (0..count).map(part).collect::<Vec<_>>().join("|");
                    let rank = u32::try_from(cells.len()).expect("few cells");
                    cells.push((rank, Span::new(text.len(), text.len() + cell.len(), false)));
                    text.extend_from_slice(cell.as_bytes());
                    text.push(b',');
                    if cell.split('|').any(|part| !labels.contains(&part)) {
                        owed.push(rank);
                    }
                }
            }
        }
        assert!(owed.len() > 1_000 && owed.len() < cells.len());
        text.pop();
        let mut told = Vec::new();
        refused(&values, Some(b'|'), None, &text, &cells, &mut Parts::default(), |rank| told.push(rank));
        told.dedup();
        assert_eq!(told, owed);
        // Without a separator, a cell is one value.
        told.clear();
        refused(&values, None, None, &text, &cells, &mut Parts::default(), |rank| told.push(rank));
        let alone = |(_, span): &&(u32, Span)| !labels.iter().any(|label| label.as_bytes() == &text[span.range()]);
        assert_eq!(told, cells.iter().filter(alone).map(|(rank, _)| *rank).collect::<Vec<_>>());
    }
}
