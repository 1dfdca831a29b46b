//! A JSON text as a tree that remembers where everything stands.
//!
//! In: a text. Out: the tree, or the first place where it stops being JSON. Strict (RFC 8259) and bounded in depth, so a
//! hostile text costs its own length and no more. Must not decide what a file should hold.

use std::collections::BTreeSet;
use std::ops::Range;

/// A value, and the bytes of the text it covers.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// A key of a map and its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) span: Range<usize>,
    pub(super) value: Node,
}

/// Where and why a text is not JSON, or says something twice.
#[derive(Debug, PartialEq)]
pub(super) struct Fault {
    pub(super) span: Range<usize>,
    pub(super) message: String,
}

/// Levels of nesting allowed: the deepest published schema uses nine.
const DEPTH: usize = 64;

impl Node {
    /// The value of a key; `None` when this is no map or has no such key.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Kind::Text(text) = &self.kind { Some(text) } else { None }
    }

    pub(super) fn list(&self) -> Option<&[Self]> {
        if let Kind::List(items) = &self.kind { Some(items) } else { None }
    }

    /// The keys of a map; none for anything else.
    pub(super) fn entries(&self) -> &[Entry] {
        if let Kind::Map(entries) = &self.kind { entries } else { &[] }
    }

    pub(super) fn is_map(&self) -> bool {
        matches!(self.kind, Kind::Map(_))
    }

    pub(super) fn is_true(&self) -> bool {
        matches!(self.kind, Kind::Bool(true))
    }

    /// The texts of a list; `None` as soon as it holds anything else.
    pub(super) fn texts(&self) -> Option<Vec<&str>> {
        self.list()?.iter().map(Self::text).collect()
    }
}

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Node, Fault> {
    let mut reader = Reader { text, at: 0 };
    let node = reader.value(0)?;
    reader.blank();
    if reader.at < text.len() {
        return Err(reader.fault("il y a quelque chose après la fin"));
    }
    Ok(node)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn fault(&self, message: &str) -> Fault {
        let rest = &self.text[self.at..];
        let end = self.at + rest.chars().next().map_or(0, char::len_utf8);
        let message = if rest.is_empty() { "le texte s'arrête en route" } else { message };
        Fault { span: self.at..end, message: message.to_owned() }
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blank(&mut self) {
        while matches!(self.next(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn takes(&mut self, byte: u8) -> bool {
        let is_there = self.next() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn value(&mut self, depth: usize) -> Result<Node, Fault> {
        self.blank();
        let start = self.at;
        let kind = match self.next() {
            Some(b'{' | b'[') if depth == DEPTH => return Err(self.fault("trop de niveaux sont imbriqués")),
            Some(b'{') => self.map(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Kind::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Node { span: start..self.at, kind })
    }

    fn map(&mut self, depth: usize) -> Result<Kind, Fault> {
        self.at += 1;
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen = BTreeSet::new();
        self.blank();
        while !self.takes(b'}') {
            if !entries.is_empty() && !self.takes(b',') {
                return Err(self.fault("il manque une virgule ou une accolade fermante"));
            }
            self.blank();
            let start = self.at;
            if self.next() != Some(b'"') {
                return Err(self.fault("il faut un nom de clé entre guillemets droits"));
            }
            let key = self.string()?;
            let span = start..self.at;
            if !seen.insert(key.clone()) {
                return Err(Fault { span, message: format!("la clé « {key} » est écrite deux fois au même endroit") });
            }
            self.blank();
            if !self.takes(b':') {
                return Err(self.fault("il manque deux-points après la clé"));
            }
            let value = self.value(depth + 1)?;
            entries.push(Entry { key, span, value });
            self.blank();
        }
        Ok(Kind::Map(entries))
    }

    fn list(&mut self, depth: usize) -> Result<Kind, Fault> {
        self.at += 1;
        let mut items = Vec::new();
        self.blank();
        while !self.takes(b']') {
            if !items.is_empty() && !self.takes(b',') {
                return Err(self.fault("il manque une virgule ou un crochet fermant"));
            }
            items.push(self.value(depth + 1)?);
            self.blank();
        }
        Ok(Kind::List(items))
    }

    /// The text between quotes. Escapes are left to `serde_json`, which knows them all.
    fn string(&mut self) -> Result<String, Fault> {
        let start = self.at;
        self.at += 1;
        while let Some(byte) = self.next() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                let wrong = Fault { span: start..self.at, message: "ce texte contient un signe mal écrit".to_owned() };
                return serde_json::from_str(&self.text[start..self.at]).map_err(|_| wrong);
            }
        }
        self.at = self.text.len();
        Err(Fault { span: start..start + 1, message: "ce texte n'a pas de guillemet fermant".to_owned() })
    }

    fn number(&mut self) -> Result<Kind, Fault> {
        let start = self.at;
        while matches!(self.next(), Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')) {
            self.at += 1;
        }
        let number = serde_json::from_str(&self.text[start..self.at]);
        number
            .map(Kind::Number)
            .map_err(|_| Fault { span: start..self.at, message: "ce nombre n'est pas écrit comme en JSON".to_owned() })
    }

    fn word(&mut self) -> Result<Kind, Fault> {
        for (word, kind) in [("true", Kind::Bool(true)), ("false", Kind::Bool(false)), ("null", Kind::Null)] {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(kind);
            }
        }
        Err(self.fault("il faut une valeur ici"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_knows_its_place() {
        let text = r#"{"é": ["a\n", -1.5e2, true, null], "b": {}}"#;
        let root = read(text).expect("JSON");
        let items = root.get("é").and_then(Node::list).expect("a list");
        let shown: Vec<&str> = items.iter().map(|item| &text[item.span.clone()]).collect();
        assert_eq!(shown, [r#""a\n""#, "-1.5e2", "true", "null"]);
        assert_eq!(items[0].text(), Some("a\n"));
        assert!(matches!(items[1].kind, Kind::Number(number) if (number + 150.0).abs() < 1e-9) && items[2].is_true());
        assert!(root.get("b").is_some_and(Node::is_map) && root.get("c").is_none());
        assert_eq!(&text[root.entries()[1].span.clone()], "\"b\"");
    }

    #[test]
    fn what_is_not_json_is_placed_and_said() {
        for (text, start, said) in [
            ("", 0, "s'arrête en route"),
            ("{", 1, "s'arrête en route"),
            (r#"{"a":1,}"#, 7, "un nom de clé"),
            (r#"{"a" 1}"#, 5, "deux-points"),
            (r#"{"a":1 "b":2}"#, 7, "une virgule"),
            ("[1 2]", 3, "une virgule"),
            ("[1,]", 3, "une valeur"),
            ("[01]", 1, "ce nombre"),
            ("[1e999]", 1, "ce nombre"),
            (r#"["\x"]"#, 1, "mal écrit"),
            (r#"["\ud800"]"#, 1, "mal écrit"),
            ("[\"a\nb\"]", 1, "mal écrit"),
            (r#"["\"#, 1, "guillemet fermant"),
            (r#"["\é"#, 1, "guillemet fermant"),
            ("nul", 0, "une valeur"),
            ("1 é", 2, "après la fin"),
            (r#"{"a":1,"a":2}"#, 7, "deux fois"),
        ] {
            let fault = read(text).expect_err(text);
            assert_eq!(fault.span.start, start, "{text}: {fault:?}");
            assert!(fault.message.contains(said) && text.get(fault.span.clone()).is_some(), "{text}: {fault:?}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        assert!(read(&format!("{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH))).is_ok());
        let fault = read(&"[".repeat(1_000_000)).expect_err("too deep");
        assert!(fault.message.contains("imbriqués"));
    }
}
