//! Where a JSON value ends, without reading what it says.
//!
//! In: bytes, some at a time. Out: the place just after the value. Brackets are counted and strings stepped over; whether
//! the value is well written is for whoever reads it then.

use memchr::memchr2;

/// A value whose end is looked for; goes on from one piece of text to the next.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scan {
    /// Brackets open.
    depth: usize,
    /// Inside a string.
    quoted: bool,
    /// The last byte of the text was a backslash inside a string.
    escaped: bool,
    /// At least one byte was seen.
    begun: bool,
}

impl Scan {
    /// The place just after the value, when it ends in this text. The text starts with the value, or goes on with it.
    pub(super) fn end(&mut self, text: &[u8]) -> Option<usize> {
        let mut at = 0;
        while at < text.len() {
            if self.escaped {
                self.escaped = false;
                at += 1;
                continue;
            }
            if self.quoted {
                at += memchr2(b'"', b'\\', &text[at..])?;
                self.escaped = text[at] == b'\\';
                self.quoted = self.escaped;
                at += 1;
                if !self.quoted && self.depth == 0 {
                    return Some(at);
                }
                continue;
            }
            let byte = text[at];
            // A number or a word ends where something else starts.
            if self.depth == 0 && self.begun && (byte.is_ascii_whitespace() || b"\"{[}],".contains(&byte)) {
                return Some(at);
            }
            match byte {
                b'"' => self.quoted = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return Some(at + 1);
                    }
                }
                _ => {}
            }
            self.begun = true;
            at += 1;
        }
        None
    }

    /// Whether nothing could be missing: a number or a word, which only the end of the file ends.
    pub(super) fn is_bare(self) -> bool {
        self.begun && self.depth == 0 && !self.quoted && !self.escaped
    }
}

/// Whether an object has, among its values, a list of objects: then the rows are probably there.
pub(super) fn holds_a_list(object: &[u8]) -> bool {
    let (mut at, mut depth) = (0, 0usize);
    while let Some(byte) = object.get(at) {
        match byte {
            b'"' => {
                let Some(length) = (Scan::default()).end(&object[at..]) else { return false };
                at += length;
                continue;
            }
            b'[' if depth == 1 && object[at + 1..].trim_ascii_start().first() == Some(&b'{') => return true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_end_where_they_end_whole_or_in_pieces() {
        for (text, end) in [
            (r#"{"a":"}"},1"#, Some(9)),
            (r#"{"a":{"b":[1,"]"]}} "#, Some(19)),
            (r#""a\"b",2"#, Some(6)),
            ("12,3", Some(2)),
            ("null]", Some(4)),
            ("12", None),
            (r#"{"a":"\"#, None),
            ("}", Some(1)),
        ] {
            assert_eq!(Scan::default().end(text.as_bytes()), end, "{text}");
            let mut scan = Scan::default();
            let mut pieces = text.as_bytes().iter().enumerate();
            let found = pieces.find_map(|(i, byte)| Some(i + scan.end(&[*byte])?));
            assert_eq!(found, end, "{text}");
        }
    }

    #[test]
    fn a_list_of_objects_inside_an_object_is_seen() {
        assert!(holds_a_list(br#"{"total": 2, "lieux": [ {"id": 1}"#));
        assert!(!holds_a_list(br#"{"id": "[{", "services": ["a"], "x": {"y": [{}]}}"#));
    }
}
