//! The signs that end cells and rows, sixty-four bytes at a time.
//!
//! In: the words of a text, one after the other. Out: for each, where cells end and where quotes are in pairs, up to the
//! first sign that is not where it should be, to the letter of RFC 4180. Whether a place is between quotes is told for
//! sixty-four places at once, by adding up without carry the quotes before each.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]

use fearless_simd::prelude::*;

use super::super::word::{WORD, places};
use super::record::{Ends, QUOTE};

/// What the words before say of the first byte of the next.
#[derive(Clone, Copy)]
pub(super) struct Before {
    /// Whether it is between quotes: every bit, or none.
    inside: u64,
    /// Whether it is after the end of a cell: the first bit.
    ended: u64,
    /// Whether it is after a quote that closes: the first bit.
    closed: u64,
}

impl Before {
    /// Where a row starts.
    pub(super) const ROW: Self = Self { inside: 0, ended: 1, closed: 0 };
}

/// What is read in a word.
pub(super) struct Signs {
    /// Where cells end, and the second quote of each pair.
    pub(super) places: u64,
    /// Whether something may not be where it should: nothing is told from there on.
    pub(super) are_odd: bool,
}

impl Ends {
    /// Reads the word that starts at `base` in a text.
    #[inline(always)]
    pub(super) fn signs<S: Simd>(self, simd: S, word: &[u8; WORD], text: &[u8], base: usize, before: &mut Before) -> Signs {
        let quotes = places(simd, word, QUOTE);
        let within = running_parity(quotes) ^ before.inside;
        let (opening, closing) = (quotes & within, quotes & !within);
        let ends = (places(simd, word, self.delimiter) | places(simd, word, self.newline)) & !within;
        let after_closing = closing << 1 | before.closed;
        let pairs = opening & after_closing;
        // A quote opens after the end of a cell; after one that closes, a cell ends.
        let mut odd = opening & !(ends << 1 | before.ended) & !pairs | after_closing & !(ends | quotes);
        if odd != 0 {
            odd = self.without_returns(text, base, odd, after_closing);
        }
        let sure = (odd & odd.wrapping_neg()).wrapping_sub(1);
        // Each bit the same as the last.
        *before = Before { inside: 0u64.wrapping_sub(within >> 63), ended: ends >> 63, closed: closing >> 63 };
        Signs { places: (ends | pairs) & sure, are_odd: odd != 0 }
    }

    /// The places that are odd, without the carriage returns between a quote that closes and a line feed.
    #[cold]
    fn without_returns(self, text: &[u8], base: usize, odd: u64, after_closing: u64) -> u64 {
        let mut left = odd;
        let mut returns = 0;
        while left != 0 {
            let at = base + left.trailing_zeros() as usize;
            let bit = left & left.wrapping_neg();
            if bit & after_closing != 0 && text.get(at..at + 2) == Some(&[b'\r', self.newline]) {
                returns |= bit;
            }
            left ^= bit;
        }
        odd & !returns
    }
}

/// For each place, whether the number of bits up to it, itself included, is odd.
#[inline(always)]
fn running_parity(mut bits: u64) -> u64 {
    for step in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << step;
    }
    bits
}
