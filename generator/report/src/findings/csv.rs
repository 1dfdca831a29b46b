//! The rows of a file, each with what is wrong beside it: to be opened in a spreadsheet.
//!
//! ```csv
//! id,pivot,…,ligne,niveau,regles,constats,qualite,en_trop
//! 7,00000000000000,…,3,conseil,pivot-fictif,"pivot : « 00000000000000 » est un numéro de remplissage…",64,
//! ```
//!
//! Findings about the file as a whole come first, on rows of their own. Cells of no column are together in the last one. Of
//! several files, columns are those of the first, and `fichier` says which one a row is of. A column beside those of the file
//! that would have the name of one of them has a number after it: `ligne_2`. No cell can be taken for a formula.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use standard_mediation_model::Level;
use standard_mediation_model::data::{Block, Columns, Found, Row, Sink, Summary, neutralised};

use super::{Report, Subject};
use crate::of_output;

/// The columns beside those of the file.
const BESIDE: [&str; 6] = ["ligne", "niveau", "regles", "constats", "qualite", "en_trop"];

/// Writes a table.
pub struct Csv<'o> {
    out: ::csv::Writer<Box<dyn Write + 'o>>,
    /// Whether several files are told in one table.
    has_several: bool,
    /// The file at hand.
    file: String,
    /// What the columns of the table are: the names of their fields, or those of the header of the first file.
    columns: Vec<String>,
    /// For each column of the file at hand, its name, and its place in the table when it has one.
    places: Vec<(String, Option<usize>)>,
    /// Findings of rows that were not written yet.
    waiting: Vec<Found>,
    scores: Vec<u8>,
}

impl<'o> Csv<'o> {
    /// Writes to `out`.
    pub fn new(out: Box<dyn Write + 'o>) -> Self {
        let out = ::csv::Writer::from_writer(out);
        let (file, columns, places) = (String::new(), Vec::new(), Vec::new());
        Self { out, has_several: false, file, columns, places, waiting: Vec::new(), scores: Vec::new() }
    }

    /// The same, for several files.
    #[must_use]
    pub fn of_several(self) -> Self {
        Self { has_several: true, ..self }
    }

    fn field(&mut self, text: &str) -> io::Result<()> {
        self.out.write_field(text).map_err(of_output)
    }

    /// Writes what stands beside a row, and ends it.
    fn beside(&mut self, found: &[Found], row: Option<u64>, score: Option<u8>, more: &str) -> io::Result<()> {
        if self.has_several {
            self.out.write_field(&*neutralised(&self.file)).map_err(of_output)?;
        }
        let worst = found.iter().map(|found| found.level).min().map_or("", Level::said);
        let mut rules: Vec<&str> = Vec::new();
        for found in found {
            if !rules.contains(&&*found.rule) {
                rules.push(&found.rule);
            }
        }
        let said: Vec<String> = found.iter().map(said).collect();
        let row = row.map_or_else(String::new, |row| row.to_string());
        let score = score.map_or_else(String::new, |score| score.to_string());
        let more = neutralised(more);
        self.out.write_record([row.as_str(), worst, &rules.join("|"), &said.join("\n"), &score, &more]).map_err(of_output)
    }

    /// Writes findings that no row of the file goes with.
    fn alone(&mut self, found: &[Found]) -> io::Result<()> {
        for found in found {
            for _ in 0..self.columns.len() {
                self.field("")?;
            }
            self.beside(std::slice::from_ref(found), found.row, None, "")?;
        }
        Ok(())
    }

    /// Writes the cells of a row that have a column, and gives the others.
    fn cells(&mut self, row: Row<'_>) -> io::Result<String> {
        let mut texts = vec![Cow::Borrowed(""); self.columns.len()];
        let mut more = Vec::new();
        for (column, text) in row.texts().enumerate() {
            match self.places.get(column) {
                Some((_, Some(place))) => texts[*place] = text,
                Some(_) if text.is_empty() => {}
                Some((name, None)) => more.push(format!("{name} : {text}")),
                None => more.push(text.into_owned()),
            }
        }
        for text in texts {
            self.field(&neutralised(&text))?;
        }
        Ok(more.join(" | "))
    }
}

/// A name that no column of the file has, whatever its capitals: this one, or with the first number that makes it one.
fn free(name: &str, taken: &[Cow<'_, str>]) -> String {
    let is_free = |name: &String| !taken.iter().any(|taken| taken.trim().eq_ignore_ascii_case(name));
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_else(|| name.to_owned())
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
            let more = self.cells(row)?;
            self.beside(&rest[..of_row], Some(number), Some(score), &more)?;
            rest = &rest[of_row..];
        }
        self.alone(rest)
    }
}

impl Report for Csv<'_> {
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        let Subject { header, standard, .. } = subject;
        let names: Vec<String> = Columns::read(standard, header).names(standard, header).map(str::to_owned).collect();
        if self.file.is_empty() {
            let all = || standard.fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>();
            // The next ones may have columns.
            let (shown, names) =
                if header.is_empty() && self.has_several { (all(), all()) } else { (header.to_vec(), names.clone()) };
            let shown: Vec<_> = shown.iter().map(|name| neutralised(name)).collect();
            for name in &shown {
                self.field(name)?;
            }
            let file = self.has_several.then_some("fichier");
            let beside: Vec<_> = file.into_iter().chain(BESIDE).map(|name| free(name, &shown)).collect();
            self.out.write_record(&beside).map_err(of_output)?;
            self.columns = names;
        }
        subject.name.clone_into(&mut self.file);
        let mut free = vec![true; self.columns.len()];
        let mut place = |name: &String| {
            let place = (0..free.len()).find(|at| free[*at] && self.columns[*at] == *name)?;
            free[place] = false;
            Some(place)
        };
        self.places = names.into_iter().map(|name| (place(&name), name)).map(|(place, name)| (name, place)).collect();
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
