//! The shapes of the YAML sources, one struct per kind of file.
//!
//! They are read twice: serde fills them from a clean text, and schemars reflects them into the schema that checks
//! the form of each file and that editors use for completion. The comments of fields are what a committee member
//! reads when hovering a key, hence in French.
//!
//! Nothing is decided here: names, versions and references are still plain texts.

use indexmap::IndexMap;
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

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
    pub mots_cles: Vec<String>,
    /// Licence des données du standard.
    pub licence: LicenceShape,
    /// Organismes qui ont fait le standard ; un seul porte le rôle author.
    pub contributeurs: Vec<ContributorShape>,
    /// Comment s'écrit un fichier CSV du standard.
    pub format: DialectShape,
    /// Versions passées, de la plus ancienne à la plus récente, sans celle en préparation.
    pub versions: Vec<ReleaseShape>,
    /// Familles de champs, dans l'ordre où on les lit.
    pub groupes: Vec<GroupShape>,
    /// Ordre des colonnes du fichier, une ligne par colonne : « nom du champ: nom du groupe ».
    pub colonnes: IndexMap<String, String>,
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

/// `champs/<nom>.yaml` : une colonne.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Champ")]
pub(crate) struct FieldFile {
    /// Nom de la colonne ; c'est aussi le nom du fichier.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"), extend("x-en-clair" = "des minuscules sans accent, des chiffres et des tirets bas, en commençant par une lettre"))]
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
    /// Vrai si une case vide rend la ligne invalide.
    pub obligatoire: bool,
    /// Vrai si deux lignes ne peuvent pas porter la même valeur.
    #[serde(default)]
    pub unique: bool,
    /// Vrai si une case peut contenir plusieurs valeurs.
    #[serde(default)]
    pub multiple: bool,
    /// Nom du vocabulaire dont viennent les valeurs.
    pub vocabulaire: Option<String>,
    /// Forme de chaque valeur.
    pub motif: Option<PatternShape>,
    /// Nombre de caractères à ne pas dépasser.
    #[schemars(range(min = 1))]
    pub longueur_max: Option<usize>,
    /// Plus petit et plus grand nombre.
    pub bornes: Option<BoundsShape>,
    /// Contrôles plus fins, signalés sans bloquer.
    #[serde(default)]
    pub controles: Vec<String>,
    /// Première version du standard qui a un champ de ce nom.
    pub depuis: String,
    /// Noms que le champ a portés auparavant.
    #[serde(default)]
    pub anciens_noms: Vec<FormerNameShape>,
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
#[serde(rename_all = "lowercase")]
pub(crate) enum KindShape {
    /// N'importe quel texte.
    Texte,
    /// Un nombre, avec un point pour les décimales.
    Nombre,
    /// Un jour, année-mois-jour.
    Date,
}

/// Poids d'une contrainte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LevelShape {
    /// Fait partie du standard publié : une donnée qui l'enfreint n'est pas valide.
    #[default]
    Bloquant,
    /// Conseil de nos outils et de nos pages : rien n'est refusé.
    Recommandation,
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

/// Plus petit et plus grand nombre, permis tous les deux.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Bornes")]
pub(crate) struct BoundsShape {
    /// Plus petit nombre.
    pub minimum: f64,
    /// Plus grand nombre.
    pub maximum: f64,
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
    #[serde(deserialize_with = "scalar")]
    #[schemars(with = "ScalarShape")]
    pub valeur: String,
    /// La règle enfreinte, et elle seule.
    pub regle: String,
    /// Pourquoi, en quelques mots.
    pub explication: Option<String>,
}

/// `vocabulaires/<nom>.yaml` : une liste de valeurs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Vocabulaire")]
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
#[schemars(title = "Valeur")]
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

/// `regles.yaml` : les règles entre champs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Règles entre champs")]
pub(crate) struct RulesFile {
    /// Les règles.
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
}

/// `exemples/<nom>.yaml` : une ligne entière et cohérente.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Exemple")]
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
    /// Réunion ou document qui l'a décidé.
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

/// Un contenu de case : un texte ou un nombre, ou une liste.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(untagged)]
pub(crate) enum CellShape {
    /// Une seule valeur.
    One(#[schemars(with = "ScalarShape")] String),
    /// Plusieurs valeurs, dans l'ordre.
    Many(#[schemars(with = "Vec<ScalarShape>")] Vec<String>),
}

/// Un texte ou un nombre.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
pub(crate) enum ScalarShape {
    /// Un texte.
    Text(String),
    /// Un nombre.
    Number(f64),
}

struct CellVisitor;

impl<'de> serde::de::Visitor<'de> for CellVisitor {
    type Value = CellShape;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a scalar or a list of scalars")
    }

    fn visit_str<E>(self, text: &str) -> Result<CellShape, E> {
        Ok(CellShape::One(text.to_owned()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<CellShape, E> {
        Ok(CellShape::One(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<CellShape, E> {
        Ok(CellShape::One(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<CellShape, E> {
        Ok(CellShape::One(number.to_string()))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<CellShape, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) = list.next_element::<CellShape>()? {
            match part {
                CellShape::One(text) => parts.push(text),
                CellShape::Many(_) => return Err(serde::de::Error::custom("a list inside a list")),
            }
        }
        Ok(CellShape::Many(parts))
    }
}

impl<'de> Deserialize<'de> for CellShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

fn scalar<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    match CellShape::deserialize(deserializer)? {
        CellShape::One(text) => Ok(text),
        CellShape::Many(_) => Err(serde::de::Error::custom("a list where one text is expected")),
    }
}

/// One kind of source file.
pub(crate) struct Shape {
    /// Short name.
    pub(crate) name: &'static str,
    /// The files of that kind, as a glob below the folder of the sources.
    pub(crate) files: &'static str,
    /// Its JSON Schema, draft-07, without references.
    pub(crate) schema: Value,
}

/// Every kind of source file.
pub(crate) fn all() -> Vec<Shape> {
    let shape = |name, files, schema| Shape { name, files, schema };
    vec![
        shape("standard", "standard.yaml", inlined::<StandardFile>()),
        shape("regles", "regles.yaml", inlined::<RulesFile>()),
        shape("champ", "champs/*.yaml", inlined::<FieldFile>()),
        shape("vocabulaire", "vocabulaires/*.yaml", inlined::<VocabularyFile>()),
        shape("exemple", "exemples/*.yaml", inlined::<ExampleFile>()),
        shape("evolution", "evolutions/*.yaml", inlined::<ChangeFile>()),
    ]
}

/// The JSON Schema of a shape, draft-07: the oldest that all editors read, and the one that [`super::form`] walks.
pub(crate) fn schema<T: JsonSchema>() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value()
}

/// The same, without references: an editor then says what a key means where it stands.
fn inlined<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}
