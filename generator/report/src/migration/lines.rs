//! The report of a migration in a file: every line that is lost or waits, then what was done, counted.
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
        let mut lines = Self { out, text: Vec::new(), is_json: format == Format::Json, is_empty: true };
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

    pub(super) fn line(&mut self, line: &Line<'_, '_>) {
        self.entry(&Entry {
            pile: line.reason.pile(),
            rule: line.reason.id(),
            row: Some(line.row),
            column: line.column,
            value: line.value,
            becomes: "",
            count: 1,
            sentence: &line.reason.sentence(),
        });
    }

    pub(super) fn column(&mut self, rule: FileRule, column: &str, sentence: &str) {
        let (pile, row, rule) = (Pile::ToArbitrate, Some(1), rule.id());
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

    pub(super) fn close(mut self, read: &[(String, String)], moved: &[MovedColumn<'_>], done: &[Done<'_>]) -> io::Result<()> {
        for (column, becomes) in read {
            let (pile, rule, row, value, count) = (Pile::Done, FileRule::MisnamedColumn.id(), Some(1), "", 1);
            let sentence = "la colonne est lue sous ce nom du standard";
            self.entry(&Entry { pile, rule, row, column, value, becomes, count, sentence });
        }
        for MovedColumn { column, to, signs, separator } in moved {
            let (pile, row, value, count) = (Pile::Done, None, "", 1);
            if *to != [*column] {
                let becomes = to.join(" et ");
                let (rule, sentence) = ("colonne-renommee", "la colonne a un autre nom dans la nouvelle version");
                self.entry(&Entry { pile, rule, row, column, value, becomes: &becomes, count, sentence });
            }
            if !signs.is_empty() {
                let (value, becomes) = (signs.iter().collect::<String>(), separator.to_string());
                let (rule, sentence) = ("separateur-change", "le signe entre deux valeurs n'est plus le même");
                self.entry(&Entry { pile, rule, row, column, value: &value, becomes: &becomes, count, sentence });
            }
        }
        for done in done {
            let becomes = format!("{} : {}", done.to_column, done.to_value);
            let sentence = if done.merged > 0 {
                format!("déjà là dans {} : réunie", counted(done.merged, "case", "cases"))
            } else {
                String::new()
            };
            self.entry(&Entry {
                pile: Pile::Done,
                rule: "valeur-changee",
                row: None,
                column: done.column,
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
