//! Cells that are lists, part by part; a cell that takes one value is a list of one.
//!
//! In: a text, the sign between parts. Out: the parts as they should be, and what could not be read.

use super::Certainty;
use super::draft::Draft;
use super::spellings::Spellings;
use super::text::trimmed;
use super::web::LIST;

const VALUE: &str = "valeur écrite comme dans la liste";
const EMPTY: &str = "séparateur en trop";
const SPACES: &str = "espaces autour du séparateur";
const TWICE: &str = "valeur écrite deux fois";
const UNKNOWN: &str = "valeur qui n'est pas dans la liste";

/// What a cell of values of a list may become. `separator` is `None` when it takes one value; `nearest` finds the value that a
/// text is most like.
pub(super) fn values<'n>(
    text: &str,
    separator: Option<char>,
    known: &Spellings<'n>,
    nearest: &dyn Fn(&str) -> Option<&'n str>,
) -> Option<Draft> {
    let mut out: Vec<&str> = Vec::new();
    let mut kind = None;
    let mut unread: Vec<(&str, Option<&str>)> = Vec::new();
    let mut push = |value, kind: &mut Option<&'static str>| {
        if out.contains(&value) {
            *kind = kind.or(Some(TWICE));
        } else {
            out.push(value);
        }
    };
    for part in parts(text, separator) {
        let inside = trimmed(part);
        if inside.is_empty() {
            kind = kind.or(Some(EMPTY));
        } else if let Some(value) = known.value(inside) {
            if value != part {
                kind = Some(if value == inside { kind.unwrap_or(SPACES) } else { VALUE });
            }
            push(value, &mut kind);
        } else if let Some(several) = separator.and_then(|_| otherwise_separated(inside, known)) {
            kind = Some(LIST);
            for value in several {
                push(value, &mut kind);
            }
        } else {
            let near = known.near(inside, nearest);
            unread.push((inside, near));
            push(near.unwrap_or(inside), &mut kind);
        }
    }
    let after = join(&out, separator);
    let Some((first, _)) = unread.first() else { return kind.filter(|_| after != text).map(|kind| Draft::sure(after, kind)) };
    Some(match unread.iter().find(|(_, near)| near.is_none()) {
        Some((part, _)) => Draft::impossible(UNKNOWN, format!("« {part} » n'en est pas une ; il y a {}", known.allowed())),
        None => Draft::confirm(after, UNKNOWN, format!("« {first} » n'en est pas une ; est-ce bien celle-là ?")),
    })
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

fn join(parts: &[&str], separator: Option<char>) -> String {
    parts.join(separator.unwrap_or('|').encode_utf8(&mut [0; 4]))
}

/// The values of a text that semicolons, commas or ends of line separate; `None` unless each piece is a value. Values may
/// hold these signs themselves: the longest text that is a value is taken each time.
fn otherwise_separated<'v>(text: &str, known: &Spellings<'v>) -> Option<Vec<&'v str>> {
    let signs: Vec<usize> = text.match_indices([';', ',', '\n']).map(|(at, _)| at).collect();
    if signs.is_empty() || signs.len() > 100 {
        return None;
    }
    let mut out = Vec::new();
    let mut start = 0;
    while start <= text.len() {
        let ends = signs.iter().copied().filter(|at| *at >= start).chain([text.len()]).collect::<Vec<_>>();
        if ends.len() > 1 && trimmed(&text[start..ends[0]]).is_empty() {
            start = ends[0] + 1;
            continue;
        }
        if trimmed(&text[start..]).is_empty() {
            break;
        }
        let (end, value) = ends.iter().rev().find_map(|end| Some((*end, known.value(trimmed(&text[start..*end]))?)))?;
        out.push(value);
        start = end + 1;
    }
    (!out.is_empty()).then_some(out)
}
