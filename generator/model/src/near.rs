//! The value of a vocabulary that a text is most like, asked again and again: a file says the same wrong thing in many rows,
//! and the same cell is looked at to be told of, then to be mended.
//!
//! In: texts. Out: what [`crate::hint`] finds, remembered for some of them. What is remembered is bounded, a place being taken by
//! the last text that comes to it, and never changes the outcome: it depends on nothing but the vocabulary and the text.

use std::sync::Mutex;

use crate::{Vocabulary, fnv, hint};

/// A vocabulary, ready to be searched. Shared by threads.
pub(crate) struct Near<'a> {
    vocabulary: &'a Vocabulary,
    /// The labels, folded.
    folded: Vec<String>,
    /// Texts, and the ranks of the values nearest to them.
    known: Mutex<Vec<(Box<str>, Option<usize>)>>,
}

/// Number of texts remembered.
const KEPT: usize = 64;
/// Bytes of a text; longer ones are compared each time.
const LONGEST: usize = 256;

impl<'a> Near<'a> {
    /// Prepares a vocabulary.
    pub(crate) fn new(vocabulary: &'a Vocabulary) -> Self {
        Self { vocabulary, folded: vocabulary.labels().map(hint::folded).collect(), known: Mutex::default() }
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
        let rank = hint::rank_of_nearest(text, &self.folded);
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
