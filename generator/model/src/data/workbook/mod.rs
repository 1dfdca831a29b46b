//! XLSX and ODS workbooks to blocks of rows.
//!
//! In: bytes that can be read from any place. Out: the rows of one sheet: the first with a row, among its first twenty,
//! that names at least two known columns; that row is the header, and what is above it is left out. Cells are given as
//! text: dates as `AAAA-MM-JJ`, whole numbers without decimals, the last result of formulas, signs in place of their codes.
//!
//! A sheet is read as it is inflated, never held; what is held is the texts that an XLSX shares between cells. Sizes that
//! the file declares are not believed. Bounds: [`MOST_WORKBOOK_BYTES`] for the file, 24 MiB and a million for the shared
//! texts, 256 MiB for the XML of a sheet and for what its rows give, a million rows, twenty million pieces of XML with nothing
//! in them, 1 MiB for a row. They are why no general reader of workbooks is used: those hold a whole sheet, and set aside what
//! the file says it needs.

mod archive;
mod escape;
mod find;
mod flow;
mod line;
mod ods;
mod parts;
mod shown;
mod told;
mod xlsx;

use std::io::{self, Read, Seek};

use super::csv::MOST_COLUMNS;
use super::header::above_header;
use super::{Block, Fault, FileRule, Rows};
use crate::count;
use archive::{Inflated, Whole};
use find::{Found, Sheet};
use flow::Stop;
use line::Line;

/// Greatest number of bytes of a workbook.
pub const MOST_WORKBOOK_BYTES: u64 = 50 << 20;
/// Bytes of XML read of a sheet.
const MOST_OF_A_SHEET: u64 = 256 << 20;
/// Rows of a sheet: no spreadsheet has more.
const MOST_ROWS: u64 = 1 << 20;
/// Bytes given in all, of texts and of what is said: rows that are repeated take no room in the file.
const MOST_GIVEN: u64 = 256 << 20;
/// Bytes that something said is worth; a text is worth its own.
const SAID: u64 = 128;
/// Bytes of text in a block.
const BLOCK: usize = 256 << 10;
/// Rows in a block.
const BLOCK_ROWS: usize = 4_096;

/// Reads a sheet of a workbook.
pub struct Workbook<R> {
    sheet: Option<Sheet<Inflated<R>>>,
    kind: &'static str,
    name: String,
    /// The other sheets, when their names are known.
    others: Vec<String>,
    header: Vec<String>,
    /// The number of its row.
    header_row: u64,
    faults: Vec<Fault>,
    line: Line,
    /// Times the row at hand is still to be given.
    left: u64,
    /// Rows with nothing in them, and the first, that count only if another row follows.
    blank: Option<(u64, u64)>,
    given: u64,
}

impl<R: Read + Seek> Workbook<R> {
    /// Finds the sheet and its header. `is_known` tells whether a text is the name of a column. Without a header,
    /// [`Rows::header`] is empty and [`Rows::faults`] says why.
    ///
    /// # Errors
    /// Those of the source.
    pub fn open(source: R, is_known: &dyn Fn(&str) -> bool) -> io::Result<Self> {
        Self::open_after(0, source, is_known)
    }

    /// The same, after that many pieces of XML with nothing in them.
    fn open_after(hollow: u64, source: R, is_known: &dyn Fn(&str) -> bool) -> io::Result<Self> {
        let mut book = Self {
            sheet: None,
            kind: "classeur",
            name: String::new(),
            others: Vec::new(),
            header: Vec::new(),
            header_row: 0,
            faults: Vec::new(),
            line: Line::default(),
            left: 0,
            blank: None,
            given: 0,
        };
        match archive::open(source, hollow).and_then(|whole| book.find(whole, is_known)) {
            Ok(()) => {}
            Err(Refusal::Said(message, help)) => book.faults.push(Fault::new(FileRule::Unreadable, None, message, help)),
            Err(Refusal::Stopped(stop)) => book.faults.push(told::unread(stop)?),
        }
        Ok(book)
    }

    /// What was read, in French: `classeur XLSX, feuille « Lieux », en-tête à la ligne 3`.
    pub fn described(&self) -> String {
        if self.header.is_empty() {
            return self.kind.to_owned();
        }
        let others: Vec<String> = self.others.iter().map(|name| format!("« {name} »")).collect();
        let unread = if others.is_empty() { String::new() } else { format!(" ; feuilles non lues : {}", others.join(", ")) };
        format!("{}, feuille « {} », en-tête à la ligne {}{unread}", self.kind, self.name, self.header_row)
    }

    fn find(&mut self, mut whole: Whole<R>, is_known: &dyn Fn(&str) -> bool) -> Result<(), Refusal> {
        self.kind = whole.kind.name();
        let found = find::header(&mut whole, is_known)?;
        let Some(found) = found else {
            let help = "vérifiez que le tableau est dans le classeur, avec un nom au-dessus de chaque colonne";
            return Err(Refusal::Said("le classeur est vide".to_owned(), help));
        };
        self.faults.extend(find::unread(&mut whole, &found, is_known));
        let Found { rank, name, number, header } = found;
        if header.len() > MOST_COLUMNS {
            let message = format!("l'en-tête compte plus de {} colonnes, le classeur n'est pas lu", count::number(MOST_COLUMNS));
            return Err(Refusal::Said(message, "retirez les colonnes vides ou inutiles, puis enregistrez de nouveau"));
        }
        // Codes may stand for some, and no CSV with such a header is read.
        if header.iter().any(|name| name.contains('\0')) {
            let message = "l'en-tête contient des caractères nuls, le classeur n'est pas lu".to_owned();
            return Err(Refusal::Said(message, "écrivez de nouveau les noms des colonnes, puis enregistrez"));
        }
        let others = whole.sheets.iter().enumerate().filter(|(other, _)| *other != rank);
        self.others = others.map(|(_, sheet)| sheet.name.clone()).collect();
        let is_hidden = whole.sheets.get(rank).is_some_and(|sheet| sheet.is_hidden);
        self.faults.extend(is_hidden.then(|| shown::sheet(&name)));
        let mut sheet = whole.into_sheet(rank, MOST_OF_A_SHEET)?;
        let (mut first, mut above) = (None, Vec::new());
        while sheet.next(&mut self.line)? && self.line.number < number {
            if self.line.width() > 0 {
                first.get_or_insert(self.line.number);
                above.extend(self.line.texts().map(|text| text.trim().to_owned()));
            }
        }
        self.faults.extend(first.map(|first| above_header(first, number, above)));
        sheet.shown().start(number, header.len());
        self.faults.extend(sheet.shown().columns(&header));
        (self.sheet, self.name, self.header, self.header_row) = (Some(sheet), name, header, number);
        Ok(())
    }

    /// Adds the row at hand.
    fn give(&mut self, block: &mut Block) {
        let number = self.at_hand();
        self.left -= 1;
        let (line, rows, faults) = (&self.line, block.len(), block.faults.len());
        let width = line.width().max(self.header.len());
        // A row with nothing in it, once written, would be found no more. An error is no value: it is said.
        if (0..width).any(|column| !line.value(column).is_empty()) {
            block.start_row(number);
            (0..width).for_each(|column| block.push(line.value(column)));
            if line.is_hidden {
                block.fault(shown::row(number));
            }
            self.given += (0..width).map(|column| line.value(column).len() as u64).sum::<u64>();
        }
        let unread = line.all_unread().filter(|(column, _)| *column < self.header.len());
        unread.for_each(|(column, why)| block.fault(told::cell(number, column, why, line.cell(column))));
        if block.len() == rows && block.faults.len() == faults {
            // What is beyond the header is not said, and the row is not passed over in silence.
            block.blank_row(number);
        }
        // A cell takes room besides its text, given or not: a row may be repeated a million times.
        self.given += 2 * width as u64 + SAID * (block.faults.len() - faults) as u64;
    }

    /// The number of the row to give, or of the one after the last that was given.
    fn at_hand(&self) -> u64 {
        self.line.number + self.line.times - self.left
    }

    /// Says why reading stopped.
    fn stopped(&mut self, stop: Stop, block: &mut Block) -> io::Result<()> {
        let number = if self.left == 0 && self.line.is_open { self.line.number } else { self.at_hand() };
        // Nothing is given after: it would be said again and again.
        (self.sheet, self.left, self.given) = (None, 0, 0);
        block.fault(told::stopped(stop, number)?);
        Ok(())
    }
}

/// Why a workbook is not read.
enum Refusal {
    /// In French: what, and what to do.
    Said(String, &'static str),
    Stopped(Stop),
}

impl From<Stop> for Refusal {
    fn from(stop: Stop) -> Self {
        Self::Stopped(stop)
    }
}

impl<R: Read + Seek> Rows for Workbook<R> {
    fn header(&self) -> &[String] {
        &self.header
    }

    fn faults(&self) -> &[Fault] {
        &self.faults
    }

    fn header_row(&self) -> Option<u64> {
        Some(self.header_row)
    }

    fn is_sheet(&self) -> bool {
        true
    }

    fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        block.clear();
        while block.size() < BLOCK && block.len() < BLOCK_ROWS && !block.is_full() {
            if self.given > MOST_GIVEN || self.left > 0 && self.at_hand() > MOST_ROWS {
                self.stopped(Stop::TooMuch, block)?;
                break;
            }
            if self.left > 0 {
                self.give(block);
                continue;
            }
            let Some(sheet) = &mut self.sheet else { break };
            match sheet.next(&mut self.line) {
                Ok(true) if self.line.number > MOST_ROWS => {
                    self.left = self.line.times;
                    self.stopped(Stop::TooMuch, block)?;
                }
                Ok(true) if self.line.is_blank() => {
                    let (first, count) = self.blank.unwrap_or((self.line.number, 0));
                    self.blank = Some((first, count.saturating_add(self.line.times)));
                }
                Ok(true) => {
                    if let Some((first, count)) = self.blank.take() {
                        block.blank_rows(first, count);
                    }
                    self.left = self.line.times;
                }
                Ok(false) => {
                    sheet.finish();
                    sheet.shown().cells().into_iter().for_each(|fault| block.fault(fault));
                    self.sheet = None;
                }
                Err(stop) => self.stopped(stop, block)?,
            }
        }
        Ok(!block.is_empty() || !block.faults().is_empty() || block.blank > 0)
    }
}

#[cfg(test)]
mod tests;
