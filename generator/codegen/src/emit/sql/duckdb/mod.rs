//! `duckdb.sql`: macros that check a file where it is, CSV or Parquet, without loading it.
//!
//! ```sql
//! SELECT * FROM standard_mediation_num.verifier('lieux.csv');
//! -- ligne | champ | partie | valeur | regle | message | aide
//! ```
//!
//! Everything is in a schema of its own, which the file may make again. Names are written with their schema: DuckDB looks
//! for them when a macro is called, not when it is made.

mod reading;

use standard_mediation_model::{CellRule, Field, Standard};

use super::faults::{self, Fault, Place, closed, column};
use super::{Dialect, demand, keys, missing, quoting, said, schema};

const DIALECT: Dialect = Dialect::DuckDb;

pub(super) fn text(standard: &Standard) -> String {
    let schema = schema(standard);
    let identity = &standard.identity;
    format!(
        "-- Fichier produit depuis le standard ; ne le modifiez pas à la main.\n\
         -- DuckDB 1.3 ou plus récent. Se charge autant de fois que l'on veut.\n\
         BEGIN TRANSACTION;\n\
         CREATE SCHEMA IF NOT EXISTS {schema};\n\n\
         CREATE OR REPLACE TABLE {schema}.standard AS SELECT {} AS nom, {} AS version, {} AS titre;\n\n\
         {}\n{}\n{}\nCOMMIT;\n",
        quoting::literal(&identity.name),
        quoting::literal(&identity.version.to_string()),
        quoting::literal(&identity.title),
        vocabularies(standard),
        reading::text(standard),
        check(standard),
    )
}

fn vocabularies(standard: &Standard) -> String {
    let schema = schema(standard);
    format!(
        "CREATE OR REPLACE TABLE {schema}.vocabulaires (\n  nom VARCHAR PRIMARY KEY,\n  titre VARCHAR NOT NULL,\n  \
         description VARCHAR NOT NULL,\n  ferme BOOLEAN NOT NULL\n);\n\
         COMMENT ON TABLE {schema}.vocabulaires IS 'Les listes de valeurs. Fermée : une autre valeur est refusée.';\n{}\n\
         CREATE OR REPLACE TABLE {schema}.valeurs (\n  vocabulaire VARCHAR NOT NULL,\n  rang BIGINT NOT NULL,\n  \
         code VARCHAR NOT NULL,\n  libelle VARCHAR NOT NULL,\n  definition VARCHAR NOT NULL,\n  depuis VARCHAR NOT NULL,\n  \
         deprecie VARCHAR,\n  remplace_par VARCHAR,\n  alias VARCHAR[] NOT NULL,\n  PRIMARY KEY (vocabulaire, code),\n  \
         UNIQUE (vocabulaire, libelle)\n);\n\
         COMMENT ON TABLE {schema}.valeurs IS 'Les valeurs de chaque liste. Le code ne change jamais ; le libellé est le texte \
         échangé dans les fichiers.';\n{}",
        super::vocabularies(DIALECT, standard),
        super::values(DIALECT, standard)
    )
}

/// The macro of diagnostics.
///
/// Rows where something is wrong are found first, in one reading of the file; only those are looked at rule by rule.
fn check(standard: &Standard) -> String {
    let schema = schema(standard);
    let faults = faults::all(DIALECT, standard);
    let mut branches: Vec<String> = required(standard).into_iter().collect();
    branches.extend(faults.iter().map(|fault| branch(standard, fault)));
    branches.extend(keys(standard).iter().map(|key| shared(standard, key)));
    if branches.is_empty() {
        branches.push("SELECT 0, '', 0, '', '', '', '' WHERE false".to_owned());
    }
    let suspect: Vec<String> = suspicions(standard, &faults).iter().map(|one| format!("({one})")).collect();
    let suspect = if suspect.is_empty() { "false".to_owned() } else { suspect.join("\n      OR ") };
    let delimiter = quoting::literal(&standard.dialect.delimiter.to_string());
    let filled = faults::not_blank(standard).map(|filled| format!("\n    AND {filled}")).unwrap_or_default();
    format!(
        "CREATE OR REPLACE MACRO {schema}.verifier(fichier, separateur := {delimiter}) AS TABLE\n\
         WITH entete AS MATERIALIZED (\n  SELECT list(column_name) AS presentes FROM (DESCRIBE SELECT * FROM {schema}.ouvrir(fichier, separateur := separateur))\n\
         ), suspectes AS MATERIALIZED (\n  SELECT d.*, e.presentes FROM {schema}.lire(fichier, separateur := separateur) AS d, entete AS e\n  WHERE (\n      \
         {suspect}\n    ){filled}\n), fautes (ligne, champ, partie, valeur, regle, message, aide) AS (\n{}\n)\n\
         SELECT * FROM fautes ORDER BY ligne;\n\
         COMMENT ON MACRO TABLE {schema}.verifier IS 'Ce qui bloque dans un fichier CSV ou Parquet : ligne du tableur (1 pour \
         l''en-tête), colonne, rang de la partie dans une liste, texte de la case, règle, ce qui ne va pas, quoi faire.';\n",
        branches.join("\nUNION ALL\n")
    )
}

/// Whether a row may have something wrong, field by field.
fn suspicions(standard: &Standard, faults: &[Fault<'_>]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for fault in faults {
        let condition = match &fault.place {
            Place::Row(broken) => row_condition(fault, broken),
            Place::Part { whole, .. } if closed(standard, fault.field).is_some() && fault.rule == "vocabulaire" => whole.clone(),
            // What is wrong with the list as a whole is known already.
            Place::Part { .. } if fault.rule == CellRule::EmptyPart.id() => match closed(standard, fault.field) {
                Some(_) => continue,
                None => format!("list_contains({}, '')", parts(standard, fault.field)),
            },
            Place::Part { .. } => continue,
        };
        out.push(condition);
    }
    for field in standard.fields.iter().filter(|field| field.multiple) {
        let demands = demand::all(DIALECT, standard, field, "partie");
        let is_decided = |rule: CellRule| rule == CellRule::Vocabulary && closed(standard, field).is_some();
        let wrong: Vec<String> =
            demands.iter().filter(|demand| !is_decided(demand.rule)).map(|demand| format!("NOT ({})", demand.holds)).collect();
        if !wrong.is_empty() {
            out.push(format!(
                "{} NOT IN ({}) AND len([partie FOR partie IN {} IF partie <> '' AND ({})]) > 0",
                column(field),
                missing(standard),
                parts(standard, field),
                wrong.join(" OR ")
            ));
        }
    }
    out
}

fn parts(standard: &Standard, field: &Field) -> String {
    DIALECT.split(&column(field), standard.separator_of(field))
}

/// A column that is not there is told once, not for each row.
fn row_condition(fault: &Fault<'_>, broken: &str) -> String {
    if fault.rule != CellRule::Required.id() {
        return broken.to_owned();
    }
    let present = presence(fault.field);
    format!("{broken} AND {present}")
}

fn presence(field: &Field) -> String {
    format!("list_contains(presentes, {})", quoting::literal(&field.name))
}

fn branch(standard: &Standard, fault: &Fault<'_>) -> String {
    let Fault { field, rule, message, help, place } = fault;
    let (name, column, rule) = (quoting::literal(&field.name), column(field), quoting::literal(rule));
    match place {
        Place::Row(broken) => format!(
            "  SELECT d.{ROW}, {name}, NULL, {column}, {rule}, {message}, {help}\n    FROM suspectes AS d WHERE {}",
            row_condition(fault, broken)
        ),
        // The rank of a part is said when there are several.
        Place::Part { whole, broken } => {
            let parts = parts(standard, field);
            format!(
                "  SELECT p.ligne, {name}, CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, {rule}, {message}, {help}\n    FROM (\
                 SELECT d.{ROW} AS ligne, {column} AS cellule, len({parts}) AS nombre, unnest({parts}) AS partie, \
                 generate_subscripts({parts}, 1) AS rang\n      FROM suspectes AS d WHERE {whole}) AS p\n    WHERE {broken}"
            )
        }
    }
}

/// Required columns that the file does not have.
fn required(standard: &Standard) -> Option<String> {
    let fields: Vec<String> = standard
        .fields
        .iter()
        .filter(|field| field.required)
        .map(|field| format!("({}, {})", quoting::literal(&field.name), quoting::literal(&field.title)))
        .collect();
    (!fields.is_empty()).then(|| {
        format!(
            "  SELECT 1::BIGINT, c.champ, NULL::BIGINT, NULL::VARCHAR, 'colonne-manquante',\n    \
             'il manque la colonne « ' || c.champ || ' » (' || c.titre || ')', 'ajoutez-la et remplissez-la : elle est obligatoire'\n    \
             FROM (VALUES {}) AS c (champ, titre), entete AS e WHERE NOT list_contains(e.presentes, c.champ)",
            fields.join(", ")
        )
    })
}

/// Rows that share what no two rows may share, from the second one on.
fn shared(standard: &Standard, key: &[&Field]) -> String {
    let schema = schema(standard);
    let columns: Vec<String> = key.iter().map(|field| column(field)).collect();
    let filled: Vec<String> = columns.iter().map(|column| format!("{column} NOT IN ({})", missing(standard))).collect();
    format!(
        "  SELECT k.ligne, {}, NULL, k.valeur, 'unique', {} || k.premiere, \
         'donnez à chaque lieu une valeur qui n''appartient qu''à lui'\n    FROM (\n      SELECT d.{ROW} AS ligne, {} AS valeur, \
         min(d.{ROW}) OVER (PARTITION BY {}) AS premiere\n      FROM {schema}.lire(fichier, separateur := separateur) AS d WHERE {}\n    ) AS k WHERE k.ligne > k.premiere",
        quoting::literal(&key[0].name),
        said("« ", "k.valeur", " » est déjà utilisé à la ligne "),
        columns.join(" || ', ' || "),
        columns.join(", "),
        filled.join(" AND "),
    )
}

/// The number of a row: a name that files do not have.
const ROW: &str = "\"_ligne du tableur_\"";
