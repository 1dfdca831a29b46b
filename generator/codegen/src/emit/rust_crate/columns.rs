//! Columns: their names, what they are, and the passage between a place and a row.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use standard_mediation_model::{Field, Limit, Standard};
use syn::{Fields, Ident, Item};

use super::schema;

/// The items of the module of columns, given the struct of a place.
pub(super) fn items(standard: &Standard, place: &Item) -> Vec<Item> {
    let names: Vec<&str> = standard.fields.iter().map(|field| field.name.as_str()).collect();
    let count = names.len();
    let idents = idents(place);
    let separator = standard.dialect.list_separator;
    let described = standard.fields.iter().map(|field: &Field| {
        let Field { name, title, required, multiple, .. } = field;
        quote!(Champ { nom: #name, titre: #title, obligatoire: #required, multiple: #multiple })
    });
    let read = standard.fields.iter().zip(&idents).map(|(field, ident)| {
        let (name, sign) = (&field.name, sign(field));
        let read = quote!(champ(#name, case(#name), #sign, &mut erreurs));
        let read = match (schema::bounds(field), field.multiple && field.required) {
            (Some(_), _) => {
                let limits = limits(&field.name);
                quote!({ let lu = #read; borne(#name, lu, &#limits, &mut erreurs) })
            }
            (None, true) => quote!({ let lu = #read; rempli(#name, lu, &mut erreurs) }),
            (None, false) => read,
        };
        quote!(let #ident = #read;)
    });
    let written = standard.fields.iter().zip(&idents).map(|(field, ident)| {
        let sign = sign(field);
        quote!(self.#ident.ecrire(#sign))
    });
    let (missing, missing_count) = (&standard.dialect.missing_values, standard.dialect.missing_values.len());
    let bounded: Vec<&Field> = standard.fields.iter().filter(|field| schema::bounds(field).is_some()).collect();
    let mut used = vec![quote!(Cellule), quote!(champ)];
    used.extend(standard.fields.iter().any(|field| field.multiple && field.required).then(|| quote!(rempli)));
    if !bounded.is_empty() {
        used.extend([quote!(Bornes), quote!(Mesure), quote!(borne), quote!(bornee)]);
    }
    let mut items: Vec<Item> = vec![
        syn::parse_quote!(
            use crate::cellule::{#(#used),*};
        ),
        syn::parse_quote!(
            use crate::{Erreur, Lieu};
        ),
        syn::parse_quote! {
            /// Le signe entre les valeurs d'une même case.
            pub const SEPARATEUR: char = #separator;
        },
        syn::parse_quote! {
            /// Les textes qui valent une case vide, en plus de la case vide.
            pub(crate) const MANQUANTES: [&str; #missing_count] = [#(#missing),*];
        },
        syn::parse_quote! {
            /// Les noms des colonnes, dans l'ordre du fichier.
            pub const COLONNES: [&str; #count] = [#(#names),*];
        },
        syn::parse_quote! {
            /// Un champ du standard.
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            #[non_exhaustive]
            pub struct Champ {
                /// Nom de la colonne.
                pub nom: &'static str,
                /// Titre pour les personnes.
                pub titre: &'static str,
                /// Vrai si la case doit être remplie.
                pub obligatoire: bool,
                /// Vrai si la case est une liste.
                pub multiple: bool,
            }
        },
        syn::parse_quote! {
            /// Les champs, dans l'ordre des colonnes.
            pub const CHAMPS: [Champ; #count] = [#(#described),*];
        },
        syn::parse_quote! {
            impl Lieu {
                /// Lit un lieu dans des cases : `case` donne le texte d'une colonne, ou `None` si elle est absente.
                ///
                /// # Errors
                /// Une erreur par case en défaut : toutes sont dites d'un coup.
                pub fn depuis_cases<'a>(case: impl Fn(&str) -> Option<&'a str>) -> Result<Self, Vec<Erreur>> {
                    let mut erreurs = Vec::new();
                    #(#read)*
                    let lieu = (|| Some(Self { #(#idents: #idents?),* }))();
                    lieu.ok_or(erreurs)
                }

                /// Les cases du lieu, dans l'ordre des colonnes ; une case vide est un texte vide.
                #[must_use]
                pub fn cases(&self) -> [String; #count] {
                    [#(#written),*]
                }
            }
        },
    ];
    items.extend(bounded.into_iter().flat_map(within));
    items
}

/// The bounds of a field, and the reading of a value of JSON that is held to them.
fn within(field: &Field) -> Vec<Item> {
    let Some(bounds) = schema::bounds(field) else { return Vec::new() };
    let limit = |limit: Option<Limit>| {
        let text = limit.map(|limit| limit.to_string());
        text.map_or_else(|| quote!(None), |text| quote!(Some(#text)))
    };
    let (minimum, maximum, words) = (limit(bounds.minimum), limit(bounds.maximum), bounds.in_words());
    let (limits, reader) = (limits(&field.name), format_ident!("lire_{}", suffix(&field.name)));
    let doc = format!(" Lit « {} » dans ses bornes.", field.name);
    vec![
        syn::parse_quote!(const #limits: Bornes = Bornes { minimum: #minimum, maximum: #maximum, attendu: #words };),
        syn::parse_quote! {
            #[doc = #doc]
            pub(crate) fn #reader<'de, D, T>(entree: D) -> Result<T, D::Error>
            where
                D: serde::Deserializer<'de>,
                T: serde::Deserialize<'de> + Cellule + Mesure,
            {
                bornee(entree, &#limits)
            }
        },
    ]
}

/// The path of the function that reads a bounded field.
pub(super) fn reader(name: &str) -> String {
    format!("crate::colonnes::lire_{}", suffix(name))
}

fn limits(name: &str) -> Ident {
    format_ident!("BORNES_{}", suffix(name).to_ascii_uppercase())
}

/// A name as the end of an identifier.
fn suffix(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect()
}

/// The sign between the values of a field.
fn sign(field: &Field) -> TokenStream {
    field.separator.map_or_else(|| quote!(SEPARATEUR), |sign| quote!(#sign))
}

fn idents(place: &Item) -> Vec<Ident> {
    match place {
        Item::Struct(item) => match &item.fields {
            Fields::Named(fields) => fields.named.iter().filter_map(|field| field.ident.clone()).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
