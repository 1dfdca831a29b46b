//! The header of a CSV file.

use std::borrow::Cow;
use std::io::{self, Read};

use super::super::block::Span;
use super::super::header::{ENOUGH, FIRST_ROWS, above_header};
use super::super::{Block, Fault, FileRule, Row};
use super::record::{Ends, Record};
use super::{Csv, LONGEST_ROW, MOST_CELLS, MOST_COLUMNS};
use crate::count::number;

impl<R: Read> Csv<R> {
    pub(super) fn read_header(&mut self) -> io::Result<()> {
        loop {
            let mut carry = std::mem::take(&mut self.carry);
            let held = carry.len();
            let filled = self.fill(&mut carry, held);
            self.carry = carry;
            filled?;
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
                self.header = names(&block);
                if let Some(column) = block.row(0).and_then(|row| (0..row.len()).find(|column| !row.is_utf8(*column))) {
                    let message = "l'en-tête n'est pas écrit en UTF-8 comme le reste du fichier";
                    let help = "enregistrez le fichier en « CSV UTF-8 »";
                    let fault = Fault::new(FileRule::Encoding, Some(self.number), message, help);
                    self.faults.push(Fault { column: Some(column), ..fault });
                }
                self.carry = block.text;
                self.carry.drain(..next);
                self.header_row = self.number;
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

    /// Goes down to the header, when the first row is none: it has hardly a known name, and one of the rows below has far more.
    /// What is above is left out, as in a workbook. `is_known` tells whether a text is the name of a column.
    pub fn look_below(&mut self, is_known: &dyn Fn(&str) -> bool) {
        let known = |names: &[String]| names.iter().filter(|name| is_known(name.trim())).count();
        let first = known(&self.header);
        if self.header.is_empty() || first >= ENOUGH {
            return;
        }
        let mut at = 0;
        let mut block = Block { text: std::mem::take(&mut self.carry), ..Block::default() };
        block.start_row(self.number);
        let (mut below, mut above) = (None, self.header.clone());
        for row in 0..FIRST_ROWS as u64 {
            block.cells.clear();
            let Some(record) = self.ends.record(&block.text, at, self.ended, &mut block.cells) else { break };
            if at == block.text.len() {
                break;
            }
            at = if record.is_odd() {
                // Quotes stay on its line: once written again, it is a row like another, and says the same.
                let Some(line) = self.ends.line(&block.text, at, self.ended) else { break };
                block.cells.clear();
                self.ends.raw(&block.text[..line.text], at, false, &mut block.cells);
                line.next
            } else {
                record.next
            };
            let names = names(&block);
            let is_read = names.len() <= MOST_COLUMNS && !names.iter().any(|name| name.contains('\0'));
            if is_read && known(&names) >= first + 2 * ENOUGH {
                below = Some((names, self.number + row, at));
                break;
            }
            above.extend(names);
        }
        self.carry = std::mem::take(&mut block.text);
        if let Some((header, number, next)) = below {
            // What was said of the first row is of no header.
            self.faults = vec![above_header(self.header_row, number, above)];
            (self.header, self.header_row, self.number) = (header, number, number + 1);
            self.carry.drain(..next);
        }
    }

    /// The sign between the cells of the first row, when it is not the one of the header and gives as many cells.
    pub(in crate::data) fn sign_of_rows(&self) -> Option<u8> {
        let line = self.ends.line(&self.carry, 0, self.ended)?;
        let count = |delimiter: u8| {
            let mut cells = Vec::new();
            Ends { delimiter, ..self.ends }.record_in(&self.carry[..line.text], 0, true, &mut cells);
            cells.len()
        };
        let is_cut = self.header.len() > ENOUGH && count(self.ends.delimiter) == 1;
        let signs = || [b',', b';', b'\t', b'|'].into_iter();
        if is_cut { signs().find(|sign| count(*sign) == self.header.len()) } else { None }
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
            let count = match self.header.len() {
                // The others were not counted.
                count if count > MOST_CELLS => format!("plus de {}", number(MOST_CELLS)),
                count => number(count),
            };
            let message = format!("l'en-tête compte {count} colonnes, {} au plus sont lues", number(MOST_COLUMNS));
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
}

/// The texts of the only row of a block.
fn names(block: &Block) -> Vec<String> {
    block.row(0).into_iter().flat_map(Row::texts).map(Cow::into_owned).collect()
}
