//! Which field each column of a file is.

use crate::{Field, Level, Standard};

use super::{Fault, FileRule};

/// Which field each column of a file is, and what is wrong with its header.
#[derive(Debug, Clone)]
pub struct Columns {
    /// For each column of the file, the rank of its field in [`Standard::fields`].
    fields: Vec<Option<usize>>,
    /// For each field, the rank of its column in the file.
    columns: Vec<Option<usize>>,
    faults: Vec<Fault>,
}

impl Columns {
    /// Recognises the columns of a header.
    pub fn read(standard: &Standard, header: &[String]) -> Self {
        let mut columns = vec![None; standard.fields.len()];
        let mut fields = Vec::with_capacity(header.len());
        let mut faults = Vec::new();
        for (i, name) in header.iter().enumerate() {
            let field = standard.fields.iter().position(|field| field.name == *name);
            match field {
                Some(field) if columns[field].is_none() => {
                    columns[field] = Some(i);
                    fields.push(Some(field));
                }
                Some(_) => {
                    let message = format!("la colonne « {name} » est là deux fois ; seule la première est lue");
                    faults.push(at(i, Fault::new(FileRule::DuplicateColumn, Some(1), message, "gardez-en une seule")));
                    fields.push(None);
                }
                None => {
                    let message = format!("la colonne « {name} » n'est pas dans le standard");
                    let help = "elle n'est pas vérifiée ; gardez-la si elle vous sert, ou retirez-la";
                    faults.push(at(i, Fault::new(FileRule::UnknownColumn, Some(1), message, help)));
                    fields.push(None);
                }
            }
        }
        for (field, column) in standard.fields.iter().zip(&columns) {
            if column.is_none() {
                faults.push(missing(field));
            }
        }
        Self { fields, columns, faults }
    }

    /// Number of columns of the file.
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Whether the file has no column.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Rank in [`Standard::fields`] of the field of a column of the file.
    pub fn field(&self, column: usize) -> Option<usize> {
        self.fields.get(column).copied().flatten()
    }

    /// Rank in the file of the column of a field.
    pub fn column(&self, field: usize) -> Option<usize> {
        self.columns.get(field).copied().flatten()
    }

    /// What is wrong with the header, columns of the file first, then missing ones.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

fn at(column: usize, fault: Fault) -> Fault {
    Fault { column: Some(column), ..fault }
}

fn missing(field: &Field) -> Fault {
    let message = format!("il manque la colonne « {} » ({})", field.name, field.title);
    if field.required {
        Fault::new(FileRule::MissingColumn, Some(1), message, "ajoutez-la et remplissez-la : elle est obligatoire")
    } else {
        let fault = Fault::new(FileRule::MissingColumn, Some(1), message, "ajoutez-la, même vide : elle est facultative");
        Fault { level: Level::Recommendation, ..fault }
    }
}
