//! What a spreadsheet shows of a sheet otherwise than it is read: columns that are hidden, cells that are merged.
//!
//! In: what the file says of columns and of groups of cells. Out: faults, in French. A person sees one text over four rows, or
//! no column at all; whoever reads the file finds three empty cells, and a column more.

use super::super::csv::MOST_COLUMNS;
use super::super::{Fault, FileRule, letters};
use crate::count::counted;

/// Columns that are named when they are hidden.
const MOST_NAMED: usize = 5;

/// What is shown otherwise.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// Columns that are hidden, in order.
    hidden: Vec<usize>,
    /// The header, and its number of columns: what is above or beside is nobody's data.
    header: (u64, usize),
    /// How many groups of cells are merged, and the first.
    merged: usize,
    first: Option<Group>,
}

/// Cells that are merged: those from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    /// Column, from 0, and row of the first one.
    pub(super) from: (usize, u64),
    /// Of the last one.
    pub(super) to: (usize, u64),
}

impl Shown {
    /// Says that so many columns are hidden, from one on.
    pub(super) fn hide(&mut self, from: usize, count: usize) {
        let next = self.hidden.last().map_or(0, |last| last + 1);
        self.hidden.extend(from.max(next)..from.saturating_add(count).min(MOST_COLUMNS));
    }

    /// Says that cells are merged.
    pub(super) fn merge(&mut self, group: Group) {
        let (row, width) = self.header;
        if group.to.1 > row && group.from.0 < width && group.from != group.to {
            self.merged += 1;
            self.first.get_or_insert(group);
        }
    }

    /// Says where the header is, and forgets what is merged above it.
    pub(super) fn start(&mut self, row: u64, width: usize) {
        self.header = (row, width);
        (self.merged, self.first) = (0, None);
    }

    /// What is said of hidden columns that have a name.
    pub(super) fn columns(&self, names: &[String]) -> Option<Fault> {
        let named = |column: &usize| names.get(*column).filter(|name| !name.is_empty());
        let hidden: Vec<String> = self.hidden.iter().filter_map(named).map(|name| format!("« {name} »")).collect();
        let message = match hidden.as_slice() {
            [] => return None,
            [name] => format!("la colonne {name} est masquée dans le classeur : elle est lue comme les autres"),
            names => {
                let count = counted(names.len(), "colonne est masquée", "colonnes sont masquées");
                let more = if names.len() > MOST_NAMED { "…" } else { "" };
                let names = names[..names.len().min(MOST_NAMED)].join(", ");
                format!("{count} dans le classeur, et lues comme les autres : {names}{more}")
            }
        };
        Some(Fault::new(FileRule::Hidden, None, message, "affichez ce qui est masqué, et supprimez ce qui n'est pas à publier"))
    }

    /// What is said of merged cells.
    pub(super) fn cells(&self) -> Option<Fault> {
        let place = |(column, row): (usize, u64)| format!("{}{row}", letters(column));
        let group = self.first.map(|group| format!("{}:{}", place(group.from), place(group.to)))?;
        let message = match self.merged {
            1 => format!("les cases {group} sont fusionnées : seule la première garde son texte, les autres se lisent vides"),
            count => {
                let groups = counted(count, "groupe", "groupes");
                format!(
                    "{groups} de cases sont fusionnés, d'abord {group} : seule la première case de chacun garde son texte, les autres se lisent vides"
                )
            }
        };
        let help = "annulez les fusions, puis recopiez le texte dans chaque case";
        Some(Fault::new(FileRule::Merged, None, message, help))
    }
}

/// What is said of a hidden sheet.
pub(super) fn sheet(name: &str) -> Fault {
    let message = format!("la feuille « {name} » est masquée dans le classeur : c'est elle qui est lue");
    Fault::new(FileRule::Hidden, None, message, "affichez-la pour la vérifier, ou supprimez-la si le tableau est dans une autre")
}

/// What is said of a hidden row.
pub(super) fn row(number: u64) -> Fault {
    let message = "cette ligne est masquée dans le classeur, peut-être par un filtre : elle est lue comme les autres";
    Fault::new(FileRule::Hidden, Some(number), message, "affichez-la, et supprimez-la si elle n'est pas à publier")
}
