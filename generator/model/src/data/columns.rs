//! Which field each column of a file is.
//!
//! In: a standard and a header. Out: the field of each column, how it was recognised, and what is wrong with the header.
//! A name is read as that of a field only when it can be no other: the rest is asked, see [`How`].

use std::borrow::Cow;

use crate::{Field, Standard, Value};

use super::block::Row;
use super::naming::{Likeness, Names, column_key};
use super::signs::shown;
use super::titles::Titles;
use super::{Fault, header};

/// How the field of a column was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// The column has the name of the field, to the letter.
    Exact,
    /// Another name, which can only be that field: its title, a former name, an alias, another case… It is read as it.
    Sure,
    /// Perhaps the field of that rank in [`Standard::fields`], which no other column is. It is not read.
    Guess(usize),
    /// Nothing of the standard. It is not read.
    Unknown,
}

/// Which field each column of a file is, and what is wrong with its header.
#[derive(Debug, Clone)]
pub struct Columns {
    /// For each column of the file, the rank of its field in [`Standard::fields`].
    fields: Vec<Option<usize>>,
    /// For each field, the rank of its column in the file.
    places: Vec<Option<usize>>,
    readings: Vec<Reading>,
    faults: Vec<Fault>,
    /// The names of the columns, as the file has them.
    names: Vec<String>,
    titles: Titles,
}

/// What became of a column, for the words that tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reading {
    Exact(usize),
    Sure(usize),
    /// Another column, of that rank, already is the field; `true` when both have its very name or neither has.
    Taken(usize, usize, bool),
    /// A column of an older version, which is several fields now.
    Split(Vec<usize>),
    Guess(usize),
    /// The name of a value that the field of that rank may take.
    Value(usize),
    Unknown,
    Unnamed,
}

impl Columns {
    /// Recognises the columns of a header.
    pub fn read(standard: &Standard, header: &[String]) -> Self {
        let mut columns = vec![None; standard.fields.len()];
        let mut readings = exact(standard, header, &mut columns);
        if readings.contains(&Reading::Unknown) {
            let names = Names::new(standard);
            sure(&names, header, &mut readings, &mut columns);
            values(standard, header, &mut readings);
            guess(&names, header, &mut readings, &columns);
        }
        let field = |reading: &Reading| match reading {
            Reading::Exact(field) | Reading::Sure(field) => Some(*field),
            _ => None,
        };
        let fields: Vec<_> = readings.iter().map(field).collect();
        let faults = header::faults(standard, header, &readings, &columns);
        let titles = Titles::new(standard, header, &fields, &columns);
        Self { fields, places: columns, readings, faults, names: header.to_vec(), titles }
    }

    /// Number of columns of the file.
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Whether the file has no column.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Rank in [`Standard::fields`] of the field of a column of the file.
    pub fn field(&self, column: usize) -> Option<usize> {
        self.fields.get(column).copied().flatten()
    }

    /// Rank in the file of the column of a field.
    pub fn column(&self, field: usize) -> Option<usize> {
        self.places.get(field).copied().flatten()
    }

    /// Rank in the file of the column of the field of that name.
    pub(super) fn named(&self, standard: &Standard, name: &str) -> Option<usize> {
        self.column(standard.fields.iter().position(|field| field.name == name)?)
    }

    /// How the field of a column of the file was found; `How::Unknown` beyond the last one.
    pub(crate) fn how(&self, column: usize) -> How {
        match self.readings.get(column) {
            Some(Reading::Exact(_)) => How::Exact,
            Some(Reading::Sure(_)) => How::Sure,
            Some(Reading::Guess(field)) => How::Guess(*field),
            _ => How::Unknown,
        }
    }

    /// What became of a column of the file.
    pub(crate) fn reading(&self, column: usize) -> &Reading {
        self.readings.get(column).unwrap_or(&Reading::Unknown)
    }

    /// The names of the columns of the file: those of their fields, or those of its header.
    pub fn names<'n>(&self, standard: &'n Standard, header: &'n [String]) -> impl Iterator<Item = &'n str> {
        let name = |(column, name): (usize, &'n String)| {
            self.field(column).map_or(name.as_str(), |field| standard.fields[field].name.as_str())
        };
        header.iter().enumerate().map(name)
    }

    /// Whether the cells of a row are the names of the columns: the header, once more, in its own words or in others.
    pub(super) fn are_named_by(&self, row: Row<'_>) -> bool {
        self.are_names(row.len(), |column| row.text(column))
    }

    /// The same of so many cells, whatever holds them.
    pub(super) fn are_names<'c>(&self, count: usize, cell: impl Fn(usize) -> Cow<'c, str>) -> bool {
        let are_same = || self.names.iter().enumerate().all(|(column, name)| cell(column) == *name);
        self.names.len() > 1 && (count == self.names.len() && are_same() || self.titles.are(count, &cell))
    }

    /// What is wrong with the header, columns of the file first, then missing ones, then their order.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

fn exact(standard: &Standard, header: &[String], columns: &mut [Option<usize>]) -> Vec<Reading> {
    let mut readings = Vec::with_capacity(header.len());
    for (i, name) in header.iter().enumerate() {
        let field = standard.fields.iter().position(|field| field.name == *name);
        readings.push(match field.map(|field| (field, columns[field])) {
            Some((field, None)) => {
                columns[field] = Some(i);
                Reading::Exact(field)
            }
            Some((field, Some(other))) => Reading::Taken(field, other, true),
            None if shown(name).is_empty() => Reading::Unnamed,
            None => Reading::Unknown,
        });
    }
    readings
}

/// The best likeness first, then the order of the file: a title wins over an alias.
fn sure(names: &Names, header: &[String], readings: &mut [Reading], columns: &mut [Option<usize>]) {
    let unknown = (0..header.len()).filter(|i| readings[*i] == Reading::Unknown);
    let mut claims: Vec<(Likeness, usize, usize)> =
        unknown.filter_map(|i| names.sure(&header[i]).map(|(likeness, field)| (likeness, i, field))).collect();
    claims.sort_unstable();
    for (_, i, field) in claims {
        readings[i] = match columns[field] {
            None => {
                columns[field] = Some(i);
                Reading::Sure(field)
            }
            Some(other) => Reading::Taken(field, other, matches!(readings[other], Reading::Sure(_))),
        };
    }
}

fn guess(names: &Names, header: &[String], readings: &mut [Reading], columns: &[Option<usize>]) {
    let mut guessed = vec![false; columns.len()];
    for (name, reading) in header.iter().zip(readings).filter(|(_, reading)| **reading == Reading::Unknown) {
        let (_, split) = names.claims(name);
        if split.len() > 1 {
            *reading = Reading::Split(split.to_vec());
            continue;
        }
        let free = (0..columns.len()).filter(|field| columns[*field].is_none() && !guessed[*field]);
        if let Some(field) = names.guess(name, free) {
            guessed[field] = true;
            *reading = Reading::Guess(field);
        }
    }
}

/// Labels and codes, of the first field that has them: what is said of them is true, and a guess may not be. A form names a box
/// to tick by its question, then by the value.
fn values(standard: &Standard, header: &[String], readings: &mut [Reading]) {
    for (name, reading) in header.iter().zip(readings).filter(|(_, reading)| **reading == Reading::Unknown) {
        let boxed = name.strip_suffix(']').and_then(|name| name.split_once('['));
        let key = column_key(boxed.map_or(name.as_str(), |(_, value)| value));
        let is_value = |value: &Value| column_key(&value.label) == key || column_key(&value.code) == key;
        let has = |field: &Field| standard.vocabulary_of(field).is_some_and(|vocabulary| vocabulary.values.iter().any(is_value));
        if let Some(field) = standard.fields.iter().position(has).filter(|_| !key.is_empty()) {
            *reading = Reading::Value(field);
        }
    }
}

#[cfg(test)]
mod tests;
