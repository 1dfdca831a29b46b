//! How a file becomes rows of texts, with their number as a spreadsheet counts.
//!
//! Columns of Parquet that have a type are written as a CSV of the standard would: lists joined, days as days, numbers
//! without exponent. Columns that are not there are empty; others are left aside.

use standard_mediation_model::{Field, Kind, Standard};

use super::super::{quoting, schema};
use super::ROW;

pub(super) fn text(standard: &Standard) -> String {
    let schema = schema(standard);
    let dialect = &standard.dialect;
    let sign = |sign: char| quoting::literal(&sign.to_string());
    let (quote, delimiter) = (sign(dialect.quote), sign(dialect.delimiter));
    // Everything is said, so that nothing is guessed from the first rows.
    let options =
        format!(", header = true, all_varchar = true, skip = 0, comment = '', quote = {quote}, escape = {quote}, delim = ");
    let empty: Vec<String> = standard.fields.iter().map(|field| format!("NULL AS {}", quoting::name(&field.name))).collect();
    let texts: Vec<String> = standard.fields.iter().map(|field| cell(standard, field)).collect();
    format!(
        "CREATE OR REPLACE MACRO {schema}.texte(valeur, separateur) AS CASE\n  \
         WHEN typeof(valeur) LIKE '%[]' THEN array_to_string(TRY_CAST(valeur AS VARCHAR[]), separateur)\n  \
         WHEN typeof(valeur) LIKE 'TIMESTAMP%' THEN strftime(TRY_CAST(CAST(valeur AS VARCHAR) AS TIMESTAMP), '%Y-%m-%dT%H:%M:%SZ')\n  \
         WHEN typeof(valeur) IN ('DOUBLE', 'FLOAT') AND CAST(valeur AS VARCHAR) LIKE '%e%'\n    \
         THEN rtrim(rtrim(format('{{:.17f}}', TRY_CAST(CAST(valeur AS VARCHAR) AS DOUBLE)), '0'), '.')\n  \
         ELSE CAST(valeur AS VARCHAR)\nEND;\n\n\
         CREATE OR REPLACE MACRO {schema}.json_ecrit(valeur) AS CASE\n  \
         WHEN typeof(valeur) IN ('VARCHAR', 'JSON') THEN CAST(valeur AS VARCHAR)\n  \
         ELSE CAST(to_json(valeur) AS VARCHAR)\nEND;\n\n\
         CREATE OR REPLACE MACRO {schema}.ouvrir(fichier, separateur := {delimiter}) AS TABLE\nSELECT * FROM query(\n  CASE WHEN lower(fichier) LIKE '%.parquet'\n    \
         THEN 'SELECT * FROM read_parquet(''' || replace(fichier, '''', '''''') || ''')'\n    \
         ELSE 'SELECT * FROM read_csv(''' || replace(fichier, '''', '''''') || '''{}''' || replace(separateur, '''', '''''') || ''')'\n  END\n);\n\
         COMMENT ON MACRO TABLE {schema}.ouvrir IS 'Un fichier CSV, en textes, ou Parquet, tel quel';\n\n\
         CREATE OR REPLACE MACRO {schema}.lire(fichier, separateur := {delimiter}) AS TABLE\nSELECT\n  {ROW},\n{}\nFROM (\n  \
         SELECT {}, NULL AS {ROW} WHERE false\n  UNION ALL BY NAME\n  \
         SELECT row_number() OVER () + 1 AS {ROW}, * FROM {schema}.ouvrir(fichier, separateur := separateur)\n) AS d;\n\
         COMMENT ON MACRO TABLE {schema}.lire IS 'Les lignes d''un fichier, en textes, avec leur numéro dans le tableur';\n",
        options.replace('\'', "''"),
        texts.join(",\n"),
        empty.join(", "),
    )
}

/// The text of a cell, as a CSV of the standard would have it.
fn cell(standard: &Standard, field: &Field) -> String {
    let schema = schema(standard);
    let (name, separator) = (quoting::name(&field.name), quoting::literal(&standard.separator_of(field).to_string()));
    let column = format!("d.{name}");
    let text = format!("{schema}.texte({column}, {separator})");
    let day = |format: &str| {
        format!(
            "CASE WHEN typeof({column}) = 'DATE' THEN strftime(TRY_CAST(CAST({column} AS VARCHAR) AS DATE), {}) ELSE {text} END",
            quoting::literal(format)
        )
    };
    let written = match (field.kind, field.format.as_deref()) {
        _ if field.multiple => text,
        (Kind::GeoJson | Kind::Object | Kind::Array, _) | (Kind::Point, Some("array" | "object")) => {
            format!("{schema}.json_ecrit({column})")
        }
        (Kind::Date, Some(format)) if format != "any" => day(format),
        (Kind::Number, _) => match field.decimal_sign.filter(|sign| *sign != '.') {
            Some(sign) => format!(
                "CASE WHEN typeof({column}) = 'VARCHAR' THEN {text} ELSE replace({text}, '.', {}) END",
                quoting::literal(&sign.to_string())
            ),
            None => text,
        },
        (Kind::Boolean, _) => match &field.truth {
            Some(truth) => {
                let word = |words: &[String]| quoting::literal(words.first().map_or("", String::as_str));
                format!(
                    "CASE WHEN typeof({column}) <> 'BOOLEAN' THEN {text} WHEN {text} = 'true' THEN {} WHEN {text} = 'false' THEN {} END",
                    word(&truth.yes),
                    word(&truth.no)
                )
            }
            None => text,
        },
        _ => text,
    };
    format!("  {written} AS {name}")
}
