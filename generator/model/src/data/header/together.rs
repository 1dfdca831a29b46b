//! What is said at once of several columns of one kind, in French.
//!
//! In: columns, by rank. Out: one [`Fault`] that names them, or the first of them.

use std::collections::BTreeMap;

use super::{Fault, FileRule, Reading, letters, shown};
use crate::count::number;
use crate::{Field, Standard, Version};

/// Names told in a list.
const MOST_NAMES: usize = 10;

pub(super) fn all_unknown(header: &[String], columns: &[usize]) -> Fault {
    let names: Vec<String> = columns.iter().map(|i| shown(&header[*i])).collect();
    let names = list(names.iter().map(String::as_str));
    let message = format!("{} colonnes ne sont pas dans le standard : {names}", number(columns.len()));
    Fault::new(
        FileRule::UnknownColumn,
        Some(1),
        message,
        "ce qui n'est pas du standard n'est pas vérifié ; à garder si cela vous sert",
    )
}

/// The columns, by rank, that later versions have, and since which one.
pub(super) fn later<'a>(standard: &'a Standard, header: &[String], readings: &[Reading]) -> BTreeMap<usize, &'a Version> {
    let unread =
        readings.iter().enumerate().filter(|(_, reading)| matches!(reading, Reading::Unknown | Reading::Taken(_, _, false)));
    unread.filter_map(|(i, _)| Some((i, standard.later.get(&header[i])?))).collect()
}

/// Those of one version together: a file that mixes two is half-migrated, whatever their number.
pub(super) fn all_later(standard: &Standard, header: &[String], later: &BTreeMap<usize, &Version>) -> Vec<Fault> {
    let mut versions: Vec<&Version> = later.values().copied().collect();
    versions.sort_unstable();
    versions.dedup();
    let fault = |version: &Version| {
        let here = standard.identity.version;
        let names: Vec<&str> = later.iter().filter(|(_, since)| **since == version).map(|(i, _)| header[*i].as_str()).collect();
        let message = match names.as_slice() {
            [name] => format!("la colonne « {name} » n'est pas dans la version {here} ; la version {version} l'a"),
            several => {
                let count = number(several.len());
                let names = list(several.iter().copied());
                format!("{count} colonnes ne sont pas dans la version {here} ; la version {version} les a : {names}")
            }
        };
        let help = "ce fichier mélange deux versions ; sa conversion par migrate garde ce qui est déjà de la nouvelle";
        Fault::new(FileRule::UnknownColumn, Some(1), message, help)
    };
    versions.into_iter().map(fault).collect()
}

/// The columns that have the name of a value, those of one field together: a box to tick in each row, where the standard has a list.
pub(super) fn all_values(standard: &Standard, header: &[String], readings: &[Reading]) -> Vec<Fault> {
    let of = |rank: usize| (0..header.len()).filter(|i| readings[*i] == Reading::Value(rank)).collect::<Vec<_>>();
    let fault = |(rank, field): (usize, &Field)| {
        let columns = of(rank);
        let names: Vec<String> = columns.iter().map(|i| shown(&header[*i])).collect();
        let name = &field.name;
        let message = match names.as_slice() {
            [] => return None,
            [value] => format!("la colonne « {value} » n'est pas dans le standard : c'est une valeur de « {name} »"),
            several => {
                let (count, values) = (number(several.len()), list(several.iter().map(String::as_str)));
                format!("{count} colonnes ne sont pas dans le standard, ce sont des valeurs de « {name} » : {values}")
            }
        };
        let ticked = if names.len() == 1 { "si elle se coche" } else { "si elles se cochent" };
        let help = format!("{ticked}, écrivez dans chaque ligne cochée la valeur dans la colonne « {name} »");
        let help = match standard.separator_of(field) {
            separator if field.multiple => format!("{help}, en séparant les valeurs par « {separator} »"),
            _ => help,
        };
        let fault = Fault::new(FileRule::UnknownColumn, Some(1), message, help);
        Some(match columns.as_slice() {
            [only] => Fault { column: Some(*only), value: Some(header[*only].clone()), ..fault },
            _ => fault,
        })
    };
    standard.fields.iter().enumerate().filter_map(fault).collect()
}

pub(super) fn all_unnamed(columns: &[usize]) -> Fault {
    let mut letters: Vec<String> = columns.iter().take(MOST_NAMES).map(|i| letters(*i)).collect();
    if columns.len() > MOST_NAMES {
        letters.push("…".to_owned());
    }
    let message = format!("{} colonnes n'ont pas de nom : {}", number(columns.len()), letters.join(", "));
    Fault::new(FileRule::UnnamedColumn, Some(1), message, "donnez-leur un nom, ou retirez-les si elles sont vides")
}

/// A few names of a list, in quotes.
pub(super) fn list<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    let more = names.len() > MOST_NAMES;
    let names: Vec<String> = names.take(MOST_NAMES).map(|name| format!("« {name} »")).collect();
    format!("{}{}", names.join(", "), if more { "…" } else { "" })
}
