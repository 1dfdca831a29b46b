//! The example rows, under the same columns as the sheet to fill.

use rust_xlsxwriter::{IgnoreError, Note, Worksheet};
use standard_mediation_model::Standard;

use super::columns::Column;
use super::sheet::{self, ROWS, plain};
use super::{PLACES, places};
use crate::emit::words::within;

pub(super) fn write(sheet: &mut Worksheet, standard: &Standard, columns: &[Column<'_>]) {
    places::header(sheet, columns);
    sheet.set_default_note_author(&standard.identity.title);
    let format = sheet::text();
    for (row, example) in (1..ROWS).zip(&standard.examples) {
        for column in columns {
            if let Some(cell) = example.cell(&column.field.name) {
                sheet::cell(sheet, row, column.rank, &standard.text_of(column.field, cell), &format);
            }
        }
        let what = format!(
            "Exemple\u{a0}: {}\n{}\n\nCe qui est écrit ici n'est pas publié. Remplissez la feuille «\u{a0}{PLACES}\u{a0}».",
            plain(&example.title),
            plain(&example.description)
        );
        let note = Note::new(within(&what, 32_000)).add_author_prefix(false).set_font_size(9).set_width(360).set_height(130);
        sheet.insert_note(row, 0, &note).expect("a cell of the sheet");
    }
    let last = columns.last().map_or(0, |column| column.rank);
    sheet.ignore_error_range(1, 0, ROWS - 1, last, IgnoreError::NumberStoredAsText).expect("cells of the sheet");
    sheet::lock(sheet);
}
