//! The sense of the sources: what form alone cannot see.
//!
//! In: decoded files, then the standard made from them. Out: findings. One module a theme; each says what it looks at.

mod data;
mod fields;
mod names;
mod patterns;
mod texts;
mod values;
mod versions;

use standard_mediation_model::{Finding, Standard};

use super::files::Files;

pub(crate) use data::is_exchangeable;

/// What can be said of the files themselves.
pub(crate) fn check_files(files: &Files, findings: &mut Vec<Finding>) {
    names::check(files, findings);
    fields::check(files, findings);
    values::check(files, findings);
    texts::check(files, findings);
    patterns::check(files, findings);
    versions::check(files, findings);
}

/// What can only be said by reading the examples against the standard.
pub(crate) fn check_data(files: &Files, standard: &Standard, findings: &mut Vec<Finding>) {
    data::check(files, standard, findings);
}
