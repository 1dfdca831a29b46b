//! What a repair did, to a program or a spreadsheet.
//!
//! In: each repair as it comes, then the outcome. Out: text. Nothing is decided here, and nothing that grows with the
//! number of repairs is held.

mod csv;
mod json;

use std::io::{self, Write};

use standard_mediation_model::Standard;
use standard_mediation_model::data::repair::{Certainty, Outcome, Repair, RepairGroup, RepairSink};
use standard_mediation_model::data::{FileRule, Unit};

use crate::Refusal;

pub use json::{object, summary};

/// A file that is repaired.
pub struct Mending<'a> {
    /// Its name, as a person typed it.
    pub name: &'a str,
    /// The name of what is written.
    pub output: &'a str,
    /// What it is held against.
    pub standard: &'a Standard,
    /// What was assumed of the way it is written, one sentence each.
    pub assumed: &'a [String],
    /// What the number of a row counts in the file that is read.
    pub unit: Unit,
}

/// How every repair is written, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// A table for a spreadsheet.
    Csv,
    /// One document.
    Json,
    /// One object a line.
    Ndjson,
}

/// A list of repairs being written.
pub trait RepairList: RepairSink {
    /// Starts it.
    ///
    /// # Errors
    /// Those of the output.
    fn start(&mut self, mending: &Mending<'_>) -> io::Result<()>;

    /// Ends it.
    ///
    /// # Errors
    /// Those of the output.
    fn end(&mut self, mending: &Mending<'_>, outcome: &Outcome) -> io::Result<()>;
}

/// A list of that form.
pub fn list<'o>(listing: Listing, out: &'o mut dyn Write) -> Box<dyn RepairList + 'o> {
    match listing {
        Listing::Csv => Box::new(csv::Csv::new(out)),
        Listing::Json => Box::new(json::Json::new(out, false)),
        Listing::Ndjson => Box::new(json::Json::new(out, true)),
    }
}

/// Several lists of one repair.
pub struct Lists<'o>(pub Vec<Box<dyn RepairList + 'o>>);

impl RepairSink for Lists<'_> {
    fn repair(&mut self, repair: &Repair) -> io::Result<()> {
        self.0.iter_mut().try_for_each(|list| list.repair(repair))
    }
}

/// What was written must not be kept when a row was lost, or when there was no table at all, or none of the standard. `name`
/// is that of the file in messages.
///
/// # Errors
/// Why, in French.
pub fn kept(name: &str, outcome: &Outcome) -> Result<(), Refusal> {
    if let Some(lost) = &outcome.lost {
        let row = lost.row.map(|row| format!(", ligne {row}")).unwrap_or_default();
        return Err(Refusal::Said(format!("« {name} »{row} : {} ; rien n'est écrit, {}", lost.message, lost.help)));
    }
    if !outcome.after.is_readable {
        let why = outcome.after.groups.iter().flat_map(|group| &group.examples).next();
        let why = why.map(|found| format!(" : {} ; {}", found.message, found.help)).unwrap_or_default();
        return Err(Refusal::Said(format!("« {name} » ne se lit pas comme un tableau{why}")));
    }
    if !outcome.has_known_column {
        let why = "aucune colonne de l'en-tête n'est du standard";
        let help = "vérifiez que l'en-tête est là, et comment ses noms sont séparés : validate le dit";
        return Err(Refusal::Said(format!("« {name} » : {why} ; rien n'est écrit, {help}")));
    }
    Ok(())
}

/// Nothing blocks, everything was read, and no row is to be looked at for its shape, which the output may no longer show.
pub fn is_done(outcome: &Outcome) -> bool {
    let shapes = [FileRule::MissingCells.id(), FileRule::ExtraCells.id(), FileRule::Truncated.id()];
    let is_shape = |group: &RepairGroup| {
        let rules = group.examples.iter().flat_map(|repair| &repair.rules);
        group.certainty == Certainty::ToConfirm && rules.into_iter().any(|rule| shapes.contains(&&**rule))
    };
    outcome.after.is_valid() && outcome.tally.count(Certainty::Unread) == 0 && !outcome.tally.groups.iter().any(is_shape)
}
