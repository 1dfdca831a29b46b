//! Texts that no rule of a column refuses and that harm those who open the file.
//!
//! In: a cell. Out: a [`Fault`] for each of: characters that cannot be seen, accents damaged by a program, codes of a web page,
//! a text that a spreadsheet runs as a formula. [`may_be_inside`] looks at a whole block at once, so that usual cells cost
//! nothing more.

use std::borrow::Cow;

use fearless_simd::prelude::*;
use fearless_simd::{dispatch, mask8x64, u8x64};

use super::accents::{misread, undamaged};
use super::entities;
use super::formula::is_formula;
use super::signs::is_hidden;
use super::word::{WORD, is_anywhere};
use super::{Fault, FileRule, Found, tags};
use crate::count::counted;

/// Whether some cell of a block may hold characters that cannot be seen, damaged accents or codes of a web page. A false is
/// sure.
pub(super) fn may_be_inside(block: &[u8]) -> bool {
    // A cell is too short for the rest to be worth asking what the processor can do.
    if block.len() <= WORD {
        return (0..block.len()).any(|at| is_suspect_at(block, at));
    }
    dispatch!(fearless_simd::Level::new(), simd => is_anywhere(simd, block, doubts, is_suspect_at))
}

#[inline]
fn is_suspect_at(block: &[u8], at: usize) -> bool {
    let byte = |at: usize| block.get(at).copied().unwrap_or(0);
    is_suspect(byte(at), byte(at + 1), byte(at + 2))
}

/// Which bytes may start the code of a suspect character, told by each and the next. Accented letters are told apart at
/// once, other signs are looked at one by one.
#[inline(always)]
#[expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]
fn doubts<S: Simd>(a: u8x64<S>, b: u8x64<S>) -> u64 {
    let control = a.simd_le(0x1F) | a.simd_eq(0x7F);
    let sign = (a & 0xDF).simd_eq(0xC2) | a.simd_eq(0xEF) | a.simd_eq(b'&') | a.simd_eq(b'<');
    (control | sign | is_damage(a, b)).to_bitmask()
}

/// Which bytes may start « Â », « Ã », « Å » or « â », told by each and the next: accents read as Windows-1252 start with them.
#[inline(always)]
#[expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]
pub(super) fn is_damage<S: Simd>(a: u8x64<S>, b: u8x64<S>) -> mask8x64<S> {
    a.simd_eq(0xC3) & ((b & 0xFE).simd_eq(0x82) | b.simd_eq(0x85) | b.simd_eq(0xA2))
}

/// Whether three bytes start with the code of a suspect character.
fn is_suspect(a: u8, b: u8, c: u8) -> bool {
    match (a, b, c) {
        (b'\n' | b'\r' | b'\t', ..) => false,
        (..0x20 | 0x7F, ..)
        // Controls and the hyphen that is not shown; Â, Ã and Å.
        | (0xC2, ..0xA0 | 0xAD, _) | (0xC3, 0x82 | 0x83 | 0x85, _)
        // Characters of no width and marks of direction; â followed by another sign; marks of order and of what was lost.
        | (0xE2, 0x80, 0x8B..=0x8F | 0xA8..=0xAE) | (0xE2, 0x81, 0xA0) | (0xC3, 0xA2, 0x80..) | (0xEF, 0xBB, 0xBF) | (0xEF, 0xBF, 0xBD) => true,
        _ => entities::may_start(a, b) || tags::may_start(a, b),
    }
}

/// The rules of what harms in a text and no longer does in another.
pub(super) fn rules_mended(text: &str, after: &str) -> Vec<FileRule> {
    if !may_be_inside(text.as_bytes()) {
        return Vec::new();
    }
    let left = faults(after, 0);
    let mut rules: Vec<FileRule> = faults(text, 0).iter().map(|fault| fault.rule).collect();
    rules.retain(|rule| left.iter().all(|left| left.rule != *rule));
    rules
}

/// What harms in a cell. Whether it can be mended is for [`super::repair`] to say.
pub(super) fn faults(text: &str, row: u64) -> Vec<Fault> {
    let mut out = Vec::new();
    if is_formula(text.as_bytes()) {
        let message = format!("« {} » serait exécuté comme une formule par un tableur", Found::cut(text));
        let help = "écrivez le résultat de la formule ; si ce signe fait partie du texte, mettez un mot devant";
        out.push(Fault::new(FileRule::Formula, Some(row), message, help));
    }
    // What stands for a sign of another encoding is said with the accents.
    let hidden: Vec<char> = text.chars().filter(|c| is_hidden(*c) && misread(*c).is_none()).collect();
    if !hidden.is_empty() {
        let many = counted(hidden.len(), "caractère invisible", "caractères invisibles");
        let message = format!("la case contient {many} ({})", named(&hidden));
        let help = "retapez la case, ou collez son texte sans mise en forme";
        out.push(Fault::new(FileRule::ControlCharacter, Some(row), message, help));
    }
    if text.contains('\u{FFFD}') {
        let message = format!("« {} » a perdu des lettres : un programme les a remplacées par �", Found::cut(text));
        let help = "retrouvez le texte d'origine : ces lettres ne sont plus dans le fichier";
        out.push(Fault::new(FileRule::Mojibake, Some(row), message, help));
    } else if let Some(mended) = undamaged(text) {
        let message = format!("« {} » a des accents abîmés, sans doute pour « {} »", Found::cut(text), Found::cut(&mended));
        let help = "exportez de nouveau en UTF-8, ou corrigez les accents";
        out.push(Fault::new(FileRule::Mojibake, Some(row), message, help));
    }
    if let Some(plain) = entities::decoded(text) {
        let message = format!("« {} » garde des codes de page web, sans doute pour « {} »", Found::cut(text), Found::cut(&plain));
        let help = "exportez de nouveau en texte simple, ou remplacez ces codes par leurs caractères";
        out.push(Fault::new(FileRule::Entity, Some(row), message, help));
    } else if let Some(tag) = tags::first(text) {
        let message = format!("« {} » garde des codes de page web, dont {tag}", Found::cut(text), tag = Found::cut(tag));
        let help = "exportez de nouveau en texte simple, ou retirez ces codes, sans perdre l'adresse d'un lien";
        out.push(Fault::new(FileRule::Entity, Some(row), message, help));
    }
    out
}

/// A cell that holds quotes without being between quotes: every reader makes something else of it.
pub(super) fn bare_quotes(text: &str, row: u64) -> Fault {
    let message = format!("« {} » contient des guillemets sans être entre guillemets", Found::cut(text));
    let help = format!("écrivez la case entre guillemets, en doublant les siens : \"{}\"", Found::cut(text).replace('"', "\"\""));
    Fault::new(FileRule::BareQuote, Some(row), message, help)
}

/// What characters are, each once, in the order in which they come: those that have a name, then the codes of the others.
fn named(hidden: &[char]) -> String {
    const CODES: usize = 5;
    let (mut names, mut codes): (Vec<Cow<'_, str>>, Vec<String>) = (Vec::new(), Vec::new());
    for c in hidden {
        match name(*c) {
            Some(name) if names.iter().all(|known| *known != name) => names.push(name.into()),
            Some(_) => {}
            None => {
                let code = format!("U+{:04X}", u32::from(*c));
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
    }
    names.extend(match codes.as_slice() {
        [] => None,
        [code] => Some(format!("code {code}").into()),
        [codes @ .., last] if codes.len() < CODES => Some(format!("codes {} et {last}", codes.join(", ")).into()),
        codes => Some(format!("codes {}…", codes[..CODES].join(", ")).into()),
    });
    names.join(", ")
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\0' => "caractère nul",
        '\u{AD}' => "trait d'union caché",
        '\u{200B}' | '\u{200C}' | '\u{2060}' => "espace sans largeur",
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' => "marque de sens d'écriture",
        '\u{FEFF}' => "marque d'ordre des octets",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<&'static str> {
        let found: Vec<_> = faults(text, 2).iter().map(|fault| fault.rule.id()).collect();
        let inside = found.iter().any(|rule| *rule != "formule");
        assert!(!inside || may_be_inside(text.as_bytes()), "{text}");
        found
    }

    #[test]
    fn formulas_fire() {
        assert_eq!(rules("=1+1"), ["formule"]);
        assert_eq!(rules("+33180059880"), [""; 0]);
    }

    #[test]
    fn what_cannot_be_seen_fires() {
        for text in [
            "a\0b",
            "a\u{200B}",
            "a\u{2060}b",
            "\u{FEFF}id",
            "co\u{AD}opération",
            "a\u{7F}",
            "a\u{9D}b",
            "a\u{202E}b",
            "\u{1}",
            "ab\u{1}",
        ] {
            assert_eq!(rules(text), ["caractere-invisible"], "{text:?}");
        }
        for text in ["deux\nlignes", "L’été\u{A0}: « ça » – œuf… 5 €", "👩\u{200D}💻", "Tab\tici", "日本"] {
            assert_eq!(rules(text), [""; 0], "{text:?}");
        }
    }

    /// Each kind once, and the number of characters, not of kinds.
    #[test]
    fn what_cannot_be_seen_is_named() {
        for (text, said) in [
            ("a\u{1B}", "1 caractère invisible (code U+001B)"),
            ("\u{1B}a\u{1B}\u{1B}", "3 caractères invisibles (code U+001B)"),
            ("\u{1B}a\u{7}b\u{1B}", "3 caractères invisibles (codes U+001B et U+0007)"),
            ("\u{1}\u{2}\u{2028}", "3 caractères invisibles (codes U+0001, U+0002 et U+2028)"),
            ("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}", "7 caractères invisibles (codes U+0001, U+0002, U+0003, U+0004, U+0005…)"),
            ("\0\u{200B}\u{2060}\u{9D}\0", "5 caractères invisibles (caractère nul, espace sans largeur, code U+009D)"),
        ] {
            assert_eq!(faults(text, 2)[0].message, format!("la case contient {said}"));
        }
    }

    #[test]
    fn damaged_accents_fire_and_are_mended() {
        for (damaged, good) in [
            ("MÃ©diathÃ¨que", "Médiathèque"),
            ("Lâ€™Ã‰toile", "L’Étoile"),
            ("Å“uvre", "œuvre"),
            ("Ã\u{A0} cÃ´tÃ©", "à côté"),
            ("l\u{92}\u{9C}uvre", "l’œuvre"),
        ] {
            let found = faults(damaged, 2);
            assert_eq!(found.len(), 1, "{damaged}");
            assert_eq!((found[0].rule, undamaged(damaged).as_deref()), (FileRule::Mojibake, Some(good)));
            assert!(may_be_inside(damaged.as_bytes()), "{damaged}");
        }
        assert_eq!(rules("M\u{FFFD}diath\u{FFFD}que"), ["accents-abimes"]);
        for text in ["Médiathèque", "ÉTÉ À LA CÔTE", "Ã", "SÃO PAULO", "São João", "crème brûlée", "Ââ", "ÂGE"] {
            assert_eq!(rules(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_block_is_looked_at_to_its_last_byte() {
        for length in [0, 1, 2, 3, 15, 16, 17, 18, 19, 31, 32, 33, 34, 10_000] {
            let clean = vec![b'a'; length];
            assert!(!may_be_inside(&clean), "{length}");
            for at in [0, length / 2, length.saturating_sub(2), length.saturating_sub(1)] {
                let mut text = clean.clone();
                if let Some(byte) = text.get_mut(at) {
                    *byte = 0;
                    assert!(may_be_inside(&text), "{length} {at}");
                }
            }
        }
    }

    #[test]
    fn many_bytes_at_once_are_told_as_one_by_one() {
        let bytes = [b'a', b'\n', 0, 0x1F, 0x20, 0x7F, 0x80, 0x82, 0x85, 0xA0, 0xA2, 0xA9, 0xAD, 0xBB, 0xC2, 0xC3, 0xE2, 0xEF];
        for a in bytes {
            for b in bytes {
                for c in bytes {
                    for at in [0, 13, 14, 15, 16, 20] {
                        let mut text = vec![b'e'; 40];
                        text[at..at + 3].copy_from_slice(&[a, b, c]);
                        let byte = |at: usize| text.get(at).copied().unwrap_or(0);
                        let one_by_one = (0..text.len()).any(|at| is_suspect(byte(at), byte(at + 1), byte(at + 2)));
                        assert_eq!(may_be_inside(&text), one_by_one, "{a} {b} {c} {at}");
                    }
                }
            }
        }
    }
}
