//! What the sheets say of each column.

use standard_mediation_model::{Field, Kind, Standard, Vocabulary};

use super::sheet::COLUMNS;
use crate::emit::palette::{self, Hue};
use crate::emit::words;

/// A column of the first sheet.
pub(super) struct Column<'a> {
    /// Its place, from zero.
    pub rank: u16,
    pub field: &'a Field,
    /// Title of its family.
    pub group: &'a str,
    pub hue: Hue,
    /// The list its values come from, unless the cell holds something else than values.
    pub list: Option<&'a Vocabulary>,
    /// Between the values of a cell.
    pub separator: char,
    /// What is asked of a value, as the end of « il faut … »; empty for any text.
    pub demands: String,
    /// The text of a good cell; empty when the standard gives none.
    pub example: String,
}

/// The columns, in order.
pub(super) fn of(standard: &Standard) -> Vec<Column<'_>> {
    (0..COLUMNS).zip(&standard.fields).map(|(rank, field)| column(standard, rank, field)).collect()
}

fn column<'a>(standard: &'a Standard, rank: u16, field: &'a Field) -> Column<'a> {
    let group = standard.groups.iter().find(|group| group.name == field.group);
    Column {
        rank,
        field,
        group: group.map_or(&field.group, |group| &group.title),
        hue: palette::of(standard, &field.group),
        // The items of a list written as JSON are not what its cell holds.
        list: standard.vocabulary_of(field).filter(|_| field.kind != Kind::Array),
        separator: standard.separator_of(field),
        demands: words::asked(standard, field, true).join("\u{a0}; "),
        example: field.examples.first().map(|cell| standard.text_of(field, cell)).unwrap_or_default(),
    }
}

impl Column<'_> {
    /// Whether it must be filled, and with how many values.
    pub(super) fn filling(&self) -> String {
        let filling = if self.field.required { "obligatoire" } else { "facultatif" };
        if self.field.multiple {
            format!("{filling}, plusieurs valeurs possibles, séparées par {}", self.separator)
        } else {
            filling.to_owned()
        }
    }

    /// Width that shows the name and most of an example, in characters.
    pub(super) fn width(&self) -> f64 {
        let name = self.field.name.chars().count().saturating_add(3);
        let example = self.example.chars().count().min(40);
        f64::from(u8::try_from(name.max(example).clamp(12, 60)).unwrap_or(60))
    }
}
