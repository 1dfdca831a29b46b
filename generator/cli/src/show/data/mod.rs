//! What a validation found: to a person, to a program.
//!
//! In: each finding as it comes, then the summary. Out: text on the standard output, in one of the formats. Nothing is
//! decided here, and nothing that grows with the number of findings is held.

mod github;
mod header;
mod html;
mod output;
mod terminal;
mod words;

use std::io::Write;

use standard_mediation_model::Date;
use standard_mediation_report::findings::{Csv, Json, Ndjson};

use crate::arguments::DataFormat;

pub(crate) use output::is_of_output;
pub(crate) use standard_mediation_report::findings::{Report, Subject};
pub(super) use words::numbered;

/// The way of a format. `all` shows every finding where examples are otherwise enough; `today` is what freshness is told
/// against.
pub(crate) fn report<'o>(format: DataFormat, all: bool, today: Date, out: Box<dyn Write + 'o>) -> Box<dyn Report + 'o> {
    let out = Box::new(output::Output(out));
    match format {
        DataFormat::Terminal => Box::new(terminal::Terminal::new(out, all, super::terminal::style().colours)),
        DataFormat::Json => Box::new(Json::new(out)),
        DataFormat::Html => Box::new(html::Html::new(out, today)),
        DataFormat::Ndjson => Box::new(Ndjson::new(out)),
        DataFormat::Csv => Box::new(Csv::new(out)),
        DataFormat::Github => Box::new(github::Github::new(out, all)),
    }
}
