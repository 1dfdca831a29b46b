//! Whether the letters of an anchor are there by chance, as most are: a look at the bytes around, before anything is
//! decoded. May say « perhaps » too often, never too seldom.

use super::anchors::{Target, is_escape};

/// Most spaces inside a value that are looked past.
const MOST_SPACES: usize = 4;

/// Bytes that end an item, or may begin a character that does.
const MARKS: [bool; 256] = {
    let (marks, mut table, mut at) = (b"\"'`|;,\n\t<>=[]{}\\\xe2", [false; 256], 0);
    while at < marks.len() {
        table[marks[at] as usize] = true;
        at += 1;
    }
    table
};

/// Whether the bytes around an anchor may be those around it in a spelling, or the marks that set the spelling apart.
pub(super) fn may_align(bytes: &[u8], start: usize, end: usize, target: &Target) -> bool {
    may_follow(bytes, end, target.after) && may_precede(bytes, start, target.before)
}

/// Whether the item around an anchor may be set apart by quotes, bars, tags or the dash of a list.
pub(super) fn may_be_item(bytes: &[u8], start: usize, longest: usize) -> bool {
    // A character may take six bytes: `\u00e9`.
    let first = start.saturating_sub(6 * longest);
    let is_apostrophe = |at: usize| {
        bytes[at] == b'\'' && is_letter(at.checked_sub(1).map(|at| bytes[at])) && is_letter(bytes.get(at + 1).copied())
    };
    let mark = (first..start).rev().find(|at| MARKS[usize::from(bytes[*at])] && !is_apostrophe(*at));
    match mark.map(|at| (at, bytes[at])) {
        Some((at, b'\n')) => has_dash(&bytes[at + 1..start]),
        // `;` ends an entity, that may be a quotation mark.
        Some((_, b)) => matches!(b, b'"' | b'`' | b'|' | b'\'' | b'>' | b'\\' | b';' | 0xe2),
        None => first == 0 && has_dash(&bytes[..start]),
    }
}

fn may_follow(bytes: &[u8], end: usize, wanted: Option<u8>) -> bool {
    match (bytes[end..].iter().take(MOST_SPACES).find(|b| **b != b' '), wanted) {
        (None | Some(0x80.. | b'\\' | b'&' | b'?'), _) => true,
        (Some(b), Some(wanted)) => b.to_ascii_lowercase() == wanted,
        (Some(b), None) => !b.is_ascii_alphanumeric() && !matches!(b, b'_' | b'/' | b'*' | b'+' | b'!' | b'%' | b'@' | b'~'),
    }
}

fn may_precede(bytes: &[u8], start: usize, wanted: Option<u8>) -> bool {
    let spaces = bytes[..start].iter().rev().take(MOST_SPACES).take_while(|b| **b == b' ').count();
    let before = &bytes[..start - spaces];
    match (before.last(), wanted) {
        (None | Some(0x80.. | b';' | b'?' | b'}' | b' '), _) => true,
        (Some(b), _) if b.is_ascii_alphanumeric() && is_escape(before) => true,
        (Some(b), Some(wanted)) => b.to_ascii_lowercase() == wanted,
        (Some(b), None) => !b.is_ascii_alphanumeric() && !matches!(b, b'_' | b'.' | b'/' | b'!' | b'%' | b'@' | b'~'),
    }
}

/// Whether a line begins with the dash of a list.
fn has_dash(line: &[u8]) -> bool {
    let first = line.iter().find(|b| !matches!(b, b' ' | b'\t'));
    matches!(first, Some(b'-' | b'*' | b'+' | 0x80..))
}

fn is_letter(b: Option<u8>) -> bool {
    b.is_some_and(|b| b.is_ascii_alphanumeric() || b >= 0x80)
}
