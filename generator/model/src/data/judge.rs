//! A block of rows against a standard: a pure function, for any thread.

use std::borrow::Cow;

use crate::{Checker, Date, Field, Level, Standard, Violation};

use super::block::Row;
use super::keys::{Key, print};
use super::plan::Plan;
use super::suspect;
use super::{Block, Columns, Fault, FileRule, Found, Unit};

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
    /// What the number of a row counts.
    pub(super) unit: Unit,
    /// For each column of the file, what is accepted at sight.
    plans: Vec<Option<Plan>>,
    /// The column that names a row to a person.
    pub(super) label: Option<usize>,
}

/// What is wrong with a block, and what is counted in it. Meant to be filled again and again.
#[derive(Debug, Default)]
pub struct Judged {
    /// In no order yet: the [`super::Merger`] sorts them.
    pub(super) found: Vec<Found>,
    /// For each column of the file, the number of cells that hold something.
    pub(super) filled: Vec<u64>,
    /// For each key, the print of its cells in each row, and the rank of the row.
    pub(super) keys: Vec<Vec<(u128, u32)>>,
    /// For each row, how many hundredths of what it could say it says well.
    pub(super) scores: Vec<u8>,
}

impl<'a> Judge<'a> {
    /// Prepares the reading of a file with these columns.
    ///
    /// # Errors
    /// The name of a field whose pattern does not compile; never for a standard loaded from our sources.
    pub fn new(standard: &'a Standard, columns: Columns, options: Options) -> Result<Self, String> {
        let plan = |column| {
            let field = &standard.fields[columns.field(column)?];
            Some(Plan::new(standard, field, options.only, options.today))
        };
        let plans = (0..columns.len()).map(plan).collect();
        let checker = Checker::new(standard, options.today)?;
        let label = standard.fields.iter().position(|field| field.name == "nom").and_then(|field| columns.column(field));
        let keys = Key::all(standard, &columns);
        Ok(Self { standard, columns, checker, keys, options, unit: Unit::Row, plans, label })
    }

    /// The same, for a file whose rows are counted that way.
    #[must_use]
    pub fn counting(self, unit: Unit) -> Self {
        Self { unit, ..self }
    }

    /// The columns of the file.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The standard.
    pub fn standard(&self) -> &'a Standard {
        self.standard
    }

    /// Replaces the contents of `judged` with what is wrong with a block.
    pub fn judge(&self, block: &Block, judged: &mut Judged) {
        judged.clear(self);
        let text = simdutf8::basic::from_utf8(&block.text).ok();
        let advised = self.is_asked(Level::Recommendation);
        let suspect = advised && suspect::may_be_inside(&block.text);
        for (index, row) in block.rows().enumerate() {
            let spans = block.cells_of(index);
            let mut wrong = 0;
            for (column, span) in spans.iter().enumerate().take(self.plans.len()) {
                let range = span.range();
                judged.filled[column] += u64::from(!range.is_empty());
                let Some(plan) = &self.plans[column] else { continue };
                let good = match text {
                    Some(text) if !span.is_doubled() => text.get(range).is_some_and(|cell| plan.accepts(cell)),
                    _ => row.is_utf8(column) && plan.accepts(&row.text(column)),
                };
                let harmless = !advised || !suspect && !suspect::is_formula(&block.text[span.range()]);
                if !good || !harmless {
                    wrong += self.cell(row, column, &mut judged.found);
                }
            }
            if spans.len() != self.plans.len() {
                wrong += 1;
                self.shape(block, row, &mut judged.found);
            }
            if self.options.only.is_none() {
                self.cross(row, &mut judged.found);
            }
            for (key, prints) in self.keys.iter().zip(&mut judged.keys) {
                if let Some(print) = print(key, row) {
                    prints.push((print, u32::try_from(index).unwrap_or(u32::MAX)));
                }
            }
            judged.scores.push(self.score(spans, wrong));
        }
        judged.found.extend(block.faults.iter().map(|fault| self.of_fault(fault)));
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
            for (fault, correction) in suspect::faults(&text, row.number()) {
                let fault = Fault { column: Some(column), ..fault };
                let value = Some(Found::cut(&text));
                found.push(Found { value, correction, label: self.label_of(row), ..self.of_fault(&fault) });
            }
        }
        u32::try_from(found.len() - before).unwrap_or(u32::MAX)
    }

    fn cross(&self, row: Row<'_>, found: &mut Vec<Found>) {
        let cell = |name: &str| {
            let field = self.standard.fields.iter().position(|field| field.name == name)?;
            Some(row.text(self.columns.column(field)?))
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

    /// Says that a row does not have the cells of the header, unless its quotes or the end of the file already say so.
    fn shape(&self, block: &Block, row: Row<'_>, found: &mut Vec<Found>) {
        let explains = |rule: FileRule| matches!(rule, FileRule::StrayQuote | FileRule::Truncated);
        let explained = |fault: &Fault| explains(fault.rule) && fault.row == Some(row.number());
        if block.faults.iter().any(explained) {
            return;
        }
        let (count, expected) = (row.len(), self.plans.len());
        let fault = if count < expected {
            let message = format!("cette ligne a {count} cases, l'en-tête en a {expected}");
            let help = "ajoutez les cases qui manquent, même vides, et vérifiez que les autres sont dans la bonne colonne";
            Fault { column: Some(count), ..Fault::new(FileRule::MissingCells, Some(row.number()), message, help) }
        } else {
            let message = format!("cette ligne a {count} cases, l'en-tête en a {expected}");
            let help = "un texte qui contient le séparateur des colonnes doit être entre guillemets";
            Fault::new(FileRule::ExtraCells, Some(row.number()), message, help)
        };
        found.push(Found { label: self.label_of(row), ..self.of_fault(&fault) });
    }

    /// A hundred when each required column and each other one is filled and nothing is wrong; required ones count
    /// three times.
    fn score(&self, spans: &[super::block::Span], wrong: u32) -> u8 {
        let weight = |field: &Field| if field.required { 3u32 } else { 1 };
        let (mut sum, mut all) = (0, 0);
        for (i, field) in self.standard.fields.iter().enumerate() {
            all += weight(field);
            let column = self.columns.column(i).and_then(|column| spans.get(column));
            sum += if column.is_some_and(|span| !span.range().is_empty()) { weight(field) } else { 0 };
        }
        let sum = sum.saturating_sub(wrong * 3);
        u8::try_from(sum * 100 / all.max(1)).unwrap_or(100)
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
        let field = fault.column.and_then(|column| self.columns.field(column));
        Found {
            rule: fault.rule.id().to_owned(),
            level: fault.level,
            row: fault.row,
            column: fault.column,
            field: field.map(|field| self.standard.fields[field].name.clone()),
            part: None,
            value: None,
            message: fault.message.clone(),
            help: fault.help.clone(),
            correction: None,
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
            message: violation.message,
            help: violation.help,
            correction: None,
            label: self.label_of(row),
        }
    }
}

impl Judged {
    fn clear(&mut self, judge: &Judge<'_>) {
        self.found.clear();
        self.scores.clear();
        self.filled.clear();
        self.filled.resize(judge.columns.len(), 0);
        self.keys.resize_with(judge.keys.len(), Vec::new);
        self.keys.iter_mut().for_each(Vec::clear);
    }
}
