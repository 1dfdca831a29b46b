//! Texts that say that there is nothing to say.
//!
//! In: the text of a cell. Out: what it stands for, when it stands for no content: a word of people and programs for an empty
//! cell, or what a spreadsheet shows in place of a result. Any of them may be a true name somewhere: whoever asks must say so,
//! and never empty the cell alone.

use crate::{Field, Kind, Standard, hint};

/// Why a text says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nothing {
    /// It stands for an empty cell.
    Empty,
    /// A spreadsheet had no result to show.
    Error,
}

/// What people and programs write in a cell that they mean to leave empty, folded.
const NOTHING: [&str; 34] = [
    "/",
    "nc",
    "n/c",
    "n.c.",
    "n.c",
    "na",
    "n/a",
    "nr",
    "neant",
    "aucun",
    "aucune",
    "rien",
    "sans objet",
    "so",
    "non renseigne",
    "non communique",
    "inconnu",
    "vide",
    "null",
    "none",
    "nan",
    "undefined",
    "tbd",
    "todo",
    "test",
    "a completer",
    "a renseigner",
    "a remplir",
    "a preciser",
    "a definir",
    "a confirmer",
    "a venir",
    "en attente",
    "en cours",
];

/// Bytes of a text beyond which it says something.
pub(crate) const LONGEST: usize = 20;

/// Why a text says nothing; `None` when it may say something.
pub(crate) fn nothing(text: &str) -> Option<Nothing> {
    if text.len() > LONGEST || text.is_empty() {
        return None;
    }
    if let Some(name) = text.strip_prefix('#') {
        return is_error(name).then_some(Nothing::Error);
    }
    let is_nothing = |text: &str| {
        let is_line = !text.is_empty() && text.bytes().all(|b| matches!(b, b'-' | b'.' | b'?' | b'*' | b'_' | b'x' | b'X'));
        is_line || NOTHING.iter().any(|word| word.eq_ignore_ascii_case(text))
    };
    // Most texts are told without being written again: of these words, those that have accents start with an n or an a.
    let is_empty = match text.trim_ascii() {
        "" => false,
        plain if plain.is_ascii() => is_nothing(plain),
        other => other.starts_with(['n', 'N', 'a', 'A', 'à', 'À', '…', '–', '—', '\u{a0}']) && is_nothing(&hint::folded(other)),
    };
    is_empty.then_some(Nothing::Empty)
}

impl Standard {
    /// Whether cells of a field are free texts, of which nothing else is asked than to say something: no list, no form, no
    /// check, and not what tells rows apart, which anyone names as they please.
    pub fn is_prose(&self, field: &Field) -> bool {
        let is_free = field.kind == Kind::Text && field.format.is_none() && field.pattern.is_none() && field.checks.is_empty();
        let is_key = field.unique || self.primary_key.contains(&field.name);
        is_free && !is_key && self.vocabulary_of(field).is_none()
    }
}

/// What follows the first sign of `#REF!`, `#N/A`, `#DIV/0!`, `#NOM?`, or of a column too narrow for its number.
fn is_error(name: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_uppercase() || matches!(b, b'/' | b'0' | b'_');
    let named = name.strip_suffix(['!', '?']).filter(|name| !name.is_empty() && name.bytes().all(is_letter));
    named.is_some() || name == "N/A" || name.len() > 1 && name.bytes().all(|b| b == b'#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_told_from_something() {
        for text in
            ["-", "--", "…", "NC", "Néant", "N/A", "Non renseigné", "NULL", "NaN", "x", " nc ", "?", "—", "XXX", "???", "***"]
        {
            assert_eq!(nothing(text), Some(Nothing::Empty), "{text}");
        }
        for text in ["à compléter", "À COMPLÉTER", "A compléter", "a\u{300} venir", "en cours", "Test"] {
            assert_eq!(nothing(text), Some(Nothing::Empty), "{text}");
        }
        for text in ["#REF!", "#N/A", "#DIV/0!", "#NOM?", "#VALEUR!", "#NAME?", "####"] {
            assert_eq!(nothing(text), Some(Nothing::Error), "{text}");
        }
        for text in [
            "",
            " ",
            "\u{a0}",
            "0",
            "Gratuit",
            "Aucune condition",
            "non",
            "N",
            "x2",
            "12-14",
            "#1",
            "#",
            "# 3",
            "#APTIC",
            "Né",
            "Y",
            "à deux pas",
            "Testé",
            "Xavier",
            "En cours de route",
        ] {
            assert_eq!(nothing(text), None, "{text}");
        }
    }

    /// What is told without being written again is what is told of the folded text.
    #[test]
    fn words_are_those_of_the_list_however_they_are_written() {
        for word in NOTHING {
            for text in [
                word.to_uppercase(),
                format!("{word} "),
                word.replace("neant", "Néant").replace("gne", "gné").replace("a ", "À "),
            ] {
                assert_eq!(nothing(&text), Some(Nothing::Empty), "{text}");
            }
        }
    }
}
