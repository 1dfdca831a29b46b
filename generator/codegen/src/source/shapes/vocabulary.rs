//! `vocabulaires/*.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::LevelShape;

/// `vocabulaires/<nom>.yaml` : une liste de valeurs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VocabularyFile {
    /// Nom du vocabulaire ; c'est aussi le nom du fichier.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"), extend("x-en-clair" = "des minuscules sans accent, des chiffres et des tirets bas, en commençant par une lettre"))]
    pub nom: String,
    /// Titre court.
    pub titre: String,
    /// À quelle question répond cette liste, en un paragraphe.
    pub description: String,
    /// Poids d'une valeur hors liste : bloquant si rien n'est dit.
    #[serde(default)]
    pub niveau: LevelShape,
    /// Adresse de la liste d'origine.
    #[schemars(regex(pattern = r"^https://[!-~]+$"), extend("x-en-clair" = "une adresse web qui commence par https://"))]
    pub origine: Option<String>,
    /// Les valeurs, dans l'ordre où on les lit.
    pub valeurs: Vec<ValueShape>,
}

/// Une valeur d'un vocabulaire.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ValueShape {
    /// Identifiant stable, sans accent : il ne change jamais, même si le libellé change.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"), extend("x-en-clair" = "des minuscules sans accent, des chiffres et des tirets bas, en commençant par une lettre"))]
    pub code: String,
    /// Le texte exact échangé dans les fichiers.
    pub libelle: String,
    /// Ce que la valeur veut dire, pour qui doit la choisir.
    pub definition: String,
    /// Première version du standard qui a cette valeur.
    pub depuis: String,
    /// Autres écritures vues dans de vrais fichiers.
    #[serde(default)]
    pub alias: Vec<String>,
    /// Version à partir de laquelle il ne faut plus l'utiliser.
    pub deprecie: Option<String>,
    /// Code de la valeur à utiliser à la place.
    pub remplace_par: Option<String>,
}
