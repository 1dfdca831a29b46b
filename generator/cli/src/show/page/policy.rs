//! What a page forbids its reader to do on its behalf.

use sha2::{Digest, Sha256};
use standard_mediation_codegen::base64;

/// A Content Security Policy: this style and this script, to the byte, and nothing from anywhere.
pub(super) fn policy(style: &str, script: &str) -> String {
    let print = |text: &str| base64::text(&Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
        print(style),
        print(script)
    )
}
