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
    /// What the labels that are codes stand for, with their ranks.
    meanings: Vec<(usize, String)>,
}

impl Folded {
    fn new(vocabulary: &Vocabulary) -> Self {
        let is_code = |label: &str| !label.contains(char::is_lowercase);
        let codes = vocabulary.values.iter().enumerate().filter(|(_, value)| is_code(&value.label));
        let meanings = codes.map(|(rank, value)| (rank, hint::folded(&value.definition))).collect();
        Self { labels: vocabulary.labels().map(hint::folded).collect(), meanings }
    }

    /// The rank of the only code that stands for these words: what it means starts with them alone, or has them.
    fn rank_by_meaning(&self, text: &str) -> Option<usize> {
        if self.meanings.is_empty() || text.len() > LONGEST {
            return None;
        }
        let words = hint::folded(text);
        let only = |fits: &dyn Fn(&str) -> bool| {
            let mut fitting = self.meanings.iter().filter(|(_, meaning)| fits(meaning));
            fitting.next().filter(|_| fitting.next().is_none()).map(|(rank, _)| *rank)
        };
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let is_named = |meaning: &str| meaning.strip_prefix(&*words).is_some_and(|rest| rest.starts_with([',', '.', ':']));
        let has = |meaning: &str| {
            let is_apart = |at: usize| !meaning[..at].ends_with(char::is_alphanumeric) && ends(&meaning[at + words.len()..]);
            meaning.match_indices(&*words).any(|(at, _)| is_apart(at))
        };
        if words.len() < SHORTEST { None } else { only(&is_named).or_else(|| only(&has)) }
    }
}

/// Number of texts remembered.
const KEPT: usize = 64;
/// Bytes of the words that a meaning is looked through for; those of fewer letters are in many.
const SHORTEST: usize = 5;
/// Bytes of a text; longer ones are compared each time.
const LONGEST: usize = 256;

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
    }
}
