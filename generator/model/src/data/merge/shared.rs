//! What is wrong between a row and those before it.

use super::Merger;
use crate::CellRule;
use crate::data::keys::{Key, KeyKind};
use crate::data::{Block, FileRule, Found, Judge, Row, Unit};

impl Merger<'_, '_> {
    /// What is wrong between a row and those before it: a value that must be unique and is not. `prints` are those of each
    /// key from this row on.
    pub(super) fn shared(&mut self, block: &Block, index: usize, prints: &mut [&[(u128, u32)]]) -> Vec<Found> {
        let mut shared = Vec::new();
        for ((key, seen), prints) in self.judge.keys.iter().zip(&mut self.seen).zip(prints) {
            let Some(((print, rank), rest)) = prints.split_first() else { continue };
            if *rank as usize != index {
                continue;
            }
            *prints = rest;
            let number = block.rows[index].number;
            let Some(first) = seen.before(*print, number) else { continue };
            let Some(row) = block.row(index).filter(|_| self.judge.is_asked(key.level())) else { continue };
            // Rows with one identifier are one place.
            if key.kind == KeyKind::Unique || shared.is_empty() {
                shared.push(of_shared(self.judge, self.unit, key, row, first));
            }
        }
        shared
    }
}

/// A row that shares the contents of a key with the one of that number.
fn of_shared(judge: &Judge<'_>, unit: Unit, key: &Key, row: Row<'_>, first: u64) -> Found {
    let at = unit.at(first);
    let (rule, value, message, help) = match key.kind {
        KeyKind::Unique => {
            let texts: Vec<_> = key.columns.iter().map(|column| row.text(*column)).collect();
            let said = Found::cut(&texts.join(", "));
            let message = format!("« {said} » est déjà utilisé {at}");
            (CellRule::Unique.id(), Some(said.into()), message, "donnez à chaque lieu une valeur qui n'appartient qu'à lui")
        }
        // A repair may have changed these texts since.
        KeyKind::Place => (
            FileRule::SamePlace.id(),
            None,
            format!("même nom, même adresse, même code postal et même commune qu'{at}"),
            "si c'est le même lieu, réunissez ce que disent les deux, et n'en gardez qu'un",
        ),
    };
    Found {
        rule: rule.into(),
        level: key.level(),
        row: Some(row.number()),
        column: key.columns.first().copied(),
        field: Some(judge.standard.fields[key.field].name.as_str().into()),
        part: None,
        message,
        value,
        help: help.into(),
        correction: None,
        label: judge.label_of(row),
    }
}
