//! The report of a migration in a file: every line that is lost or waits, in the order of the rows, then what was done, counted.
//! Columns have the names of the file that is read.
//!
//! ```csv
//! pile;regle;ligne;colonne;valeur;devient;nombre;explication
//! perdu;valeur-sans-suite;3;publics_accueillis;Adultes;;1;La version 1 n'a pas de valeur pour les adultes…
//! ```
//! In JSON: `{"depuis", "vers", "lignes": [objects with the same names]}`.

use std::io::{self, Write};

use serde_json::json;
use standard_mediation_model::Version;
use standard_mediation_model::count::counted;
use standard_mediation_model::data::{CsvLine, Fault, FileRule, neutralised};
use standard_mediation_model::migration::{Done, Line, MovedColumn, Pile};

/// The columns of the report.
const COLUMNS: [&str; 8] = ["pile", "regle", "ligne", "colonne", "valeur", "devient", "nombre", "explication"];

/// How they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table.
    Csv,
    /// One document.
    Json,
}

/// The lines of a report, being written.
pub struct Lines<'o> {
    out: &'o mut dyn Write,
    /// Not written yet.
    text: Vec<u8>,
    is_json: bool,
    is_empty: bool,
    /// The columns read under another name: theirs, then the one that a plan knows.
    read: Vec<(String, String)>,
}

struct Entry<'a> {
    pile: Pile,
    rule: &'a str,
    row: Option<u64>,
    column: &'a str,
    value: &'a str,
    becomes: &'a str,
    count: u64,
    sentence: &'a str,
}

impl<'o> Lines<'o> {
    /// The report of a migration between two versions.
    pub fn new(out: &'o mut dyn Write, format: Format, (from, to): (Version, Version)) -> Self {
        let mut lines = Self { out, text: Vec::new(), is_json: format == Format::Json, is_empty: true, read: Vec::new() };
        if lines.is_json {
            let (from, to) = (json!(from), json!(to));
            lines.text.extend_from_slice(format!("{{\n\"depuis\": {from},\n\"vers\": {to},\n\"lignes\": [").as_bytes());
        } else {
            // A spreadsheet in French opens it with accents and columns.
            lines.text.extend_from_slice("\u{feff}".as_bytes());
            CsvLine::french().write(&mut lines.text, COLUMNS);
        }
        lines
    }

    /// The columns that are read under another name, which lines then have.
    pub(super) fn heading(&mut self, read: &[(String, String)], row: Option<u64>) {
        for (column, becomes) in read {
            let (pile, rule, value, count) = (Pile::Done, FileRule::MisnamedColumn.id(), "", 1);
            let sentence = "la colonne est lue sous ce nom du standard";
            self.entry(&Entry { pile, rule, row, column, value, becomes, count, sentence });
        }
        self.read = read.to_vec();
    }

    /// The name that a column has in the file.
    fn name(&self, column: &str) -> String {
        let read = self.read.iter().find(|(_, known)| known == column);
        read.map_or(column, |(name, _)| name).to_owned()
    }

    pub(super) fn line(&mut self, line: &Line<'_, '_>) {
        let column = self.name(line.column);
        self.entry(&Entry {
            pile: line.reason.pile(),
            rule: line.reason.id(),
            row: Some(line.row),
            column: &column,
            value: line.value,
            becomes: "",
            count: 1,
            sentence: &line.reason.sentence(),
        });
    }

    pub(super) fn column(&mut self, rule: FileRule, (column, row): (&str, Option<u64>), sentence: &str) {
        let (pile, rule) = (Pile::ToArbitrate, rule.id());
        self.entry(&Entry { pile, rule, row, column, value: "", becomes: "", count: 1, sentence });
    }

    pub(super) fn fault(&mut self, pile: Pile, fault: &Fault) {
        let sentence = format!("{} ; {}", fault.message, fault.help);
        let (rule, row, value) = (fault.rule.id(), fault.row, fault.value.as_deref().unwrap_or_default());
        self.entry(&Entry { pile, rule, row, column: "", value, becomes: "", count: 1, sentence: &sentence });
    }

    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(&self.text)?;
        self.text.clear();
        Ok(())
    }

    pub(super) fn close(mut self, moved: &[MovedColumn<'_>], done: &[Done<'_>], rows: u64) -> io::Result<()> {
        for MovedColumn { column, to, signs, separator } in moved {
            let (pile, row, value, count) = (Pile::Done, None, "", 1);
            let name = self.name(column);
            if *to != [*column] {
                let becomes = to.join(" et ");
                let (rule, sentence) = ("colonne-renommee", "la colonne a un autre nom dans la nouvelle version");
                self.entry(&Entry { pile, rule, row, column: &name, value, becomes: &becomes, count, sentence });
            }
            // Without a row, no sign stood between two values.
            if !signs.is_empty() && rows > 0 {
                let (value, becomes) = (signs.iter().collect::<String>(), separator.to_string());
                let (rule, sentence) = ("separateur-change", "le signe entre deux valeurs n'est plus le même");
                self.entry(&Entry { pile, rule, row, column: &name, value: &value, becomes: &becomes, count, sentence });
            }
        }
        for done in done {
            let (name, becomes) = (self.name(done.column), format!("{} : {}", done.to_column, done.to_value));
            let sentence = if done.merged > 0 {
                format!("déjà là dans {} : réunie", counted(done.merged, "case", "cases"))
            } else {
                String::new()
            };
            self.entry(&Entry {
                pile: Pile::Done,
                rule: "valeur-changee",
                row: None,
                column: &name,
                value: done.value,
                becomes: &becomes,
                count: done.count,
                sentence: &sentence,
            });
        }
        if self.is_json {
            self.text.extend_from_slice(b"\n]\n}\n");
        }
        self.flush()?;
        self.out.flush()
    }

    fn entry(&mut self, entry: &Entry<'_>) {
        let Entry { pile, rule, row, column, value, becomes, count, sentence } = *entry;
        if self.is_json {
            let separator: &[u8] = if self.is_empty { b"\n" } else { b",\n" };
            self.text.extend_from_slice(separator);
            let object = json!({
                "pile": pile.word(), "regle": rule, "ligne": row, "colonne": column, "valeur": value,
                "devient": becomes, "nombre": count, "explication": sentence,
            });
            self.text.extend_from_slice(object.to_string().as_bytes());
        } else {
            let (row, count) = (row.map(|row| row.to_string()).unwrap_or_default(), count.to_string());
            let (column, value, becomes) = (neutralised(column), neutralised(value), neutralised(becomes));
            let cells = [pile.word(), rule, &row, &column, &value, &becomes, &count, sentence];
            CsvLine::french().write(&mut self.text, cells);
        }
        self.is_empty = false;
    }
}
