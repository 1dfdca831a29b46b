//! One row of a sheet, and its values as text.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::super::csv::{LONGEST_ROW, MOST_COLUMNS};
use super::flow::Stop;

/// One row of a sheet. Meant to be filled again and again.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// As a spreadsheet numbers it: the first is 1.
    pub(super) number: u64,
    /// How many rows in a row are the same.
    pub(super) times: u64,
    text: String,
    /// What is held of each column, up to the last of which something is.
    cells: Vec<Held>,
    /// The row is not read to its end.
    pub(super) is_open: bool,
    /// The row is not shown.
    pub(super) is_hidden: bool,
}

/// What is held of a column: sheets may write its cell again and again, in any order.
#[derive(Debug, Clone, Default)]
struct Held {
    /// Where its text is; empty when it has none.
    text: Range<usize>,
    unread: Option<Unread>,
}

/// Why a cell that holds something has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// It shows an error of calculation.
    Error,
    /// It has a formula whose result was not stored: nobody knows what it shows.
    Unsaved,
    /// Its text is one that the workbook does not hold.
    Lost,
}

impl Line {
    pub(super) fn start(&mut self, number: u64) {
        (self.number, self.times, self.is_open, self.is_hidden) = (number, 1, true, false);
        self.text.clear();
        self.cells.clear();
    }

    /// Adds a cell. What is beyond the columns that are read still counts as one cell too many.
    pub(super) fn push(&mut self, column: usize, cell: &str) -> Result<(), Stop> {
        if cell.is_empty() { Ok(()) } else { self.put(column.min(MOST_COLUMNS), cell, None) }
    }

    /// Adds a cell that has no value, with what it shows.
    pub(super) fn unread(&mut self, column: usize, why: Unread, shown: &str) -> Result<(), Stop> {
        if column < MOST_COLUMNS { self.put(column, shown, Some(why)) } else { self.push(column, shown) }
    }

    fn put(&mut self, column: usize, cell: &str, unread: Option<Unread>) -> Result<(), Stop> {
        if self.text.len() + cell.len() > LONGEST_ROW {
            return Err(Stop::TooLong);
        }
        let start = self.text.len();
        let held = self.held(column);
        // The first cell of a column is the one that is read.
        if held.text.is_empty() && held.unread.is_none() {
            (held.text, held.unread) = (start..start + cell.len(), unread);
            self.text.push_str(cell);
        }
        Ok(())
    }

    fn held(&mut self, column: usize) -> &mut Held {
        if self.cells.len() <= column {
            self.cells.resize_with(column + 1, Held::default);
        }
        &mut self.cells[column]
    }

    /// Whether nothing but white space is held of any column.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|held| self.text[held.text.clone()].trim().is_empty() && held.unread.is_none())
    }

    /// Number of columns, up to the last one that holds something.
    pub(super) fn width(&self) -> usize {
        self.cells.iter().rposition(|held| !held.text.is_empty()).map_or(0, |last| last + 1)
    }

    /// The text of a column; empty when there is none.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |held| &self.text[held.text.clone()])
    }

    /// The value of a column: an error is none.
    pub(super) fn value(&self, column: usize) -> &str {
        if self.cells.get(column).is_some_and(|held| held.unread.is_some()) { "" } else { self.cell(column) }
    }

    /// The texts that are there.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|held| &self.text[held.text.clone()]).filter(|text| !text.is_empty())
    }

    /// The columns that have no value, and why.
    pub(super) fn all_unread(&self) -> impl Iterator<Item = (usize, Unread)> {
        self.cells.iter().enumerate().filter_map(|(column, held)| Some((column, held.unread?)))
    }
}

/// A truth value as it is written in the standard; what is none is left as it is.
pub(super) fn boolean(text: &str) -> &str {
    match text {
        "1" => "true",
        "0" => "false",
        text => text,
    }
}

/// A number as people write it: fifteen digits at most, as spreadsheets show, and no useless decimal. A whole number keeps the
/// digits that a program wrote: two identifiers may differ by the last.
pub(super) fn number(text: &str) -> String {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if matches!(digits.as_bytes(), [b'1'..=b'9', rest @ ..] if rest.iter().all(u8::is_ascii_digit)) {
        return whole.to_owned();
    }
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() => {
            let shown = format!("{value:.14e}").parse::<f64>().unwrap_or(value);
            format!("{shown}")
        }
        _ => text.to_owned(),
    }
}

/// A day, counted by spreadsheets from the end of 1899, or from 1904, as `AAAA-MM-JJ`; with its hour when it has one.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn day(text: &str, from_1904: bool) -> Option<String> {
    let serial = text.parse::<f64>().ok().filter(|serial| (0.0..2_958_466.0).contains(serial))?;
    let seconds = (serial * 86_400.0).round() as i64;
    let (days, seconds) = (seconds / 86_400, seconds % 86_400);
    let clock = format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if days == 0 && !from_1904 {
        return Some(clock);
    }
    // Spreadsheets believe that there was a 29 February 1900.
    let start: Date = match (from_1904, days) {
        (true, _) => date(1904, 1, 1),
        (false, ..60) => date(1899, 12, 31),
        (false, _) => date(1899, 12, 30),
    };
    let day = start.checked_add(days.days()).ok()?;
    Some(if seconds == 0 { day.to_string() } else { format!("{day} {clock}") })
}

/// A date of ISO 8601, without the hour when it is midnight.
pub(super) fn iso(text: &str) -> String {
    match text.split_once('T') {
        Some((day, hour)) if hour.trim_end_matches('Z').chars().all(|c| matches!(c, '0' | ':' | '.')) => day.to_owned(),
        Some((day, hour)) => format!("{day} {}", hour.trim_end_matches('Z')),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_do() {
        for (text, shown) in [
            ("1", "1"),
            ("1.0", "1"),
            ("48.856600000000002", "48.8566"),
            ("-4.35", "-4.35"),
            ("4.34933E+13", "43493300000000"),
            ("0.30000000000000004", "0.3"),
            ("12345678901234", "12345678901234"),
            ("1234567890123456", "1234567890123456"),
            ("-12345678901234567", "-12345678901234567"),
            ("1234567890123456.0", "1234567890123456"),
            ("1234567890123456.5", "1234567890123460"),
            ("007", "7"),
            ("abc", "abc"),
        ] {
            assert_eq!(number(text), shown);
        }
    }

    #[test]
    fn days_are_those_that_spreadsheets_show() {
        for (serial, shown) in [
            ("45292", "2024-01-01"),
            ("61", "1900-03-01"),
            ("1", "1900-01-01"),
            ("45292.5", "2024-01-01 12:00:00"),
            ("0.25", "06:00:00"),
        ] {
            assert_eq!(day(serial, false).as_deref(), Some(shown));
        }
        assert_eq!(day("43830", true).as_deref(), Some("2024-01-01"));
        assert_eq!(day("-1", false), None);
        assert_eq!(day("1e300", false), None);
        assert_eq!(iso("2024-01-01T00:00:00"), "2024-01-01");
        assert_eq!(iso("2024-01-01T08:30:00"), "2024-01-01 08:30:00");
    }
}
