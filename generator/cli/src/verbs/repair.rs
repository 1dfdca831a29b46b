//! `repair`: mends a file of data where nothing is guessed, writes it beside, and lists what is left.

use std::cell::Cell;
use std::io::{self, Write};
use std::path::Path;

use standard_mediation_model::data::repair::{Evidence, Hand, Handled, Outcome as Repaired, Repairing};
use standard_mediation_model::data::{Block, Options, WithoutHeaders};
use standard_mediation_report::repairs::is_done;
use standard_mediation_report::version::Chosen;

use super::validate::today;
use super::{Outcome, displayed, refuse_other_than_csv, refuse_twice};
use crate::arguments::{Mended, RepairFormat};
use crate::disk::{Failure, Pending};
use crate::show::{self, Listing, Mending};
use crate::{input, parallel};

/// Repairs. `false` when something is left to do.
pub(crate) fn repair(options: &Mended) -> Outcome {
    refuse_other_than_csv("repair", &options.out)?;
    refuse_twice([Some(options.out.as_path()), options.report.as_deref()].into_iter().flatten())?;
    let mut output = Pending::start(&options.out, options.force, &[&options.file])?;
    let mut report = match &options.report {
        Some(path) => Some((listing(path)?, Pending::start(path, options.force, &[&options.file, &options.out])?)),
        None => None,
    };
    let machine = match options.format {
        RepairFormat::Terminal => None,
        RepairFormat::Json => Some(Listing::Json),
        RepairFormat::Ndjson => Some(Listing::Ndjson),
    };
    // What a program reads waits for the end as well: a second reading would say the same repairs again.
    let mut printed = match machine {
        Some(listing) => Some((listing, Pending::scratch(&options.out)?)),
        None => None,
    };
    let mut known = Evidence::default();
    let mut may_read_again = options.file != Path::new("-");
    loop {
        let mut lists: Vec<(Listing, &mut Pending)> = Vec::new();
        lists.extend(report.as_mut().map(|(listing, pending)| (*listing, pending)));
        lists.extend(printed.as_mut().map(|(listing, pending)| (*listing, pending)));
        let (repaired, text) = once(options, &known, &mut output, lists)?;
        // The standard input is read once only.
        if may_read_again && repaired.evidence.is_worth_a_second_reading() {
            may_read_again = false;
            known = repaired.evidence;
            output.restart()?;
            for (_, pending) in report.iter_mut().chain(&mut printed) {
                pending.restart()?;
            }
            continue;
        }
        // No output without the report of what was done to it.
        output.settle()?;
        if let Some((_, report)) = report {
            report.keep()?;
        }
        output.keep()?;
        displayed(if let Some((_, printed)) = printed {
            printed.print()
        } else {
            let mut out = show::stdout();
            out.write_all(&text).and_then(|()| out.flush())
        })?;
        return Ok(is_done(&repaired));
    }
}

/// One reading of the file, and what a person is told of it.
fn once(
    options: &Mended,
    known: &Evidence,
    output: &mut Pending,
    lists: Vec<(Listing, &mut Pending)>,
) -> Result<(Repaired, Vec<u8>), Failure> {
    let asked = options.place.asked()?;
    let mut input = input::open(&options.file, &asked)?;
    let Chosen { standard, said, .. } = options.place.spoken(asked, input.rows.header(), &options.file)?;
    let judge = input.judge(&standard, Options::new(today())).map_err(|refusal| Failure::refusal(refusal, &options.file))?;
    let (name, written) = (show::slashed(&options.file), show::slashed(&options.out));
    let assumed: Vec<String> = [input.assumed.clone()].into_iter().chain(said).collect();
    let unit = input.rows.unit();
    let mending = Mending { name: &name, output: &written, standard: &standard, assumed: &assumed, unit };
    let unwritten = Cell::new(None);
    // What is not of a file that is written is of the one that is read.
    let failed =
        |error: io::Error| unwritten.take().unwrap_or_else(|| Failure::new("réparation impossible de", &options.file, &error));
    let mut watched: Vec<(Listing, Watched<'_>)> =
        lists.into_iter().map(|(listing, out)| (listing, Watched { out, failure: &unwritten })).collect();
    let mut lists = show::Lists(watched.iter_mut().map(|(listing, out)| show::list(*listing, out)).collect());
    for list in &mut lists.0 {
        list.start(&mending).map_err(failed)?;
    }
    let mut output = Watched { out: output, failure: &unwritten };
    let threads = parallel::threads(options.threads.asked, input.size);
    let repaired = {
        let rows = input.rows.as_mut();
        let hand = Hand::new(&judge, rows.header(), known);
        let mut repairing = Repairing::start(&hand, rows.faults(), &mut output, &mut lists).map_err(failed)?;
        if repairing.goes_on() {
            let add = |block: &mut Block, handled: &mut Handled| repairing.add(block, handled);
            let rows = &mut WithoutHeaders::new(rows, judge.columns());
            parallel::in_order(rows, threads, |block, handled| hand.work(block, handled), add, |error| error).map_err(failed)?;
        }
        repairing.finish().map_err(failed)?
    };
    show::kept(&options.file.display().to_string(), &repaired).map_err(|refusal| Failure::refusal(refusal, &options.file))?;
    for list in &mut lists.0 {
        list.end(&mending, &repaired).map_err(failed)?;
    }
    let mut text = Vec::new();
    displayed(show::repaired(&mending, &repaired, &mut text))?;
    Ok((repaired, text))
}

/// The form that the name of a report asks for.
fn listing(path: &Path) -> Result<Listing, Failure> {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_ascii_lowercase();
    match extension.as_str() {
        "csv" => Ok(Listing::Csv),
        "json" => Ok(Listing::Json),
        "ndjson" => Ok(Listing::Ndjson),
        _ => Err(Failure::usage(format!("le rapport « {} » doit finir par .csv, .json ou .ndjson", path.display()))),
    }
}

/// A file that is written; what the disk refuses of it is told with its name.
struct Watched<'o> {
    out: &'o mut Pending,
    failure: &'o Cell<Option<Failure>>,
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes).inspect_err(|error| self.failure.set(Some(self.out.failure(error))))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush().inspect_err(|error| self.failure.set(Some(self.out.failure(error))))
    }
}
