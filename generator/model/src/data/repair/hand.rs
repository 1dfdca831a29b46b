//! Blocks judged, and their good rows written, by any thread: most rows have nothing to mend.
//!
//! In: a block. Out: what is wrong with it, the bytes of its rows as they would be with nothing to mend, and the rows that
//! [`super::Repairer`] must look at, in the order of the file.

use std::ops::Range;

use super::Evidence;
use super::layout::Layout;
use super::row::{self, Mended};
use super::text::is_suspicious;
use crate::data::{Block, Copied, CsvCopy, CsvLine, Judge, Judged, Row};

/// Judges blocks and copies their rows. Shared by threads.
pub struct Hand<'j, 'a> {
    pub(super) judge: &'j Judge<'a>,
    pub(super) layout: Layout,
    pub(super) header: Vec<String>,
    pub(super) writer: CsvLine,
    /// What an earlier reading said.
    pub(super) known: Evidence,
    /// Columns whose good cells may need mending.
    always: Vec<usize>,
    /// The columns of latitude and longitude.
    point: Option<(usize, usize)>,
}

/// What comes of a block. Meant to be filled again and again.
#[derive(Default)]
pub struct Handled {
    pub(super) judged: Judged,
    pub(super) ready: Ready,
}

/// The rows of a block that were judged.
#[derive(Default)]
pub(super) struct Ready {
    /// Their bytes, but for those in doubt.
    pub(super) text: Vec<u8>,
    /// Where each of them starts.
    pub(super) starts: Vec<usize>,
    pub(super) doubts: Vec<Doubt>,
    /// Whether the text of the block is.
    pub(super) is_utf8: bool,
    copy: Option<CsvCopy>,
}

/// A row that may need mending.
pub(super) struct Doubt {
    /// Its rank in the block.
    pub(super) index: usize,
    /// What was found there, among all that was.
    pub(super) found: Range<usize>,
    /// Columns that a plain look does not clear.
    pub(super) columns: Vec<usize>,
    /// Its coordinates, when they only make sense the other way round.
    pub(super) swapped: Mended,
}

impl<'j, 'a> Hand<'j, 'a> {
    /// Prepares the repair of a file with that header. `known` is what an earlier reading of the same file said,
    /// [`super::Outcome::evidence`], or nothing.
    pub fn new(judge: &'j Judge<'a>, header: &[String], known: &Evidence) -> Self {
        let standard = judge.standard;
        let column = |name: &str| {
            let field = standard.fields.iter().position(|field| field.name == name)?;
            judge.columns.column(field)
        };
        let looks = |column: &usize| judge.columns.field(*column).is_some_and(|field| judge.mender.looks_at_good_cells(field));
        Self {
            judge,
            layout: Layout::new(standard, &judge.columns, header, known.has_short_rows),
            header: header.to_vec(),
            writer: CsvLine::of(&standard.dialect),
            known: known.clone(),
            always: (0..header.len()).filter(looks).collect(),
            point: column("latitude").zip(column("longitude")),
        }
    }

    /// Replaces the contents of `handled` with what comes of a block.
    pub fn work(&self, block: &Block, handled: &mut Handled) {
        let text = block.valid();
        self.judge.judge_in(block, text, &mut handled.judged);
        handled.ready.copy.get_or_insert_with(|| CsvCopy::new(self.writer)).look(block, text.is_some());
        self.ready(block, text, handled);
    }

    /// The same with the next rows of the block, when too much was to be held together; false when there is none.
    pub(super) fn go_on(&self, block: &Block, handled: &mut Handled) -> bool {
        let goes_on = self.judge.go_on(block, &mut handled.judged);
        if goes_on {
            self.ready(block, block.valid(), handled);
        }
        goes_on
    }

    fn ready(&self, block: &Block, text: Option<&str>, handled: &mut Handled) {
        let Handled { judged, ready: Ready { text: out, starts, doubts, is_utf8, copy } } = handled;
        (out.clear(), starts.clear(), doubts.clear());
        let Some(copy) = copy else { return };
        *is_utf8 = text.is_some();
        let looks_closer = !*is_utf8 || !self.always.is_empty() || is_suspicious(&block.text);
        judged.found.sort_by_key(|found| found.row);
        let mut told = 0;
        for (index, row) in judged.rows.clone().zip(block.rows_among(text, judged.rows.clone())) {
            starts.push(out.len());
            let rest = judged.found[told..].iter();
            let count = rest.take_while(|found| found.row.is_none_or(|number| number <= row.number())).count();
            let found = told..told + count;
            told = found.end;
            let columns = if looks_closer { self.worth_a_look(row, *is_utf8) } else { Vec::new() };
            let swapped = self.point.map(|point| row::swapped(self.judge, row, point)).unwrap_or_default();
            if found.is_empty() && columns.is_empty() && swapped.is_empty() && row.len() == self.header.len() {
                let cells = self.layout.sources.iter().map(|source| source.map_or(Copied::Text(""), Copied::Cell));
                copy.write(out, block, index, cells);
            } else {
                doubts.push(Doubt { index, found, columns, swapped });
            }
        }
    }

    /// Columns that a plain look does not clear: damaged accents, bytes that are not UTF-8, values to be replaced.
    fn worth_a_look(&self, row: Row<'_>, is_utf8: bool) -> Vec<usize> {
        let is_worth = |column: &usize| {
            is_suspicious(row.text(*column).as_bytes()) || !is_utf8 && !row.is_utf8(*column) || self.always.contains(column)
        };
        if is_utf8 && self.always.is_empty() && !is_suspicious(row.whole()) {
            return Vec::new();
        }
        (0..row.len()).filter(is_worth).collect()
    }

    /// The name of a column of the file that was read.
    pub(super) fn name(&self, column: usize) -> Option<String> {
        let field = self.judge.columns.field(column).map(|field| &self.judge.standard.fields[field].name);
        field.or_else(|| self.header.get(column)).cloned()
    }
}
