//! What may be mended in a file without guessing, and what may not.
//!
//! ```text
//! cell, row ──► Mender::propose ──► Proposal: sure | to confirm | impossible, and why
//! Rows ──► Hand ──► Repairing ──► bytes of the repaired file; each Repair to a RepairSink; a Summary of what is still wrong
//! ```
//!
//! A repair is *sure* when nothing is lost and nothing is guessed: there is one thing that the text can mean, and the cell
//! that says it breaks no blocking rule, nor more recommendations than before. That is checked on the result, not
//! promised. Whatever else would do is only shown. No value is ever made up: an empty cell stays empty, a date that
//! cannot be read is not today's.
//!
//! A column that tells rows apart (`id`) is never changed: two texts that differ by a space are two rows.

mod again;
mod apart;
mod code;
mod copy;
mod day;
mod digits;
mod draft;
mod evidence;
mod hand;
mod hours;
mod layout;
mod left;
mod list;
mod mender;
mod name;
mod nature;
mod number;
mod output;
mod phone;
mod place;
mod point;
mod record;
mod register;
mod row;
mod run;
mod spellings;
mod text;
mod told;
mod web;
mod worth;

pub use day::DayOrder;
pub use evidence::Evidence;
pub use hand::{Hand, Handled};
pub(super) use mender::{Context, Mender};
pub(super) use record::Proposal;
pub use record::{Certainty, Repair, RepairGroup, RepairSink, Tally};
pub(super) use row::mend as mend_row;
pub use run::{Outcome, Repairing, repair};
