//! One object a line: each finding as it comes, then the summary.
//!
//! ```json
//! {"fichier":"lieux.csv","regle":"motif","niveau":"bloquant","ligne":3,"colonne":"telephone","valeur":"01 80 05 98 80","message":"…","aide":"…","correction":"+33180059880"}
//! {"fichier":"lieux.csv","resume":{"lignes":12,"lignes_invalides":1,"bloquants":1,"recommandations":0,"qualite":81}}
//! ```

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};
use standard_mediation_model::data::{ColumnSummary, Found, Sink, Summary};

use super::{Report, Subject};

/// Writes lines of JSON.
pub struct Ndjson<'o> {
    out: Box<dyn Write + 'o>,
    file: String,
    line: Vec<u8>,
}

impl<'o> Ndjson<'o> {
    /// Writes to `out`.
    pub fn new(out: Box<dyn Write + 'o>) -> Self {
        Self { out, file: String::new(), line: Vec::new() }
    }

    fn write(&mut self, mut line: Vec<u8>) -> io::Result<()> {
        line.push(b'\n');
        self.out.write_all(&line)?;
        line.clear();
        self.line = line;
        Ok(())
    }
}

/// A finding for programs; what is not known is left out.
pub fn object(file: &str, found: &Found) -> Value {
    serde_json::to_value(Told { file, found }).unwrap_or_default()
}

/// The same, written at once: a file in which nothing is right has millions.
pub(super) struct Told<'f> {
    pub(super) file: &'f str,
    pub(super) found: &'f Found,
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fn put<M: SerializeMap>(map: &mut M, key: &str, value: Option<impl Serialize>) -> Result<(), M::Error> {
            value.map_or(Ok(()), |value| map.serialize_entry(key, &value))
        }
        let Self { file, found } = self;
        let mut map = serializer.serialize_map(None)?;
        put(&mut map, "fichier", Some(file))?;
        put(&mut map, "regle", Some(&found.rule))?;
        put(&mut map, "niveau", Some(found.level.word()))?;
        put(&mut map, "ligne", found.row)?;
        put(&mut map, "colonne", found.field.as_deref())?;
        put(&mut map, "numero_de_colonne", found.column.map(|column| column + 1))?;
        put(&mut map, "partie", found.part.map(|(part, _)| part))?;
        put(&mut map, "valeur", found.value.as_deref())?;
        put(&mut map, "message", Some(&found.message))?;
        put(&mut map, "aide", Some(&found.help))?;
        put(&mut map, "correction", found.correction.as_ref())?;
        map.end()
    }
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
        let mut line = std::mem::take(&mut self.line);
        serde_json::to_writer(&mut line, &Told { file: &self.file, found })?;
        self.write(line)
    }
}

impl Report for Ndjson<'_> {
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        subject.name.clone_into(&mut self.file);
        Ok(())
    }

    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        let summary = json!({ "fichier": subject.name, "resume": totals(subject, summary) });
        self.write(serde_json::to_vec(&summary)?)
    }

    fn refused(&mut self, name: &str, why: &str) -> io::Result<()> {
        self.write(serde_json::to_vec(&json!({ "fichier": name, "refus": why }))?)
    }

    fn close(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
