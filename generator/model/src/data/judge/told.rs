//! What is wrong with a row as a whole, and how violations and faults are told.

use std::borrow::Cow;

use crate::count::counted;
use crate::{Field, Violation};

use super::super::block::Row;
use super::super::{Fault, FileRule, Found};
use super::Judge;

impl Judge<'_> {
    /// What is wrong between its cells.
    pub(super) fn cross(&self, row: Row<'_>, found: &mut Vec<Found>) {
        let cell = |name: &str| {
            let (_, column) = self.crossed.iter().find(|(field, _)| *field == name)?;
            Some(row.text(*column))
        };
        for violation in self.checker.cross_rules(&cell) {
            if self.is_asked(violation.level) {
                let at = self.standard.fields.iter().position(|field| field.name == violation.field);
                let column = at.and_then(|field| self.columns.column(field));
                let text = column.map(|column| row.text(column)).unwrap_or_default();
                let place = column.zip(at).map(|(column, field)| (column, &self.standard.fields[field], &text, 1));
                found.push(self.of_violation(violation, row, place));
            }
        }
    }

    /// Says that a row does not have the cells of the header.
    pub(super) fn shape(&self, row: Row<'_>, found: &mut Vec<Found>) {
        let (count, expected) = (row.len(), self.plans.len());
        let fault = if count < expected {
            let message = format!("cette ligne a {}, l'en-tête en a {expected}", counted(count, "case", "cases"));
            let help = "ajoutez les cases qui manquent, même vides, et vérifiez que les autres sont dans la bonne colonne";
            Fault { column: Some(count), ..Fault::new(FileRule::MissingCells, Some(row.number()), message, help) }
        } else {
            let message = format!("cette ligne a {}, l'en-tête en a {expected}", counted(count, "case", "cases"));
            let help = "un texte qui contient le séparateur des colonnes doit être entre guillemets";
            Fault::new(FileRule::ExtraCells, Some(row.number()), message, help)
        };
        found.push(Found { label: self.label_of(row), ..self.of_fault(&fault) });
    }

    pub(in crate::data) fn label_of(&self, row: Row<'_>) -> Option<String> {
        let label = self.label.map(|column| row.text(column))?;
        (!label.is_empty()).then(|| Found::cut(&label))
    }

    /// A fault as it is told.
    pub(in crate::data) fn of_fault(&self, fault: &Fault) -> Found {
        let field = fault.column.and_then(|column| self.columns.field(column)).or(fault.field);
        Found {
            rule: fault.rule.id().to_owned(),
            level: fault.level,
            row: fault.row,
            column: fault.column,
            field: field.map(|field| self.standard.fields[field].name.clone()),
            part: None,
            value: fault.value.as_deref().map(Found::cut),
            message: Found::told(fault.message.clone()),
            help: Found::told(fault.help.clone()),
            correction: fault.correction.clone(),
            label: None,
        }
    }

    pub(in crate::data) fn of_violation(
        &self,
        violation: Violation,
        row: Row<'_>,
        place: Option<(usize, &Field, &Cow<'_, str>, usize)>,
    ) -> Found {
        Found {
            rule: violation.rule,
            level: violation.level,
            row: Some(row.number()),
            column: place.map(|(column, ..)| column),
            field: Some(violation.field),
            part: violation.part.zip(place.map(|(.., parts)| parts)).filter(|(_, parts)| *parts > 1),
            value: place.map(|(_, _, text, _)| Found::cut(text)),
            message: Found::told(violation.message),
            help: Found::told(violation.help),
            correction: None,
            label: self.label_of(row),
        }
    }
}
