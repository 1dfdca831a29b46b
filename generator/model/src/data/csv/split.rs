//! The rows of a text.

use std::io::Read;

use memchr::memchr;

use super::super::block::{MOST_ROWS, RowSpan, Span};
use super::super::{Block, Fault, FileRule};
use super::plain::Stop;
use super::record::{QUOTE, Record};
use super::{Csv, LONGEST_ROW, MOST_BAD_ROWS, MOST_CELLS, MOST_REREAD};
use crate::count::number;

impl<R: Read> Csv<R> {
    /// Gives the whole rows of the text of the block, and the number of bytes they take.
    pub(super) fn split(&mut self, block: &mut Block) -> usize {
        let text = std::mem::take(&mut block.text);
        let mut at = 0;
        if self.skipping {
            match memchr(self.ends.newline, &text) {
                Some(end) => (at, self.skipping) = (end + 1, false),
                None => at = text.len(),
            }
        }
        self.is_behind = false;
        while at < text.len() && !self.is_lost() {
            if block.is_full() {
                self.is_behind = true;
                break;
            }
            if !self.ends.by_line {
                let stop;
                (at, stop) = self.plain_rows(&text, at, block);
                let is_short = stop == Stop::Short && !self.ended && text.len() - at <= LONGEST_ROW;
                if at == text.len() || is_short || self.is_lost() {
                    break;
                }
                match stop {
                    Stop::Wide(end) => {
                        at = self.wide_row(&text, end, block);
                        continue;
                    }
                    // It has all the rows that it may.
                    Stop::Enough => continue,
                    Stop::Short | Stop::Odd => {}
                }
            }
            match self.row(&text, at, block) {
                Some(next) => at = next,
                None => break,
            }
        }
        block.text = text;
        at
    }

    /// Gives one row, however it is written, and the place where the next one starts; `None` when its end is not there yet.
    fn row(&mut self, text: &[u8], at: usize, block: &mut Block) -> Option<usize> {
        let first = block.cells.len();
        let Some(record) = self.ends.record(text, at, self.ended, &mut block.cells) else {
            block.cells.truncate(first);
            return (text.len() - at > LONGEST_ROW).then(|| self.long_row(text, at, block));
        };
        // In plain rows, quotes are around cells, or in pairs between those.
        block.may_be_bare |= memchr(QUOTE, &text[at..record.next]).is_some();
        let record = if record.is_odd() { self.again(text, at, first, record, block) } else { record };
        if let Some(end) = without_too_many(&mut block.cells, first) {
            return Some(self.wide_row(text, end, block));
        }
        let count = block.cells.len() - first;
        if are_blank(text, &block.cells[first..]) {
            block.cells.truncate(first);
            block.blank_row(self.number);
        } else {
            block.rows.push(RowSpan::new(first, self.number, block.blank));
            self.bad_rows = if count == self.header.len() { 0 } else { self.bad_rows + 1 };
        }
        let is_cut = self.ended && record.next == text.len() && text.last() != Some(&self.ends.newline);
        if record.is_odd() {
            block.fault(self.stray_quote(&record, first));
        } else if is_cut && block.cells.len() > first && count < self.header.len() {
            let message = "le fichier s'arrête au milieu de cette ligne : la fin manque";
            let help = "exportez-le ou téléchargez-le de nouveau, en entier ; les lignes d'avant ont été lues";
            block.fault(Fault::new(FileRule::Truncated, Some(self.number), message, help));
        }
        self.number += 1;
        Some(record.next)
    }

    /// Gives the rows from `at` that are written as they should be, the place where the next one starts, and why it is not
    /// one of them.
    fn plain_rows(&mut self, text: &[u8], at: usize, block: &mut Block) -> (usize, Stop) {
        let Block { cells, rows, blank, first_blank, .. } = block;
        let (ends, expected) = (self.ends, self.header.len());
        let (mut number, mut bad_rows) = (self.number, self.bad_rows);
        let next = ends.plain_rows(text, at, cells, |cells, first| {
            if are_blank(text, &cells[first..]) {
                cells.truncate(first);
                *blank += 1;
                first_blank.get_or_insert(number);
            } else {
                rows.push(RowSpan::new(first, number, *blank));
                bad_rows = if cells.len() - first == expected { 0 } else { bad_rows + 1 };
            }
            number += 1;
            bad_rows < MOST_BAD_ROWS && rows.len() < MOST_ROWS
        });
        (self.number, self.bad_rows) = (number, bad_rows);
        next
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
        let is_open = || block.cells.last().is_some_and(|last| text.get(last.range().start) == Some(&QUOTE));
        let goes_on = if fits_alone { is_open() } else { !fits };
        if goes_on {
            let alone = block.cells.split_off(first);
            let within = (self.ended, self.header.len());
            if let Some(next) = self.ends.over_lines(text, at, end.next, within, &mut block.cells) {
                self.count_reread(next - at);
                return Record { next, unclosed: true, ..record };
            }
            block.cells.extend(alone);
        }
        if fits_alone || !fits && record.next != end.next {
            return Record { next: end.next, unclosed: true, ..record };
        }
        // Nothing is gained by reading it otherwise.
        block.cells.truncate(first);
        block.cells.extend(cells);
        record
    }

    /// Leaves out a row with too many cells, of which the first one too many ends at `at`; goes on after the line.
    fn wide_row(&mut self, text: &[u8], at: usize, block: &mut Block) -> usize {
        let message = format!("cette ligne a plus de {} cases, elle n'est pas lue", number(MOST_CELLS));
        let help = "vérifiez le séparateur des colonnes, ou supprimez les cases vides à la fin de la ligne";
        block.fault(Fault::new(FileRule::LongRow, Some(self.number), message, help));
        self.number += 1;
        let end = memchr(self.ends.newline, &text[at..]);
        self.skipping = end.is_none();
        end.map_or(text.len(), |end| at + end + 1)
    }

    fn long_row(&mut self, text: &[u8], at: usize, block: &mut Block) -> usize {
        self.count_reread(text.len() - at);
        // A quote that never closes makes a long row out of many short ones.
        if let Some(end) = self.ends.line(text, at, false) {
            let first = block.cells.len();
            block.may_be_bare = true;
            self.ends.alone(&text[..end.text], at, self.header.len(), &mut block.cells);
            if let Some(end) = without_too_many(&mut block.cells, first) {
                return self.wide_row(text, end, block);
            }
            block.rows.push(RowSpan::new(first, self.number, block.blank));
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

    pub(super) fn stray_quote(&self, record: &Record, first: usize) -> Fault {
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
    pub(super) fn is_lost(&self) -> bool {
        self.bad_rows >= MOST_BAD_ROWS
    }
}

/// Takes the cells from `first` away when they are too many, and says where the first one too many ends.
fn without_too_many(cells: &mut Vec<Span>, first: usize) -> Option<usize> {
    let end = cells.get(first + MOST_CELLS)?.range().end;
    cells.truncate(first);
    Some(end)
}

/// Whether nothing but white space is in a row: a spreadsheet writes all the separators of rows in which somebody once typed. So
/// it is with one column as with many, or a row would be lost when a repair adds the columns that are missing.
fn are_blank(text: &[u8], cells: &[Span]) -> bool {
    cells.iter().all(|cell| {
        let cell = &text[cell.range()];
        // Of a row that says something, the first byte of the first cell nearly always does.
        cell.first().is_none_or(|byte| !byte.is_ascii_graphic()) && str::from_utf8(cell).is_ok_and(|cell| cell.trim().is_empty())
    })
}
