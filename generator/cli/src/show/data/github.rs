//! Findings as annotations of a GitHub check, and the counts as the summary of the job.
//!
//! ```text
//! ::error file=lieux.csv,line=3,title=motif::telephone : « 01 80 05 98 80 » n'a pas la forme attendue — aide : …
//! ```
//!
//! A line is only told when it is one of the file: neither of a workbook nor of a list of JSON, nor below a cell that spans several.
//! The message then says where it is.
//! GitHub shows ten of each level a step: the first one of each group is written, and nothing else unless all are asked for.

use std::fmt::Write as _;
use std::io::{self, Write};

use standard_mediation_model::Level;
use standard_mediation_model::count::{counted, number, others};
use standard_mediation_model::data::{Block, Columns, FileRule, Found, Row, Sink, Summary, Unit};

use super::words::{heading, numbered, rule_title};
use super::{Report, Subject};
use crate::show::github::{append_summary, data, property};

/// Writes annotations.
pub(super) struct Github<'o> {
    out: Box<dyn Write + 'o>,
    /// Whether each finding has its own, in the order of the file.
    all: bool,
    /// The file under way.
    file: String,
    /// The last row whose number is known to be that of its line: a cell that spans several shifts those below.
    straight: u64,
    /// What the number of a row counts.
    unit: Unit,
    /// Findings of the block under way, whose cells are not looked at yet.
    waiting: Vec<Found>,
}

impl<'o> Github<'o> {
    pub(super) fn new(out: Box<dyn Write + 'o>, all: bool) -> Self {
        Self { out, all, file: String::new(), straight: 0, unit: Unit::Row, waiting: Vec::new() }
    }

    /// Writes the findings that wait.
    fn write(&mut self) -> io::Result<()> {
        let Self { out, file, straight, waiting, unit, .. } = self;
        waiting.drain(..).try_for_each(|found| out.write_all(annotation(file, &found, 1, (*straight, *unit)).as_bytes()))
    }
}

/// `straight` is the last row that is told as a line.
fn annotation(file: &str, found: &Found, count: u64, (straight, unit): (u64, Unit)) -> String {
    let command = match found.level {
        Level::Blocking => "error",
        Level::Recommendation => "warning",
    };
    let line = found.row.filter(|row| *row <= straight).map_or_else(String::new, |row| format!(",line={row}"));
    let place = if line.is_empty() { numbered(unit, found) } else { String::new() };
    let field = found.field.as_deref().map_or_else(String::new, |field| format!("{field} : "));
    let more = if count > 1 { format!(" (et {})", others(count - 1)) } else { String::new() };
    let correction = found.correction.as_deref().map_or_else(String::new, |after| format!(" (correction : {after})"));
    let message = data(&format!("{place}{field}{}{more} — aide : {}{correction}", found.message, found.help));
    format!("::{command} file={}{line},title={}::{message}\n", property(file), property(&found.rule))
}

fn table(subject: &Subject<'_>, summary: &Summary) -> String {
    let mut text = format!("## {}\n\n", subject.name.replace('<', "&lt;"));
    let verdict = if summary.is_valid() { "conforme" } else { "pas encore conforme" };
    let version = subject.standard.identity.version;
    let (one, several) = subject.unit.read();
    let rows = counted(summary.rows, one, several);
    let _ = writeln!(text, "{rows} : fichier {verdict} au standard {version}.\n");
    if !summary.groups.is_empty() {
        text.push_str("| Où | Constat | Nombre | Premier exemple | Aide |\n|---|---|---|---|---|\n");
    }
    for group in &summary.groups {
        let cell = |text: &str| text.replace('|', "\\|").replace('<', "&lt;").replace(['\n', '\r'], " ");
        let first = group.examples.first();
        let (message, help) = first.map_or(("", ""), |found| (found.message.as_str(), &*found.help));
        let place = cell(&heading(subject.standard, summary, group));
        let title = cell(&rule_title(subject.standard, &group.rule));
        let _ = writeln!(text, "| {place} | {title} | {} | {} | {} |", number(group.count), cell(message), cell(help));
    }
    text.push('\n');
    text
}

/// Rules about rows that may span several lines, however many they are in the file.
const SPAN: [FileRule; 3] = [FileRule::AboveHeader, FileRule::StrayQuote, FileRule::LongRow];

impl Sink for Github<'_> {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        if let Some(row) = found.row.filter(|_| SPAN.iter().any(|rule| rule.id() == found.rule)) {
            self.straight = self.straight.min(row);
        }
        if self.all {
            self.waiting.push(found.clone());
        }
        Ok(())
    }

    fn block(&mut self, block: &Block, _: &Columns) -> io::Result<()> {
        let spans = |row: &Row<'_>| (0..row.len()).any(|column| row.text(column).contains('\n'));
        // Once one row spans several lines, nothing is known of those below.
        if let Some(row) = block.rows().take_while(|row| row.number() < self.straight).find(spans) {
            self.straight = row.number();
        }
        self.write()
    }
}

impl Report for Github<'_> {
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        subject.name.clone_into(&mut self.file);
        self.unit = subject.unit;
        let header_spans = subject.header.iter().any(|name| name.contains('\n'));
        self.straight = match (subject.counts_lines, header_spans) {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => u64::MAX,
        };
        Ok(())
    }

    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        self.write()?;
        for group in summary.groups.iter().filter(|_| !self.all) {
            if let Some(first) = group.examples.first() {
                self.out.write_all(annotation(subject.name, first, group.count, (self.straight, self.unit)).as_bytes())?;
            }
        }
        append_summary(&table(subject, summary))
    }

    fn close(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
