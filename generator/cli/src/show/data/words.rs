//! How findings about data are called, in the formats that people read.

use std::borrow::Cow;

use standard_mediation_codegen::rules;
use standard_mediation_model::Standard;
use standard_mediation_model::data::{Found, Group, Summary, Unit};

use crate::show::plain::line;

/// Characters of a value that are shown where several share a line.
const SHORT: usize = 80;

/// The title of a rule, of ours or of the standard.
pub(super) fn rule_title<'a>(standard: &'a Standard, id: &'a str) -> Cow<'a, str> {
    // Titles of the standard say what should be.
    let of_standard = standard.rules.iter().find(|rule| rule.name == id);
    match of_standard {
        Some(rule) => Cow::Owned(format!("Règle non respectée, « {} »", rule.title)),
        None => Cow::Borrowed(rules::find(id).map_or(id, |rule| rule.title())),
    }
}

/// What a group is about: the file, a column of the standard or another one.
pub(super) fn heading(standard: &Standard, summary: &Summary, group: &Group) -> String {
    let field = group.field.as_deref().and_then(|name| standard.field(name));
    let column = group.column.and_then(|column| summary.columns.get(column));
    match (field, column) {
        (Some(field), Some(column)) if column.name == field.name => format!("Colonne « {} » ({})", field.title, field.name),
        (Some(field), Some(column)) => {
            format!("Colonne « {} » ({}, écrite « {} »)", field.title, field.name, short(&column.name))
        }
        (Some(field), None) => format!("Colonne « {} » ({})", field.title, field.name),
        (None, Some(column)) => format!("Colonne « {} »", short(&column.name)),
        (None, None) => "Le fichier".to_owned(),
    }
}

/// The place of a finding, before what is said of it: `ligne 3 : `.
pub(in crate::show) fn numbered(unit: Unit, found: &Found) -> String {
    match found.row {
        None => String::new(),
        // The header, whose findings are about columns.
        Some(1) if unit == Unit::Row => String::new(),
        Some(row) => format!("{} {row} : ", unit.word()),
    }
}

/// A value on one line, cut when it is long; what a terminal would obey is shown as a sign.
pub(super) fn short(value: &str) -> String {
    match value.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", line(&value[..end])),
        None => line(value).into_owned(),
    }
}
