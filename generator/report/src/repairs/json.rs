//! Every repair as JSON: one document, or one object a line.
//!
//! ```json
//! {"fichier":"lieux.csv","niveau":"sûre","ligne":3,"ligne_ecrite":3,"colonne":"telephone","avant":"01 80 05 98 80","apres":"+33180059880","regles":["motif"],"quoi":"…"}
//! {"fichier":"lieux.csv","resume":{"sortie":"repare.csv","sures":1,"a_confirmer":0,"impossibles":0,"non_reprises":0,"valide":true,…}}
//! ```

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use standard_mediation_model::data::repair::{Certainty, Outcome, Repair, RepairSink};

use super::{Mending, RepairList};

/// Writes JSON.
pub(super) struct Json<'o> {
    out: &'o mut dyn Write,
    by_line: bool,
    file: String,
    is_first: bool,
}

impl<'o> Json<'o> {
    pub(super) fn new(out: &'o mut dyn Write, by_line: bool) -> Self {
        Self { out, by_line, file: String::new(), is_first: true }
    }
}

/// A repair for programs; what is not known is left out.
pub fn object(repair: &Repair) -> Map<String, Value> {
    let mut object = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            object.insert(key.to_owned(), value);
        }
    };
    put("niveau", Some(repair.certainty.word().into()));
    put("ligne", repair.row.map(Value::from));
    put("ligne_ecrite", repair.row_after.map(Value::from));
    put("colonne", repair.field.as_deref().map(Value::from));
    put("numero_de_colonne", repair.column.map(|column| (column + 1).into()));
    put("lieu", repair.label.as_deref().map(Value::from));
    put("avant", repair.before.as_deref().map(Value::from));
    put("apres", repair.after.as_deref().map(Value::from));
    put("regles", Some(repair.rules.clone().into()));
    put("quoi", Some((*repair.kind).into()));
    put("pourquoi", (!repair.why.is_empty()).then(|| repair.why.as_str().into()));
    object
}

/// What a repair came to, for programs.
pub fn summary(mending: &Mending<'_>, outcome: &Outcome) -> Value {
    json!({
        "sortie": mending.output,
        "standard": mending.standard.identity.version.to_string(),
        "lignes": outcome.after.rows,
        "sures": outcome.tally.count(Certainty::Sure),
        "a_confirmer": outcome.tally.count(Certainty::ToConfirm),
        "impossibles": outcome.tally.count(Certainty::Impossible),
        "non_reprises": outcome.tally.count(Certainty::Unread),
        "valide": outcome.after.is_valid(),
        "reste": {
            "lignes_invalides": outcome.after.invalid_rows,
            "bloquants": outcome.after.blocking,
            "recommandations": outcome.after.recommendations,
        },
    })
}

impl RepairSink for Json<'_> {
    fn repair(&mut self, repair: &Repair) -> io::Result<()> {
        let mut object = object(repair);
        if self.by_line {
            object.shift_insert(0, "fichier".to_owned(), self.file.as_str().into());
        } else {
            self.out.write_all(if self.is_first { b"\n  " } else { b",\n  " })?;
            self.is_first = false;
        }
        serde_json::to_writer(&mut *self.out, &object)?;
        if self.by_line { self.out.write_all(b"\n") } else { Ok(()) }
    }
}

impl RepairList for Json<'_> {
    fn start(&mut self, mending: &Mending<'_>) -> io::Result<()> {
        mending.name.clone_into(&mut self.file);
        if !self.by_line {
            write!(self.out, "{{\"fichier\":{},\"reparations\":[", Value::from(mending.name))?;
        }
        Ok(())
    }

    fn end(&mut self, mending: &Mending<'_>, outcome: &Outcome) -> io::Result<()> {
        let summary = summary(mending, outcome);
        if self.by_line {
            writeln!(self.out, "{}", json!({ "fichier": mending.name, "resume": summary }))?;
        } else {
            writeln!(self.out, "\n],\"resume\":{summary}}}")?;
        }
        self.out.flush()
    }
}
