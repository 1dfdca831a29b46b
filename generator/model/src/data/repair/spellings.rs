//! The values of a vocabulary, whatever their case, accents, apostrophes and quotes.

use std::collections::BTreeMap;

use crate::count::others;
use crate::{Vocabulary, hint};

/// Where the spellings of a vocabulary lead.
#[derive(Debug)]
pub(super) struct Spellings<'a> {
    vocabulary: &'a Vocabulary,
    /// Ranks of values by folded text; `None` when two values share it.
    folded: BTreeMap<String, Option<usize>>,
    /// For each value, the letters of its label.
    letters: Vec<String>,
}

/// Longest text that is compared with values, in bytes; beyond, it is no value.
const LONGEST: usize = 300;

impl<'a> Spellings<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        let mut folded = BTreeMap::new();
        for (rank, value) in vocabulary.values.iter().enumerate() {
            for text in std::iter::once(&value.label).chain(&value.aliases) {
                let known = folded.entry(fold(text)).or_insert(Some(rank));
                if *known != Some(rank) {
                    *known = None;
                }
            }
        }
        let letters = vocabulary.labels().map(|label| letters(&hint::folded(label))).collect();
        Self { vocabulary, folded, letters }
    }

    /// The value that a text surely is: its label, one of its declared spellings, or either with another case or other
    /// accents. A value that another one replaces leads to that one.
    pub(super) fn value(&self, text: &str) -> Option<&'a str> {
        let exact = self.vocabulary.values.iter().position(|value| value.label == text);
        let rank = exact.or_else(|| (text.len() <= LONGEST).then(|| self.folded.get(&fold(text)).copied().flatten())?)?;
        let mut value = &self.vocabulary.values[rank];
        // No chain is longer than the list.
        for _ in 0..self.vocabulary.values.len() {
            match value.replaced_by.as_deref().and_then(|code| self.vocabulary.by_code(code)) {
                Some(next) => value = next,
                None => break,
            }
        }
        Some(&value.label)
    }

    /// Whether some value starts with a text, in one of its spellings.
    pub(super) fn may_start_with(&self, text: &str) -> bool {
        let text = fold(text);
        self.folded.range(text.clone()..).next().is_some_and(|(spelling, _)| spelling.starts_with(&text))
    }

    /// The value that a text looks like: its code, its letters without punctuation, or the `nearest` one.
    pub(super) fn near<'n>(&self, text: &str, nearest: &dyn Fn(&str) -> Option<&'n str>) -> Option<&'n str>
    where
        'a: 'n,
    {
        if text.len() > LONGEST {
            return None;
        }
        let wanted = letters(&hint::folded(text));
        let mut values = self.vocabulary.values.iter().zip(&self.letters);
        let same = values.find(|(value, letters)| value.code == text || **letters == wanted);
        same.map(|(value, _)| value.label.as_str()).or_else(|| nearest(text))
    }

    /// Whether one of the values is to be replaced.
    pub(super) fn has_replaced(&self) -> bool {
        self.vocabulary.values.iter().any(|value| value.replaced_by.is_some())
    }

    /// Some of the values, for a person who has to choose.
    pub(super) fn allowed(&self) -> String {
        let mut labels: Vec<String> = self.vocabulary.labels().take(6).map(|label| format!("« {label} »")).collect();
        let more = self.vocabulary.values.len().saturating_sub(labels.len());
        if more > 0 {
            labels.push(format!("et {}", others(more)));
        }
        labels.join(", ")
    }
}

/// A folded text without punctuation.
fn letters(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn fold(text: &str) -> String {
    let quotes = |c: char| if matches!(c, '«' | '»' | '“' | '”' | '„') { '"' } else { c };
    let folded = hint::folded(&text.chars().map(quotes).collect::<String>());
    folded.replace(" \"", "\"").replace("\" ", "\"")
}
