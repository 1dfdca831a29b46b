//! The cells of a block that are not accepted at sight: a few of them, which are then read row by row.
//!
//! In: the rows of a block, in order. Out: those of their cells that something may be wrong with. Rows that have the cells
//! of the header are looked at column by column. The others are looked at one by one: under a header of a thousand columns,
//! rows of one cell cost no more than what is there.

use std::ops::Range;

use super::super::block::Span;
use super::super::plan::{Parts, Plan};
use super::super::{Block, formula, suspect};
use super::Judge;

/// What is left of some rows. Meant to be filled again and again.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    /// The ranks of the rows that were looked at.
    ranks: Range<usize>,
    /// Each cell: the rank of its row among them, and its column.
    cells: Vec<(u32, u32)>,
    /// Number of them that were taken.
    taken: usize,
    /// Rows that have the cells of the header: their rank, and that of their first cell in the block.
    whole: Vec<(u32, u32)>,
    /// The cells of one column that hold something, each with the rank of its row.
    filled: Vec<(u32, Span)>,
    parts: Parts,
}

/// A block, as it is looked at.
#[derive(Clone, Copy)]
pub(super) struct Look<'b> {
    pub(super) block: &'b Block,
    /// Its text, when all of it is UTF-8.
    pub(super) text: Option<&'b str>,
    /// Whether recommendations are asked for.
    pub(super) advised: bool,
    /// Whether some cell may hold characters that cannot be seen, or damaged accents.
    pub(super) suspect: bool,
}

impl Look<'_> {
    /// Whether a cell holds quotes without being between quotes, which is pointed at.
    pub(super) fn is_bare(self, span: Span) -> bool {
        self.advised && self.block.is_bare(span)
    }

    /// Whether a cell surely holds nothing that harms whoever opens the file.
    #[inline]
    fn is_harmless(self, span: Span) -> bool {
        let cell = &self.block.text[span.range()];
        !(formula::is_formula(cell) || self.suspect && suspect::may_be_inside(cell) || self.block.is_bare(span))
    }

    /// Whether nothing is wrong with one cell that holds something, for sure.
    fn is_good(self, plan: &Plan, index: usize, column: usize, parts: &mut Parts) -> bool {
        let row = self.block.row_in(self.text, index);
        let is_harmless = || !self.advised || self.is_harmless(self.block.cells_of(index)[column]);
        row.is_utf8(column) && plan.accepts(row.text(column).as_bytes(), parts) && is_harmless()
    }
}

impl Doubts {
    /// Forgets the block that was looked at.
    pub(super) fn clear(&mut self) {
        self.ranks = 0..0;
    }

    /// Where the cells of a row are among those to be read. Rows are asked for in order, each once.
    pub(super) fn of(&mut self, judge: &Judge<'_>, look: Look<'_>, index: usize) -> Range<usize> {
        if !self.ranks.contains(&index) {
            self.look(judge, look, index..look.block.len());
        }
        let (start, rank) = (self.taken, index - self.ranks.start);
        let here = self.cells[start..].iter().take_while(|(row, _)| *row as usize == rank).count();
        self.taken += here;
        start..self.taken
    }

    /// The column of a cell to be read.
    pub(super) fn column(&self, at: usize) -> usize {
        self.cells[at].1 as usize
    }

    fn look(&mut self, judge: &Judge<'_>, look: Look<'_>, ranks: Range<usize>) {
        (self.ranks, self.taken) = (ranks.clone(), 0);
        self.cells.clear();
        self.whole.clear();
        for (rank, index) in (0..).zip(ranks) {
            if look.text.is_some() && look.block.cells_of(index).len() == judge.plans.len() {
                self.whole.push((rank, look.block.rows[index].first));
            } else {
                self.look_across(judge, look, rank, index);
            }
        }
        for (column, plan) in judge.plans.iter().enumerate() {
            self.look_down(look, plan, column);
        }
        self.cells.sort_unstable();
        self.cells.dedup();
    }

    fn look_across(&mut self, judge: &Judge<'_>, look: Look<'_>, rank: u32, index: usize) {
        let Self { cells, parts, .. } = self;
        for ((column, plan), span) in (0..).zip(&judge.plans).zip(look.block.cells_of(index)) {
            let is_good = if span.is_empty() { !plan.is_required() } else { look.is_good(plan, index, column as usize, parts) };
            if !is_good {
                cells.push((rank, column));
            }
        }
    }

    #[allow(clippy::cast_possible_truncation)]
    fn look_down(&mut self, look: Look<'_>, plan: &Plan, column: usize) {
        if plan.is_free() && !plan.is_required() && !look.advised {
            return;
        }
        let Self { ranks, cells, whole, filled, parts, .. } = self;
        let cell = |first: u32| look.block.cells[first as usize + column];
        let column_here = column as u32;
        // A cell of nothing but separators is refused for each of them.
        let mut doubt = |rank: u32| {
            if cells.last() != Some(&(rank, column_here)) {
                cells.push((rank, column_here));
            }
        };
        filled.resize(whole.len() + 1, (0, Span::new(0, 0, false)));
        let (mut count, mut doubled) = (0, 0);
        // Each is written down, and the next one over it when it is empty: nothing is to be guessed.
        for (rank, first) in whole.iter().copied() {
            let span = cell(first);
            filled[count] = (rank, span);
            count += usize::from(!span.is_empty());
            if span.is_doubled() {
                (count, doubled) = (count - 1, doubled + 1);
                if !look.is_good(plan, ranks.start + rank as usize, column, parts) {
                    doubt(rank);
                }
            }
        }
        if plan.is_required() && count + doubled < whole.len() {
            whole.iter().filter(|(_, first)| cell(*first).is_empty()).for_each(|(rank, _)| doubt(*rank));
        }
        let filled = &filled[..count];
        if look.advised {
            filled.iter().filter(|(_, span)| !look.is_harmless(*span)).for_each(|(rank, _)| doubt(*rank));
        }
        plan.refused(&look.block.text, filled, parts, doubt);
    }
}
