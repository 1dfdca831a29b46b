//! The rows of a file, each with what is wrong beside it: to be opened in a spreadsheet.
//!
//! ```csv
//! id,pivot,…,ligne,niveau,regles,constats,qualite
//! 7,00000000000000,…,3,conseil,pivot-fictif,"pivot : « 00000000000000 » est un numéro de remplissage…",64
//! ```
//!
//! Findings about the file as a whole come first, on rows of their own. No cell can be taken for a formula.

use std::io::{self, Write};
use std::ops::Range;

use standard_mediation_model::Level;
use standard_mediation_model::data::{Block, Found, Sink, Summary, neutralised};

use super::{Report, Subject};

/// The columns beside those of the file.
const BESIDE: [&str; 5] = ["ligne", "niveau", "regles", "constats", "qualite"];

/// Writes a table.
pub struct Csv<'o> {
    out: ::csv::Writer<Box<dyn Write + 'o>>,
    width: usize,
    /// Findings of rows that were not written yet.
    waiting: Vec<Found>,
    scores: Vec<u8>,
}

impl<'o> Csv<'o> {
    /// Writes to `out`.
    pub fn new(out: Box<dyn Write + 'o>) -> Self {
        let out = ::csv::WriterBuilder::new().flexible(true).from_writer(out);
        Self { out, width: 0, waiting: Vec::new(), scores: Vec::new() }
    }

    fn beside(&mut self, found: &[Found], row: Option<u64>, score: Option<u8>) -> io::Result<()> {
        let worst = found.iter().map(|found| found.level).min().map_or("", Level::said);
        let mut rules: Vec<&str> = found.iter().map(|found| &*found.rule).collect();
        rules.dedup();
        let said: Vec<String> = found.iter().map(said).collect();
        let row = row.map_or_else(String::new, |row| row.to_string());
        let score = score.map_or_else(String::new, |score| score.to_string());
        self.out.write_record([row.as_str(), worst, &rules.join("|"), &said.join("\n"), &score]).map_err(of_output)?;
        Ok(())
    }

    /// Writes findings that no row of the file goes with.
    fn alone(&mut self, found: &[Found]) -> io::Result<()> {
        for found in found {
            for _ in 0..self.width {
                self.out.write_field("").map_err(of_output)?;
            }
            self.beside(std::slice::from_ref(found), found.row, None)?;
        }
        Ok(())
    }
}

/// What the output said, as it said it: who reads may have left.
fn of_output(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

fn said(found: &Found) -> String {
    let field = found.field.as_deref().map_or_else(String::new, |field| format!("{field} : "));
    let correction = found.correction.as_deref().map_or_else(String::new, |after| format!(" (correction : {after})"));
    format!("{field}{} ; {}{correction}", found.message, found.help)
}

impl Sink for Csv<'_> {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        self.waiting.push(found.clone());
        Ok(())
    }

    fn row(&mut self, _: u64, score: u8) -> io::Result<()> {
        self.scores.push(score);
        Ok(())
    }

    fn rows(&mut self, block: &Block, ranks: Range<usize>) -> io::Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut rest = waiting.as_slice();
        for (row, score) in block.rows_of(ranks).zip(std::mem::take(&mut self.scores)) {
            let number = row.number();
            let before = rest.partition_point(|found| found.row.is_none_or(|row| row < number));
            self.alone(&rest[..before])?;
            rest = &rest[before..];
            let of_row = rest.partition_point(|found| found.row == Some(number));
            for column in 0..row.len().max(self.width) {
                self.out.write_field(neutralised(&row.text(column)).as_bytes()).map_err(of_output)?;
            }
            self.beside(&rest[..of_row], Some(number), Some(score))?;
            rest = &rest[of_row..];
        }
        self.alone(rest)
    }
}

impl Report for Csv<'_> {
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        self.width = subject.header.len();
        for name in subject.header {
            self.out.write_field(neutralised(name).as_bytes()).map_err(of_output)?;
        }
        self.out.write_record(BESIDE).map_err(of_output)?;
        Ok(())
    }

    fn end(&mut self, _: &Subject<'_>, _: &Summary) -> io::Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        self.alone(&waiting)
    }

    fn close(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
