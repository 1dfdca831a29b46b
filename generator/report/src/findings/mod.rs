//! What a validation found, to a program.
//!
//! In: each finding as it comes, then the summary. Out: text, in one of the formats. Nothing is decided here, and nothing
//! that grows with the number of findings is held.

mod csv;
mod json;
mod kept;
mod ndjson;

use std::io;

use standard_mediation_model::Standard;
use standard_mediation_model::data::{Sink, Summary, Unit};

pub use csv::Csv;
pub use json::Json;
pub use kept::{Kept, cut};
pub use ndjson::{Ndjson, object, totals};

/// What is said to have been assumed when recommendations are not asked for.
pub const ONLY_FAULTS: &str = "seules les fautes sont cherchées, pas les conseils";

/// A file, before its first row.
pub struct Subject<'a> {
    /// Its name, as a person typed it.
    pub name: &'a str,
    /// The names of its columns.
    pub header: &'a [String],
    /// What it is held against.
    pub standard: &'a Standard,
    /// What was assumed of the way it is written, one sentence each.
    pub assumed: &'a [String],
    /// What the number of a row counts.
    pub unit: Unit,
    /// Whether it is also that of a line of the file, as long as no row above spans several.
    pub counts_lines: bool,
}

/// A way to show a validation.
pub trait Report: Sink {
    /// Starts a file.
    ///
    /// # Errors
    /// Those of the output, as for every method.
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()>;

    /// Ends it.
    ///
    /// # Errors
    /// Those of the output.
    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()>;

    /// Says that a file, whether it was started or not, is not read to its end, and why. Only a program needs it: a person is told
    /// otherwise.
    ///
    /// # Errors
    /// Those of the output.
    fn refused(&mut self, _name: &str, _why: &str) -> io::Result<()> {
        Ok(())
    }

    /// Ends it all, after the last file.
    ///
    /// # Errors
    /// Those of the output.
    fn close(&mut self) -> io::Result<()>;
}
