//! A validation, to a person: what was assumed, then findings grouped by column, then the verdict.

use std::io::{self, Write};

use standard_mediation_model::data::{Found, Group, Sink, Summary, Unit};

use super::{Report, Subject};

/// Writes for a person.
pub(super) struct Terminal<'o> {
    out: Box<dyn Write + 'o>,
    all: bool,
    unit: Unit,
}

impl<'o> Terminal<'o> {
    pub(super) fn new(out: Box<dyn Write + 'o>, all: bool) -> Self {
        Self { out, all, unit: Unit::default() }
    }

    fn group(&mut self, subject: &Subject<'_>, group: &Group) -> io::Result<()> {
        let field = group.field.as_deref().and_then(|name| subject.standard.field(name));
        let title = field.map_or_else(String::new, |field| format!("Colonne « {} » ({}) : ", field.title, field.name));
        writeln!(self.out, "\n{}[{}] {title}{} fois", group.level.word(), group.rule, group.count)?;
        for example in &group.examples {
            let row = example.row.map_or_else(String::new, |row| format!("{} {row} : ", self.unit.word()));
            writeln!(self.out, "  {row}{} ; {}", example.message, example.help)?;
        }
        Ok(())
    }
}

impl Sink for Terminal<'_> {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        if self.all {
            let row = found.row.map_or_else(String::new, |row| format!("{} {row} : ", self.unit.word()));
            writeln!(self.out, "{row}{} ; {}", found.message, found.help)?;
        }
        Ok(())
    }
}

impl Report for Terminal<'_> {
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        self.unit = subject.unit;
        writeln!(self.out, "{}", subject.name)?;
        for assumed in subject.assumed {
            writeln!(self.out, "  {assumed}")?;
        }
        Ok(())
    }

    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        for group in &summary.groups {
            self.group(subject, group)?;
        }
        let verdict = if summary.is_valid() { "valide" } else { "invalide" };
        writeln!(
            self.out,
            "\n{verdict} : {} lignes, {} fautes, {} recommandations",
            summary.rows, summary.blocking, summary.recommendations
        )?;
        self.out.flush()
    }

    fn close(&mut self) -> io::Result<()> {
        Ok(())
    }
}
