//! The sheet of values: each one to copy to the letter, with what it means.

use rust_xlsxwriter::{Format, Worksheet};
use standard_mediation_model::{Standard, Value, Vocabulary};

use super::lists::List;
use super::sheet::{self, plain};
use crate::emit::palette;

const HEADER: [&str; 4] = ["Liste", "Valeur à recopier", "Ce qu'elle veut dire", "Colonnes"];
const WIDTHS: [u16; 4] = [26, 46, 70, 34];

pub(super) fn write(sheet: &mut Worksheet, standard: &Standard, lists: &[List<'_>]) {
    sheet::widths(sheet, &WIDTHS);
    sheet::freeze(sheet, 1, 0);
    let title = sheet::header(palette::NEUTRAL, true);
    for (column, text) in (0..).zip(HEADER) {
        sheet::cell(sheet, 0, column, text, &title);
    }
    let (value_format, prose) = (sheet::prose().set_bold(), sheet::prose());
    let mut last = 0;
    for list in lists {
        let users = standard.fields.iter().filter(|field| field.vocabulary.as_ref() == Some(&list.vocabulary.name));
        let users: Vec<&str> = users.map(|field| field.name.as_str()).collect();
        let (users, name) = (users.join(", "), plain(&list.vocabulary.title));
        for (row, value) in (list.first..=list.last).zip(&list.vocabulary.values) {
            let meaning = meaning(list.vocabulary, value);
            let texts: [(&str, &Format); 4] =
                [(&name, &prose), (&value.label, &value_format), (&meaning, &prose), (&users, &prose)];
            for (column, (text, format)) in (0..).zip(texts) {
                sheet::cell(sheet, row, column, text, format);
            }
            sheet::fit(sheet, row, texts.map(|(text, _)| text), &WIDTHS);
        }
        last = list.last;
    }
    sheet.autofilter(0, 0, last, 3).expect("cells of the sheet");
    sheet.set_repeat_rows(0, 0).expect("a row of the sheet");
    sheet::lock(sheet);
}

/// The definition, after what must be known of a value that is on its way out.
fn meaning(vocabulary: &Vocabulary, value: &Value) -> String {
    let definition = plain(&value.definition);
    let instead = value.replaced_by.as_deref().and_then(|code| vocabulary.by_code(code));
    match (value.deprecated.is_some(), instead) {
        (false, _) => definition,
        (true, None) => format!("À ne plus utiliser. {definition}"),
        (true, Some(other)) => format!("À ne plus utiliser, écrire «\u{a0}{}\u{a0}». {definition}", other.label),
    }
}
