//! Rows that are the header once more, taken out before a file is made of the others: they are no places, and nothing of them
//! is lost, since the header is there. Whoever writes that file says it.

use std::io;

use super::{Block, Columns, Fault, Rows, Unit};
use crate::Standard;

/// Rows of a file, without those that are its header once more: of these, only the numbers are told, [`Block::taken_out`].
pub struct WithoutHeaders<'r> {
    rows: &'r mut dyn Rows,
    columns: &'r Columns,
}

impl<'r> WithoutHeaders<'r> {
    /// The rows of a file with these columns.
    pub fn new(rows: &'r mut dyn Rows, columns: &'r Columns) -> Self {
        Self { rows, columns }
    }
}

impl Rows for WithoutHeaders<'_> {
    fn header(&self) -> &[String] {
        self.rows.header()
    }

    fn faults(&self) -> &[Fault] {
        self.rows.faults()
    }

    fn unit(&self) -> Unit {
        self.rows.unit()
    }

    fn header_row(&self) -> Option<u64> {
        self.rows.header_row()
    }

    fn counts_lines(&self) -> bool {
        self.rows.counts_lines()
    }

    fn is_sheet(&self) -> bool {
        self.rows.is_sheet()
    }

    fn adopt(&mut self, standard: &Standard, columns: &Columns) {
        self.rows.adopt(standard, columns);
    }

    fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        let is_read = self.rows.next(block)?;
        if is_read {
            block.take_out(|row| self.columns.are_named_by(row));
        }
        Ok(is_read)
    }
}
