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

use crate::arguments::{DataFormat, Validated};

pub(crate) use output::is_of_output;
pub(crate) use standard_mediation_report::findings::{Report, Subject};
pub(super) use words::numbered;

/// The way of what was asked for; `today` is what freshness is told against.
pub(crate) fn report<'o>(options: &Validated, today: Date, out: Box<dyn Write + 'o>) -> Box<dyn Report + 'o> {
    let (format, all, has_several) = (options.format, options.all, options.files.len() > 1);
    let out = Box::new(output::Output(out));
    match format {
        DataFormat::Terminal => {
            Box::new(terminal::Terminal::new(out, all, super::terminal::style().colours, options.place.standard.clone()))
        }
        DataFormat::Json => Box::new(Json::new(out)),
        DataFormat::Html => Box::new(html::Html::new(out, today)),
        DataFormat::Ndjson => Box::new(Ndjson::new(out)),
        DataFormat::Csv if has_several => Box::new(Csv::new(out).of_several()),
        DataFormat::Csv => Box::new(Csv::new(out)),
        DataFormat::Github => Box::new(github::Github::new(out, all)),
    }
}
