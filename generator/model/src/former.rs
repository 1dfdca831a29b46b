//! Values of versions past, in a column of the present one: files keep them long after, under a new header too.
//!
//! In: a standard with its migrations, and one of its fields. Out: for a text that was a value of that column, what it is
//! now, in words. Must not choose where a migration asks a person.

use std::collections::BTreeMap;

use crate::migration::{Arbitration, Fate, Target};
use crate::{Field, Standard, Version, hint};

/// The values that a column had and has no more, by folded text.
#[derive(Debug, Default)]
pub(crate) struct Formers<'a>(BTreeMap<String, Former<'a>>);

/// A value of a version past.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Former<'a> {
    /// The last version that has it.
    version: Version,
    now: Now<'a>,
}

/// What became of it.
#[derive(Debug, Clone, Copy)]
enum Now<'a> {
    /// A value of the same column.
    Here(&'a str),
    /// A value or a text of another column.
    There(&'a Target),
    /// What a person says.
    Asked(&'a Arbitration),
    Lost(&'a str),
}

impl<'a> Formers<'a> {
    /// The values that led to a field, and are none of it any more.
    pub(crate) fn of(standard: &'a Standard, field: &Field) -> Self {
        let Some(vocabulary) = standard.vocabulary_of(field) else { return Self::default() };
        let mut known: BTreeMap<String, Former<'a>> = BTreeMap::new();
        let is_present = |text: &str| vocabulary.labels().any(|label| hint::folded(label) == text);
        // The newest first: what an older one leads to may have changed since.
        for migration in standard.migrations.iter().rev() {
            let columns = migration.columns.iter().filter(|column| column.after.contains(&field.name));
            for change in columns.flat_map(|column| &column.values) {
                let Some(now) = Now::of(&change.fate, standard, field, &known) else { continue };
                for text in std::iter::once(&change.before.label).chain(&change.aliases).map(|text| hint::folded(text)) {
                    if !is_present(&text) {
                        known.entry(text).or_insert(Former { version: migration.before, now });
                    }
                }
            }
        }
        Self(known)
    }

    /// What a text was, when it was a value.
    pub(crate) fn get(&self, text: &str) -> Option<Former<'a>> {
        if self.0.is_empty() { None } else { self.0.get(&hint::folded(text)).copied() }
    }
}

impl<'a> Now<'a> {
    /// `None` when what it leads to is in no version that is known.
    fn of(fate: &'a Fate, standard: &'a Standard, field: &Field, known: &BTreeMap<String, Former<'a>>) -> Option<Self> {
        let target = match fate {
            Fate::Becomes(target) => target,
            Fate::Lost(why) => return Some(Self::Lost(why)),
            Fate::Asked(arbitration) => return Some(Self::Asked(arbitration)),
        };
        let column = standard.field(&target.column)?;
        let Some(word) = &target.value else { return Some(Self::There(target)) };
        let is_value = standard.vocabulary_of(column)?.by_label(&word.label).is_some();
        match (is_value, column.name == field.name) {
            (true, true) => Some(Self::Here(&word.label)),
            (true, false) => Some(Self::There(target)),
            (false, true) => known.get(&hint::folded(&word.label)).map(|former| former.now),
            (false, false) => None,
        }
    }
}

impl<'a> Former<'a> {
    /// The value of the same column that it became.
    pub(crate) fn value(&self) -> Option<&'a str> {
        if let Now::Here(label) = self.now { Some(label) } else { None }
    }

    /// What it became, and what to do of it.
    pub(crate) fn in_words(&self) -> String {
        let this = format!("cette valeur de la version {}", self.version);
        match self.now {
            Now::Here(label) => format!("{this} est devenue « {label} »"),
            Now::There(Target { column, value: Some(word) }) => {
                format!("{this} est devenue « {} », dans la colonne « {column} »", word.label)
            }
            Now::There(Target { column, value: None }) => format!("{this} va maintenant dans la colonne « {column} »"),
            Now::Asked(Arbitration { question, answers, .. }) => {
                let answers: Vec<String> = answers.iter().map(crate::migration::Answer::in_words).collect();
                format!("{this} n'a plus d'équivalent unique. {question} Au choix : {}", answers.join(" ; "))
            }
            Now::Lost(why) => format!("{this} n'existe plus. {}", why.trim_end_matches('.')),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standard() -> Standard {
        serde_json::from_str(include_str!("../../../generated/standard.json")).expect("a standard")
    }

    fn said(standard: &Standard, field: &str, text: &str) -> Option<(Option<String>, String)> {
        let formers = Formers::of(standard, standard.field(field).expect("a field"));
        formers.get(text).map(|former| (former.value().map(str::to_owned), former.in_words()))
    }

    #[test]
    fn a_value_of_the_past_says_what_it_became() {
        let standard = standard();
        let (value, words) = said(&standard, "services", "s’équiper en matériel informatique").expect("a former value");
        assert_eq!(value.as_deref(), Some("Acquisition de matériel informatique à prix solidaire"));
        assert!(words.starts_with("cette valeur de la version 0.1.1 est devenue"), "{words}");
        let (value, words) = said(&standard, "publics_specifiquement_adresses", "Surdité").expect("a former value");
        assert_eq!(value, None);
        assert!(words.ends_with("« Surdité », dans la colonne « prise_en_charge_specifique »"), "{words}");
        let (value, words) = said(&standard, "services", "Utiliser le numérique au quotidien").expect("a former value");
        assert!(value.is_none() && words.contains("Au choix : « "), "{words}");
        let (value, words) = said(&standard, "publics_specifiquement_adresses", "Adultes").expect("a former value");
        assert!(value.is_none() && words.contains("n'existe plus. La version 1 n'a pas"), "{words}");
        let (value, _) = said(&standard, "typologie", "PE").expect("a former value");
        assert_eq!(value.as_deref(), Some("FT"));
    }

    #[test]
    fn a_value_of_today_and_any_other_text_are_none() {
        let standard = standard();
        for (field, text) in [
            ("services", "Aide aux démarches administratives"),
            ("services", "Autre chose"),
            ("prise_en_charge_specifique", "Surdité"),
            ("nom", "Adultes"),
        ] {
            assert_eq!(said(&standard, field, text), None, "{field} {text}");
        }
    }
}
