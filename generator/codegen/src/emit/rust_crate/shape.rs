//! A regular expression as a constant of the crate's own little matcher.
//!
//! ```text
//! [0-9]{5}  →  Forme::Fois(&Forme::Signe(&[('0', '9')]), 5, Some(5))
//! ```

use proc_macro2::TokenStream;
use quote::quote;
use regex_syntax::hir::{Class, Hir, HirKind};

/// The constant. An expression beyond the subset (which the sources refuse) takes any text: it must not refuse what it
/// does not understand.
pub(super) fn of(expression: &str) -> TokenStream {
    let any = quote!(Forme::Fois(&Forme::Signe(&[('\0', char::MAX)]), 0, None));
    regex_syntax::parse(expression).ok().and_then(|hir| form(&hir)).unwrap_or(any)
}

fn form(hir: &Hir) -> Option<TokenStream> {
    Some(match hir.kind() {
        HirKind::Empty => quote!(Forme::Suite(&[])),
        HirKind::Literal(literal) => {
            let signs = std::str::from_utf8(&literal.0).ok()?.chars().map(|c| quote!(Forme::Signe(&[(#c, #c)])));
            let signs: Vec<TokenStream> = signs.collect();
            match signs.as_slice() {
                [one] => one.clone(),
                signs => quote!(Forme::Suite(&[#(#signs),*])),
            }
        }
        HirKind::Class(Class::Unicode(class)) => {
            let ranges = class.ranges().iter().map(|range| {
                let (start, end) = (range.start(), range.end());
                quote!((#start, #end))
            });
            quote!(Forme::Signe(&[#(#ranges),*]))
        }
        HirKind::Class(Class::Bytes(_)) | HirKind::Look(_) => return None,
        HirKind::Repetition(repetition) => {
            let inner = form(&repetition.sub)?;
            let min = proc_macro2::Literal::u32_unsuffixed(repetition.min);
            let max = repetition.max.map(proc_macro2::Literal::u32_unsuffixed);
            let max = max.map_or_else(|| quote!(None), |max| quote!(Some(#max)));
            quote!(Forme::Fois(&#inner, #min, #max))
        }
        HirKind::Capture(capture) => form(&capture.sub)?,
        HirKind::Concat(parts) => {
            let parts = parts.iter().map(form).collect::<Option<Vec<_>>>()?;
            quote!(Forme::Suite(&[#(#parts),*]))
        }
        HirKind::Alternation(choices) => {
            let choices = choices.iter().map(form).collect::<Option<Vec<_>>>()?;
            quote!(Forme::Choix(&[#(#choices),*]))
        }
    })
}
