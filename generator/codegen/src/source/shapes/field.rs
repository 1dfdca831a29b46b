//! `champs/*.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CellShape, LevelShape, cell};

/// `champs/<nom>.yaml` : une colonne.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Champ")]
pub(crate) struct FieldFile {
    /// Nom de la colonne ; c'est aussi le nom du fichier.
    #[schemars(regex(pattern = r"^[A-Za-z][A-Za-z0-9_-]*$"), extend("x-en-clair" = "des lettres sans accent, minuscules si possible, des chiffres, des tirets bas ou des traits d'union, en commençant par une lettre"))]
    pub nom: String,
    /// Titre court, sans parenthèses ni guillemets.
    pub titre: String,
    /// Ce que contient la colonne, en un paragraphe.
    pub description: String,
    /// Comment la remplir, en un paragraphe.
    pub saisie: Option<String>,
    /// Ce que contient une case, ou chaque valeur d'une liste.
    #[serde(rename = "type")]
    pub genre: KindShape,
    /// Écriture du type, quand elle n'est pas l'habituelle : "%d/%m/%Y" pour une date, email ou uri pour un texte.
    pub format: Option<String>,
    /// Les mots qui disent oui et non, pour le type booleen.
    pub oui_non: Option<TruthShape>,
    /// Signe avant les décimales d'un nombre, quand ce n'est pas un point.
    pub signe_decimal: Option<char>,
    /// Vrai si une case vide rend la ligne invalide.
    pub obligatoire: bool,
    /// Vrai si deux lignes ne peuvent pas porter la même valeur.
    #[serde(default)]
    pub unique: bool,
    /// Vrai si une case peut contenir plusieurs valeurs.
    #[serde(default)]
    pub multiple: bool,
    /// Signe entre deux valeurs d'une même case, quand ce n'est pas celui du standard.
    pub separateur: Option<char>,
    /// Nom du vocabulaire dont viennent les valeurs.
    pub vocabulaire: Option<String>,
    /// Forme de chaque valeur.
    pub motif: Option<PatternShape>,
    /// Nombre de caractères à atteindre.
    #[schemars(range(min = 1))]
    pub longueur_min: Option<usize>,
    /// Nombre de caractères à ne pas dépasser.
    #[schemars(range(min = 1))]
    pub longueur_max: Option<usize>,
    /// Plus petit et plus grand nombre, ou premier et dernier jour.
    pub bornes: Option<BoundsShape>,
    /// Contrôles plus fins, signalés sans bloquer.
    #[serde(default)]
    pub controles: Vec<String>,
    /// Première version du standard qui a un champ de ce nom.
    pub depuis: String,
    /// Noms que le champ a portés auparavant.
    #[serde(default)]
    pub anciens_noms: Vec<FormerNameShape>,
    /// Autres noms de colonne vus dans de vrais fichiers : ils y sont lus comme ce champ.
    #[serde(default)]
    pub alias: Vec<String>,
    /// Champs à lire avec celui-ci.
    #[serde(default)]
    pub voir_aussi: Vec<String>,
    /// Bons contenus, le meilleur d'abord. Pour un champ à vocabulaire : des listes de codes.
    pub exemples: Vec<CellShape>,
    /// Mauvais contenus, chacun avec la règle qu'il enfreint.
    #[serde(default)]
    pub contre_exemples: Vec<CounterExampleShape>,
}

/// Genre de contenu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KindShape {
    /// N'importe quel texte.
    Texte,
    /// Un nombre, avec un point pour les décimales.
    Nombre,
    /// Un nombre entier.
    Entier,
    /// Oui ou non.
    Booleen,
    /// Un jour, année-mois-jour.
    Date,
    /// Un jour et une heure.
    DateHeure,
    /// Une heure.
    Heure,
    /// Une année.
    Annee,
    /// Une durée.
    Duree,
    /// Un point, longitude puis latitude.
    Point,
    /// Un objet GeoJSON.
    Geojson,
    /// Une liste écrite en JSON.
    Tableau,
    /// Un objet écrit en JSON.
    Objet,
}

/// Les mots qui disent oui et non.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Oui et non")]
pub(crate) struct TruthShape {
    /// Les mots pour oui, le plus courant d'abord.
    pub oui: Vec<String>,
    /// Les mots pour non, le plus courant d'abord.
    pub non: Vec<String>,
}

/// Forme d'une valeur.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Forme")]
pub(crate) struct PatternShape {
    /// Expression régulière, sans ^ ni $ : l'outil les ajoute.
    pub expression: String,
    /// La même forme, dite à une personne : « cinq chiffres ».
    pub en_clair: String,
    /// Poids : bloquant si rien n'est dit.
    #[serde(default)]
    pub niveau: LevelShape,
}

/// Plus petit et plus grand nombre, ou premier et dernier jour, permis tous les deux.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Bornes")]
pub(crate) struct BoundsShape {
    /// Le plus petit.
    #[serde(default, deserialize_with = "cell::optional_scalar")]
    #[schemars(with = "Option<cell::ScalarShape>")]
    pub minimum: Option<String>,
    /// Le plus grand.
    #[serde(default, deserialize_with = "cell::optional_scalar")]
    #[schemars(with = "Option<cell::ScalarShape>")]
    pub maximum: Option<String>,
    /// Poids : bloquant si rien n'est dit.
    #[serde(default)]
    pub niveau: LevelShape,
}

/// Un ancien nom.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Ancien nom")]
pub(crate) struct FormerNameShape {
    /// Le nom.
    pub nom: String,
    /// Dernière version qui l'utilisait.
    pub jusqua: String,
}

/// Un mauvais contenu.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Contre-exemple")]
pub(crate) struct CounterExampleShape {
    /// Le texte de la case, tel qu'on l'écrirait dans le fichier.
    #[serde(deserialize_with = "cell::scalar")]
    #[schemars(with = "cell::ScalarShape")]
    pub valeur: String,
    /// La règle enfreinte, et elle seule.
    pub regle: String,
    /// Pourquoi, en quelques mots.
    pub explication: Option<String>,
}
