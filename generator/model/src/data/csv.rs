//! CSV (RFC 4180) to blocks of rows, forgiving and bounded.
//!
//! In: bytes in UTF-8, see [`super::Decoded`]. Out: rows, and a [`Fault`] wherever the file is not written as it should.
//! A quote in the wrong place costs one cell: when a row does not add up, it is read again, alone, without letting quotes
//! cross the end of the line. No row longer than [`LONGEST_ROW`] is held in memory.

mod enclosed;
mod marks;
mod opening;
mod plain;
mod record;
mod split;

use std::io::{self, Read};

use super::{Block, Fault, FileRule, Rows};
use crate::count::number;
use record::Ends;
pub(crate) use record::find;

/// Greatest number of bytes of a row.
pub(super) const LONGEST_ROW: usize = 1 << 20;
/// Greatest number of cells of a row: no spreadsheet has more columns. Without it, the cells of a row of nothing but
/// delimiters would take eight times its text.
const MOST_CELLS: usize = 16_384;
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
    /// The number of its row.
    header_row: u64,
    faults: Vec<Fault>,
    /// Bytes read and not yet given.
    carry: Vec<u8>,
    /// The number of the next row.
    number: u64,
    /// No byte is left to read.
    ended: bool,
    /// In the middle of a row that is too long.
    skipping: bool,
    /// Rows of what is carried were left for the next block.
    is_behind: bool,
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
            header_row: 1,
            faults: Vec::new(),
            carry: Vec::new(),
            number: 1,
            ended: false,
            skipping: false,
            is_behind: false,
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

    /// Reads a chunk behind the first `held` bytes of a text, over what is left there from before: room that was already
    /// written to needs no zeros. Sources give what they have: a whole chunk is waited for, so that blocks of a file do not
    /// depend on them, and never more than one byte beyond the longest row: whether a row is too long does not depend on where
    /// it stands.
    fn fill(&mut self, text: &mut Vec<u8>, held: usize) -> io::Result<()> {
        let mut end = held;
        let full = (held + CHUNK).min(LONGEST_ROW + 1).max(held);
        if !self.ended {
            make_room(text, full);
        }
        while !self.ended && end < full {
            match self.source.read(&mut text[end..full]) {
                Ok(0) => self.ended = true,
                Ok(read) => end += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    text.truncate(end);
                    return Err(error);
                }
            }
        }
        text.truncate(end);
        Ok(())
    }
}

/// Makes a text at least that long. Apart from [`Csv`], which is compiled with whoever names its source: there, in a build
/// without optimisation, a quarter of a million zeros are written one by one for each file.
#[inline(never)]
fn make_room(text: &mut Vec<u8>, length: usize) {
    text.resize(text.len().max(length), 0);
}

impl<R: Read> Rows for Csv<R> {
    fn header(&self) -> &[String] {
        &self.header
    }

    fn faults(&self) -> &[Fault] {
        &self.faults
    }

    fn header_row(&self) -> Option<u64> {
        Some(self.header_row)
    }

    fn counts_lines(&self) -> bool {
        true
    }

    fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        let mut text = std::mem::take(&mut block.text);
        block.clear();
        while !self.ended || !self.carry.is_empty() {
            let held = self.carry.len();
            make_room(&mut text, held);
            text[..held].copy_from_slice(&self.carry);
            if self.is_behind {
                text.truncate(held);
            } else {
                self.fill(&mut text, held)?;
            }
            block.text = text;
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
            text = std::mem::take(&mut block.text);
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests;
