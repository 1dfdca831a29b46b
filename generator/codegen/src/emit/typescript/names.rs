//! Names of vocabularies as those of types and constants.

use std::collections::BTreeSet;

use standard_mediation_model::{Standard, Vocabulary};

/// Names that the package gives itself.
const TYPES: [&str; 13] = [
    "Lieu",
    "Colonne",
    "Cases",
    "Valeur",
    "Liste",
    "Type",
    "Champ",
    "Regle",
    "Erreur",
    "ErreurDeFichier",
    "Lecture",
    "Fichier",
    "Libelle",
];
const CONSTANTS: [&str; 5] = ["COLONNES", "CHAMPS", "FORMAT", "CLES", "VERSION"];

/// The names of a vocabulary: `public_accueilli` → `PublicAccueilli`, `PUBLIC_ACCUEILLI`.
pub(super) struct Named<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    /// The type of its labels.
    pub(super) labels: String,
    /// The constant that holds its values.
    pub(super) constant: String,
}

/// The names of each vocabulary; whoever comes second gets a suffix.
pub(super) fn all<'a>(standard: &'a Standard) -> Vec<Named<'a>> {
    let mut types: BTreeSet<String> = TYPES.map(str::to_owned).into();
    let mut constants: BTreeSet<String> = CONSTANTS.map(str::to_owned).into();
    let named = |vocabulary: &'a Vocabulary| {
        let free = |mut name: String, suffix: &str, taken: &mut BTreeSet<String>| {
            while !taken.insert(name.clone()) {
                name.push_str(suffix);
            }
            name
        };
        let labels = free(pascal(&vocabulary.name), "Valeur", &mut types);
        let constant = free(capitals(&vocabulary.name), "_VALEURS", &mut constants);
        Named { vocabulary, labels, constant }
    };
    standard.vocabularies.iter().map(named).collect()
}

/// The names of the vocabulary of that name.
pub(super) fn find<'n, 'a>(names: &'n [Named<'a>], vocabulary: &Vocabulary) -> Option<&'n Named<'a>> {
    names.iter().find(|named| named.vocabulary.name == vocabulary.name)
}

fn pascal(name: &str) -> String {
    let capitalised = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
    };
    name.split(|c: char| !c.is_ascii_alphanumeric()).map(capitalised).collect()
}

fn capitals(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect()
}
