//! What is mended of any text: codes of web pages, accents that a program damaged, letters cut in two, space at the ends.

use fearless_simd::prelude::*;
use fearless_simd::{dispatch, u8x64};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::data::accents::undamaged;
use crate::data::entities::{decoded, may_start};
use crate::data::signs::is_hidden;
use crate::data::suspect::is_damage;
use crate::data::tags;
use crate::data::word::{WORD, is_anywhere};

const ENTITIES: &str = "codes de page web dans le texte";
pub(super) const DAMAGED: &str = "accents abîmés par un logiciel";
pub(super) const DECOMPOSED: &str = "accents écrits en deux caractères";
pub(super) const SPACES: &str = "espaces autour du texte";

/// Whether bytes of UTF-8 may hold damaged or decomposed accents, or codes or tags of a web page. Clean French text has none of these;
/// a true answer promises nothing.
pub(super) fn is_suspicious(bytes: &[u8]) -> bool {
    if bytes.len() <= WORD {
        return (0..bytes.len()).any(|at| is_suspicious_at(bytes, at));
    }
    dispatch!(fearless_simd::Level::new(), simd => is_anywhere(simd, bytes, may_be_suspicious, is_suspicious_at))
}

fn is_suspicious_at(bytes: &[u8], at: usize) -> bool {
    // « Ã », « Â », « Å », « â » start what UTF-8 read as Windows-1252 looks like; 0xCC and 0xCD start combining marks.
    match bytes[at] {
        0xCC | 0xCD => true,
        0xC3 => match bytes.get(at + 1) {
            Some(0x82 | 0x83 | 0x85) => true,
            Some(0xA2) => bytes.get(at + 2).is_some_and(|byte| *byte >= 0xC2),
            _ => false,
        },
        byte => bytes.get(at + 1).is_some_and(|next| may_start(byte, *next) || tags::may_start(byte, *next)),
    }
}

/// Where one may be, told by each byte and the next.
#[inline(always)]
#[expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]
fn may_be_suspicious<S: Simd>(a: u8x64<S>, b: u8x64<S>) -> u64 {
    ((a & 0xFE).simd_eq(0xCC) | a.simd_eq(b'&') | a.simd_eq(b'<') | is_damage(a, b)).to_bitmask()
}

/// The text without damage, and what was done first; `None` when there is nothing to do.
pub(super) fn cleaned(text: &str) -> Option<(String, &'static str)> {
    let mut kind = None;
    let mut clean = text.to_owned();
    if let Some(plain) = decoded(&clean) {
        (clean, kind) = (plain, kind.or(Some(ENTITIES)));
    }
    if let Some(plain) = undamaged(&clean) {
        (clean, kind) = (plain, kind.or(Some(DAMAGED)));
    }
    if !is_nfc(&clean) {
        (clean, kind) = (clean.nfc().collect(), kind.or(Some(DECOMPOSED)));
    }
    let inside = trimmed(&clean);
    if inside.len() != clean.len() {
        (clean, kind) = (inside.to_owned(), kind.or(Some(SPACES)));
    }
    kind.map(|kind| (clean, kind))
}

/// Without white space at the ends, be it of no width.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_hidden(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_bytes_at_once_are_told_as_one_by_one() {
        let bytes = [b'a', b'&', b'<', b'/', 0x82, 0x83, 0x84, 0x85, 0xA2, 0xA9, 0xC2, 0xC3, 0xCC, 0xCD, 0xCE];
        for a in bytes {
            for b in bytes {
                for (c, at) in bytes.into_iter().flat_map(|c| [0, 20, 62, 63, 64, 65, 126, 147].map(|at| (c, at))) {
                    let mut text = vec![b'e'; 150];
                    text[at..at + 3].copy_from_slice(&[a, b, c]);
                    let one_by_one = (0..text.len()).any(|at| is_suspicious_at(&text, at));
                    assert_eq!(is_suspicious(&text), one_by_one, "{a:x} {b:x} {c:x} {at}");
                }
            }
        }
    }

    #[test]
    fn letters_and_ends_are_cleaned() {
        assert_eq!(cleaned("Me\u{301}diathe\u{300}que"), Some(("Médiathèque".to_owned(), DECOMPOSED)));
        assert_eq!(cleaned("\u{a0} Le  lieu\u{feff}\n"), Some(("Le  lieu".to_owned(), SPACES)));
        assert_eq!(cleaned("M&Atilde;&copy;diath&egrave;que "), Some(("Médiathèque".to_owned(), ENTITIES)));
        assert_eq!(cleaned("L’« espace »  du bas"), None);
    }
}
