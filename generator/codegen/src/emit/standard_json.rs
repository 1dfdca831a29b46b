//! `standard.json`: the resolved standard, the file to read from another program.
//!
//! ```json
//! { "nom": "standard-mediation-num", "version": "1.1.0", "champs": [ { "nom": "id", "obligatoire": true } ] }
//! ```

use standard_mediation_model::Standard;

use crate::Artifact;

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    vec![Artifact::json("standard.json", standard)]
}
