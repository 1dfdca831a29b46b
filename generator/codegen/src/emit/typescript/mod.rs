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

use standard_mediation_model::Standard;

use super::package;
use crate::Artifact;

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
    let mut artifacts = vec![
        package::manifest("typescript/package.json", include_str!("../../../../../templates/typescript/package.json"), standard),
        package::readme("typescript", standard),
        source("champs.js", &fields::module(standard)),
        source("champs.d.ts", &fields::declarations(standard)),
        source("lieu.d.ts", &place::declarations(standard)),
        source("listes.js", &lists::module(standard)),
        source("listes.d.ts", &lists::declarations(standard)),
    ];
    artifacts.extend(package::fixed("typescript/src", &FIXED));
    artifacts
}

#[cfg(test)]
mod tests;
