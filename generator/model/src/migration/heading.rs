//! What each column of a file is, for a migration.
//!
//! In: a plan, the standards on its two sides, the header of a file. Out: the names that a [`super::Mover`] knows, what is
//! read under another name than its own, and what is left aside. A column of the old version first, then of the new one (a
//! file begun by hand), by the rules of a validation: what is only like a name is asked, never moved.

use std::collections::BTreeSet;

use super::plan::Plan;
use crate::Standard;
use crate::data::{Columns, Reading, shown};

/// A header, as a migration takes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// For each column, the name of the field that it surely is, or its own.
    pub names: Vec<String>,
    /// The columns read under another name: theirs, then that of the field.
    pub read: Vec<(String, String)>,
    /// The columns kept after the others, as they are.
    pub aside: Vec<Aside>,
}

/// A column that no field of either version surely is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Its name in the file, fit to be told.
    pub name: String,
    /// Why it is left aside.
    pub why: Why,
}

/// Why a column is left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Nothing of either version.
    Unknown,
    /// The column that was first read as this field is moved.
    Twice(String),
    /// Its name is near that of this field, which no column is.
    Near(String),
    /// It is of an older version still, and is several fields now.
    Split(Vec<String>),
}

impl Heading {
    /// Recognises the columns of a header between the standards of a plan.
    pub fn read(plan: &Plan, (old, new): (&Standard, &Standard), header: &[String]) -> Self {
        let is_new = |name: &str| old.field(name).is_none() && new.field(name).is_some();
        // What is of the new version to the letter is none of the old one, whatever it is like.
        let unsettled: Vec<String> = header.iter().map(|name| if is_new(name) { String::new() } else { name.clone() }).collect();
        let of_old = Columns::read(old, &unsettled);
        let field = |standard: &Standard, rank: usize| standard.fields[rank].name.clone();
        let old_name = |rank: usize| of_old.field(rank).map(|rank| field(old, rank));
        let settled: Vec<String> = header
            .iter()
            .enumerate()
            .map(|(rank, name)| {
                old_name(rank).map_or_else(|| name.clone(), |old| plan.usual(&old).unwrap_or_default().to_owned())
            })
            .collect();
        let of_new = Columns::read(new, &settled);
        let mut heading = Self::default();
        let mut taken = BTreeSet::new();
        for (rank, name) in header.iter().enumerate() {
            let known = old_name(rank).or_else(|| of_new.field(rank).map(|rank| field(new, rank)));
            let known = known.or_else(|| is_new(name).then(|| name.clone()));
            if let Some(known) = known.as_ref().filter(|known| taken.insert((*known).clone())) {
                if name != known {
                    heading.read.push((shown(name), known.clone()));
                }
                heading.names.push(known.clone());
                continue;
            }
            let why = known.map(Why::Twice).or_else(|| {
                [(old, &of_old), (new, &of_new)].into_iter().find_map(|(standard, columns)| {
                    let field = |rank: &usize| field(standard, *rank);
                    match columns.reading(rank) {
                        Reading::Taken(rank, ..) => Some(Why::Twice(field(rank))),
                        Reading::Split(several) => Some(Why::Split(several.iter().map(field).collect())),
                        Reading::Guess(rank) => Some(Why::Near(field(rank))),
                        Reading::Exact(_) | Reading::Sure(_) | Reading::Value(_) | Reading::Unknown | Reading::Unnamed => None,
                    }
                })
            });
            heading.aside.push(Aside { name: shown(name), why: why.unwrap_or(Why::Unknown) });
            heading.names.push(name.clone());
        }
        heading
    }
}

impl Aside {
    /// What a person has to decide, in French; `None` when there is nothing to decide.
    pub fn question(&self) -> Option<String> {
        let kept = "celle-ci est gardée telle quelle, après les autres";
        match &self.why {
            Why::Unknown => None,
            Why::Twice(field) => {
                let twice = if self.name == *field {
                    "cette colonne est là deux fois : la première est convertie".to_owned()
                } else {
                    format!("une autre colonne est déjà lue comme « {field} »")
                };
                Some(format!("{twice}, {kept} ; réunissez-les en une seule, sans perdre ce que chacune contient, puis relancez"))
            }
            Why::Near(field) => {
                Some(format!("vouliez-vous écrire « {field} » ? Si oui, renommez-la, puis relancez ; en attendant, {kept}"))
            }
            Why::Split(fields) => Some(format!(
                "elle est d'une version plus ancienne que le fichier : {kept} ; répartissez ce qu'elle contient entre {}",
                fields.join(", ")
            )),
        }
    }
}
