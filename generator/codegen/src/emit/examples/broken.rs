//! Rows that each break one blocking rule, and nothing else that blocks.
//!
//! Each is the minimal example row with one cell replaced by a counter-example of its field.

use std::collections::BTreeSet;

use standard_mediation_model::{CellRule, ExampleKind, Field, Level, Standard};

use super::csv_file;

/// One broken rule of one field, with the rows that show it.
pub(in crate::emit) struct Broken<'a> {
    /// The field.
    pub(in crate::emit) field: &'a Field,
    /// Id of the rule.
    pub(in crate::emit) rule: &'a str,
    /// The text of the cell that breaks it.
    pub(in crate::emit) text: String,
    /// The rows, the faulty one last.
    pub(in crate::emit) rows: Vec<Vec<String>>,
}

impl Broken<'_> {
    /// Name of the case, `code_postal-motif`.
    pub(in crate::emit) fn name(&self) -> String {
        format!("{}-{}", self.field.name, self.rule)
    }

    /// Rank of the faulty row in the file, as a spreadsheet counts: the header is 1.
    pub(in crate::emit) fn line(&self) -> usize {
        self.rows.len() + 1
    }
}

/// Every field with every blocking rule that it shows, in column order.
pub(in crate::emit) fn all(standard: &Standard) -> Vec<Broken<'_>> {
    let base = minimal(standard);
    let mut out = Vec::new();
    for (column, field) in standard.fields.iter().enumerate() {
        let row = |text: &str| {
            let mut row = base.clone();
            if let Some(cell) = row.get_mut(column) {
                text.clone_into(cell);
            }
            row
        };
        let mut shown = BTreeSet::new();
        for counter in field.counter_examples.iter().filter(|counter| counter.level == Level::Blocking) {
            // The first one of each rule: the others teach the same, and stand on the page of the field.
            if shown.insert(&counter.rule) {
                out.push(Broken { field, rule: &counter.rule, text: counter.text.clone(), rows: vec![row(&counter.text)] });
            }
        }
        if field.unique {
            let used = base.get(column).filter(|text| !text.is_empty()).cloned();
            let text = used.or_else(|| first_example(standard, field)).unwrap_or_default();
            out.push(Broken { field, rule: CellRule::Unique.id(), rows: vec![row(&text), row(&text)], text });
        }
    }
    out
}

/// The minimal example row; without one, the first example of each required field.
fn minimal(standard: &Standard) -> Vec<String> {
    match standard.examples.iter().find(|row| row.kind == ExampleKind::Minimal) {
        Some(row) => csv_file::cells(standard, row),
        None => standard
            .fields
            .iter()
            .map(|field| first_example(standard, field).filter(|_| field.required).unwrap_or_default())
            .collect(),
    }
}

fn first_example(standard: &Standard, field: &Field) -> Option<String> {
    field.examples.first().map(|cell| standard.text_of(field, cell))
}
