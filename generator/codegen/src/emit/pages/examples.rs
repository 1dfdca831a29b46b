//! `exemples.md`: whole rows, read top to bottom.

use serde_json::{Value, json};
use standard_mediation_model::{ExampleRow, Field, Kind, Standard};

use super::links;

pub(super) fn view(standard: &Standard) -> Value {
    json!({ "lignes": standard.examples.iter().map(|row| view_of(standard, row)).collect::<Vec<_>>() })
}

fn view_of(standard: &Standard, row: &ExampleRow) -> Value {
    let cells = row.cells.iter().map(|(name, cell)| {
        let free = standard.field(name).is_some_and(is_free_text);
        json!({ "colonne": links::field("", name), "texte": standard.field(name).map_or_else(|| cell.text(&standard.separator()), |field| standard.text_of(field, cell)), "libre": free })
    });
    json!({
        "ancre": links::anchor(&row.name),
        "titre": row.title,
        "description": row.description,
        "cellules": cells.collect::<Vec<_>>(),
    })
}

/// Sentences are read; everything else is copied to the letter.
fn is_free_text(field: &Field) -> bool {
    let constrained = field.pattern.is_some() || field.vocabulary.is_some() || !field.checks.is_empty() || field.unique;
    field.kind == Kind::Text && !field.multiple && !constrained
}
