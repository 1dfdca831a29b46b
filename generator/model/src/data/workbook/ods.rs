//! A sheet of an ODS workbook to rows.

use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::super::csv::MOST_COLUMNS;
use super::MOST_ROWS;
use super::flow::{MOST_ATTRIBUTES, Stop, Xml, append, attribute, push};
use super::line::{self, Line, Unread};
use super::shown::{Group, Shown};

/// A sheet being read.
pub(super) struct Sheet<S> {
    xml: Xml<S>,
    /// The number of the next row.
    number: u64,
    text: String,
    /// The next column that something is said of, as a whole.
    column: usize,
    shown: Shown,
}

/// The cell at hand.
#[derive(Debug, Default)]
struct Cell {
    times: usize,
    kind: String,
    value: Option<String>,
    is_error: bool,
    has_formula: bool,
    /// Columns and rows over which it is shown, besides its own.
    over: (u16, u16),
}

impl<S: Read> Sheet<S> {
    /// Goes to the sheet of that rank, from 0, and gives its name with it; `None` when there are not as many.
    pub(super) fn new(mut xml: Xml<S>, rank: usize) -> Result<Option<(Self, String)>, Stop> {
        let (mut seen, mut is_said, mut is_valued) = (0, false, false);
        loop {
            if std::mem::take(&mut is_valued) {
                xml.valued();
            }
            match xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "table" => {
                    if seen == rank {
                        let name = attribute(&element, "name").unwrap_or_default();
                        let sheet = Self { xml, number: 1, text: String::new(), column: 0, shown: Shown::default() };
                        return Ok(Some((sheet, name)));
                    }
                    seen += 1;
                }
                Event::Eof => return Ok(None),
                Event::Text(_) => is_said = true,
                Event::End(element) if element.local_name().as_ref() == "table-cell" => {
                    (is_valued, is_said) = (is_said, false);
                }
                _ => {}
            }
        }
    }

    /// Pieces with nothing in them so far.
    pub(super) fn hollow(&self) -> u64 {
        self.xml.hollow()
    }

    /// What is shown otherwise than it is read, so far.
    pub(super) fn shown(&mut self) -> &mut Shown {
        &mut self.shown
    }

    /// Replaces the contents of `row` with the next one; false after the last.
    pub(super) fn next(&mut self, row: &mut Line) -> Result<bool, Stop> {
        let (mut cell, mut column, mut paragraphs, mut inside, mut note) = (Cell::default(), 0usize, 0, false, 0usize);
        let mut is_valued = false;
        loop {
            if std::mem::take(&mut is_valued) {
                self.xml.valued();
            }
            match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-row" => {
                        row.start(self.number);
                        // None is beyond the last row that is read: numbers stay far from the greatest.
                        row.times = repeated(&element, "number-rows-repeated").min(MOST_ROWS + 1);
                        self.number += row.times;
                        row.is_hidden = is_hidden(&element);
                        column = 0;
                    }
                    "table-column" => {
                        let count = usize::try_from(repeated(&element, "number-columns-repeated")).unwrap_or(usize::MAX);
                        if is_hidden(&element) {
                            self.shown.hide(self.column, count);
                        }
                        self.column = self.column.saturating_add(count);
                    }
                    "table-cell" | "covered-table-cell" => {
                        cell = Cell::read(&element);
                        self.shown.merge(cell.group(column, row.number));
                        paragraphs = 0;
                        self.text.clear();
                    }
                    "annotation" => note += 1,
                    "p" if note == 0 => {
                        if paragraphs > 0 {
                            push("\n", &mut self.text)?;
                        }
                        paragraphs += 1;
                        inside = true;
                    }
                    "line-break" if inside && note == 0 => push("\n", &mut self.text)?,
                    "tab" if inside && note == 0 => push("\t", &mut self.text)?,
                    "s" if inside && note == 0 => {
                        let count = repeated(&element, "c").min(1_000);
                        (0..count).try_for_each(|_| push(" ", &mut self.text))?;
                    }
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "annotation" => note = note.saturating_sub(1),
                    "p" if note == 0 => inside = false,
                    "table-cell" | "covered-table-cell" => {
                        let value = cell.value(&self.text);
                        // A formula with a result, even an empty text, says of what kind it is.
                        if cell.has_formula && cell.kind.is_empty() && value.is_empty() {
                            (column..column.saturating_add(cell.times).min(MOST_COLUMNS))
                                .try_for_each(|at| row.unread(at, Unread::Unsaved, ""))?;
                        }
                        // Empty cells are often repeated to the edge of the sheet.
                        let read = (MOST_COLUMNS + 1).saturating_sub(column).max(1);
                        let times = if value.is_empty() { 0 } else { cell.times.min(read) };
                        for at in column..column + times {
                            if cell.is_error { row.unread(at, Unread::Error, &value)? } else { row.push(at, &value)? }
                        }
                        is_valued = times > 0;
                        column = column.saturating_add(cell.times).min(1 << 20);
                    }
                    "table-row" => {
                        row.is_open = false;
                        return Ok(true);
                    }
                    "table" => return Ok(false),
                    _ => {}
                },
                Event::Eof => return Err(Stop::Broken),
                event if inside && note == 0 => append(&event, &mut self.text)?,
                _ => {}
            }
        }
    }
}

impl Cell {
    fn read(element: &BytesStart<'_>) -> Self {
        let mut cell = Self { times: 1, ..Self::default() };
        for found in element.attributes().with_checks(false).take(MOST_ATTRIBUTES).flatten() {
            let value = || quick_xml::escape::unescape(&found.value).unwrap_or_default().into_owned();
            match (found.key.local_name().as_ref(), found.key.prefix().is_some_and(|prefix| prefix.as_ref() == "calcext")) {
                ("value-type", true) => cell.is_error = &*found.value == "error",
                ("value-type", false) => cell.kind = value(),
                ("value" | "date-value" | "boolean-value" | "string-value", _) => cell.value = Some(value()),
                ("formula", _) => cell.has_formula = true,
                ("number-columns-spanned", _) => cell.over.0 = more(&found.value),
                ("number-rows-spanned", _) => cell.over.1 = more(&found.value),
                ("number-columns-repeated", _) => cell.times = found.value.parse().unwrap_or(1),
                _ => {}
            }
        }
        cell
    }

    /// The cells that it is shown over.
    fn group(&self, column: usize, row: u64) -> Group {
        let (columns, rows) = self.over;
        Group { from: (column, row), to: (column + usize::from(columns), row + u64::from(rows)) }
    }

    fn value(&self, text: &str) -> String {
        match (self.kind.as_str(), &self.value) {
            ("float" | "percentage" | "currency", Some(value)) if !self.is_error => line::number(value),
            ("date", Some(value)) => line::iso(value),
            ("boolean", Some(value)) => value.clone(),
            ("string", Some(value)) if text.is_empty() => value.clone(),
            _ => text.to_owned(),
        }
    }
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u64 {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

/// How many besides the first.
fn more(count: &str) -> u16 {
    count.parse::<u16>().map_or(0, |count| count.saturating_sub(1))
}

/// Whether a row or a column is not shown: someone hid it, or a filter did.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|how| how == "collapse" || how == "filter")
}
