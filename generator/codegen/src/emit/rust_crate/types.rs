//! `Lieu` and the vocabularies, through typify, then shaped for people.
//!
//! typify decides the types, what is optional, and how absence is written; the pass that follows puts fields back in
//! the order of columns, writes the French docs, drops the conversions that speak English, and leaves room for new
//! values (`#[non_exhaustive]`).

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use standard_mediation_model::{Field, Level, Limit, Standard, Vocabulary};
use syn::visit_mut::VisitMut;
use syn::{Attribute, Fields, Item, ItemEnum, ItemStruct, Path, Variant};
use typify::{TypeSpace, TypeSpaceImpl, TypeSpaceSettings};

use super::names::{ident, list_type, text_type, variant_name};
use super::{columns, schema};
use crate::emit::cell_form;

/// `Lieu`, then a type per vocabulary with the names of its variants by code.
pub(super) struct Types {
    pub(super) lieu: Item,
    pub(super) vocabularies: Vec<(ItemEnum, Vec<Variant>)>,
}

/// Makes the types.
pub(super) fn of(standard: &Standard) -> Types {
    let file = typified(standard);
    let mut lieu = None;
    let mut enums = Vec::new();
    for item in file.items {
        match item {
            Item::Struct(item) if item.ident == "Lieu" => lieu = Some(place(item, standard)),
            Item::Enum(item) => enums.push(item),
            _ => {}
        }
    }
    let vocabularies = standard.vocabularies.iter().map(|vocabulary| {
        let name = list_type(standard, vocabulary);
        let item = enums.iter().find(|item| item.ident == name).cloned();
        values(item.expect("typify makes an enum of each definition with an enum"), vocabulary)
    });
    let vocabularies = vocabularies.collect();
    Types { lieu: Item::Struct(lieu.expect("typify makes a struct of the root object")), vocabularies }
}

/// What typify makes of the schema made for it.
fn typified(standard: &Standard) -> syn::File {
    let mut settings = TypeSpaceSettings::default();
    settings.with_struct_builder(false);
    let ours = standard.fields.iter().filter(|field| schema::is_constrained(field)).map(|field| text_type(standard, field));
    for name in ours.chain(["TexteNonVide".to_owned(), "DateIso".to_owned()]) {
        settings.with_replacement(&name, &name, [TypeSpaceImpl::FromStr, TypeSpaceImpl::Display].into_iter());
    }
    let schema = serde_json::from_value(schema::of(standard)).expect("the schema made for typify is a schema");
    let mut types = TypeSpace::new(&settings);
    types.add_root_schema(schema).expect("the schema made for typify holds nothing that it refuses");
    syn::parse2(types.to_stream()).expect("typify writes Rust")
}

fn place(mut item: ItemStruct, standard: &Standard) -> ItemStruct {
    ShortPaths.visit_item_struct_mut(&mut item);
    item.attrs = vec![
        doc("Un lieu de médiation numérique, dans l'ordre des colonnes du standard."),
        attribute(quote!(#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)])),
    ];
    item.attrs.push(attribute(quote!(#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))])));
    if let Fields::Named(fields) = &mut item.fields {
        let mut ordered = Vec::new();
        let name =
            |field: &syn::Field| wire_name(&field.attrs, &field.ident.as_ref().map(ToString::to_string).unwrap_or_default());
        let mut found: BTreeMap<String, syn::Field> = fields.named.iter().map(|field| (name(field), field.clone())).collect();
        for field in &standard.fields {
            let mut found = found.remove(&field.name).expect("typify keeps every property");
            let renamed = found.ident.as_ref().is_some_and(|ident| *ident != field.name);
            found.attrs.clear();
            found.attrs.splice(0..0, docs(&[&field.title, &field.description]));
            if renamed {
                let name = &field.name;
                found.attrs.push(attribute(quote!(#[serde(rename = #name)])));
            }
            found.attrs.extend(field_attributes(field, &found.ty));
            ordered.push(found);
        }
        fields.named = ordered.into_iter().collect();
    }
    item
}

/// How absence is written, and what typify cannot say: no value twice in a list, and a schema where an optional field
/// may be absent but not null.
fn field_attributes(field: &Field, kind: &syn::Type) -> Vec<Attribute> {
    if field.multiple && field.required {
        return vec![
            attribute(quote!(#[serde(deserialize_with = "crate::cellule::liste_remplie")])),
            attribute(quote!(#[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true, "minItems" = 1)))])),
        ];
    }
    if field.multiple {
        let absent = quote!(default, skip_serializing_if = "Vec::is_empty",);
        return vec![
            attribute(quote!(#[serde(#absent deserialize_with = "crate::cellule::sans_doublon")])),
            attribute(quote!(#[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))])),
        ];
    }
    let bounds = schema::bounds(field);
    let limits = bounds.filter(|_| cell_form::native(field).is_some()).map(|bounds| {
        let limit = |key: &str, limit: Option<Limit>| match limit {
            Some(Limit::Number(number)) => Some(quote!(#key = #number)),
            _ => None,
        };
        let limits = [limit("minimum", bounds.minimum), limit("maximum", bounds.maximum)].into_iter().flatten();
        quote!(extend(#(#limits),*))
    });
    let reader = columns::reader(&field.name);
    let within = bounds.map(|_| quote!(deserialize_with = #reader));
    let mut out = Vec::new();
    let (absent, inner) = match optional(kind) {
        Some(inner) => (Some(quote!(default, skip_serializing_if = "Option::is_none")), Some(quote!(#inner).to_string())),
        None => (None, None),
    };
    let serde: Vec<TokenStream> = absent.into_iter().chain(within).collect();
    if !serde.is_empty() {
        out.push(attribute(quote!(#[serde(#(#serde),*)])));
    }
    let shown: Vec<TokenStream> = inner.map(|inner| quote!(with = #inner)).into_iter().chain(limits).collect();
    if !shown.is_empty() {
        out.push(attribute(quote!(#[cfg_attr(feature = "schemars", schemars(#(#shown),*))])));
    }
    out
}

/// `T` in `Option<T>`.
fn optional(kind: &syn::Type) -> Option<&syn::Type> {
    let syn::Type::Path(path) = kind else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == "Option")?;
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::Type(inner) => Some(inner),
        _ => None,
    })
}

fn values(mut item: ItemEnum, vocabulary: &Vocabulary) -> (ItemEnum, Vec<Variant>) {
    let open = vocabulary.level == Level::Recommendation;
    item.attrs = docs(&[&vocabulary.title, &vocabulary.description]);
    item.attrs.extend([derives(open), attribute(quote!(#[non_exhaustive]))]);
    if vocabulary.values.iter().any(|value| variant_name(&value.code).contains('_')) {
        let reason = "deux codes différents donnent toujours deux noms différents";
        item.attrs.push(attribute(quote!(#[allow(non_camel_case_types, reason = #reason)])));
    }
    let mut variants = Vec::new();
    let name = |variant: &Variant| wire_name(&variant.attrs, &variant.ident.to_string());
    let mut found: BTreeMap<String, Variant> = item.variants.iter().map(|variant| (name(variant), variant.clone())).collect();
    let mut taken = BTreeSet::new();
    for (rank, value) in vocabulary.values.iter().enumerate() {
        let mut variant = found.remove(&schema::key(rank)).expect("typify keeps every value");
        let mut name = variant_name(&value.code);
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        variant.ident = ident(&name);
        let label = format!("« {} »", value.label);
        variant.attrs = vec![doc(&if value.definition.is_empty() { label } else { format!("{label} : {}", value.definition) })];
        if let Some(version) = value.deprecated {
            let note = format!("dépréciée depuis la version {version}");
            variant.attrs.push(attribute(quote!(#[deprecated(note = #note)])));
        }
        variants.push(variant);
    }
    item.variants = variants.iter().cloned().collect();
    if open {
        let mut name = format_ident!("HorsListe");
        while variants.iter().any(|variant| variant.ident == name) {
            name = format_ident!("{name}_");
        }
        item.variants.push(syn::parse_quote! {
            /// Une valeur hors de la liste, gardée telle quelle : la liste n'est qu'un conseil.
            #name(String)
        });
    }
    (item, variants)
}

fn derives(open: bool) -> Attribute {
    if open {
        attribute(quote!(#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]))
    } else {
        attribute(quote!(#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]))
    }
}

/// The name under which serde knows a field or a variant.
fn wire_name(attributes: &[Attribute], ident: &str) -> String {
    let mut name = ident.trim_start_matches("r#").to_owned();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // Other keys of the attribute are passed over; their form is typify's business.
        let _ = attribute.parse_nested_meta(|meta| {
            let value = meta.value().and_then(syn::parse::ParseBuffer::parse::<syn::LitStr>);
            if meta.path.is_ident("rename") {
                name = value?.value();
            }
            Ok(())
        });
    }
    name
}

/// `::std::option::Option` → `Option`.
struct ShortPaths;

impl VisitMut for ShortPaths {
    fn visit_path_mut(&mut self, path: &mut Path) {
        let standard = path.segments.first().is_some_and(|segment| segment.ident == "std");
        let known =
            path.segments.last().is_some_and(|segment| ["Option", "Vec", "String"].iter().any(|name| segment.ident == name));
        if standard && known {
            path.leading_colon = None;
            path.segments = path.segments.last().cloned().into_iter().collect();
        }
        syn::visit_mut::visit_path_mut(self, path);
    }
}

/// `/// text`
pub(super) fn doc(text: &str) -> Attribute {
    let text = if text.is_empty() { String::new() } else { format!(" {}", documentation(text)) };
    // Built by hand: there are hundreds of them, and parsing each would cost more than all the rest of the crate.
    let value =
        syn::Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit: syn::Lit::Str(syn::LitStr::new(&text, Span::call_site())) });
    Attribute {
        pound_token: syn::token::Pound::default(),
        style: syn::AttrStyle::Outer,
        bracket_token: syn::token::Bracket::default(),
        meta: syn::Meta::NameValue(syn::MetaNameValue {
            path: format_ident!("doc").into(),
            eq_token: syn::token::Eq::default(),
            value,
        }),
    }
}

/// Title, blank line, description; only those that say something.
fn docs(texts: &[&str]) -> Vec<Attribute> {
    let said = texts.iter().filter(|text| !text.is_empty()).enumerate();
    said.flat_map(|(i, text)| if i == 0 { vec![doc(text)] } else { vec![doc(""), doc(text)] }).collect()
}

/// Prose for rustdoc, which reads Markdown: brackets would be links, angle brackets tags, addresses bare links.
fn documentation(text: &str) -> String {
    let escaped = crate::render::prose(text);
    let linked = |word: &str| {
        let address = word.trim_end_matches(['.', ',', ';', ')']);
        if address.starts_with("https://") || address.starts_with("http://") {
            format!("<{address}>{}", &word[address.len()..])
        } else {
            word.to_owned()
        }
    };
    escaped.split(' ').map(linked).collect::<Vec<_>>().join(" ")
}

fn attribute(tokens: TokenStream) -> Attribute {
    use syn::parse::Parser;
    let mut attributes = Attribute::parse_outer.parse2(tokens).expect("an attribute");
    attributes.remove(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::trial;

    #[test]
    fn a_near_duplicate_code_renames_no_other_variant() {
        let names = |standard: &Standard, vocabulary: &str| -> Vec<String> {
            let rank = standard.vocabularies.iter().position(|other| other.name == vocabulary).expect("a vocabulary");
            of(standard).vocabularies[rank].1.iter().map(|variant| variant.ident.to_string()).collect()
        };
        let mut standard = trial::standard();
        let before = names(&standard, "formations_labels");
        let list =
            standard.vocabularies.iter_mut().find(|vocabulary| vocabulary.name == "formations_labels").expect("a vocabulary");
        for code in ["ordi_30", "ordi3_0", "self", "self_"] {
            let mut value = list.values[0].clone();
            value.code = code.to_owned();
            value.label = format!("Autre {code}");
            list.values.insert(0, value);
        }
        let after = names(&standard, "formations_labels");
        assert_eq!(after[4..], before);
        assert_eq!(after.iter().collect::<BTreeSet<_>>().len(), after.len(), "{after:?}");
    }
}
