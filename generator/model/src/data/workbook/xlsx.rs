//! A sheet of an XLSX workbook to rows.

use std::io::Read;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::MOST_ROWS;
use super::escape;
use super::flow::{Stop, Xml, append, attribute};
use super::line::{self, Line, Unread};
use super::parts::Strings;
use super::shown::{Group, Shown};

/// What cells of any sheet refer to.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// Texts, by rank.
    pub(super) strings: Strings,
    /// For each style, whether it shows a number as a date.
    pub(super) dates: Vec<bool>,
    /// Whether days are counted from 1904.
    pub(super) from_1904: bool,
}

/// A sheet being read.
pub(super) struct Sheet<S> {
    xml: Xml<S>,
    shared: Arc<Shared>,
    number: u64,
    text: String,
    shown: Shown,
}

/// The cell at hand.
#[derive(Debug, Default)]
struct Cell {
    column: usize,
    kind: String,
    style: usize,
    has_formula: bool,
    has_value: bool,
}

impl<S: Read> Sheet<S> {
    pub(super) fn new(xml: Xml<S>, shared: Arc<Shared>) -> Self {
        Self { xml, shared, number: 0, text: String::new(), shown: Shown::default() }
    }

    /// Pieces with nothing in them so far.
    pub(super) fn hollow(&self) -> u64 {
        self.xml.hollow()
    }

    /// What is shown otherwise than it is read, so far.
    pub(super) fn shown(&mut self) -> &mut Shown {
        &mut self.shown
    }

    /// Reads what comes after the last row: which cells are merged. What cannot be read there says nothing of rows.
    pub(super) fn finish(&mut self) {
        loop {
            match self.xml.next() {
                Ok(Event::Start(element)) if element.local_name().as_ref() == "mergeCell" => {
                    if let Some(group) = attribute(&element, "ref").and_then(|places| group(&places)) {
                        self.shown.merge(group);
                    }
                }
                Ok(Event::End(element)) if element.local_name().as_ref() == "mergeCells" => return,
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    /// Replaces the contents of `row` with the next one; false after the last.
    pub(super) fn next(&mut self, row: &mut Line) -> Result<bool, Stop> {
        let (mut cell, mut next, mut start) = (Cell::default(), 0, 0);
        let (mut capturing, mut phonetic, mut is_valued) = (false, false, false);
        loop {
            if std::mem::take(&mut is_valued) {
                self.xml.valued();
            }
            match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => {
                        let said = attribute(&element, "r").and_then(|number| number.parse::<u64>().ok());
                        // None is beyond the last row that is read: numbers stay far from the greatest.
                        self.number = said.map_or(0, |number| number.min(MOST_ROWS + 1)).max(self.number + 1);
                        row.start(self.number);
                        row.is_hidden = is_hidden(&element);
                        next = 0;
                    }
                    "col" if is_hidden(&element) => {
                        let place = |name| attribute(&element, name).and_then(|place| place.parse::<usize>().ok());
                        if let (Some(first @ 1..), Some(last)) = (place("min"), place("max")) {
                            self.shown.hide(first - 1, (last + 1).saturating_sub(first));
                        }
                    }
                    "c" => {
                        let column = attribute(&element, "r").and_then(|place| column(&place)).unwrap_or(next);
                        let style = attribute(&element, "s").and_then(|style| style.parse().ok()).unwrap_or(0);
                        cell = Cell {
                            column,
                            kind: attribute(&element, "t").unwrap_or_default(),
                            style,
                            has_formula: false,
                            has_value: false,
                        };
                        next = column + 1;
                        self.text.clear();
                    }
                    "f" => cell.has_formula = true,
                    "v" | "t" => {
                        (capturing, cell.has_value) = (!phonetic, true);
                        start = self.text.len();
                    }
                    "rPh" => phonetic = true,
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    name @ ("v" | "t") => {
                        // A number, or the rank of a text, has no codes.
                        if name == "t" || cell.kind == "str" {
                            escape::decode(&mut self.text, start);
                        }
                        capturing = false;
                    }
                    "rPh" => phonetic = false,
                    "c" if cell.is_unsaved(&self.text) => row.unread(cell.column, Unread::Unsaved, "")?,
                    "c" => {
                        self.shared.put(&cell, &self.text, row)?;
                        is_valued = !self.text.is_empty();
                    }
                    "row" => {
                        row.is_open = false;
                        return Ok(true);
                    }
                    "sheetData" => return Ok(false),
                    _ => {}
                },
                Event::Eof => return Err(Stop::Broken),
                event if capturing => append(&event, &mut self.text)?,
                _ => {}
            }
        }
    }
}

impl Cell {
    /// Whether it has a formula and no result: programs that are no spreadsheet write such cells. A text may be empty.
    fn is_unsaved(&self, text: &str) -> bool {
        self.has_formula && text.is_empty() && !(self.kind == "str" && self.has_value)
    }
}

impl Shared {
    fn put(&self, cell: &Cell, text: &str, row: &mut Line) -> Result<(), Stop> {
        let is_date = || self.dates.get(cell.style).copied().unwrap_or(false);
        match cell.kind.as_str() {
            "s" if text.is_empty() => Ok(()),
            "s" => match text.trim().parse().ok().and_then(|rank| self.strings.get(rank)) {
                Some(text) => row.push(cell.column, text),
                None => row.unread(cell.column, Unread::Lost, ""),
            },
            "str" | "inlineStr" => row.push(cell.column, text),
            "b" => row.push(cell.column, line::boolean(text)),
            "d" => row.push(cell.column, &line::iso(text)),
            "e" => row.unread(cell.column, Unread::Error, text),
            _ if is_date() => row.push(cell.column, &line::day(text, self.from_1904).unwrap_or_else(|| line::number(text))),
            _ => row.push(cell.column, &line::number(text)),
        }
    }
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true")
}

/// Cells such as `B4:B7`.
fn group(places: &str) -> Option<Group> {
    let place = |place: &str| {
        let row = place.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
        Some((column(place)?, row))
    };
    let (from, to) = places.split_once(':')?;
    Some(Group { from: place(from)?, to: place(to)? })
}

/// The column, from 0, of a place such as `AB12`.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.take(4).fold(0usize, |column, letter| column * 26 + usize::from(letter.to_ascii_uppercase() - b'A' + 1));
    column.checked_sub(1)
}

/// Whether a number is shown as a date: by its format among those that every program knows, or by its code.
pub(super) fn is_date(format: u32, code: Option<&str>) -> bool {
    let Some(code) = code else { return matches!(format, 14..=22 | 27..=36 | 45..=47 | 50..=58) };
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => while signs.next().is_some_and(|sign| sign != '"') {},
            '[' => while signs.next().is_some_and(|sign| sign != ']') {},
            '\\' | '_' | '*' => _ = signs.next(),
            'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_formats() {
        assert_eq!(column("A1"), Some(0));
        assert_eq!(column("AB12"), Some(27));
        assert_eq!(column("12"), None);
        assert!(is_date(14, None) && !is_date(2, None));
        assert!(is_date(164, Some("dd/mm/yyyy")) && is_date(164, Some("[$-40C]d mmmm yyyy;@")));
        assert!(!is_date(164, Some("[Red]0.00\" jours\"")) && !is_date(164, Some("General")));
    }
}
