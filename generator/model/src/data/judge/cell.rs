//! What is wrong with a cell that was not accepted at sight, and its safe correction.

use crate::{CellRule, Level};

use super::super::block::Row;
use super::super::memory::{Memory, Wrong};
use super::super::repair::{Certainty, Proposal, mend_row};
use super::super::{Fault, FileRule, Found, suspect};
use super::Judge;
use super::told::of_violation;

impl Judge<'_> {
    /// What [`Judge::cell`] finds in a cell of these bytes, of which nothing else is to be known: it may well be what was found
    /// there in the row before.
    pub(super) fn usual(&self, row: Row<'_>, column: usize, cell: &[u8], found: &mut Vec<Found>, wrong: &mut Wrong) -> u32 {
        let known = wrong.found(column, cell);
        if known.is_empty() {
            let before = found.len();
            let more = self.cell(row, column, found);
            wrong.keep(column, cell, &found[before..]);
            return more;
        }
        let label = self.label_of(row);
        let here = known.iter().map(|found| Found { row: Some(row.number()), label: label.clone(), ..found.clone() });
        found.extend(here);
        u32::try_from(known.len()).unwrap_or(u32::MAX)
    }

    /// What is wrong with a cell that was not accepted at sight, and how many points it costs.
    pub(super) fn cell(&self, row: Row<'_>, column: usize, found: &mut Vec<Found>) -> u32 {
        let text = row.text(column);
        let before = found.len();
        if !row.is_utf8(column) {
            let help = "enregistrez le fichier en « CSV UTF-8 »";
            let message = format!("« {text} » n'est pas écrit en UTF-8 comme le reste du fichier");
            let fault = Fault { column: Some(column), ..Fault::new(FileRule::Encoding, Some(row.number()), message, help) };
            found.push(self.of_fault(&fault));
        }
        let Some(field) = self.columns.field(column).map(|field| &self.standard.fields[field]) else {
            return u32::try_from(found.len() - before).unwrap_or(u32::MAX);
        };
        let mut violations = self.checker.cell(&field.name, &text);
        violations.retain(|violation| self.is_asked(violation.level));
        if !violations.is_empty() {
            let parts = if field.multiple { text.split(self.standard.separator_of(field)).count() } else { 1 };
            let place = self.place(row, Some(column), parts);
            found.extend(violations.into_iter().map(|violation| of_violation(violation, row, &place)));
        }
        if self.is_asked(Level::Recommendation) {
            let bare = row.is_bare(column).then(|| suspect::bare_quotes(&text, row.number()));
            for fault in suspect::faults(&text, row.number()).into_iter().chain(bare) {
                let fault = Fault { column: Some(column), ..fault };
                let value = Some(Found::cut(&text).into());
                found.push(Found { value, label: self.label_of(row), ..self.of_fault(&fault) });
            }
        }
        u32::try_from(found.len() - before).unwrap_or(u32::MAX)
    }

    /// Adds the safe corrections of the cells of a row to what was found there. `hopeless` are cells that have none.
    pub(super) fn correct(&self, row: Row<'_>, found: &mut [Found], hopeless: &mut Memory) {
        if row.len() > self.plans.len() {
            return;
        }
        let mut columns: Vec<usize> = found.iter().filter_map(|found| found.column).collect();
        columns.dedup();
        columns.retain(|column| !hopeless.holds(*column, row.text(*column).as_bytes()));
        if columns.is_empty() {
            return;
        }
        let mended = mend_row(self, row, &columns, (&[], false), &mut []);
        for column in columns {
            let is_alone = self.columns.field(column).is_some_and(|field| !self.mender.looks_around(field));
            let may_be = |(at, proposal): &(usize, Proposal)| *at == column && proposal.certainty != Certainty::Impossible;
            if is_alone && !mended.iter().any(may_be) {
                hopeless.keep(column, row.text(column).as_bytes());
            }
        }
        for (column, proposal) in mended {
            let mended = |found: &&mut Found| found.column == Some(column) && proposal.rules.contains(&found.rule);
            // The cell that is partly mended is the correction of none of its parts.
            if proposal.certainty != Certainty::Sure || proposal.is_partial {
                continue;
            }
            for found in found.iter_mut().filter(mended) {
                found.correction.clone_from(&proposal.after);
                // What is known for sure is no question, and may be more than the one value that is nearest.
                if let Some(after) = proposal.after.as_deref().filter(|_| found.rule == CellRule::Vocabulary.id()) {
                    found.help = format!("écrivez « {} »", Found::cut(after)).into();
                }
            }
        }
    }
}
