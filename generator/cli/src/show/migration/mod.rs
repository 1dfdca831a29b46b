//! What a migration did, to a person. Every line goes to a file by [`standard_mediation_report::migration`].

mod terminal;

use standard_mediation_model::migration::{Heading, Plan};

pub(crate) use terminal::migrated;

/// A migration, as it is told.
pub(crate) struct Migration<'a> {
    pub(crate) input: &'a str,
    pub(crate) output: &'a str,
    /// What was assumed, one sentence each.
    pub(crate) assumed: &'a [String],
    pub(crate) plan: &'a Plan,
    pub(crate) heading: &'a Heading,
    pub(crate) rows: u64,
    /// The form of questions, and whether it was written just now.
    pub(crate) form: Option<(String, bool)>,
    /// Whether the form came back without one answer.
    pub(crate) is_unanswered: bool,
}
