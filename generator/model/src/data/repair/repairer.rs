//! Blocks of rows in, bytes of the repaired file out.
//!
//! Cells that are accepted at sight are copied untouched. What is still wrong is judged on the rows as they are written,
//! in the same reading: rows that changed are judged again, others were already.

use super::day::DayOrder;
use super::layout::Layout;
use super::output::text_of;
use super::row::{self, Mended};
use super::text::is_suspicious;
use super::{Certainty, Evidence, Proposal, Repair, left};
use crate::count::counted;
use crate::data::{Block, CsvLine, Fault, FileRule, Found, Judge, Judged, Row};

/// Repairs blocks, given in the order of the file.
pub struct Repairer<'j, 'a> {
    pub(super) judge: &'j Judge<'a>,
    pub(super) layout: Layout,
    pub(super) header: Vec<String>,
    pub(super) writer: CsvLine,
    /// What an earlier reading said.
    known: Evidence,
    /// What this one says.
    said: Evidence,
    /// Columns whose good cells may need mending.
    always: Vec<usize>,
    /// The columns of latitude and longitude.
    point: Option<(usize, usize)>,
    /// Rows that changed, and what is wrong with them now.
    again: Block,
    judged: Judged,
    /// Number of the last row that was written.
    written: u64,
    lost: Option<Fault>,
}

impl<'j, 'a> Repairer<'j, 'a> {
    /// Prepares the repair of a file with that header. `known` is what an earlier reading of the same file said,
    /// [`Repairer::evidence`], or nothing.
    pub fn new(judge: &'j Judge<'a>, header: &[String], known: &Evidence) -> Self {
        let standard = judge.standard;
        let column = |name: &str| {
            let field = standard.fields.iter().position(|field| field.name == name)?;
            judge.columns.column(field)
        };
        let looks = |column: &usize| judge.columns.field(*column).is_some_and(|field| judge.mender.looks_at_good_cells(field));
        Self {
            judge,
            layout: Layout::new(standard, &judge.columns, header, known.has_short_rows),
            header: header.to_vec(),
            writer: CsvLine::of(&standard.dialect),
            known: known.clone(),
            said: Evidence { orders: vec![DayOrder::default(); header.len()], has_short_rows: false },
            always: (0..header.len()).filter(looks).collect(),
            point: column("latitude").zip(column("longitude")),
            again: Block::new(),
            judged: Judged::default(),
            written: 1,
            lost: None,
        }
    }

    /// The names of the columns that are written.
    pub fn header(&self) -> &[String] {
        &self.layout.names
    }

    /// Rank, in the file that was read, of a column that is written.
    pub(super) fn source(&self, column: usize) -> Option<usize> {
        self.layout.sources.get(column).copied().flatten()
    }

    /// The number of the row that will be written next.
    pub(super) fn next_row(&self) -> u64 {
        self.written + 1
    }

    /// What the rows said, that a second reading would use.
    pub fn evidence(&self) -> &Evidence {
        &self.said
    }

    /// A row that was not read, and cannot be written either.
    pub fn lost(&self) -> Option<&Fault> {
        self.lost.as_ref()
    }

    /// Adds the rows of a block that were judged to `out` and what was done to `repairs`, and leaves in `judged` what is
    /// still wrong.
    pub(super) fn part(&mut self, block: &Block, judged: &mut Judged, out: &mut Vec<u8>, repairs: &mut Vec<Repair>) {
        let judge = self.judge;
        self.again.clear();
        let text = block.valid();
        let is_utf8 = text.is_some();
        let looks_closer = !is_utf8 || !self.always.is_empty() || is_suspicious(&block.text);
        judged.found.sort_by_key(|found| found.row);
        let mut found = judged.found.as_slice();
        for (index, row) in judged.rows.clone().zip(block.rows_among(text, judged.rows.clone())) {
            let count = found.iter().take_while(|found| found.row.is_none_or(|number| number <= row.number())).count();
            let (here, rest) = found.split_at(count);
            found = rest;
            self.written += 1;
            let columns = if looks_closer { self.worth_a_look(row, is_utf8) } else { Vec::new() };
            let swapped = self.point.map(|point| row::swapped(judge, row, point)).unwrap_or_default();
            if here.is_empty() && columns.is_empty() && swapped.is_empty() && row.len() == self.header.len() {
                self.copy(block, index, out);
                continue;
            }
            let mended = self.row(row, here, columns, swapped, repairs);
            self.write(row, &mended, out);
            let is_changed = mended.iter().any(|(_, proposal)| proposal.certainty == Certainty::Sure);
            let is_reread = || block.faults.iter().any(|fault| fault.row == Some(row.number())) || here.iter().any(is_bare);
            if is_changed || !is_utf8 || is_reread() {
                self.again.start_row(row.number());
                (0..row.len()).for_each(|column| self.again.push(&text_of(row, &mended, column)));
            }
        }
        self.of_faults(&block.faults[judged.faults.clone()], repairs);
        self.judge_again(block, judged);
    }

    /// Columns that a plain look does not clear: damaged accents, bytes that are not UTF-8, values to be replaced.
    fn worth_a_look(&self, row: Row<'_>, is_utf8: bool) -> Vec<usize> {
        let is_worth = |column: &usize| {
            is_suspicious(row.text(*column).as_bytes()) || !is_utf8 && !row.is_utf8(*column) || self.always.contains(column)
        };
        if is_utf8 && self.always.is_empty() && !is_suspicious(row.whole()) {
            return Vec::new();
        }
        (0..row.len()).filter(is_worth).collect()
    }

    /// What may be done to a row, told.
    fn row(
        &mut self,
        row: Row<'_>,
        here: &[Found],
        mut columns: Vec<usize>,
        swapped: Mended,
        repairs: &mut Vec<Repair>,
    ) -> Mended {
        let (number, written, label) = (row.number(), self.written, self.judge.label_of(row));
        let at = |repair| Repair { row: Some(number), row_after: Some(written), label: label.clone(), ..repair };
        for column in columns.iter().copied().filter(|column| !row.is_utf8(*column)) {
            repairs.push(at(Repair {
                column: Some(column),
                field: self.name(column),
                before: Some(String::from_utf8_lossy(row.raw(column)).into_owned()),
                after: Some(row.text(column).into_owned()),
                ..Repair::of_file(Certainty::Sure, FileRule::Encoding.id(), "case qui n'était pas en UTF-8", "")
            }));
        }
        for found in here.iter().filter(|found| is_bare(found)) {
            let why = "la case est écrite entre guillemets, les siens doublés : son texte ne change pas";
            let kind = "guillemets du texte doublés";
            let repair = Repair::of_file(Certainty::Sure, FileRule::BareQuote.id(), kind, why);
            repairs.push(at(Repair { column: found.column, field: found.field.clone(), ..repair }));
        }
        let (count, expected) = (row.len(), self.header.len());
        if count != expected {
            let (rule, kind, what) = if count > expected {
                (FileRule::ExtraCells, "ligne avec des cases en trop", "elle est gardée telle quelle")
            } else {
                (FileRule::MissingCells, "ligne à laquelle il manque des cases", "vérifiez que chacune est dans la bonne colonne")
            };
            let why = format!("cette ligne a {}, l'en-tête en a {expected} ; {what}", counted(count, "case", "cases"));
            repairs.push(at(Repair::of_file(Certainty::ToConfirm, rule.id(), kind, why)));
        }
        if count > expected {
            return Mended::new();
        }
        self.said.has_short_rows |= count < expected && !self.layout.keeps_first(count);
        columns.extend(here.iter().filter_map(|found| found.column).filter(|column| *column < count));
        let mut mended = row::mend(self.judge, row, &columns, &self.known.orders, &mut self.said.orders);
        // A row left with nothing would be no row any more.
        if (0..count).all(|column| text_of(row, &mended, column).is_empty()) {
            for (_, proposal) in mended.iter_mut().filter(|(_, proposal)| proposal.certainty == Certainty::Sure) {
                proposal.certainty = Certainty::ToConfirm;
                "il ne resterait rien sur cette ligne : retirez-la, ou remplissez-la".clone_into(&mut proposal.why);
            }
        }
        for (column, proposal) in swapped {
            if !mended.iter().any(|(at, _)| *at == column) {
                mended.push((column, proposal));
            }
        }
        for (column, Proposal { certainty, after, rules, kind, why }) in &mended {
            repairs.push(at(Repair {
                certainty: *certainty,
                column: Some(*column),
                field: self.name(*column),
                before: Some(row.text(*column).into_owned()),
                after: after.clone(),
                rules: rules.clone(),
                ..Repair::of_file(*certainty, "", *kind, why.clone())
            }));
        }
        mended
    }

    fn name(&self, column: usize) -> Option<String> {
        let field = self.judge.columns.field(column).map(|field| &self.judge.standard.fields[field].name);
        field.or_else(|| self.header.get(column)).cloned()
    }

    fn of_faults(&mut self, faults: &[Fault], repairs: &mut Vec<Repair>) {
        for fault in faults {
            match fault.rule {
                FileRule::StrayQuote => repairs.push(Repair {
                    row: fault.row,
                    column: fault.column,
                    field: fault.column.and_then(|column| self.name(column)),
                    ..Repair::of_file(Certainty::Sure, fault.rule.id(), "guillemet mal fermé, relu", fault.message.clone())
                }),
                FileRule::Encoding => repairs.push(Repair {
                    row: fault.row,
                    ..Repair::of_file(Certainty::Sure, fault.rule.id(), "texte qui n'était pas en UTF-8", fault.message.clone())
                }),
                FileRule::LongRow | FileRule::Capped => self.lost = self.lost.take().or_else(|| Some(fault.clone())),
                _ => {}
            }
        }
        repairs.sort_by_key(|repair| repair.row);
    }

    /// Puts what is wrong with the rows that changed in place of what was. What could not be read stays wrong.
    fn judge_again(&mut self, block: &Block, judged: &mut Judged) {
        let numbers: Vec<u64> = self.again.rows.iter().map(|row| row.number).collect();
        let is_mended = |found: &Found| {
            let is_judged_again = found.row.is_some_and(|row| numbers.binary_search(&row).is_ok());
            is_judged_again && !left::is_of_reading(found) || found.rule == FileRule::StrayQuote.id() || is_bare(found)
        };
        judged.found.retain(|found| !is_mended(found));
        if numbers.is_empty() {
            return;
        }
        let mut scores = Vec::new();
        self.judge.judge(&self.again, &mut self.judged);
        loop {
            judged.found.append(&mut self.judged.found);
            scores.append(&mut self.judged.scores);
            for (filled, more) in judged.filled.iter_mut().zip(&self.judged.filled) {
                *filled += more;
            }
            if !self.judge.go_on(&self.again, &mut self.judged) {
                break;
            }
        }
        for (rank, index) in judged.rows.clone().enumerate() {
            if let Ok(at) = numbers.binary_search(&block.rows[index].number) {
                judged.scores[rank] = scores[at];
                for (filled, span) in judged.filled.iter_mut().zip(block.cells_of(index)) {
                    *filled -= u32::from(!span.is_empty());
                }
            }
        }
    }
}

/// Whether a finding is about quotes that the way of writing mends: the output has them doubled.
fn is_bare(found: &Found) -> bool {
    found.rule == FileRule::BareQuote.id()
}
