//! Every spelling that is known: the values of today, their aliases, the values of older versions.

use std::collections::BTreeMap;

use super::codes::Codes;
use super::former;
use super::letters::{letters, skeleton};
use super::report::Meant;
use crate::{Standard, Version, Vocabulary};

/// What is known about the words of the standard.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// Version the copies are compared with.
    pub(super) version: Version,
    /// One for each vocabulary, those of today first.
    pub(super) lists: Vec<List>,
    /// Spellings that are read as sentences are.
    pub(super) terms: Vec<Term>,
    /// Spellings that are read as identifiers are.
    pub(super) codes: Codes,
    by_skeleton: BTreeMap<Vec<char>, usize>,
    by_letters: BTreeMap<String, usize>,
    by_head: BTreeMap<String, Vec<usize>>,
}

/// A vocabulary, of today or of the past.
#[derive(Debug)]
pub(super) struct List {
    /// Its name.
    pub(super) vocabulary: String,
    /// The values of today; none when the vocabulary is gone.
    pub(super) values: Vec<Meant>,
    /// How many members it has had in all: the values of today, then those of the past.
    pub(super) members: usize,
    /// Whether its values are read as identifiers are.
    pub(super) is_coded: bool,
}

/// One spelling.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) text: String,
    /// Its folded letters without spaces.
    pub(super) skeleton: Vec<char>,
    pub(super) nature: Nature,
    /// Where it belongs; never empty, the first one is the one that is named.
    pub(super) homes: Vec<Home>,
    /// What should be written.
    pub(super) meant: Vec<Meant>,
}

/// Why a spelling is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// A value of today, to the letter.
    Value,
    /// Another spelling that the standard lists.
    Alias,
    /// A value whose last version is this one.
    Former(Version),
}

/// A member of a list: the values of today come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Home {
    pub(super) list: usize,
    pub(super) member: usize,
}

impl Term {
    /// Several words: rarely there by chance.
    pub(super) fn is_phrase(&self) -> bool {
        self.text.contains(' ')
    }

    /// So many words that it is never there by chance.
    pub(super) fn is_distinctive(&self) -> bool {
        self.skeleton.len() >= 16 && self.text.split(' ').count() >= 3
    }
}

impl Lexicon {
    /// Gathers the spellings of the standard of today and of older ones, in any order.
    pub(super) fn new(current: &Standard, past: &[Standard]) -> Self {
        let lists = current.vocabularies.iter().map(List::of_today).collect();
        let codes = Codes::default();
        let version = current.identity.version;
        let (by_skeleton, by_letters, by_head) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut lexicon = Self { version, lists, terms: Vec::new(), codes, by_skeleton, by_letters, by_head };
        for (list, vocabulary) in current.vocabularies.iter().enumerate() {
            if is_coded(vocabulary) {
                lexicon.codes.add_today(list, vocabulary);
                continue;
            }
            for (member, value) in vocabulary.values.iter().enumerate() {
                lexicon.add(&value.label, Nature::Value, Home { list, member });
            }
        }
        for (list, vocabulary) in current.vocabularies.iter().enumerate().filter(|(_, vocabulary)| !is_coded(vocabulary)) {
            for (member, value) in vocabulary.values.iter().enumerate() {
                for alias in &value.aliases {
                    // One that differs by accents, apostrophes or spaces only is seen without being listed.
                    if lexicon.known(alias.chars()).is_none() {
                        lexicon.add(alias, Nature::Alias, Home { list, member });
                    }
                }
            }
        }
        former::add(&mut lexicon, current, past);
        lexicon.index();
        lexicon
    }

    /// Adds a spelling, or one more home to it.
    pub(super) fn add(&mut self, text: &str, nature: Nature, home: Home) {
        let skeleton = skeleton(text.chars());
        if let Some(&term) = self.by_skeleton.get(&skeleton) {
            self.terms[term].homes.push(home);
            return;
        }
        let meant = self.lists[home.list].values.get(home.member).cloned().into_iter().collect();
        self.by_skeleton.insert(skeleton.clone(), self.terms.len());
        self.terms.push(Term { text: text.to_owned(), skeleton, nature, homes: vec![home], meant });
    }

    /// The spelling that a text is, accents, case, apostrophes and spaces apart.
    pub(super) fn known(&self, text: impl Iterator<Item = char>) -> Option<usize> {
        self.by_skeleton.get(&skeleton(text)).copied()
    }

    /// The spelling that has the same letters and digits.
    pub(super) fn same_letters(&self, letters: &str) -> Option<&Term> {
        self.by_letters.get(letters).map(|&term| &self.terms[term])
    }

    /// The values that go on with a parenthesis after these letters.
    pub(super) fn headed(&self, letters: &str) -> impl Iterator<Item = &Term> {
        self.by_head.get(letters).into_iter().flatten().map(|&term| &self.terms[term])
    }

    fn index(&mut self) {
        for (at, term) in self.terms.iter().enumerate() {
            self.by_letters.entry(letters(term.text.chars())).or_insert(at);
        }
        for (at, term) in self.terms.iter().enumerate().filter(|(_, term)| term.nature == Nature::Value) {
            let head = term.text.split('(').next().unwrap_or_default().trim();
            let letters = letters(head.chars());
            if head.contains(' ') && head.len() < term.text.len() && !self.by_letters.contains_key(&letters) {
                self.by_head.entry(letters).or_default().push(at);
            }
        }
    }
}

impl List {
    fn of_today(vocabulary: &Vocabulary) -> Self {
        let values: Vec<Meant> = vocabulary
            .values
            .iter()
            .map(|value| Meant { vocabulary: vocabulary.name.clone(), code: value.code.clone(), label: value.label.clone() })
            .collect();
        Self { vocabulary: vocabulary.name.clone(), members: values.len(), values, is_coded: is_coded(vocabulary) }
    }
}

/// Whether most of its values are read as identifiers are: `CCAS`, `TIERS_LIEUX`.
pub(super) fn is_coded(vocabulary: &Vocabulary) -> bool {
    let is_code = |label: &str| label.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    vocabulary.labels().filter(|label| is_code(label)).count() * 2 > vocabulary.values.len()
}
