//! What the rows of a file say, counted: values of lists, territories, months.
//!
//! In: blocks of rows, in any number, and which field each column is. Out: [`Statistics`]. Streaming and bounded: what
//! is held grows with the standard and the calendar, never with the file. Right or wrong is not judged here; a cell that
//! cannot be read is counted as such. A row that is the header once more is no place: only how many there are is counted.

mod months;
mod territory;
#[cfg(test)]
mod tests;
mod values;

use std::collections::BTreeMap;
use std::io;

use crate::Standard;

use super::block::Row;
use super::{Block, Columns, Found, Sink};

pub use months::{Month, Months};
pub use territory::Territory;
pub use values::ValueCounts;

/// What the rows of a file say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statistics {
    /// Number of rows.
    pub rows: u64,
    /// Number of rows that are the header once more: they are in no other count.
    pub headers: u64,
    /// For each column of the file that takes its values from a list, in the order of the standard.
    pub values: Vec<ValueCounts>,
    /// Where rows are; `None` when the file has no column that says so.
    pub territories: Option<Territories>,
    /// When rows were brought up to date; `None` when the file has no column that says so.
    pub months: Option<Months>,
}

/// Where rows are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Territories {
    /// Number of rows of each territory that has some, by code.
    pub counts: BTreeMap<Territory, u64>,
    /// Rows whose codes lead nowhere, or that have none.
    pub unknown: u64,
}

/// Counts what rows say.
pub struct Counter {
    rows: u64,
    headers: u64,
    missing: Vec<String>,
    values: Vec<values::Counting>,
    /// Rank of the fields `code_insee`, `code_postal` and `date_maj`.
    insee: Option<usize>,
    postal: Option<usize>,
    date: Option<usize>,
    territories: Option<Territories>,
    months: Option<Months>,
    /// Which columns of the file were met.
    met: Vec<bool>,
}

impl Counter {
    /// Prepares the counting of a file of that standard.
    pub fn new(standard: &Standard) -> Self {
        let rank = |name: &str| standard.fields.iter().position(|field| field.name == name);
        let fields = standard.fields.iter().enumerate();
        Self {
            rows: 0,
            headers: 0,
            missing: standard.dialect.missing_values.clone(),
            values: fields.filter_map(|(rank, field)| values::Counting::new(standard, rank, field)).collect(),
            insee: rank("code_insee"),
            postal: rank("code_postal"),
            date: rank("date_maj"),
            territories: None,
            months: None,
            met: vec![false; standard.fields.len()],
        }
    }

    /// Counts the rows of a block.
    pub fn add(&mut self, block: &Block, columns: &Columns) {
        let places = || block.rows().filter(|row| !columns.are_named_by(*row));
        let rows = places().count();
        self.rows += rows as u64;
        self.headers += (block.len() - rows + block.taken_out().len()) as u64;
        for (field, met) in self.met.iter_mut().enumerate() {
            *met |= columns.column(field).is_some();
        }
        for counting in &mut self.values {
            let Some(column) = columns.column(counting.field) else { continue };
            places().for_each(|row| counting.add(&said(&self.missing, row, column)));
        }
        let column = |field: Option<usize>| field.and_then(|field| columns.column(field));
        let (insee, postal) = (column(self.insee), column(self.postal));
        if insee.or(postal).is_some() {
            let territories = self.territories.get_or_insert_default();
            for row in places() {
                let official = insee.and_then(|column| Territory::of_insee(&row.text(column)));
                let found = official.or_else(|| postal.and_then(|column| Territory::of_postal(&row.text(column))));
                match found {
                    Some(territory) => *territories.counts.entry(territory).or_default() += 1,
                    None => territories.unknown += 1,
                }
            }
        }
        if let (Some(field), Some(column)) = (self.date, column(self.date)) {
            let months = self.months.get_or_insert_with(|| Months { field, ..Months::default() });
            places().for_each(|row| months.add(&said(&self.missing, row, column)));
        }
    }

    /// The counts.
    pub fn finish(self) -> Statistics {
        let met = self.met;
        let values = self.values.into_iter().filter(|counting| met[counting.field]).map(values::Counting::finish).collect();
        let (rows, headers) = (self.rows, self.headers);
        Statistics { rows, headers, values, territories: self.territories, months: self.months }
    }
}

/// The text of a cell, empty when it is one of those that stand for an empty cell.
fn said<'b>(missing: &[String], row: Row<'b>, column: usize) -> std::borrow::Cow<'b, str> {
    let text = row.text(column);
    if missing.iter().any(|missing| *missing == *text) { "".into() } else { text }
}

impl Sink for Counter {
    fn found(&mut self, _: &Found) -> io::Result<()> {
        Ok(())
    }

    fn block(&mut self, block: &Block, columns: &Columns) -> io::Result<()> {
        self.add(block, columns);
        Ok(())
    }
}
