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

/// Writes rows.
pub(super) struct Csv<'o> {
    out: &'o mut dyn Write,
}

impl<'o> Csv<'o> {
    pub(super) fn new(out: &'o mut dyn Write) -> Self {
        Self { out }
    }

    fn row(&mut self, cells: [&str; 10]) -> io::Result<()> {
        let row = cells.map(cell).join(";");
        writeln!(self.out, "{row}")
    }
}

fn cell(text: &str) -> String {
    let text = neutralised(text);
    if text.contains([';', '"', '\n', '\r', ',']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into_owned() }
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
        self.out.write_all("\u{feff}".as_bytes())?;
        self.row(["niveau", "ligne", "ligne écrite", "colonne", "lieu", "avant", "après", "règle", "quoi", "pourquoi"])
    }

    fn end(&mut self, _: &Mending<'_>, _: &Outcome) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn nothing_is_run_by_a_spreadsheet() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("+33180059880"), "+33180059880");
        assert_eq!(cell("@SOMME(A1;A2)"), "\"'@SOMME(A1;A2)\"");
        assert_eq!(cell("Salle \"A\""), "\"Salle \"\"A\"\"\"");
        assert_eq!(cell("Fablab"), "Fablab");
    }
}
