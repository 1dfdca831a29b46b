//! What is wrong with the rows that are written and that no repair speaks of: it is told as well, so that the list of
//! repairs is the list of all there is to do.
//!
//! In: what is found in the rows as they are written. Out: repairs that are impossible, each with what is asked and how.

use std::io;

use super::{Certainty, Repair};
use crate::CellRule;
use crate::data::{FileRule, Found, Sink};

/// What is found between a row and those before it, which no one else sees.
#[derive(Debug, Default)]
pub(super) struct Left(pub(super) Vec<Found>);

impl Sink for Left {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        if found.rule == CellRule::Unique.id() {
            self.0.push(found.clone());
        }
        Ok(())
    }
}

/// Adds what nothing was said of to the repairs of the same rows, in the order of rows. `rank` gives the rank of the row of
/// that number among those that are written.
pub(super) fn tell<'f>(found: impl IntoIterator<Item = &'f Found>, rank: impl Fn(u64) -> Option<u64>, repairs: &mut Vec<Repair>) {
    let told = repairs.len();
    for found in found {
        let Some(row) = found.row else { continue };
        let before = &repairs[..told];
        let here = before.partition_point(|repair| repair.row < Some(row));
        let mut here = before[here..].iter().take_while(|repair| repair.row == Some(row));
        let speaks = |repair: &Repair| {
            let is_same = repair.column.is_some() && repair.column == found.column && !is_of_reading(found);
            repair.certainty != Certainty::Sure && (is_same || repair.rules.contains(&found.rule))
        };
        if here.any(speaks) {
            continue;
        }
        let why = format!("{} ; {}", found.message, in_the_middle(found.help.trim_end_matches('.')));
        repairs.push(Repair {
            row: Some(row),
            row_after: rank(row),
            column: found.column,
            field: found.field.clone(),
            before: found.value.clone(),
            label: found.label.clone(),
            ..Repair::of_file(Certainty::Impossible, found.rule.clone(), "à reprendre à la main", why)
        });
    }
    repairs.sort_by_key(|repair| repair.row);
}

/// Whether something was not read at all: it is nowhere in what is written, and judging that again would not tell.
pub(super) fn is_of_reading(found: &Found) -> bool {
    const RULES: [FileRule; 4] = [FileRule::Unreadable, FileRule::Truncated, FileRule::DuplicateColumn, FileRule::UnknownColumn];
    RULES.iter().any(|rule| rule.id() == found.rule)
}

/// A sentence that follows another: without its capital, unless it starts with initials.
fn in_the_middle(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => sentence.to_owned(),
    }
}
