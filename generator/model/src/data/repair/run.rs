//! From the first row to what is left to do, on one thread.

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
    let header = rows.header().to_vec();
    let mut repairer = Repairer::new(judge, &header, known);
    let mut tally = Tally::default();
    let mut bytes = Vec::new();
    let mut repairs = Vec::new();
    let left = left_of(&repairer, judge, rows);
    let mut merger = Merger::with_faults(judge, &header, &left, &mut ())?;
    let (mut block, mut judged) = (Block::new(), Judged::default());
    let mut still = Left::default();
    let mut blank = (0, None);
    if !header.is_empty() {
        repairer.start(rows.faults(), &mut bytes, &mut repairs);
        flush(&mut bytes, &mut repairs, out, &mut tally, sink)?;
        while repairer.lost().is_none() && rows.next(&mut block)? {
            blank = (blank.0 + std::mem::take(&mut block.blank), blank.1.or(block.first_blank.take()));
            judge.judge(&block, &mut judged);
            loop {
                let written = repairer.next_row();
                let rows: Vec<u64> = block.rows[judged.rows.clone()].iter().map(|row| row.number).collect();
                repairer.part(&block, &mut judged, &mut bytes, &mut repairs);
                merger.part(&block, &mut judged, &mut still)?;
                still.tell(&rows, written, &mut repairs);
                flush(&mut bytes, &mut repairs, out, &mut tally, sink)?;
                if !judge.go_on(&block, &mut judged) {
                    break;
                }
            }
        }
    }
    if let (count @ 1.., first) = blank {
        let kind = counted(count, "ligne vide retirée", "lignes vides retirées");
        let repair = Repair { row: first, ..Repair::of_file(Certainty::Sure, FileRule::BlankRow.id(), kind, "") };
        tally.add(&repair);
        sink.repair(&repair)?;
    }
    out.flush()?;
    tally.sort();
    let after = merger.finish(&mut ())?;
    Ok(Outcome { tally, after, evidence: repairer.evidence().clone(), lost: repairer.lost().cloned() })
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

fn flush(
    bytes: &mut Vec<u8>,
    repairs: &mut Vec<Repair>,
    out: &mut dyn Write,
    tally: &mut Tally,
    sink: &mut dyn RepairSink,
) -> io::Result<()> {
    out.write_all(bytes)?;
    bytes.clear();
    for repair in repairs.drain(..) {
        tally.add(&repair);
        sink.repair(&repair)?;
    }
    Ok(())
}
