//! The ends of cells and rows, sixty-four bytes at a time.
//!
//! In: a text and the place where a row starts. Out: the places of the cells of the rows that are written as they should
//! be, to the letter of RFC 4180, and why there are no more. At the first sign that is not where it should be it stops:
//! that row is for [`super::record`], which knows what people write. Both read good rows alike.
//!
//! A byte is compared with the three signs in one instruction for sixteen, thirty-two or sixty-four, as the processor
//! can, which is asked when the program runs; whether a place is between quotes is then told for sixty-four places at
//! once, by adding up without carry the quotes before each.

use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch};

use super::super::block::Span;
use super::super::word::{WORD, padded, places};
use super::MOST_CELLS;
use super::record::{Ends, QUOTE};

/// Where each sign is among sixty-four bytes, the first byte in the lowest bit.
struct Marks {
    quotes: u64,
    delimiters: u64,
    newlines: u64,
}

impl Marks {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]
    fn of<S: Simd>(simd: S, word: &[u8; WORD], ends: Ends) -> Self {
        let places = |sign: u8| places(simd, word, sign);
        Self { quotes: places(QUOTE), delimiters: places(ends.delimiter), newlines: places(ends.newline) }
    }
}

/// Why reading stops before a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The text stops before it does; so far it is written as it should be.
    Short,
    /// It may not be written as it should be.
    Odd,
    /// It has more cells than are read; the first one too many ends there.
    Wide(usize),
    /// Nobody asked for it.
    Enough,
}

impl Ends {
    /// Reads the rows that start at `start` and adds their cells. Gives each row to `row`, with the rank of its first cell
    /// among all, which says whether to go on. Stops before the first row that is not plain, or not whole, and says where
    /// it starts, and why.
    pub(super) fn plain_rows(
        self,
        text: &[u8],
        start: usize,
        cells: &mut Vec<Span>,
        row: impl FnMut(&mut Vec<Span>, usize) -> bool,
    ) -> (usize, Stop) {
        dispatch!(Level::new(), simd => self.plain_rows_with(simd, text, start, cells, row))
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]
    fn plain_rows_with<S: Simd>(
        self,
        simd: S,
        text: &[u8],
        start: usize,
        cells: &mut Vec<Span>,
        mut row: impl FnMut(&mut Vec<Span>, usize) -> bool,
    ) -> (usize, Stop) {
        let (mut row_start, mut first) = (start, cells.len());
        let (mut cell, mut doubled) = (start, false);
        // What the word before says of the first byte of the next: between quotes (every bit), after the end of a cell,
        // after a quote that closes (the first bit).
        let (mut inside, mut ended, mut closed) = (0u64, 1u64, 0u64);
        let mut base = start;
        let mut stop = Stop::Short;
        'text: while base < text.len() {
            let marks = match text[base..].first_chunk() {
                Some(word) => Marks::of(simd, word, self),
                None => Marks::of(simd, &padded(&text[base..]), self),
            };
            let within = running_parity(marks.quotes) ^ inside;
            let (opening, closing) = (marks.quotes & within, marks.quotes & !within);
            let ends = (marks.delimiters | marks.newlines) & !within;
            let after_closing = closing << 1 | closed;
            let pairs = opening & after_closing;
            // A quote opens after the end of a cell; after one that closes, a cell ends.
            let mut wrong = opening & !(ends << 1 | ended) & !pairs | after_closing & !(ends | marks.quotes);
            if wrong != 0 {
                wrong = self.without_returns(text, base, wrong, after_closing);
            }
            let sure = (wrong & wrong.wrapping_neg()).wrapping_sub(1);
            let special = (marks.newlines | pairs) & sure;
            let mut events = (ends | pairs) & sure;
            while events != 0 {
                let event = events & events.wrapping_neg();
                events ^= event;
                let at = base + event.trailing_zeros() as usize;
                if event & special == 0 {
                    cells.push(span(text, cell, at, doubled));
                    (cell, doubled) = (at + 1, false);
                } else if event & pairs != 0 {
                    doubled = true;
                } else {
                    let has_return = at > cell && text[at - 1] == b'\r';
                    cells.push(span(text, cell, at - usize::from(has_return), doubled));
                    if cells.len() - first > MOST_CELLS {
                        break 'text;
                    }
                    (cell, doubled, row_start) = (at + 1, false, at + 1);
                    if !row(cells, first) {
                        return (row_start, Stop::Enough);
                    }
                    first = cells.len();
                }
            }
            if wrong != 0 {
                stop = Stop::Odd;
                break;
            }
            if cells.len() - first > MOST_CELLS {
                break;
            }
            // Each bit the same as the last.
            inside = 0u64.wrapping_sub(within >> 63);
            (ended, closed) = (ends >> 63, closing >> 63);
            base += WORD;
        }
        if let Some(beyond) = cells.get(first + MOST_CELLS) {
            stop = Stop::Wide(beyond.range().end);
        }
        cells.truncate(first);
        (row_start, stop)
    }

    /// The places that are wrong, without the carriage returns between a quote that closes and a line feed.
    #[cold]
    fn without_returns(self, text: &[u8], base: usize, wrong: u64, after_closing: u64) -> u64 {
        let mut left = wrong;
        let mut returns = 0;
        while left != 0 {
            let at = base + left.trailing_zeros() as usize;
            let bit = left & left.wrapping_neg();
            if bit & after_closing != 0 && text.get(at..at + 2) == Some(&[b'\r', self.newline]) {
                returns |= bit;
            }
            left ^= bit;
        }
        wrong & !returns
    }
}

/// A cell whose text, quotes included, goes from `start` to `end`.
#[inline]
fn span(text: &[u8], start: usize, end: usize, doubled: bool) -> Span {
    let quoted = usize::from(start < end && text[start] == QUOTE);
    Span::new(start + quoted, end - quoted, doubled)
}

/// For each place, whether the number of bits up to it, itself included, is odd.
#[inline]
fn running_parity(mut bits: u64) -> u64 {
    for step in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << step;
    }
    bits
}

#[cfg(test)]
mod tests;
