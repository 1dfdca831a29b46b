//! A repair: what was done, is to confirm, cannot be done; what is left.

use std::io::{self, Write};

use serde_json::{Value, json};
use standard_mediation_model::data::repair::{Outcome, RepairGroup};
use standard_mediation_report::repairs::{Mending, is_done, object, summary};

/// Writes what a repair came to. `header` is that of the file that was read.
pub(crate) fn repaired(out: &mut dyn Write, mending: &Mending<'_>, header: &[String], outcome: &Outcome) -> io::Result<()> {
    let page = json!({
        "fichier": mending.name,
        "lecture": mending.assumed,
        "unite": mending.unit.word(),
        "resume": summary(mending, outcome),
        "fini": is_done(outcome),
        "groupes": outcome.tally.groups.iter().map(|group| self::group(mending, header, group)).collect::<Vec<_>>(),
    });
    serde_json::to_writer(&mut *out, &page)?;
    out.flush()
}

fn group(mending: &Mending<'_>, header: &[String], group: &RepairGroup) -> Value {
    let name = group.column.and_then(|column| header.get(column));
    let field = group.examples.first().and_then(|repair| repair.field.as_deref());
    let title = field.and_then(|field| mending.standard.field(field)).map(|field| field.title.as_str());
    json!({
        "niveau": group.certainty.word(),
        "colonne": name,
        "titre": title,
        "quoi": group.kind,
        "nombre": group.count,
        "exemples": group.examples.iter().map(object).collect::<Vec<_>>(),
    })
}
