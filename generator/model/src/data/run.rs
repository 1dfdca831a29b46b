//! From the first row to the summary, on one thread.

use std::io;

use crate::Standard;

use super::{Block, Columns, Fault, Judge, Judged, Merger, Sink, Summary, Unit};

/// A table, read some rows at a time.
pub trait Rows {
    /// The names of the columns, as written. Empty when there is none, and then [`Rows::faults`] says why.
    fn header(&self) -> &[String];

    /// What is wrong with the file as a whole, known before any row.
    fn faults(&self) -> &[Fault];

    /// What the number of a row counts.
    fn unit(&self) -> Unit {
        Unit::Row
    }

    /// The row of the header, as a spreadsheet numbers it; `None` for a file whose columns have no row of their own.
    fn header_row(&self) -> Option<u64> {
        Some(1)
    }

    /// Whether the number of a row is that of its line in the file, as long as no row above spans several.
    fn counts_lines(&self) -> bool {
        self.unit() == Unit::Line
    }

    /// Says which standard the columns of the header were recognised in, before any row is asked for. A file without a
    /// header of its own may have more columns then: [`Columns::read`] must read [`Rows::header`] again.
    fn adopt(&mut self, _standard: &Standard, _columns: &Columns) {}

    /// Replaces the contents of `block` with the next rows. False when there is none left.
    ///
    /// # Errors
    /// Those of the source of bytes, and nothing else: what is wrong with the file is a [`Fault`] of the block.
    fn next(&mut self, block: &mut Block) -> io::Result<bool>;
}

/// Validates a table: each finding goes to `sink`, in the order of the file. It stops where too much is wrong, and says it:
/// see [`Judge::stopping_at`].
///
/// # Errors
/// Those of the source of bytes and of the sink.
pub fn validate(rows: &mut dyn Rows, judge: &Judge<'_>, sink: &mut dyn Sink) -> io::Result<Summary> {
    let mut merger = Merger::new(judge, rows.header(), rows.faults(), sink)?;
    let (mut block, mut judged) = (Block::new(), Judged::default());
    while rows.next(&mut block)? {
        judge.judge(&block, &mut judged);
        if !merger.add(&mut block, &mut judged, sink)? {
            break;
        }
    }
    merger.finish(sink)
}
