//! `listes`: what each vocabulary says of its values, by code; the union of its labels.
//!
//! ```ts
//! export type FraisACharge = "Gratuit" | "Payant";
//! export declare const FRAIS_A_CHARGE: { readonly gratuit: Valeur<"gratuit", "Gratuit"> };
//! ```

use standard_mediation_model::{Standard, Value};

use super::names::{self, Named};
use super::script::{array, doc, key, literal, properties, tag};

/// The values.
pub(super) fn module(standard: &Standard) -> String {
    let lists: Vec<String> = names::all(standard).iter().map(values).collect();
    // A module exports something, be it nothing.
    if lists.is_empty() { "export {};\n".to_owned() } else { lists.join("\n") }
}

/// Their types.
pub(super) fn declarations(standard: &Standard) -> String {
    let lists: Vec<String> = names::all(standard).iter().map(types).collect();
    if lists.is_empty() {
        return "export {};\n".to_owned();
    }
    format!("import type {{ Valeur }} from \"./types.js\";\n\n{}", lists.join("\n"))
}

fn values(named: &Named<'_>) -> String {
    let entry = |value: &Value| {
        let mut said = vec![
            ("code", literal(&value.code)),
            ("libelle", literal(&value.label)),
            ("definition", literal(&value.definition)),
            ("depuis", literal(&value.since.to_string())),
        ];
        said.extend(value.deprecated.map(|version| ("deprecie", literal(&version.to_string()))));
        said.extend(value.replaced_by.as_ref().map(|code| ("remplacePar", literal(code))));
        said.push(("alias", array(&value.aliases)));
        format!("  {}: {{\n{}  }},\n", key(&value.code), properties(4, &said))
    };
    let entries: String = named.vocabulary.values.iter().map(entry).collect();
    format!("export const {} = /** @type {{const}} */ ({{\n{entries}}});\n", named.constant)
}

fn types(named: &Named<'_>) -> String {
    let Named { vocabulary, labels, constant } = named;
    let entry = |value: &Value| {
        let (code, label) = (literal(&value.code), literal(&value.label));
        let instead = value.deprecated.map(|version| {
            let by = value.replaced_by.as_ref().and_then(|code| vocabulary.by_code(code));
            let by = by.map(|other| format!("\u{a0}: écrivez «\u{a0}{}\u{a0}»", other.label)).unwrap_or_default();
            tag("deprecated", &format!("Depuis la version {version}{by}."))
        });
        let doc = doc(2, &[&value.label, &value.definition, &instead.unwrap_or_default()]);
        format!("{doc}  readonly {}: Valeur<{code}, {label}>;\n", key(&value.code))
    };
    let entries: String = vocabulary.values.iter().map(entry).collect();
    let choices: Vec<String> = vocabulary.labels().map(|label| format!("\n  | {}", literal(label))).collect();
    let choices = if choices.is_empty() { " never".to_owned() } else { choices.concat() };
    let about = doc(0, &[&vocabulary.title, &vocabulary.description]);
    format!("{about}export type {labels} ={choices};\n\n{about}export declare const {constant}: {{\n{entries}}};\n")
}
