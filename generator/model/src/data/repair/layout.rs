//! Columns of the file that is written: those of the standard in its order and under its names, then all others.

use super::{Certainty, Repair};
use crate::Standard;
use crate::data::{ColumnSummary, Columns, FileRule, How, Summary};

/// Where each column of the output comes from.
#[derive(Debug)]
pub(super) struct Layout {
    /// Columns of the file that was read; `None` for an optional one that it did not have.
    pub(super) sources: Vec<Option<usize>>,
    /// Their names.
    pub(super) names: Vec<String>,
}

impl Layout {
    /// An optional column that is missing is added, empty, unless it may be there under another name: there would be two. A
    /// required one is not: each row would be one more fault.
    /// `in_place` leaves columns where they are and only names them.
    pub(super) fn new(standard: &Standard, columns: &Columns, header: &[String], in_place: bool) -> Self {
        if in_place {
            let names = columns.names(standard, header).map(str::to_owned).collect();
            return Self { sources: (0..header.len()).map(Some).collect(), names };
        }
        let (mut sources, mut names) = (Vec::new(), Vec::new());
        let is_guessed = |rank: usize| (0..header.len()).any(|column| columns.how(column) == How::Guess(rank));
        for (rank, field) in standard.fields.iter().enumerate() {
            let source = columns.column(rank);
            if source.is_some() || !field.required && !is_guessed(rank) {
                sources.push(source);
                names.push(field.name.clone());
            }
        }
        for (column, name) in header.iter().enumerate() {
            if columns.field(column).is_none() {
                sources.push(Some(column));
                names.push(name.clone());
            }
        }
        Self { sources, names }
    }

    /// Whether a row of so many cells, where `expected` are, stays as it is: nobody knows which columns its cells are of. One
    /// that stops short asks it of its own columns, one that goes on of all of them.
    pub(super) fn keeps(&self, count: usize, expected: usize) -> bool {
        let stay = self.sources.iter().take(count).enumerate().all(|(i, source)| *source == Some(i));
        stay && (count < expected || self.sources.len() == expected)
    }

    /// Puts what is left, told by the columns of the file that was read, in those of the output.
    pub(super) fn place(&self, after: &mut Summary, standard: &Standard) {
        let read = std::mem::take(&mut after.columns);
        let rank = |name: &str| standard.fields.iter().position(|field| field.name == name);
        let written = |(source, name): (&Option<usize>, &String)| {
            let filled = source.map_or(0, |column| read[column].filled);
            ColumnSummary { filled, ..ColumnSummary::empty(name, source.map_or_else(|| rank(name), |column| read[column].field)) }
        };
        after.columns = self.sources.iter().zip(&self.names).map(written).collect();
        let of_field = |name: &str| self.names.iter().position(|written| written == name);
        for group in &mut after.groups {
            let is_short = group.rule == FileRule::MissingCells.id();
            let column = match group.column {
                // A row that stops short does so after as many cells as before: see [`Self::keeps`].
                Some(column) if is_short => Some(column),
                Some(column) => self.sources.iter().position(|source| *source == Some(column)),
                None => group.field.as_deref().and_then(of_field),
            };
            if is_short {
                // The second of two columns of one name is of no field.
                let field = column.and_then(|column| after.columns.get(column)?.field);
                group.field = field.map(|field| standard.fields[field].name.as_str().into());
            }
            if group.column.is_none() && column.is_some() {
                group.examples.iter_mut().for_each(|example| example.value = Some("".into()));
            }
            if group.rule == FileRule::ExtraCells.id() {
                // What is written has no letters for its columns: the row alone is meant, as in any CSV.
                group.examples.iter_mut().for_each(|example| example.value = None);
            }
            group.column = column;
            if let Some(written) = column.and_then(|column| after.columns.get_mut(column)) {
                written.add(group.level, group.count);
            }
            for example in &mut group.examples {
                (example.column, example.field) = (column, group.field.clone());
            }
        }
        after.sort(standard);
    }

    /// What was done to the header, and what could not be.
    pub(super) fn repairs(
        &self,
        standard: &Standard,
        columns: &Columns,
        header: &[String],
        header_row: Option<u64>,
    ) -> Vec<Repair> {
        let mut repairs = Vec::new();
        for (column, name) in header.iter().enumerate() {
            let field = columns.field(column).map(|field| &standard.fields[field]);
            if let Some(field) = field.filter(|field| field.name != *name) {
                repairs.push(Repair {
                    row: header_row,
                    row_after: Some(1),
                    column: Some(column),
                    field: Some(field.name.as_str().into()),
                    before: Some(name.as_str().into()),
                    after: Some(field.name.as_str().into()),
                    ..Repair::of_file(Certainty::Sure, FileRule::MisnamedColumn.id(), "nom de colonne", "")
                });
            }
        }
        for (column, name) in header.iter().enumerate() {
            let How::Guess(rank) = columns.how(column) else { continue };
            let field = &standard.fields[rank];
            let why = format!("rien ne dit que cette colonne est « {} » ; si oui, renommez-la : elle n'est pas lue", field.title);
            repairs.push(Repair {
                row: Some(1),
                row_after: Some(1),
                column: Some(column),
                field: Some(name.as_str().into()),
                before: Some(name.as_str().into()),
                after: Some(field.name.clone()),
                ..Repair::of_file(Certainty::ToConfirm, FileRule::UnknownColumn.id(), "nom de colonne", why)
            });
        }
        for fault in columns.faults().iter().filter(|fault| fault.rule == FileRule::DuplicateColumn) {
            let why = format!("{} ; {}", fault.message, fault.help);
            repairs.push(Repair {
                row: header_row,
                row_after: Some(1),
                column: fault.column,
                field: fault.value.as_deref().map(Into::into),
                before: fault.value.as_deref().map(Into::into),
                ..Repair::of_file(Certainty::Impossible, fault.rule.id(), "colonne en double", why)
            });
        }
        let places: Vec<usize> = self.sources.iter().copied().flatten().collect();
        if !places.is_sorted() {
            let kind = "colonnes remises dans l'ordre du standard";
            repairs.push(Repair::of_file(Certainty::Sure, FileRule::ColumnOrder.id(), kind, ""));
        }
        let added: Vec<&str> =
            self.sources.iter().zip(&self.names).filter(|(source, _)| source.is_none()).map(|(_, name)| name.as_str()).collect();
        if !added.is_empty() {
            let kind = format!("colonnes facultatives ajoutées, vides : {}", added.join(", "));
            repairs.push(Repair::of_file(Certainty::Sure, FileRule::MissingColumn.id(), kind, ""));
        }
        for (rank, field) in standard.fields.iter().enumerate() {
            if field.required && columns.column(rank).is_none() {
                let is_asked = (0..header.len()).any(|column| matches!(columns.how(column), How::Guess(guess) if guess == rank));
                let what =
                    if is_asked { "une colonne du fichier l'est peut-être" } else { "rien ne dit ce qu'il faut y mettre" };
                let why = format!("il manque la colonne « {} » ({}) ; {what}", field.name, field.title);
                let repair =
                    Repair::of_file(Certainty::Impossible, FileRule::MissingColumn.id(), "colonne obligatoire absente", why);
                repairs.push(Repair { field: Some(field.name.as_str().into()), ..repair });
            }
        }
        repairs
    }
}
