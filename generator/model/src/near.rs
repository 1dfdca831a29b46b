//! The value of a vocabulary that a text is most like, asked again and again: a file says the same wrong thing in many rows,
//! and the same cell is looked at to be told of, then to be mended.
//!
//! In: texts. Out: what [`crate::hint`] finds, remembered for some of them. What is remembered is bounded, a place being taken by
//! the last text that comes to it, and never changes the outcome: it depends on nothing but the vocabulary and the text.

use std::sync::{Mutex, OnceLock};

use crate::{Vocabulary, fnv, hint};

/// A vocabulary, ready to be searched. Shared by threads.
pub(crate) struct Near<'a> {
    vocabulary: &'a Vocabulary,
    /// Made for the first text that is no value: most files have few.
    folded: OnceLock<Folded>,
    /// Texts, and the ranks of the values nearest to them.
    known: Mutex<Vec<(Box<str>, Option<usize>)>>,
}

/// The texts of a vocabulary, folded.
struct Folded {
    labels: Vec<String>,
    /// What the labels that are codes stand for, one after the other, each at the end of a line.
    meanings: String,
    /// Where each line ends, and the rank of its value.
    ends: Vec<(usize, usize)>,
}

impl Folded {
    fn new(vocabulary: &Vocabulary) -> Self {
        let (mut meanings, mut ends) = (String::new(), Vec::new());
        let is_code = |label: &str| !label.contains(char::is_lowercase);
        for (rank, value) in vocabulary.values.iter().enumerate().filter(|(_, value)| is_code(&value.label)) {
            meanings.push('\n');
            meanings.push_str(&hint::folded(&value.definition));
            ends.push((meanings.len(), rank));
        }
        Self { labels: vocabulary.labels().map(hint::folded).collect(), meanings, ends }
    }

    /// The rank of the only code that stands for these words: what it means starts with them alone, or else has them.
    fn rank_by_meaning(&self, text: &str) -> Option<usize> {
        if self.meanings.is_empty() || text.len() > LONGEST {
            return None;
        }
        let words = hint::folded(text);
        if words.len() < SHORTEST {
            return None;
        }
        let (mut named, mut having) = (Only::default(), Only::default());
        for at in memchr::memmem::find_iter(self.meanings.as_bytes(), words.as_bytes()) {
            let (before, after) = (&self.meanings[..at], &self.meanings[at + words.len()..]);
            if before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric) {
                continue;
            }
            let rank = self.ends.get(self.ends.partition_point(|(end, _)| *end <= at)).map(|(_, rank)| *rank);
            having.add(rank);
            if before.ends_with('\n') && (after.starts_with([',', '.', ':']) || after.starts_with(" ou ")) {
                named.add(rank);
            }
        }
        named.0.or(having.0).flatten()
    }
}

/// A rank, as long as no other one comes; `Some(None)` then.
#[derive(Default)]
#[allow(clippy::option_option, reason = "none yet, one, or several")]
struct Only(Option<Option<usize>>);

impl Only {
    fn add(&mut self, rank: Option<usize>) {
        self.0 = Some(rank.filter(|_| self.0.is_none_or(|known| known == rank)));
    }
}

/// Number of texts remembered.
const KEPT: usize = 64;
/// Bytes of the words that a meaning is looked through for; those of fewer letters are in many.
const SHORTEST: usize = 5;
/// Bytes of a text that is remembered; longer ones are compared each time.
const LONGEST: usize = 256;
/// Bytes of a text that is compared: none that is longer says one value, and a cell may hold a mebibyte.
const MOST: usize = 4 << 10;

impl<'a> Near<'a> {
    /// Prepares a vocabulary.
    pub(crate) fn new(vocabulary: &'a Vocabulary) -> Self {
        Self { vocabulary, folded: OnceLock::new(), known: Mutex::default() }
    }

    /// The vocabulary.
    pub(crate) fn vocabulary(&self) -> &'a Vocabulary {
        self.vocabulary
    }

    /// The label of the value most like a text, when one is near enough.
    pub(crate) fn of(&self, text: &str) -> Option<&'a str> {
        if text.len() > MOST {
            return None;
        }
        let label = |rank: Option<usize>| rank.map(|rank| self.vocabulary.values[rank].label.as_str());
        // Another thread that looks here is not waited for: what it keeps is soon found again.
        if let Ok(known) = self.known.try_lock()
            && let Some((_, rank)) = known.get(place(text)).filter(|(known, _)| **known == *text && !text.is_empty())
        {
            return label(*rank);
        }
        let folded = self.folded.get_or_init(|| Folded::new(self.vocabulary));
        let rank = folded.rank_by_meaning(text).or_else(|| hint::rank_of_nearest(text, &folded.labels));
        self.keep(text, rank);
        label(rank)
    }

    fn keep(&self, text: &str, rank: Option<usize>) {
        if text.len() > LONGEST {
            return;
        }
        if let Ok(mut known) = self.known.try_lock() {
            if known.is_empty() {
                known.resize_with(KEPT, Default::default);
            }
            known[place(text)] = (text.into(), rank);
        }
    }
}

fn place(text: &str) -> usize {
    fnv::place(fnv::print(0, text.as_bytes()), KEPT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_by_what_it_means() {
        let value = |label: &str, definition: &str| serde_json::json!({ "code": label.to_lowercase(), "libelle": label, "definition": definition, "depuis": "1.0.0" });
        let vocabulary = serde_json::json!({
            "nom": "typologie", "titre": "Typologie", "description": "Ce que c'est.", "niveau": "bloquant",
            "valeurs": [
                value("ASSO", "Association, quand aucun code plus précis ne le dit."),
                value("AI", "Association intermédiaire, qui met à disposition des personnes."),
                value("BIB", "Bibliothèque ou médiathèque ouverte au public."),
                value("ASSO2", "Lieu qui n'est pas une bibliothèque."),
                value("MUNI", "Municipalité : mairie ou service d'une commune."),
                value("Autre", "Ni bibliothèque ni structure prévue."),
            ],
        });
        let vocabulary: Vocabulary = serde_json::from_value(vocabulary).expect("a vocabulary");
        let near = Near::new(&vocabulary);
        for (text, expected) in [
            ("Association", Some("ASSO")),
            ("association intermédiaire", Some("AI")),
            ("Bibliotheque", Some("BIB")),
            ("Médiathèque", Some("BIB")),
            ("Mairie", Some("MUNI")),
            ("personne", None),
            ("public", Some("BIB")),
            ("Médiathèques", None),
            ("prévue", None),
        ] {
            assert_eq!(near.of(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_remembered_is_what_is_found() {
        let vocabulary = serde_json::json!({
            "nom": "frais", "titre": "Frais", "description": "Ce que cela coûte.", "niveau": "bloquant",
            "valeurs": [
                { "code": "gratuit", "libelle": "Gratuit", "definition": "Rien à payer.", "depuis": "1.0.0" },
                { "code": "payant", "libelle": "Payant", "definition": "Un prix.", "depuis": "1.0.0" },
            ],
        });
        let vocabulary: Vocabulary = serde_json::from_value(vocabulary).expect("a vocabulary");
        let near = Near::new(&vocabulary);
        for rank in 0..1_000 {
            assert_eq!(near.of(&format!("Payan{}", "t".repeat(rank % 3))), Some("Payant"));
            assert_eq!(near.of(&format!("autre chose {}", rank % 500)), None);
            assert_eq!(near.of("gratuits"), Some("Gratuit"));
            assert_eq!(near.of(""), None);
        }
        // Of a text that goes on from a value, that value is told, unless there is far more of it than a cell should hold.
        let described = |length: usize| near.of(&format!("Payant : {}", "prix ".repeat(length / 5)));
        assert_eq!((described(4_000), described(5_000)), (Some("Payant"), None));
    }
}
