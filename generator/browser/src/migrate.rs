//! Migration.

use standard_mediation_model::Standard;
use standard_mediation_model::data::CsvLine;
use standard_mediation_model::migration::{Decisions, Heading, Mover, Plan};
use standard_mediation_report::migration::{self, Choice, Format, Ledger, Lines};
use standard_mediation_report::{Refusal, reading};

use crate::host::{self, Channel, Host, Out, Source};
use crate::options::{Options, ReportKind};
use crate::page::{self, Moved};
use crate::standards;

/// The file of a version becomes one of a later version: it goes to [`Channel::File`], its questions to [`Channel::Form`],
/// what was done to the page and to the reports.
///
/// # Errors
/// When the file is no data, is of no version that has a later one, or cannot be read.
pub fn migrate<H: Host>(host: &H) -> Result<(), Refusal> {
    let options = Options::read(host)?;
    let standards = standards::all(host, &options)?;
    let Some(present) = standards.last() else { return Ok(()) };
    let mut reading = reading::open(&options.name, host::bytes(host, Source::File), present)?;
    if let Some(fault) = reading.rows.faults().iter().find(|_| reading.rows.header().is_empty()) {
        let message = format!("« {} » ne se lit pas comme un tableau : {} ; {}", options.name, fault.message, fault.help);
        return Err(Refusal::Said(message));
    }
    let all: Vec<&Standard> = standards.iter().collect();
    let choice = Choice {
        version: options.from,
        made: "choisie par vous",
        other: "vous pouvez en choisir une autre",
        needed: "choisissez la sienne dans la liste « Version du fichier »",
    };
    let to = options.to.unwrap_or(present.identity.version);
    let (from, guessed) = migration::origin(&choice, &all, (reading.rows.header(), to), &options.name)?;
    let standard = |version| all.iter().find(|standard| standard.identity.version == version).copied().unwrap_or(present);
    let (source, target) = (standard(from), standard(to));
    let columns = reading.columns(source);
    let decisions = decisions(host, &options, present)?;
    let plan = Plan::between(&all, &present.migrations, (from, to), &decisions)
        .map_err(|why| migration::no_way(why, from, to, present))?;
    let heading = Heading::read(&plan, (source, target), reading.rows.header());
    let checker = migration::checker(target, options.today)?;
    let mut mover = Mover::new(&plan, &heading.names).checked_by(&checker);
    let (mut json, mut csv) = (Out::new(host, Channel::Json), Out::new(host, Channel::Csv));
    let lines = if options.wants(ReportKind::Json) {
        Some(Lines::new(&mut json, Format::Json, (from, to)))
    } else if options.wants(ReportKind::Csv) {
        Some(Lines::new(&mut csv, Format::Csv, (from, to)))
    } else {
        None
    };
    let mut ledger = Ledger::new(lines);
    ledger.file(reading.rows.faults());
    ledger.heading(&heading, reading.rows.header_row());
    let mut out = Out::new(host, Channel::File);
    let line = CsvLine::of(&target.dialect);
    let rows = migration::run(reading.rows.as_mut(), &columns, line, &mut mover, &mut out, &mut ledger)?;
    drop(out);
    if let Some(form) = migration::blank(&plan, mover.asked()) {
        host.write(Channel::Form, &form);
    }
    let piles = ledger.close(&mover, rows)?;
    let assumed = [reading.assumed.clone(), guessed];
    let moved =
        Moved { name: &options.name, assumed: &assumed, plan: &plan, heading: &heading, mover: &mover, rows, piles: &piles };
    page::migrated(&mut Out::new(host, Channel::Page), &moved).map_err(Refusal::Write)
}

/// The answers of the form, then those of the page.
fn decisions<H: Host>(host: &H, options: &Options, present: &Standard) -> Result<Decisions, Refusal> {
    let mut decisions = Decisions::default();
    if options.has_form {
        let name = "le formulaire de questions";
        let form = reading::open(name, host::bytes(host, Source::Form), present)?;
        decisions = migration::read(name, form, present)?;
    }
    for [step, column, value, answer] in &options.answers {
        decisions.replace(step, column, value, answer);
    }
    decisions.check(&present.migrations).map_err(|wrong| migration::refused("la page", &wrong))?;
    Ok(decisions)
}
