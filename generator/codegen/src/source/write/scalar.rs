//! One text as YAML: plain when every reader takes it for itself, quoted or folded otherwise.

use crate::source::ambiguous::{self, Bare};
use crate::source::typography::prose;

/// A list on one line.
pub(super) fn flow(items: &[&str]) -> String {
    let items: Vec<String> = items.iter().map(|item| scalar(item, true)).collect();
    format!("[{}]", items.join(", "))
}

/// A text on one line, quoted when it must be. Inside a list on one line, more must.
pub(super) fn scalar(text: &str, flow: bool) -> String {
    if is_plain(text, flow) {
        return text.to_owned();
    }
    let escapes = text.chars().any(|c| c.is_control() || is_strange(c));
    if !escapes && text.contains(['\\', '"']) && !text.contains('\'') {
        return format!("'{text}'");
    }
    double_quoted(text)
}

fn is_plain(text: &str, flow: bool) -> bool {
    let opens = |c: char| {
        !matches!(
            c,
            '-' | '?'
                | ':'
                | ','
                | '['
                | ']'
                | '{'
                | '}'
                | '#'
                | '&'
                | '*'
                | '!'
                | '|'
                | '>'
                | '\''
                | '"'
                | '%'
                | '@'
                | '`'
                | '<'
                | '='
        )
    };
    ambiguous::read(text) == Bare::Text
        && text.starts_with(opens)
        && text.trim() == text
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !(flow && text.contains([',', '[', ']', '{', '}', ':', '"', '\'']))
        && !text.chars().any(|c| c.is_control() || is_strange(c))
        && !text.starts_with("...")
}

/// Signs that some readers drop, or take for a line end.
fn is_strange(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{fffe}' | '\u{ffff}')
}

pub(super) fn double_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() || is_strange(c) => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The text as a person types it: the spaces that [`prose`] sets are ordinary ones.
pub(super) fn typed(text: &str) -> String {
    let plain = text.replace('\u{a0}', " ");
    if prose(&plain) == text { plain } else { text.to_owned() }
}

/// Whether folding and unfolding give the text back.
pub(super) fn folds(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.chars().any(|c| c.is_control() || is_strange(c))
}

/// Lines of words, broken at single spaces only.
pub(super) fn folded(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && line.chars().count() + 1 + piece.chars().count() > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(piece);
    }
    lines.push(line);
    lines
}

/// Words, and runs of words that several spaces hold together.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for at in 1..bytes.len().saturating_sub(1) {
        if bytes[at] == b' ' && bytes[at - 1] != b' ' && bytes[at + 1] != b' ' {
            out.push(&text[start..at]);
            start = at + 1;
        }
    }
    out.push(&text[start..]);
    out
}
