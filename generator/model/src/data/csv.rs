//! CSV (RFC 4180) to blocks of rows, forgiving and bounded.
//!
//! In: bytes in UTF-8, see [`super::Decoded`]. Out: rows, and a [`Fault`] wherever the file is not written as it should.
//! A quote in the wrong place costs one cell: when a row does not add up, it is read again, alone, without letting quotes
//! cross the end of the line. No row longer than [`LONGEST_ROW`] is held in memory.

mod record;

use std::io::{self, Read};

use memchr::memchr;

use super::block::Span;
use super::{Block, Fault, FileRule, Rows};
use crate::count::number;
pub(super) use record::find;
use record::{Ends, Record};

/// Greatest number of bytes of a row.
pub(super) const LONGEST_ROW: usize = 1 << 20;
/// Greatest number of columns of a header.
pub(super) const MOST_COLUMNS: usize = 1_024;
/// Number of bytes read at once.
const CHUNK: usize = 256 << 10;
/// Rows in a row that do not have the cells of the header, before reading stops.
const MOST_BAD_ROWS: u64 = 100_000;
/// Bytes read twice because of quotes, before quotes may no longer cross the end of a line.
const MOST_REREAD: usize = 16 << 20;

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvFormat {
    /// Between cells.
    pub delimiter: u8,
    /// At the end of rows: a line feed, with or without a carriage return before it, or a carriage return.
    pub newline: u8,
}

impl Default for CsvFormat {
    fn default() -> Self {
        Self { delimiter: b',', newline: b'\n' }
    }
}

/// Reads a CSV file.
#[derive(Debug)]
pub struct Csv<R> {
    source: R,
    ends: Ends,
    header: Vec<String>,
    faults: Vec<Fault>,
    /// Bytes read and not yet given.
    carry: Vec<u8>,
    /// The number of the next row.
    number: u64,
    /// No byte is left to read.
    ended: bool,
    /// In the middle of a row that is too long.
    skipping: bool,
    bad_rows: u64,
    reread: usize,
}

impl<R: Read> Csv<R> {
    /// Reads the header of a file. Without one, [`Rows::header`] is empty and [`Rows::faults`] says why.
    ///
    /// # Errors
    /// Those of the source.
    pub fn open(source: R, format: CsvFormat) -> io::Result<Self> {
        let ends = Ends { delimiter: format.delimiter, newline: format.newline, by_line: false };
        let mut csv = Self {
            source,
            ends,
            header: Vec::new(),
            faults: Vec::new(),
            carry: Vec::new(),
            number: 1,
            ended: false,
            skipping: false,
            bad_rows: 0,
            reread: 0,
        };
        csv.read_header()?;
        Ok(csv)
    }

    /// Adds what is known of the file besides what its rows say.
    pub(super) fn add_faults(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.faults.extend(faults);
    }

    fn read_header(&mut self) -> io::Result<()> {
        loop {
            self.fill()?;
            let blank = self.carry.iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
            self.number += self.carry[..blank].iter().filter(|b| **b == self.ends.newline).count() as u64;
            self.carry.drain(..blank);
            let mut cells = Vec::new();
            let record = self.ends.record(&self.carry, 0, self.ended, &mut cells);
            let record = match record {
                Some(record) if !record.is_odd() => Some(record),
                // A quote that never closes must not make a header of the whole file.
                Some(_) => self.header_alone(&mut cells),
                None if self.carry.len() > LONGEST_ROW => self.header_alone(&mut cells),
                None => None,
            };
            if let Some(Record { next, .. }) = record
                && !self.carry.is_empty()
            {
                let mut block = Block { text: std::mem::take(&mut self.carry), ..Block::default() };
                block.start_row(self.number);
                block.cells = cells;
                let row = block.row(0);
                self.header = row.map_or_else(Vec::new, |row| (0..row.len()).map(|i| row.text(i).into_owned()).collect());
                self.carry = block.text;
                self.carry.drain(..next);
                self.number += 1;
                break;
            }
            if self.ended || self.carry.len() > LONGEST_ROW {
                break;
            }
        }
        self.judge_header();
        Ok(())
    }

    /// Reads a header with a quote in the wrong place, quotes staying on its line.
    fn header_alone(&mut self, cells: &mut Vec<Span>) -> Option<Record> {
        let end = self.ends.line(&self.carry, 0, self.ended).filter(|end| end.text <= LONGEST_ROW)?;
        cells.clear();
        self.ends.raw(&self.carry[..end.text], 0, false, cells);
        let record = Record { next: end.next, stray: None, unclosed: true };
        self.faults.push(self.stray_quote(&record, 0));
        Some(record)
    }

    fn judge_header(&mut self) {
        let fault = if self.header.is_empty() && self.carry.is_empty() {
            let help = "ouvrez-le dans un tableur pour voir ce qu'il contient, puis exportez-le de nouveau en CSV";
            Fault::new(FileRule::Empty, None, "le fichier est vide", help)
        } else if self.header.is_empty() {
            let message = format!("la première ligne dépasse {} Mio : ce n'est pas un tableau", LONGEST_ROW >> 20);
            Fault::new(FileRule::Unreadable, Some(1), message, "exportez le tableau en CSV, une ligne par lieu")
        } else if self.header.len() > MOST_COLUMNS {
            let message =
                format!("l'en-tête compte {} colonnes, {} au plus sont lues", number(self.header.len()), number(MOST_COLUMNS));
            self.header.clear();
            Fault::new(FileRule::Unreadable, Some(1), message, "retirez les colonnes vides ou inutiles, puis exportez de nouveau")
        } else if self.header.iter().any(|name| name.contains('\0')) {
            self.header.clear();
            let message = "l'en-tête contient des caractères nuls : ce n'est pas un fichier de texte";
            Fault::new(FileRule::Unreadable, Some(1), message, "exportez le tableau en CSV (UTF-8) depuis le tableur")
        } else {
            return;
        };
        self.faults.push(fault);
        self.ended = true;
        self.carry.clear();
    }

    /// Reads a chunk behind what is carried. Sources give what they have: a whole chunk is waited for, so that blocks of
    /// a file do not depend on them.
    fn fill(&mut self) -> io::Result<()> {
        if self.ended {
            return Ok(());
        }
        let mut end = self.carry.len();
        self.carry.resize(end + CHUNK, 0);
        while end < self.carry.len() {
            match self.source.read(&mut self.carry[end..]) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(read) => end += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.carry.truncate(end);
                    return Err(error);
                }
            }
        }
        self.carry.truncate(end);
        Ok(())
    }

    /// Gives the whole rows of the text of the block, and the number of bytes they take.
    fn split(&mut self, block: &mut Block) -> usize {
        let text = std::mem::take(&mut block.text);
        let mut at = 0;
        if self.skipping {
            match memchr(self.ends.newline, &text) {
                Some(end) => (at, self.skipping) = (end + 1, false),
                None => at = text.len(),
            }
        }
        while at < text.len() && !self.is_lost() {
            let first = block.cells.len();
            let Some(record) = self.ends.record(&text, at, self.ended, &mut block.cells) else {
                block.cells.truncate(first);
                if text.len() - at <= LONGEST_ROW {
                    break;
                }
                at = self.long_row(&text, at, block);
                continue;
            };
            let record = if record.is_odd() { self.again(&text, at, first, record, block) } else { record };
            let count = block.cells.len() - first;
            // A spreadsheet writes all the separators of rows in which somebody once typed.
            let is_blank = block.cells[first..].iter().all(|cell| cell.range().is_empty()) && !record.is_odd();
            if self.header.len() > 1 && is_blank {
                block.cells.truncate(first);
                block.blank_row(self.number);
            } else {
                block.rows.push(super::block::RowSpan { first: u32::try_from(first).unwrap_or(u32::MAX), number: self.number });
                self.bad_rows = if count == self.header.len() { 0 } else { self.bad_rows + 1 };
                let is_cut = self.ended && record.next == text.len() && text.last() != Some(&self.ends.newline);
                if record.is_odd() {
                    block.fault(self.stray_quote(&record, first));
                } else if is_cut && count < self.header.len() {
                    let message = "le fichier s'arrête au milieu de cette ligne : la fin manque";
                    let help = "exportez-le ou téléchargez-le de nouveau, en entier ; les lignes d'avant ont été lues";
                    block.fault(Fault::new(FileRule::Truncated, Some(self.number), message, help));
                }
            }
            self.number += 1;
            at = record.next;
        }
        block.text = text;
        at
    }

    /// Reads a row with a quote in the wrong place again, when it does not add up or goes over the end of its line: alone,
    /// quotes staying on the line.
    fn again(&mut self, text: &[u8], at: usize, first: usize, record: Record, block: &mut Block) -> Record {
        let fits = block.cells.len() - first == self.header.len();
        let Some(end) = self.ends.line(text, at, self.ended) else { return record };
        if fits && record.next == end.next && !record.unclosed {
            return record;
        }
        self.count_reread(record.next - at);
        let cells = block.cells.split_off(first);
        let fits_alone = self.ends.alone(&text[..end.text], at, self.header.len(), &mut block.cells);
        if fits_alone || !fits && record.next != end.next {
            return Record { next: end.next, unclosed: true, ..record };
        }
        // Nothing is gained by reading it otherwise.
        block.cells.truncate(first);
        block.cells.extend(cells);
        record
    }

    fn long_row(&mut self, text: &[u8], at: usize, block: &mut Block) -> usize {
        self.count_reread(text.len() - at);
        // A quote that never closes makes a long row out of many short ones.
        if let Some(end) = self.ends.line(text, at, false) {
            let first = block.cells.len();
            self.ends.alone(&text[..end.text], at, self.header.len(), &mut block.cells);
            block.rows.push(super::block::RowSpan { first: u32::try_from(first).unwrap_or(u32::MAX), number: self.number });
            let record = Record { next: end.next, stray: None, unclosed: true };
            block.fault(self.stray_quote(&record, first));
            self.number += 1;
            return end.next;
        }
        let message = format!("cette ligne dépasse {} Mio, elle n'est pas lue", LONGEST_ROW >> 20);
        block.fault(Fault::new(
            FileRule::LongRow,
            Some(self.number),
            message,
            "coupez-la, ou cherchez un guillemet resté ouvert",
        ));
        self.number += 1;
        self.skipping = true;
        text.len()
    }

    fn stray_quote(&self, record: &Record, first: usize) -> Fault {
        let column = record.stray.and_then(|cell| cell.checked_sub(first));
        let place = column.and_then(|column| self.header.get(column)).map(|name| format!(" dans la colonne « {name} »"));
        let message = format!("un guillemet est mal fermé{}", place.unwrap_or_default());
        let help = "un guillemet à l'intérieur d'une case entre guillemets s'écrit deux fois : \"\"";
        Fault { column, ..Fault::new(FileRule::StrayQuote, Some(self.number), message, help) }
    }

    fn count_reread(&mut self, bytes: usize) {
        self.reread += bytes;
        self.ends.by_line = self.reread > MOST_REREAD;
    }

    /// Whether too many rows did not add up for the rest to be worth reading.
    fn is_lost(&self) -> bool {
        self.bad_rows >= MOST_BAD_ROWS
    }
}

impl<R: Read> Rows for Csv<R> {
    fn header(&self) -> &[String] {
        &self.header
    }

    fn faults(&self) -> &[Fault] {
        &self.faults
    }

    fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        block.clear();
        block.is_quoted = true;
        while !self.ended || !self.carry.is_empty() {
            self.fill()?;
            std::mem::swap(&mut block.text, &mut self.carry);
            let given = self.split(block);
            self.carry.clear();
            self.carry.extend_from_slice(&block.text[given..]);
            block.text.truncate(given);
            if self.is_lost() {
                let message = format!(
                    "{} lignes de suite n'ont pas les colonnes de l'en-tête : la lecture s'arrête là",
                    number(MOST_BAD_ROWS)
                );
                let help = "vérifiez que la première ligne du fichier est bien l'en-tête, et le séparateur des colonnes";
                block.fault(Fault::new(FileRule::Capped, Some(self.number), message, help));
                self.carry.clear();
                self.ended = true;
                return Ok(true);
            }
            if !block.is_empty() || !block.faults.is_empty() || block.blank > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests;
