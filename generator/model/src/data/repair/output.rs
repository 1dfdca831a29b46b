//! Rows as they are written: cells in the order of the output, mended where that is sure.

use std::borrow::Cow;

use super::hand::Hand;
use super::row::Mended;
use super::{Certainty, Proposal, Repair};
use crate::data::{Fault, FileRule, Row};

/// What is said of rows, columns and sheets that the workbook does not show: a CSV hides nothing.
pub(super) const HIDDEN: &str = "partie masquée du classeur, écrite comme le reste";

impl Hand<'_, '_> {
    /// Writes the header, and says what was done to it and to the file as a whole.
    pub(super) fn start(&self, faults: &[Fault], out: &mut Vec<u8>, repairs: &mut Vec<Repair>) {
        for fault in faults {
            let (certainty, kind) = match fault.rule {
                FileRule::Encoding => (Certainty::Sure, "encodage : écrit en UTF-8"),
                FileRule::Delimiter => (Certainty::Sure, "séparateur des colonnes"),
                FileRule::AboveHeader => (Certainty::Sure, "lignes au-dessus de l'en-tête, retirées"),
                FileRule::OtherSheet => (Certainty::Unread, "autre feuille du classeur"),
                FileRule::Hidden => (Certainty::Impossible, HIDDEN),
                _ => continue,
            };
            let help = if certainty == Certainty::Sure { String::new() } else { format!(" ; {}", fault.help) };
            let repair = Repair::of_file(certainty, fault.rule.id(), kind, format!("{}{help}", fault.message));
            repairs.push(Repair { row: fault.row, before: fault.value.as_deref().map(Into::into), ..repair });
        }
        repairs.extend(self.layout.repairs(self.judge.standard, &self.judge.columns, &self.header, self.judge.header_row));
        self.writer.write_header(out, self.layout.names.iter().map(AsRef::as_ref));
    }

    /// Writes a row and what is sure of it. One that stops short goes on doing so, one that is too long keeps its cells.
    pub(super) fn write(&self, row: Row<'_>, mended: &Mended, out: &mut Vec<u8>) {
        let start = out.len();
        let sources = &self.layout.sources;
        let is_there = |source: &Option<usize>| source.is_some_and(|column| column < row.len());
        let last = if row.len() < self.header.len() {
            sources.iter().rposition(is_there).map_or(0, |last| last + 1)
        } else {
            sources.len()
        };
        for (i, source) in sources[..last].iter().enumerate() {
            if i > 0 {
                self.writer.next(out);
            }
            if let Some(column) = source {
                self.writer.cell(out, text_of(row, mended, *column).as_bytes());
            }
        }
        for column in self.header.len()..row.len() {
            self.writer.next(out);
            self.writer.cell(out, row.text(column).as_bytes());
        }
        self.writer.end(out, start);
    }
}

/// The text of a cell, once mended.
pub(super) fn text_of<'r>(row: Row<'r>, mended: &'r Mended, column: usize) -> Cow<'r, str> {
    let is_sure = |(at, proposal): &&(usize, Proposal)| *at == column && proposal.certainty == Certainty::Sure;
    let sure = mended.iter().find(is_sure).and_then(|(_, proposal)| proposal.after.as_deref());
    sure.map_or_else(|| row.text(column), Cow::Borrowed)
}
