//! JSON to blocks of rows: a list of objects, or an object a line (NDJSON).
//!
//! In: bytes in UTF-8, see [`super::Decoded`]. Out: rows, and a [`Fault`] wherever no row can be had. A JSON file has no
//! header: columns are the keys of its first objects, then, once [`Rows::adopt`] said which standard it is held against,
//! the fields that none of them is. A key met later that is no column is said in each row that gives it a value. Numbers and
//! booleans are kept as written, null is an empty cell, lists are joined as the standard joins them.
//!
//! [`Block::start_row`] is given the line of the file for NDJSON, the rank of the element for a list, both from 1: see
//! [`Rows::unit`]. No element longer than that of a CSV file is held in memory.

mod column;
mod commas;
mod element;
mod opening;
mod parts;
mod scan;
mod text;
mod told;
mod unread;

use std::borrow::Cow;
use std::io::{self, Read};

use memchr::memchr;

use crate::Standard;

use super::csv::LONGEST_ROW;
use super::{Block, Columns, Fault, Rows, Unit, block};
use column::Shape;
use commas::Commas;
use element::Filling;
use scan::Scan;

/// Bytes read of a list: some four hundred thousand places, twenty times the national file. Two gibibytes in which all is
/// wrong would take ten seconds. Lines are not bounded: whoever has as many places can write one a line.
const MOST_OF_A_LIST: u64 = 512 << 20;
/// Number of bytes read at once.
const CHUNK: usize = 256 << 10;
/// Elements in a row that are no object, before reading stops.
const MOST_BAD_ROWS: u64 = 100_000;

/// Reads a JSON or NDJSON file.
#[derive(Debug)]
pub struct Json<R> {
    source: R,
    unit: Unit,
    shape: Shape,
    filling: Filling,
    faults: Vec<Fault>,
    /// Bytes read and not yet given.
    carry: Vec<u8>,
    /// Bytes that may still be read of a list.
    left: u64,
    /// The number of the next element.
    number: u64,
    bad_rows: u64,
    /// No byte is left to read.
    ended: bool,
    /// Nothing is left to give.
    done: bool,
    /// Inside the brackets of a list that are to be closed.
    bracketed: bool,
    commas: Commas,
    /// In the middle of an element that is too long.
    skipping: Option<Scan>,
}

impl<R: Read> Json<R> {
    /// Adds what is known of the file besides what its rows say.
    pub(super) fn add_faults(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.faults.extend(faults);
    }

    /// The first element of a text: where it starts, where it ends, where the next one may start.
    fn element(&self, text: &[u8]) -> Option<(usize, usize, usize)> {
        if self.unit == Unit::Line {
            let end = memchr(b'\n', text).or(self.ended.then_some(text.len()))?;
            return Some((0, end, end + 1));
        }
        let start = text.iter().position(|byte| !is_between(*byte))?;
        if text[start] == b']' {
            return None;
        }
        let mut scan = Scan::default();
        let end = scan.end(&text[start..]).or((self.ended && scan.is_bare()).then_some(text.len() - start))?;
        Some((start, start + end, start + end))
    }

    /// Reads a chunk behind what is carried.
    fn fill(&mut self) -> io::Result<()> {
        if !self.ended {
            self.carry.reserve(CHUNK + 32);
            let read = self.source.by_ref().take(CHUNK as u64).read_to_end(&mut self.carry)?;
            self.ended = read < CHUNK;
            self.left = self.left.saturating_sub(read as u64);
        }
        Ok(())
    }

    /// Gives the whole elements of a text, and the number of bytes they take.
    fn split(&mut self, text: &[u8], block: &mut Block) -> usize {
        let mut at = 0;
        if let Some(scan) = &mut self.skipping {
            let end = if self.unit == Unit::Line { memchr(b'\n', text).map(|end| end + 1) } else { scan.end(text) };
            let Some(end) = end else { return text.len() };
            (at, self.skipping) = (end, None);
        }
        while at < text.len() && !self.done && !block.is_full() {
            if self.unit == Unit::Element {
                at += self.commas.pass(&text[at..]);
            }
            let rest = &text[at..];
            let Some((start, end, next)) = self.element(rest) else {
                let rest = rest.trim_ascii_start();
                if self.unit == Unit::Element && rest.first() == Some(&b']') {
                    self.close(&rest[1..], block);
                    return text.len();
                }
                if rest.len() > LONGEST_ROW {
                    self.long(block);
                    let mut scan = Scan::default();
                    scan.end(rest);
                    self.skipping = Some(scan);
                    return text.len();
                }
                return text.len() - rest.len();
            };
            let element = &rest[start..end];
            // Whether it is too long does not depend on whether its end was there yet.
            if element.trim_ascii_start().len() > LONGEST_ROW {
                self.long(block);
            } else {
                self.before(block);
                self.row(element, self.unit == Unit::Element || next <= rest.len(), block);
            }
            at = (at + next).min(text.len());
        }
        at
    }

    /// Adds a row, or says why there is none.
    fn row(&mut self, bytes: &[u8], whole: bool, block: &mut Block) {
        let number = self.number;
        self.number += 1;
        if bytes.trim_ascii().is_empty() {
            // The end of the last line starts no other one.
            if whole {
                block.blank_row(number);
            }
            return;
        }
        let text = block::decoded(bytes);
        let before = block.len();
        match self.filling.row(&text, &self.shape, self.unit, number, block) {
            Ok(()) => {
                self.bad_rows = 0;
                if matches!(text, Cow::Owned(_)) && block.len() > before {
                    block.fault(told::not_utf8(self.unit, number));
                }
            }
            Err(error) if error.is_eof() && !whole => self.cut(block, number),
            Err(error) => {
                self.bad_rows += 1;
                block.fault(told::unreadable(self.unit, number, &error));
            }
        }
        if self.bad_rows >= MOST_BAD_ROWS {
            block.fault(told::hopeless(self.unit, number));
            self.done = true;
        }
    }

    /// The list is closed: nothing should follow.
    fn close(&mut self, rest: &[u8], block: &mut Block) {
        self.done = true;
        if !self.bracketed || !rest.trim_ascii().is_empty() {
            block.fault(told::after_the_end(self.number));
        } else {
            self.commas.at_the_end(self.number, block);
        }
    }

    /// Looks at the commas between an element of a list and the one before.
    fn before(&mut self, block: &mut Block) {
        if self.bracketed {
            self.commas.before(self.number, block);
        }
    }

    /// Leaves out an element that is too long.
    fn long(&mut self, block: &mut Block) {
        self.before(block);
        block.fault(told::too_long(self.unit, self.number));
        self.number += 1;
    }

    /// The file stops in the middle of something.
    fn cut(&mut self, block: &mut Block, number: u64) {
        block.fault(told::cut(number));
        self.done = true;
    }
}

/// Between the elements of a list.
fn is_between(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b','
}

impl<R: Read> Rows for Json<R> {
    fn header(&self) -> &[String] {
        &self.shape.names
    }

    fn faults(&self) -> &[Fault] {
        &self.faults
    }

    fn header_row(&self) -> Option<u64> {
        None
    }

    fn unit(&self) -> Unit {
        self.unit
    }

    fn adopt(&mut self, standard: &Standard, columns: &Columns) {
        if !self.done {
            self.shape.adopt(standard, columns);
        }
    }

    fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        block.clear();
        while !self.done {
            // There is more than an element when the block before was ended early.
            if self.carry.len() <= LONGEST_ROW {
                self.fill()?;
            }
            let mut text = std::mem::take(&mut self.carry);
            let used = self.split(&text, block);
            text.drain(..used);
            self.carry = text;
            if self.ended && !self.done && !block.is_full() {
                if self.bracketed || !self.carry.is_empty() || self.skipping.is_some() && self.unit == Unit::Element {
                    self.cut(block, self.number);
                }
                self.done = true;
            }
            if self.left == 0 && !self.done && self.unit == Unit::Element {
                block.fault(told::capped(self.number));
                self.done = true;
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
