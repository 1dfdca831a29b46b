//! Rows of which every cell is between quotes, as many programs write them, and that have a quote too many or too few.
//!
//! In: a row that did not add up, read any other way. Out: its cells, when there are as many as in the header; else nothing,
//! so that no row is read worse than before.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use super::super::block::Span;
use super::record::{Ends, QUOTE};
use super::{LONGEST_ROW, MOST_CELLS};

/// Lines that a row with a quote in the wrong place may go over.
const MOST_LINES: usize = 8;

impl Ends {
    /// Reads a row of which every cell is between quotes: what parts two of them is a quote, the delimiter and a quote, and any
    /// other quote is of a text. Once in the row, one of these two quotes may lack. True when that gives `expected` cells;
    /// otherwise none is added.
    pub(super) fn enclosed(self, row: &[u8], at: usize, expected: usize, cells: &mut Vec<Span>) -> bool {
        let is_enclosed = row.len() >= at + 2 && row[at] == QUOTE && row.last() == Some(&QUOTE);
        if !is_enclosed || expected > MOST_CELLS {
            return false;
        }
        let (start, end) = (at + 1, row.len() - 1);
        let sign = [QUOTE, self.delimiter, QUOTE];
        let whole = memmem::find_iter(&row[start..end], &sign).take(expected);
        let mut parts: Vec<_> = whole.map(|part| start + part..start + part + 3).collect();
        if parts.len() + 2 == expected {
            let Some(half) = self.half_part(row, start..end, &parts) else { return false };
            let rank = parts.partition_point(|part| part.start < half.start);
            parts.insert(rank, half);
        }
        if parts.len() + 1 != expected {
            return false;
        }
        let starts = std::iter::once(start).chain(parts.iter().map(|part| part.end));
        let ends = parts.iter().map(|part| part.start).chain(std::iter::once(end));
        cells.extend(starts.zip(ends).map(|(start, end)| {
            let text = &row[start..end];
            let pairs = memmem::find_iter(text, &[QUOTE, QUOTE]).count();
            let is_doubled = pairs > 0 && memchr_iter(QUOTE, text).count() == 2 * pairs;
            Span::new(start, end, is_doubled)
        }));
        true
    }

    /// The one place, outside those that part two cells, where a delimiter has a quote on one side; `None` when there are more.
    fn half_part(self, row: &[u8], within: Range<usize>, parts: &[Range<usize>]) -> Option<Range<usize>> {
        let is_sign = |at: usize| within.contains(&at) && row[at] == QUOTE;
        // Two of them are one quote of a text.
        let (closes, opens) =
            (|at: usize| is_sign(at - 1) && !is_sign(at.saturating_sub(2)), |at| is_sign(at + 1) && !is_sign(at + 2));
        let is_free = |at: &usize| parts.binary_search_by_key(&(at - 1), |part| part.start).is_err();
        let delimiters = memchr_iter(self.delimiter, &row[within.clone()]).map(|at| within.start + at).filter(is_free);
        let mut halves = delimiters.filter(|at| closes(*at) || opens(*at));
        let at = halves.next().filter(|_| halves.next().is_none())?;
        let half = at - usize::from(closes(at))..at + 1 + usize::from(opens(at));
        // A quote is of one sign only.
        parts.iter().all(|part| part.end <= half.start || half.end <= part.start).then_some(half)
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
