//! Which version a file to migrate is of, and how that is known.

use standard_mediation_model::migration::{Speaks, speaks};
use standard_mediation_model::{Standard, Version};

use crate::Refusal;

/// How a person chooses a version where the migration runs: ends of sentences, in French.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'c> {
    /// The version that the person chose, if any.
    pub version: Option<Version>,
    /// How it was chosen: « donnée par --depuis ».
    pub made: &'c str,
    /// How to choose another one than the one assumed: « --depuis en choisit une autre ».
    pub other: &'c str,
    /// How to choose where nothing can be assumed: « dites laquelle avec --depuis ».
    pub needed: &'c str,
}

/// The version of the file called `name` in messages, and how it is known. `standards` are all versions, oldest first; `to`
/// is the version to reach.
///
/// # Errors
/// When its header is of no version, or of several that do not have the same columns.
pub fn origin(
    choice: &Choice<'_>,
    standards: &[&Standard],
    (header, to): (&[String], Version),
    name: &str,
) -> Result<(Version, String), Refusal> {
    let Choice { made, other, needed, .. } = choice;
    if let Some(version) = choice.version {
        return Ok((version, format!("version {version}, {made}")));
    }
    let list = |versions: &[Version]| versions.iter().map(Version::to_string).collect::<Vec<_>>().join(", ");
    match speaks(standards, header) {
        Speaks::Versions(mut versions) => {
            let assumed = versions.iter().copied().find(|version| *version < to).unwrap_or(versions[0]);
            versions.sort_unstable();
            let others = match versions.len() {
                1 => String::new(),
                _ => format!(" (les versions {} ont les mêmes colonnes ; {other})", list(&versions)),
            };
            Ok((assumed, format!("version {assumed}, d'après l'en-tête{others}")))
        }
        Speaks::Unsure(versions) => {
            let versions = list(&versions);
            Err(Refusal::Said(format!("l'en-tête de « {name} » peut être de plusieurs versions ({versions}) : {needed}")))
        }
        Speaks::Nothing => Err(Refusal::Said(format!(
            "aucune colonne de « {name} » n'est du standard, par son nom ou son titre : la première ligne est-elle bien l'en-tête ?"
        ))),
    }
}
