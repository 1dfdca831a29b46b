//! `lieu`: the interface of a row.

use standard_mediation_model::{Field, Kind, Level, Standard};

use super::names::{self, Named};
use super::script::{doc, key};
use crate::emit::cell_form::{self, Native};
use crate::emit::words;

/// The interface, its fields in the order of columns.
pub(super) fn declarations(standard: &Standard) -> String {
    let names = names::all(standard);
    let used = |named: &&Named<'_>| {
        let mut fields = standard.fields.iter().filter(|field| field.kind != Kind::Array);
        fields.any(|field| field.vocabulary.as_ref() == Some(&named.vocabulary.name))
    };
    let imported: Vec<&str> = names.iter().filter(used).map(|named| named.labels.as_str()).collect();
    let mut out = String::new();
    if !imported.is_empty() {
        out.push_str(&format!("import type {{\n  {},\n}} from \"./listes.js\";\n\n", imported.join(",\n  ")));
    }
    out.push_str("/** Un lieu de médiation numérique, dans l'ordre des colonnes du standard. Une case vide est absente. */\n");
    let properties: Vec<String> = standard.fields.iter().map(|field| property(standard, &names, field)).collect();
    out.push_str(&format!("export interface Lieu {{\n{}}}\n\n", properties.join("\n")));
    out + "/** Le nom d'une colonne. */\nexport type Colonne = keyof Lieu;\n"
}

fn property(standard: &Standard, names: &[Named<'_>], field: &Field) -> String {
    let asked = words::asked(standard, field, false).join("\u{a0}; ");
    let asked = if asked.is_empty() { asked } else { format!("Il faut {asked}.") };
    let doc = doc(2, &[&field.title, &field.description, field.usage.as_deref().unwrap_or_default(), &asked]);
    let one = value(standard, names, field);
    let many = if field.multiple { format!("readonly {one}[]") } else { one };
    let name = key(&field.name);
    if field.required { format!("{doc}  {name}: {many};\n") } else { format!("{doc}  {name}?: {many} | undefined;\n") }
}

fn value(standard: &Standard, names: &[Named<'_>], field: &Field) -> String {
    let listed = standard.vocabulary_of(field).filter(|_| field.kind != Kind::Array);
    if let Some((vocabulary, named)) = listed.and_then(|vocabulary| Some((vocabulary, names::find(names, vocabulary)?))) {
        return match vocabulary.level {
            Level::Blocking => named.labels.clone(),
            // Any text will do; editors still offer the values.
            Level::Recommendation => format!("({} | (string & {{}}))", named.labels),
        };
    }
    match cell_form::native(field) {
        Some(Native::Number | Native::Integer) => "number",
        Some(Native::Boolean) => "boolean",
        None => "string",
    }
    .to_owned()
}
