//! From the first row to what is left to do.

use std::io::{self, Write};

use super::hand::{Hand, Handled};
use super::layout::Layout;
use super::left::{self, Left};
use super::{Certainty, Evidence, Repair, RepairSink, Tally};
use crate::count::counted;
use crate::data::{Block, Columns, Fault, FileRule, Judge, Merger, Rows, Summary, WithoutHeaders};

/// What a repair came to.
#[derive(Debug)]
pub struct Outcome {
    /// What was done, is to confirm, or cannot be done.
    pub tally: Tally,
    /// What is still wrong with the file that was written, as a validation of it would say: its rows, its columns.
    pub after: Summary,
    /// Whether a column of the standard was recognised: without one, nothing that was written is worth keeping.
    pub has_known_column: bool,
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
    let hand = Hand::new(judge, rows.header(), known);
    let mut repairing = Repairing::start(&hand, rows.faults(), out, sink)?;
    let (mut block, mut handled) = (Block::new(), Handled::default());
    let mut rows = WithoutHeaders::new(rows, judge.columns());
    while repairing.goes_on() && rows.next(&mut block)? {
        hand.work(&block, &mut handled);
        repairing.add(&mut block, &mut handled)?;
    }
    repairing.finish()
}

/// A repair under way: blocks may be handled by any thread, and are given in the order of the file.
pub struct Repairing<'r, 'j, 'a> {
    hand: &'r Hand<'j, 'a>,
    merger: Merger<'j, 'a>,
    still: Left,
    /// Rows with nothing in them, and the first of them.
    blank: (u64, Option<u64>),
    /// Number of the last row that was written.
    written: u64,
    said: Evidence,
    lost: Option<Fault>,
    tally: Tally,
    out: &'r mut dyn Write,
    sink: &'r mut dyn RepairSink,
}

impl<'r, 'j, 'a> Repairing<'r, 'j, 'a> {
    /// Writes the header, and says what was done to the file as a whole. `faults` are those of the file, `out` and `sink` what
    /// [`repair()`] takes.
    ///
    /// # Errors
    /// Those of the output and of the sink.
    pub fn start(
        hand: &'r Hand<'j, 'a>,
        faults: &[Fault],
        out: &'r mut dyn Write,
        sink: &'r mut dyn RepairSink,
    ) -> io::Result<Self> {
        let left = left_of(hand, faults);
        let merger = Merger::with_faults(hand.judge, &hand.header, &left, &mut ())?;
        let mut repairing = Self {
            hand,
            merger,
            still: Left::default(),
            blank: (0, None),
            written: 1,
            said: Evidence::none(hand.header.len()),
            lost: None,
            tally: Tally::default(),
            out,
            sink,
        };
        if !hand.header.is_empty() {
            let (mut bytes, mut repairs) = (Vec::new(), Vec::new());
            hand.start(faults, &mut bytes, &mut repairs);
            repairing.write(&bytes, &repairs)?;
        }
        Ok(repairing)
    }

    /// Whether more rows are wanted: not when one was lost, nor without a header.
    pub fn goes_on(&self) -> bool {
        !self.hand.header.is_empty() && self.lost.is_none()
    }

    /// Takes the rows of the next block of [`WithoutHeaders`], which [`Hand::work`] handled. False when nothing more is wanted.
    ///
    /// # Errors
    /// Those of the output and of the sink.
    pub fn add(&mut self, block: &mut Block, handled: &mut Handled) -> io::Result<bool> {
        self.blank = (self.blank.0 + std::mem::take(&mut block.blank), self.blank.1.or(block.first_blank.take()));
        for row in std::mem::take(&mut block.taken_out) {
            let kind = "en-tête répété, retiré";
            let repair = Repair { row: Some(row), ..Repair::of_file(Certainty::Sure, FileRule::RepeatedHeader.id(), kind, "") };
            self.write(&[], &[repair])?;
        }
        loop {
            let Handled { judged, ready } = &mut *handled;
            let first = self.written + 1;
            for rank in ready.repairs.iter_mut().filter_map(|repair| repair.row_after.as_mut()) {
                *rank += first;
            }
            let read = left::as_written(&mut block.rows[judged.rows.clone()], &mut judged.found, first);
            self.merger.part(block, judged, &mut self.still)?;
            left::as_read(&mut self.still.0, &read, first);
            let rank = |number| read.binary_search(&number).ok().map(|rank| first + rank as u64);
            left::tell(&self.still.0, rank, &mut ready.repairs);
            self.still.0.clear();
            self.written += read.len() as u64;
            self.said.add(&ready.said);
            self.lost = self.lost.take().or(ready.lost.take());
            self.write(&ready.text, &ready.repairs)?;
            if !self.hand.go_on(block, handled) {
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
            let repair = Repair { row: first, ..Repair::of_file(Certainty::Sure, FileRule::BlankRow.id(), kind, "") };
            self.write(&[], &[repair])?;
        }
        self.out.flush()?;
        self.tally.sort();
        let mut after = self.merger.finish(&mut ())?;
        if !self.hand.header.is_empty() {
            self.hand.layout.place(&mut after, self.hand.judge.standard);
        }
        let judge = self.hand.judge;
        let has_known_column = (0..judge.columns().len()).any(|column| judge.columns().field(column).is_some());
        Ok(Outcome { after, has_known_column, tally: self.tally, evidence: self.said, lost: self.lost })
    }

    fn write(&mut self, bytes: &[u8], repairs: &[Repair]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        for repair in repairs {
            self.tally.add(repair);
            self.sink.repair(repair)?;
        }
        Ok(())
    }
}

/// What is still wrong with the file as a whole and its header, columns being those of the file that was read.
fn left_of(hand: &Hand<'_, '_>, faults: &[Fault]) -> Vec<Fault> {
    if hand.header.is_empty() {
        return faults.to_vec();
    }
    let Layout { names, sources } = &hand.layout;
    let source = |column: usize| sources.get(column).copied().flatten();
    let columns = Columns::read(hand.judge.standard(), names);
    columns.faults().iter().map(|fault| Fault { column: fault.column.and_then(source), ..fault.clone() }).collect()
}
