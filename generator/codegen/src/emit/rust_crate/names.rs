//! French names of the standard into Rust identifiers.

use proc_macro2::{Ident, Span};

/// Names that the crate already uses for itself.
const TAKEN: [&str; 20] = [
    "Lieu",
    "Erreur",
    "Defaut",
    "ErreurCsv",
    "DateIso",
    "TexteNonVide",
    "Champ",
    "Forme",
    "Cellule",
    "Vocabulaire",
    "String",
    "Option",
    "Vec",
    "Self",
    "Result",
    "Some",
    "None",
    "Ok",
    "Err",
    "Box",
];

/// `code_postal` → `CodePostal`; a name already taken gets a suffix.
pub(super) fn type_name(name: &str) -> String {
    let pascal: String = name.split(|c: char| !c.is_ascii_alphanumeric()).map(capitalised).collect();
    let pascal = if pascal.starts_with(|c: char| c.is_ascii_alphabetic()) { pascal } else { format!("X{pascal}") };
    if TAKEN.contains(&pascal.as_str()) { format!("{pascal}Valeur") } else { pascal }
}

/// An identifier of that name, raw when it is a keyword.
pub(super) fn ident(name: &str) -> Ident {
    syn::parse_str(name).unwrap_or_else(|_| {
        if matches!(name, "self" | "Self" | "super" | "crate" | "_" | "") {
            Ident::new(&format!("{name}_"), Span::call_site())
        } else {
            Ident::new_raw(name, Span::call_site())
        }
    })
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
}
