//! Files of data as people publish them, of any size, always the same for a seed, with the truth about their faults.
//!
//! In: a [`Standard`] of any version, a [`Plan`], a [`Style`]. Out: the bytes, streamed, and every fault put in
//! ([`Injected`]), so that a reader can be judged: all found, nothing else, in its place.
//!
//! A row depends on the seed and on its rank, never on the others or on the style: the same faults stand in the same
//! cells of every style. A row without a fault breaks no rule, not even a recommendation. Must not touch the disk, the
//! clock or hash order.

mod columns;
mod communes;
mod content;
mod fault;
mod hurt;
mod place;
mod row;
mod style;
mod truth;
mod vocabulary_faults;
mod words;

use std::collections::{BTreeSet, VecDeque};
use std::io::{self, Write};

use standard_mediation_model::Standard;

use crate::dice::{Dice, scattered};
use columns::Columns;
pub(crate) use fault::{Catalogue, Fault, ROW_LENGTHS};
use place::Place;
pub(crate) use row::Row;
pub(crate) use style::Style;
pub(crate) use truth::Injected;
#[allow(unused_imports, reason = "for the benchmark")]
pub(crate) use truth::write as write_truth;

/// What to write.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// Number of rows, the header aside.
    pub(crate) rows: u64,
    /// Another seed, other rows.
    pub(crate) seed: u64,
    /// How many rows in ten thousand get one fault.
    pub(crate) rate: usize,
    /// From which faults one is drawn.
    pub(crate) catalogue: Catalogue,
}

/// Writes the file and gives the faults put in, in the order of the rows.
///
/// # Errors
/// Those of `out`.
pub(crate) fn write(standard: &Standard, plan: Plan, style: Style, out: &mut impl Write) -> io::Result<Vec<Injected>> {
    let maker = Maker::new(standard, plan, style);
    write_rows(standard, plan, style, out, |rank, row| maker.row(rank, row))
}

/// What a fault is, wherever it is: its column, and the rule that it breaks.
pub(crate) type Kind = (String, &'static str);

/// The same rows, hurt by every fault of the catalogue in turn: the one that waits the longest among those that the row
/// can have. Gives as well each column and rule of which no fault could be put in.
///
/// # Errors
/// Those of `out`.
#[allow(dead_code, reason = "for the tests")]
pub(crate) fn write_each(
    standard: &Standard,
    plan: Plan,
    style: Style,
    out: &mut impl Write,
) -> io::Result<(Vec<Injected>, Vec<Kind>)> {
    let maker = Maker::new(standard, plan, style);
    let mut waiting: VecDeque<(&Fault, bool)> = maker.faults().map(|fault| (fault, false)).collect();
    let truth = write_rows(standard, plan, style, out, |rank, row| maker.row_in_turn(rank, row, &mut waiting))?;
    let of = |(fault, _): &(&Fault, bool)| (fault.column.clone(), fault.breaks[0].1);
    let used: BTreeSet<_> = waiting.iter().filter(|(_, is_used)| *is_used).map(of).collect();
    // Some changes make nothing of some lists: no value has an accent, or an apostrophe.
    let unused = waiting.iter().map(of).filter(|kind| !used.contains(kind)).collect();
    Ok((truth, unused))
}

/// Writes the rows that `make` makes, and gives the faults that it put in.
fn write_rows<'m>(
    standard: &Standard,
    plan: Plan,
    style: Style,
    out: &mut impl Write,
    mut make: impl FnMut(u64, &mut Row) -> Option<&'m Fault>,
) -> io::Result<Vec<Injected>> {
    let mut writer = style::Writer::new(standard, style);
    let (mut row, mut truth) = (Row::default(), Vec::new());
    let mut bytes = Vec::with_capacity(1 << 17);
    writer.header(&mut bytes);
    for rank in 0..plan.rows {
        if let Some(fault) = make(rank, &mut row) {
            truth.extend(fault.breaks.iter().map(|(column, rule)| Injected {
                rank,
                column: column.clone(),
                rule,
                level: fault.level,
            }));
        }
        writer.row(&row, &mut bytes);
        if bytes.len() > 1 << 16 {
            out.write_all(&bytes)?;
            bytes.clear();
        }
    }
    writer.end(&mut bytes);
    out.write_all(&bytes)?;
    out.flush()?;
    Ok(truth)
}

/// Makes rows.
pub(crate) struct Maker<'a> {
    columns: Columns<'a>,
    faults: Vec<Vec<Fault>>,
    plan: Plan,
}

impl<'a> Maker<'a> {
    /// Gets ready for a standard.
    pub(crate) fn new(standard: &'a Standard, plan: Plan, style: Style) -> Self {
        let columns = Columns::new(standard);
        let faults = fault::by_column(standard, plan.catalogue, style);
        Self { columns, faults, plan }
    }

    /// Every fault that may be drawn.
    #[allow(dead_code, reason = "for the tests")]
    pub(crate) fn faults(&self) -> impl Iterator<Item = &Fault> {
        self.faults.iter().flatten()
    }

    /// Writes a row without a fault.
    #[allow(dead_code, reason = "for the tests")]
    pub(crate) fn valid(&self, rank: u64, row: &mut Row) {
        let mut dice = self.dice(rank);
        dice.below(1);
        self.fill(rank, &mut dice, row);
    }

    /// Puts a fault in a row; false when this row cannot have it.
    pub(crate) fn hurt(&self, fault: &Fault, rank: u64, row: &mut Row, dice: &mut Dice) -> bool {
        let another = || self.another_identifier(rank);
        hurt::apply(fault, &self.columns, row, dice, another)
    }

    /// Writes a row, with the fault put in it, if it is one of those that have one.
    fn row(&self, rank: u64, row: &mut Row) -> Option<&Fault> {
        let mut dice = self.dice(rank);
        let is_hurt = self.is_hurt(&mut dice);
        self.fill(rank, &mut dice, row);
        if !is_hurt {
            return None;
        }
        // Some faults ask for a filled cell: another is drawn until one can be put in.
        loop {
            let column = &self.faults[dice.below(self.faults.len())];
            let fault = &column[dice.below(column.len())];
            if self.hurt(fault, rank, row, &mut dice) {
                return Some(fault);
            }
        }
    }

    /// Writes a row, with the first fault that it can have, which then waits behind the others.
    fn row_in_turn<'m>(&self, rank: u64, row: &mut Row, waiting: &mut VecDeque<(&'m Fault, bool)>) -> Option<&'m Fault> {
        let mut dice = self.dice(rank);
        let is_hurt = self.is_hurt(&mut dice);
        self.fill(rank, &mut dice, row);
        if !is_hurt {
            return None;
        }
        let at = (0..waiting.len()).find(|at| self.hurt(waiting[*at].0, rank, row, &mut dice))?;
        let (fault, _) = waiting.remove(at)?;
        waiting.push_back((fault, true));
        Some(fault)
    }

    fn dice(&self, rank: u64) -> Dice {
        Dice(scattered(self.plan.seed ^ scattered(rank)) | 1)
    }

    /// The first throw of a row decides whether it has a fault.
    fn is_hurt(&self, dice: &mut Dice) -> bool {
        dice.below(10_000) < self.plan.rate && !self.faults.is_empty()
    }

    fn fill(&self, rank: u64, dice: &mut Dice, row: &mut Row) {
        row.clear();
        let place = Place::draw(rank, self.plan.seed, dice);
        self.columns.fill(&place, dice, row);
    }

    /// The identifier of a row above that has no fault, if there is one.
    fn another_identifier(&self, rank: u64) -> Option<String> {
        let above = (rank.saturating_sub(50)..rank).find(|above| !self.is_hurt(&mut self.dice(*above)))?;
        Some(Place::identifier(above, self.plan.seed))
    }
}
