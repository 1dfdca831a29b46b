//! Rows of CSV as the standard writes them: RFC 4180, quotes where they are needed, lines ended by a line feed.

use memchr::{memchr, memchr3};

/// Writes rows behind one another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Writer {
    pub(super) delimiter: u8,
    pub(super) quote: u8,
}

impl Writer {
    /// Adds a cell, without what separates it from the next.
    #[inline]
    pub(super) fn cell(self, out: &mut Vec<u8>, text: &[u8]) {
        let special = memchr3(self.delimiter, self.quote, b'\n', text).is_some() || memchr(b'\r', text).is_some();
        if special { self.quoted(out, text) } else { out.extend_from_slice(text) }
    }

    fn quoted(self, out: &mut Vec<u8>, text: &[u8]) {
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

    /// Ends a row that started at `start`. One empty cell would read as a row with nothing in it.
    pub(super) fn end(self, out: &mut Vec<u8>, start: usize, columns: usize) {
        if out.len() == start {
            if columns > 1 {
                out.push(self.delimiter);
            } else {
                out.extend_from_slice(&[self.quote, self.quote]);
            }
        }
        out.push(b'\n');
    }
}
