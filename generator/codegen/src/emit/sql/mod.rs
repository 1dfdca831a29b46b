//! `sql/`: the standard for databases.
//!
//! In: the standard. Out: `postgresql.sql` (tables, constraints, diagnostics of a file), `duckdb.sql` (macros that check a
//! file where it is) and their README. Every blocking rule of a row and the uniqueness of keys; advice is left to the
//! engine. Must not decide what is valid: that is said once, in the model, and its words are repeated to the letter.
//!
//! ```sql
//! CREATE TABLE IF NOT EXISTS donnees (
//!   "id" text NOT NULL,
//!   "services" text[],
//!   CONSTRAINT "donnees_cle" PRIMARY KEY ("id")
//! );
//! ```

mod cross;
mod demand;
mod dialect;
mod duckdb;
mod expression;
mod faults;
mod kind;
mod postgresql;
mod quoting;
mod readme;

use dialect::Dialect;
use standard_mediation_model::{Field, Standard};

use crate::Artifact;

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    vec![
        Artifact::text("sql/postgresql.sql", &postgresql::text(standard)),
        Artifact::text("sql/duckdb.sql", &duckdb::text(standard)),
        Artifact::text("sql/README.md", &readme::text(standard)),
    ]
}

/// The name of the schema of the database that holds everything.
fn schema(standard: &Standard) -> String {
    quoting::plain(&standard.identity.name)
}

/// A sentence around what SQL gives.
fn said(before: &str, text: &str, after: &str) -> String {
    let before = (!before.is_empty()).then(|| quoting::literal(before));
    before.into_iter().chain([text.to_owned(), quoting::literal(after)]).collect::<Vec<_>>().join(" || ")
}

/// The fields, alone or together, of which two rows may not share the contents: unique fields, then the primary key.
fn keys(standard: &Standard) -> Vec<Vec<&Field>> {
    let mut keys: Vec<Vec<&Field>> = standard.fields.iter().filter(|field| field.unique).map(|field| vec![field]).collect();
    let primary: Vec<&Field> = standard.primary_key.iter().filter_map(|name| standard.field(name)).collect();
    if !primary.is_empty() && !keys.contains(&primary) {
        keys.push(primary);
    }
    keys
}

/// The texts that stand for an empty cell, the empty one first.
fn missing(standard: &Standard) -> String {
    quoting::literals([""].into_iter().chain(standard.dialect.missing_values.iter().map(String::as_str)))
}

/// The name of the column that holds the number of the row, as a spreadsheet counts: a name that no field has.
fn row_number(standard: &Standard) -> String {
    let is_free = |name: &String| standard.fields.iter().all(|field| !field.name.eq_ignore_ascii_case(name));
    // One name more than there are fields: one of them is free.
    let mut names = (0..=standard.fields.len()).map(|n| format!("ligne{}", "_".repeat(n)));
    names.find(is_free).unwrap_or_default()
}

/// The values of the vocabularies as rows: vocabulary, then code, label, definition, versions, code of the one to use
/// instead, other spellings.
fn values(dialect: Dialect, standard: &Standard) -> String {
    let optional = |text: Option<String>| text.map_or("NULL".to_owned(), |text| quoting::literal(&text));
    let mut out = String::new();
    for vocabulary in standard.vocabularies.iter().filter(|vocabulary| !vocabulary.values.is_empty()) {
        let rows = vocabulary.values.iter().map(|value| {
            format!(
                "  ({}, {}, {}, {}, {}, {}, {})",
                quoting::literal(&value.code),
                quoting::literal(&value.label),
                quoting::literal(&value.definition),
                quoting::literal(&value.since.to_string()),
                optional(value.deprecated.map(|version| version.to_string())),
                optional(value.replaced_by.clone()),
                dialect.list(value.aliases.iter().map(String::as_str)),
            )
        });
        out.push_str(&format!(
            "\nINSERT INTO {}valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)\n\
             SELECT {}, row_number() OVER (), * FROM (VALUES\n{}\n) AS v{};\n",
            dialect.prefix(standard),
            quoting::literal(&vocabulary.name),
            rows.collect::<Vec<_>>().join(",\n"),
            match dialect {
                Dialect::PostgreSql => {
                    "\nON CONFLICT (vocabulaire, code) DO UPDATE SET\n  rang = excluded.rang, libelle = excluded.libelle, \
                     definition = excluded.definition, depuis = excluded.depuis,\n  deprecie = excluded.deprecie, \
                     remplace_par = excluded.remplace_par, alias = excluded.alias"
                }
                Dialect::DuckDb => "",
            },
        ));
    }
    out
}

/// The vocabularies as rows: name, title, description, whether other values are refused.
fn vocabularies(dialect: Dialect, standard: &Standard) -> String {
    if standard.vocabularies.is_empty() {
        return String::new();
    }
    let rows = standard.vocabularies.iter().map(|vocabulary| {
        format!(
            "  ({}, {}, {}, {})",
            quoting::literal(&vocabulary.name),
            quoting::literal(&vocabulary.title),
            quoting::literal(&vocabulary.description),
            vocabulary.level == standard_mediation_model::Level::Blocking,
        )
    });
    format!(
        "INSERT INTO {}vocabulaires (nom, titre, description, ferme) VALUES\n{}{};\n",
        dialect.prefix(standard),
        rows.collect::<Vec<_>>().join(",\n"),
        match dialect {
            Dialect::PostgreSql => {
                "\nON CONFLICT (nom) DO UPDATE SET\n  titre = excluded.titre, description = excluded.description, \
                 ferme = excluded.ferme"
            }
            Dialect::DuckDb => "",
        }
    )
}

#[cfg(test)]
mod tests;
