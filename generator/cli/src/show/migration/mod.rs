//! What a migration did: to a person, and in a file for who needs every line.
//!
//! In: each line as it comes. Out: groups with their counts and first rows, in bounded memory, and the file of the report.

mod file;
mod terminal;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use standard_mediation_model::Version;
use standard_mediation_model::data::{Fault, FileRule};
use standard_mediation_model::migration::{Line, Mover, Pile, Plan, Reason};

use crate::disk::Failure;
use file::ReportFile;

pub(crate) use terminal::migrated;

/// Groups held apart; beyond, values are counted by column only.
const MOST_GROUPS: usize = 10_000;
/// First rows shown of each group.
const FIRST_ROWS: usize = 3;

/// A migration, as it is told.
pub(crate) struct Migration<'a> {
    pub(crate) input: &'a str,
    pub(crate) output: &'a str,
    /// What was assumed, one sentence each.
    pub(crate) assumed: &'a [String],
    pub(crate) plan: &'a Plan,
    pub(crate) unknown_columns: &'a [&'a str],
    pub(crate) rows: u64,
    /// The form of questions, and whether it was written just now.
    pub(crate) form: Option<(String, bool)>,
}

/// The lines that say the same thing, the lost ones first.
pub(crate) type Piles = BTreeMap<Key, Group>;

/// What makes two lines the same thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) pile: Pile,
    pub(crate) id: &'static str,
    pub(crate) column: String,
    /// Empty when the value differs from row to row.
    pub(crate) value: String,
}

/// Lines that say the same thing.
pub(crate) struct Group {
    pub(crate) count: u64,
    /// The first of them.
    pub(crate) rows: Vec<u64>,
    pub(crate) sentence: String,
    /// What is proposed, when it is a question.
    pub(crate) proposition: Option<String>,
}

/// Groups by column, then by value.
type Columns = BTreeMap<String, BTreeMap<String, Group>>;

/// Gathers the lines of a migration.
pub(crate) struct Ledger {
    /// By pile and kind, then by column, then by value.
    groups: BTreeMap<(Pile, &'static str), Columns>,
    total: usize,
    file: Option<ReportFile>,
}

impl Ledger {
    /// An empty one. `report` is where every line goes besides.
    pub(crate) fn new(report: Option<&Path>, versions: (Version, Version), force: bool) -> Result<Self, Failure> {
        let file = report.map(|path| ReportFile::new(path, versions, force)).transpose()?;
        Ok(Self { groups: BTreeMap::new(), total: 0, file })
    }

    /// Adds a line.
    pub(crate) fn add(&mut self, line: &Line<'_>) {
        let reason = line.reason;
        let by_column = matches!(
            reason,
            Reason::DroppedColumn(_) | Reason::Taken(_) | Reason::NoColumn | Reason::TooLong(_) | Reason::HoldsSeparator(_)
        );
        let value = if by_column { Cow::Borrowed("") } else { short(line.value) };
        let proposition = match reason {
            Reason::Unanswered(question) => Some(question.arbitration.proposition.as_str()),
            _ => None,
        };
        self.count((reason.pile(), reason.id(), line.column, &value), line.row, || reason.sentence(), proposition);
        if let Some(file) = &mut self.file {
            file.line(line);
        }
    }

    /// Adds a row that is badly written, or that could not be read at all.
    pub(crate) fn fault(&mut self, fault: &Fault) {
        let row = fault.row.unwrap_or_default();
        let is_lost = fault.rule == FileRule::LongRow;
        let pile = if is_lost { Pile::Lost } else { Pile::ToArbitrate };
        let sentence = || format!("{} ; {}", fault.message, fault.help);
        self.count((pile, fault.rule.id(), "", ""), row, sentence, None);
        if let Some(file) = &mut self.file {
            file.fault(pile, fault);
        }
    }

    /// Writes what the report holds so far.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.file.as_mut().map_or(Ok(()), ReportFile::flush)
    }

    /// Ends the report, and gives what was gathered.
    pub(crate) fn close(self, mover: &Mover<'_>) -> Result<Piles, Failure> {
        if let Some(file) = self.file {
            file.close(&mover.done())?;
        }
        let mut piles = Piles::new();
        for ((pile, id), columns) in self.groups {
            for (column, values) in columns {
                piles.extend(values.into_iter().map(|(value, group)| (Key { pile, id, column: column.clone(), value }, group)));
            }
        }
        Ok(piles)
    }

    fn count(
        &mut self,
        (pile, id, column, value): (Pile, &'static str, &str, &str),
        row: u64,
        sentence: impl FnOnce() -> String,
        proposition: Option<&str>,
    ) {
        let value = if self.total < MOST_GROUPS { value } else { "" };
        // Most lines say what one before them said: nothing is copied then.
        let columns = self.groups.entry((pile, id)).or_default();
        let values = match columns.get_mut(column) {
            Some(values) => values,
            None => columns.entry(column.to_owned()).or_default(),
        };
        let group = if let Some(group) = values.get_mut(value) {
            group
        } else {
            self.total += 1;
            values.entry(value.to_owned()).or_insert_with(|| Group {
                count: 0,
                rows: Vec::new(),
                sentence: sentence(),
                proposition: proposition.map(str::to_owned),
            })
        };
        group.count += 1;
        if group.rows.len() < FIRST_ROWS {
            group.rows.push(row);
        }
    }
}

/// The start of a value, on one line.
fn short(value: &str) -> Cow<'_, str> {
    const LONGEST: usize = 120;
    if value.len() <= LONGEST && !value.contains(char::is_control) {
        return Cow::Borrowed(value);
    }
    let cut = value.char_indices().nth(LONGEST).map_or(value.len(), |(at, _)| at);
    let mut text: String = value[..cut].chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if cut < value.len() {
        text.push('…');
    }
    Cow::Owned(text)
}
