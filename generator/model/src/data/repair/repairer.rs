//! Blocks of rows in, bytes of the repaired file out.
//!
//! What is still wrong is judged on the rows as they are written, in the same reading: rows that changed are judged again,
//! others were already.

use super::day::DayOrder;
use super::hand::{Doubt, Hand, Ready};
use super::output::text_of;
use super::row::{self, Mended};
use super::{Certainty, Evidence, Proposal, Repair, left};
use crate::count::counted;
use crate::data::{Block, Fault, FileRule, Found, Judged, Row};

/// Repairs blocks, given in the order of the file.
pub(super) struct Repairer<'h, 'j, 'a> {
    pub(super) hand: &'h Hand<'j, 'a>,
    /// What this reading says.
    said: Evidence,
    /// Rows that changed, and what is wrong with them now.
    again: Block,
    judged: Judged,
    /// Number of the last row that was written.
    written: u64,
    lost: Option<Fault>,
}

impl<'h, 'j, 'a> Repairer<'h, 'j, 'a> {
    /// Nothing is repaired yet.
    pub(super) fn new(hand: &'h Hand<'j, 'a>) -> Self {
        Self {
            hand,
            said: Evidence { orders: vec![DayOrder::default(); hand.header.len()], has_short_rows: false },
            again: Block::new(),
            judged: Judged::default(),
            written: 1,
            lost: None,
        }
    }

    /// The number of the row that will be written next.
    pub(super) fn next_row(&self) -> u64 {
        self.written + 1
    }

    /// What the rows said, that a second reading would use.
    pub(super) fn evidence(&self) -> &Evidence {
        &self.said
    }

    /// A row that was not read, and cannot be written either.
    pub(super) fn lost(&self) -> Option<&Fault> {
        self.lost.as_ref()
    }

    /// Adds the rows of a block that were judged to `out` and what was done to `repairs`, and leaves in `judged` what is
    /// still wrong.
    pub(super) fn part(
        &mut self,
        block: &Block,
        judged: &mut Judged,
        ready: &mut Ready,
        out: &mut Vec<u8>,
        repairs: &mut Vec<Repair>,
    ) {
        self.again.clear();
        let (first, mut copied) = (judged.rows.start, 0);
        for Doubt { index, found, columns, swapped } in ready.doubts.drain(..) {
            let Some(row) = block.row(index) else { continue };
            let rank = index - first;
            out.extend_from_slice(&ready.text[copied..ready.starts[rank]]);
            copied = ready.starts[rank];
            let here = &judged.found[found];
            let written = self.written + 1 + rank as u64;
            let mended = self.row(row, written, here, columns, swapped, repairs);
            self.hand.write(row, &mended, out);
            let is_changed = mended.iter().any(|(_, proposal)| proposal.certainty == Certainty::Sure);
            let is_reread = || block.faults.iter().any(|fault| fault.row == Some(row.number())) || here.iter().any(is_bare);
            if is_changed || !ready.is_utf8 || is_reread() {
                self.again.start_row(row.number());
                (0..row.len()).for_each(|column| self.again.push(&text_of(row, &mended, column)));
            }
        }
        out.extend_from_slice(&ready.text[copied..]);
        self.written += judged.rows.len() as u64;
        self.of_faults(&block.faults[judged.faults.clone()], repairs);
        self.judge_again(block, judged);
    }

    /// What may be done to a row, told.
    fn row(
        &mut self,
        row: Row<'_>,
        written: u64,
        here: &[Found],
        mut columns: Vec<usize>,
        swapped: Mended,
        repairs: &mut Vec<Repair>,
    ) -> Mended {
        let hand = self.hand;
        let (number, label) = (row.number(), hand.judge.label_of(row));
        let at = |repair| Repair { row: Some(number), row_after: Some(written), label: label.clone(), ..repair };
        for column in columns.iter().copied().filter(|column| !row.is_utf8(*column)) {
            repairs.push(at(Repair {
                column: Some(column),
                field: hand.name(column),
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
        let (count, expected) = (row.len(), hand.header.len());
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
        self.said.has_short_rows |= count < expected && !hand.layout.keeps_first(count);
        columns.extend(here.iter().filter_map(|found| found.column).filter(|column| *column < count));
        let mut mended = row::mend(hand.judge, row, &columns, &hand.known.orders, &mut self.said.orders);
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
                field: hand.name(*column),
                before: Some(row.text(*column).into_owned()),
                after: after.clone(),
                rules: rules.clone(),
                ..Repair::of_file(*certainty, "", *kind, why.clone())
            }));
        }
        mended
    }

    fn of_faults(&mut self, faults: &[Fault], repairs: &mut Vec<Repair>) {
        for fault in faults {
            match fault.rule {
                FileRule::StrayQuote => repairs.push(Repair {
                    row: fault.row,
                    column: fault.column,
                    field: fault.column.and_then(|column| self.hand.name(column)),
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
        let judge = self.hand.judge;
        judge.judge(&self.again, &mut self.judged);
        loop {
            judged.found.append(&mut self.judged.found);
            scores.append(&mut self.judged.scores);
            for (filled, more) in judged.filled.iter_mut().zip(&self.judged.filled) {
                *filled += more;
            }
            if !judge.go_on(&self.again, &mut self.judged) {
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
pub(super) fn is_bare(found: &Found) -> bool {
    found.rule == FileRule::BareQuote.id()
}
