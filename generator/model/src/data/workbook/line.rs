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
    /// Columns, from 0, and where their text is: those with something in them, in the order of the sheet.
    cells: Vec<(usize, Range<usize>)>,
    /// The row is not read to its end.
    pub(super) is_open: bool,
    /// Columns that show an error of calculation.
    pub(super) errors: Vec<usize>,
    /// Columns with a formula whose result was not stored: nobody knows what they show.
    pub(super) unsaved: Vec<usize>,
}

impl Line {
    pub(super) fn start(&mut self, number: u64) {
        (self.number, self.times, self.is_open) = (number, 1, true);
        self.text.clear();
        self.cells.clear();
        self.errors.clear();
        self.unsaved.clear();
    }

    /// Adds a cell. What is beyond the columns that are read still counts as one cell too many.
    pub(super) fn push(&mut self, column: usize, cell: &str) -> Result<(), Stop> {
        if cell.is_empty() {
            return Ok(());
        }
        if self.text.len() + cell.len() > LONGEST_ROW {
            return Err(Stop::TooLong);
        }
        if self.cells.len() <= MOST_COLUMNS {
            let start = self.text.len();
            self.text.push_str(cell);
            self.cells.push((column.min(MOST_COLUMNS), start..self.text.len()));
        }
        Ok(())
    }

    /// Says that a column shows an error of calculation.
    pub(super) fn error(&mut self, column: usize) {
        add(&mut self.errors, column);
    }

    /// Says that a column has a formula whose result was not stored.
    pub(super) fn unsaved(&mut self, column: usize) {
        add(&mut self.unsaved, column);
    }

    /// Number of columns, up to the last one that holds something.
    pub(super) fn width(&self) -> usize {
        self.cells.iter().map(|(column, _)| column + 1).max().unwrap_or(0)
    }

    /// The text of a column; empty when there is none.
    pub(super) fn cell(&self, column: usize) -> &str {
        // Nearly always, cells follow one another from the first.
        let at = |(found, range): &(usize, Range<usize>)| (*found == column).then(|| range.clone());
        let range = self.cells.get(column).and_then(at).or_else(|| self.cells.iter().find_map(at));
        range.map_or("", |range| &self.text[range])
    }

    /// The texts that are there.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|(_, range)| &self.text[range.clone()])
    }
}

/// Adds a column that is read; a sheet may write the same one again and again.
fn add(columns: &mut Vec<usize>, column: usize) {
    if column < MOST_COLUMNS && columns.len() < MOST_COLUMNS {
        columns.push(column);
    }
}

/// A number as people write it: fifteen digits at most, as spreadsheets show, and no useless decimal.
pub(super) fn number(text: &str) -> String {
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
