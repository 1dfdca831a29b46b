//! Rules that look at several cells of a row.

use serde::{Deserialize, Serialize};

use crate::Level;

/// A rule between fields. Its kind comes from a closed list; there is no expression language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrossRule {
    /// Stable id, in kebab case; findings carry it.
    #[serde(rename = "nom")]
    pub name: String,
    /// What it compares.
    #[serde(flatten)]
    pub kind: CrossKind,
    /// How much breaking it weighs.
    #[serde(rename = "niveau")]
    pub level: Level,
    /// One line that says the rule.
    #[serde(rename = "titre")]
    pub title: String,
    /// What and why, one paragraph.
    #[serde(rename = "explication")]
    pub explanation: String,
    /// How to mend a row that breaks it.
    #[serde(rename = "remede")]
    pub remedy: String,
}

/// The closed list of comparisons between fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "genre", rename_all = "snake_case")]
pub enum CrossKind {
    /// All of the fields are filled, or none.
    #[serde(rename = "ensemble")]
    Together {
        /// Names of the fields.
        #[serde(rename = "champs")]
        fields: Vec<String>,
    },
    /// One value of a list field excludes the others.
    #[serde(rename = "valeur_exclusive")]
    ExclusiveValue {
        /// Name of the field.
        #[serde(rename = "champ")]
        field: String,
        /// Code of the value.
        #[serde(rename = "valeur")]
        code: String,
    },
    /// One value of a field asks for another field to be filled.
    #[serde(rename = "valeur_exige_champ")]
    ValueNeedsField {
        /// Name of the field.
        #[serde(rename = "champ")]
        field: String,
        /// Code of the value.
        #[serde(rename = "valeur")]
        code: String,
        /// Name of the field to be filled.
        #[serde(rename = "exige")]
        needs: String,
    },
    /// The point lies in the territory of the commune. Needs the list of communes, that is the feature `communes`:
    /// without it, declared and not evaluated by [`crate::Checker`].
    #[serde(rename = "coordonnees_commune")]
    PointInCommune {
        /// Name of the field of the official code of the commune.
        code_insee: String,
        /// Name of the field of the latitude.
        latitude: String,
        /// Name of the field of the longitude.
        longitude: String,
    },
    /// Postal code and official code belong to one commune. Needs the list of communes.
    #[serde(rename = "codes_commune")]
    CodesOfCommune {
        /// Name of the field of the postal code.
        code_postal: String,
        /// Name of the field of the official code of the commune.
        code_insee: String,
    },
    /// Name and official code belong to one commune; without a code, name and postal code do. Needs the list of communes.
    #[serde(rename = "nom_de_commune")]
    NameOfCommune {
        /// Name of the field of the name of the commune.
        commune: String,
        /// Name of the field of the official code of the commune.
        code_insee: String,
        /// Name of the field of the postal code, when it is looked at.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code_postal: Option<String>,
    },
    /// A number of nine or ten digits is of a register of the Pacific; elsewhere it is the first part of a SIRET.
    #[serde(rename = "numero_du_territoire")]
    NumberOfTerritory {
        /// Name of the field of the number.
        #[serde(rename = "numero")]
        number: String,
        /// Name of the field of the postal code.
        code_postal: String,
    },
}

impl CrossKind {
    /// The names of the fields it reads, in the order of the source.
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::Together { fields } => fields.iter().map(String::as_str).collect(),
            Self::ExclusiveValue { field, .. } => vec![field],
            Self::ValueNeedsField { field, needs, .. } => vec![field, needs],
            Self::PointInCommune { code_insee, latitude, longitude } => vec![code_insee, latitude, longitude],
            Self::CodesOfCommune { code_postal, code_insee } => vec![code_postal, code_insee],
            Self::NameOfCommune { commune, code_insee, code_postal } => {
                [commune, code_insee].into_iter().chain(code_postal).map(String::as_str).collect()
            }
            Self::NumberOfTerritory { number, code_postal } => vec![number, code_postal],
        }
    }

    /// Whether [`crate::Checker`] decides it: what needs the list of communes is only declared without it.
    pub fn is_evaluated(&self) -> bool {
        cfg!(feature = "communes") || !self.needs_communes()
    }

    /// Whether it needs the official list of communes.
    pub fn needs_communes(&self) -> bool {
        matches!(self, Self::PointInCommune { .. } | Self::CodesOfCommune { .. } | Self::NameOfCommune { .. })
    }
}
