//! Values that other signs separate than the one of the standard, and texts that are no value.
//!
//! In: a part of a list. Out: the values that it surely is, or may be, or why nobody can say.

use super::list::UNKNOWN;
use super::spellings::Spellings;
use super::text::trimmed;
use super::web::LIST;
use crate::hint;

/// What is known of a text that is no value of a list.
pub(super) struct Unknown<'n> {
    /// The value that it probably is.
    pub(super) near: Option<&'n str>,
    /// What it was, when a version past had it.
    pub(super) why: Option<String>,
}

/// What a text that is no value may be.
pub(super) enum Guess<'v> {
    /// These values: a question.
    Perhaps {
        /// One or several.
        values: Vec<&'v str>,
        /// What would be done.
        kind: &'static str,
        /// What is asked.
        why: String,
    },
    /// None, and why.
    None(String),
}

/// The values of a text that signs of other files than ours separate, when all of it is values.
pub(super) fn surely<'v>(text: &str, separator: char, known: &Spellings<'v>) -> Option<Vec<&'v str>> {
    values(text, known, &signs_but(separator), false)
}

/// What a text that is no value may be. `about` says what is known of one that is none.
pub(super) fn guess<'v>(
    text: &str,
    separator: Option<char>,
    known: &Spellings<'v>,
    about: &dyn Fn(&str) -> Unknown<'v>,
) -> Guess<'v> {
    let Unknown { near, why } = about(text);
    // A value that goes on may go on with another.
    let is_whole = near.is_some_and(|near| !hint::goes_on(text, near));
    let several = separator.filter(|_| !is_whole && why.is_none());
    if let Some(values) = several.and_then(|_| values(text, known, LOOSE, true)) {
        let why = format!("« {text} » n'en est pas une, mais plusieurs qui se suivent ; est-ce bien cette liste ?");
        return Guess::Perhaps { values, kind: LIST, why };
    }
    if let Some(guess) = several.and_then(|separator| by_other_signs(text, separator, known, about)) {
        return guess;
    }
    // What follows would be lost.
    match near.filter(|near| !hint::lists_more(text, near)) {
        Some(near) => {
            let why = why.unwrap_or_else(|| format!("« {text} » n'en est pas une ; est-ce bien celle-là ?"));
            Guess::Perhaps { values: vec![near], kind: UNKNOWN, why }
        }
        None => Guess::None(why.unwrap_or_else(|| format!("« {text} » n'en est pas une ; il y a {}", known.allowed()))),
    }
}

/// The same of a text cut by a sign of other files, of which one piece at least is a value or near one.
fn by_other_signs<'v>(
    text: &str,
    separator: char,
    known: &Spellings<'v>,
    about: &dyn Fn(&str) -> Unknown<'v>,
) -> Option<Guess<'v>> {
    let sign = signs_but(separator).into_iter().find(|sign| text.contains(*sign))?;
    let pieces: Vec<&str> = text.split(sign).map(trimmed).filter(|piece| !piece.is_empty()).take(MOST_PIECES).collect();
    let value = |piece: &str| known.value(piece).or_else(|| about(piece).near.filter(|near| !hint::goes_on(piece, near)));
    let read: Vec<Option<&'v str>> = pieces.iter().map(|piece| value(piece)).collect();
    let is_list = pieces.len() > 1 && pieces.len() < MOST_PIECES && read.iter().any(Option::is_some);
    let told = format!("les valeurs se séparent par « {separator} »");
    is_list.then(|| match pieces.iter().zip(&read).find(|(_, value)| value.is_none()) {
        Some((piece, _)) => Guess::None(format!("{told}, et « {piece} » n'en est pas une ; il y a {}", known.allowed())),
        None => Guess::Perhaps {
            values: read.into_iter().flatten().collect(),
            kind: LIST,
            why: format!("{told} ; est-ce bien cette liste ?"),
        },
    })
}

/// Pieces of a text that are looked at; a text of more is no list of values.
const MOST_PIECES: usize = 100;

/// Signs that separate values in other files than ours.
fn signs_but(separator: char) -> Vec<char> {
    [';', ',', '\n', '|'].into_iter().filter(|sign| *sign != separator).collect()
}

/// Signs that may separate values, or belong to none.
const LOOSE: &[char] = &[';', ',', '\n', '|', '/', '+', '&', '_', ' ', '\u{a0}', '\t', '¤', '–', '—'];

/// The values of a text that some signs separate; `None` unless each piece is a value. Values may hold these signs
/// themselves: the longest text that is a value is taken each time. Between `loose` ones, bullets, brackets, « et » and « ou » are
/// stepped over.
fn values<'v>(text: &str, known: &Spellings<'v>, signs: &[char], loose: bool) -> Option<Vec<&'v str>> {
    let cuts: Vec<(usize, usize)> = text.match_indices(signs).map(|(at, sign)| (at, at + sign.len())).collect();
    if cuts.is_empty() || cuts.len() > MOST_PIECES {
        return None;
    }
    // What is before the first sign starts a value, or says nothing: most texts end here.
    let first = bare(&text[..cuts[0].0], loose);
    if !first.is_empty() && !known.may_start_with(first) {
        return None;
    }
    let mut out = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let ends = || cuts.iter().copied().filter(|(at, _)| *at >= start).chain([(text.len(), text.len())]);
        let is_nothing = |(end, _): &(usize, usize)| {
            let piece = bare(&text[start..*end], loose);
            piece.is_empty() || loose && matches!(piece, "et" | "ou")
        };
        if let Some((_, next)) = ends().next().filter(is_nothing) {
            start = next;
            continue;
        }
        let value = |(end, next): (usize, usize)| Some((next, known.value(bare(&text[start..end], loose))?));
        let (next, value) = ends().collect::<Vec<_>>().into_iter().rev().find_map(value)?;
        out.push(value);
        start = next;
    }
    (!out.is_empty()).then_some(out)
}

/// A piece of a text without what is around it.
fn bare(piece: &str, loose: bool) -> &str {
    let piece = trimmed(piece);
    if loose { trimmed(piece.trim_matches(['[', ']', '"', '-', '•', '*'])) } else { piece }
}
