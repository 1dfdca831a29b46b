//! The columns of a standard, and what each is filled with.

use standard_mediation_model::{CrossKind, Field, Standard, Vocabulary};

use super::content::{self, Content};
use super::place::Place;
use super::row::Row;
use crate::dice::Dice;

/// The columns of a standard, in order.
pub(super) struct Columns<'a> {
    columns: Vec<Column<'a>>,
}

/// One column.
pub(super) struct Column<'a> {
    /// What the standard says of it.
    pub(super) field: &'a Field,
    /// What its cells hold.
    pub(super) content: Content,
    /// The sign between the parts of a list.
    pub(super) separator: char,
    /// The values that go with any other.
    pub(super) values: Vec<&'a str>,
    /// Values that stand alone.
    pub(super) alone: Vec<&'a str>,
    /// Values that go with an appointment made online.
    pub(super) booked: Vec<&'a str>,
}

impl<'a> Columns<'a> {
    /// Reads the columns of a standard.
    pub(super) fn new(standard: &'a Standard) -> Self {
        Self { columns: standard.fields.iter().map(|field| Column::new(standard, field)).collect() }
    }

    /// The column of that name and its rank.
    pub(super) fn named(&self, name: &str) -> Option<(usize, &Column<'a>)> {
        self.columns.iter().enumerate().find(|(_, column)| column.field.name == name)
    }

    /// Writes a row.
    pub(super) fn fill(&self, place: &Place, dice: &mut Dice, row: &mut Row) {
        for column in &self.columns {
            content::write(column, place, dice, row.open());
            row.close();
        }
    }
}

impl<'a> Column<'a> {
    fn new(standard: &'a Standard, field: &'a Field) -> Self {
        let content = Content::of(field);
        let separator = standard.separator_of(field);
        let (mut values, mut alone, mut booked) = (Vec::new(), Vec::new(), Vec::new());
        let Some(vocabulary) = standard.vocabulary_of(field) else {
            return Self { field, content, separator, values, alone, booked };
        };
        for value in vocabulary.values.iter().filter(|value| value.deprecated.is_none()) {
            let rules = standard.rules.iter().map(|rule| &rule.kind);
            let mut kept = &mut values;
            for rule in rules {
                match rule {
                    CrossKind::ExclusiveValue { field: of, code } if is(of, code, field, &value.code) => kept = &mut alone,
                    CrossKind::ValueNeedsField { field: of, code, needs } if is(of, code, field, &value.code) => {
                        assert_eq!(needs, "prise_rdv", "a row would have to fill {needs} when it says « {} »", value.label);
                        kept = &mut booked;
                    }
                    _ => {}
                }
            }
            kept.push(value.label.as_str());
        }
        Self { field, content, separator, values, alone, booked }
    }

    /// Whether `text` is a value of the list.
    pub(super) fn knows(&self, text: &str) -> bool {
        self.values.iter().chain(&self.alone).chain(&self.booked).any(|value| *value == text)
    }
}

fn is(of: &str, code: &str, field: &Field, value: &str) -> bool {
    of == field.name && code == value
}

/// Whether a value out of the list makes a row invalid.
pub(super) fn is_closed(vocabulary: Option<&Vocabulary>) -> bool {
    vocabulary.is_some_and(|vocabulary| vocabulary.level == standard_mediation_model::Level::Blocking)
}
