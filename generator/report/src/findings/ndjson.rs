//! One object a line: each finding as it comes, then the summary.
//!
//! ```json
//! {"fichier":"lieux.csv","regle":"motif","niveau":"bloquant","ligne":3,"colonne":"telephone","valeur":"01 80 05 98 80","message":"…","aide":"…","correction":"+33180059880"}
//! {"fichier":"lieux.csv","resume":{"lignes":12,"lignes_invalides":1,"bloquants":1,"recommandations":0,"qualite":81}}
//! ```

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use standard_mediation_model::data::{ColumnSummary, Found, Sink, Summary};

use super::{Report, Subject};

/// Writes lines of JSON.
pub struct Ndjson<'o> {
    out: Box<dyn Write + 'o>,
    file: String,
}

impl<'o> Ndjson<'o> {
    /// Writes to `out`.
    pub fn new(out: Box<dyn Write + 'o>) -> Self {
        Self { out, file: String::new() }
    }

    fn line(&mut self, value: &Value) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, value)?;
        self.out.write_all(b"\n")
    }
}

/// A finding for programs; what is not known is left out.
pub fn object(file: &str, found: &Found) -> Value {
    let mut object = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            object.insert(key.to_owned(), value);
        }
    };
    put("fichier", Some(file.into()));
    put("regle", Some(found.rule.as_str().into()));
    put("niveau", Some(found.level.word().into()));
    put("ligne", found.row.map(Value::from));
    put("colonne", found.field.as_deref().map(Value::from));
    put("numero_de_colonne", found.column.map(|column| (column + 1).into()));
    put("partie", found.part.map(|(part, _)| part.into()));
    put("valeur", found.value.as_deref().map(Value::from));
    put("message", Some(found.message.as_str().into()));
    put("aide", Some(found.help.as_str().into()));
    put("correction", found.correction.as_deref().map(Value::from));
    Value::Object(object)
}

/// The summary for programs.
pub fn totals(subject: &Subject<'_>, summary: &Summary) -> Value {
    let column = |column: &ColumnSummary| {
        json!({
            "nom": column.name,
            "champ": column.field.map(|field| subject.standard.fields[field].name.as_str()),
            "remplies": column.filled,
            "bloquants": column.blocking,
            "recommandations": column.recommendations,
        })
    };
    json!({
        "standard": subject.standard.identity.version.to_string(),
        "valide": summary.is_valid(),
        "lignes": summary.rows,
        "lignes_vides": summary.blank_rows,
        "lignes_invalides": summary.invalid_rows,
        "bloquants": summary.blocking,
        "recommandations": summary.recommendations,
        "qualite": summary.quality.score(),
        "colonnes": summary.columns.iter().map(column).collect::<Vec<_>>(),
    })
}

impl Sink for Ndjson<'_> {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        let object = object(&self.file, found);
        self.line(&object)
    }
}

impl Report for Ndjson<'_> {
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        subject.name.clone_into(&mut self.file);
        Ok(())
    }

    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        let summary = json!({ "fichier": subject.name, "resume": totals(subject, summary) });
        self.line(&summary)
    }

    fn close(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
