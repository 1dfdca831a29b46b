//! Blocks of rows in, bytes of the repaired file out, by any thread.
//!
//! What is still wrong is judged on the rows as they are written, in the same reading: rows that changed are judged again,
//! others were already. What the whole file says is for [`super::Repairing`], which is given blocks in their order:
//! nothing here may depend on the blocks before.

use std::sync::Arc;

use super::copy::Copy;
use super::layout::Layout;
use super::left;
use super::name::Name;
use super::output::text_of;
use super::point::Point;
use super::text::is_suspicious;
use super::told::is_bare;
use super::{Certainty, Evidence, Repair};
use crate::data::{Block, Copied, CsvCopy, CsvLine, Fault, Judge, Judged, Row};

/// Repairs blocks. Shared by threads.
pub struct Hand<'j, 'a> {
    pub(super) judge: &'j Judge<'a>,
    pub(super) layout: Layout,
    pub(super) header: Vec<String>,
    /// The names of the columns of the file that was read: those of their fields, or those of the header.
    pub(super) names: Vec<Arc<str>>,
    pub(super) writer: CsvLine,
    /// What an earlier reading said.
    pub(super) known: Evidence,
    /// Columns whose good cells may need mending.
    always: Vec<usize>,
    /// Where places are, and in which commune.
    point: Option<Point>,
    name: Option<Name>,
    copy: Option<Copy>,
}

/// What comes of a block. Meant to be filled again and again.
#[derive(Default)]
pub struct Handled {
    pub(super) judged: Judged,
    pub(super) ready: Ready,
}

/// The rows of a block that were judged, repaired.
#[derive(Default)]
pub(super) struct Ready {
    /// Their bytes.
    pub(super) text: Vec<u8>,
    /// What was done to them; [`Repair::row_after`] is the rank of a row among them, from 0.
    pub(super) repairs: Vec<Repair>,
    /// What they said, that a second reading would use.
    pub(super) said: Evidence,
    /// A row that was not read, and cannot be written either.
    pub(super) lost: Option<Fault>,
    /// Rows that changed, and what is wrong with them now.
    pub(super) again: Block,
    pub(super) judged_again: Judged,
    copy: Option<CsvCopy>,
}

impl<'j, 'a> Hand<'j, 'a> {
    /// Prepares the repair of a file with that header. `known` is what an earlier reading of the same file said,
    /// [`super::Outcome::evidence`], or nothing.
    pub fn new(judge: &'j Judge<'a>, header: &[String], known: &Evidence) -> Self {
        let standard = judge.standard;
        let looks = |column: &usize| judge.columns.field(*column).is_some_and(|field| judge.mender.looks_at_good_cells(field));
        Self {
            judge,
            layout: Layout::new(standard, &judge.columns, header, known.has_uneven_rows),
            header: header.to_vec(),
            names: judge.columns.names(standard, header).map(Arc::from).collect(),
            writer: CsvLine::of(&standard.dialect),
            known: known.clone(),
            always: (0..header.len()).filter(looks).collect(),
            point: Point::of(judge),
            name: Name::of(judge),
            copy: Copy::of(judge),
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
        let Handled { judged, ready } = handled;
        ready.clear(self.header.len());
        let is_utf8 = text.is_some();
        let looks_closer = !is_utf8 || !self.always.is_empty() || is_suspicious(&block.text);
        judged.found.sort_by_key(|found| found.row);
        let mut found = judged.found.as_slice();
        for (rank, row) in (0..).zip(block.rows_among(text, judged.rows.clone())) {
            let count = found.iter().take_while(|found| found.row.is_none_or(|number| number <= row.number())).count();
            let (here, rest) = found.split_at(count);
            found = rest;
            let columns = if looks_closer { self.worth_a_look(row, is_utf8) } else { Vec::new() };
            let mut misplaced = self.point.as_ref().map(|point| point.mend(row, here.is_empty())).unwrap_or_default();
            if let Some(name) = self.name.as_ref().filter(|name| here.iter().any(|found| found.rule == *name.rule())) {
                misplaced.extend(name.mend(row));
            }
            if let Some(copy) = self.copy.as_ref().filter(|copy| here.iter().any(|found| found.rule == *copy.rule())) {
                misplaced.extend(copy.mend(row));
            }
            let is_good = here.is_empty() && columns.is_empty() && misplaced.is_empty() && row.len() == self.header.len();
            if let (true, Some(copy)) = (is_good, &ready.copy) {
                let cells = self.layout.sources.iter().map(|source| source.map_or(Copied::Text(""), Copied::Cell));
                copy.write(&mut ready.text, block, judged.rows.start + rank, cells);
                continue;
            }
            let mended = self.tell(row, rank as u64, here, (columns, misplaced), ready);
            self.write(row, &mended, &mut ready.text);
            let is_changed = mended.iter().any(|(_, proposal)| proposal.certainty == Certainty::Sure);
            let is_reread = || block.faults.iter().any(|fault| fault.row == Some(row.number())) || here.iter().any(is_bare);
            if is_changed || !is_utf8 || is_reread() {
                ready.again.start_row(row.number());
                (0..row.len()).for_each(|column| ready.again.push(&text_of(row, &mended, column)));
            }
        }
        self.of_faults(&block.faults[judged.faults.clone()], ready);
        self.judge_again(block, judged, ready);
        let rows = &block.rows[judged.rows.clone()];
        let rank = |number| rows.binary_search_by_key(&number, |row| row.number).ok().map(|rank| rank as u64);
        judged.found.sort_by_key(|found| (found.row, found.column));
        left::tell(&judged.found, rank, &mut ready.repairs);
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
    pub(super) fn name(&self, column: usize) -> Option<Arc<str>> {
        self.names.get(column).cloned()
    }
}

impl Ready {
    fn clear(&mut self, columns: usize) {
        self.text.clear();
        self.repairs.clear();
        self.said = Evidence::none(columns);
        self.lost = None;
        self.again.clear();
    }
}
