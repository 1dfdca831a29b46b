//! The results of blocks, put back in the order of the file.

use std::io;
use std::ops::Range;

use crate::count::{agreed, counted};
use crate::{CellRule, Level};

use super::keys::Seen;
use super::{Block, Columns, Fault, FileRule, Found, Judge, Judged, Summary, Unit};

/// What takes findings one by one, in the order of the file.
pub trait Sink {
    /// Takes one.
    ///
    /// # Errors
    /// When it can take no more: validation stops there.
    fn found(&mut self, found: &Found) -> io::Result<()>;

    /// Takes the score of a row, from 0 to 100, after its findings.
    ///
    /// # Errors
    /// When it can take no more: validation stops there.
    fn row(&mut self, _number: u64, _score: u8) -> io::Result<()> {
        Ok(())
    }

    /// Takes some rows of a block, after the findings about them: for who shows rows beside what is wrong with them.
    ///
    /// # Errors
    /// When it can take no more: validation stops there.
    fn rows(&mut self, _block: &Block, _ranks: Range<usize>) -> io::Result<()> {
        Ok(())
    }

    /// Takes a block, after all its rows: for who counts what rows say.
    ///
    /// # Errors
    /// When it can take no more: validation stops there.
    fn block(&mut self, _block: &Block, _columns: &Columns) -> io::Result<()> {
        Ok(())
    }
}

/// Takes nothing: the summary is enough.
impl Sink for () {
    fn found(&mut self, _: &Found) -> io::Result<()> {
        Ok(())
    }
}

/// Adds up the results of blocks, given in the order of the file.
pub struct Merger<'j, 'a> {
    judge: &'j Judge<'a>,
    summary: Summary,
    seen: Vec<Seen>,
    first_blank: Option<u64>,
}

impl<'j, 'a> Merger<'j, 'a> {
    /// Starts with what is wrong with the header.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn new(judge: &'j Judge<'a>, header: &[String], faults: &[Fault], sink: &mut dyn Sink) -> io::Result<Self> {
        let of_header = if header.is_empty() { &[] } else { judge.columns.faults() };
        Self::with_faults(judge, header, faults.iter().chain(of_header), sink)
    }

    /// Starts with these faults and no other.
    pub(super) fn with_faults<'f>(
        judge: &'j Judge<'a>,
        header: &[String],
        faults: impl IntoIterator<Item = &'f Fault>,
        sink: &mut dyn Sink,
    ) -> io::Result<Self> {
        let summary = Summary::new(header, &judge.columns);
        let seen = judge.keys.iter().map(|_| Seen::new()).collect();
        let mut merger = Self { judge, summary, seen, first_blank: None };
        merger.summary.is_readable = !header.is_empty();
        for fault in faults {
            // Keys of objects have no order.
            let means_nothing = judge.unit != Unit::Row && fault.rule == FileRule::ColumnOrder;
            if judge.is_asked(fault.level) && !means_nothing {
                merger.tell(&judge.of_fault(fault), sink)?;
            }
        }
        Ok(merger)
    }

    /// Adds the result of the next block.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn add(&mut self, block: &Block, judged: &mut Judged, sink: &mut dyn Sink) -> io::Result<()> {
        self.summary.blank_rows += block.blank;
        self.first_blank = self.first_blank.or(block.first_blank);
        loop {
            self.part(block, judged, sink)?;
            if !self.judge.go_on(block, judged) {
                return sink.block(block, &self.judge.columns);
            }
        }
    }

    /// Adds the result of the rows of a block that were judged.
    pub(super) fn part(&mut self, block: &Block, judged: &mut Judged, sink: &mut dyn Sink) -> io::Result<()> {
        self.summary.rows += judged.rows.len() as u64;
        for (column, filled) in self.summary.columns.iter_mut().zip(&judged.filled) {
            column.filled += filled;
        }
        // By row, then by column, then as they were found: within a cell, the order of the checker.
        judged.found.sort_by_key(|found| (found.row, found.column.map_or(0, |column| column + 1)));
        let judge = self.judge;
        let mut rest = std::mem::take(&mut judged.found).into_iter().filter(|found| judge.is_asked(found.level)).peekable();
        let mut prints: Vec<&[(u128, u32)]> = judged.keys.iter().map(Vec::as_slice).collect();
        for (seen, prints) in self.seen.iter().zip(&prints) {
            seen.foresee(prints.iter().map(|(print, _)| *print));
        }
        for (index, score) in judged.rows.clone().zip(&judged.scores) {
            let number = block.rows[index].number;
            let mut blocks = false;
            let shared = self.shared(block, index, &mut prints);
            if shared.is_empty() {
                while let Some(found) = rest.next_if(|found| found.row.is_none_or(|row| row <= number)) {
                    blocks |= found.level == Level::Blocking && found.row == Some(number);
                    self.tell(&found, sink)?;
                }
            } else {
                while let Some(found) = rest.next_if(|found| found.row.is_none_or(|row| row < number)) {
                    self.tell(&found, sink)?;
                }
                let mut here: Vec<Found> = std::iter::from_fn(|| rest.next_if(|found| found.row == Some(number))).collect();
                here.extend(shared);
                here.sort_by_key(|found| found.column.map_or(0, |column| column + 1));
                for found in here {
                    blocks |= found.level == Level::Blocking;
                    self.tell(&found, sink)?;
                }
            }
            self.summary.invalid_rows += u64::from(blocks);
            self.summary.quality.add(*score);
            sink.row(number, *score)?;
        }
        for found in rest {
            self.tell(&found, sink)?;
        }
        sink.rows(block, judged.rows.clone())
    }

    /// Says what is known only at the end, and gives the whole.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn finish(mut self, sink: &mut dyn Sink) -> io::Result<Summary> {
        if self.summary.is_readable && self.summary.rows == 0 && self.judge.is_asked(Level::Blocking) {
            let help = "vérifiez que le tableau a bien été exporté en entier";
            let message = match self.judge.unit {
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
        self.summary.add(found);
        sink.found(found)
    }

    /// What is wrong between a row and those before it: a value that must be unique and is not. `prints` are those of each
    /// key from this row on.
    fn shared(&mut self, block: &Block, index: usize, prints: &mut [&[(u128, u32)]]) -> Vec<Found> {
        let mut shared = Vec::new();
        for ((key, seen), prints) in self.judge.keys.iter().zip(&mut self.seen).zip(prints) {
            let Some(((print, rank), rest)) = prints.split_first() else { continue };
            if *rank as usize != index {
                continue;
            }
            *prints = rest;
            let number = block.rows[index].number;
            let Some(first) = seen.before(*print, number) else { continue };
            let Some(row) = block.row(index).filter(|_| self.judge.is_asked(Level::Blocking)) else { continue };
            let texts: Vec<_> = key.columns.iter().map(|column| row.text(*column)).collect();
            let said = Found::cut(&texts.join(", "));
            shared.push(Found {
                rule: CellRule::Unique.id().to_owned(),
                level: Level::Blocking,
                row: Some(number),
                column: key.columns.first().copied(),
                field: Some(self.judge.standard.fields[key.field].name.clone()),
                part: None,
                message: format!("« {said} » est déjà utilisé {}", self.judge.unit.at(first)),
                value: Some(said),
                help: "donnez à chaque lieu une valeur qui n'appartient qu'à lui".to_owned(),
                correction: None,
                label: self.judge.label_of(row),
            });
        }
        shared
    }
}
