//! What a repair did: to a person, to a program, to a spreadsheet.
//!
//! In: each repair as it comes, then the outcome. Out: text. Nothing is decided here, and nothing that grows with the
//! number of repairs is held.

mod csv;
mod json;
mod terminal;

use std::io::{self, Write};

use standard_mediation_model::Standard;
use standard_mediation_model::data::repair::{Outcome, RepairSink};

pub(crate) use terminal::terminal;

/// A file that is repaired.
pub(crate) struct Mending<'a> {
    /// Its name, as a person typed it.
    pub(crate) name: &'a str,
    /// The name of what is written.
    pub(crate) output: &'a str,
    /// What it is held against.
    pub(crate) standard: &'a Standard,
    /// What was assumed of the way it is written, one sentence each.
    pub(crate) assumed: &'a [String],
}

/// How every repair is written, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listing {
    Csv,
    Json,
    Ndjson,
}

/// A list of repairs being written.
pub(crate) trait RepairList: RepairSink {
    /// Starts it.
    fn start(&mut self, mending: &Mending<'_>) -> io::Result<()>;

    /// Ends it.
    fn end(&mut self, mending: &Mending<'_>, outcome: &Outcome) -> io::Result<()>;
}

/// A list of that form.
pub(crate) fn list<'o>(listing: Listing, out: &'o mut dyn Write) -> Box<dyn RepairList + 'o> {
    match listing {
        Listing::Csv => Box::new(csv::Csv::new(out)),
        Listing::Json => Box::new(json::Json::new(out, false)),
        Listing::Ndjson => Box::new(json::Json::new(out, true)),
    }
}
