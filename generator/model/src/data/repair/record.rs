//! What was done to a file, what is left to confirm and what cannot be mended, as it is told.

use std::borrow::Cow;
use std::io;
use std::sync::Arc;

use crate::data::Found;

/// How sure a repair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// One meaning, nothing lost: it is applied.
    Sure,
    /// Likely: it is shown, and not applied.
    ToConfirm,
    /// What was meant is not in the file any more.
    Impossible,
    /// It was not read, so that it is nowhere in the output.
    Unread,
}

impl Certainty {
    /// The French word of reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sure => "sûre",
            Self::ToConfirm => "à confirmer",
            Self::Impossible => "impossible",
            Self::Unread => "non reprise",
        }
    }
}

/// What may be done to one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::data) struct Proposal {
    /// How sure it is.
    pub(in crate::data) certainty: Certainty,
    /// The whole text of the cell once mended; `None` when nothing can be proposed.
    pub(in crate::data) after: Option<String>,
    /// Ids of the rules that the cell breaks and that this mends, or would.
    pub(in crate::data) rules: Vec<Cow<'static, str>>,
    /// Whether it mends parts of the cell, and leaves others that block.
    pub(in crate::data) is_partial: bool,
    /// What is done, in a few French words that stand for all cells of the kind.
    pub(in crate::data) kind: &'static str,
    /// Why it is not sure, in French; empty when it is.
    pub(in crate::data) why: String,
}

/// A proposal at its place, or something done to the file as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// How sure it is.
    pub certainty: Certainty,
    /// The row of the file that was read, as a spreadsheet numbers it; `None` for the file as a whole.
    pub row: Option<u64>,
    /// The row of the file that is written, where rows with nothing in them are left out.
    pub row_after: Option<u64>,
    /// The column of the file that was read, from 0.
    pub column: Option<usize>,
    /// The name of the field, when the column is one; otherwise the name in the header.
    pub field: Option<Arc<str>>,
    /// What was read.
    pub before: Option<Arc<str>>,
    /// What is written, or would be.
    pub after: Option<String>,
    /// Ids of the rules.
    pub rules: Vec<Cow<'static, str>>,
    /// What is done, in a few French words.
    pub kind: Cow<'static, str>,
    /// Why it is not sure, in French; empty when it is.
    pub why: String,
    /// What the row is called, when it has a name.
    pub label: Option<Arc<str>>,
}

impl Repair {
    /// Something about the file as a whole.
    pub(super) fn of_file(
        certainty: Certainty,
        rule: impl Into<Cow<'static, str>>,
        kind: impl Into<Cow<'static, str>>,
        why: impl Into<String>,
    ) -> Self {
        Self {
            certainty,
            row: None,
            row_after: None,
            column: None,
            field: None,
            before: None,
            after: None,
            rules: vec![rule.into()],
            kind: kind.into(),
            why: why.into(),
            label: None,
        }
    }
}

/// What takes repairs one by one, in the order of the file.
pub trait RepairSink {
    /// Takes one.
    ///
    /// # Errors
    /// When it can take no more: the repair stops there.
    fn repair(&mut self, repair: &Repair) -> io::Result<()>;
}

/// Takes nothing: the tally is enough.
impl RepairSink for () {
    fn repair(&mut self, _: &Repair) -> io::Result<()> {
        Ok(())
    }
}

/// Repairs of one kind in one column.
#[derive(Debug, Clone)]
pub struct RepairGroup {
    /// How sure they are.
    pub certainty: Certainty,
    /// The column of the file that was read, from 0; `None` for the file as a whole.
    pub column: Option<usize>,
    /// What is done.
    pub kind: Cow<'static, str>,
    /// How many there are.
    pub count: u64,
    /// The first ones.
    pub examples: Vec<Repair>,
}

/// Repairs counted, with the first of each kind.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// By certainty, then in the order of columns: see `Tally::sort`.
    pub groups: Vec<RepairGroup>,
    /// For each certainty, how many.
    pub counts: [u64; 4],
}

/// Repairs kept of each group.
const KEPT: usize = 3;
/// Groups kept; beyond, repairs are only counted.
const MOST_GROUPS: usize = 1_000;

/// A repair kept as an example of its group: what is long is cut.
fn example(repair: &Repair) -> Repair {
    let before = repair.before.as_deref().map(|text| Found::cut(text).into());
    Repair { before, after: repair.after.as_deref().map(Found::cut), ..repair.clone() }
}

impl Tally {
    /// How many are of that certainty.
    pub fn count(&self, certainty: Certainty) -> u64 {
        self.counts[certainty as usize]
    }

    pub(super) fn add(&mut self, repair: &Repair) {
        self.counts[repair.certainty as usize] += 1;
        let same = |group: &&mut RepairGroup| {
            (group.certainty, group.column, &*group.kind) == (repair.certainty, repair.column, &*repair.kind)
        };
        let kept = self.groups.len();
        match self.groups.iter_mut().find(same) {
            Some(group) => {
                group.count += 1;
                if group.examples.len() < KEPT {
                    group.examples.push(example(repair));
                }
            }
            None if kept < MOST_GROUPS => self.groups.push(RepairGroup {
                certainty: repair.certainty,
                column: repair.column,
                kind: repair.kind.clone(),
                count: 1,
                examples: vec![example(repair)],
            }),
            None => {}
        }
    }

    /// Puts groups in the order in which a person reads them; the order of the file stands within a column.
    pub(super) fn sort(&mut self) {
        self.groups.sort_by_key(|group| (group.certainty, group.column.map_or(0, |column| column + 1)));
    }
}
