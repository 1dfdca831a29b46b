//! One document: for each file, its findings and its summary, written as they come.
//!
//! ```json
//! [{"fichier":"lieux.csv","constats":[{"regle":"motif",…}],"resume":{"lignes":12,…}}]
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
}

impl<'o> Json<'o> {
    /// Writes to `out`.
    pub fn new(out: Box<dyn Write + 'o>) -> Self {
        Self { out, file: String::new(), files: 0, found: 0 }
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
        self.out.write_all(if self.files == 0 { b"[" } else { b",\n" })?;
        (self.files, self.found) = (self.files + 1, 0);
        self.out.write_all(b"{\"fichier\":")?;
        serde_json::to_writer(&mut self.out, subject.name)?;
        self.out.write_all(b",\"lecture\":")?;
        serde_json::to_writer(&mut self.out, subject.assumed)?;
        self.out.write_all(b",\"constats\":[")
    }

    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        self.out.write_all(b"],\"resume\":")?;
        serde_json::to_writer(&mut self.out, &totals(subject, summary))?;
        self.out.write_all(b"}")
    }

    fn close(&mut self) -> io::Result<()> {
        self.out.write_all(if self.files == 0 { b"[]\n" } else { b"]\n" })?;
        self.out.flush()
    }
}
