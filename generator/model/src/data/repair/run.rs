//! From the first row to what is left to do.

use std::io::{self, Write};

use super::left::Left;
use super::{Certainty, Evidence, Repair, RepairSink, Repairer, Tally};
use crate::count::counted;
use crate::data::{Block, Columns, Fault, FileRule, Judge, Judged, Merger, Rows, Summary};

/// What a repair came to.
#[derive(Debug)]
pub struct Outcome {
    /// What was done, is to confirm, or cannot be done.
    pub tally: Tally,
    /// What is still wrong with the file that was written: columns and rows are those of the one that was read.
    pub after: Summary,
    /// What a second reading would use.
    pub evidence: Evidence,
    /// A row that could not be read: the output is not whole, and must not be kept.
    pub lost: Option<Fault>,
}

/// Repairs a table: the repaired file goes to `out`, each repair to `sink`, in the order of the file. `known` is what an
/// earlier reading of the same file gave as [`Outcome::evidence`], or nothing.
///
/// # Errors
/// Those of the source, of the output and of the sink.
pub fn repair(
    rows: &mut dyn Rows,
    judge: &Judge<'_>,
    known: &Evidence,
    out: &mut dyn Write,
    sink: &mut dyn RepairSink,
) -> io::Result<Outcome> {
    let mut repairing = Repairing::start(rows, judge, known, out, sink)?;
    let (mut block, mut judged) = (Block::new(), Judged::default());
    while repairing.goes_on() && rows.next(&mut block)? {
        judge.judge(&block, &mut judged);
        repairing.add(&mut block, &mut judged)?;
    }
    repairing.finish()
}

/// A repair under way: blocks may be judged by any thread, and are given in the order of the file.
pub struct Repairing<'r, 'a> {
    judge: &'r Judge<'a>,
    repairer: Repairer<'r, 'a>,
    merger: Merger<'r, 'a>,
    still: Left,
    /// Rows with nothing in them, and the first of them.
    blank: (u64, Option<u64>),
    is_table: bool,
    bytes: Vec<u8>,
    repairs: Vec<Repair>,
    tally: Tally,
    out: &'r mut dyn Write,
    sink: &'r mut dyn RepairSink,
}

impl<'r, 'a> Repairing<'r, 'a> {
    /// Writes the header, and says what was done to the file as a whole. The arguments are those of [`repair()`].
    ///
    /// # Errors
    /// Those of the output and of the sink.
    pub fn start(
        rows: &dyn Rows,
        judge: &'r Judge<'a>,
        known: &Evidence,
        out: &'r mut dyn Write,
        sink: &'r mut dyn RepairSink,
    ) -> io::Result<Self> {
        let header = rows.header();
        let repairer = Repairer::new(judge, header, known);
        let left = left_of(&repairer, judge, rows);
        let merger = Merger::with_faults(judge, header, &left, &mut ())?;
        let mut repairing = Self {
            judge,
            repairer,
            merger,
            still: Left::default(),
            blank: (0, None),
            is_table: !header.is_empty(),
            bytes: Vec::new(),
            repairs: Vec::new(),
            tally: Tally::default(),
            out,
            sink,
        };
        if repairing.is_table {
            repairing.repairer.start(rows.faults(), &mut repairing.bytes, &mut repairing.repairs);
            repairing.flush()?;
        }
        Ok(repairing)
    }

    /// Whether more rows are wanted: not when one was lost, nor without a header.
    pub fn goes_on(&self) -> bool {
        self.is_table && self.repairer.lost().is_none()
    }

    /// Repairs the rows of the next block, judged. False when nothing more is wanted.
    ///
    /// # Errors
    /// Those of the output and of the sink.
    pub fn add(&mut self, block: &mut Block, judged: &mut Judged) -> io::Result<bool> {
        self.blank = (self.blank.0 + std::mem::take(&mut block.blank), self.blank.1.or(block.first_blank.take()));
        loop {
            let written = self.repairer.next_row();
            let rows: Vec<u64> = block.rows[judged.rows.clone()].iter().map(|row| row.number).collect();
            self.repairer.part(block, judged, &mut self.bytes, &mut self.repairs);
            self.merger.part(block, judged, &mut self.still)?;
            self.still.tell(&rows, written, &mut self.repairs);
            self.flush()?;
            if !self.judge.go_on(block, judged) {
                return Ok(self.goes_on());
            }
        }
    }

    /// Says what is known only at the end, and gives the whole.
    ///
    /// # Errors
    /// Those of the output and of the sink.
    pub fn finish(mut self) -> io::Result<Outcome> {
        if let (count @ 1.., first) = self.blank {
            let kind = counted(count, "ligne vide retirée", "lignes vides retirées");
            self.repairs.push(Repair { row: first, ..Repair::of_file(Certainty::Sure, FileRule::BlankRow.id(), kind, "") });
            self.flush()?;
        }
        self.out.flush()?;
        self.tally.sort();
        let after = self.merger.finish(&mut ())?;
        let Self { repairer, tally, .. } = self;
        Ok(Outcome { tally, after, evidence: repairer.evidence().clone(), lost: repairer.lost().cloned() })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(&self.bytes)?;
        self.bytes.clear();
        for repair in self.repairs.drain(..) {
            self.tally.add(&repair);
            self.sink.repair(&repair)?;
        }
        Ok(())
    }
}

/// What is still wrong with the file as a whole and its header, columns being those of the file that was read.
fn left_of(repairer: &Repairer<'_, '_>, judge: &Judge<'_>, rows: &dyn Rows) -> Vec<Fault> {
    if rows.header().is_empty() {
        return rows.faults().to_vec();
    }
    let columns = Columns::read(judge.standard(), repairer.header());
    let source = |fault: &Fault| Fault { column: fault.column.and_then(|column| repairer.source(column)), ..fault.clone() };
    columns.faults().iter().map(source).collect()
}
