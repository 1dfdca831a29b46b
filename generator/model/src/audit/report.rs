//! What an audit gives: findings, and how much of each vocabulary was met.

use serde::Serialize;

use crate::CopyRule;
use crate::{Finding, Place, Span};

/// Something wrong in a copy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct CopyFinding {
    /// Where: what is written, or the last value of a list that lacks some.
    #[serde(skip)]
    pub span: Span,
    /// The rule.
    #[serde(skip)]
    pub rule: CopyRule,
    /// Name of the vocabulary.
    #[serde(rename = "vocabulaire")]
    pub vocabulary: String,
    /// What is written there.
    #[serde(rename = "ecrit")]
    pub written: String,
    /// What should be: one value, several when the choice is open, none when nobody knows.
    #[serde(rename = "attendu")]
    pub meant: Vec<Meant>,
    /// What is wrong, in French.
    #[serde(skip)]
    pub message: String,
    /// What to do, in French.
    #[serde(skip)]
    pub help: String,
}

/// A value of today.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Meant {
    /// Name of its vocabulary.
    #[serde(rename = "vocabulaire")]
    pub vocabulary: String,
    /// Stable identifier.
    pub code: String,
    /// The text to write.
    #[serde(rename = "libelle")]
    pub label: String,
}

/// What one text holds.
#[derive(Debug)]
pub struct FileReport {
    /// What is wrong, by place.
    pub findings: Vec<CopyFinding>,
    /// How many more there are, beyond what is kept of one text.
    pub untold: u64,
    /// What was met.
    pub tally: Tally,
}

/// How much of each vocabulary was met.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Tally(Vec<VocabularyTally>);

/// How much of one vocabulary was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VocabularyTally {
    /// Its name.
    #[serde(rename = "nom")]
    pub vocabulary: String,
    /// Its values of today; none for a vocabulary of the past.
    #[serde(rename = "valeurs")]
    pub values: Vec<ValueTally>,
    /// Values of the past met under its name.
    #[serde(rename = "anciennes")]
    pub former: u64,
}

/// How often a value was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ValueTally {
    /// The text to write.
    #[serde(rename = "libelle")]
    pub label: String,
    /// Times it was written so.
    #[serde(rename = "justes")]
    pub right: u64,
    /// Times it was written otherwise.
    #[serde(rename = "fautives")]
    pub wrong: u64,
}

impl CopyFinding {
    /// The same as any other finding, about the file `path`.
    pub fn finding(&self, path: &str) -> Finding {
        Finding {
            place: Place { path: path.to_owned(), span: Some(self.span) },
            rule: self.rule.id().to_owned(),
            level: self.rule.level(),
            message: self.message.clone(),
            help: self.help.clone(),
        }
    }
}

impl Tally {
    /// Nothing met yet, of vocabularies given as names and values.
    pub(super) fn new<'a>(lists: impl Iterator<Item = (&'a str, &'a [Meant])>) -> Self {
        let value = |meant: &Meant| ValueTally { label: meant.label.clone(), right: 0, wrong: 0 };
        let list = |(name, values): (&str, &[Meant])| VocabularyTally {
            vocabulary: name.to_owned(),
            values: values.iter().map(value).collect(),
            former: 0,
        };
        Self(lists.map(list).collect())
    }

    /// One more meeting of a member of a list.
    pub(super) fn meet(&mut self, list: usize, member: usize, is_right: bool) {
        let Some(list) = self.0.get_mut(list) else { return };
        match list.values.get_mut(member) {
            Some(value) if is_right => value.right += 1,
            Some(value) => value.wrong += 1,
            None => list.former += 1,
        }
    }

    /// Adds what another text holds; both from the same [`super::Auditor`].
    pub fn add(&mut self, other: &Self) {
        if self.0.is_empty() {
            self.clone_from(other);
            return;
        }
        for (list, more) in self.0.iter_mut().zip(&other.0) {
            list.former += more.former;
            for (value, more) in list.values.iter_mut().zip(&more.values) {
                value.right += more.right;
                value.wrong += more.wrong;
            }
        }
    }

    /// The vocabularies, those of today first.
    pub fn vocabularies(&self) -> &[VocabularyTally] {
        &self.0
    }
}

impl VocabularyTally {
    /// Whether anything of it was met.
    pub fn is_met(&self) -> bool {
        self.former > 0 || self.values.iter().any(|value| value.right + value.wrong > 0)
    }
}
