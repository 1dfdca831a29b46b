//! `standard.json`: the resolved standard, the file to read from another program.
//!
//! ```json
//! { "nom": "standard-mediation-num", "version": "1.1.0", "champs": [ { "nom": "id", "obligatoire": true } ] }
//! ```

use standard_mediation_model::Standard;

use crate::Artifact;

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    vec![file(standard)]
}

/// The file alone, for versions that are kept beside.
pub(super) fn file(standard: &Standard) -> Artifact {
    Artifact::json("standard.json", standard)
}
