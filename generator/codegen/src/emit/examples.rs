//! wip

use standard_mediation_model::Standard;

use crate::Artifact;

pub(super) fn emit(_standard: &Standard) -> Vec<Artifact> {
    Vec::new()
}
