//! `typescript/`: the npm package `lieux-mediation-numerique`.
//!
//! In: the standard. Out: modules of ECMAScript with their declarations, ready to publish: nothing is compiled on the
//! way. What depends on the standard is data (`listes`, `champs`) and types (`lieu`); what reads and writes rows is
//! fixed, in plain JavaScript under `templates/typescript/`. Must not decide what is valid: that is said once, in the model.
//!
//! ```ts
//! export interface Lieu {
//!   /** Identifiant unique local du lieu */
//!   id: string;
//!   services?: readonly Services[] | undefined;
//! }
//! ```

mod fields;
mod lists;
mod names;
mod place;
mod script;

use serde_json::json;
use standard_mediation_model::Standard;

use crate::{Artifact, render};

/// Files that do not depend on the standard.
const FIXED: [(&str, &str); 13] = [
    ("calendrier.js", include_str!("../../../../../templates/typescript/calendrier.js")),
    ("case.js", include_str!("../../../../../templates/typescript/case.js")),
    ("csv.js", include_str!("../../../../../templates/typescript/csv.js")),
    ("fichier.d.ts", include_str!("../../../../../templates/typescript/fichier.d.ts")),
    ("fichier.js", include_str!("../../../../../templates/typescript/fichier.js")),
    ("index.d.ts", include_str!("../../../../../templates/typescript/index.d.ts")),
    ("index.js", include_str!("../../../../../templates/typescript/index.js")),
    ("ligne.d.ts", include_str!("../../../../../templates/typescript/ligne.d.ts")),
    ("ligne.js", include_str!("../../../../../templates/typescript/ligne.js")),
    ("proche.js", include_str!("../../../../../templates/typescript/proche.js")),
    ("types.d.ts", include_str!("../../../../../templates/typescript/types.d.ts")),
    ("valeurs.d.ts", include_str!("../../../../../templates/typescript/valeurs.d.ts")),
    ("valeurs.js", include_str!("../../../../../templates/typescript/valeurs.js")),
];

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let source = |name: &str, text: &str| Artifact::text(format!("typescript/src/{name}"), text);
    let version = standard.identity.version.to_string();
    let mut artifacts = vec![
        Artifact::text("typescript/package.json", &manifest(standard)),
        Artifact::text("typescript/README.md", &render::markdown("typescript/README", &json!({ "version": version }))),
        source("champs.js", &fields::module(standard)),
        source("champs.d.ts", &fields::declarations(standard)),
        source("lieu.d.ts", &place::declarations(standard)),
        source("listes.js", &lists::module(standard)),
        source("listes.d.ts", &lists::declarations(standard)),
    ];
    artifacts.extend(FIXED.iter().map(|(name, text)| source(name, text)));
    artifacts
}

fn manifest(standard: &Standard) -> String {
    let text = |value: &str| serde_json::Value::from(value).to_string();
    include_str!("../../../../../templates/typescript/package.json")
        .replace("\"VERSION\"", &text(&standard.identity.version.to_string()))
        .replace("\"DEPOT\"", &text(&standard.identity.repository))
}

#[cfg(test)]
mod tests;
