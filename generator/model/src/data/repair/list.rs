//! Cells that are lists, part by part; a cell that takes one value is a list of one.
//!
//! In: a text, the sign between parts. Out: the parts as they should be, and what could not be read.

use super::Certainty;
use super::apart::{self, Guess, Unknown};
use super::draft::Draft;
use super::spellings::Spellings;
use super::text::trimmed;
use super::web::LIST;

const VALUE: &str = "valeur écrite comme dans la liste";
const EMPTY: &str = "séparateur en trop";
const SPACES: &str = "espaces autour du séparateur";
const TWICE: &str = "valeur écrite deux fois";
pub(super) const UNKNOWN: &str = "valeur qui n'est pas dans la liste";

/// What a cell of values of a list may become. `separator` is `None` when it takes one value; `about` says what is known of a
/// text that is none, for who guesses. What is sure of a part is done whatever the others are.
pub(super) fn values<'n>(
    text: &str,
    separator: Option<char>,
    known: &Spellings<'n>,
    about: Option<&dyn Fn(&str) -> Unknown<'n>>,
) -> Option<Draft> {
    let (mut sure, mut guessed) = (Parts::default(), Parts::default());
    let mut kind = None;
    let (mut doubt, mut unread): (Option<(&'static str, String)>, Option<String>) = (None, None);
    for part in parts(text, separator) {
        let inside = trimmed(part);
        if inside.is_empty() {
            kind = kind.or(Some(EMPTY));
        } else if let Some(value) = known.value(inside) {
            if value != part {
                kind = Some(if value == inside { kind.unwrap_or(SPACES) } else { VALUE });
            }
            if !sure.push(value) {
                kind = kind.or(Some(TWICE));
            }
            guessed.push(value);
        } else if let Some(several) = separator.and_then(|separator| apart::surely(inside, separator, known)) {
            kind = Some(LIST);
            for value in several {
                sure.push(value);
                guessed.push(value);
            }
        } else {
            sure.push(inside);
            let Some(about) = about else {
                unread.get_or_insert_default();
                continue;
            };
            match apart::guess(inside, separator, known, about) {
                Guess::Perhaps { values, kind, why } => {
                    for value in values {
                        guessed.push(value);
                    }
                    doubt.get_or_insert((kind, why));
                }
                Guess::None(why) => _ = unread.get_or_insert(why),
            }
        }
    }
    let sure = sure.join(separator);
    match (kind, doubt, unread) {
        (Some(kind), ..) if sure != text => Some(Draft::sure(sure, kind)),
        (_, _, Some(why)) => Some(Draft::impossible(UNKNOWN, why)),
        (_, Some((kind, why)), None) => Some(Draft::confirm(guessed.join(separator), kind, why)),
        _ => None,
    }
}

/// The parts of a list, each once.
#[derive(Default)]
struct Parts<'p>(Vec<&'p str>);

impl<'p> Parts<'p> {
    /// Adds a part, unless it is there: false then.
    fn push(&mut self, part: &'p str) -> bool {
        let is_new = !self.0.contains(&part);
        if is_new {
            self.0.push(part);
        }
        is_new
    }

    fn join(&self, separator: Option<char>) -> String {
        self.0.join(separator.unwrap_or('|').encode_utf8(&mut [0; 4]))
    }
}

/// What a free list may become, each part being mended by `mend`; `cut` reads a part that is a list of its own.
pub(super) fn free<'t>(
    text: &'t str,
    separator: char,
    cut: impl Fn(&'t str) -> Option<Vec<&'t str>>,
    mend: impl Fn(&str) -> Option<Draft>,
) -> Option<Draft> {
    let mut out: Vec<String> = Vec::new();
    let (mut kind, mut doubt): (Option<&'static str>, Option<Draft>) = (None, None);
    for whole in text.split(separator) {
        let pieces = cut(whole);
        if pieces.is_some() {
            kind = Some(LIST);
        }
        for part in pieces.unwrap_or_else(|| vec![whole]) {
            let inside = trimmed(part);
            if inside.is_empty() {
                kind = kind.or(Some(EMPTY));
                continue;
            }
            if inside.len() != part.len() {
                kind = kind.or(Some(SPACES));
            }
            let draft = mend(inside);
            let after = match &draft {
                Some(Draft { certainty: Certainty::Sure, after: Some(after), kind: done, .. }) => {
                    kind = Some(kind.filter(|kind| *kind == LIST).unwrap_or(done));
                    after.clone()
                }
                Some(draft) => draft.after.clone().unwrap_or_else(|| inside.to_owned()),
                None => inside.to_owned(),
            };
            doubt = doubt.or(draft.filter(|draft| draft.certainty != Certainty::Sure));
            if out.contains(&after) {
                kind = kind.or(Some(TWICE));
            } else {
                out.push(after);
            }
        }
    }
    let after = out.join(separator.encode_utf8(&mut [0; 4]));
    match doubt {
        Some(doubt) if doubt.certainty == Certainty::Impossible => Some(doubt),
        Some(doubt) => Some(Draft::confirm(after, doubt.kind, doubt.why)),
        None => kind.filter(|_| after != text).map(|kind| Draft::sure(after, kind)),
    }
}

fn parts(text: &str, separator: Option<char>) -> Vec<&str> {
    match separator {
        Some(separator) => text.split(separator).collect(),
        None => vec![text],
    }
}
