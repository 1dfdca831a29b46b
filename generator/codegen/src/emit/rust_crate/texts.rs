//! Texts with a form or a length: one type per field.

use quote::quote;
use standard_mediation_model::count::counted;
use standard_mediation_model::{Field, Standard, pattern};
use syn::Item;

use super::names::{ident, text_type};
use super::types::doc;
use super::{schema, shape};
use crate::emit::{cell_form, words};

/// The items of the module of texts.
pub(super) fn items(standard: &Standard) -> Vec<Item> {
    let fields: Vec<&Field> = standard.fields.iter().filter(|field| schema::is_constrained(field)).collect();
    if fields.is_empty() {
        return Vec::new();
    }
    let mut items: Vec<Item> = vec![syn::parse_quote!(
        use crate::Defaut;
    )];
    if fields.iter().any(|field| cell_form::expression(standard, field).is_some()) {
        items.push(syn::parse_quote!(
            use crate::forme::Forme;
        ));
    }
    items.push(syn::parse_quote!(
        use crate::texte::texte;
    ));
    items.extend(fields.into_iter().flat_map(|field| text(standard, field)));
    items
}

/// The form of a field, and the same said to a person.
fn form(standard: &Standard, field: &Field) -> Option<(String, String)> {
    let words = match cell_form::blocking_pattern(field) {
        Some(pattern) => pattern.asked(),
        None => words::demands(standard, field).into_iter().next().map(|demand| demand.words).unwrap_or_default(),
    };
    cell_form::expression(standard, field).map(|expression| (expression, words))
}

fn text(standard: &Standard, field: &Field) -> Vec<Item> {
    let name = ident(&text_type(standard, field));
    let form = form(standard, field);
    let mut asked: Vec<String> = form.iter().map(|(_, words)| words.clone()).collect();
    asked.extend(field.min_length.map(|min| format!("au moins {}", counted(min, "caractère", "caractères"))));
    asked.extend(field.max_length.map(|max| format!("{} au plus", counted(max, "caractère", "caractères"))));
    let rule = format!("{} : {}.", field.title, asked.join(", "));
    let doc = doc(&rule);
    // A constant stands before statements.
    let mut constant = quote!();
    let mut checks = Vec::new();
    let mut schema = vec![quote!("type": "string")];
    if field.required {
        checks.push(quote!(if texte.is_empty() {
            return Err(Defaut::Vide);
        }));
        schema.push(quote!("minLength": 1));
    }
    if let Some(min) = field.min_length {
        checks.push(quote!(if texte.chars().count() < #min { return Err(Defaut::TropCourt { minimum: #min }); }));
        schema.retain(|entry| !entry.to_string().starts_with("\"minLength\""));
        schema.push(quote!("minLength": #min));
    }
    if let Some(max) = field.max_length {
        checks.push(quote!(if texte.chars().count() > #max { return Err(Defaut::Longueur { maximum: #max }); }));
        schema.push(quote!("maxLength": #max));
    }
    if let Some((expression, words)) = form {
        let (form, anchored) = (shape::of(&expression), pattern::anchored(&expression));
        constant = quote!(const FORME: Forme = #form;);
        checks.push(quote!(if !FORME.convient(texte) { return Err(Defaut::Forme { attendu: #words }); }));
        schema.push(quote!("pattern": #anchored));
    }
    vec![
        syn::parse_quote! {
            #doc
            #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct #name(String);
        },
        syn::parse_quote! {
            impl #name {
                fn controle(texte: &str) -> Result<(), Defaut> {
                    #constant
                    #(#checks)*
                    Ok(())
                }
            }
        },
        syn::parse_quote! {
            texte!(#name, { #(#schema),* });
        },
    ]
}
