//! What is remembered of a file: counts, and the first findings of each kind.

use std::borrow::Cow;
use std::sync::Arc;

use crate::{Level, Standard};

use super::{Columns, Found};

/// Findings kept of each group, in the order of the file.
pub(super) const KEPT: usize = 5;
/// Groups kept; beyond, findings are only counted.
pub(super) const MOST_GROUPS: usize = 2_000;

/// What a file came to.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Rows with something in them, the header left out.
    pub rows: u64,
    /// Rows with nothing in them.
    pub blank_rows: u64,
    /// Rows with at least one finding of level [`Level::Blocking`].
    pub invalid_rows: u64,
    /// Findings of level [`Level::Blocking`].
    pub blocking: u64,
    /// Findings of level [`Level::Recommendation`].
    pub recommendations: u64,
    /// The columns of the file, in its order.
    pub columns: Vec<ColumnSummary>,
    /// Findings by column and rule: the file and its rows first, then columns in the order of the file, then the ones
    /// that are not there; within a column, blocking ones first, then the most frequent.
    pub groups: Vec<Group>,
    /// How good the rows are.
    pub quality: Quality,
    /// Whether the file could be read as a table at all.
    pub is_readable: bool,
}

/// What is counted of a column.
#[derive(Debug, Clone)]
pub struct ColumnSummary {
    /// Its name, as written in the header.
    pub name: String,
    /// Rank of the field in [`Standard::fields`], when it is one.
    pub field: Option<usize>,
    /// Cells with something in them.
    pub filled: u64,
    /// Findings of level [`Level::Blocking`].
    pub blocking: u64,
    /// Findings of level [`Level::Recommendation`].
    pub recommendations: u64,
}

/// Findings of one rule in one column.
#[derive(Debug, Clone)]
pub struct Group {
    /// Id of the rule.
    pub rule: Cow<'static, str>,
    /// How much it weighs.
    pub level: Level,
    /// The column of the file, from 0; `None` for rows and the file as a whole.
    pub column: Option<usize>,
    /// The name of the field, when there is one.
    pub field: Option<Arc<str>>,
    /// How many there are.
    pub count: u64,
    /// How many have a safe correction.
    pub corrected: u64,
    /// The first ones.
    pub examples: Vec<Example>,
}

/// A finding kept as an example of its group, its correction cut like its value.
pub type Example = Found;

/// How good the rows are, out of 100: see [`super::Judge`].
#[derive(Debug, Clone, Default)]
pub struct Quality {
    /// Sum of the scores of the rows.
    pub sum: u64,
    /// Number of rows for each ten points: 0 to 9, 10 to 19… 90 to 100.
    pub tens: [u64; 10],
}

fn example(found: &Found) -> Example {
    Found { correction: found.correction.as_deref().map(Found::cut), ..found.clone() }
}

impl Quality {
    /// The mean of the rows, rounded down; `None` without a row.
    pub fn score(&self) -> Option<u8> {
        let rows: u64 = self.tens.iter().sum();
        self.sum.checked_div(rows).and_then(|score| u8::try_from(score).ok())
    }

    pub(super) fn add(&mut self, score: u8) {
        self.sum += u64::from(score);
        self.tens[usize::from(score / 10).min(9)] += 1;
    }
}

impl ColumnSummary {
    /// A column of which nothing was read yet.
    pub(super) fn empty(name: &str, field: Option<usize>) -> Self {
        Self { name: name.to_owned(), field, filled: 0, blocking: 0, recommendations: 0 }
    }

    /// Counts findings of that level.
    pub(super) fn add(&mut self, level: Level, count: u64) {
        *(match level {
            Level::Blocking => &mut self.blocking,
            Level::Recommendation => &mut self.recommendations,
        }) += count;
    }
}

impl Summary {
    pub(super) fn new(header: &[String], columns: &Columns) -> Self {
        let column = |(i, name): (usize, &String)| ColumnSummary::empty(name, columns.field(i));
        Self {
            rows: 0,
            blank_rows: 0,
            invalid_rows: 0,
            blocking: 0,
            recommendations: 0,
            columns: header.iter().enumerate().map(column).collect(),
            groups: Vec::new(),
            quality: Quality::default(),
            is_readable: true,
        }
    }

    /// Whether nothing blocks.
    pub fn is_valid(&self) -> bool {
        self.blocking == 0 && self.is_readable
    }

    pub(super) fn add(&mut self, found: &Found) {
        match found.level {
            Level::Blocking => self.blocking += 1,
            Level::Recommendation => self.recommendations += 1,
        }
        // A cell beyond the header is of no column: it is told of its row.
        let column = found.column.filter(|column| *column < self.columns.len());
        if let Some(column) = column.and_then(|column| self.columns.get_mut(column)) {
            column.add(found.level, 1);
        }
        let same = |group: &&mut Group| {
            group.column == column && group.rule == found.rule && group.level == found.level && group.field == found.field
        };
        let kept = self.groups.len();
        match self.groups.iter_mut().find(same) {
            Some(group) => {
                group.count += 1;
                group.corrected += u64::from(found.correction.is_some());
                if group.examples.len() < KEPT {
                    group.examples.push(example(found));
                }
            }
            // What is said of the file as a whole, that it is not read to its end above all, is always kept.
            None if kept < MOST_GROUPS || found.field.is_none() && column.is_none() => self.groups.push(Group {
                rule: found.rule.clone(),
                level: found.level,
                column,
                field: found.field.clone(),
                count: 1,
                corrected: u64::from(found.correction.is_some()),
                examples: vec![example(found)],
            }),
            None => {}
        }
    }

    pub(super) fn sort(&mut self, standard: &Standard) {
        let place = |group: &Group| match (group.column, &group.field) {
            (None, None) => (0, 0),
            (Some(column), _) => (1, column),
            (None, Some(field)) => (2, standard.fields.iter().position(|other| *other.name == **field).unwrap_or(usize::MAX)),
        };
        self.groups.sort_by(|a, b| {
            let order = |group: &Group| (place(group), group.level, u64::MAX - group.count);
            order(a).cmp(&order(b)).then_with(|| a.rule.cmp(&b.rule))
        });
    }
}
