//! Vocabularies whose values are read as identifiers are: `CCAS`, `TIERS_LIEUX`.
//!
//! Such values are too short to be looked for one by one. The longest ones are; where one stands, the words around it
//! are read one after the other.

use std::collections::BTreeMap;

use super::lexicon::{Home, List, Nature};
use super::report::Meant;
use crate::{Value, Version, Vocabulary};

/// Shortest value that is looked for everywhere, in bytes.
const SHORTEST_ANCHOR: usize = 5;

/// The spellings that are read as identifiers are.
#[derive(Debug, Default)]
pub(super) struct Codes {
    known: BTreeMap<Vec<u8>, Code>,
}

/// One of them.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) nature: Nature,
    pub(super) home: Home,
    pub(super) meant: Vec<Meant>,
}

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Codes {
    /// Adds a vocabulary of today.
    pub(super) fn add_today(&mut self, list: usize, vocabulary: &Vocabulary) {
        let meant = |value: &Value| {
            vec![Meant { vocabulary: vocabulary.name.clone(), code: value.code.clone(), label: value.label.clone() }]
        };
        for (member, value) in vocabulary.values.iter().enumerate() {
            let code = Code { nature: Nature::Value, home: Home { list, member }, meant: meant(value) };
            self.known.entry(value.label.clone().into_bytes()).or_insert(code);
        }
        for (member, value) in vocabulary.values.iter().enumerate() {
            for alias in &value.aliases {
                let code = Code { nature: Nature::Alias, home: Home { list, member }, meant: meant(value) };
                self.known.entry(alias.clone().into_bytes()).or_insert(code);
            }
        }
    }

    /// Adds a vocabulary of the past.
    pub(super) fn add_former(
        &mut self,
        members: &mut List,
        list: usize,
        vocabulary: &Vocabulary,
        version: Version,
        instead: impl Fn(&Value) -> Vec<Meant>,
    ) {
        for value in &vocabulary.values {
            let nature = Nature::Former(version);
            let new = || {
                let home = Home { list, member: members.members };
                members.members += 1;
                Code { nature, home, meant: instead(value) }
            };
            let code = self.known.entry(value.label.clone().into_bytes()).or_insert_with(new);
            if code.nature == Nature::Alias {
                code.nature = nature;
            }
        }
    }

    /// What a word is.
    pub(super) fn find(&self, word: &[u8]) -> Option<&Code> {
        self.known.get(word)
    }

    /// The values of today that are long enough to be looked for.
    pub(super) fn anchors(&self) -> impl Iterator<Item = &str> {
        let long = |(text, code): (&'_ Vec<u8>, &Code)| text.len() >= SHORTEST_ANCHOR && code.nature == Nature::Value;
        self.known.iter().filter(move |(text, code)| long((text, code))).filter_map(|(text, _)| std::str::from_utf8(text).ok())
    }
}

/// The identifiers of a stretch of bytes, cut ones at its ends left out.
pub(super) fn words(bytes: &[u8], from: usize, to: usize) -> impl Iterator<Item = Word> {
    let mut at = from;
    while at > 0 && at < to && is_word(bytes[at]) && is_word(bytes[at - 1]) {
        at += 1;
    }
    std::iter::from_fn(move || {
        let start = at + bytes[at..to].iter().position(|b| is_word(*b))?;
        let end = bytes[start..].iter().position(|b| !is_word(*b)).map_or(bytes.len(), |length| start + length);
        at = end.min(to);
        Some(Word { start, end })
    })
}

/// Whether a byte goes on an identifier.
pub(super) fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80
}
