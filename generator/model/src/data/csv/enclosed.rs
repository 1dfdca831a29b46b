//! Rows of which every cell is between quotes, as many programs write them, and that have a quote too many.
//!
//! In: a row that did not add up, read any other way. Out: its cells, when there are as many as in the header; else nothing,
//! so that no row is read worse than before.

use memchr::{memchr_iter, memmem};

use super::super::block::Span;
use super::record::{Ends, QUOTE};
use super::{LONGEST_ROW, MOST_CELLS};

/// Lines that a row with a quote in the wrong place may go over.
const MOST_LINES: usize = 8;

impl Ends {
    /// Reads a row of which every cell is between quotes: what parts two of them is a quote, the delimiter and a quote, and any
    /// other quote is of a text. True when that gives `expected` cells; otherwise none is added.
    pub(super) fn enclosed(self, row: &[u8], at: usize, expected: usize, cells: &mut Vec<Span>) -> bool {
        let is_enclosed = row.len() >= at + 2 && row[at] == QUOTE && row.last() == Some(&QUOTE);
        if !is_enclosed || expected > MOST_CELLS {
            return false;
        }
        let (mut start, end) = (at + 1, row.len() - 1);
        let mut push = |start: usize, end: usize| {
            let text = &row[start..end];
            let pairs = memmem::find_iter(text, &[QUOTE, QUOTE]).count();
            let is_doubled = pairs > 0 && memchr_iter(QUOTE, text).count() == 2 * pairs;
            cells.push(Span::new(start, end, is_doubled));
        };
        let parts: Vec<usize> = memmem::find_iter(&row[start..end], &[QUOTE, self.delimiter, QUOTE]).take(expected).collect();
        if parts.len() + 1 != expected {
            return false;
        }
        for part in parts {
            push(start, at + 1 + part);
            start = at + 1 + part + 3;
        }
        push(start, end);
        true
    }

    /// Reads a row of which every cell is between quotes and that goes on after the line that ends at `next`, because of a
    /// line break in a cell. Gives the place where the next row starts. A line that is a row of its own is never taken.
    pub(super) fn over_lines(
        self,
        text: &[u8],
        at: usize,
        mut next: usize,
        (whole, expected): (bool, usize),
        cells: &mut Vec<Span>,
    ) -> Option<usize> {
        for _ in 0..MOST_LINES {
            let line = self.line(text, next, whole).filter(|line| line.text > next && line.text - at <= LONGEST_ROW)?;
            let mut own = Vec::new();
            let record = self.record_in(&text[..line.text], next, true, &mut own)?;
            if own.len() == expected && !record.is_odd() {
                return None;
            }
            if self.enclosed(&text[..line.text], at, expected, cells) {
                return Some(line.next);
            }
            next = line.next;
        }
        None
    }
}
