//! Writing in a sheet without ever leaving its limits.
//!
//! In: texts of the standard, whatever they hold. Out: cells that are texts. What the format cannot hold is cut, and the
//! cut shows: 32,767 UTF-16 units a cell, 255 a message, 1,048,576 rows, 16,384 columns.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook, Worksheet};

use crate::emit::palette::Hue;
use crate::emit::words::within;

/// Rows of a sheet.
pub(super) const ROWS: u32 = 1_048_576;
/// Columns of a sheet.
pub(super) const COLUMNS: u16 = 16_384;
/// Units of a cell.
const CELL: usize = 32_767;
/// Height of a line of text, in points, and the most lines that the format gives a row.
const LINE: f64 = 15.0;
const MOST_LINES: u16 = 27;
/// « @ », as the format numbers it.
const TEXT: u8 = 49;
/// A4, as the format names it.
const A4: u8 = 9;

/// A new sheet, the last one. Its cells are printed on A4, wide.
pub(super) fn add<'w>(workbook: &'w mut Workbook, name: &str) -> &'w mut Worksheet {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name).expect("a short name of letters");
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0)
}

/// Writes a text in a cell.
pub(super) fn cell(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) {
    let written = sheet.write_string_with_format(row, column, within(text, CELL), format);
    written.expect("a cell of the sheet and a text that it holds");
}

/// Sets the widths of the first columns, in characters.
pub(super) fn widths(sheet: &mut Worksheet, widths: &[u16]) {
    for (column, width) in (0..COLUMNS).zip(widths) {
        sheet.set_column_width(column, *width).expect("a column of the sheet");
    }
}

/// Makes a row high enough for its texts, in columns of these widths. A reader that is not Excel does not do it by itself.
pub(super) fn fit<'t>(sheet: &mut Worksheet, row: u32, texts: impl IntoIterator<Item = &'t str>, widths: &[u16]) {
    let lines = |(text, width): (&str, &u16)| {
        let of_line = |line: &str| u16::try_from(line.chars().count()).unwrap_or(u16::MAX) / width + 1;
        text.lines().map(of_line).fold(0, u16::saturating_add)
    };
    let lines = texts.into_iter().zip(widths).map(lines).max().unwrap_or(1);
    sheet.set_row_height(row, f64::from(lines.clamp(1, MOST_LINES)) * LINE).expect("a row of the sheet");
}

/// A column of a sheet to read: its name and its width, in characters.
pub(super) type Heading = (&'static str, u16);

/// The ranks of the columns that say something in some row: no sheet has a heading above nothing.
pub(super) fn filled<const N: usize>(rows: &[[String; N]]) -> Vec<usize> {
    (0..N).filter(|rank| rows.is_empty() || rows.iter().any(|row| !row[*rank].is_empty())).collect()
}

/// Keeps the first rows and columns in sight.
pub(super) fn freeze(sheet: &mut Worksheet, rows: u32, columns: u16) {
    sheet.set_freeze_panes(rows, columns).expect("a cell of the sheet");
}

/// Locks the cells, without a password. Looking, copying, filtering and resizing stay possible.
pub(super) fn lock(sheet: &mut Worksheet) {
    let options = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        select_locked_cells: true,
        ..ProtectionOptions::new()
    };
    sheet.protect_with_options(&options);
}

/// The format of typed cells: a text, whatever it looks like.
pub(super) fn text() -> Format {
    Format::new().set_num_format_index(TEXT).set_align(FormatAlign::Top)
}

/// A text to read, on several lines, above a thin line.
pub(super) fn prose() -> Format {
    text().set_text_wrap().set_border_bottom(FormatBorder::Hair).set_border_bottom_color(0xA6_ADB6_u32)
}

/// A header: white on dark for what must be filled, dark on light for the rest. Bold and underlined by a thick border
/// besides, for those who do not see colours.
pub(super) fn header(hue: Hue, required: bool) -> Format {
    let format = text().set_border(FormatBorder::Thin).set_border_color(hue.dark);
    if required {
        format.set_background_color(hue.dark).set_font_color(0xFF_FFFF_u32).set_bold().set_border_bottom(FormatBorder::Thick)
    } else {
        format.set_background_color(hue.light).set_font_color(hue.dark)
    }
}

/// Prose without the marks of code.
pub(super) fn plain(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let closed = parts.len() % 2 == 1;
    let mut out = String::with_capacity(text.len());
    for (rank, part) in parts.iter().enumerate() {
        match rank % 2 {
            1 if closed => out.extend(["«\u{a0}", part, "\u{a0}»"]),
            1 => out.extend(["`", part, if rank + 1 < parts.len() { "`" } else { "" }]),
            _ => out.push_str(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_code_become_quotes_when_they_are_closed() {
        assert_eq!(plain("avec `a|b` et `c`."), "avec «\u{a0}a|b\u{a0}» et «\u{a0}c\u{a0}».");
        for text in ["un ` seul", "a", "", "`a` et `b"] {
            assert_eq!(plain(text), text);
        }
    }
}
