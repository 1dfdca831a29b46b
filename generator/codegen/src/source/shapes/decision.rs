//! `decisions/*.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

/// `decisions/<nom>.yaml` : une décision du comité, que citent les évolutions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Décision")]
pub(crate) struct DecisionFile {
    /// Réunion ou document qui a décidé, en quelques mots.
    pub titre: String,
    /// Quand, aussi précisément qu'on le sait : « 30 mai 2023 », « début 2023 ».
    pub date: String,
    /// Prise, sans trace, ou à confirmer par le comité.
    pub etat: StatusShape,
    /// Ce qui a été décidé, en un paragraphe.
    pub description: String,
    /// Ce qui a été décidé et n'est pas encore dans le standard.
    #[serde(default)]
    pub en_attente: Vec<String>,
}

/// État d'une décision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StatusShape {
    /// Le comité a tranché.
    Prise,
    /// Appliquée dans une version publiée, sans compte rendu retrouvé.
    SansTrace,
    /// Proposée : le comité doit encore la valider.
    AConfirmer,
}
