//! The sheet to fill: the header and what helps to fill under it.
//!
//! In: the columns and where the lists are. Out: names to the letter, since the file is read by them; a note on each one;
//! cells that are texts, with a message and, where there is a list, its values. Must not: write under the header.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, IgnoreError, Note, Worksheet};
use standard_mediation_model::Level;
use standard_mediation_model::count::counted;

use super::columns::Column;
use super::lists::List;
use super::sheet::{self, ROWS, plain};
use super::{HELP, VALUES};
use crate::emit::words::within;

/// Units of the title of a message, of its text, and of a note.
const TITLE: usize = 32;
const MESSAGE: usize = 255;
const NOTE: usize = 32_000;

pub(super) fn write(sheet: &mut Worksheet, title: &str, columns: &[Column<'_>], lists: &[List<'_>]) {
    header(sheet, columns);
    sheet.set_default_note_author(title);
    let last = columns.last().map_or(0, |column| column.rank);
    // Otherwise `01000` gets a mark that offers to make it a number.
    let ignored = sheet.ignore_error_range(1, 0, ROWS - 1, last, IgnoreError::NumberStoredAsText);
    ignored.expect("cells of the sheet");
    for column in columns {
        let note = note(column);
        sheet.insert_note(0, column.rank, &note).expect("a cell of the sheet");
        if let Some(validation) = validation(column, lists) {
            let added = sheet.add_data_validation(1, column.rank, ROWS - 1, column.rank, &validation);
            added.expect("cells of the sheet");
        }
    }
}

/// The names of the columns, in sight whatever the row.
pub(super) fn header(sheet: &mut Worksheet, columns: &[Column<'_>]) {
    let text = sheet::text();
    for column in columns {
        sheet.set_column_format(column.rank, &text).expect("a column of the sheet");
        sheet.set_column_width(column.rank, column.width()).expect("a column of the sheet");
        let format = sheet::header(column.hue, column.field.required);
        sheet::cell(sheet, 0, column.rank, &column.field.name, &format);
    }
    sheet::freeze(sheet, 1, 1);
    sheet.set_repeat_rows(0, 0).expect("a row of the sheet");
}

fn note(column: &Column<'_>) -> Note {
    let field = column.field;
    let mut parts = vec![format!("{}\n{}", plain(&field.title), column.filling())];
    parts.extend((!field.description.is_empty()).then(|| plain(&field.description)));
    parts.extend(field.usage.as_deref().map(|usage| format!("Comment remplir\u{a0}: {}", plain(usage))));
    if let Some(list) = column.list {
        parts.push(format!("Valeurs\u{a0}: feuille «\u{a0}{VALUES}\u{a0}», liste «\u{a0}{}\u{a0}»", plain(&list.title)));
    } else if !column.demands.is_empty() {
        parts.push(format!("Il faut\u{a0}: {}", plain(&column.demands)));
    }
    if !column.example.is_empty() {
        parts.push(format!("Exemple\u{a0}: {}", column.example));
    }
    let text = within(&parts.join("\n\n"), NOTE);
    // Lines of about seventy signs at this width and size.
    let lines: usize = text.lines().map(|line| line.chars().count() / 66 + 1).sum();
    let height = u32::try_from(lines).unwrap_or(u32::MAX).saturating_mul(15).saturating_add(16).min(620);
    Note::new(text).add_author_prefix(false).set_font_size(9).set_width(430).set_height(height)
}

/// What a cell shows when one enters it, and refuses.
fn validation(column: &Column<'_>, lists: &[List<'_>]) -> Option<DataValidation> {
    let field = column.field;
    let list = column.list.and_then(|wanted| lists.iter().find(|list| list.vocabulary.name == wanted.name));
    let message = match list {
        Some(list) => of_list(column, list),
        None => of_text(column)?,
    };
    let base = DataValidation::new();
    let base = match (list, field.max_length.and_then(|most| u32::try_from(most).ok())) {
        (Some(list), _) => listed(base.allow_list_formula(Formula::new(list.range())), column, list),
        // Spreadsheets count some signs twice: they may warn, not refuse.
        (None, Some(most)) if !field.multiple => alarm(
            base.allow_text_length(DataValidationRule::LessThanOrEqualTo(most)),
            DataValidationErrorStyle::Warning,
            "Texte trop long",
            &format!(
                "Cette case prend {} au plus, espaces compris. Voulez-vous garder ce texte quand même\u{a0}?",
                counted(most, "caractère", "caractères")
            ),
        ),
        _ => base.allow_any_value(),
    };
    let titled = base.set_input_title(within(&plain(&field.title), TITLE)).expect("cut to what fits");
    Some(titled.set_input_message(within(&message, MESSAGE)).expect("cut to what fits"))
}

/// A list refuses nothing where several values may stand, where others are allowed, and where spreadsheets cannot tell.
fn listed(validation: DataValidation, column: &Column<'_>, list: &List<'_>) -> DataValidation {
    if column.field.multiple {
        return validation.set_error_style(DataValidationErrorStyle::Information).show_error_message(false);
    }
    if list.vocabulary.level == Level::Recommendation {
        let message = "Cette valeur n'est pas dans la liste conseillée. Elle est permise\u{a0}: vérifiez-la, puis gardez-la.";
        return alarm(validation, DataValidationErrorStyle::Information, "Valeur hors de la liste", message);
    }
    let message = format!(
        "Cette case ne prend qu'une valeur de la liste. Choisissez-la avec la flèche, ou recopiez-la depuis la feuille «\u{a0}{VALUES}\u{a0}»."
    );
    alarm(validation, DataValidationErrorStyle::Stop, "Valeur inconnue", &message)
}

fn alarm(validation: DataValidation, style: DataValidationErrorStyle, title: &str, message: &str) -> DataValidation {
    let validation = validation.set_error_style(style).set_error_title(title).expect("a short title");
    validation.set_error_message(message).expect("a short message")
}

/// How to use a list, with two of its values put together when they are short.
fn of_list(column: &Column<'_>, list: &List<'_>) -> String {
    if !column.field.multiple {
        let defined = list.vocabulary.values.iter().any(|value| !value.definition.is_empty());
        let more = format!(" Le sens de chacune est dans la feuille «\u{a0}{VALUES}\u{a0}».");
        return format!("Choisissez une valeur avec la flèche.{}", if defined { more.as_str() } else { "" });
    }
    let separator = column.separator;
    let message = format!(
        "La flèche donne une valeur. Pour en mettre plusieurs, recopiez-les depuis la feuille «\u{a0}{VALUES}\u{a0}» et séparez-les par {separator} sans espace."
    );
    let two: Vec<&str> = list.vocabulary.labels().take(2).collect();
    let longer = format!("{message} Exemple\u{a0}: {}", two.join(&separator.to_string()));
    if two.len() == 2 && longer.encode_utf16().count() <= MESSAGE { longer } else { message }
}

/// What is asked of a text; nothing when any will do.
fn of_text(column: &Column<'_>) -> Option<String> {
    let several = column.field.multiple.then(|| format!("Plusieurs valeurs possibles, séparées par {}.", column.separator));
    let asked = (!column.demands.is_empty()).then(|| format!("Il faut\u{a0}: {}.", plain(&column.demands)));
    if several.is_none() && asked.is_none() {
        return None;
    }
    let example = (!column.example.is_empty()).then(|| format!("Exemple\u{a0}: {}", column.example));
    let short: Vec<String> = several.into_iter().chain(asked).chain(example).collect();
    let whole = short.join("\n");
    let more = format!("{}\nLa suite est dans la feuille «\u{a0}{HELP}\u{a0}».", within(&whole, MESSAGE - 40));
    Some(if whole.encode_utf16().count() <= MESSAGE { whole } else { more })
}
