//! `rust/`: the crate `lieux-mediation-numerique`.
//!
//! In: the standard. Out: a crate that stands alone: types made by typify and shaped for people, vocabularies, columns,
//! and the fixed files that read and write them, which are templates in plain Rust. Must not decide what is valid: that
//! is said once, in the model.
//!
//! ```rust,ignore
//! pub struct Lieu {
//!     /// Identifiant unique local du lieu
//!     pub id: TexteNonVide,
//! }
//! ```

mod columns;
mod names;
mod schema;
mod shape;
mod texts;
mod types;
mod values;

use std::collections::BTreeSet;

use schema::Type;
use standard_mediation_model::Standard;
use syn::{File, Item};

use super::{json_schema, package};
use crate::Artifact;

/// Files that do not depend on the standard: path in the crate, content.
const FIXED: [(&str, &str); 10] = [
    ("src/erreur.rs", include_str!("../../../../../templates/rust/erreur.rs")),
    ("src/proche.rs", include_str!("../../../../../templates/rust/proche.rs")),
    ("src/date.rs", include_str!("../../../../../templates/rust/date.rs")),
    ("src/forme.rs", include_str!("../../../../../templates/rust/forme.rs")),
    ("src/cellule.rs", include_str!("../../../../../templates/rust/cellule.rs")),
    ("src/texte.rs", include_str!("../../../../../templates/rust/texte.rs")),
    ("src/vocabulaire.rs", include_str!("../../../../../templates/rust/vocabulaire.rs")),
    ("src/csv.rs", include_str!("../../../../../templates/rust/csv.rs")),
    ("src/json.rs", include_str!("../../../../../templates/rust/json.rs")),
    ("src/lib.rs", include_str!("../../../../../templates/rust/lib.rs")),
];

const OUTSIDE: [(&str, &str); 2] = [
    ("examples/lire.rs", include_str!("../../../../../templates/rust/exemple_lire.rs")),
    ("tests/schema.rs", include_str!("../../../../../templates/rust/schema_test.rs")),
];

/// Tests that fill a row with the examples of its fields.
const WITH_EXAMPLES: [(&str, &str); 1] = [("tests/fichiers.rs", include_str!("../../../../../templates/rust/fichiers_test.rs"))];

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let types = types::of(standard);
    let columns = columns::items(standard, &types.lieu);
    let mut vocabularies: Vec<Item> = vec![syn::parse_quote!(
        use crate::vocabulaire::{Vocabulaire, vocabulaire};
    )];
    for (vocabulary, (item, variants)) in standard.vocabularies.iter().zip(&types.vocabularies) {
        vocabularies.extend(values::items(vocabulary, item, variants));
    }
    if standard.vocabularies.is_empty() {
        vocabularies.clear();
    }
    let place: Vec<Item> = vec![
        syn::parse_quote!(
            use serde::{Deserialize, Serialize};
        ),
        imports(standard),
        types.lieu,
    ];
    let mut artifacts = vec![
        source("src/lieu.rs", "Un lieu.", place),
        source("src/listes.rs", "Les listes de valeurs.", vocabularies),
        source("src/textes.rs", "Les textes qui ont une forme ou une longueur.", texts::items(standard)),
        source("src/colonnes.rs", "Les colonnes d'un fichier.", columns),
        package::manifest("rust/Cargo.toml", include_str!("../../../../../templates/rust/Cargo.toml"), standard),
        package::readme("rust", standard),
    ];
    // The published schema of a place, to the byte, travels with the crate.
    artifacts.push(json_schema::place_file(standard, "rust/"));
    artifacts.extend(package::fixed("rust", &FIXED).chain(package::fixed("rust", &OUTSIDE)));
    if standard.fields.iter().all(|field| !field.required || !field.examples.is_empty()) {
        artifacts.extend(package::fixed("rust", &WITH_EXAMPLES));
    }
    artifacts
}

/// The types that a place is made of.
fn imports(standard: &Standard) -> Item {
    let names: BTreeSet<String> = standard
        .fields
        .iter()
        .filter_map(|field| match schema::type_of(standard, field) {
            Type::Vocabulary(name) | Type::Text(name) => Some(name),
            Type::Filled => Some("TexteNonVide".to_owned()),
            Type::Date => Some("DateIso".to_owned()),
            Type::Free | Type::Number | Type::Integer | Type::Boolean => None,
        })
        .collect();
    let names = names.iter().map(|name| names::ident(name));
    syn::parse_quote!(use crate::{#(#names),*};)
}

/// A source file: module doc, then items apart from one another, `use` lines together.
fn source(path: &str, doc: &str, items: Vec<Item>) -> Artifact {
    let mut text = format!("//! {doc}\n");
    let mut after_use = false;
    for item in items {
        let is_use = matches!(item, Item::Use(_));
        if !(is_use && after_use) {
            text.push('\n');
        }
        after_use = is_use;
        text.push_str(&prettyplease::unparse(&File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] }));
    }
    Artifact::text(format!("rust/{path}"), &text)
}
