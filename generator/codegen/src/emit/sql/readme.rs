//! `sql/README.md`: what the files hold, and an example of each that runs as it is.

use serde_json::json;
use standard_mediation_model::Standard;

use super::{faults, quoting, schema};
use crate::render;

pub(super) fn text(standard: &Standard) -> String {
    // A list to count: the first whose values are closed.
    let list = standard.fields.iter().filter(|field| field.multiple).find_map(|field| {
        let vocabulary = faults::closed(standard, field)?;
        Some(json!({ "champ": quoting::name(&field.name), "vocabulaire": quoting::literal(&vocabulary.name) }))
    });
    let delimiter = standard.dialect.delimiter;
    let view = json!({
        "titre": standard.identity.title,
        "version": standard.identity.version.to_string(),
        "schema": schema(standard),
        "separateur_pg": if delimiter == ',' { String::new() } else { format!(", DELIMITER {}", quoting::literal(&delimiter.to_string())) },
        "liste": list,
    });
    render::markdown("sql/README", &view)
}
