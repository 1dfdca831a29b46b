//! A proposal before it is checked.

use super::Certainty;

/// What a text may become, in the eyes of whoever knows its nature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) certainty: Certainty,
    pub(super) after: Option<String>,
    /// What was done, as the title of a group.
    pub(super) kind: &'static str,
    /// Why it is not done, or nothing.
    pub(super) why: String,
}

impl Draft {
    /// The text means one thing only.
    pub(super) fn sure(after: impl Into<String>, kind: &'static str) -> Self {
        Self { certainty: Certainty::Sure, after: Some(after.into()), kind, why: String::new() }
    }

    /// The text probably means this.
    pub(super) fn confirm(after: impl Into<String>, kind: &'static str, why: impl Into<String>) -> Self {
        Self { certainty: Certainty::ToConfirm, after: Some(after.into()), kind, why: why.into() }
    }

    /// What the text meant is not in it any more.
    pub(super) fn impossible(kind: &'static str, why: impl Into<String>) -> Self {
        Self { certainty: Certainty::Impossible, after: None, kind, why: why.into() }
    }
}
