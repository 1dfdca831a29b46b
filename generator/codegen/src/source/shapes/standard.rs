//! `standard.yaml`.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::CellShape;

/// `standard.yaml` : l'identité du standard, le format des fichiers et l'ordre des colonnes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Identité du standard")]
pub(crate) struct StandardFile {
    /// Nom technique du schéma, en minuscules et tirets.
    #[schemars(regex(pattern = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"), extend("x-en-clair" = "des minuscules sans accent et des chiffres, séparés par des tirets"))]
    pub nom: String,
    /// Titre court, sans version.
    pub titre: String,
    /// Ce que décrit le standard, en un paragraphe.
    pub description: String,
    /// Version en préparation, trois nombres : 1.1.0.
    pub version: String,
    /// Jour de la première version, entre guillemets : "2022-07-04".
    pub cree_le: String,
    /// Jour de la dernière modification, entre guillemets.
    pub modifie_le: String,
    /// Pays, en deux lettres capitales (ISO 3166-1).
    #[schemars(regex(pattern = r"^[A-Z]{2}$"), extend("x-en-clair" = "deux lettres capitales"))]
    pub pays: String,
    /// Langue des textes, en deux lettres (ISO 639-1).
    #[schemars(regex(pattern = r"^[a-z]{2}$"), extend("x-en-clair" = "deux lettres minuscules"))]
    pub langue: String,
    /// Adresse du dépôt public où le standard est publié.
    #[schemars(regex(pattern = r"^https://[!-~]+$"), extend("x-en-clair" = "une adresse web qui commence par https://"))]
    pub depot: String,
    /// Adresse sous laquelle « étiquette/fichier » donne le fichier brut d'une version.
    #[schemars(regex(pattern = r"^https://[!-~]+$"), extend("x-en-clair" = "une adresse web qui commence par https://"))]
    pub depot_brut: String,
    /// Adresse de courriel à laquelle écrire.
    #[schemars(regex(pattern = r"^[!-~]+@[!-~]+$"), extend("x-en-clair" = "une adresse de courriel"))]
    pub contact: String,
    /// Mots par lesquels on cherche le standard.
    #[schemars(extend("x-vide" = true))]
    pub mots_cles: Vec<String>,
    /// Licence des données du standard.
    pub licence: LicenceShape,
    /// Organismes qui ont fait le standard ; un seul porte le rôle author.
    pub contributeurs: Vec<ContributorShape>,
    /// Comment s'écrit un fichier CSV du standard.
    pub format: DialectShape,
    /// Textes de référence : lois, guides, normes.
    #[serde(default)]
    pub sources: Vec<SourceShape>,
    /// Versions publiées ou écrites, de la plus ancienne à la plus récente ; celle en préparation n'y entre qu'une fois publiée.
    #[serde(default)]
    #[schemars(extend("x-vide" = true))]
    pub versions: Vec<ReleaseShape>,
    /// Familles de champs, dans l'ordre où on les lit.
    pub groupes: Vec<GroupShape>,
    /// Ordre des colonnes du fichier, une ligne par colonne : « nom du champ: nom du groupe ».
    pub colonnes: IndexMap<String, String>,
    /// Champs qui, ensemble, distinguent une ligne des autres ; le champ obligatoire et unique si rien n'est dit, [] pour aucun.
    #[schemars(extend("x-vide" = true))]
    pub cle_primaire: Option<Vec<String>>,
    /// Contrôles que seul le validateur national connaît, publiés tels quels.
    #[serde(default)]
    pub controles_validata: Vec<CustomCheckShape>,
}

/// Un texte de référence.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Source")]
pub(crate) struct SourceShape {
    /// Titre lisible.
    pub titre: String,
    /// Adresse du texte.
    #[schemars(regex(pattern = r"^https?://[!-~]+$"), extend("x-en-clair" = "une adresse web qui commence par https://"))]
    pub lien: String,
}

/// Un contrôle du validateur national.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Contrôle Validata")]
pub(crate) struct CustomCheckShape {
    /// Son nom.
    pub nom: String,
    /// Ses paramètres, « nom: texte ou liste ».
    pub parametres: IndexMap<String, CellShape>,
}

/// Une licence.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Licence")]
pub(crate) struct LicenceShape {
    /// Identifiant, etalab-2.0 par exemple.
    pub nom: String,
    /// Titre lisible.
    pub titre: String,
    /// Adresse du texte.
    #[schemars(regex(pattern = r"^https://[!-~]+$"), extend("x-en-clair" = "une adresse web qui commence par https://"))]
    pub lien: String,
}

/// Un organisme qui a fait le standard.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Contributeur")]
pub(crate) struct ContributorShape {
    /// Nom de l'équipe, quand il diffère de l'organisme.
    pub titre: Option<String>,
    /// Nom de l'organisme.
    pub organisation: String,
    /// Adresse de courriel ; obligatoire pour l'auteur.
    #[schemars(regex(pattern = r"^[!-~]+@[!-~]+$"), extend("x-en-clair" = "une adresse de courriel"))]
    pub courriel: Option<String>,
    /// Son rôle.
    pub role: RoleShape,
}

/// Rôle d'un organisme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RoleShape {
    /// Répond du standard.
    Author,
    /// A participé.
    Contributor,
}

/// Comment s'écrit un fichier CSV.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Format des fichiers")]
pub(crate) struct DialectShape {
    /// Encodage des caractères.
    pub encodage: String,
    /// Signe entre deux cases.
    pub separateur: char,
    /// Signe autour des cases qui en ont besoin.
    pub guillemet: char,
    /// Signe entre deux valeurs d'une même case.
    pub separateur_de_liste: char,
    /// Textes qui valent une case vide, en plus de la case vide.
    #[serde(default)]
    pub valeurs_manquantes: Vec<String>,
    /// Comment se nomme un fichier.
    pub nom_de_fichier: String,
}

/// Une version passée.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Version passée")]
pub(crate) struct ReleaseShape {
    /// Son numéro : 1.0.1.
    pub numero: String,
    /// Le jour où elle a été écrite, entre guillemets.
    pub date: String,
    /// Vrai si le site national l'a publiée.
    pub publiee: bool,
}

/// Une famille de champs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Groupe")]
pub(crate) struct GroupShape {
    /// Nom utilisé dans « colonnes ».
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"), extend("x-en-clair" = "des minuscules sans accent, des chiffres et des tirets bas, en commençant par une lettre"))]
    pub nom: String,
    /// Titre court.
    pub titre: String,
    /// Ce que réunit la famille, en une phrase.
    pub description: String,
}
