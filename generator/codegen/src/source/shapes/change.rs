//! `evolutions/*.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

/// `evolutions/<nom>.yaml` : un changement d'une version.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Évolution")]
pub(crate) struct ChangeFile {
    /// Le changement en une ligne.
    pub titre: String,
    /// La version qui l'apporte.
    pub version: String,
    /// Ce qu'il fait aux données.
    pub niveau: ImpactShape,
    /// Champs touchés.
    #[serde(default)]
    pub champs: Vec<String>,
    /// Codes des valeurs touchées, dans les vocabulaires de ces champs.
    #[serde(default)]
    pub valeurs: Vec<String>,
    /// Ce que cela change pour qui publie des données.
    pub description: String,
    /// Pourquoi.
    pub raison: String,
    /// Nom de la décision : celui d'un fichier de decisions/. Obligatoire, sauf pour un correctif.
    pub decision: Option<String>,
}

/// Effet d'un changement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ImpactShape {
    /// Des données valides peuvent ne plus l'être.
    Majeur,
    /// Quelque chose s'ajoute.
    Mineur,
    /// Textes, corrections : rien ne change pour les données.
    Correctif,
}
