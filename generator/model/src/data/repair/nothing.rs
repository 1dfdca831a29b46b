//! Texts that say that there is nothing to say.

use crate::hint;

/// What people and programs write in a cell that they mean to leave empty, folded.
const NOTHING: [&str; 24] = [
    "/",
    "x",
    "?",
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
];

/// Whether a text stands for an empty cell.
pub(super) fn says_nothing(text: &str) -> bool {
    const LONGEST: usize = 20;
    let folded = if text.len() <= LONGEST { hint::folded(text) } else { return false };
    !folded.is_empty() && (folded.chars().all(|c| matches!(c, '-' | '.')) || NOTHING.contains(&folded.as_str()))
}

#[cfg(test)]
mod tests {
    use super::says_nothing;

    #[test]
    fn nothing_is_told_from_something() {
        for text in ["-", "--", "…", "NC", "Néant", "N/A", "Non renseigné", "NULL", "NaN", "x"] {
            assert!(says_nothing(text), "{text}");
        }
        for text in ["", "0", "Gratuit", "Aucune condition", "non", "N", "x2", "12-14"] {
            assert!(!says_nothing(text), "{text}");
        }
    }
}
