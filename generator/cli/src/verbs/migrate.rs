//! `migrate`: a file of an old version becomes a file of a later one. Never writes over what it reads.

use std::path::Path;

use standard_mediation_model::Standard;
use standard_mediation_model::data::{CsvLine, WithoutHeaders, lend_words};
use standard_mediation_model::migration::{Decisions, Heading, Mover, Plan};
use standard_mediation_report::Refusal;
use standard_mediation_report::migration::{self, Choice, Format, Hand, Ledger, Lines, Moving};

use super::validate::today;
use super::{Outcome, displayed, refuse_other_than_csv, refuse_twice};
use crate::arguments::Migrated;
use crate::disk::{self, Failure, Pending};
use crate::show;
use crate::standards::Where;
use crate::{input, parallel};

/// Migrates. `false` when a value is lost or waits for a person.
pub(crate) fn migrate(options: &Migrated) -> Outcome {
    refuse_other_than_csv("migrate", &options.out)?;
    apart(options)?;
    let standards = standards(options)?;
    let present = standards.last().ok_or_else(|| Failure::usage("aucune version du standard ne se lit".to_owned()))?;
    let mut input = input::open(&options.file, present)?;
    if let Some(fault) = input.rows.faults().iter().find(|_| input.rows.header().is_empty()) {
        let (path, help) = (options.file.display(), &fault.help);
        return Err(Failure::usage(format!("« {path} » ne se lit pas comme un tableau : {} ; {help}", fault.message)));
    }
    let all: Vec<&Standard> = standards.iter().collect();
    let choice = Choice {
        version: options.from,
        made: "donnée par --depuis",
        other: "--depuis en choisit une autre",
        needed: "dites laquelle avec --depuis",
    };
    let to = options.to.unwrap_or(present.identity.version);
    let name = options.file.display().to_string();
    let (from, guessed) = migration::origin(&choice, &all, (input.rows.header(), to), &name)
        .map_err(|refusal| Failure::refusal(refusal, &options.file))?;
    let standard = |version| all.iter().find(|standard| standard.identity.version == version).copied().unwrap_or(present);
    let (source, target) = (standard(from), standard(to));
    let columns = input.columns(source);
    let answers = options.decisions.as_deref().filter(|path| path.exists());
    let decisions = match answers {
        Some(path) => migration::read(&shown(path), input::open(path, present)?, present)
            .map_err(|refusal| Failure::refusal(refusal, path))?,
        None => Decisions::default(),
    };
    let plan = Plan::between(&all, &present.migrations, (from, to), &decisions)
        .map_err(|why| Failure::refusal(migration::no_way(why, from, to, present), &options.file))?;
    let heading = Heading::read(&plan, (source, target), input.rows.header());
    let checker = migration::checker(target, today()).map_err(|refusal| Failure::refusal(refusal, &options.file))?;
    let mut mover = Mover::new(&plan, &heading.names).checked_by(&checker);
    let mut report = options.report.as_deref().map(|path| report(path, options.force)).transpose()?;
    let mut out = Pending::start(&options.out, options.force, &[&options.file])?;
    let lines = report.as_mut().map(|(format, file)| Lines::new(file, *format, (from, to)));
    let mut ledger = Ledger::new(lines);
    ledger.file(input.rows.faults());
    ledger.heading(&heading, input.rows.header_row());
    let refused = |refusal| match refusal {
        Refusal::Write(error) => Failure::new("écriture impossible de", &options.out, &error),
        Refusal::Report(error) => {
            Failure::new("écriture impossible de", options.report.as_deref().unwrap_or(&options.out), &error)
        }
        refusal => Failure::refusal(refusal, &options.file),
    };
    let line = CsvLine::of(&target.dialect);
    let rows = {
        let hand = Hand::new(&mover, line);
        let mut moving = Moving::start(line, &mut mover, &mut out, &mut ledger).map_err(refused)?;
        let threads = parallel::threads(options.threads.asked, input.size);
        parallel::in_order(
            &mut WithoutHeaders::new(input.rows.as_mut(), &columns),
            threads,
            |block, moved| hand.work(block, moved),
            |block, moved| moving.add(block, moved).map(|()| true),
            Refusal::Read,
        )
        .map_err(refused)?;
        moving.finish()
    };
    let blank = match (&options.decisions, answers) {
        (Some(path), None) => blank(path, &plan, mover.asked(), options.force)?,
        _ => None,
    };
    let piles = ledger.close(&mover, rows).map_err(refused)?;
    // No output without the report of what it lost, nor the questions about what it waits for.
    out.settle()?;
    let is_form_written = blank.is_some();
    blank.map_or(Ok(()), Pending::keep)?;
    report.map_or(Ok(()), |(_, file)| file.keep())?;
    out.keep()?;
    let outcome = show::Migration {
        input: &show::slashed(&options.file),
        output: &show::slashed(&options.out),
        assumed: &[input.assumed.clone(), guessed],
        plan: &plan,
        heading: &heading,
        rows,
        is_unanswered: answers.is_some() && decisions.is_empty(),
        form: options.decisions.as_deref().map(|path| (shown(path), is_form_written)),
    };
    displayed(show::migrated(&outcome, &mover, &piles))?;
    Ok(piles.is_empty())
}

/// The file of a report, whose name says the form.
fn report(path: &Path, force: bool) -> Result<(Format, Pending), Failure> {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_ascii_lowercase();
    let format = match extension.as_str() {
        "json" => Format::Json,
        "csv" => Format::Csv,
        _ => return Err(Failure::usage(format!("le rapport « {} » doit finir par .csv ou .json", path.display()))),
    };
    Ok((format, Pending::start(path, force, &[])?))
}

/// The form to fill in, with the questions that the file raised. `None` when it raised none.
fn blank(path: &Path, plan: &Plan, asked: &[u64], force: bool) -> Result<Option<Pending>, Failure> {
    let Some(text) = migration::blank(plan, asked) else { return Ok(None) };
    let mut draft = Pending::start(path, force, &[])?;
    draft.add(&text)?;
    Ok(Some(draft))
}

/// Refuses files that cannot be written, and that two of them be one: something would be written over.
fn apart(options: &Migrated) -> Result<(), Failure> {
    let others = [&options.decisions, &options.report].into_iter().flatten();
    let written = others.map(AsRef::as_ref).chain([options.out.as_path()]);
    for path in written.clone() {
        disk::name_in_its_folder(path)?;
        disk::refuse_same(&options.file, path)?;
    }
    refuse_twice(written)
}

/// Every version, oldest first; the present one is last and holds the steps.
fn standards(options: &Migrated) -> Result<Vec<Standard>, Failure> {
    let place = Where { standard: None, schema: options.schema.clone(), generated: options.generated.clone() };
    let present = place.present()?;
    let past = present.history.iter().map(|release| place.version(release.version));
    let mut standards = past.collect::<Result<Vec<_>, _>>()?;
    for past in &mut standards {
        lend_words(&present, past);
    }
    standards.push(present);
    Ok(standards)
}

/// A path as a person would type it, for messages.
fn shown(path: &Path) -> String {
    show::slashed(path).into_owned()
}
