//! Rows, as bytes.

use standard_mediation_model::{Field, Kind, Standard};

use super::row::Row;

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// CSV, every cell between quotes.
    AllQuoted,
    /// CSV, quotes where they are needed.
    Minimal,
    /// CSV, every cell between quotes, lines ended as Windows does.
    Crlf,
    /// CSV as a French spreadsheet exports it: semicolons, Windows-1252, lines ended as Windows does.
    Spreadsheet,
    /// A JSON object a line.
    Ndjson,
    /// An array of JSON objects.
    Json,
}

impl Style {
    /// Every style.
    #[allow(dead_code, reason = "for the tests")]
    pub(crate) const ALL: [Self; 6] = [Self::AllQuoted, Self::Minimal, Self::Crlf, Self::Spreadsheet, Self::Ndjson, Self::Json];

    /// Whether rows are objects.
    pub(crate) fn is_json(self) -> bool {
        matches!(self, Self::Ndjson | Self::Json)
    }

    /// Whether bytes are Windows-1252.
    pub(crate) fn is_windows(self) -> bool {
        self == Self::Spreadsheet
    }
}

/// Writes rows in a style.
pub(super) struct Writer<'a> {
    fields: Vec<(&'a Field, char)>,
    style: Style,
    is_first: bool,
}

impl<'a> Writer<'a> {
    /// Gets ready.
    pub(super) fn new(standard: &'a Standard, style: Style) -> Self {
        let fields = standard.fields.iter().map(|field| (field, standard.separator_of(field))).collect();
        Self { fields, style, is_first: true }
    }

    /// What comes before the rows.
    pub(super) fn header(&self, out: &mut Vec<u8>) {
        match self.style {
            Style::Ndjson => {}
            Style::Json => out.extend_from_slice(b"[\n"),
            style => csv(self.fields.iter().map(|(field, _)| field.name.as_str()), style, out),
        }
    }

    /// A row.
    pub(super) fn row(&mut self, row: &Row, out: &mut Vec<u8>) {
        if !self.style.is_json() {
            return csv(row.cells(), self.style, out);
        }
        if self.style == Style::Json && !std::mem::take(&mut self.is_first) {
            out.extend_from_slice(b",\n");
        }
        self.object(row, out);
        if self.style == Style::Ndjson {
            out.push(b'\n');
        }
    }

    /// What comes after the rows.
    pub(super) fn end(&self, out: &mut Vec<u8>) {
        if self.style == Style::Json {
            out.extend_from_slice(b"\n]\n");
        }
    }

    /// Filled cells alone: lists as arrays, numbers as numbers when they are.
    fn object(&self, row: &Row, out: &mut Vec<u8>) {
        out.push(b'{');
        let start = out.len();
        for ((field, separator), cell) in self.fields.iter().zip(row.cells()).filter(|(_, cell)| !cell.is_empty()) {
            if out.len() > start {
                out.push(b',');
            }
            string(&field.name, out);
            out.push(b':');
            if field.multiple {
                for (rank, part) in cell.split(*separator).enumerate() {
                    out.push(if rank == 0 { b'[' } else { b',' });
                    string(part, out);
                }
                out.push(b']');
            } else if field.kind == Kind::Number && is_number(cell) {
                out.extend_from_slice(cell.as_bytes());
            } else {
                string(cell, out);
            }
        }
        out.push(b'}');
    }
}

fn is_number(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    is_digits(whole) && is_digits(decimals) && (whole == "0" || !whole.starts_with('0'))
}

fn string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for byte in text.bytes() {
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            b'\n' => out.extend_from_slice(b"\\n"),
            _ => out.push(byte),
        }
    }
    out.push(b'"');
}

fn csv<'a>(cells: impl Iterator<Item = &'a str>, style: Style, out: &mut Vec<u8>) {
    let separator = if style == Style::Spreadsheet { b';' } else { b',' };
    let always = matches!(style, Style::AllQuoted | Style::Crlf);
    for (rank, cell) in cells.enumerate() {
        if rank > 0 {
            out.push(separator);
        }
        let is_quoted = always || cell.bytes().any(|byte| byte == separator || matches!(byte, b'"' | b'\n' | b'\r'));
        if is_quoted {
            out.push(b'"');
        }
        let mut pieces = cell.split('"');
        letters(pieces.next().unwrap_or_default(), style, out);
        for piece in pieces {
            out.extend_from_slice(b"\"\"");
            letters(piece, style, out);
        }
        if is_quoted {
            out.push(b'"');
        }
    }
    out.extend_from_slice(if matches!(style, Style::Crlf | Style::Spreadsheet) { b"\r\n" } else { b"\n" });
}

fn letters(text: &str, style: Style, out: &mut Vec<u8>) {
    if !style.is_windows() {
        return out.extend_from_slice(text.as_bytes());
    }
    out.extend(text.chars().map(|c| match c {
        'œ' => 0x9C,
        'Œ' => 0x8C,
        '’' => 0x92,
        '–' => 0x96,
        '…' => 0x85,
        '€' => 0x80,
        c => u8::try_from(u32::from(c)).unwrap_or_else(|_| panic!("{c} is not in Windows-1252")),
    }));
}
