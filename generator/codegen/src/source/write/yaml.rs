//! YAML as a careful person writes it.
//!
//! In: keys and texts, in order. Out: lines. A text is quoted when some reader would take it for something else; prose
//! that does not fit on its line is folded. Whatever the text, it reads back the same: what folding or plain writing would
//! change is quoted, with escapes.
//!
//! ```text
//! titre: Code postal
//! description: >-
//!   Le code postal de la commune…
//! exemples: ["01000", "97411"]
//! ```

use crate::source::ambiguous::{self, Bare};
use crate::source::typography::prose;

/// Where lines of prose are folded.
const WIDTH: usize = 100;

/// A file being written.
#[derive(Debug, Default)]
pub(super) struct Yaml {
    out: String,
    /// Columns before the next key.
    margin: usize,
    /// What stands before the next line: a dash opens an item.
    dash: bool,
}

impl Yaml {
    /// The text of the file.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    /// `key: value`, a text to the letter.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        let value = scalar(text, false);
        self.raw(key, &value);
    }

    /// `key: value`, when there is one.
    pub(super) fn option(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    /// `key: value`, as it is.
    pub(super) fn raw(&mut self, key: &str, value: &str) {
        let line = format!("{}: {value}", scalar(key, false));
        self.line(&line);
    }

    /// `key:`, followed by what is indented under it.
    pub(super) fn open(&mut self, key: &str) {
        self.line(&format!("{}:", scalar(key, false)));
    }

    /// What is written by `inside` goes two columns further.
    pub(super) fn nest(&mut self, inside: impl FnOnce(&mut Self)) {
        self.margin += 2;
        inside(self);
        self.margin -= 2;
    }

    /// An item of a list, after its dash.
    pub(super) fn item(&mut self, inside: impl FnOnce(&mut Self)) {
        self.dash = true;
        self.nest(inside);
        self.dash = false;
    }

    /// Prose: on its line when it fits, folded otherwise. The spaces that reading adds are taken out.
    pub(super) fn prose(&mut self, key: &str, text: &str) {
        let text = typed(text);
        let plain = scalar(&text, false);
        if plain == text && self.margin + key.len() + 2 + text.chars().count() <= WIDTH {
            return self.raw(key, &plain);
        }
        if !folds(&text) {
            return self.raw(key, &double_quoted(&text));
        }
        self.long(key, &text);
    }

    /// A long text to the letter, folded when that gives it back.
    pub(super) fn long(&mut self, key: &str, text: &str) {
        if !folds(text) {
            return self.text(key, text);
        }
        self.raw(key, ">-");
        self.nest(|yaml| folded(text, WIDTH.saturating_sub(yaml.margin)).iter().for_each(|line| yaml.line(line)));
    }

    /// A list of texts: on one line when it fits.
    pub(super) fn list<'t>(&mut self, key: &str, items: impl IntoIterator<Item = &'t str>) {
        let items: Vec<&str> = items.into_iter().collect();
        let flow = flow(&items);
        if self.margin + key.len() + 2 + flow.chars().count() <= WIDTH {
            return self.raw(key, &flow);
        }
        self.open(key);
        self.nest(|yaml| items.iter().for_each(|item| yaml.line(&format!("- {}", scalar(item, false)))));
    }

    /// An item that is a list of texts.
    pub(super) fn item_list(&mut self, items: &[&str]) {
        self.line(&format!("- {}", flow(items)));
    }

    /// An item that is a text.
    pub(super) fn item_text(&mut self, text: &str) {
        self.line(&format!("- {}", scalar(text, false)));
    }

    /// An item as it is.
    pub(super) fn item_raw(&mut self, text: &str) {
        self.line(&format!("- {text}"));
    }

    fn line(&mut self, text: &str) {
        let margin = if self.dash { self.margin.saturating_sub(2) } else { self.margin };
        self.out.extend(std::iter::repeat_n(' ', margin));
        if std::mem::take(&mut self.dash) {
            self.out.push_str("- ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }
}

fn flow(items: &[&str]) -> String {
    let items: Vec<String> = items.iter().map(|item| scalar(item, true)).collect();
    format!("[{}]", items.join(", "))
}

/// A text on one line, quoted when it must be. Inside a list on one line, more must.
fn scalar(text: &str, flow: bool) -> String {
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

fn double_quoted(text: &str) -> String {
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
fn typed(text: &str) -> String {
    let plain = text.replace('\u{a0}', " ");
    if prose(&plain) == text { plain } else { text.to_owned() }
}

/// Whether folding and unfolding give the text back.
fn folds(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.chars().any(|c| c.is_control() || is_strange(c))
}

/// Lines of words, broken at single spaces only.
fn folded(text: &str, room: usize) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_quoted_when_a_reader_would_take_it_for_something_else() {
        for (text, written) in [
            ("Code postal", "Code postal"),
            ("01000", "\"01000\""),
            ("no", "\"no\""),
            ("a: b", "\"a: b\""),
            ("a #b", "\"a #b\""),
            ("- a", "\"- a\""),
            ("[0-9]{5}", "\"[0-9]{5}\""),
            (r"a\.b", r"a\.b"),
            (r"[^\n]", r"'[^\n]'"),
            ("'a' \"b\" \\", "\"'a' \\\"b\\\" \\\\\""),
            ("", "\"\""),
            (" a", "\" a\""),
            ("a\nb", "\"a\\nb\""),
            ("https://a.fr/x?y", "https://a.fr/x?y"),
            ("1.1.0", "1.1.0"),
        ] {
            assert_eq!(scalar(text, false), written);
        }
        assert_eq!(scalar("a, b", true), "\"a, b\"");
    }

    /// Whatever the text, both readers of YAML give it back.
    #[test]
    fn every_text_reads_back() {
        let mut texts: Vec<String> = [
            "|",
            ">-",
            "&a",
            "*a",
            "!x",
            "%",
            "@",
            "`",
            "a:",
            ":",
            "?",
            "~",
            "null",
            "'",
            "\"",
            "{x}",
            "<<",
            "=",
            "é  è",
            "\u{a0}",
            "a\u{2028}b",
            "\u{feff}",
            "---",
            "... a",
            "a\tb",
            "\r\n",
            "#",
            "x: y: z",
        ]
        .map(str::to_owned)
        .to_vec();
        texts.push(crate::emit::trial::HOSTILE.to_owned());
        texts.push("mot ".repeat(60).trim().to_owned());
        texts.push(format!("{}  deux espaces {}", "mot ".repeat(24).trim(), "fin ".repeat(30).trim()));
        for text in &texts {
            let mut yaml = Yaml::default();
            yaml.text("a", text);
            yaml.prose("b", text);
            yaml.list("c", [text.as_str(), "z"]);
            yaml.open("d");
            yaml.nest(|yaml| yaml.item(|yaml| yaml.prose("e", text)));
            let written = String::from_utf8(yaml.into_bytes()).expect("UTF-8");
            let value: serde_json::Value = crate::plain::decode(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
            let expected = serde_json::json!({ "a": text, "b": typed(text), "c": [text, "z"], "d": [{ "e": typed(text) }] });
            assert_eq!(value, expected, "{written}");
            assert!(written.lines().all(|line| line.trim_end() == line), "{written}");
        }
    }
}
