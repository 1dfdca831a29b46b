//! wip
use super::files::Files;
use standard_mediation_model::{Finding, Standard};
pub(crate) fn check_files(_files: &Files, _findings: &mut Vec<Finding>) {}
pub(crate) fn check_data(_files: &Files, _standard: &Standard, _findings: &mut Vec<Finding>) {}
