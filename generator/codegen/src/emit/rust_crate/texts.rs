//! Texts with a form or a length: one type per field.

use quote::quote;
use standard_mediation_model::{Field, Level, Standard, pattern};
use syn::Item;

use super::names::{ident, type_name};
use super::types::doc;
use super::{schema, shape};

/// The items of the module of texts.
pub(super) fn items(standard: &Standard) -> Vec<Item> {
    let fields: Vec<&Field> = standard.fields.iter().filter(|field| schema::is_constrained(field)).collect();
    if fields.is_empty() {
        return Vec::new();
    }
    let mut items: Vec<Item> = vec![syn::parse_quote!(
        use crate::Defaut;
    )];
    if fields.iter().any(|field| blocking_pattern(field).is_some()) {
        items.push(syn::parse_quote!(
            use crate::forme::Forme;
        ));
    }
    items.push(syn::parse_quote!(
        use crate::texte::texte;
    ));
    items.extend(fields.into_iter().flat_map(text));
    items
}

fn blocking_pattern(field: &Field) -> Option<&standard_mediation_model::Pattern> {
    field.pattern.as_ref().filter(|pattern| pattern.level == Level::Blocking)
}

fn text(field: &Field) -> Vec<Item> {
    let name = ident(&type_name(&field.name));
    let pattern = blocking_pattern(field);
    let rule = match (pattern, field.max_length) {
        (Some(pattern), Some(max)) => format!("{} : {}, {max} caractères au plus.", field.title, pattern.in_words),
        (Some(pattern), None) => format!("{} : {}.", field.title, pattern.in_words),
        (None, max) => format!("{} : {} caractères au plus.", field.title, max.unwrap_or_default()),
    };
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
    if let Some(max) = field.max_length {
        checks.push(quote!(if texte.chars().count() > #max { return Err(Defaut::Longueur { maximum: #max }); }));
        schema.push(quote!("maxLength": #max));
    }
    if let Some(pattern) = pattern {
        let (form, words, anchored) = (shape::of(&pattern.expression), &pattern.in_words, pattern::anchored(&pattern.expression));
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
