//! Lines and columns, counted forward only.

use memchr::{memchr_iter, memrchr};

/// A place in a text that is read piece by piece.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor {
    /// Bytes before it.
    at: usize,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Cursor {
    /// The beginning of a text.
    pub(super) fn new() -> Self {
        Self { at: 0, line: 1, column: 1 }
    }

    /// Goes on to byte `to`; `bytes` begins at byte `base` of the text. Never goes back.
    pub(super) fn advance(&mut self, bytes: &[u8], base: usize, to: usize) {
        if to <= self.at {
            return;
        }
        let passed = &bytes[self.at - base..to - base];
        let is_start = self.at == 0;
        self.at = to;
        if let Some(last) = memrchr(b'\n', passed) {
            self.line += memchr_iter(b'\n', passed).count();
            self.column = 1 + characters(&passed[last + 1..]);
        } else {
            // A byte order mark takes no column.
            let mark = usize::from(is_start && passed.starts_with("\u{feff}".as_bytes()));
            self.column += characters(passed) - mark;
        }
    }
}

/// Characters that begin in these bytes.
pub(super) fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| b & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_those_of_an_editor() {
        let text = "\u{feff}été\nà côté\r\n\nfin";
        let bytes = text.as_bytes();
        for (to, _) in text.char_indices().skip(1) {
            let before = text[..to].trim_start_matches('\u{feff}');
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            for piece in [3, 4, 5, 100] {
                let mut cursor = Cursor::new();
                for base in (0..to).step_by(piece) {
                    cursor.advance(&bytes[base..], base, to.min(base + piece));
                }
                assert_eq!((cursor.line, cursor.column), (line, column), "byte {to} by {piece}");
            }
        }
    }
}
