//! `exemples/*.yaml`.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::CellShape;

/// `exemples/<nom>.yaml` : une ligne entière et cohérente.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExampleFile {
    /// Nom de l'exemple ; c'est aussi le nom du fichier.
    #[schemars(regex(pattern = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"), extend("x-en-clair" = "des minuscules sans accent et des chiffres, séparés par des tirets"))]
    pub nom: String,
    /// Titre court.
    pub titre: String,
    /// Ce que la ligne montre.
    pub genre: ExampleKindShape,
    /// Pourquoi ses cases s'accordent.
    pub description: String,
    /// Les cases remplies, « nom du champ: contenu ».
    pub lieu: IndexMap<String, CellShape>,
}

/// Ce que montre une ligne d'exemple.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ExampleKindShape {
    /// Toutes les colonnes sont remplies.
    Complet,
    /// Seules les colonnes obligatoires sont remplies.
    Minimal,
    /// Ce qu'écrirait un producteur soigneux.
    Courant,
}
