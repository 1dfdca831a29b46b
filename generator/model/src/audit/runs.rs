//! Lists that hold most of a vocabulary, and what they lack.

use super::company::REACH;
use super::frame::Frame;
use super::lexicon::List;
use super::report::Meant;
use crate::Span;

/// Fewest values of a list that is compared with its vocabulary.
const FEWEST: usize = 4;
/// Lists of one vocabulary in one text; beyond, the text is data.
const MOST_LISTS: usize = 12;

/// The lists of one vocabulary in one text.
#[derive(Debug, Default)]
pub(super) struct Runs {
    /// The list being read.
    open: Vec<Item>,
    /// Its meetings, and where the last one ends.
    count: usize,
    end: usize,
    lists: usize,
    lacking: Vec<Lack>,
}

/// A list that lacks values.
#[derive(Debug)]
pub(super) struct Lack {
    /// Its last value.
    pub(super) span: Span,
    /// How many values it holds.
    pub(super) held: usize,
    /// What it lacks.
    pub(super) missing: Vec<Meant>,
}

/// One value of a list; `span` is where it was met last.
#[derive(Debug, Clone, Copy)]
struct Item {
    member: usize,
    start: usize,
    span: Span,
    manner: Manner,
}

/// How a value stands in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    Plain,
    /// As what may be but the name of a value in a program.
    Name,
    /// As a part of one cell.
    Part,
    /// As a part of an expression.
    Grouped,
    /// In the middle of a row.
    InRow,
}

impl Runs {
    /// One more value.
    pub(super) fn meet(&mut self, list: &List, member: usize, span: Span, manner: Manner) {
        if member >= list.values.len() {
            return;
        }
        if span.start.saturating_sub(self.end) > REACH {
            self.close(list, self.open.len());
            self.count = 0;
        }
        self.end = span.end;
        self.count += 1;
        let item = Item { member, start: span.start, span, manner };
        match self.open.iter().position(|item| item.member == member) {
            None => self.open.push(item),
            // A name and its value, a value and its title; or a code, which may stand in a sentence too.
            Some(before) if list.is_coded || before + 1 == self.open.len() => self.open[before].span = span,
            // The same value again is of another list, which began at the widest gap between the two.
            Some(before) => {
                let gap = |at: usize| self.open.get(at).unwrap_or(&item).start.saturating_sub(self.open[at - 1].span.end);
                let begins = (before + 1..=self.open.len()).max_by_key(|at| gap(*at)).unwrap_or(self.open.len());
                self.close(list, begins);
                self.open.push(item);
            }
        }
    }

    /// The lists that lack values, once the text is over.
    pub(super) fn finish(mut self, list: &List) -> Vec<Lack> {
        self.close(list, self.open.len());
        if self.lists > MOST_LISTS { Vec::new() } else { self.lacking }
    }

    /// Ends the list before its item `end`; the next one has begun there.
    fn close(&mut self, list: &List, end: usize) {
        let count = std::mem::replace(&mut self.count, self.open.len() - end + 1);
        let run: Vec<Item> = self.open.drain(..end).collect();
        let Some(last) = run.iter().max_by_key(|item| item.span.start) else { return };
        self.lists += usize::from(run.len() >= FEWEST);
        let held = run.iter().filter(|item| item.manner != Manner::Name).count();
        let is_most = held >= FEWEST && held * 4 >= list.values.len() * 3 && held < list.values.len();
        if is_most && !is_data(&run, count) && self.lacking.len() < MOST_LISTS {
            // Where two lists touch, a value may be of either: it is not said to be missing.
            let held = |member: usize| run.iter().chain(&self.open).any(|item| item.member == member);
            let missing = list.values.iter().enumerate().filter(|(member, _)| !held(*member));
            let missing: Vec<Meant> = missing.map(|(_, value)| value.clone()).collect();
            if !missing.is_empty() {
                self.lacking.push(Lack { span: last.span, held: list.values.len() - missing.len(), missing });
            }
        }
    }
}

/// Whether values are those of places rather than a list of what is possible: parts of a cell, cells in the middle of
/// several rows, the same ones over and over.
fn is_data(run: &[Item], count: usize) -> bool {
    let stands = |manner: Manner| run.iter().any(|item| item.manner == manner);
    let is_cell = stands(Manner::Part) && !stands(Manner::Grouped);
    let mut rows = run.iter().filter(|item| item.manner == Manner::InRow).map(|item| item.span.line);
    let first = rows.next();
    is_cell || rows.any(|row| Some(row) != first) || count > 3 * run.len()
}

impl Manner {
    /// How a value in a frame stands in its list.
    pub(super) fn of(frame: &Frame, is_name: bool) -> Self {
        match () {
            () if is_name => Self::Name,
            () if frame.is_grouped() => Self::Grouped,
            () if frame.is_part() => Self::Part,
            () if frame.is_in_row() => Self::InRow,
            () => Self::Plain,
        }
    }
}
