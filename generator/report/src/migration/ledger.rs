//! The lines of a migration, gathered by what they say.

use std::borrow::Cow;
use std::collections::BTreeMap;

use standard_mediation_model::data::{Fault, FileRule};
use standard_mediation_model::migration::{Heading, Line, Mover, Pile, Reason, Why};

use super::Lines;
use crate::Refusal;

/// Groups held apart; beyond, values are counted by column only.
const MOST_GROUPS: usize = 10_000;
/// First rows shown of each group.
const FIRST_ROWS: usize = 3;

/// The lines that say the same thing, the lost ones first.
pub type Piles = BTreeMap<Key, Group>;

/// What makes two lines the same thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Where they are filed.
    pub pile: Pile,
    /// The kind, [`Reason::id`] or the id of a rule.
    pub id: &'static str,
    /// The column, by its name in the old file.
    pub column: String,
    /// Empty when the value differs from row to row.
    pub value: String,
}

/// Lines that say the same thing.
#[derive(Debug)]
pub struct Group {
    /// How many.
    pub count: u64,
    /// The first of them; none when it is about the file as a whole.
    pub rows: Vec<u64>,
    /// What happened and what to do, in French.
    pub sentence: String,
    /// What is proposed, when it is a question.
    pub proposition: Option<String>,
}

/// Ranks of groups by column, then by value.
type Columns = BTreeMap<String, BTreeMap<String, usize>>;

/// Gathers the lines of a migration.
pub struct Ledger<'o> {
    groups: Vec<Group>,
    /// By pile and kind, then by column, then by value.
    ranks: BTreeMap<(Pile, &'static str), Columns>,
    /// Where lines went: most say what one before them said.
    recent: Vec<Option<Recent>>,
    lines: Option<Lines<'o>>,
}

/// Lines of one kind, column and value, and the rank of their group.
struct Recent {
    id: &'static str,
    column: String,
    value: String,
    rank: usize,
}

/// Number of them that are remembered.
const RECENT: usize = 64;
/// Bytes of a value that is shown, and remembered.
const LONGEST: usize = 120;

impl<'o> Ledger<'o> {
    /// An empty one. `lines` is where every line goes besides.
    pub fn new(lines: Option<Lines<'o>>) -> Self {
        let recent = std::iter::repeat_with(|| None).take(RECENT).collect();
        Self { groups: Vec::new(), ranks: BTreeMap::new(), recent, lines }
    }

    /// Adds a line.
    pub fn add(&mut self, line: &Line<'_, '_>) {
        let reason = line.reason;
        let by_column = matches!(
            reason,
            Reason::DroppedColumn(_)
                | Reason::Taken(_)
                | Reason::NoColumn
                | Reason::TooLong(_)
                | Reason::HoldsSeparator(_)
                | Reason::ToCheck(_)
                | Reason::ShortRow(..)
        );
        let (id, column, value) = (reason.id(), line.column, if by_column { "" } else { line.value });
        let place = (value.len() * 7 + column.len() + usize::from(value.bytes().next().unwrap_or_default())) % RECENT;
        let known = self.recent[place].as_ref().filter(|known| known.id == id && known.value == value && known.column == column);
        if let Some(rank) = known.map(|known| known.rank) {
            self.groups[rank].add(line.row);
        } else {
            let proposition = match reason {
                Reason::Unanswered(question) => Some(question.arbitration.proposition.as_str()),
                _ => None,
            };
            let rank = self.count((reason.pile(), id, column, &short(value)), line.row, || reason.sentence(), proposition);
            if value.len() <= LONGEST {
                self.recent[place] = Some(Recent { id, column: column.to_owned(), value: value.to_owned(), rank });
            }
        }
        if let Some(lines) = &mut self.lines {
            lines.line(line);
        }
    }

    /// Adds the columns of a header, which is at that row, that are read under another name or wait for a person. It comes after
    /// [`Self::file`] and before any row.
    pub fn heading(&mut self, heading: &Heading, row: Option<u64>) {
        if let Some(lines) = &mut self.lines {
            lines.heading(&heading.read, row);
        }
        for aside in &heading.aside {
            let Some(question) = aside.question() else { continue };
            let rule = if matches!(aside.why, Why::Twice(_)) { FileRule::DuplicateColumn } else { FileRule::UnknownColumn };
            self.count((Pile::ToArbitrate, rule.id(), &aside.name, ""), row.unwrap_or_default(), || question.clone(), None);
            if let Some(lines) = &mut self.lines {
                lines.column(rule, (&aside.name, row), &question);
            }
        }
    }

    /// Adds what a file holds besides its rows, which no output takes.
    pub fn file(&mut self, faults: &[Fault]) {
        for fault in
            faults.iter().filter(|fault| matches!(fault.rule, FileRule::OtherSheet | FileRule::AboveHeader | FileRule::Hidden))
        {
            self.fault(fault);
        }
    }

    /// Adds a row that is badly written, or that could not be read at all.
    pub fn fault(&mut self, fault: &Fault) {
        let row = fault.row.unwrap_or_default();
        // Of these, nothing is in the output; a row that is cut is there as far as it goes.
        let is_lost = matches!(
            fault.rule,
            FileRule::LongRow
                | FileRule::OtherSheet
                | FileRule::AboveHeader
                | FileRule::RepeatedHeader
                | FileRule::Unreadable
                | FileRule::DuplicateColumn
                | FileRule::UnknownColumn
        );
        let pile = if is_lost { Pile::Lost } else { Pile::ToArbitrate };
        let sentence = || format!("{} ; {}", fault.message, fault.help);
        self.count((pile, fault.rule.id(), "", ""), row, sentence, None);
        if let Some(lines) = &mut self.lines {
            lines.fault(pile, fault);
        }
    }

    /// Writes what the report holds so far.
    ///
    /// # Errors
    /// Those of the report.
    pub fn flush(&mut self) -> Result<(), Refusal> {
        self.lines.as_mut().map_or(Ok(()), Lines::flush).map_err(Refusal::Report)
    }

    /// Ends the report, once so many `rows` were moved, and gives what was gathered.
    ///
    /// # Errors
    /// Those of the report.
    pub fn close(self, mover: &Mover<'_>, rows: u64) -> Result<Piles, Refusal> {
        if let Some(lines) = self.lines {
            lines.close(mover.moved(), &mover.done(), rows).map_err(Refusal::Report)?;
        }
        let mut piles = Piles::new();
        let mut groups: Vec<Option<Group>> = self.groups.into_iter().map(Some).collect();
        for ((pile, id), columns) in self.ranks {
            for (column, values) in columns {
                let key = |value: String| Key { pile, id, column: column.clone(), value };
                piles.extend(values.into_iter().filter_map(|(value, rank)| Some((key(value), groups.get_mut(rank)?.take()?))));
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
    ) -> usize {
        let value = if self.groups.len() < MOST_GROUPS { value } else { "" };
        let columns = self.ranks.entry((pile, id)).or_default();
        let values = match columns.get_mut(column) {
            Some(values) => values,
            None => columns.entry(column.to_owned()).or_default(),
        };
        let rank = values.get(value).copied().unwrap_or_else(|| {
            let (sentence, proposition) = (sentence(), proposition.map(str::to_owned));
            self.groups.push(Group { count: 0, rows: Vec::new(), sentence, proposition });
            values.insert(value.to_owned(), self.groups.len() - 1);
            self.groups.len() - 1
        });
        self.groups[rank].add(row);
        rank
    }
}

impl Group {
    fn add(&mut self, row: u64) {
        self.count += 1;
        if row > 0 && self.rows.len() < FIRST_ROWS {
            self.rows.push(row);
        }
    }
}

/// The start of a value, on one line.
fn short(value: &str) -> Cow<'_, str> {
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
