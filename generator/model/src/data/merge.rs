//! The results of blocks, put back in the order of the file.

mod shared;

use std::io;
use std::iter::Peekable;
use std::slice::Iter;

use crate::Level;
use crate::count::{agreed, counted};

use super::keys::Seen;
use super::{Block, Fault, FileRule, Found, Judge, Judged, Sink, Summary, Unit};

/// Blocking findings after which a validation stops: whoever has as many has one cause to look for, not as many cells to mend,
/// and a small file may hold millions. Recommendations do not count: advice about a whole file is no verdict on its rest.
pub const MOST_BLOCKING: u64 = 500_000;

/// Adds up the results of blocks, given in the order of the file.
pub struct Merger<'j, 'a> {
    judge: &'j Judge<'a>,
    /// What rows are called where they are told.
    unit: Unit,
    summary: Summary,
    seen: Vec<Seen>,
    first_blank: Option<u64>,
    /// Blocking findings after which nothing more is read.
    most: u64,
    /// The row of the last blocking one.
    last: Option<u64>,
    /// Whether reading stopped there.
    is_stopped: bool,
}

impl<'j, 'a> Merger<'j, 'a> {
    /// Starts with what is wrong with the header.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn new(judge: &'j Judge<'a>, header: &[String], faults: &[Fault], sink: &mut dyn Sink) -> io::Result<Self> {
        let of_header = if header.is_empty() { &[] } else { judge.columns.faults() };
        // Keys of objects have no order.
        let means_nothing = |fault: &&Fault| judge.unit != Unit::Row && fault.rule == FileRule::ColumnOrder;
        let of_header = of_header.iter().filter(|fault| !means_nothing(fault));
        let of_header = of_header.map(|fault| Fault { row: judge.header_row, ..fault.clone() });
        let faults: Vec<Fault> = faults.iter().cloned().chain(of_header).collect();
        let merger = Self::with_faults(judge, header, &faults, sink)?;
        Ok(Self { most: judge.options.most, unit: judge.unit, ..merger })
    }

    /// Starts with these faults and no other, for rows of a table, and never stops before the end: for who must not lose a
    /// row.
    pub(super) fn with_faults(
        judge: &'j Judge<'a>,
        header: &[String],
        faults: &[Fault],
        sink: &mut dyn Sink,
    ) -> io::Result<Self> {
        let summary = Summary::new(header, &judge.columns);
        let seen = judge.keys.iter().map(|key| Seen::new(key.kind)).collect();
        let unit = Unit::Row;
        let mut merger = Self { judge, unit, summary, seen, first_blank: None, most: u64::MAX, last: None, is_stopped: false };
        merger.summary.is_readable = !header.is_empty();
        for fault in faults {
            if judge.is_asked(fault.level) {
                merger.tell(&judge.of_fault(fault), sink)?;
            }
        }
        Ok(merger)
    }

    /// Adds the result of the next block. False when too much is wrong: rows that are not read are taken out of the block,
    /// which is said, and nothing may be added any more.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn add(&mut self, block: &mut Block, judged: &mut Judged, sink: &mut dyn Sink) -> io::Result<bool> {
        if self.is_stopped {
            return Ok(false);
        }
        loop {
            self.part(block, judged, sink)?;
            if self.is_stopped || !self.judge.go_on(block, judged) {
                break;
            }
        }
        block.keep(judged.rows.end);
        self.summary.blank_rows += block.blank;
        self.first_blank = self.first_blank.or(block.first_blank);
        sink.block(block, &self.judge.columns)?;
        Ok(!self.is_stopped)
    }

    /// Adds the result of the rows of a block that were judged, and leaves out of `judged` those that are not read because too
    /// much is wrong before them.
    pub(super) fn part(&mut self, block: &Block, judged: &mut Judged, sink: &mut dyn Sink) -> io::Result<()> {
        let Judged { found, keys, rows, scores, filled, headers, .. } = judged;
        found.retain(|found| self.judge.is_asked(found.level));
        // By row, then by column, then as they were found: within a cell, the order of the checker.
        found.sort_by_key(|found| (found.row, found.column));
        // They are left to whoever fills them again: freed by another thread than that one, they cost far more.
        let mut rest = found.iter().peekable();
        let mut prints: Vec<&[(u128, u32)]> = keys.iter().map(Vec::as_slice).collect();
        for (seen, prints) in self.seen.iter().zip(&prints) {
            seen.foresee(prints.iter().map(|(print, _)| *print));
        }
        for (index, score) in rows.clone().zip(&*scores) {
            let number = block.rows[index].number;
            self.tell_before(Some(number), &mut rest, sink)?;
            if self.is_over(Some(number)) {
                let counted = (index..rows.end).filter(|row| !headers.contains(row));
                for (span, column) in counted.flat_map(|row| block.cells_of(row).iter().zip(0..)) {
                    let Some(filled) = filled.get_mut(column) else { continue };
                    *filled -= u32::from(!span.is_empty());
                }
                rows.end = index;
                break;
            }
            let shared = self.shared(block, index, &mut prints);
            let here = std::iter::from_fn(|| rest.next_if(|found| found.row == Some(number)));
            let mut here: Vec<&Found> = here.chain(&shared).collect();
            here.sort_by_key(|found| found.column);
            for found in &here {
                self.tell(found, sink)?;
            }
            self.summary.invalid_rows += u64::from(here.iter().any(|found| found.level == Level::Blocking));
            self.summary.quality.add(*score);
            sink.row(number, *score)?;
        }
        self.tell_before(None, &mut rest, sink)?;
        self.summary.rows += rows.len() as u64;
        for (column, filled) in self.summary.columns.iter_mut().zip(&*filled) {
            column.filled += u64::from(*filled);
        }
        if self.is_stopped {
            self.tell_stop(sink)?;
        }
        sink.rows(block, rows.clone())
    }

    /// Tells what was found before a row, or all of it.
    fn tell_before(&mut self, row: Option<u64>, rest: &mut Peekable<Iter<'_, Found>>, sink: &mut dyn Sink) -> io::Result<()> {
        while let Some(found) = rest.next_if(|found| row.is_none_or(|row| found.row < Some(row))) {
            if self.is_over(found.row) {
                break;
            }
            self.tell(found, sink)?;
        }
        Ok(())
    }

    /// Whether nothing is read from that row on, because too much is wrong before it.
    fn is_over(&mut self, row: Option<u64>) -> bool {
        self.is_stopped |= self.summary.blocking >= self.most && row > self.last;
        self.is_stopped
    }

    fn tell_stop(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        let (faults, this) = (counted(self.most, "faute", "fautes"), self.unit.this());
        let message = format!("il y a déjà {faults} à {this} : la lecture s'arrête là, la suite n'est pas vérifiée");
        let help = "une même cause en explique sans doute la plupart : corrigez ce qui revient le plus, puis vérifiez de nouveau";
        self.tell(&self.judge.of_fault(&Fault::new(FileRule::Capped, self.last, message, help)), sink)
    }

    /// Says what is known only at the end, and gives the whole.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn finish(mut self, sink: &mut dyn Sink) -> io::Result<Summary> {
        // Rows that are there and could not be read were told.
        let is_told = self.summary.groups.iter().any(|group| FileRule::by_id(&group.rule).is_some_and(FileRule::is_of_unread));
        let has_no_row = self.summary.is_readable && self.summary.rows == 0 && !is_told;
        if has_no_row && !self.is_stopped && self.judge.is_asked(Level::Blocking) {
            let help = "vérifiez que le tableau a bien été exporté en entier";
            let message = match self.unit {
                Unit::Row => "il n'y a aucune ligne sous l'en-tête",
                Unit::Line | Unit::Element => "il n'y a aucune donnée dans le fichier",
            };
            let fault = Fault::new(FileRule::NoRow, None, message, help);
            self.tell(&self.judge.of_fault(&fault), sink)?;
        }
        if let Some(first) = self.first_blank
            && self.judge.is_asked(Level::Recommendation)
        {
            let count = self.summary.blank_rows;
            let message = counted(count, "ligne est vide", "lignes sont vides");
            let help = agreed(count, "supprimez-la ; elle n'est pas comptée", "supprimez-les ; elles ne sont pas comptées");
            let fault = Fault::new(FileRule::BlankRow, Some(first), message, help);
            self.tell(&self.judge.of_fault(&fault), sink)?;
        }
        self.summary.sort(self.judge.standard);
        Ok(self.summary)
    }

    fn tell(&mut self, found: &Found, sink: &mut dyn Sink) -> io::Result<()> {
        if found.level == Level::Blocking {
            self.last = found.row;
        }
        self.summary.add(found);
        sink.found(found)
    }
}
