//! The rows of a CSV file, read to the letter.
//!
//! In: a text with commas and double quotes (RFC 4180; LF or CRLF). Out: cells with their place, or the first quote that
//! the tools would not all read alike. Readers in use let stray quotes pass and then disagree: an example must not.

use std::ops::Range;

/// A row; its place is that of its cells.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
}

/// A cell: its text without quotes, and the bytes it covers with them.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// Where and why the text is not CSV.
#[derive(Debug, PartialEq)]
pub(super) struct Fault {
    pub(super) span: Range<usize>,
    pub(super) message: &'static str,
}

impl Row {
    pub(super) fn span(&self) -> Range<usize> {
        let at = |cell: Option<&Cell>| cell.map_or(0..0, |cell| cell.span.clone());
        at(self.cells.first()).start..at(self.cells.last()).end
    }

    /// True for a blank line and for one of empty cells.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_empty())
    }
}

/// Reads every row, the header included.
pub(super) fn read(text: &str) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    let mut at = 0;
    while at < text.len() || !cells.is_empty() {
        let (cell, end) = cell(text, at)?;
        cells.push(cell);
        let rest = &text[end..];
        if rest.starts_with(',') {
            at = end + 1;
            continue;
        }
        at = end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        rows.push(Row { cells: std::mem::take(&mut cells) });
    }
    Ok(rows)
}

/// The cell that starts at a byte, and the byte just after it.
fn cell(text: &str, start: usize) -> Result<(Cell, usize), Fault> {
    let rest = &text[start..];
    let Some(quoted) = rest.strip_prefix('"') else {
        let length = rest.find([',', '\n', '\r', '"']).unwrap_or(rest.len());
        if rest[length..].starts_with('"') {
            let span = start + length..start + length + 1;
            return Err(Fault { span, message: "un guillemet est au milieu d'une case qui ne commence pas par lui" });
        }
        return Ok((Cell { text: rest[..length].to_owned(), span: start..start + length }, start + length));
    };
    let mut content = String::new();
    let mut from = 0;
    while let Some(found) = quoted[from..].find('"') {
        let close = from + found;
        content.push_str(&quoted[from..close]);
        let after = &quoted[close + 1..];
        if after.starts_with('"') {
            content.push('"');
            from = close + 2;
            continue;
        }
        let end = start + 1 + close + 1;
        if !after.is_empty() && !after.starts_with([',', '\n', '\r']) {
            return Err(Fault { span: end - 1..end, message: "il reste quelque chose après le guillemet fermant d'une case" });
        }
        return Ok((Cell { text: content, span: start..end }, end));
    }
    Err(Fault { span: start..start + 1, message: "ce guillemet n'est jamais fermé" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let rows = read(text).unwrap_or_else(|fault| panic!("{text:?}: {fault:?}"));
        rows.into_iter().map(|row| row.cells.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn rows_and_cells_are_read_to_the_letter() {
        assert_eq!(texts("a,b\n1,\"x, \"\"y\"\"\né\"\r\n,\n"), [["a", "b"], ["1", "x, \"y\"\né"], ["", ""]]);
        assert_eq!(texts("a\n\nb"), [["a"], [""], ["b"]]);
        assert_eq!(texts(""), Vec::<Vec<String>>::new());
        assert_eq!(texts("a,"), [["a", ""]]);
        let rows = read("a,\"b\"\n").expect("rows");
        assert_eq!((rows[0].cells[1].span.clone(), rows[0].span()), (2..5, 0..5));
    }

    #[test]
    fn stray_quotes_are_placed() {
        for (text, at) in [("a,b\"c\n", 3), ("\"a\"b\n", 2), ("a,\"b\n1,2\n", 2), ("\"", 0)] {
            assert_eq!(read(text).expect_err(text).span.start, at, "{text}");
        }
    }
}
