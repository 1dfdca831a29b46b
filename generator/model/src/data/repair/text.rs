//! What is mended of any text: accents that a program damaged, letters cut in two, space at the ends.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::data::encoding::to_windows_1252;

pub(super) const DAMAGED: &str = "accents abîmés par un logiciel";
pub(super) const DECOMPOSED: &str = "accents écrits en deux caractères";
pub(super) const SPACES: &str = "espaces autour du texte";

/// Whether bytes of UTF-8 may hold damaged or decomposed accents. Clean French text has none of these; a true answer
/// promises nothing.
pub(super) fn is_suspicious(bytes: &[u8]) -> bool {
    // « Ã », « Â », « Å », « â » start what UTF-8 read as Windows-1252 looks like; 0xCC and 0xCD start combining marks.
    let mut rest = bytes;
    while let Some(at) = memchr::memchr3(0xC3, 0xCC, 0xCD, rest) {
        match (rest[at], rest.get(at + 1)) {
            (0xC3, Some(0x82 | 0x83 | 0x85)) | (0xCC | 0xCD, _) => return true,
            (0xC3, Some(0xA2)) if rest.get(at + 2).is_some_and(|byte| *byte >= 0xC2) => return true,
            _ => rest = &rest[at + 1..],
        }
    }
    false
}

/// The text without damage, and what was done first; `None` when there is nothing to do.
pub(super) fn cleaned(text: &str) -> Option<(String, &'static str)> {
    let mut kind = None;
    let mut clean = text.to_owned();
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
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}'))
}

/// A text of UTF-8 that was read as Windows-1252, maybe more than once, as it was before; `None` for any other.
pub(super) fn undamaged(text: &str) -> Option<String> {
    let mut last = None;
    let mut present = text.to_owned();
    for _ in 0..4 {
        match once(&present) {
            Some(plain) => {
                present.clone_from(&plain);
                last = Some(plain);
            }
            None => return last,
        }
    }
    last
}

fn once(text: &str) -> Option<String> {
    if !is_suspicious(text.as_bytes()) {
        return None;
    }
    let plain = String::from_utf8(to_windows_1252(text)?).ok()?;
    let clean = !plain.chars().any(|c| (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || c == '\u{FFFD}');
    (clean && plain.len() < text.len()).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_accents_come_back_and_others_stay() {
        for (damaged, plain) in [
            ("MÃ©diathÃ¨que", "Médiathèque"),
            ("Lâ€™Ã‰toile", "L’Étoile"),
            ("CÅ“ur", "Cœur"),
            ("NÂ° 3", "N° 3"),
            ("MÃƒÂ©diathÃƒÂ¨que", "Médiathèque"),
            ("Ã\u{a0} la carte", "à la carte"),
        ] {
            assert_eq!(undamaged(damaged).as_deref(), Some(plain), "{damaged}");
        }
        for text in ["Médiathèque", "SÃO PAULO", "Â", "Château", "â€", "Ça", "MÃ©diathèque", "日本Ã©", "40 Å"] {
            assert_eq!(undamaged(text), None, "{text}");
        }
    }

    #[test]
    fn letters_and_ends_are_cleaned() {
        assert_eq!(cleaned("Me\u{301}diathe\u{300}que"), Some(("Médiathèque".to_owned(), DECOMPOSED)));
        assert_eq!(cleaned("\u{a0} Le  lieu\u{feff}\n"), Some(("Le  lieu".to_owned(), SPACES)));
        assert_eq!(cleaned("L’« espace »  du bas"), None);
    }
}
