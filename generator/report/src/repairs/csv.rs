//! Every repair as a table for a spreadsheet in French: semicolons, and the mark that makes it read UTF-8.
//!
//! ```text
//! niveau;ligne;ligne écrite;colonne;lieu;avant;après;règle;quoi;pourquoi
//! sûre;3;3;telephone;Fablab Simone Veil;01 80 05 98 80;+33180059880;motif;numéro de téléphone mis sous…;
//! ```
//!
//! A cell that a spreadsheet would run as a formula starts with an apostrophe: data is never a program.

use std::io::{self, Write};

use standard_mediation_model::data::neutralised;
use standard_mediation_model::data::repair::{Outcome, Repair, RepairSink};

use super::{Mending, RepairList};
use crate::of_output;

/// Writes rows.
pub(super) struct Csv<'o> {
    out: ::csv::Writer<&'o mut dyn Write>,
}

impl<'o> Csv<'o> {
    pub(super) fn new(out: &'o mut dyn Write) -> Self {
        Self { out: ::csv::WriterBuilder::new().delimiter(b';').from_writer(out) }
    }

    fn row(&mut self, cells: [&str; 10]) -> io::Result<()> {
        self.out.write_record(cells.map(|cell| neutralised(cell)).iter().map(|cell| cell.as_bytes())).map_err(of_output)
    }
}

impl RepairSink for Csv<'_> {
    fn repair(&mut self, repair: &Repair) -> io::Result<()> {
        let number = |row: Option<u64>| row.map(|row| row.to_string()).unwrap_or_default();
        self.row([
            repair.certainty.word(),
            &number(repair.row),
            &number(repair.row_after),
            repair.field.as_deref().unwrap_or_default(),
            repair.label.as_deref().unwrap_or_default(),
            repair.before.as_deref().unwrap_or_default(),
            repair.after.as_deref().unwrap_or_default(),
            &repair.rules.join(", "),
            &repair.kind,
            &repair.why,
        ])
    }
}

impl RepairList for Csv<'_> {
    fn start(&mut self, _: &Mending<'_>) -> io::Result<()> {
        self.row(["\u{feff}niveau", "ligne", "ligne écrite", "colonne", "lieu", "avant", "après", "règle", "quoi", "pourquoi"])
    }

    fn end(&mut self, _: &Mending<'_>, _: &Outcome) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::Csv;

    #[test]
    fn nothing_is_run_by_a_spreadsheet() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+33180059880", "+33180059880"),
            ("@SOMME(A1;A2)", "\"'@SOMME(A1;A2)\""),
            ("Salle \"A\", 2e étage", "\"Salle \"\"A\"\", 2e étage\""),
            ("Fablab", "Fablab"),
        ] {
            let mut out = Vec::new();
            Csv::new(&mut out).row([text, "", "", "", "", "", "", "", "", ""]).expect("bytes in memory");
            assert_eq!(String::from_utf8_lossy(&out), format!("{written};;;;;;;;;\n"));
        }
    }
}
