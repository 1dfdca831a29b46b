//! A validation, to a person: what was assumed, then findings grouped by column, then the verdict.
//!
//! ```text
//! lieux.csv
//!   CSV en UTF-8, colonnes séparées par des virgules
//!   standard 1.1.0
//!
//! Colonne « Numéro de téléphone » (telephone)
//!   faute    La valeur n'a pas la forme attendue : 6 cases [motif]
//!            il faut un indicatif français (+33, +590, +262…) puis six à neuf chiffres, sans espace
//!            ligne 3, « Fablab Simone Veil » : 01 80 05 98 80 → +33180059880
//!            … et 5 autres
//!
//! 12 lignes lues, dont 6 avec une faute ; qualité : 81 sur 100
//! 6 fautes, 0 conseil ; 6 se réparent sans vous : cargo standard repair lieux.csv -o SORTIE
//! Ce fichier n'est pas encore conforme au standard 1.1.0.
//! ```

use std::io::{self, Write};

use standard_mediation_model::count::{counted, number, others};
use standard_mediation_model::data::{FileRule, Found, Group, Sink, Summary, Unit};
use standard_mediation_model::{CellRule, Level};

use super::header;
use super::words::{heading, numbered, rule_title, short};
use super::{Report, Subject};
use crate::show::plain::{argument, line};

/// What a repair mends without changing a cell.
const REWRITTEN: [FileRule; 3] = [FileRule::Encoding, FileRule::Delimiter, FileRule::AboveHeader];

/// Where the second column of a group starts.
const INDENT: &str = "           ";

/// Writes for a person.
pub(super) struct Terminal<'o> {
    out: Box<dyn Write + 'o>,
    /// Whether every finding is shown, and not only the first ones of each group.
    all: bool,
    colours: bool,
    /// The standard that was asked for, as it was typed.
    asked: Option<String>,
    /// What the number of a row counts.
    unit: Unit,
}

impl<'o> Terminal<'o> {
    pub(super) fn new(out: Box<dyn Write + 'o>, all: bool, colours: bool, asked: Option<String>) -> Self {
        Self { out, all, colours, asked, unit: Unit::default() }
    }

    /// A text in a colour of ANSI, on a terminal that wants them.
    fn painted(&self, colour: &str, text: &str) -> String {
        if self.colours { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn level(&self, level: Level) -> String {
        // Both words take the same room, so that what follows is aligned with or without colours.
        let word = format!("{:<7}", level.said());
        match level {
            Level::Blocking => self.painted("1;31", &word),
            Level::Recommendation => self.painted("33", &word),
        }
    }

    fn groups(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        let others = || summary.groups.iter().filter(|group| !header::is_about(self.unit, group));
        let (of_file, of_columns): (Vec<&Group>, Vec<&Group>) =
            others().partition(|group| group.column.is_none() && group.field.is_none());
        self.headed(subject, summary, &of_file)?;
        self.header(summary)?;
        self.headed(subject, summary, &of_columns)
    }

    /// What is wrong with the header, one paragraph a rule.
    fn header(&mut self, summary: &Summary) -> io::Result<()> {
        let paragraphs = header::paragraphs(self.unit, summary);
        if !paragraphs.is_empty() {
            let painted = self.painted("1", "L'en-tête");
            writeln!(self.out, "\n{painted}")?;
        }
        for paragraph in paragraphs {
            let (level, rule) = (self.level(paragraph.level), self.painted("2", &format!("[{}]", paragraph.rule)));
            writeln!(self.out, "  {level}  {} {rule}", paragraph.title)?;
            for help in &paragraph.help {
                writeln!(self.out, "{INDENT}{help}")?;
            }
        }
        Ok(())
    }

    fn headed(&mut self, subject: &Subject<'_>, summary: &Summary, groups: &[&Group]) -> io::Result<()> {
        let mut last = None;
        for group in groups {
            let heading = heading(subject.standard, summary, group);
            if last.as_ref() != Some(&heading) {
                let painted = self.painted("1", &heading);
                writeln!(self.out, "\n{painted}")?;
                last = Some(heading);
            }
            self.group(subject, group)?;
        }
        Ok(())
    }

    fn group(&mut self, subject: &Subject<'_>, group: &Group) -> io::Result<()> {
        let level = self.level(group.level);
        let cells = group.examples.iter().all(|example| example.value.is_some());
        let title = rule_title(subject.standard, &group.rule);
        let rule = self.painted("2", &format!("[{}]", group.rule));
        let Some(first) = group.examples.first() else { return Ok(()) };
        if !cells && group.count == 1 {
            writeln!(self.out, "  {level}  {}{} {rule}", numbered(self.unit, first), line(&first.message))?;
            return writeln!(self.out, "{INDENT}{}", first.help);
        }
        let parts = group.examples.iter().any(|example| example.part.is_some());
        let count = match (cells, parts) {
            (true, true) => counted(group.count, "valeur", "valeurs"),
            (true, false) => counted(group.count, "case", "cases"),
            (false, _) => counted(group.count, "fois", "fois"),
        };
        writeln!(self.out, "  {level}  {title} : {count} {rule}")?;
        let same_help = group.examples.iter().all(|example| example.help == first.help);
        // A correction says more than the question of a near value.
        let is_answered =
            group.rule == CellRule::Vocabulary.id() && group.examples.iter().all(|found| found.correction.is_some());
        if same_help && !is_answered {
            writeln!(self.out, "{INDENT}{}", first.help)?;
        }
        // Between rows or cells, or for what cannot be seen, the value alone does not say what is wrong.
        let says_more = group.rule == CellRule::Unique.id()
            || FileRule::ALL.iter().any(|rule| rule.id() == group.rule)
            || subject.standard.rules.iter().any(|rule| rule.name == group.rule);
        let mut last = None;
        for example in &group.examples {
            // Parts of one cell are mended together.
            let cell = (example.row, example.correction.as_deref());
            if cell.1.is_none() || last != Some(cell) {
                self.example(example, !same_help, says_more)?;
            }
            last = Some(cell);
        }
        let more = group.count - group.examples.len() as u64;
        if more > 0 && !self.all {
            writeln!(self.out, "{INDENT}… et {}", others(more))?;
        }
        Ok(())
    }

    fn example(&mut self, example: &Found, with_help: bool, says_more: bool) -> io::Result<()> {
        let what = match (&example.value, &example.correction) {
            (Some(value), Some(correction)) => {
                let shown = |text: &str| if text.is_empty() { "(vide)".to_owned() } else { short(text) };
                format!("{} → {}", shown(value), self.painted("32", &shown(correction)))
            }
            // What is wrong is known from the title and the demand; a value alone would be an empty cell.
            (Some(value), None) if !value.is_empty() && example.part.is_none() && !says_more => short(value),
            _ => line(&example.message).into_owned(),
        };
        let label = example.label.as_deref().map_or_else(String::new, |label| format!(", « {} »", short(label)));
        let row = example.row.map_or_else(String::new, |row| format!("{} {row}{label} : ", self.unit.word()));
        let part = example.part.map_or_else(String::new, |(part, parts)| format!("valeur {part} sur {parts}, "));
        let help = if with_help && example.correction.is_none() { format!(" ; {}", example.help) } else { String::new() };
        writeln!(self.out, "{INDENT}{row}{part}{what}{help}")
    }

    /// The command that mends a file, held against the same standard.
    fn repair(&self, subject: &Subject<'_>) -> String {
        let standard = self.asked.as_deref().map_or_else(String::new, |asked| format!(" --standard {}", argument(asked)));
        format!("cargo standard repair {} -o SORTIE{standard}", argument(subject.name))
    }

    fn verdict(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        let (one, several) = self.unit.read();
        let rows = counted(summary.rows, one, several);
        let wrong = match summary.invalid_rows {
            0 => String::new(),
            wrong => format!(", dont {} avec une faute", number(wrong)),
        };
        let quality = summary.quality.score().map_or_else(String::new, |score| format!(" ; qualité : {score} sur 100"));
        writeln!(self.out, "\n{rows}{wrong}{quality}")?;
        let advice = counted(summary.recommendations, "conseil", "conseils");
        let corrected: u64 = summary.groups.iter().map(|group| group.corrected).sum();
        // A header that is none is mended by nobody else.
        let is_refused = summary.groups.iter().any(|group| group.rule == FileRule::Unreadable.id() && group.column.is_none());
        write!(self.out, "{}, {advice}", counted(summary.blocking, "faute", "fautes"))?;
        if corrected > 0 {
            let alone = counted(corrected, "se répare sans vous", "se réparent sans vous");
            write!(self.out, " ; {alone} : {}", self.repair(subject))?;
        } else if !is_refused && summary.groups.iter().any(|group| REWRITTEN.iter().any(|rule| rule.id() == group.rule)) {
            write!(self.out, " ; à réécrire comme il faut : {}", self.repair(subject))?;
        }
        writeln!(self.out)?;
        let version = subject.standard.identity.version;
        let verdict = match (summary.is_readable, summary.is_valid()) {
            (false, _) => self.painted("1;31", "Ce fichier ne se lit pas comme un tableau."),
            (true, false) => self.painted("1;31", &format!("Ce fichier n'est pas encore conforme au standard {version}.")),
            (true, true) => self.painted("1;32", &format!("Ce fichier est conforme au standard {version}.")),
        };
        writeln!(self.out, "{verdict}")
    }
}

impl Sink for Terminal<'_> {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        if !self.all {
            return Ok(());
        }
        let level = self.level(found.level);
        let field = found.field.as_deref().map_or_else(String::new, |field| format!("{field} : "));
        let correction = found.correction.as_deref().map_or_else(String::new, |after| format!(" → {}", short(after)));
        writeln!(
            self.out,
            "  {level}  {}{field}{}{correction} [{}]",
            numbered(self.unit, found),
            line(&found.message),
            found.rule
        )
    }
}

impl Report for Terminal<'_> {
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        self.unit = subject.unit;
        let name = self.painted("1", subject.name);
        writeln!(self.out, "{name}")?;
        for assumed in subject.assumed {
            writeln!(self.out, "  {assumed}")?;
        }
        if self.all {
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        self.groups(subject, summary)?;
        self.verdict(subject, summary)
    }

    fn close(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
