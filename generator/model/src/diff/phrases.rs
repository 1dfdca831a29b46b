//! Pieces of French that several differences share.

use super::FieldNames;
use crate::Field;
use crate::count::{counted, number};

/// What is true of a list of things, as `le titre et la description`; `None` when nothing is.
pub(super) fn named(things: &[(&str, bool)]) -> Option<String> {
    let named: Vec<String> = things.iter().filter(|(_, holds)| *holds).map(|(name, _)| (*name).to_owned()).collect();
    (!named.is_empty()).then(|| enumeration(&named))
}

/// `a, b et c`.
pub(super) fn enumeration(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} et {last}", first.join(", ")),
    }
}

fn characters(count: usize) -> String {
    counted(count, "caractère", "caractères")
}

/// How long a text may be; empty when nothing is asked.
pub(super) fn length(field: &Field) -> String {
    match (field.min_length, field.max_length) {
        (None, None) => String::new(),
        (Some(min), None) => format!("au moins {}", characters(min)),
        (None, Some(max)) => format!("{} au plus", characters(max)),
        (Some(min), Some(max)) if min == max => characters(min),
        (Some(min), Some(max)) => format!("de {} à {}", number(min), characters(max)),
    }
}

/// `la colonne « nom »`, `les colonnes « a » et « b »`; `le standard` for none.
pub(super) fn columns(fields: &[FieldNames]) -> String {
    let quoted: Vec<String> = fields.iter().map(|names| format!("« {} »", names.shown())).collect();
    match quoted.as_slice() {
        [] => "le standard".to_owned(),
        [one] => format!("la colonne {one}"),
        several => format!("les colonnes {}", enumeration(several)),
    }
}

/// A sign that people type, named when it does not show.
pub(super) fn sign(text: &str) -> String {
    match text {
        "\t" => "la tabulation".to_owned(),
        " " => "l'espace".to_owned(),
        text => format!("« {text} »"),
    }
}

/// The first letter in capital.
pub(super) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
