//! What is nearly a value: a letter or two apart, cut before its parenthesis, without its first or last words.

use rapidfuzz::distance::osa;

use super::anchors::Target;
use super::frame::{Frame, Side};
use super::glyphs::Window;
use super::judge::{Meeting, Wrong};
use super::letters::{is_space, letters};
use super::lexicon::{Lexicon, Nature, Term};
use crate::CopyRule;

/// Longest text that is compared, in characters.
pub(super) const LONGEST: usize = 200;
/// Fewest letters of a value that is compared by distance.
const FEWEST_LETTERS: usize = 8;

/// The value that the item around the glyph `at` nearly is.
pub(super) fn near(lexicon: &Lexicon, window: &Window, at: usize, targets: &[Target]) -> Option<Meeting> {
    let longest = targets.iter().map(|target| reach(&lexicon.terms[target.term])).max()?;
    let (from, to) = item(window, at, longest)?;
    let frame = Frame::around(window, from, to).filter(Frame::is_item)?;
    // A single word is a name in a program as often as a value; a spelling that is known has anchors of its own.
    if !window.chars(from, to).any(is_space) || lexicon.known(window.chars(from, to)).is_some() {
        return None;
    }
    let written = letters(window.chars(from, to));
    let found = |terms: &[&Term]| {
        let first = terms.first()?;
        let homes = terms.iter().flat_map(|term| term.homes.iter().copied()).collect();
        let mut wrong = Wrong::new(first, CopyRule::Near, true);
        wrong.meant = terms.iter().flat_map(|term| term.meant.iter().cloned()).collect();
        Some(Meeting { from, to, homes, is_phrase: true, frame, wrong: Some(wrong) })
    };
    let headed: Vec<&Term> = lexicon.headed(&written).collect();
    if !headed.is_empty() {
        return found(&headed);
    }
    if let Some(term) = lexicon.same_letters(&written) {
        return found(&[term]);
    }
    let candidates = targets.iter().map(|target| &lexicon.terms[target.term]).filter(|term| term.nature == Nature::Value);
    let measured = candidates.filter_map(|term| Some((distance(&written, term)?, term)));
    measured.min_by_key(|(distance, _)| *distance).and_then(|(_, term)| found(&[term]))
}

/// Most characters of a text that is nearly a spelling: its letters, the spaces between them, a few too many.
pub(super) fn reach(term: &Term) -> usize {
    term.skeleton.len() + term.skeleton.len() / 4 + 8
}

/// The value of today that has the same letters and digits as a text.
pub(super) fn same_value<'a>(lexicon: &'a Lexicon, window: &Window, (from, to): (usize, usize)) -> Option<&'a Term> {
    lexicon.same_letters(&letters(window.chars(from, to))).filter(|term| term.nature == Nature::Value)
}

/// Where the text that begins after a mark ends: just before the mark that answers it.
pub(super) fn end_of(window: &Window, from: usize, before: Side) -> Option<usize> {
    let glyphs = &window.glyphs;
    let is_end = |at: usize| match (before, glyphs[at].ch) {
        (_, '\r' | '\n' | '|') => true,
        (Side::Quote('\''), '\'') => !glyphs.get(at + 1).is_some_and(|next| next.ch.is_alphanumeric()),
        (Side::Quote(mark), ch) => ch == mark,
        (Side::Pipe, ch) => matches!(ch, '"' | '`'),
        (Side::Cell, ch) => matches!(ch, ';' | '\t'),
        (Side::Tag, ch) => ch == '<',
        _ => false,
    };
    let last = glyphs.len().min(from + LONGEST);
    let end = (from..last).find(|at| is_end(*at)).or_else(|| (last == glyphs.len() && window.ends_line).then_some(last))?;
    let spaces = glyphs[from..end].iter().rev().take_while(|glyph| is_space(glyph.ch)).count();
    Some(end - spaces)
}

/// How many letters are wrong, when they are few; none for a value that lacks its first or last words.
fn distance(written: &str, term: &Term) -> Option<usize> {
    let wanted = letters(term.text.chars());
    let is_most = written.len() >= FEWEST_LETTERS && written.len() * 3 >= wanted.len() * 2;
    if is_most && (wanted.starts_with(written) || wanted.ends_with(written)) {
        return Some(0);
    }
    let allowed = match wanted.len() {
        ..FEWEST_LETTERS => return None,
        FEWEST_LETTERS..16 => 1,
        16..32 => 2,
        _ => 3,
    };
    if wanted.len().abs_diff(written.len()) > allowed {
        return None;
    }
    Some(osa::distance(written.chars(), wanted.chars())).filter(|distance| *distance <= allowed)
}

/// The item of a list that holds a glyph, at most `longest` characters on each side.
fn item(window: &Window, at: usize, longest: usize) -> Option<(usize, usize)> {
    let glyphs = &window.glyphs;
    let is_letter = |at: Option<usize>| at.and_then(|at| glyphs.get(at)).is_some_and(|glyph| glyph.ch.is_alphanumeric());
    let is_mark = |at: usize| match glyphs[at].ch {
        '"' | '`' | '“' | '”' | '|' | ';' | ',' | '\r' | '\n' | '\t' | '<' | '>' | '=' | '[' | ']' | '{' | '}' => true,
        '\'' => !is_letter(at.checked_sub(1)) || !is_letter(Some(at + 1)),
        ':' => !is_letter(Some(at + 1)),
        _ => false,
    };
    let first = at.saturating_sub(longest);
    let last = glyphs.len().min(at + longest);
    let mut from = match (first..at).rev().find(|at| is_mark(*at)) {
        Some(mark) => mark + 1,
        None if first == 0 => 0,
        None => return None,
    };
    let mut to = match (at..last).find(|at| is_mark(*at)) {
        Some(mark) => mark,
        None if last == glyphs.len() => last,
        None => return None,
    };
    let ch = |at: usize| glyphs[at].ch;
    // A parenthesis without its other half is part of an expression, not of the item.
    let has = |wanted: char| window.chars(from, to).any(|c| c == wanted);
    let (opens, closes) = (has('('), has(')'));
    while from < to
        && (is_space(ch(from)) || matches!(ch(from), '^' | '-' | '*' | '•' | '?' | ':') || (ch(from) == '(' && !closes))
    {
        from += 1;
    }
    while from < to && (is_space(ch(to - 1)) || ch(to - 1) == '$' || (ch(to - 1) == ')' && !opens)) {
        to -= 1;
    }
    (from..to).contains(&at).then_some((from, to))
}
