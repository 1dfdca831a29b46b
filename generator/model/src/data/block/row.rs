//! One row of a block, and the texts of its cells.

use std::borrow::Cow;

use super::super::FileRule;
use super::{Block, Span, decoded};

/// One row of a [`Block`].
#[derive(Debug, Clone, Copy)]
pub struct Row<'b> {
    pub(super) block: &'b Block,
    pub(super) index: usize,
    /// The text of the block, when all of it is known to be UTF-8.
    pub(super) text: Option<&'b str>,
}

impl<'b> Row<'b> {
    /// As a spreadsheet numbers it: the header is 1.
    pub fn number(&self) -> u64 {
        self.block.rows[self.index].number
    }

    /// Number of cells, which may not be that of the header.
    pub fn len(&self) -> usize {
        self.block.cells_of(self.index).len()
    }

    /// Whether it has no cell.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of a cell, from 0; empty beyond the last one. Bytes that are not UTF-8 are read as Windows-1252.
    pub fn text(&self, column: usize) -> Cow<'b, str> {
        let span = self.block.cells_of(self.index).get(column);
        span.map_or(Cow::Borrowed(""), |span| self.text_of(*span))
    }

    /// The texts of its cells.
    pub fn texts(self) -> impl Iterator<Item = Cow<'b, str>> {
        self.block.cells_of(self.index).iter().map(move |span| self.text_of(*span))
    }

    fn text_of(&self, span: Span) -> Cow<'b, str> {
        let text = match self.text.and_then(|text| text.get(span.range())) {
            Some(text) => Cow::Borrowed(text),
            None => decoded(&self.block.text[span.range()]),
        };
        if span.is_doubled() { Cow::Owned(text.replace("\"\"", "\"")) } else { text }
    }

    /// The bytes of all its cells, and of what is between them. Those of an object come in any order.
    pub(in crate::data) fn whole(&self) -> &'b [u8] {
        let ranges = || self.block.cells_of(self.index).iter().map(|cell| cell.range());
        let (start, end) = (ranges().map(|range| range.start).min(), ranges().map(|range| range.end).max());
        start.zip(end).map_or(&[], |(start, end)| &self.block.text[start..end])
    }

    /// The bytes of a cell as they were read, from 0; none beyond the last one. Pairs of quotes still stand for one.
    pub(in crate::data) fn raw(&self, column: usize) -> &'b [u8] {
        self.block.cells_of(self.index).get(column).map_or(&[], |span| &self.block.text[span.range()])
    }

    /// Whether a cell holds quotes without being between quotes, in a row whose quotes add up.
    pub(in crate::data) fn is_bare(&self, column: usize) -> bool {
        let Block { faults, .. } = self.block;
        let at = faults.partition_point(|fault| fault.row < Some(self.number()));
        let here = faults[at..].iter().take_while(|fault| fault.row == Some(self.number()));
        let span = self.block.cells_of(self.index).get(column);
        span.is_some_and(|span| self.block.is_bare(*span)) && !here.into_iter().any(|fault| fault.rule == FileRule::StrayQuote)
    }

    /// Whether a cell is UTF-8, as the standard asks.
    pub fn is_utf8(&self, column: usize) -> bool {
        if self.text.is_some() {
            return true;
        }
        let spans = self.block.cells_of(self.index);
        spans.get(column).is_none_or(|span| simdutf8::basic::from_utf8(&self.block.text[span.range()]).is_ok())
    }
}
