//! `migrate`: a file of an old version becomes a file of a later one. Never writes over what it reads.

mod form;

use std::borrow::Cow;
use std::path::Path;

use standard_mediation_model::data::{Block, CsvLine, FileRule, Rows};
use standard_mediation_model::migration::{Decisions, Line, Mover, NoWay, Plan, Speaks, speaks};
use standard_mediation_model::{Standard, Version};

use super::{Outcome, displayed, refuse_other_than_csv};
use crate::arguments::Migrated;
use crate::disk::{self, Failure, Pending};
use crate::input;
use crate::show::{self, Ledger};
use crate::standards::Where;

/// Bytes of new rows gathered before they are written.
const FULL: usize = 256 << 10;

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
    let (from, guessed) = version_of(options, &all, input.rows.header())?;
    if let Some(standard) = standards.iter().find(|standard| standard.identity.version == from) {
        input.columns(standard);
    }
    let to = options.to.unwrap_or(present.identity.version);
    let answers = options.decisions.as_deref().filter(|path| path.exists());
    let decisions = match answers {
        Some(path) => form::read(path, present)?,
        None => Decisions::default(),
    };
    let plan = Plan::between(&all, &present.migrations, (from, to), &decisions).map_err(|why| no_way(why, from, to, present))?;
    let target = all.iter().find(|standard| standard.identity.version == to).copied().unwrap_or(present);
    let mut mover = Mover::new(&plan, input.rows.header());
    let mut ledger = Ledger::new(options.report.as_deref(), (from, to), options.force)?;
    let mut out = Pending::start(&options.out, options.force, &[&options.file])?;
    let rows = write(options, (input.rows.as_mut(), CsvLine::of(&target.dialect)), &mut mover, &mut out, &mut ledger)?;
    let blank = match (&options.decisions, answers) {
        (Some(path), None) => form::blank(path, &plan, mover.asked(), options.force)?,
        _ => None,
    };
    out.keep()?;
    let is_form_written = blank.is_some();
    blank.map_or(Ok(()), Pending::keep)?;
    let piles = ledger.close(&mover)?;
    let outcome = show::Migration {
        input: &show::slashed(&options.file),
        output: &show::slashed(&options.out),
        assumed: &[input.assumed.clone(), guessed],
        plan: &plan,
        unknown_columns: &mover.unknown_columns().collect::<Vec<_>>(),
        rows,
        form: options.decisions.as_deref().map(|path| (shown(path), is_form_written)),
    };
    displayed(show::migrated(&outcome, &mover, &piles))?;
    Ok(piles.is_empty())
}

/// Reads, moves and writes every row. Gives their number.
fn write(
    options: &Migrated,
    (rows, line): (&mut dyn Rows, CsvLine),
    mover: &mut Mover<'_>,
    out: &mut Pending,
    ledger: &mut Ledger,
) -> Result<u64, Failure> {
    let mut text = Vec::with_capacity(FULL + (64 << 10));
    line.write(&mut text, mover.header());
    let mut block = Block::new();
    let mut count = 0;
    while rows.next(&mut block).map_err(|error| Failure::new("lecture impossible de", &options.file, &error))? {
        let mut cells: Vec<Cow<'_, str>> = Vec::new();
        for row in block.rows() {
            cells.clear();
            cells.extend((0..row.len()).map(|rank| row.text(rank)));
            mover.row(row.number(), &cells, &mut |line: &Line<'_>| ledger.add(line));
            line.write(&mut text, mover.cells(&cells));
            if text.len() >= FULL {
                out.add(&text)?;
                text.clear();
            }
            count += 1;
        }
        for fault in block.faults() {
            if fault.rule == FileRule::Capped {
                return Err(Failure::usage(format!("{} ; {} ; rien n'a été écrit", fault.message, fault.help)));
            }
            ledger.fault(fault);
        }
        ledger.flush()?;
    }
    out.add(&text)?;
    Ok(count)
}

/// Refuses that two of the files be one: something would be written over.
fn apart(options: &Migrated) -> Result<(), Failure> {
    let others = [&options.decisions, &options.report].into_iter().flatten();
    let written: Vec<&Path> = others.map(AsRef::as_ref).chain([options.out.as_path()]).collect();
    for (rank, path) in written.iter().enumerate() {
        disk::refuse_same(&options.file, path)?;
        if written[..rank].contains(path) {
            return Err(Failure::usage(format!("« {} » est donné deux fois : donnez un nom à chaque fichier", path.display())));
        }
    }
    Ok(())
}

/// Every version, oldest first; the present one is last and holds the steps.
fn standards(options: &Migrated) -> Result<Vec<Standard>, Failure> {
    let place = Where { standard: None, schema: options.schema.clone(), generated: options.generated.clone() };
    let present = place.present()?;
    let past = present.history.iter().map(|release| place.version(release.version));
    let mut standards = past.collect::<Result<Vec<_>, _>>()?;
    standards.push(present);
    Ok(standards)
}

/// The version of the file, and how it is known.
fn version_of(options: &Migrated, standards: &[&Standard], header: &[String]) -> Result<(Version, String), Failure> {
    if let Some(version) = options.from {
        return Ok((version, format!("version {version}, donnée par --depuis")));
    }
    let list = |versions: &[Version]| versions.iter().map(Version::to_string).collect::<Vec<_>>().join(", ");
    match speaks(standards, header) {
        Speaks::Versions(versions) => {
            let oldest = versions[0];
            let others = match versions.len() {
                1 => String::new(),
                _ => format!(" (les versions {} ont les mêmes colonnes ; --depuis en choisit une autre)", list(&versions)),
            };
            Ok((oldest, format!("version {oldest}, d'après l'en-tête{others}")))
        }
        Speaks::Unsure(versions) => Err(Failure::usage(format!(
            "l'en-tête de « {} » peut être de plusieurs versions ({}) : dites laquelle avec --depuis",
            options.file.display(),
            list(&versions)
        ))),
        Speaks::Nothing => Err(Failure::usage(format!(
            "aucune colonne de « {} » n'est d'une version du standard : la première ligne est-elle bien l'en-tête ?",
            options.file.display()
        ))),
    }
}

fn no_way(why: NoWay, from: Version, to: Version, present: &Standard) -> Failure {
    let known = present.versions().map(|version| version.to_string()).collect::<Vec<_>>().join(", ");
    Failure::usage(match why {
        NoWay::UnknownVersion(version) => format!("la version {version} n'existe pas ; il y a {known}"),
        NoWay::NotLater => format!("le fichier est de la version {from}, et {to} ne vient pas après : il n'y a rien à convertir"),
        NoWay::NoStep(version) => {
            format!("aucune étape ne mène de {version} à {to} : seules les versions publiées s'atteignent")
        }
    })
}

/// A path as a person would type it, for messages.
fn shown(path: &Path) -> String {
    show::slashed(path).into_owned()
}
