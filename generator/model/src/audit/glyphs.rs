//! A stretch of bytes as the characters that a program would see: escapes, entities and damages undone.

use unicode_normalization::char::{compose, is_combining_mark};

use super::escapes;

/// A character, and the bytes that write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) ch: char,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) harm: Harm,
}

/// What happened to a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Harm {
    /// Nothing.
    None,
    /// It was read in one encoding and written in another: `Ã©`.
    Reread,
    /// Its bytes are not UTF-8.
    Bytes,
    /// Its accent is a character of its own.
    Split,
}

/// A stretch of one line.
#[derive(Debug, Default)]
pub(super) struct Window {
    pub(super) glyphs: Vec<Glyph>,
    /// Whether it begins where its line does.
    pub(super) starts_line: bool,
    /// Whether it ends where its line does.
    pub(super) ends_line: bool,
}

impl Window {
    /// Reads the bytes from `from` to `to`.
    pub(super) fn read(&mut self, bytes: &[u8], from: usize, to: usize) {
        self.glyphs.clear();
        let mut at = from;
        while at < to {
            let glyph = self.next(&bytes[..to], at);
            at = glyph.end;
            self.push(glyph);
        }
    }

    /// The glyph that begins at that byte.
    pub(super) fn index(&self, start: usize) -> Option<usize> {
        self.glyphs.binary_search_by_key(&start, |glyph| glyph.start).ok()
    }

    /// The characters of a range.
    pub(super) fn chars(&self, from: usize, to: usize) -> impl Iterator<Item = char> + Clone {
        self.glyphs[from..to].iter().map(|glyph| glyph.ch)
    }

    fn push(&mut self, glyph: Glyph) {
        if !glyph.ch.is_ascii()
            && is_combining_mark(glyph.ch)
            && let Some(last) = self.glyphs.last_mut()
            && let Some(whole) = compose(last.ch, glyph.ch)
        {
            *last = Glyph { ch: whole, start: last.start, end: glyph.end, harm: Harm::Split };
        } else {
            self.glyphs.push(glyph);
        }
    }

    fn next(&self, bytes: &[u8], at: usize) -> Glyph {
        let glyph = |ch, length, harm| Glyph { ch, start: at, end: at + length, harm };
        let rest = &bytes[at..];
        match rest[0] {
            b'\\' => escapes::backslash(rest).map_or(glyph('\\', 1, Harm::None), |(ch, length)| glyph(ch, length, Harm::None)),
            b'&' => escapes::entity(rest).map_or(glyph('&', 1, Harm::None), |(ch, length)| glyph(ch, length, Harm::None)),
            // SQL doubles the apostrophes of a text.
            b'\'' if rest.get(1) == Some(&b'\'') && self.is_inside_a_word(rest.get(2)) => glyph('\'', 2, Harm::None),
            b if b.is_ascii() => glyph(b.into(), 1, Harm::None),
            _ => match escapes::utf8(rest) {
                None => glyph(escapes::windows_1252(rest[0]), 1, Harm::Bytes),
                Some((ch, length)) => match escapes::reread(rest, ch) {
                    Some((ch, length)) => glyph(ch, length, Harm::Reread),
                    None => glyph(ch, length, Harm::None),
                },
            },
        }
    }

    fn is_inside_a_word(&self, next: Option<&u8>) -> bool {
        let follows = next.is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
        follows && self.glyphs.last().is_some_and(|glyph| glyph.ch.is_alphanumeric())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Vec<Harm>) {
        let mut window = Window::default();
        window.read(bytes, 0, bytes.len());
        let harms = window.glyphs.iter().map(|glyph| glyph.harm).filter(|harm| *harm != Harm::None).collect();
        (window.chars(0, window.glyphs.len()).collect(), harms)
    }

    #[test]
    fn every_way_to_write_a_character_is_undone() {
        for (written, seen) in [
            (r"Compr\u00e9hension n\u2019a", "Compréhension n’a"),
            (r"\u{e9}t\xe9", "été"),
            (r"Jeunes \\(16-26 ans\\) 3\.0 et\/ou d\'un", "Jeunes (16-26 ans) 3.0 et/ou d'un"),
            ("n''accueille ''", "n'accueille ''"),
            ("&Eacute;t&#233;s n&rsquo;a &amp; &#x27;&inconnu;", "Étés n’a & '&inconnu;"),
            (r"a\nb\tc\d\", "a\nb\tc\\d\\"),
        ] {
            assert_eq!(read(written.as_bytes()), (seen.to_owned(), Vec::new()), "{written}");
        }
    }

    #[test]
    fn damages_are_seen_through() {
        assert_eq!(read("ComprÃ©hension nâ€™a".as_bytes()), ("Compréhension n’a".to_owned(), vec![Harm::Reread; 2]));
        assert_eq!(read(b"Compr\xe9hension n\x92a"), ("Compréhension n’a".to_owned(), vec![Harm::Bytes; 2]));
        assert_eq!(read("Compre\u{301}hension".as_bytes()), ("Compréhension".to_owned(), vec![Harm::Split]));
        assert_eq!(read(b"\xc3"), ("Ã".to_owned(), vec![Harm::Bytes]));
    }
}
