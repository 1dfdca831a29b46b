//! What is wrong with a row as a whole, and how violations and faults are told.

use std::sync::Arc;

use crate::count::counted;
use crate::{CellRule, Violation};

use super::super::block::Row;
use super::super::csv::MOST_COLUMNS;
use super::super::{Fault, FileRule, Found, letters, shown};
use super::Judge;

/// Where violations are, told once for all those of a cell.
pub(super) struct Place {
    column: Option<usize>,
    value: Option<Arc<str>>,
    label: Option<Arc<str>>,
    /// How many values the cell holds.
    parts: usize,
}

impl Judge<'_> {
    /// What is wrong between its cells.
    pub(super) fn cross(&self, row: Row<'_>, found: &mut Vec<Found>) {
        let cell = |name: &str| {
            let (_, column) = self.crossed.iter().find(|(field, _)| *field == name)?;
            Some(row.text(*column))
        };
        for violation in self.checker.cross_rules(&cell) {
            if self.is_asked(violation.level) {
                let at = self.standard.fields.iter().position(|field| *field.name == *violation.field);
                let column = at.and_then(|field| self.columns.column(field));
                found.push(of_violation(violation, row, &self.place(row, column, 1)));
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
            self.extra(row)
        };
        found.push(Found { label: self.label_of(row), ..self.of_fault(&fault) });
    }

    /// What is said of a row that goes on beyond the header. Nothing parts the cells of a sheet, which may say little between
    /// two of them: what is written there is told, and where.
    pub(in crate::data) fn extra(&self, row: Row<'_>) -> Fault {
        let (count, expected) = (row.len(), self.plans.len());
        if !self.is_sheet {
            let message = format!("cette ligne a {}, l'en-tête en a {expected}", counted(count, "case", "cases"));
            let help = "un texte qui contient le séparateur des colonnes doit être entre guillemets";
            return Fault::new(FileRule::ExtraCells, Some(row.number()), message, help);
        }
        let there: Vec<usize> = (expected..count).filter(|column| !row.text(*column).is_empty()).collect();
        let first = there.first().copied().unwrap_or(count - 1);
        let text = row.text(first);
        let what = match shown(&text) {
            said if said.is_empty() => "quelque chose".to_owned(),
            said => format!("« {said} »"),
        };
        // Cells beyond the last column that is read are held as one: they are not counted.
        let more = match there.get(1..) {
            None | Some([]) => String::new(),
            Some([other]) if *other < MOST_COLUMNS => format!(" ; une autre case l'est dans la colonne {}", letters(*other)),
            Some([.., last]) if *last < MOST_COLUMNS => {
                format!(" ; d'autres cases le sont jusqu'à la colonne {}", letters(*last))
            }
            Some(_) => format!(" ; d'autres cases le sont, jusqu'au-delà de la colonne {}", letters(MOST_COLUMNS - 1)),
        };
        let place = match first {
            MOST_COLUMNS.. => format!("au-delà de la colonne {}", letters(MOST_COLUMNS - 1)),
            _ => format!("dans la colonne {}", letters(first)),
        };
        let message = format!("{what} est écrit à droite de la dernière colonne, {place}{more}");
        let help = "effacez ce qui n'est pas une donnée, ou donnez un nom à sa colonne dans l'en-tête";
        let fault = Fault::new(FileRule::ExtraCells, Some(row.number()), message, help);
        // A column whose letters are not known has no number either.
        let column = Some(first).filter(|column| *column < MOST_COLUMNS);
        Fault { column, value: Some(text.into_owned()).filter(|text| !text.is_empty()), ..fault }
    }

    /// Says that a row is the header once more.
    pub(super) fn repeated(&self, row: Row<'_>, found: &mut Vec<Found>) {
        let message = format!("{} répète l'en-tête : ce n'est pas un lieu", self.unit.this());
        found.push(self.of_fault(&Fault::new(FileRule::RepeatedHeader, Some(row.number()), message, self.unit.to_delete())));
    }

    pub(in crate::data) fn label_of(&self, row: Row<'_>) -> Option<Arc<str>> {
        let label = self.label.map(|column| row.text(column))?;
        (!label.is_empty()).then(|| Found::cut(&label).into())
    }

    /// A fault as it is told.
    pub(in crate::data) fn of_fault(&self, fault: &Fault) -> Found {
        let field = fault.column.and_then(|column| self.columns.field(column)).or(fault.field);
        Found {
            rule: fault.rule.id().into(),
            level: fault.level,
            row: fault.row,
            column: fault.column,
            field: field.map(|field| self.standard.fields[field].name.as_str().into()),
            part: None,
            value: fault.value.as_deref().map(|value| Found::cut(value).into()),
            message: Found::told(fault.message.clone()),
            help: Found::told(fault.help.clone()).into(),
            correction: fault.correction.clone(),
            label: None,
        }
    }

    /// Where violations of a cell of so many `parts` are.
    pub(super) fn place(&self, row: Row<'_>, column: Option<usize>, parts: usize) -> Place {
        let value = column.map(|column| Found::cut(&row.text(column)).into());
        Place { column, value, label: self.label_of(row), parts }
    }
}

/// Whether a cell could not be read: it is empty here, and perhaps not in the file.
pub(super) fn is_of_cell(fault: &Fault) -> bool {
    fault.rule == FileRule::Unreadable && fault.column.is_some()
}

/// Whether what is found is that a cell that could not be read is empty: it would be said twice. Faults are in the order of
/// rows.
pub(super) fn is_emptied(found: &Found, faults: &[Fault]) -> bool {
    let start = faults.partition_point(|fault| fault.row < found.row);
    let mut here = faults[start..].iter().take_while(|fault| fault.row == found.row);
    found.rule == CellRule::Required.id() && here.any(|fault| is_of_cell(fault) && fault.column == found.column)
}

/// A violation as it is told.
pub(super) fn of_violation(violation: Violation, row: Row<'_>, place: &Place) -> Found {
    Found {
        rule: violation.rule,
        level: violation.level,
        row: Some(row.number()),
        column: place.column,
        field: Some(violation.field),
        part: violation.part.map(|part| (part, place.parts)).filter(|(_, parts)| *parts > 1),
        value: place.value.clone(),
        message: Found::told(violation.message),
        help: Found::told(violation.help),
        correction: None,
        label: place.label.clone(),
    }
}
