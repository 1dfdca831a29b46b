//! `validate`: holds files of data against the standard. Writes nothing, but for the page that is asked for.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use standard_mediation_model::data::{Options, Summary};
use standard_mediation_model::{Date, Level};
use standard_mediation_report::findings::ONLY_FAULTS;
use standard_mediation_report::version::Chosen;

use super::{Outcome, displayed};
use crate::arguments::{DataFormat, Severity, Validated};
use crate::disk::{self, Failure};
use crate::show::{self, Progress, Subject};
use crate::{input, parallel};

/// Validates. `false` when a file is not valid.
pub(crate) fn validate(options: &Validated) -> Outcome {
    refuse_two_flows(&options.files)?;
    let Some(path) = &options.out else {
        let out: Box<dyn Write> = match options.format {
            DataFormat::Terminal => Box::new(show::stdout()),
            _ => Box::new(BufWriter::new(io::stdout())),
        };
        let mut report = show::report(options, today(), out);
        return all(options, report.as_mut());
    };
    if options.format != DataFormat::Html {
        return Err(Failure::usage("--out écrit une page : ajoutez --format html".to_owned()));
    }
    refuse_page(&options.files, path, options.force)?;
    // A page is bounded, whatever the file: it is written once whole, even to say that a file cannot be read.
    let mut bytes = Vec::new();
    let outcome = {
        let mut report = show::report(options, today(), Box::new(&mut bytes));
        all(options, report.as_mut())
    };
    if !bytes.is_empty() {
        write_page(path, &bytes, options.force)?;
    }
    outcome
}

/// Refuses the standard input asked for twice: the second time, there is nothing left to read.
fn refuse_two_flows(files: &[PathBuf]) -> Result<(), Failure> {
    if files.iter().filter(|file| *file == Path::new("-")).nth(1).is_none() {
        return Ok(());
    }
    let message =
        "« - », l'entrée standard, est donnée deux fois et ne se lit qu'une : donnez-la une fois, ou nommez les fichiers";
    Err(Failure::usage(message.to_owned()))
}

fn all(options: &Validated, report: &mut dyn show::Report) -> Outcome {
    let mut valid = true;
    let mut failures = Vec::new();
    for path in &options.files {
        match one(options, path, report) {
            // Whoever read the report has left: there is nobody to go on for, and no verdict.
            Ok(None) => return Ok(false),
            Ok(Some(summary)) if summary.is_readable => valid &= summary.is_valid(),
            // What is wrong was shown with the rest.
            Ok(Some(_)) => failures.push(format!("« {} » ne se lit pas comme un tableau", path.display())),
            // The other files are read all the same.
            Err(failure) => {
                displayed(report.refused(&show::slashed(path), &failure.to_string()))?;
                failures.push(failure.to_string());
            }
        }
    }
    displayed(report.close())?;
    if failures.is_empty() { Ok(valid) } else { Err(Failure::usage(failures.join("\nerreur : "))) }
}

fn one(options: &Validated, path: &Path, report: &mut dyn show::Report) -> Result<Option<Summary>, Failure> {
    let asked = options.place.asked()?;
    let mut input = input::open(path, &asked)?;
    let Chosen { standard, said, .. } = options.place.spoken(asked, input.rows.header(), path)?;
    let asked = Options { only: only(options), ..Options::new(today()) };
    let judge = input.judge(&standard, asked).map_err(|refusal| Failure::refusal(refusal, path))?;
    let header = input.rows.header().to_vec();
    let name = show::slashed(path);
    let mut assumed: Vec<String> = [input.assumed.clone()].into_iter().chain(said).collect();
    if options.level.is_some() {
        assumed.push(ONLY_FAULTS.to_owned());
    }
    let (unit, counts_lines) = (input.rows.unit(), input.rows.counts_lines());
    let subject = Subject { name: &name, header: &header, standard: &standard, assumed: &assumed, unit, counts_lines };
    displayed(report.start(&subject))?;
    let threads = parallel::threads(options.threads.asked, input.size);
    let (mut progress, mut read) = (Progress::new(input.size), 0);
    let summary = parallel::validate(input.rows.as_mut(), &judge, report, threads, &mut |rows, bytes| {
        read += rows as u64;
        progress.advance(read, bytes);
    });
    drop(progress);
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
pub(super) fn today() -> Date {
    let today = jiff::Zoned::now().date().to_string();
    today.parse().unwrap_or(Date::LATEST)
}

/// Refuses, before anything is read, a page that could not be written: in no folder, over a file that is read or one that
/// is there.
pub(super) fn refuse_page(inputs: &[PathBuf], path: &Path, force: bool) -> Result<(), Failure> {
    disk::name_in_its_folder(path)?;
    inputs.iter().try_for_each(|input| disk::refuse_same(input, path))?;
    disk::refuse_existing(path, force)
}

/// Writes a page in its place.
pub(super) fn write_page(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    disk::write_file(path, bytes, force)?;
    show::say(format_args!("« {} » est écrit", path.display()));
    Ok(())
}
