//! The sheet of values: each one to copy to the letter, with what it means.

use rust_xlsxwriter::Worksheet;
use standard_mediation_model::{Standard, Value, Vocabulary};

use super::lists::List;
use super::sheet::{self, Heading, plain};
use crate::emit::palette;

const HEADINGS: [Heading; 4] = [("Liste", 26), ("Valeur à recopier", 46), ("Ce qu'elle veut dire", 70), ("Colonnes", 34)];
/// Its rank is known to [`List::range`].
const VALUE: usize = 1;

pub(super) fn write(sheet: &mut Worksheet, standard: &Standard, lists: &[List<'_>]) {
    let texts: Vec<[String; 4]> = lists.iter().flat_map(|list| texts(standard, list)).collect();
    let kept = sheet::filled(&texts);
    let headings: Vec<Heading> = kept.iter().map(|rank| HEADINGS[*rank]).collect();
    let widths: Vec<u16> = headings.iter().map(|(_, width)| *width).collect();
    sheet::widths(sheet, &widths);
    sheet::freeze(sheet, 1, 0);
    let title = sheet::header(palette::NEUTRAL, true);
    for (column, (text, _)) in (0..).zip(&headings) {
        sheet::cell(sheet, 0, column, text, &title);
    }
    let (value_format, prose) = (sheet::prose().set_bold(), sheet::prose());
    let rows = lists.iter().flat_map(|list| list.first..=list.last);
    for (row, texts) in rows.zip(&texts) {
        for (column, rank) in (0..).zip(&kept) {
            let format = if *rank == VALUE { &value_format } else { &prose };
            sheet::cell(sheet, row, column, &texts[*rank], format);
        }
        sheet::fit(sheet, row, kept.iter().map(|rank| texts[*rank].as_str()), &widths);
    }
    let last = lists.last().map_or(0, |list| list.last);
    let right = (1..).zip(&headings[1..]).last().map_or(0, |(rank, _)| rank);
    sheet.autofilter(0, 0, last, right).expect("cells of the sheet");
    sheet.set_repeat_rows(0, 0).expect("a row of the sheet");
    sheet::lock(sheet);
}

/// What is said of each value of a list, under [`HEADINGS`].
fn texts<'a>(standard: &'a Standard, list: &'a List<'a>) -> impl Iterator<Item = [String; 4]> + use<'a> {
    let users = standard.fields.iter().filter(|field| field.vocabulary.as_ref() == Some(&list.vocabulary.name));
    let users = users.map(|field| field.name.as_str()).collect::<Vec<_>>().join(", ");
    let name = plain(&list.vocabulary.title);
    let values = list.vocabulary.values.iter();
    values.map(move |value| [name.clone(), value.label.clone(), meaning(list.vocabulary, value), users.clone()])
}

/// The definition, after what must be known of a value that is on its way out.
fn meaning(vocabulary: &Vocabulary, value: &Value) -> String {
    let definition = plain(&value.definition);
    let instead = value.replaced_by.as_deref().and_then(|code| vocabulary.by_code(code));
    match (value.deprecated.is_some(), instead) {
        (false, _) => definition,
        (true, None) => format!("À ne plus utiliser. {definition}").trim_end().to_owned(),
        (true, Some(other)) => {
            format!("À ne plus utiliser, écrire «\u{a0}{}\u{a0}». {definition}", other.label).trim_end().to_owned()
        }
    }
}
