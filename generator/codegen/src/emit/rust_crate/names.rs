//! French names of the standard into Rust identifiers.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};
use standard_mediation_model::{Field, Standard, Vocabulary};

use super::schema::is_constrained;

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

/// The name of the type of a list of values.
pub(super) fn list_type(standard: &Standard, vocabulary: &Vocabulary) -> String {
    named(standard, Named::List(&vocabulary.name))
}

/// The name of the type of the texts of a field, which no list of values has.
pub(super) fn text_type(standard: &Standard, field: &Field) -> String {
    named(standard, Named::Text(&field.name))
}

/// What a type is made of.
#[derive(Clone, Copy, PartialEq)]
enum Named<'a> {
    List(&'a str),
    Text(&'a str),
}

/// Lists come first, then fields; whoever comes second gets a suffix.
fn named(standard: &Standard, wanted: Named<'_>) -> String {
    let lists = standard.vocabularies.iter().map(|vocabulary| (Named::List(&vocabulary.name), "Liste"));
    let texts = standard.fields.iter().filter(|field| is_constrained(field));
    let texts = texts.map(|field| (Named::Text(&field.name), "Texte"));
    let mut taken = BTreeSet::new();
    for (owner, suffix) in lists.chain(texts) {
        let (Named::List(name) | Named::Text(name)) = owner;
        let mut free = type_name(name);
        while !taken.insert(free.clone()) {
            free.push_str(suffix);
        }
        if owner == wanted {
            return free;
        }
    }
    let (Named::List(name) | Named::Text(name)) = wanted;
    type_name(name)
}

/// `code_postal` → `CodePostal`, `COLL_SIRET` → `CollSiret`; a name already taken gets a suffix. Each word has one capital,
/// which typify leaves as it is.
fn type_name(name: &str) -> String {
    let pascal: String = name.split(|c: char| !c.is_ascii_alphanumeric()).map(capitalised).collect();
    let pascal = if pascal.starts_with(|c: char| c.is_ascii_alphabetic()) { pascal } else { format!("X{pascal}") };
    if TAKEN.contains(&pascal.as_str()) { format!("{pascal}Valeur") } else { pascal }
}

/// `rdv_en_ligne` → `RdvEnLigne`. An underscore is kept unless a letter follows it (`ordi_3_0` → `Ordi_3_0`), so that two
/// codes never share a name and a new value renames no other.
pub(super) fn variant_name(code: &str) -> String {
    if code == "self" {
        // The one keyword that this can lead to; no other code starts with a small letter once named.
        return "self_".to_owned();
    }
    let mut name = String::new();
    let mut chars = code.chars().peekable();
    let mut raise = true;
    while let Some(c) = chars.next() {
        if c == '_' && chars.peek().is_some_and(char::is_ascii_lowercase) {
            raise = true;
        } else {
            name.push(if raise { c.to_ascii_uppercase() } else { c });
            raise = false;
        }
    }
    name
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
    chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + &chars.as_str().to_ascii_lowercase())
}
