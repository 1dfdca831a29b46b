//! `migrations/*.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

/// `migrations/<de>-vers-<vers>.yaml` : ce que devient un fichier d'une version dans la suivante.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Migration")]
pub(crate) struct MigrationFile {
    /// La version des fichiers de départ : 0.1.1.
    pub de: String,
    /// La version des fichiers d'arrivée, la prochaine publiée : 1.0.0.
    pub vers: String,
    /// Le passage en une ligne.
    pub titre: String,
    /// Ce qu'il change pour qui publie des données.
    pub description: String,
    /// Les colonnes qui changent ; une colonne dont rien n'est dit reste la même. [] s'il n'y en a pas.
    #[schemars(extend("x-vide" = true))]
    pub colonnes: Vec<ColumnShape>,
}

/// Ce que devient une colonne.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Colonne")]
pub(crate) struct ColumnShape {
    /// Son nom dans la version de départ.
    pub avant: String,
    /// Les colonnes où vont ses valeurs, la principale d'abord ; la colonne du même nom si rien n'est dit.
    #[serde(default)]
    pub apres: Vec<String>,
    /// Si plus aucune colonne ne la reprend : pourquoi, et que faire de son contenu.
    pub perdue: Option<String>,
    /// Les signes vus entre deux valeurs dans les anciens fichiers, quand il n'y a pas que celui de la version.
    #[serde(default)]
    pub separateurs: Vec<char>,
    /// Ce par quoi commence une valeur, "http" par exemple : ces signes ne séparent alors que devant un tel début.
    #[serde(default)]
    pub debuts: Vec<String>,
    /// Ce qu'il faut vérifier après coup, parce que la nouvelle version demande plus.
    pub a_verifier: Option<String>,
    /// Les valeurs qui changent ; une valeur dont rien n'est dit garde son libellé.
    #[serde(default)]
    pub valeurs: Vec<ValueChangeShape>,
}

/// Ce que devient une valeur : « apres », « perdue » ou « question ».
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Valeur")]
pub(crate) struct ValueChangeShape {
    /// Le code de la valeur de départ ; son texte, dans une colonne sans vocabulaire.
    pub avant: String,
    /// Autres écritures de cette valeur, vues dans les fichiers de cette version.
    #[serde(default)]
    pub alias: Vec<String>,
    /// Le code de la valeur qui la remplace.
    pub apres: Option<String>,
    /// La colonne où elle va, s'il y en a plusieurs. Sans « apres », le texte y est gardé tel quel.
    pub dans: Option<String>,
    /// Si aucune valeur ne la remplace : pourquoi, et que faire.
    pub perdue: Option<String>,
    /// Si le sens a changé ou si plusieurs valeurs conviennent : la question à poser.
    pub question: Option<String>,
    /// Les réponses possibles à la question, deux au moins.
    #[serde(default)]
    pub reponses: Vec<AnswerShape>,
    /// La réponse proposée.
    pub proposition: Option<String>,
    /// Ce qui fait proposer cette réponse.
    pub raison: Option<String>,
}

/// Une réponse possible.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Réponse")]
pub(crate) struct AnswerShape {
    /// Le mot par lequel on la choisit ; « aucune » pour ne rien garder.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"), extend("x-en-clair" = "des minuscules sans accent, des chiffres et des tirets bas, en commençant par une lettre"))]
    pub reponse: String,
    /// Le code de la valeur qui remplace alors l'ancienne.
    pub apres: Option<String>,
    /// La colonne où elle va. Sans « apres », le texte y est gardé tel quel.
    pub dans: Option<String>,
    /// Vrai si la réponse ne vaut que pour une case qui n'a que cette valeur.
    #[serde(default)]
    pub seule: bool,
}
