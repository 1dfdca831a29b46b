//! `exemples/`: files to imitate, and files that must be refused.
//!
//! In: the standard. Out: `valides/` holds all example rows as CSV, JSON and NDJSON; `invalides/` holds one small CSV
//! file for each field and blocking rule, and beside it what must be said of it; `a-reparer.csv` is to be repaired. Must
//! not: invent a value.
//!
//! `invalides/code_postal-motif.json`, beside `invalides/code_postal-motif.csv`:
//!
//! ```json
//! { "regle": "motif", "niveau": "bloquant", "champ": "code_postal", "ligne": 2, "valeur": "1000" }
//! ```

pub(super) mod broken;
pub(super) mod csv_file;
mod faulty;

use serde_json::{Value, json};
use standard_mediation_model::{Level, Standard};

use super::json_cell;
use crate::Artifact;

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let places: Vec<Value> = standard.examples.iter().map(|row| json_cell::object(standard, row)).collect();
    let lines: Vec<String> = places.iter().map(Value::to_string).collect();
    let mut out = vec![
        faulty::emit(standard),
        valid(standard, "exemples/valides/lieux.csv"),
        Artifact::json("exemples/valides/lieux.json", &places),
        Artifact::text("exemples/valides/lieux.ndjson", &lines.join("\n")),
    ];
    for broken in broken::all(standard) {
        let stem = format!("exemples/invalides/{}", broken.name());
        let finding = json!({
            "regle": broken.rule,
            "niveau": Level::Blocking,
            "champ": broken.field.name,
            "ligne": broken.line(),
            "valeur": broken.text,
        });
        out.push(csv_file::file(standard, &format!("{stem}.csv"), &broken.rows));
        out.push(Artifact::json(format!("{stem}.json"), &finding));
    }
    out
}

/// All example rows as CSV, under a path.
pub(super) fn valid(standard: &Standard, path: &str) -> Artifact {
    let rows: Vec<Vec<String>> = standard.examples.iter().map(|row| csv_file::cells(standard, row)).collect();
    csv_file::file(standard, path, &rows)
}

#[cfg(test)]
mod tests;
