//! A spelling laid over a text, letter by letter: accents, case, apostrophes and spaces apart.

use super::glyphs::{Harm, Window};
use super::letters::{folded, is_space};
use super::lexicon::Term;
use crate::CopyRule;

/// Most spaces that may stand where a value has one or none.
const MOST_SPACES: usize = 3;

/// The glyphs that write a spelling, when its letter `letter` is the glyph `at`, and the words end where it does.
pub(super) fn align(window: &Window, at: usize, term: &Term, letter: usize) -> Option<(usize, usize)> {
    let glyphs = &window.glyphs;
    let skeleton = &term.skeleton;
    let (mut to, mut next, mut spaces) = (at, letter, 0);
    while next < skeleton.len() {
        let ch = glyphs.get(to)?.ch;
        if is_space(ch) && spaces < MOST_SPACES {
            spaces += 1;
        } else if is_same(ch, skeleton[next]) {
            (next, spaces) = (next + 1, 0);
        } else {
            return None;
        }
        to += 1;
    }
    let (mut from, mut next, mut spaces) = (at, letter, 0);
    while next > 0 {
        from = from.checked_sub(1)?;
        let ch = glyphs[from].ch;
        if is_space(ch) && spaces < MOST_SPACES {
            spaces += 1;
        } else if is_same(ch, skeleton[next - 1]) {
            (next, spaces) = (next - 1, 0);
        } else {
            return None;
        }
    }
    let is_word =
        |at: Option<usize>| at.and_then(|at| glyphs.get(at)).is_some_and(|glyph| glyph.ch.is_alphanumeric() || glyph.ch == '_');
    (!is_word(from.checked_sub(1)) && !is_word(Some(to))).then_some((from, to))
}

/// A letter that an encoding lost may be any.
fn is_same(ch: char, wanted: char) -> bool {
    folded(ch) == wanted || (is_lost(ch) && wanted.is_ascii_lowercase())
}

fn is_lost(ch: char) -> bool {
    matches!(ch, '?' | '\u{fffd}')
}

/// What differs between what is written and a spelling that it aligns with; nothing when it is written to the letter.
pub(super) fn difference(window: &Window, (from, to): (usize, usize), text: &str) -> Option<CopyRule> {
    let written = || window.chars(from, to);
    let is_damaged = window.glyphs[from..to].iter().any(|glyph| glyph.harm != Harm::None);
    if is_damaged || pairs(written(), text).any(|(ch, wanted)| is_lost(ch) && ch != wanted) {
        return Some(CopyRule::Encoding);
    }
    if written().eq(text.chars()) {
        return None;
    }
    if pairs(written(), text).any(|(ch, wanted)| plain(ch) != plain(wanted)) {
        return Some(CopyRule::Accent);
    }
    let spaced = |ch: char| if is_space(ch) { ch } else { plain(ch) };
    let same_spaces = written().map(spaced).eq(text.chars().map(spaced));
    Some(if same_spaces { CopyRule::Apostrophe } else { CopyRule::Space })
}

/// Whether a capital stands for a small letter, or the other way round.
pub(super) fn differs_by_case(window: &Window, (from, to): (usize, usize), text: &str) -> bool {
    pairs(window.chars(from, to), text).any(|(ch, wanted)| ch.is_uppercase() != wanted.is_uppercase())
}

/// What is written and what should be, letter by letter.
fn pairs(written: impl Iterator<Item = char>, text: &str) -> impl Iterator<Item = (char, char)> {
    written.filter(|ch| !is_space(*ch)).zip(text.chars().filter(|ch| !is_space(*ch)))
}

/// Apostrophes and dashes of any kind as the plain one.
fn plain(ch: char) -> char {
    match folded(ch) {
        mark @ ('\'' | '-') => mark,
        _ => ch,
    }
}
