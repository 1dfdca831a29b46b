//! Texts that a terminal shows and never obeys: names of files, of sheets and of columns, and cells, are somebody else's.
//!
//! In: bytes on their way to a terminal. Out: the same, each sign that would command it shown as one that is seen. Line feeds
//! stay, and, where colours are wanted, those that we paint.

use std::borrow::Cow;

/// Shown in place of a command.
pub(super) const SEEN: char = '␣';

/// Whether a byte starts what is looked at: a control character of ASCII, or of Latin-1 once in UTF-8.
fn may_command(byte: u8) -> bool {
    byte < 0x20 && byte != b'\n' || byte == 0x7F || byte == 0xC2
}

/// Bytes of UTF-8 that nothing obeys. `painted` lets colours through.
pub(super) fn plain(bytes: &[u8], painted: bool) -> Cow<'_, [u8]> {
    if !bytes.iter().any(|byte| may_command(*byte)) {
        return Cow::Borrowed(bytes);
    }
    let mut out = Vec::with_capacity(bytes.len() + 8);
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        // How many bytes are looked at together, and whether they stay as they are.
        let (length, stays) = match (first, after) {
            (0x1B, _) if painted && colour(after) > 0 => (1 + colour(after), true),
            (0xC2, [0x80..=0x9F, ..]) => (2, false),
            (0xC2, _) => (1, true),
            (byte, _) => (1, !may_command(*byte)),
        };
        if stays {
            out.extend_from_slice(&rest[..length]);
        } else {
            out.extend_from_slice(SEEN.encode_utf8(&mut [0; 4]).as_bytes());
        }
        rest = &rest[length..];
    }
    Cow::Owned(out)
}

/// A text on one line that nothing obeys.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) {
        text.replace(char::is_control, SEEN.encode_utf8(&mut [0; 4])).into()
    } else {
        text.into()
    }
}

/// A text as one word of a command that a person copies.
pub(super) fn argument(text: &str) -> Cow<'_, str> {
    let parts_words = |sign: char| sign.is_whitespace() || "&;()'*?<>|#!".contains(sign);
    // These mean something between double quotes too.
    if text.contains(['$', '`', '"', '!']) {
        return format!("'{}'", text.replace('\'', r"'\''")).into();
    }
    if text.contains(parts_words) { format!("\"{text}\"").into() } else { text.into() }
}

/// The length of a colour after its escape: `[1;31m`.
fn colour(after: &[u8]) -> usize {
    let Some(inside) = after.strip_prefix(b"[") else { return 0 };
    let digits = inside.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    if inside.get(digits) == Some(&b'm') { digits + 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_seen_and_nothing_else_changes() {
        for (text, expected) in [
            ("Médiathèque « A » → B\n", "Médiathèque « A » → B\n"),
            ("a\u{1b}[2Jb\u{7}", "a␣[2Jb␣"),
            ("a\r\n\tb\u{7f}", "a␣\n␣b␣"),
            ("\u{9b}31m\u{a0}\u{c2}", "␣31m\u{a0}\u{c2}"),
            ("\u{1b}[31mrouge", "␣[31mrouge"),
        ] {
            assert_eq!(String::from_utf8_lossy(&plain(text.as_bytes(), false)), expected, "{text:?}");
        }
        assert_eq!(plain(b"\x1b[1;31mfaute\x1b[0m \x1b[2J", true), "\x1b[1;31mfaute\x1b[0m ␣[2J".as_bytes());
        assert_eq!(line("a\nb\u{1b}"), "a␣b␣");
    }
}
