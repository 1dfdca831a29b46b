//! `regles.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::LevelShape;

/// `regles.yaml` : les règles entre champs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Règles entre champs")]
pub(crate) struct RulesFile {
    /// Les règles ; [] s'il n'y en a pas.
    #[schemars(extend("x-vide" = true))]
    pub regles: Vec<RuleShape>,
}

/// Une règle entre champs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Règle")]
pub(crate) struct RuleShape {
    /// Identifiant stable, en minuscules et tirets.
    #[schemars(regex(pattern = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"), extend("x-en-clair" = "des minuscules sans accent et des chiffres, séparés par des tirets"))]
    pub nom: String,
    /// Ce que la règle compare.
    pub genre: RuleKindShape,
    /// Poids de la règle.
    pub niveau: LevelShape,
    /// La règle en une ligne.
    pub titre: String,
    /// Quoi et pourquoi, en un paragraphe.
    pub explication: String,
    /// Comment corriger une ligne qui l'enfreint, en une phrase.
    pub remede: String,
    /// Champs comparés, dans l'ordre que demande le genre.
    pub champs: Vec<String>,
    /// Code de la valeur en cause, pour les genres valeur_exclusive et valeur_exige_champ.
    pub valeur: Option<String>,
    /// Champ à remplir, pour le genre valeur_exige_champ.
    pub exige: Option<String>,
}

/// Genre de règle entre champs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RuleKindShape {
    /// Tous les champs sont remplis, ou aucun.
    Ensemble,
    /// La valeur se donne seule.
    ValeurExclusive,
    /// La valeur demande qu'un autre champ soit rempli.
    ValeurExigeChamp,
    /// Le point est dans le territoire de la commune : champs code de la commune, latitude, longitude.
    CoordonneesCommune,
    /// Le code postal et le code de la commune s'accordent : champs code postal, code de la commune.
    CodesCommune,
    /// Le nom et le code désignent la même commune : champs nom de la commune, code de la commune.
    NomDeCommune,
    /// Un numéro de neuf ou dix chiffres est d'un territoire du Pacifique : champs numéro de la structure, code postal.
    NumeroDuTerritoire,
}
