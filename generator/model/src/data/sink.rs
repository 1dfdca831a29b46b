//! Who is told what is found.

use std::io;
use std::ops::Range;

use super::{Block, Columns, Found};

/// What takes findings one by one, in the order of the file.
pub trait Sink {
    /// Takes one.
    ///
    /// # Errors
    /// When it can take no more: validation stops there.
    fn found(&mut self, found: &Found) -> io::Result<()>;

    /// Takes the score of a row, from 0 to 100, after its findings.
    ///
    /// # Errors
    /// When it can take no more: validation stops there.
    fn row(&mut self, _number: u64, _score: u8) -> io::Result<()> {
        Ok(())
    }

    /// Takes some rows of a block, after the findings about them: for who shows rows beside what is wrong with them.
    ///
    /// # Errors
    /// When it can take no more: validation stops there.
    fn rows(&mut self, _block: &Block, _ranks: Range<usize>) -> io::Result<()> {
        Ok(())
    }

    /// Takes a block, after all its rows: for who counts what rows say.
    ///
    /// # Errors
    /// When it can take no more: validation stops there.
    fn block(&mut self, _block: &Block, _columns: &Columns) -> io::Result<()> {
        Ok(())
    }
}

/// Takes nothing: the summary is enough.
impl Sink for () {
    fn found(&mut self, _: &Found) -> io::Result<()> {
        Ok(())
    }
}
