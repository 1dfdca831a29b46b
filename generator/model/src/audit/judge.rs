//! What one meeting of an anchor means: a value as it should be, a value written otherwise, or nothing.

use super::align::{align, difference, differs_by_case};
use super::anchors::Target;
use super::frame::{Frame, Side, side_before};
use super::glyphs::Window;
use super::lexicon::{Home, Lexicon, Nature, Term};
use super::near;
use super::report::Meant;
use crate::CopyRule;

/// Something of a vocabulary, met in a window.
#[derive(Debug)]
pub(super) struct Meeting {
    /// Its glyphs.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) homes: Vec<Home>,
    /// Whether it has several words.
    pub(super) is_phrase: bool,
    pub(super) frame: Frame,
    /// What is wrong, if anything is.
    pub(super) wrong: Option<Wrong>,
}

/// What is wrong.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) rule: CopyRule,
    pub(super) nature: Nature,
    pub(super) meant: Vec<Meant>,
    /// Whether other values of the vocabulary must be near to believe it.
    pub(super) needs_company: bool,
    /// Whether it could be the name of a value in a program.
    pub(super) is_identifier: bool,
}

/// What the glyph `at`, the first of an anchor, belongs to.
pub(super) fn judge(lexicon: &Lexicon, window: &Window, at: usize, targets: &[Target]) -> Option<Meeting> {
    let aligned = targets.iter().filter_map(|target| {
        let term = &lexicon.terms[target.term];
        align(window, at, term, target.letter).map(|place| (term, place))
    });
    let longest = aligned.max_by_key(|(term, (from, to))| (to - from, term.nature == Nature::Value));
    let met = longest.and_then(|(term, place)| match Frame::around(window, place.0, place.1) {
        Some(frame) => written(window, term, place, frame),
        None if term.nature == Nature::Value => glued(lexicon, window, term, place),
        None => None,
    });
    met.or_else(|| near::near(lexicon, window, at, targets))
}

fn written(window: &Window, term: &Term, place: (usize, usize), frame: Frame) -> Option<Meeting> {
    let wrong = match term.nature {
        Nature::Value => match difference(window, place, &term.text) {
            Some(rule) => Some(misspelt(window, term, place, frame, rule)?),
            None if frame.is_quoted() && !frame.is_close => Some(Wrong::new(term, CopyRule::Space, true)),
            None => None,
        },
        _ if is_name(window, place) && !window.chars(place.0, place.1).eq(term.text.chars()) => return None,
        Nature::Alias if is_glued(term) => Some(Wrong::new(term, CopyRule::Glued, !term.is_distinctive())),
        Nature::Alias => Some(Wrong::new(term, CopyRule::Near, !term.is_distinctive())),
        Nature::Former(_) => Some(Wrong::new(term, CopyRule::Former, !term.is_distinctive())),
    };
    Some(Meeting { from: place.0, to: place.1, homes: term.homes.clone(), is_phrase: term.is_phrase(), frame, wrong })
}

/// A value written with other accents, case, apostrophes or spaces; `None` when it is but a name or a sentence.
fn misspelt(window: &Window, term: &Term, place: (usize, usize), frame: Frame, rule: CopyRule) -> Option<Wrong> {
    let mut wrong = Wrong::new(term, rule, !term.is_distinctive());
    if rule == CopyRule::Encoding {
        return Some(wrong);
    }
    if is_name(window, place) {
        let letters = || window.chars(place.0, place.1).filter(|c| c.is_alphabetic());
        if term.is_phrase() || letters().all(char::is_lowercase) || letters().all(char::is_uppercase) {
            return None;
        }
        wrong.is_identifier = !frame.is_part();
    }
    if frame.after == Side::Colon {
        wrong.needs_company = true;
    }
    if differs_by_case(window, place, &term.text) {
        if !frame.is_quoted() && !frame.is_part() {
            return None;
        }
        wrong.needs_company = true;
    }
    Some(wrong)
}

/// A value that goes on with something else, up to the mark that answers the one before it.
fn glued(lexicon: &Lexicon, window: &Window, term: &Term, (from, to): (usize, usize)) -> Option<Meeting> {
    let (before, _) = side_before(window, from)?;
    let next = window.chars(to, window.glyphs.len()).find(|c| *c != ' ')?;
    if !matches!(next, ':' | '(' | '.' | '-' | '–' | '—') || (before == Side::Item && next == ':') {
        return None;
    }
    let end = near::end_of(window, to, before)?;
    if window.glyphs[from..end].len() > near::LONGEST {
        return None;
    }
    let frame = Frame::around(window, from, end).filter(|frame| frame.is_item() || frame.is_in_row())?;
    let wrong = match near::same_value(lexicon, window, (from, end)) {
        Some(other) => Wrong::new(other, CopyRule::Near, true),
        None => Wrong::new(term, CopyRule::Glued, true),
    };
    Some(Meeting { from, to: end, homes: term.homes.clone(), is_phrase: term.is_phrase(), frame, wrong: Some(wrong) })
}

/// Whether an alias is its value with something behind it.
fn is_glued(term: &Term) -> bool {
    let begins =
        |meant: &Meant| term.text.strip_prefix(&meant.label).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    term.meant.iter().any(begins)
}

/// One word, as a program names things.
fn is_name(window: &Window, (from, to): (usize, usize)) -> bool {
    window.chars(from, to).all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

impl Wrong {
    /// A fault in the writing of a known spelling.
    pub(super) fn new(term: &Term, rule: CopyRule, needs_company: bool) -> Self {
        Self { rule, nature: term.nature, meant: term.meant.clone(), needs_company, is_identifier: false }
    }
}
