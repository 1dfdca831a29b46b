//! The first objects of a file: a list or lines, and the keys that make its columns.
//!
//! In: a source. Out: a reader that knows its columns, or that says why it has none.

use std::io::{self, Read};

use super::super::csv::{LONGEST_ROW, MOST_COLUMNS};
use super::super::{Fault, Unit, block};
use super::column::Shape;
use super::commas::Commas;
use super::element::Filling;
use super::scan::{self, Scan};
use super::{Json, MOST_OF_A_LIST, told};

impl<R: Read> Json<R> {
    /// Reads the first objects of a file. Without one, [`Rows::header`](super::super::Rows::header) is empty and
    /// [`Rows::faults`](super::super::Rows::faults) may say why.
    ///
    /// # Errors
    /// Those of the source.
    pub fn open(source: R) -> io::Result<Self> {
        let mut json = Self {
            source,
            unit: Unit::Element,
            shape: Shape::default(),
            filling: Filling::default(),
            faults: Vec::new(),
            carry: Vec::new(),
            left: MOST_OF_A_LIST,
            number: 1,
            bad_rows: 0,
            ended: false,
            done: false,
            bracketed: false,
            commas: Commas::default(),
            skipping: None,
        };
        json.fill()?;
        while !json.ended && json.carry.len() <= LONGEST_ROW && !json.has_an_element() {
            json.fill()?;
        }
        json.look();
        Ok(json)
    }

    /// Whether the first element is there to its end, and the end of its line, or what follows it there.
    fn has_an_element(&self) -> bool {
        let start = self.carry.trim_ascii_start();
        let start = start.strip_prefix(b"[").unwrap_or(start).trim_ascii_start();
        let ends = |byte: &u8| *byte == b'\n' || !byte.is_ascii_whitespace();
        Scan::default().end(start).is_some_and(|end| start[end..].iter().any(ends))
    }

    /// Tells a list from lines, and finds the keys of the first objects.
    fn look(&mut self) {
        let text = std::mem::take(&mut self.carry);
        let blank = text.len() - text.trim_ascii_start().len();
        let start = &text[blank..];
        match start.first() {
            None => self.refuse(told::empty()),
            Some(b'[') => self.bracketed = true,
            Some(_) if is_by_line(start) => self.unit = Unit::Line,
            Some(_) => {}
        }
        let used = if self.bracketed { blank + 1 } else { 0 };
        let first = Scan::default().end(start).unwrap_or(start.len());
        if !self.done && !self.bracketed && start[first..].trim_ascii().is_empty() && scan::holds_a_list(&start[..first]) {
            self.refuse(told::wrapped(start));
        }
        if !self.done {
            self.add_keys(&text[used..]);
        }
        if self.shape.names.len() > MOST_COLUMNS {
            self.refuse(told::too_many_keys());
        }
        self.carry = text;
        self.carry.drain(..used);
    }

    fn add_keys(&mut self, text: &[u8]) {
        let mut at = 0;
        while at < text.len() {
            let Some((start, end, next)) = self.element(&text[at..]) else { return };
            self.shape.add_keys(&block::decoded(&text[at + start..at + end]));
            at += next.max(1);
        }
    }

    fn refuse(&mut self, why: Fault) {
        self.faults.push(why);
        self.shape = Shape::default();
        self.done = true;
    }
}

/// Whether one of the first two lines is an object, from one brace to the other.
fn is_by_line(text: &[u8]) -> bool {
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let is_object = |line: &[u8]| line.starts_with(b"{") && line.ends_with(b"}");
    lines.next().is_some_and(is_object) || lines.next().is_some_and(is_object)
}
