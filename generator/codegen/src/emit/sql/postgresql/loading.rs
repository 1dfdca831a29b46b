//! How a file comes in, as texts, and goes out.

use standard_mediation_model::Standard;

use super::super::{faults, keys, quoting, row_number, schema};
use super::{column, rows};

/// The table of texts, and the view that a CSV file is copied into.
///
/// The view has the columns of the file and no other, so that `COPY` needs no list; a trigger gives each row its number.
pub(super) fn entry(standard: &Standard) -> String {
    let row = quoting::name(&row_number(standard));
    let names: Vec<String> = standard.fields.iter().map(|field| quoting::name(&field.name)).collect();
    let columns = names.iter().map(|name| format!("  {name} text")).collect::<Vec<_>>().join(",\n");
    let new = names.iter().map(|name| format!("NEW.{name}")).collect::<Vec<_>>().join(", ");
    let names = names.join(", ");
    let body = quoting::dollars(&format!(
        "BEGIN\n  INSERT INTO {}.depot ({names})\n  VALUES ({new});\n  RETURN NEW;\nEND",
        schema(standard)
    ));
    format!(
        "CREATE TABLE IF NOT EXISTS depot (\n  {row} bigint GENERATED ALWAYS AS IDENTITY (START WITH 2) PRIMARY KEY,\n{columns}\n);\n\
         COMMENT ON TABLE depot IS 'Les lignes d''un fichier, en textes, avec leur numéro dans le tableur. \
         Avant un autre fichier : TRUNCATE depot RESTART IDENTITY.';\n\n\
         CREATE OR REPLACE VIEW csv_entrant AS SELECT {names} FROM depot;\n\
         COMMENT ON VIEW csv_entrant IS 'Les colonnes d''un fichier : COPY y verse un CSV, qui va dans depot.';\n\
         CREATE OR REPLACE FUNCTION deposer() RETURNS trigger\nLANGUAGE plpgsql AS {body};\n\
         CREATE OR REPLACE TRIGGER deposer INSTEAD OF INSERT ON csv_entrant FOR EACH ROW EXECUTE FUNCTION deposer();\n"
    )
}

/// What goes from texts to typed columns, and from there to the cells of a file.
pub(super) fn exit(standard: &Standard) -> String {
    let row = quoting::name(&row_number(standard));
    let named = |sql: String, name: &str| format!("  {sql} AS {name}");
    let names: Vec<String> = standard.fields.iter().map(|field| quoting::name(&field.name)).collect();
    let of_fields = || standard.fields.iter().zip(&names);
    let typed: Vec<String> =
        of_fields().map(|(field, name)| named(column::read(standard, field, &format!("d.{name}")), name)).collect();
    let texts: Vec<String> = of_fields().map(|(field, name)| named(column::write(standard, field, name), name)).collect();
    let filled = faults::not_blank(standard).map(|filled| format!("\nWHERE {filled}")).unwrap_or_default();
    let (columns, typed, texts) = (names.join(", "), typed.join(",\n"), texts.join(",\n"));
    format!(
        "CREATE OR REPLACE VIEW depot_lu AS SELECT\n  d.{row},\n{typed}\nFROM depot AS d{filled};\n\
         COMMENT ON VIEW depot_lu IS 'Les lignes de depot, chaque case dans le type de sa colonne ; rien où elle n''en est pas.';\n\n\
         CREATE OR REPLACE FUNCTION verser() RETURNS bigint LANGUAGE sql\nBEGIN ATOMIC\n  WITH versees AS (\n    \
         INSERT INTO donnees ({columns})\n    SELECT {columns}\n    FROM depot_lu AS d\n    \
         WHERE NOT EXISTS (SELECT FROM fautes AS f WHERE f.ligne = d.{row}){}\n    RETURNING 1\n  )\n  \
         SELECT count(*) FROM versees;\nEND;\n\
         COMMENT ON FUNCTION verser() IS 'Verse dans donnees les lignes de depot qui n''ont pas de faute, et dit combien. \
         Une ligne dont la clé y est déjà remplace l''ancienne.';\n\n\
         CREATE OR REPLACE VIEW csv_sortant AS SELECT\n{texts}\nFROM donnees;\n\
         COMMENT ON VIEW csv_sortant IS 'Les lignes de donnees, en textes, comme un fichier du standard les écrit.';\n",
        replacement(standard),
    )
}

/// What becomes of a row whose key is there already.
fn replacement(standard: &Standard) -> String {
    let key = keys(standard).into_iter().find(|key| rows::is_primary(standard, key));
    let Some(key) = key.filter(|key| key.iter().all(|field| field.required)) else { return String::new() };
    let names: Vec<String> = key.iter().map(|field| quoting::name(&field.name)).collect();
    let others = standard.fields.iter().filter(|field| !standard.primary_key.contains(&field.name));
    let set: Vec<String> =
        others.map(|field| quoting::name(&field.name)).map(|name| format!("{name} = excluded.{name}")).collect();
    let action = if set.is_empty() { "DO NOTHING".to_owned() } else { format!("DO UPDATE SET\n      {}", set.join(",\n      ")) };
    format!("\n    ON CONFLICT ({}) {action}", names.join(", "))
}
