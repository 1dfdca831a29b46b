//! The end of cells and rows.
//!
//! In: a text and the place where a row starts. Out: the places of its cells, and that of the next row.

use memchr::{memchr, memchr2, memmem};

use super::super::block::Span;
use super::MOST_CELLS;

/// What ends cells and rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ends {
    pub(super) delimiter: u8,
    pub(super) newline: u8,
    /// Whether quotes stay on their line.
    pub(super) by_line: bool,
}

/// A row that was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record {
    /// Where the next row starts.
    pub(super) next: usize,
    /// Rank, among all cells of the list, of the first one with a quote in the wrong place.
    pub(super) stray: Option<usize>,
    /// The text ended inside quotes, or would have.
    pub(super) unclosed: bool,
}

impl Record {
    /// Whether quotes are not where they should be.
    pub(super) fn is_odd(&self) -> bool {
        self.stray.is_some() || self.unclosed
    }
}

/// Where a line ends.
pub(super) struct LineEnd {
    /// Byte just after its text.
    pub(super) text: usize,
    /// First byte of the next one.
    pub(super) next: usize,
}

pub(super) const QUOTE: u8 = b'"';

impl Ends {
    /// Reads the row that starts at `at`, and adds its cells: of a row with more than [`MOST_CELLS`], one more than that.
    /// `None` when the text stops before the row does, and is not `whole`.
    pub(super) fn record(self, text: &[u8], at: usize, whole: bool, cells: &mut Vec<Span>) -> Option<Record> {
        if self.by_line {
            let line = self.line(text, at, whole)?;
            let first = cells.len();
            let mut record = self.record_in(&text[..line.text], at, true, cells)?;
            if record.is_odd() {
                cells.truncate(first);
                self.raw(&text[..line.text], at, false, cells);
                record.unclosed = true;
            }
            return Some(Record { next: line.next, ..record });
        }
        self.record_in(text, at, whole, cells)
    }

    #[inline]
    pub(super) fn record_in(self, text: &[u8], mut at: usize, whole: bool, cells: &mut Vec<Span>) -> Option<Record> {
        let mut stray = None;
        let first = cells.len();
        loop {
            if cells.len() - first > MOST_CELLS {
                return Some(Record { next: at, stray, unclosed: false });
            }
            if text.get(at) == Some(&QUOTE) {
                let start = at + 1;
                let mut from = start;
                let mut doubled = false;
                loop {
                    let Some(found) = find(QUOTE, &text[from..]) else {
                        if !whole {
                            return None;
                        }
                        cells.push(Span::new(start, text.len(), doubled));
                        return Some(Record { next: text.len(), stray: stray.or(Some(cells.len() - 1)), unclosed: true });
                    };
                    let end = from + found;
                    match text.get(end + 1) {
                        Some(&next) if next == self.delimiter => {
                            cells.push(Span::new(start, end, doubled));
                            at = end + 2;
                            break;
                        }
                        Some(&next) if next == self.newline => {
                            cells.push(Span::new(start, end, doubled));
                            return Some(Record { next: end + 2, stray, unclosed: false });
                        }
                        Some(&QUOTE) => {
                            doubled = true;
                            from = end + 2;
                        }
                        Some(&b'\r') if text.get(end + 2) == Some(&self.newline) || whole && text.len() == end + 2 => {
                            cells.push(Span::new(start, end, doubled));
                            return Some(Record { next: (end + 3).min(text.len()), stray, unclosed: false });
                        }
                        Some(&b'\r') if !whole && text.len() == end + 2 => return None,
                        Some(_) => {
                            stray = stray.or(Some(cells.len()));
                            from = end + 1;
                        }
                        None if whole => {
                            cells.push(Span::new(start, end, doubled));
                            return Some(Record { next: end + 1, stray, unclosed: false });
                        }
                        None => return None,
                    }
                }
            } else {
                let rest = &text[at..];
                match memchr2(self.delimiter, self.newline, rest) {
                    Some(end) if rest[end] == self.delimiter => {
                        cells.push(Span::new(at, at + end, false));
                        at += end + 1;
                    }
                    Some(end) => {
                        cells.push(Span::new(at, at + without_return(&rest[..end]), false));
                        return Some(Record { next: at + end + 1, stray, unclosed: false });
                    }
                    None if whole => {
                        cells.push(Span::new(at, at + without_return(rest), false));
                        return Some(Record { next: text.len(), stray, unclosed: false });
                    }
                    None => return None,
                }
            }
        }
    }

    /// The end of the line that starts at `at`; `None` when the text stops before it does, and is not `whole`.
    pub(super) fn line(self, text: &[u8], at: usize, whole: bool) -> Option<LineEnd> {
        match memchr(self.newline, &text[at..]) {
            Some(end) => Some(LineEnd { text: at + without_return(&text[at..at + end]), next: at + end + 1 }),
            None if whole => Some(LineEnd { text: at + without_return(&text[at..]), next: text.len() }),
            None => None,
        }
    }

    /// Reads a row that is alone on its line, with quotes in the wrong place: as usual first, then as writers that do not
    /// double quotes mean it. True when one of them gives `expected` cells.
    pub(super) fn alone(self, line: &[u8], at: usize, expected: usize, cells: &mut Vec<Span>) -> bool {
        let first = cells.len();
        self.record_in(line, at, true, cells);
        if cells.len() - first == expected {
            return true;
        }
        cells.truncate(first);
        self.raw(line, at, false, cells);
        if cells.len() - first == expected {
            return true;
        }
        cells.truncate(first);
        if self.enclosed(line, at, expected, cells) {
            return true;
        }
        self.raw(line, at, true, cells);
        cells.len() - first == expected
    }

    /// A cell ends at the first quote before a delimiter or the end; one that never closes has no quote at all, nor, when
    /// quotes are `literal`, one that has a quote of its own before its end. Of a line with more than [`MOST_CELLS`], one
    /// more than that is added.
    pub(super) fn raw(self, line: &[u8], mut at: usize, literal: bool, cells: &mut Vec<Span>) {
        let most = cells.len() + MOST_CELLS;
        // The next quote before a delimiter: looked for once, however many cells come before it.
        let mut known = 0;
        let mut closes_at = |from: usize| {
            if known < from {
                known = memmem::find(&line[from..], &[QUOTE, self.delimiter]).map_or(line.len(), |end| from + end);
            }
            (known < line.len()).then(|| known - from)
        };
        while cells.len() <= most {
            let rest = &line[at..];
            let closing = rest.strip_prefix(&[QUOTE]).and_then(|inside| match closes_at(at + 1) {
                Some(end) => Some((end, false)),
                None if inside.last() == Some(&QUOTE) => Some((inside.len() - 1, true)),
                None => None,
            });
            let is_own = |end: usize| {
                let inside = &rest[1..=end];
                memchr(QUOTE, inside).is_some_and(|own| inside.get(own + 1) != Some(&QUOTE))
            };
            let closing = closing.filter(|(end, _)| !literal || !is_own(*end));
            let (start, end, next) = match closing {
                Some((end, true)) => (at + 1, at + 1 + end, None),
                Some((end, false)) => (at + 1, at + 1 + end, Some(at + end + 3)),
                None => match memchr(self.delimiter, rest) {
                    Some(end) => (at, at + end, Some(at + end + 1)),
                    None => (at, line.len(), None),
                },
            };
            cells.push(Span::new(start, end, false));
            match next {
                Some(next) => at = next,
                None => return,
            }
        }
    }
}

/// The first place of a byte. Most cells are short: their first bytes are looked at together, without a branch for each
/// length, before the search that is fast on long ones is called.
#[inline]
pub(crate) fn find(byte: u8, text: &[u8]) -> Option<usize> {
    let Some(first) = text.first_chunk::<EYED>() else { return memchr(byte, text) };
    let (words, _) = first.as_chunks::<8>();
    let wanted = u64::from_le_bytes([byte; 8]);
    let zeros = |rank: usize| {
        let differs = u64::from_le_bytes(words[rank]) ^ wanted;
        // The lowest byte that is zero is the lowest one to keep its high bit here.
        differs.wrapping_sub(0x0101_0101_0101_0101) & !differs & 0x8080_8080_8080_8080
    };
    let (low, high) = (u128::from(zeros(0)) | u128::from(zeros(1)) << 64, u128::from(zeros(2)) | u128::from(zeros(3)) << 64);
    let (zeros, start) = if low == 0 { (high, EYED / 2) } else { (low, 0) };
    if zeros == 0 {
        return memchr(byte, &text[EYED..]).map(|at| at + EYED);
    }
    Some(start + zeros.trailing_zeros() as usize / 8)
}

/// Bytes that are looked at before a search is called.
const EYED: usize = 32;

/// Length of a line without the carriage return before its end.
fn without_return(line: &[u8]) -> usize {
    line.len() - usize::from(line.last() == Some(&b'\r'))
}
