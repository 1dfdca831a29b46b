//! What a validation found: to a person, to a program.
//!
//! In: each finding as it comes, then the summary. Out: text on the standard output, in one of the formats. Nothing is
//! decided here, and nothing that grows with the number of findings is held.

mod csv;
mod github;
mod html;
mod json;
mod ndjson;
mod output;
mod terminal;
mod words;

use std::io::{self, Write};

use standard_mediation_model::data::{Sink, Summary, Unit};
use standard_mediation_model::{Date, Standard};

use crate::arguments::DataFormat;

pub(crate) use output::is_of_output;

/// A file, before its first row.
pub(crate) struct Subject<'a> {
    /// Its name, as a person typed it.
    pub(crate) name: &'a str,
    /// The names of its columns.
    pub(crate) header: &'a [String],
    /// What it is held against.
    pub(crate) standard: &'a Standard,
    /// What was assumed of the way it is written, one sentence each.
    pub(crate) assumed: &'a [String],
    /// What the number of a row counts.
    pub(crate) unit: Unit,
}

/// A way to show a validation.
pub(crate) trait Report: Sink {
    /// Starts a file.
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()>;

    /// Ends it.
    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()>;

    /// Ends it all, after the last file.
    fn close(&mut self) -> io::Result<()>;
}

/// The way of a format. `all` shows every finding where examples are otherwise enough; `today` is what freshness is told
/// against.
pub(crate) fn report<'o>(format: DataFormat, all: bool, today: Date, out: Box<dyn Write + 'o>) -> Box<dyn Report + 'o> {
    let out = Box::new(output::Output(out));
    match format {
        DataFormat::Terminal => Box::new(terminal::Terminal::new(out, all, super::terminal::style().colours)),
        DataFormat::Json => Box::new(json::Json::new(out)),
        DataFormat::Html => Box::new(html::Html::new(out, today)),
        DataFormat::Ndjson => Box::new(ndjson::Ndjson::new(out)),
        DataFormat::Csv => Box::new(csv::Csv::new(out)),
        DataFormat::Github => Box::new(github::Github::new(out)),
    }
}
