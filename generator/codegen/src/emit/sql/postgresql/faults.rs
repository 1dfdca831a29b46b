//! The view of what blocks in the rows of a file, in the words of the engine.
//!
//! ```text
//! ligne | champ       | partie | valeur | regle | message                             | aide
//!     3 | code_postal |        | 1000   | motif | « 1000 » n'a pas la forme attendue  | il faut cinq chiffres, sans espace
//! ```

use standard_mediation_model::{Field, Standard};

use super::super::faults::{self, Fault, Place, column};
use super::super::{keys, missing, quoting, row_number, said};
use super::DIALECT;
use super::column::Storage;

/// What a database cannot hold and the standard allows.
const LIMIT: &str = "limite-de-la-base";

pub(super) fn text(standard: &Standard) -> String {
    let row = quoting::name(&row_number(standard));
    let faults = faults::all(DIALECT, standard);
    let mut of_row: Vec<String> = faults.iter().map(|fault| branch(standard, fault)).collect();
    of_row.extend(standard.fields.iter().filter_map(|field| too_long(standard, field)));
    let rows = match faults::not_blank(standard) {
        Some(filled) => format!("(SELECT * FROM depot AS d WHERE {filled})"),
        None => "depot".to_owned(),
    };
    let mut branches = Vec::new();
    if !of_row.is_empty() {
        branches.push(format!(
            "SELECT d.{row}, f.* FROM {rows} AS d CROSS JOIN LATERAL (\n  {}\n) AS f",
            of_row.join("\n  UNION ALL\n  ")
        ));
    }
    branches.extend(keys(standard).iter().map(|key| shared(standard, key)));
    if branches.is_empty() {
        branches.push("SELECT 0::bigint, '', 0::bigint, '', '', '', '' WHERE false".to_owned());
    }
    format!(
        "CREATE OR REPLACE VIEW fautes (ligne, champ, partie, valeur, regle, message, aide) AS\n{};\n\
         COMMENT ON VIEW fautes IS 'Ce qui bloque dans depot : ligne du tableur (1 pour l''en-tête), colonne, rang de la partie \
         dans une liste, texte de la case, règle, ce qui ne va pas, quoi faire.';\n",
        branches.join("\nUNION ALL\n")
    )
}

/// What is told of a row, after its number.
fn branch(standard: &Standard, fault: &Fault<'_>) -> String {
    let Fault { field, rule, message, help, place } = fault;
    let parts = DIALECT.split(&column(field), standard.separator_of(field));
    let (part, rest) = match place {
        Place::Row(broken) => ("NULL::bigint".to_owned(), format!("WHERE {broken}")),
        // The rank of a part is said when there are several.
        Place::Part { whole, broken } => (
            format!("CASE WHEN cardinality({parts}) > 1 THEN p.rang END"),
            format!("FROM unnest({parts}) WITH ORDINALITY AS p (partie, rang) WHERE {whole} AND {broken}"),
        ),
    };
    let (name, column, rule) = (quoting::literal(&field.name), column(field), quoting::literal(rule));
    format!("SELECT {name}, {part}, {column}, {rule}, {message}, {help}\n    {rest}")
}

/// A number with more digits than the column keeps.
fn too_long(standard: &Standard, field: &Field) -> Option<String> {
    let is_number = matches!(Storage::of(standard, field), Storage::Number | Storage::Integer);
    is_number.then(|| {
        let (name, column) = (quoting::literal(&field.name), column(field));
        format!(
            "SELECT {name}, NULL::bigint, {column}, '{LIMIT}', 'ce nombre a plus de mille caractères : la base ne peut pas le garder', \
             'écrivez un nombre plus court'\n    WHERE char_length({column}) > 1000"
        )
    })
}

/// Rows that share what no two rows may share, from the second one on; and keys that no index can hold.
fn shared(standard: &Standard, key: &[&Field]) -> String {
    let row = quoting::name(&row_number(standard));
    let columns: Vec<String> = key.iter().map(|field| column(field)).collect();
    let filled: Vec<String> = columns.iter().map(|column| format!("{column} NOT IN ({})", missing(standard))).collect();
    let name = quoting::literal(&key[0].name);
    let told = columns.join(" || ', ' || ");
    let size: Vec<String> = columns.iter().map(|column| format!("octet_length({column})")).collect();
    format!(
        "SELECT k.ligne, {name}, NULL, k.valeur, 'unique', {} || k.premiere, \
         'donnez à chaque lieu une valeur qui n''appartient qu''à lui'\n  \
         FROM (\n    SELECT d.{row}, {told}, min(d.{row}) OVER (PARTITION BY {})\n    FROM depot AS d WHERE {}\n  ) \
         AS k (ligne, valeur, premiere) WHERE k.ligne > k.premiere\n\
         UNION ALL\n\
         SELECT d.{row}, {name}, NULL, {told}, '{LIMIT}', 'ce texte est trop long pour être une clé de la base', \
         'écrivez un texte plus court'\n  FROM depot AS d WHERE {} > 2000",
        said("« ", "k.valeur", " » est déjà utilisé à la ligne "),
        columns.join(", "),
        filled.join(" AND "),
        size.join(" + "),
    )
}
