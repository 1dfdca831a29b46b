//! What is wrong with the rows that are written and that no repair speaks of, and what was not read at all: it is told as
//! well, so that the list of repairs is the list of all there is to do.
//!
//! In: what is found in the rows as they are written. Out: repairs that are impossible, each with what is asked and how.

use std::io;

use super::{Certainty, Repair};
use crate::data::block::RowSpan;
use crate::data::{FileRule, Found, Sink};
use crate::{CellRule, Check};

/// What is found between a row and those before it, which no one else sees.
#[derive(Debug, Default)]
pub(super) struct Left(pub(super) Vec<Found>);

impl Sink for Left {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        if is_between_rows(found) {
            self.0.push(found.clone());
        }
        Ok(())
    }
}

/// Adds what nothing was said of to the repairs of the same rows, in the order of rows. `rank` gives the rank of the row of
/// that number among those that are written.
pub(super) fn tell(found: &[Found], rank: impl Fn(u64) -> Option<u64>, repairs: &mut Vec<Repair>) {
    let told = repairs.len();
    // That a cell is empty because it could not be read is no other thing to do.
    let cells = found.chunk_by(|one, other| one.column.is_some() && (one.row, one.column) == (other.row, other.column));
    let to_tell = |cell: &&[Found]| cell.iter().any(is_of_reading);
    for found in cells.flat_map(|cell| cell.iter().filter(move |found| is_of_reading(found) || !to_tell(&cell))) {
        let Some(row) = found.row else { continue };
        let here = repairs[..told].partition_point(|repair| repair.row < Some(row));
        // A row that the file cuts is written as far as it goes: its cells are there, and one place says what is missing.
        let is_cut = found.rule == FileRule::Truncated.id() && rank(row).is_some();
        if is_cut && let Some(short) = repairs[here..told].iter_mut().find(|repair| is_short(repair, row)) {
            short.why = format!("{} ; {}", found.message, in_the_middle(found.help.trim_end_matches('.')));
            short.rules.push(found.rule.clone());
            continue;
        }
        let before = &repairs[..told];
        let mut here = before[here..].iter().take_while(|repair| repair.row == Some(row));
        let speaks = |repair: &Repair| {
            let is_same =
                repair.column.is_some() && repair.column == found.column && !is_of_reading(found) && !is_between_rows(found);
            let is_elsewhere = (found.column.is_none() || is_between_cells(&found.rule)) && repair.rules.contains(&found.rule);
            repair.certainty != Certainty::Sure && (is_same || is_elsewhere)
        };
        if here.any(speaks) {
            continue;
        }
        let certainty = match is_of_reading(found) {
            true if is_cut => Certainty::ToConfirm,
            true => Certainty::Unread,
            false => Certainty::Impossible,
        };
        let why = format!("{} ; {}", found.message, in_the_middle(found.help.trim_end_matches('.')));
        repairs.push(Repair {
            row: Some(row),
            row_after: rank(row),
            column: found.column,
            field: found.field.clone(),
            before: found.value.clone(),
            label: found.label.clone(),
            ..Repair::of_file(certainty, found.rule.clone(), "à reprendre à la main", why)
        });
    }
    repairs.sort_by_key(|repair| repair.row);
}

/// Whether a repair is about a row that stops short.
fn is_short(repair: &Repair, row: u64) -> bool {
    repair.row == Some(row) && repair.rules.iter().any(|rule| *rule == FileRule::MissingCells.id())
}

/// Gives rows, of which the first is written as `first`, and what is found in them their numbers in the output. What was
/// not read is taken out: nothing of it is there. Gives the numbers of the rows in the file that was read.
pub(super) fn as_written(rows: &mut [RowSpan], found: &mut Vec<Found>, first: u64) -> Vec<u64> {
    let read: Vec<u64> = rows.iter().map(|row| row.number).collect();
    rows.iter_mut().zip(first..).for_each(|(row, number)| row.number = number);
    found.retain_mut(|found| {
        let rank = found.row.and_then(|row| read.binary_search(&row).ok());
        found.row = rank.map(|rank| first + rank as u64);
        rank.is_some() && !is_of_reading(found)
    });
    read
}

/// The other way round, for what is found between rows; a row before, which a message names, is that of the output.
pub(super) fn as_read(found: &mut [Found], read: &[u64], first: u64) {
    for found in found {
        let rank = found.row.and_then(|row| usize::try_from(row - first).ok());
        found.row = rank.and_then(|rank| read.get(rank).copied());
        found.message.push_str(" de la sortie");
    }
}

/// Whether something was not read at all: it is nowhere in what is written, and judging that again would not tell.
pub(super) fn is_of_reading(found: &Found) -> bool {
    use FileRule::{DuplicateColumn, Truncated, UnknownColumn, Unreadable};
    [Unreadable, Truncated, DuplicateColumn, UnknownColumn].iter().any(|rule| rule.id() == found.rule)
}

/// Whether something is shared with another row: what is wrong with the cell itself says nothing of it.
fn is_between_rows(found: &Found) -> bool {
    found.rule == CellRule::Unique.id() || found.rule == FileRule::SamePlace.id()
}

/// Whether a rule is about more than one cell: a repair of another one may be what it asks for.
fn is_between_cells(rule: &str) -> bool {
    let is_of_cell = CellRule::ALL.iter().any(|own| own.id() == rule) || Check::by_id(rule).is_some();
    !is_of_cell && matches!(FileRule::by_id(rule), None | Some(FileRule::MissingCells | FileRule::ExtraCells))
}

/// A sentence that follows another: without its capital, unless it starts with initials.
fn in_the_middle(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => sentence.to_owned(),
    }
}
