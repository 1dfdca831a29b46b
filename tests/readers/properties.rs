//! What holds of the readers whatever they are given.

use std::io::{Cursor, Read};

use standard_mediation_model::Standard;
use standard_mediation_model::data::{Block, Columns, Csv, CsvFormat, FileRule, Json, Rows, Workbook};

/// All that a reader gave.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Given {
    /// The header.
    pub(crate) header: Vec<String>,
    /// Rows: number, cells.
    pub(crate) rows: Vec<(u64, Vec<String>)>,
    /// Rule and row of each fault, those of the file first.
    pub(crate) faults: Vec<(FileRule, Option<u64>)>,
}

/// Gives few bytes at a time: from one to `most`, in turn.
pub(crate) struct Slowly<'t> {
    bytes: &'t [u8],
    most: usize,
    turn: usize,
}

impl<'t> Slowly<'t> {
    /// Reads those bytes so.
    pub(crate) fn new(bytes: &'t [u8], most: usize) -> Self {
        Self { bytes, most: most.max(1), turn: 0 }
    }
}

impl Read for Slowly<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        self.turn = self.turn % self.most + 1;
        let count = self.turn.min(out.len()).min(self.bytes.len());
        out[..count].copy_from_slice(&self.bytes[..count]);
        self.bytes = &self.bytes[count..];
        Ok(count)
    }
}

/// Reads it all. Numbers of rows grow, and blocks stay small.
pub(crate) fn given(rows: &mut dyn Rows) -> Given {
    let mut all = Given { header: rows.header().to_vec(), ..Given::default() };
    all.faults.extend(rows.faults().iter().map(|fault| (fault.rule, fault.row)));
    let (mut block, mut last) = (Block::new(), 0);
    while rows.next(&mut block).expect("bytes in memory") {
        assert!(block.size() <= 4 << 20, "a block of {} bytes", block.size());
        for row in block.rows() {
            assert!(row.number() > last, "row {} after {last}", row.number());
            last = row.number();
            let cells: Vec<String> = (0..row.len()).map(|column| row.text(column).into_owned()).collect();
            assert!(!cells.is_empty(), "row {last} has no cell");
            all.rows.push((last, cells));
        }
        for fault in block.faults() {
            assert!(fault.row.is_some() && !fault.message.is_empty() && !fault.help.is_empty(), "{fault:?}");
            all.faults.push((fault.rule, fault.row));
        }
    }
    assert!(!all.header.is_empty() || all.rows.is_empty(), "rows without a header");
    all
}

/// A CSV gives the same, however its bytes come; and what the `csv` crate gives, when nothing is wrong with its quotes.
pub(crate) fn csv_holds(bytes: &[u8]) {
    for delimiter in [b',', b';'] {
        let format = CsvFormat { delimiter, newline: b'\n' };
        let read = |source: &mut dyn Read| given(&mut Csv::open(source, format).expect("bytes in memory"));
        let whole = read(&mut Cursor::new(bytes));
        assert_eq!(read(&mut Slowly::new(bytes, 1)), whole, "one byte at a time");
        assert_eq!(read(&mut Slowly::new(bytes, 7)), whole, "some bytes at a time");
        let odd = [FileRule::StrayQuote, FileRule::LongRow, FileRule::Capped, FileRule::Unreadable, FileRule::Empty];
        if whole.faults.iter().all(|(rule, _)| !odd.contains(rule)) && is_usual(bytes, delimiter) {
            same_as_the_csv_crate(bytes, delimiter, &whole);
        }
    }
}

/// Carriage returns end rows for the `csv` crate, text follows a closing quote, and a mark of byte order is left out;
/// none of that here.
fn is_usual(bytes: &[u8], delimiter: u8) -> bool {
    let ends = |i: usize| bytes.get(i).is_none_or(|byte| *byte == b'\n');
    let returns_end = (0..bytes.len()).all(|i| bytes[i] != b'\r' || ends(i + 1) && bytes.get(i.wrapping_sub(1)) != Some(&b'\r'));
    let opens = |i: usize| i == 0 || [delimiter, b'\n', b'"'].contains(&bytes[i - 1]);
    let mut inside = false;
    let quotes_open = (0..bytes.len()).all(|i| {
        if bytes[i] != b'"' {
            return true;
        }
        inside = !inside;
        !inside || opens(i)
    });
    returns_end && quotes_open && !bytes.starts_with(b"\xEF\xBB\xBF") && std::str::from_utf8(bytes).is_ok()
}

fn same_as_the_csv_crate(bytes: &[u8], delimiter: u8, whole: &Given) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes);
    let mut expected: Vec<Vec<String>> = Vec::new();
    for record in reader.records() {
        let record = record.expect("UTF-8");
        expected.push(record.iter().map(str::to_owned).collect());
    }
    // A row with nothing but white space in its cells is a blank line here.
    let is_blank = |cells: &Vec<String>| cells.iter().all(|cell| cell.trim().is_empty());
    let Some(header) = expected.first().cloned().filter(|header| header.len() > 1) else {
        // Whether an empty line is a row of a table of one column is a matter of taste.
        return;
    };
    let expected: Vec<_> = expected.into_iter().skip(1).filter(|cells| !is_blank(cells)).collect();
    assert_eq!(whole.header, header);
    assert_eq!(whole.rows.iter().map(|(_, cells)| cells.clone()).collect::<Vec<_>>(), expected);
}

type Object = serde_json::Map<String, serde_json::Value>;

/// JSON gives the same, however its bytes come; and the texts that `serde_json` gives, when the whole is a list of flat
/// objects.
pub(crate) fn json_holds(bytes: &[u8], standard: &Standard) {
    let read = |source: &mut dyn Read| {
        let mut json = Json::open(source).expect("bytes in memory");
        let columns = Columns::read(standard, json.header());
        json.adopt(standard, &columns);
        given(&mut json)
    };
    let whole = read(&mut Cursor::new(bytes));
    assert_eq!(read(&mut Slowly::new(bytes, 1)), whole, "one byte at a time");
    assert_eq!(read(&mut Slowly::new(bytes, 7)), whole, "some bytes at a time");
    let Ok(serde_json::Value::Array(list)) = serde_json::from_slice(bytes) else { return };
    let objects: Vec<_> = list.iter().filter_map(serde_json::Value::as_object).collect();
    let texts = |value: &serde_json::Value| value.is_string() || value.is_null() || value.is_boolean();
    if objects.len() != list.len() || objects.iter().any(|object| object.is_empty() || !object.values().all(texts)) {
        return;
    }
    if whole.faults.iter().any(|(rule, _)| *rule == FileRule::DuplicateColumn) {
        return;
    }
    // As in CSV, a row with nothing in it is a blank one.
    let is_blank = |object: &Object| object.values().all(|value| value.is_null() || value == "");
    let objects: Vec<_> = objects.into_iter().filter(|object| !is_blank(object)).collect();
    assert_eq!(whole.rows.len(), objects.len());
    for ((_, cells), object) in whole.rows.iter().zip(objects) {
        for (name, cell) in whole.header.iter().zip(cells) {
            let expected = match object.get(name) {
                Some(serde_json::Value::String(text)) => text.clone(),
                Some(serde_json::Value::Bool(value)) => value.to_string(),
                _ => String::new(),
            };
            assert_eq!(*cell, expected, "{name}");
        }
    }
}

/// A workbook never panics.
pub(crate) fn workbook_holds(bytes: &[u8]) {
    let mut book = Workbook::open(Cursor::new(bytes), &|name| ["id", "nom"].contains(&name)).expect("bytes in memory");
    given(&mut book);
}
