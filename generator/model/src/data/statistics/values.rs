//! How often each value of a list is used in a column.

use std::collections::BTreeMap;

use crate::{Field, Standard};

use super::super::values::Values;

/// Values out of the list that are told apart; beyond, they are only counted.
const MOST_UNKNOWN: usize = 1_000;
/// Number of characters kept of a value out of the list.
const LONGEST: usize = 100;

/// How often each value of a list is used in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueCounts {
    /// Rank of the field in [`Standard::fields`].
    pub field: usize,
    /// Number of rows with at least one value.
    pub filled: u64,
    /// Number of rows that hold each value of the vocabulary, in its order.
    pub known: Vec<u64>,
    /// The values out of the list, each with how often it is met, the most frequent first. A thousand are told apart.
    pub unknown: Vec<(String, u64)>,
    /// How often a value out of the list is met, the ones of [`ValueCounts::unknown`] included.
    pub out_of_list: u64,
}

/// Counts the values of a column.
pub(super) struct Counting {
    pub(super) field: usize,
    separator: Option<char>,
    labels: Vec<String>,
    /// `None` when there are too many of them.
    values: Option<Values>,
    filled: u64,
    known: Vec<u64>,
    /// For each value, the last row that has it, from 1: a row counts once.
    last: Vec<u64>,
    rows: u64,
    unknown: BTreeMap<String, u64>,
    out_of_list: u64,
}

impl Counting {
    /// `None` for a field without a list.
    pub(super) fn new(standard: &Standard, rank: usize, field: &Field) -> Option<Self> {
        let vocabulary = standard.vocabulary_of(field)?;
        let labels: Vec<String> = vocabulary.labels().map(str::to_owned).collect();
        Some(Self {
            field: rank,
            separator: field.multiple.then(|| standard.separator_of(field)),
            values: Values::new(vocabulary.labels()),
            filled: 0,
            known: vec![0; labels.len()],
            last: vec![0; labels.len()],
            labels,
            rows: 0,
            unknown: BTreeMap::new(),
            out_of_list: 0,
        })
    }

    pub(super) fn add(&mut self, text: &str) {
        self.rows += 1;
        if text.is_empty() {
            return;
        }
        self.filled += 1;
        match self.separator {
            None => self.part(text),
            Some(separator) => text.split(separator).for_each(|part| self.part(part)),
        }
    }

    fn part(&mut self, part: &str) {
        let rank = match &self.values {
            Some(values) => values.rank(part.as_bytes()),
            None => self.labels.iter().position(|label| label == part),
        };
        match rank {
            Some(rank) if self.last[rank] == self.rows => {}
            Some(rank) => {
                self.last[rank] = self.rows;
                self.known[rank] += 1;
            }
            None if part.is_empty() => {}
            None => {
                self.out_of_list += 1;
                let end = part.char_indices().nth(LONGEST).map_or(part.len(), |(end, _)| end);
                if let Some(count) = self.unknown.get_mut(&part[..end]) {
                    *count += 1;
                } else if self.unknown.len() < MOST_UNKNOWN {
                    self.unknown.insert(part[..end].to_owned(), 1);
                }
            }
        }
    }

    pub(super) fn finish(self) -> ValueCounts {
        let mut unknown: Vec<(String, u64)> = self.unknown.into_iter().collect();
        // Stable: those that are as frequent stay in the order of their letters.
        unknown.sort_by_key(|(_, count)| u64::MAX - count);
        ValueCounts { field: self.field, filled: self.filled, known: self.known, unknown, out_of_list: self.out_of_list }
    }
}
