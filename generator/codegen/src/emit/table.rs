//! CSV tables for spreadsheets.

use crate::Artifact;

/// A CSV file with a header: RFC 4180, UTF-8, lines ended by LF.
pub(super) fn csv<const N: usize>(path: &str, header: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> Artifact {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Rows have the length of the header by their type, and a vector always has room.
    writer.write_record(header).expect("written to memory");
    for row in rows {
        writer.write_record(row).expect("written to memory");
    }
    Artifact { path: path.to_owned(), bytes: writer.into_inner().expect("written to memory") }
}

/// The rows of a table, header included.
#[cfg(test)]
pub(super) fn read(artifact: &Artifact) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(artifact.bytes.as_slice());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}
