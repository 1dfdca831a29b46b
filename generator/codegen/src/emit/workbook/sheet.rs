//! Writing in a sheet without ever leaving its limits.
//!
//! In: texts of the standard, whatever they hold. Out: cells that are texts. What the format cannot hold is cut, and the
//! cut shows: 32,767 UTF-16 units a cell, 255 a message, 1,048,576 rows, 16,384 columns.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook, Worksheet};

use crate::emit::palette::Hue;

/// Rows of a sheet.
pub(super) const ROWS: u32 = 1_048_576;
/// Columns of a sheet.
pub(super) const COLUMNS: u16 = 16_384;
/// Units of a cell.
const CELL: usize = 32_767;
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
pub(super) fn widths(sheet: &mut Worksheet, widths: &[f64]) {
    for (column, width) in (0..COLUMNS).zip(widths) {
        sheet.set_column_width(column, *width).expect("a column of the sheet");
    }
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
    Format::new().set_num_format("@").set_align(FormatAlign::Top)
}

/// A text to read, on several lines.
pub(super) fn prose() -> Format {
    text().set_text_wrap()
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

/// The text, cut after a word when it has more UTF-16 units than `most`, which is what the format counts.
pub(super) fn within(text: &str, most: usize) -> String {
    let mut units = 0;
    // Where the units that leave room for the sign end, should the text be too long.
    let mut room = 0;
    for (at, sign) in text.char_indices() {
        units += sign.len_utf16();
        if units < most {
            room = at + sign.len_utf8();
        }
        if units > most {
            let kept = &text[..room];
            let word = kept.rfind(char::is_whitespace).filter(|end| *end > room / 2);
            return format!("{}…", kept[..word.unwrap_or(room)].trim_end());
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_after_a_word_and_count_as_the_format_counts() {
        assert_eq!(within("un deux", 7), "un deux");
        assert_eq!(within("un deux trois", 10), "un deux…");
        assert_eq!(within("anticonstitutionnellement", 5), "anti…");
        assert_eq!(within("😀😀😀", 6), "😀😀😀");
        assert_eq!(within("😀😀😀", 5), "😀😀…");
        for most in 1..40 {
            let cut = within("à 😀 b cé d'été 😀😀 et la suite du texte", most);
            assert!(cut.encode_utf16().count() <= most, "{most}: {cut}");
        }
    }

    #[test]
    fn marks_of_code_become_quotes_when_they_are_closed() {
        assert_eq!(plain("avec `a|b` et `c`."), "avec «\u{a0}a|b\u{a0}» et «\u{a0}c\u{a0}».");
        for text in ["un ` seul", "a", "", "`a` et `b"] {
            assert_eq!(plain(text), text);
        }
    }
}
