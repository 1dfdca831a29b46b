//! `validate`: holds files of data against the standard. Writes nothing.

use std::io::{self, BufWriter};
use std::path::Path;

use standard_mediation_model::data::{self, Columns, Judge, Options, Summary};
use standard_mediation_model::{Date, Level};

use super::{Outcome, displayed};
use crate::arguments::{Severity, Validated};
use crate::disk::Failure;
use crate::input;
use crate::show::{self, Subject};

/// Validates. `false` when a file is not valid.
pub(crate) fn validate(options: &Validated) -> Outcome {
    let out = Box::new(BufWriter::new(io::stdout()));
    let mut report = show::report(options.format, options.all, out);
    let mut valid = true;
    for path in &options.files {
        // Whoever read the report has left: there is nobody to go on for, and no verdict.
        let Some(summary) = one(options, path, report.as_mut())? else { return Ok(false) };
        if !summary.is_readable {
            // What is wrong was shown with the rest.
            displayed(report.close())?;
            return Err(Failure::usage(format!("« {} » ne se lit pas comme un tableau", path.display())));
        }
        valid &= summary.is_valid();
    }
    displayed(report.close())?;
    Ok(valid)
}

fn one(options: &Validated, path: &Path, report: &mut dyn show::Report) -> Result<Option<Summary>, Failure> {
    let standard = options.place.asked()?;
    let is_known = |text: &str| standard.fields.iter().any(|field| field.name == text || field.title == text);
    let mut input = input::open(path, &standard.dialect, &is_known)?;
    let columns = Columns::read(&standard, input.rows.header());
    input.rows.adopt(&standard, &columns);
    let columns = Columns::read(&standard, input.rows.header());
    let judge = Judge::new(&standard, columns, Options { only: only(options), today: today() })
        .map_err(|field| Failure::usage(format!("la forme de la colonne « {field} » ne se lit pas dans ce standard")))?
        .counting(input.rows.unit());
    let name = show::slashed(path);
    let assumed = [input.assumed.clone(), format!("standard {}", standard.identity.version)];
    let subject = Subject { name: &name, standard: &standard, assumed: &assumed, unit: input.rows.unit() };
    displayed(report.start(&subject))?;
    let summary = data::validate(input.rows.as_mut(), &judge, report);
    let summary = match summary {
        Ok(summary) => summary,
        Err(error) if show::is_of_output(&error) => return displayed(Err(error)).map(|()| None),
        Err(error) => return Err(Failure::new("lecture impossible de", path, &error)),
    };
    displayed(report.end(&subject, &summary))?;
    Ok(Some(summary))
}

fn only(options: &Validated) -> Option<Level> {
    options.level.map(|Severity::Bloquant| Level::Blocking)
}

/// The day of the machine: dates of data may not pass it.
fn today() -> Date {
    let today = jiff::Zoned::now().date().to_string();
    today.parse().unwrap_or(Date::LATEST)
}
