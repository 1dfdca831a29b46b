//! The rows that are written as they should be, to the letter of RFC 4180.
//!
//! In: a text and the place where a row starts. Out: the places of the cells of such rows, and why there are no more. At the
//! first sign that is not where it should be it stops: that row is for [`super::record`], which knows what people write.
//! Both read good rows alike.
//!
//! Signs are told first, those of some words together, and then read one by one: how many there are in a word is what a
//! processor guesses worst, and next to nothing waits for it that way.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]

use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch};

use super::super::block::Span;
use super::super::word::{WORD, word_at};
use super::MOST_CELLS;
use super::marks::Before;
use super::record::{Ends, QUOTE};

/// Words of which signs are told together.
const WORDS: usize = 32;
/// Places of signs that are written down without asking whether there are as many in the word: most have no more.
const FEW: usize = 5;

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
        let (mut base, mut before, mut stop) = (start, Before::ROW, Stop::Short);
        let mut places = [0; WORDS * WORD + FEW];
        'text: while base < text.len() && stop == Stop::Short {
            let count;
            (count, stop) = self.signs_from(simd, text, &mut base, &mut before, &mut places);
            for at in &places[..count] {
                let at = *at as usize;
                let sign = text[at];
                if sign == self.delimiter {
                    cells.push(span(text, cell, at, doubled));
                    (cell, doubled) = (at + 1, false);
                } else if sign == QUOTE {
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
            if cells.len() - first > MOST_CELLS {
                break;
            }
        }
        if let Some(beyond) = cells.get(first + MOST_CELLS) {
            stop = Stop::Wide(beyond.range().end);
        }
        cells.truncate(first);
        (row_start, stop)
    }

    /// Writes down the places of the signs of the next words, and goes over these. Gives their number, and whether one that is
    /// odd stopped it.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation, reason = "as those of cells, places are below two thousand million")]
    fn signs_from<S: Simd>(
        self,
        simd: S,
        text: &[u8],
        base: &mut usize,
        before: &mut Before,
        places: &mut [u32; WORDS * WORD + FEW],
    ) -> (usize, Stop) {
        let mut count = 0;
        for _ in 0..WORDS {
            if *base >= text.len() {
                break;
            }
            let signs = word_at(
                text,
                *base,
                #[inline(always)]
                |word| self.signs(simd, word, text, *base, before),
            );
            let mut left = signs.places;
            let (few, more) = places[count..].split_at_mut(FEW);
            for place in few {
                *place = (*base + left.trailing_zeros() as usize) as u32;
                left &= left.wrapping_sub(1);
            }
            for place in more {
                if left == 0 {
                    break;
                }
                *place = (*base + left.trailing_zeros() as usize) as u32;
                left &= left - 1;
            }
            count += signs.places.count_ones() as usize;
            if signs.are_odd {
                return (count, Stop::Odd);
            }
            *base += WORD;
        }
        (count, Stop::Short)
    }
}

/// A cell whose text, quotes included, goes from `start` to `end`.
#[inline(always)]
fn span(text: &[u8], start: usize, end: usize, doubled: bool) -> Span {
    let quoted = usize::from(start < end && text[start] == QUOTE);
    Span::new(start + quoted, end - quoted, doubled)
}

#[cfg(test)]
mod tests;
