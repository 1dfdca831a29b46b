//! Cells of a block, written again as they are or among others.
//!
//! In: a block, then for each new row where its cells come from. Out: bytes, as [`CsvLine`] writes them. The signs that ask for
//! quotes are looked for in the whole text of a block, sixty-four bytes at a time, rather than in each of its cells. Must not decide what a row becomes.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]

use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch};

use super::word::{WORD, places, word_at};
use super::{Block, CsvLine, Row};

/// Where a cell of a new row comes from.
#[derive(Debug, Clone, Copy)]
pub enum Copied<'c> {
    /// The cell of the old row at that rank, from 0; empty beyond its last one.
    Cell(usize),
    /// This text.
    Text(&'c str),
}

/// Copies cells of one block after the other. Meant to be kept from a block to the next.
#[derive(Debug)]
pub struct CsvCopy {
    line: CsvLine,
    /// A bit for each byte of the text, and one at least after the last.
    signs: Vec<u64>,
    is_utf8: bool,
}

impl CsvCopy {
    /// Nothing is looked at yet.
    pub fn new(line: CsvLine) -> Self {
        Self { line, signs: Vec::new(), is_utf8: false }
    }

    /// Looks at a block, and gives its rows: those written next are of that one.
    pub fn rows<'b>(&mut self, block: &'b Block) -> impl Iterator<Item = Row<'b>> + use<'b> {
        let text = block.valid();
        self.look(block, text.is_some());
        block.rows_in(text)
    }

    /// The same, when it is known whether the text is valid.
    pub(super) fn look(&mut self, block: &Block, is_utf8: bool) {
        self.signs.clear();
        self.is_utf8 = is_utf8;
        dispatch!(Level::new(), simd => look_with(simd, &block.text, self.line.signs(), &mut self.signs));
    }

    /// Adds a row to `out`, from cells of the row at that rank.
    pub fn write<'c>(&self, out: &mut Vec<u8>, block: &Block, index: usize, cells: impl IntoIterator<Item = Copied<'c>>) {
        let (start, spans) = (out.len(), block.cells_of(index));
        for (rank, cell) in cells.into_iter().enumerate() {
            if rank > 0 {
                self.line.next(out);
            }
            let cell = match cell {
                Copied::Text(text) => {
                    self.line.cell(out, text.as_bytes());
                    continue;
                }
                Copied::Cell(cell) => cell,
            };
            match spans.get(cell) {
                None => {}
                Some(span) if self.is_utf8 && !span.is_doubled() => {
                    let range = span.range();
                    let text = &block.text[range.clone()];
                    if self.is_any(range.start, range.end) { self.line.quoted(out, text) } else { out.extend_from_slice(text) }
                }
                Some(_) => {
                    let text = block.row(index).map(|row| row.text(cell)).unwrap_or_default();
                    self.line.cell(out, text.as_bytes());
                }
            }
        }
        self.line.end(out, start);
    }

    /// Whether a sign is between two places of the text.
    #[inline]
    fn is_any(&self, start: usize, end: usize) -> bool {
        let (first, last) = (start / WORD, end / WORD);
        let (after, before) = (u64::MAX << (start % WORD), (1 << (end % WORD)) - 1);
        if first == last {
            return self.signs[first] & after & before != 0;
        }
        let middle = self.signs[first + 1..last].iter().any(|word| *word != 0);
        self.signs[first] & after != 0 || middle || self.signs[last] & before != 0
    }
}

#[inline(always)]
fn look_with<S: Simd>(simd: S, text: &[u8], signs: [u8; 4], found: &mut Vec<u64>) {
    found.extend((0..=text.len()).step_by(WORD).map(
        #[inline(always)]
        |at| {
            word_at(
                text,
                at,
                #[inline(always)]
                |word| signs.into_iter().fold(0, |found, sign| found | places(simd, word, sign)),
            )
        },
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Csv, CsvFormat, Rows};

    fn block(text: &[u8]) -> Block {
        let mut csv = Csv::open(text, CsvFormat::default()).expect("a slice");
        let mut block = Block::new();
        assert!(csv.next(&mut block).expect("a slice"));
        block
    }

    #[test]
    fn a_copied_cell_is_written_as_any_text() {
        let signs = [",", "\"\"", "\n", "\r", "é", ""];
        let mut text = b"a,b,c\n".to_vec();
        for length in 0..150 {
            for sign in signs {
                let cell = "x".repeat(length) + sign;
                text.extend_from_slice(format!("\"{cell}\",plain,\"{sign}{cell}\"\n").as_bytes());
            }
        }
        text.extend_from_slice(b"\"caf\xE9, noir\",caf\xE9\nseule\n");
        for text in [&text[..text.len() - 24], &text] {
            let (block, line) = (block(text), CsvLine::usual());
            assert_eq!(block.valid().is_some(), !text.ends_with(b"seule\n"));
            let mut copy = CsvCopy::new(line);
            for (index, row) in copy.rows(&block).enumerate().collect::<Vec<_>>() {
                let (mut copied, mut written) = (Vec::new(), Vec::new());
                let cells = [Copied::Cell(2), Copied::Text("a,b"), Copied::Cell(0), Copied::Cell(1)];
                copy.write(&mut copied, &block, index, cells);
                let (first, second, third) = (row.text(2), row.text(0), row.text(1));
                line.write(&mut written, [&*first, "a,b", &*second, &*third]);
                assert_eq!(String::from_utf8(copied).expect("UTF-8"), String::from_utf8(written).expect("UTF-8"));
            }
        }
    }

    /// Each place, with the width of vectors of this processor and of the oldest.
    #[test]
    fn a_sign_is_told_from_its_neighbours() {
        let line = CsvLine::usual();
        for length in [0, 1, 63, 64, 65, 127, 128, 200] {
            for at in 0..length {
                let mut text = vec![b'x'; length];
                text[at] = b",\"\n\r"[at % 4];
                let mut copy = CsvCopy::new(line);
                dispatch!(Level::new(), simd => look_with(simd, &text, line.signs(), &mut copy.signs));
                let mut old = Vec::new();
                dispatch!(Level::baseline(), simd => look_with(simd, &text, line.signs(), &mut old));
                assert_eq!(copy.signs, old, "{length} {at}");
                for (start, end) in [(0, length), (at, at + 1), (0, at), (at + 1, length), (at, at), (at / 2, at + 1)] {
                    assert_eq!(copy.is_any(start, end), (start..end).contains(&at), "{length} {at} {start} {end}");
                }
            }
        }
    }
}
