//! Rows as a CSV file in the dialect of the standard: UTF-8 without byte order mark, header in column order.

use standard_mediation_model::{ExampleRow, Field, Standard};

use crate::Artifact;

/// The texts of a row, one for each column, empty when the row says nothing.
pub(in crate::emit) fn cells(standard: &Standard, row: &ExampleRow) -> Vec<String> {
    let text = |field: &Field| row.cell(&field.name).map(|cell| standard.text_of(field, cell)).unwrap_or_default();
    standard.fields.iter().map(text).collect()
}

/// The file of those rows. Bytes are left as the writer makes them: a cell may end with a space.
pub(in crate::emit) fn file(standard: &Standard, path: &str, rows: &[Vec<String>]) -> Artifact {
    let dialect = &standard.dialect;
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(dialect.delimiter).unwrap_or(b','))
        .quote(u8::try_from(dialect.quote).unwrap_or(b'"'))
        .flexible(true)
        .from_writer(Vec::new());
    let header = standard.fields.iter().map(|field| field.name.clone()).collect();
    for record in std::iter::once(&header).chain(rows) {
        writer.write_record(record).expect("memory takes every record");
    }
    Artifact { path: path.into(), bytes: writer.into_inner().expect("memory is always flushed") }
}
