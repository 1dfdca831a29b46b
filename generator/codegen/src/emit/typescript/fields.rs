//! `champs`: what blocks in each column, as data that the fixed modules read.

use standard_mediation_model::{Field, Level, Limit, Standard, pattern};

use super::names::{self, Named};
use super::script::{array, literal, properties};
use crate::emit::cell_form::{self, Native};

/// The data.
pub(super) fn module(standard: &Standard) -> String {
    let names = names::all(standard);
    let mut out = String::new();
    let listed = |named: &&Named<'_>| standard.fields.iter().any(|field| is_of(field, named));
    let imported: Vec<&str> = names.iter().filter(listed).map(|named| named.constant.as_str()).collect();
    if !imported.is_empty() {
        out.push_str(&format!("import {{\n  {},\n}} from \"./listes.js\";\n\n", imported.join(",\n  ")));
    }
    let described: String = standard.fields.iter().map(|field| described(standard, &names, field)).collect();
    let keys: Vec<String> = keys(standard).iter().map(array).collect();
    let dialect = &standard.dialect;
    let format = properties(
        2,
        &[
            ("separateur", literal(&dialect.delimiter.to_string())),
            ("guillemet", literal(&dialect.quote.to_string())),
            ("manquantes", array(&dialect.missing_values)),
        ],
    );
    out + &format!(
        "export const VERSION = {};\n\n\
         /** @type {{import(\"./champs.js\").Format}} */\n\
         export const FORMAT = {{\n{format}}};\n\n\
         export const COLONNES = /** @type {{const}} */ ({});\n\n\
         export const CLES = {};\n\n\
         /** @type {{readonly import(\"./types.js\").Champ[]}} */\n\
         export const CHAMPS = [\n{described}];\n",
        literal(&standard.identity.version.to_string()),
        array(standard.fields.iter().map(|field| &field.name)),
        format_args!("/** @type {{readonly (readonly string[])[]}} */ ([{}])", keys.join(", ")),
    )
}

/// Their types.
pub(super) fn declarations(standard: &Standard) -> String {
    let text = include_str!("../../../../../templates/typescript/champs.d.ts");
    text.replace("\"VERSION\"", &literal(&standard.identity.version.to_string()))
        .replace("[\"COLONNES\"]", &array(standard.fields.iter().map(|field| &field.name)))
}

fn is_of(field: &Field, named: &Named<'_>) -> bool {
    field.vocabulary.as_ref() == Some(&named.vocabulary.name)
}

/// The names of the fields of which, alone or together, no two rows share the content.
fn keys(standard: &Standard) -> Vec<Vec<String>> {
    let unique = standard.fields.iter().filter(|field| field.unique).map(|field| vec![field.name.clone()]);
    let mut keys: Vec<Vec<String>> = unique.collect();
    if !standard.primary_key.is_empty() && !keys.contains(&standard.primary_key) {
        keys.push(standard.primary_key.clone());
    }
    keys
}

fn described(standard: &Standard, names: &[Named<'_>], field: &Field) -> String {
    let held = match cell_form::native(field) {
        Some(Native::Number | Native::Integer) => "nombre",
        Some(Native::Boolean) => "booleen",
        None => "texte",
    };
    let mut said = vec![
        ("nom", literal(&field.name)),
        ("titre", literal(&field.title)),
        ("type", literal(field.kind.word())),
        ("tenue", literal(held)),
        ("obligatoire", field.required.to_string()),
    ];
    let mut add = |key, value: Option<String>| said.extend(value.map(|value| (key, value)));
    add("separateur", field.multiple.then(|| literal(&standard.separator_of(field).to_string())));
    add("format", field.format.as_deref().map(literal));
    add("decimale", field.decimal_sign.map(|sign| literal(&sign.to_string())));
    let form = field.kind.expression(field.format.as_deref(), field.truth.as_ref(), field.decimal_sign);
    add("forme", form.map(|form| literal(&pattern::anchored(&form))));
    add(
        "motif",
        cell_form::blocking_pattern(field).map(|asked| {
            let (form, words) = (literal(&pattern::anchored(&asked.expression)), literal(&asked.asked()));
            format!("{{ expression: {form}, enClair: {words} }}")
        }),
    );
    add("longueurMin", field.min_length.map(|min| min.to_string()));
    add("longueurMax", field.max_length.map(|max| max.to_string()));
    let bounds = field.bounds.filter(|bounds| bounds.level == Level::Blocking);
    add(
        "bornes",
        bounds.map(|bounds| {
            let end = |name, end: Option<Limit>| end.map(|end| format!("{name}: {}, ", limit(end))).unwrap_or_default();
            let ends = end("minimum", bounds.minimum) + &end("maximum", bounds.maximum);
            format!("{{ {ends}enClair: {} }}", literal(&bounds.in_words()))
        }),
    );
    let named = standard.vocabulary_of(field).and_then(|vocabulary| names::find(names, vocabulary));
    add(
        "liste",
        named.map(|named| {
            let (title, blocking) = (literal(&named.vocabulary.title), named.vocabulary.level == Level::Blocking);
            format!("{{ titre: {title}, valeurs: {}, bloquante: {blocking} }}", named.constant)
        }),
    );
    format!("  {{\n{}  }},\n", properties(4, &said))
}

fn limit(limit: Limit) -> String {
    match limit {
        Limit::Number(number) => number.to_string(),
        Limit::Day(day) => literal(&day.to_string()),
    }
}
