//! The sense of the sources: what form alone cannot see.
//!
//! In: decoded files, then the standard made from them. Out: findings. One module a theme; each says what it looks at.

mod aliases;
mod changes;
mod data;
mod fields;
mod identifiers;
mod names;
mod patterns;
mod texts;
mod values;
mod versions;

use std::collections::BTreeMap;

use standard_mediation_model::{Finding, Standard, Version};

use super::files::Files;

pub(crate) use data::is_exchangeable;

/// What can be said of the files themselves.
pub(crate) fn check_files(files: &Files, past: &BTreeMap<Version, Standard>, findings: &mut Vec<Finding>) {
    names::check(files, past, findings);
    identifiers::check(files, findings);
    changes::decisions(files, findings);
    fields::check(files, findings);
    values::check(files, findings);
    aliases::check(files, findings);
    texts::check(files, findings);
    patterns::check(files, findings);
    versions::check(files, findings);
}

/// What can only be said by reading the examples against the standard.
pub(crate) fn check_data(files: &Files, standard: &Standard, findings: &mut Vec<Finding>) {
    data::check(files, standard, findings);
}

/// What can only be said by comparing the standard with what was published.
pub(crate) fn check_changes(files: &Files, standard: &Standard, past: &BTreeMap<Version, Standard>, findings: &mut Vec<Finding>) {
    changes::check(files, standard, past, findings);
}
