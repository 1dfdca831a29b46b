//! What a repair did, to a person. Programs are told by [`standard_mediation_report::repairs`].

mod terminal;

pub(crate) use standard_mediation_report::repairs::{Listing, Lists, Mending, kept, list};
pub(crate) use terminal::terminal;
