//! One row of a CSV file, written.
//!
//! In: cells. Out: bytes, cells between quotes only when they need it (RFC 4180), a line feed at the end. What is read back
//! is what was given.

use memchr::memchr;

use crate::Dialect;

/// How rows are written.
#[derive(Debug, Clone, Copy)]
pub struct CsvLine {
    delimiter: u8,
    quote: u8,
}

impl CsvLine {
    /// The way of a standard. Signs out of ASCII, which no program writes, are replaced by the usual ones.
    pub fn of(dialect: &Dialect) -> Self {
        let sign = |sign: char, usual: u8| u8::try_from(sign).ok().filter(u8::is_ascii).unwrap_or(usual);
        Self { delimiter: sign(dialect.delimiter, b','), quote: sign(dialect.quote, b'"') }
    }

    /// Commas and quotation marks, for files that no standard describes.
    pub fn usual() -> Self {
        Self { delimiter: b',', quote: b'"' }
    }

    /// The way that spreadsheets in French open with a double click.
    pub fn french() -> Self {
        Self { delimiter: b';', quote: b'"' }
    }

    /// Adds a row to `out`.
    pub fn write<'c>(self, out: &mut Vec<u8>, cells: impl IntoIterator<Item = &'c str>) {
        let start = out.len();
        for (rank, cell) in cells.into_iter().enumerate() {
            if rank > 0 {
                self.next(out);
            }
            self.cell(out, cell.as_bytes());
        }
        self.end(out, start);
    }

    /// Adds the row of a header: a name that holds a sign that separates in other files is between quotes, so that whoever looks
    /// for the separator does not count it.
    pub fn write_header<'c>(self, out: &mut Vec<u8>, names: impl IntoIterator<Item = &'c str>) {
        let start = out.len();
        for (rank, name) in names.into_iter().enumerate() {
            if rank > 0 {
                self.next(out);
            }
            if name.contains([',', ';', '\t']) { self.quoted(out, name.as_bytes()) } else { self.cell(out, name.as_bytes()) }
        }
        self.end(out, start);
    }

    /// Adds a cell, without what separates it from the next.
    #[inline]
    pub(super) fn cell(self, out: &mut Vec<u8>, text: &[u8]) {
        if self.is_plain(text) { out.extend_from_slice(text) } else { self.quoted(out, text) }
    }

    /// The signs that ask for quotes.
    #[inline]
    pub(super) fn signs(self) -> [u8; 4] {
        [self.delimiter, self.quote, b'\n', b'\r']
    }

    /// Whether no sign of a text asks for quotes. Cells are short: a few bytes at a time beat a search for each sign, and the
    /// last of them go over those before.
    #[inline]
    fn is_plain(self, text: &[u8]) -> bool {
        let signs = self.signs();
        let (chunks, rest) = text.as_chunks::<16>();
        if let Some(last) = text.last_chunk::<16>() {
            return chunks.iter().all(|chunk| !holds(chunk, signs)) && !holds(last, signs);
        }
        match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
            (Some(first), Some(last)) => !holds(first, signs) && !holds(last, signs),
            _ => !rest.iter().any(|byte| signs.contains(byte)),
        }
    }

    /// Writes a cell between quotes.
    pub(super) fn quoted(self, out: &mut Vec<u8>, text: &[u8]) {
        out.push(self.quote);
        let mut rest = text;
        while let Some(at) = memchr(self.quote, rest) {
            out.extend_from_slice(&rest[..=at]);
            out.push(self.quote);
            rest = &rest[at + 1..];
        }
        out.extend_from_slice(rest);
        out.push(self.quote);
    }

    /// Ends a cell that is not the last of its row.
    #[inline]
    pub(super) fn next(self, out: &mut Vec<u8>) {
        out.push(self.delimiter);
    }

    /// Ends a row that started at `start`. One empty cell would be read as a blank line.
    pub(super) fn end(self, out: &mut Vec<u8>, start: usize) {
        if out.len() == start {
            out.extend_from_slice(&[self.quote, self.quote]);
        }
        out.push(b'\n');
    }
}

/// Whether one of these bytes is one of the signs. Counted rather than asked one after the other: there is no way out before
/// the end, so that all bytes are compared at once.
#[inline]
fn holds<const BYTES: usize>(bytes: &[u8; BYTES], signs: [u8; 4]) -> bool {
    let is_one = |byte: u8| signs.iter().fold(0, |found, sign| found | u8::from(byte == *sign));
    bytes.iter().fold(0, |found, byte| found | is_one(*byte)) != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Block, Csv, CsvFormat, Rows};

    #[test]
    fn what_is_written_reads_back() {
        let rows = [["a", "b,c"], ["\"q\"", "l1\nl2\r"], ["", " x "], ["é;|", ""]];
        let line = CsvLine { delimiter: b',', quote: b'"' };
        let mut out = Vec::new();
        line.write(&mut out, ["un", "deux"]);
        for row in rows {
            line.write(&mut out, row.iter().copied());
        }
        let mut csv = Csv::open(out.as_slice(), CsvFormat::default()).expect("a slice");
        let mut block = Block::new();
        let mut read = Vec::new();
        while csv.next(&mut block).expect("a slice") {
            read.extend(block.rows().map(|row| [row.text(0).into_owned(), row.text(1).into_owned()]));
        }
        assert_eq!(read, rows);
    }

    #[test]
    fn a_sign_asks_for_quotes_wherever_it_is() {
        let line = CsvLine { delimiter: b';', quote: b'"' };
        for length in 0..70 {
            let plain = vec![b'a'; length];
            assert!(line.is_plain(&plain), "{length}");
            for at in 0..length {
                for sign in *b";\"\n\r" {
                    let mut text = plain.clone();
                    text[at] = sign;
                    assert!(!line.is_plain(&text), "{length} {at}");
                }
            }
        }
    }

    #[test]
    fn a_name_hides_the_signs_of_other_files() {
        let (mut out, line) = (Vec::new(), CsvLine::usual());
        line.write_header(&mut out, ["id", "a;b", "c\td", "e,f", "g\"h"]);
        assert_eq!(String::from_utf8(out).expect("UTF-8"), "id,\"a;b\",\"c\td\",\"e,f\",\"g\"\"h\"\n");
    }

    #[test]
    fn quotes_only_where_they_are_needed() {
        let mut out = Vec::new();
        let line = CsvLine { delimiter: b';', quote: b'"' };
        line.write(&mut out, ["a,b", "c;d", "e\"f"]);
        line.write(&mut out, [""]);
        assert_eq!(String::from_utf8(out).expect("UTF-8"), "a,b;\"c;d\";\"e\"\"f\"\n\"\"\n");
    }
}
