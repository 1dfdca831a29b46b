//! A block of rows against a standard: a pure function, for any thread.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::count::counted;
use crate::{CellRule, Checker, Date, Field, Level, Standard, Violation};

use super::between::{Between, Known};
use super::block::Row;
use super::keys::{Key, print};
use super::memory::{Memory, Wrong};
use super::merge::MOST_BLOCKING;
use super::plan::Plan;
use super::repair::{Certainty, Mender, Proposal, mend_row};
use super::suspect;
use super::{Block, Columns, Fault, FileRule, Found, Unit};

/// What a required column is worth, when another is worth one.
const REQUIRED: u32 = 3;

/// Bytes of findings held together, beyond those of one row: a block of which each cell is faulty is judged in parts.
const MOST_HELD: usize = 2 << 20;
/// Rows judged together: no place is told in sixteen bytes, and a block of such rows would hold more of their keys and scores
/// than of their text.
const MOST_ROWS: usize = 16_384;

/// What is asked of a validation.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Keep to the rules of that level; `None` for all.
    pub only: Option<Level>,
    /// The day that dates may not pass.
    pub today: Date,
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
    /// The columns of the file.
    seats: Vec<Seat>,
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
    /// Blocking findings after which a validation stops.
    pub(super) most: u64,
}

/// A column of the file.
struct Seat {
    /// What is accepted at sight.
    plan: Plan,
    /// What it is worth to fill it.
    weight: u32,
}

/// What is wrong with a block, and what is counted in it. Meant to be filled again and again.
#[derive(Debug, Default)]
pub struct Judged {
    /// The rows of the block that were judged, by rank: all of them, unless too much is wrong. See [`Judge::go_on`].
    pub(super) rows: Range<usize>,
    /// The faults of the block that go with them, by rank.
    pub(super) faults: Range<usize>,
    /// In no order yet: the [`super::Merger`] sorts them.
    pub(super) found: Vec<Found>,
    /// For each column of the file, the number of cells that hold something.
    pub(super) filled: Vec<u64>,
    /// For each key, the print of its cells in each row, and the rank of the row.
    pub(super) keys: Vec<Vec<(u128, u32)>>,
    /// For each row, how many hundredths of what it could say it says well.
    pub(super) scores: Vec<u8>,
    /// What was accepted of communes, kept from a block to the next.
    known: Known,
    /// Cells in which nothing is wrong, those that cannot be mended, and the last wrong ones, kept too, and for whom.
    memory: Memory,
    hopeless: Memory,
    wrong: Wrong,
    judge: Arc<()>,
}

impl<'a> Judge<'a> {
    /// Prepares the reading of a file with these columns.
    ///
    /// # Errors
    /// The name of a field whose pattern does not compile; never for a standard loaded from our sources.
    pub fn new(standard: &'a Standard, columns: Columns, options: Options) -> Result<Self, String> {
        let weight = |field: &Field| if field.required { REQUIRED } else { 1 };
        let seat = |column| match columns.field(column).map(|field| &standard.fields[field]) {
            Some(field) => Seat { plan: Plan::new(standard, field, options.only, options.today), weight: weight(field) },
            None => Seat { plan: Plan::FREE, weight: 0 },
        };
        let seats = (0..columns.len()).map(seat).collect();
        let most_points = standard.fields.iter().map(weight).sum();
        let checker = Checker::new(standard, options.today)?;
        let label = standard.fields.iter().position(|field| field.name == "nom").and_then(|field| columns.column(field));
        let crossed = crossed(standard, &columns, options.only);
        let between = Between::new(standard, &columns);
        let keys = Key::all(standard, &columns);
        let mender = Mender::new(standard);
        let unit = Unit::Row;
        Ok(Self {
            standard,
            columns,
            checker,
            keys,
            options,
            mender,
            unit,
            seats,
            between,
            most_points,
            crossed,
            label,
            identity: Arc::new(()),
            most: MOST_BLOCKING,
        })
    }

    /// The same, for a file whose rows are counted that way.
    #[must_use]
    pub fn counting(self, unit: Unit) -> Self {
        Self { unit, ..self }
    }

    /// The same, for a validation that stops at the end of the row that reaches that number of blocking findings, rather than
    /// [`MOST_BLOCKING`]; `u64::MAX` for one that goes on to the end of the file.
    #[must_use]
    pub fn stopping_at(self, most: u64) -> Self {
        Self { most, ..self }
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
        (judged.rows, judged.faults) = (0..0, 0..0);
        self.part(block, judged);
    }

    /// Replaces the contents of `judged` with what is wrong with the next rows of the same block; false when there is none.
    pub(super) fn go_on(&self, block: &Block, judged: &mut Judged) -> bool {
        let is_left = judged.rows.end < block.len();
        if is_left {
            self.part(block, judged);
        }
        is_left
    }

    fn part(&self, block: &Block, judged: &mut Judged) {
        judged.clear(self);
        let (start, mut held) = (judged.rows.end, 0);
        let mut end = block.len().min(start + MOST_ROWS);
        let text = block.valid();
        let advised = self.is_asked(Level::Recommendation);
        let suspect = advised && suspect::may_be_inside(&block.text);
        let bare = advised && block.may_hold_bare_quotes();
        for (index, row) in (start..).zip(block.rows_among(text, start..end)) {
            let spans = block.cells_of(index);
            let (mut wrong, mut points) = (0, 0);
            let first = judged.found.len();
            let seats = self.seats.iter().zip(judged.filled.iter_mut()).enumerate();
            for (span, (column, (seat, filled))) in spans.iter().zip(seats) {
                if span.is_empty() {
                    if seat.plan.is_required() {
                        wrong += self.usual(row, column, b"", &mut judged.found, &mut judged.wrong);
                    }
                    continue;
                }
                *filled += 1;
                points += seat.weight;
                let cell = &block.text[span.range()];
                let is_plain = text.is_some() && !span.is_doubled();
                let good = if is_plain {
                    seat.plan.accepts(cell)
                } else {
                    row.is_utf8(column) && seat.plan.accepts(row.text(column).as_bytes())
                };
                let harmless = !advised || !(suspect::is_formula(cell) || suspect && suspect::may_be_inside(cell));
                let is_bare = || bare && block.is_bare(*span);
                if good && harmless && !(seat.plan.may_hold_quotes() && is_bare()) {
                    continue;
                }
                // Whether quotes are bare is not in the bytes of the cell.
                let is_usual = is_plain && !is_bare();
                if is_usual && judged.memory.holds(column, cell) {
                    continue;
                }
                if !is_usual {
                    wrong += self.cell(row, column, &mut judged.found);
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
            if spans.len() != self.seats.len() {
                wrong += 1;
                self.shape(row, &mut judged.found);
            }
            if !self.crossed.is_empty() {
                let is_sure = text.is_some() && self.between.accepts(&block.text, spans, &mut judged.known);
                if !is_sure {
                    self.cross(row, &mut judged.found);
                }
            }
            for (key, prints) in self.keys.iter().zip(&mut judged.keys) {
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
        judged.found.extend(faults[..count].iter().map(|fault| self.of_fault(fault)));
    }

    /// What [`Judge::cell`] finds in a cell of these bytes, of which nothing else is to be known: it may well be what was found
    /// there in the row before.
    fn usual(&self, row: Row<'_>, column: usize, cell: &[u8], found: &mut Vec<Found>, wrong: &mut Wrong) -> u32 {
        let known = wrong.found(column, cell);
        if known.is_empty() {
            let before = found.len();
            let more = self.cell(row, column, found);
            wrong.keep(column, cell, &found[before..]);
            return more;
        }
        let label = self.label_of(row);
        let here = known.iter().map(|found| Found { row: Some(row.number()), label: label.clone(), ..found.clone() });
        found.extend(here);
        u32::try_from(known.len()).unwrap_or(u32::MAX)
    }

    /// What is wrong with a cell that was not accepted at sight, and how many points it costs.
    fn cell(&self, row: Row<'_>, column: usize, found: &mut Vec<Found>) -> u32 {
        let Some(field) = self.columns.field(column).map(|field| &self.standard.fields[field]) else { return 0 };
        let text = row.text(column);
        let before = found.len();
        if !row.is_utf8(column) {
            let help = "enregistrez le fichier en « CSV UTF-8 »";
            let message = format!("« {text} » n'est pas écrit en UTF-8 comme le reste du fichier");
            let fault = Fault { column: Some(column), ..Fault::new(FileRule::Encoding, Some(row.number()), message, help) };
            found.push(self.of_fault(&fault));
        }
        let violations = self.checker.cell(&field.name, &text);
        let parts = if field.multiple { text.split(self.standard.separator_of(field)).count() } else { 1 };
        for violation in violations.into_iter().filter(|violation| self.is_asked(violation.level)) {
            found.push(self.of_violation(violation, row, Some((column, field, &text, parts))));
        }
        if self.is_asked(Level::Recommendation) {
            let bare = row.is_bare(column).then(|| suspect::bare_quotes(&text, row.number()));
            for fault in suspect::faults(&text, row.number()).into_iter().chain(bare) {
                let fault = Fault { column: Some(column), ..fault };
                let value = Some(Found::cut(&text));
                found.push(Found { value, label: self.label_of(row), ..self.of_fault(&fault) });
            }
        }
        u32::try_from(found.len() - before).unwrap_or(u32::MAX)
    }

    /// Adds the safe corrections of the cells of a row to what was found there. `hopeless` are cells that have none.
    fn correct(&self, row: Row<'_>, found: &mut [Found], hopeless: &mut Memory) {
        if row.len() > self.seats.len() {
            return;
        }
        let mut columns: Vec<usize> = found.iter().filter_map(|found| found.column).collect();
        columns.dedup();
        columns.retain(|column| !hopeless.holds(*column, row.text(*column).as_bytes()));
        if columns.is_empty() {
            return;
        }
        let mended = mend_row(self, row, &columns, &[], &mut []);
        for column in columns {
            let is_alone = self.columns.field(column).is_some_and(|field| !self.mender.looks_around(field));
            let may_be = |(at, proposal): &(usize, Proposal)| *at == column && proposal.certainty != Certainty::Impossible;
            if is_alone && !mended.iter().any(may_be) {
                hopeless.keep(column, row.text(column).as_bytes());
            }
        }
        for (column, proposal) in mended {
            let mended = |found: &&mut Found| found.column == Some(column) && proposal.rules.contains(&found.rule);
            if proposal.certainty != Certainty::Sure {
                continue;
            }
            for found in found.iter_mut().filter(mended) {
                found.correction.clone_from(&proposal.after);
                // What is known for sure is no question, and may be more than the one value that is nearest.
                if let Some(after) = proposal.after.as_deref().filter(|_| found.rule == CellRule::Vocabulary.id()) {
                    found.help = format!("écrivez « {} »", Found::cut(after));
                }
            }
        }
    }

    fn cross(&self, row: Row<'_>, found: &mut Vec<Found>) {
        let cell = |name: &str| {
            let (_, column) = self.crossed.iter().find(|(field, _)| *field == name)?;
            Some(row.text(*column))
        };
        for violation in self.checker.cross_rules(&cell) {
            if self.is_asked(violation.level) {
                let at = self.standard.fields.iter().position(|field| field.name == violation.field);
                let column = at.and_then(|field| self.columns.column(field));
                let text = column.map(|column| row.text(column)).unwrap_or_default();
                let place = column.zip(at).map(|(column, field)| (column, &self.standard.fields[field], &text, 1));
                found.push(self.of_violation(violation, row, place));
            }
        }
    }

    /// Says that a row does not have the cells of the header.
    fn shape(&self, row: Row<'_>, found: &mut Vec<Found>) {
        let (count, expected) = (row.len(), self.seats.len());
        let fault = if count < expected {
            let message = format!("cette ligne a {}, l'en-tête en a {expected}", counted(count, "case", "cases"));
            let help = "ajoutez les cases qui manquent, même vides, et vérifiez que les autres sont dans la bonne colonne";
            Fault { column: Some(count), ..Fault::new(FileRule::MissingCells, Some(row.number()), message, help) }
        } else {
            let message = format!("cette ligne a {}, l'en-tête en a {expected}", counted(count, "case", "cases"));
            let help = "un texte qui contient le séparateur des colonnes doit être entre guillemets";
            Fault::new(FileRule::ExtraCells, Some(row.number()), message, help)
        };
        found.push(Found { label: self.label_of(row), ..self.of_fault(&fault) });
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

    pub(super) fn label_of(&self, row: Row<'_>) -> Option<String> {
        let label = self.label.map(|column| row.text(column))?;
        (!label.is_empty()).then(|| Found::cut(&label))
    }

    /// A fault as it is told.
    pub(super) fn of_fault(&self, fault: &Fault) -> Found {
        let field = fault.column.and_then(|column| self.columns.field(column)).or(fault.field);
        Found {
            rule: fault.rule.id().to_owned(),
            level: fault.level,
            row: fault.row,
            column: fault.column,
            field: field.map(|field| self.standard.fields[field].name.clone()),
            part: None,
            value: fault.value.as_deref().map(Found::cut),
            message: Found::told(fault.message.clone()),
            help: Found::told(fault.help.clone()),
            correction: fault.correction.clone(),
            label: None,
        }
    }

    pub(super) fn of_violation(
        &self,
        violation: Violation,
        row: Row<'_>,
        place: Option<(usize, &Field, &Cow<'_, str>, usize)>,
    ) -> Found {
        Found {
            rule: violation.rule,
            level: violation.level,
            row: Some(row.number()),
            column: place.map(|(column, ..)| column),
            field: Some(violation.field),
            part: violation.part.zip(place.map(|(.., parts)| parts)).filter(|(_, parts)| *parts > 1),
            value: place.map(|(_, _, text, _)| Found::cut(text)),
            message: Found::told(violation.message),
            help: Found::told(violation.help),
            correction: None,
            label: self.label_of(row),
        }
    }
}

/// The columns that rules between fields of the level asked for read.
fn crossed<'a>(standard: &'a Standard, columns: &Columns, only: Option<Level>) -> Vec<(&'a str, usize)> {
    let rules = standard.rules.iter().filter(|rule| only.is_none_or(|only| only == rule.level));
    let mut names: Vec<&str> = rules.flat_map(|rule| rule.kind.fields()).collect();
    names.sort_unstable();
    names.dedup();
    let column = |name: &str| columns.column(standard.fields.iter().position(|field| field.name == name)?);
    names.into_iter().filter_map(|name| Some((name, column(name)?))).collect()
}

impl Judged {
    fn clear(&mut self, judge: &Judge<'_>) {
        if !Arc::ptr_eq(&self.judge, &judge.identity) {
            (self.memory, self.hopeless, self.wrong) = Default::default();
            self.judge = Arc::clone(&judge.identity);
        }
        self.found.clear();
        self.scores.clear();
        self.filled.clear();
        self.filled.resize(judge.columns.len(), 0);
        self.keys.resize_with(judge.keys.len(), Vec::new);
        self.keys.iter_mut().for_each(Vec::clear);
    }
}
