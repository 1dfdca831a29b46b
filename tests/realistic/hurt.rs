//! A fault, put in a row.

use super::columns::{Column, Columns};
use super::fault::Fault;
use super::row::Row;
use crate::dice::Dice;

/// A change of a list: its column, its text, never empty, and the dice; `None` when this list cannot have it.
pub(super) type ListChange = fn(&Column, &str, &mut Dice) -> Option<String>;

/// How a fault is made.
#[derive(Clone, Copy)]
pub(super) enum Hurt {
    /// The cell is emptied.
    Empty,
    /// The cell, which was filled, holds one of these.
    Texts(&'static [&'static str]),
    /// The cell, which was filled, is changed; the sign between the parts of a list is given.
    Change(fn(&str, char) -> Option<String>),
    /// The list, filled if it was not, is changed.
    List(ListChange),
    /// The text is longer than allowed.
    TooLong,
    /// The cell is that of another row.
    Another,
    /// The cell and that of another column are exchanged.
    Swapped(&'static str),
    /// The cell is emptied although a value of the list of another column asks for it.
    Unbooked(&'static str),
    /// The last cell lacks.
    FewerCells,
    /// There is a cell too many.
    MoreCells,
}

/// Puts the fault in; false, and nothing is changed, when this row cannot have it.
pub(super) fn apply(
    fault: &Fault,
    columns: &Columns,
    row: &mut Row,
    dice: &mut Dice,
    another: impl Fn() -> Option<String>,
) -> bool {
    let Some((rank, column)) = columns.named(&fault.column) else { return whole(fault.hurt, row) };
    let text = row.cell(rank);
    let hurt = match fault.hurt {
        Hurt::Empty => (!text.is_empty()).then(String::new),
        _ if text.is_empty() && !matches!(fault.hurt, Hurt::List(_)) => None,
        Hurt::Texts(texts) => Some(dice.pick(texts).to_owned()),
        Hurt::Change(change) => change(text, column.separator),
        Hurt::List(change) => {
            let stands_alone = column.alone.contains(&text);
            let base = if text.is_empty() || stands_alone { dice.pick(&column.values) } else { text };
            change(column, base, dice)
        }
        Hurt::TooLong => {
            let most = column.field.max_length.unwrap_or(280);
            let wanted = most + 1 + if dice.percent(30) { 0 } else { dice.below(200) };
            Some(text.chars().cycle().take(wanted - 1).chain(['é']).collect())
        }
        Hurt::Another => another(),
        Hurt::Swapped(other) => {
            let Some((other, _)) = columns.named(other) else { return false };
            let (here, there) = (text.to_owned(), row.cell(other).to_owned());
            // A latitude beyond the bounds would break another rule.
            if there.is_empty() || there.trim_start_matches('-').split('.').next().is_some_and(|degrees| degrees.len() > 2) {
                return false;
            }
            row.set(other, &here);
            Some(there)
        }
        Hurt::Unbooked(list) => {
            let booked =
                columns.named(list).filter(|(rank, column)| column.booked.iter().any(|value| row.cell(*rank).contains(value)));
            booked.map(|_| String::new())
        }
        Hurt::FewerCells | Hurt::MoreCells => None,
    };
    // A change that changes nothing is no fault.
    let hurt = hurt.filter(|hurt| hurt != row.cell(rank));
    if let Some(hurt) = &hurt {
        row.set(rank, hurt);
    }
    hurt.is_some()
}

fn whole(hurt: Hurt, row: &mut Row) -> bool {
    match hurt {
        // An empty cell that lacks breaks nothing else.
        Hurt::FewerCells if row.cell(row.len() - 1).is_empty() => row.pop(),
        Hurt::MoreCells => row.push("Gratuit"),
        _ => return false,
    }
    true
}
