//! One document: for each file, its findings and its summary, written as they come.
//!
//! ```json
//! [{"fichier":"lieux.csv","constats":[{"regle":"motif",…}],"resume":{"lignes":12,…}},
//! {"fichier":"absent.csv","refus":"lecture impossible de « absent.csv » : il n'existe pas"}]
//! ```

use std::io::{self, Write};

use standard_mediation_model::data::{Found, Sink, Summary};

use super::ndjson::{Told, totals};
use super::{Report, Subject};

/// Writes one document.
pub struct Json<'o> {
    out: Box<dyn Write + 'o>,
    file: String,
    files: usize,
    found: usize,
    /// Whether the findings of a file are being written.
    is_open: bool,
}

impl<'o> Json<'o> {
    /// Writes to `out`.
    pub fn new(out: Box<dyn Write + 'o>) -> Self {
        Self { out, file: String::new(), files: 0, found: 0, is_open: false }
    }
}

impl Json<'_> {
    /// Starts the object of a file.
    fn object(&mut self, name: &str) -> io::Result<()> {
        self.out.write_all(if self.files == 0 { b"[" } else { b",\n" })?;
        (self.files, self.found) = (self.files + 1, 0);
        self.out.write_all(b"{\"fichier\":")?;
        Ok(serde_json::to_writer(&mut self.out, name)?)
    }
}

impl Sink for Json<'_> {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        self.out.write_all(if self.found == 0 { b"\n" } else { b",\n" })?;
        self.found += 1;
        serde_json::to_writer(&mut self.out, &Told { file: &self.file, found })?;
        Ok(())
    }
}

impl Report for Json<'_> {
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        subject.name.clone_into(&mut self.file);
        self.object(subject.name)?;
        self.is_open = true;
        self.out.write_all(b",\"lecture\":")?;
        serde_json::to_writer(&mut self.out, subject.assumed)?;
        self.out.write_all(b",\"constats\":[")
    }

    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        self.is_open = false;
        self.out.write_all(b"],\"resume\":")?;
        serde_json::to_writer(&mut self.out, &totals(subject, summary))?;
        self.out.write_all(b"}")
    }

    fn refused(&mut self, name: &str, why: &str) -> io::Result<()> {
        if std::mem::take(&mut self.is_open) {
            self.out.write_all(b"]")?;
        } else {
            self.object(name)?;
        }
        self.out.write_all(b",\"refus\":")?;
        serde_json::to_writer(&mut self.out, why)?;
        self.out.write_all(b"}")
    }

    fn close(&mut self) -> io::Result<()> {
        self.out.write_all(if self.files == 0 { b"[]\n" } else { b"]\n" })?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use standard_mediation_model::Standard;
    use standard_mediation_model::data::Unit;

    use super::*;

    /// A file that stops being readable after its first findings leaves a document that is whole.
    #[test]
    fn a_file_refused_half_way_ends_its_object() {
        let standard: Standard =
            serde_json::from_str(include_str!("../../../../schema/versions/1.0.1.json")).expect("it reads back");
        let subject =
            Subject { name: "lieux.csv", header: &[], standard: &standard, assumed: &[], unit: Unit::Row, counts_lines: true };
        let mut bytes = Vec::new();
        let mut report = Json::new(Box::new(&mut bytes));
        report.start(&subject).expect("memory");
        report.refused("lieux.csv", "le disque ne répond plus").expect("memory");
        report.refused("absent.csv", "il n'existe pas").expect("memory");
        report.close().expect("memory");
        drop(report);
        let document: Value = serde_json::from_slice(&bytes).expect("one document");
        let first = json!({ "fichier": "lieux.csv", "lecture": [], "constats": [], "refus": "le disque ne répond plus" });
        assert_eq!(document, json!([first, { "fichier": "absent.csv", "refus": "il n'existe pas" }]));
    }
}
