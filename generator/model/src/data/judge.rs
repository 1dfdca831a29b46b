//! A block of rows against a standard: a pure function, for any thread.

mod cell;
mod doubts;
mod judged;
mod told;

use std::sync::Arc;

use crate::{Checker, Date, Field, Level, Standard};

use super::between::Between;
use super::keys::{Key, print};
use super::merge::MOST_BLOCKING;
use super::plan::Plan;
use super::repair::Mender;
use super::suspect;
use super::{Block, Columns, Found, Rows, Unit, recognised};

use doubts::Look;
pub use judged::Judged;

/// What a required column is worth, when another is worth one.
const REQUIRED: u32 = 3;

/// Bytes of findings held together, beyond those of one row: a block of which each cell is faulty is judged in parts.
const MOST_HELD: usize = 2 << 20;

/// What is asked of a validation.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Keep to the rules of that level; `None` for all.
    pub only: Option<Level>,
    /// The day that dates may not pass.
    pub today: Date,
    /// Stop at the end of the row that reaches that number of blocking findings; `u64::MAX` goes on to the end of the file.
    pub most: u64,
}

impl Options {
    /// Every rule, until [`MOST_BLOCKING`]: `Options { only, ..Options::new(today) }` asks for something else.
    pub fn new(today: Date) -> Self {
        Self { only: None, today, most: MOST_BLOCKING }
    }
}

/// Reads blocks of rows against a standard. Shared by threads.
pub struct Judge<'a> {
    pub(super) standard: &'a Standard,
    pub(super) columns: Columns,
    pub(super) checker: Checker<'a>,
    pub(super) keys: Vec<Key>,
    pub(super) options: Options,
    pub(super) mender: Mender<'a>,
    /// What the number of a row counts.
    pub(super) unit: Unit,
    /// The row of the header, when the file has one.
    pub(super) header_row: Option<u64>,
    /// Whether rows are those of a sheet.
    is_sheet: bool,
    /// What is accepted at sight of each column of the file, and what it is worth to fill it.
    plans: Vec<Plan>,
    weights: Vec<u32>,
    /// What is accepted at sight between the cells of a row.
    between: Between,
    /// What a row is worth when every field is filled.
    most_points: u32,
    /// The columns that rules between fields read, by the name of their field; none when no such rule is asked for.
    crossed: Vec<(&'a str, usize)>,
    /// The column that names a row to a person.
    pub(super) label: Option<usize>,
    /// This one and no other.
    identity: Arc<()>,
}

impl<'a> Judge<'a> {
    /// Prepares the reading of these rows, before the first is asked for: which columns they have, how they are numbered and
    /// where their header is. They adopt the standard.
    ///
    /// # Errors
    /// The name of a field whose pattern does not compile; never for a standard loaded from our sources.
    pub fn new(standard: &'a Standard, rows: &mut dyn Rows, options: Options) -> Result<Self, String> {
        let columns = recognised(standard, rows);
        let weight = |field: &Field| if field.required { REQUIRED } else { 1 };
        let field = |column| columns.field(column).map(|field| &standard.fields[field]);
        let plan = |field: &Field| Plan::new(standard, field, options.only, options.today);
        let plans = (0..columns.len()).map(|column| field(column).map_or(Plan::FREE, plan)).collect();
        let weights = (0..columns.len()).map(|column| field(column).map_or(0, weight)).collect();
        let most_points = standard.fields.iter().map(weight).sum();
        let checker = Checker::new(standard, options.today)?;
        let label = columns.named(standard, "nom");
        let crossed = crossed(standard, &columns, options.only);
        let between = Between::new(standard, &columns);
        let keys = Key::all(standard, &columns, options.only);
        let mender = Mender::new(standard);
        Ok(Self {
            standard,
            columns,
            checker,
            keys,
            options,
            mender,
            unit: rows.unit(),
            header_row: rows.header_row(),
            is_sheet: rows.is_sheet(),
            plans,
            weights,
            between,
            most_points,
            crossed,
            label,
            identity: Arc::new(()),
        })
    }

    /// The columns of the file.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The standard.
    pub fn standard(&self) -> &'a Standard {
        self.standard
    }

    /// Replaces the contents of `judged` with what is wrong with a block, or with its first rows when too much is to be
    /// held together: [`super::Merger::add`] then goes on with the rest.
    pub fn judge(&self, block: &Block, judged: &mut Judged) {
        self.judge_in(block, block.valid(), judged);
    }

    /// The same, when it is known whether the text is valid.
    pub(super) fn judge_in(&self, block: &Block, text: Option<&str>, judged: &mut Judged) {
        (judged.rows, judged.faults) = (0..0, 0..0);
        judged.doubts.clear();
        self.part(block, text, judged);
    }

    /// Replaces the contents of `judged` with what is wrong with the next rows of the same block; false when there is none.
    pub(super) fn go_on(&self, block: &Block, judged: &mut Judged) -> bool {
        let is_left = judged.rows.end < block.len();
        if is_left {
            self.part(block, block.valid(), judged);
        }
        is_left
    }

    fn part(&self, block: &Block, text: Option<&str>, judged: &mut Judged) {
        judged.clear(self);
        let (start, mut held) = (judged.rows.end, 0);
        let mut end = block.len();
        let advised = self.is_asked(Level::Recommendation);
        let suspect = advised && suspect::may_be_inside(&block.text);
        let look = Look { block, text, advised, suspect };
        for (index, row) in (start..).zip(block.rows_among(text, start..end)) {
            let spans = block.cells_of(index);
            let mut points = 0;
            for ((span, weight), filled) in spans.iter().zip(&self.weights).zip(&mut judged.filled) {
                let is_filled = u32::from(!span.is_empty());
                *filled += is_filled;
                points += weight * is_filled;
            }
            let doubts = judged.doubts.of(self, look, index);
            let mut wrong = 0;
            let first = judged.found.len();
            for at in doubts {
                let column = judged.doubts.column(at);
                let (span, cell) = (spans[column], row.raw(column));
                // Whether quotes are bare is not in the bytes of the cell.
                if text.is_none() || span.is_doubled() || look.is_bare(span) {
                    wrong += self.cell(row, column, &mut judged.found);
                    continue;
                }
                if judged.memory.holds(column, cell) {
                    continue;
                }
                let more = self.usual(row, column, cell, &mut judged.found, &mut judged.wrong);
                if more == 0 {
                    judged.memory.keep(column, cell);
                }
                wrong += more;
            }
            if wrong > 0 {
                self.correct(row, &mut judged.found[first..], &mut judged.hopeless);
            }
            if spans.len() != self.plans.len() {
                wrong += 1;
                self.shape(row, &mut judged.found);
            }
            if !self.crossed.is_empty() {
                let is_sure = text.is_some() && self.between.accepts(&block.text, spans, &mut judged.known);
                if !is_sure {
                    self.cross(row, &mut judged.found);
                }
            }
            // What is wrong with each of its names says nothing.
            let is_header = self.columns.are_named_by(row);
            if is_header {
                judged.found.truncate(first);
                self.repeated(row, &mut judged.found);
                judged.headers.push(index);
                points = 0;
                spans.iter().zip(&mut judged.filled).for_each(|(span, filled)| *filled -= u32::from(!span.is_empty()));
            }
            for (key, prints) in self.keys.iter().zip(&mut judged.keys).filter(|_| !is_header) {
                if let Some(print) = print(key, row) {
                    prints.push((print, u32::try_from(index).unwrap_or(u32::MAX)));
                }
            }
            judged.scores.push(self.score(points, wrong));
            if judged.found.len() > first {
                held += judged.found[first..].iter().map(Found::size).sum::<usize>();
                if held > MOST_HELD {
                    end = index + 1;
                    break;
                }
            }
        }
        judged.rows = start..end;
        let last = (end < block.len()).then(|| block.rows[end - 1].number);
        let faults = &block.faults[judged.faults.end..];
        let count = faults.iter().take_while(|fault| last.is_none_or(|last| fault.row <= Some(last))).count();
        judged.faults = judged.faults.end..judged.faults.end + count;
        let faults = &faults[..count];
        if faults.iter().any(told::is_of_cell) {
            judged.found.retain(|found| !told::is_emptied(found, faults));
        }
        judged.found.extend(faults.iter().map(|fault| self.of_fault(fault)));
    }

    /// A hundred when each column is filled and nothing is wrong. A required column weighs three times another; each
    /// thing wrong takes away as much as a required column gives.
    fn score(&self, points: u32, wrong: u32) -> u8 {
        let score = points.saturating_sub(wrong * REQUIRED) * 100 / self.most_points.max(1);
        u8::try_from(score).unwrap_or(100)
    }

    /// Whether rules of that level are asked for.
    pub(super) fn is_asked(&self, level: Level) -> bool {
        self.options.only.is_none_or(|only| only == level)
    }
}

/// The columns that rules between fields of the level asked for read.
fn crossed<'a>(standard: &'a Standard, columns: &Columns, only: Option<Level>) -> Vec<(&'a str, usize)> {
    let rules = standard.rules.iter().filter(|rule| only.is_none_or(|only| only == rule.level));
    let mut names: Vec<&str> = rules.flat_map(|rule| rule.kind.fields()).collect();
    names.sort_unstable();
    names.dedup();
    let column = |name: &str| columns.named(standard, name);
    names.into_iter().filter_map(|name| Some((name, column(name)?))).collect()
}
