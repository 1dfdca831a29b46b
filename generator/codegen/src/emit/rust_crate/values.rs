//! What each vocabulary says of its values: code, label, definition, other spellings.

use quote::quote;
use standard_mediation_model::Vocabulary;
use syn::{Item, ItemEnum, Variant};

/// The items of one vocabulary.
pub(super) fn items(vocabulary: &Vocabulary, item: &ItemEnum, variants: &[Variant]) -> Vec<Item> {
    let name = &item.ident;
    let label_of_list = &vocabulary.name;
    let idents: Vec<_> = variants.iter().map(|variant| &variant.ident).collect();
    let codes = vocabulary.values.iter().map(|value| &value.code);
    let labels: Vec<_> = vocabulary.values.iter().map(|value| &value.label).collect();
    let definitions = vocabulary.values.iter().map(|value| &value.definition);
    // The fallback is the one variant that holds a text.
    let fallback = item.variants.iter().find(|variant| !variant.fields.is_empty()).map(|variant| &variant.ident);
    let (code_else, label_else, definition_else, outside) = match fallback {
        Some(fallback) => (
            quote!(, Self::#fallback(_) => "hors_liste"),
            quote!(, Self::#fallback(texte) => texte),
            quote!(, Self::#fallback(_) => "Valeur hors de la liste."),
            quote! {
                fn hors_liste(texte: &str) -> Option<Self> {
                    Some(Self::#fallback(texte.to_owned()))
                }
            },
        ),
        None => (quote!(), quote!(), quote!(), quote!()),
    };
    let aliased: Vec<_> = vocabulary.values.iter().zip(&idents).filter(|(value, _)| !value.aliases.is_empty()).collect();
    let alias_idents = aliased.iter().map(|(_, ident)| ident);
    let aliases = aliased.iter().map(|(value, _)| {
        let aliases = &value.aliases;
        quote!(&[#(#aliases),*])
    });
    let alias =
        if aliased.is_empty() { quote!(&[]) } else { quote!(match self { #(Self::#alias_idents => #aliases,)* _ => &[] }) };
    let deprecated = vocabulary.values.iter().any(|value| value.deprecated.is_some());
    let allow = deprecated.then(|| quote!(#[allow(deprecated, reason = "une valeur dépréciée se lit encore")]));
    let schema =
        if fallback.is_some() { quote!({ "type": "string" }) } else { quote!({ "type": "string", "enum": [#(#labels),*] }) };
    let name_text = name.to_string();
    vec![
        Item::Enum(item.clone()),
        syn::parse_quote! {
            #allow
            impl #name {
                /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
                pub const ALL: &'static [Self] = &[#(Self::#idents),*];

                /// L'identifiant stable, qui ne change jamais.
                #[must_use]
                pub const fn code(&self) -> &'static str {
                    match self { #(Self::#idents => #codes),* #code_else }
                }

                /// Le texte échangé dans les fichiers.
                #[must_use]
                pub fn libelle(&self) -> &str {
                    match self { #(Self::#idents => #labels),* #label_else }
                }

                /// Ce que la valeur veut dire.
                #[must_use]
                pub const fn definition(&self) -> &'static str {
                    match self { #(Self::#idents => #definitions),* #definition_else }
                }
            }
        },
        syn::parse_quote! {
            #allow
            impl Vocabulaire for #name {
                const NOM: &'static str = #label_of_list;
                const TOUTES: &'static [Self] = Self::ALL;

                fn texte(&self) -> &str {
                    self.libelle()
                }

                fn alias(&self) -> &'static [&'static str] {
                    #alias
                }

                #outside
            }
        },
        syn::parse_quote! {
            vocabulaire!(#name);
        },
        syn::parse_quote! {
            #[cfg(feature = "schemars")]
            impl schemars::JsonSchema for #name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    #name_text.into()
                }

                fn inline_schema() -> bool {
                    true
                }

                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    schemars::json_schema!(#schema)
                }
            }
        },
    ]
}
