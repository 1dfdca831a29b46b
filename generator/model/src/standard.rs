//! The whole standard.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::migration::Migration;
use crate::{Cell, Change, Comparison, CrossRule, Date, Decision, ExampleRow, Field, Version, Vocabulary};

/// The whole standard, fully explicit and valid by construction.
///
/// Written to `standard.json` by serde and read back unchanged. Only two ways lead to one: the loading of the YAML
/// sources, which refuses anything incoherent, and the reading of a `standard.json` written from one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Standard {
    /// Who, what, under which licence.
    #[serde(flatten)]
    pub identity: Identity,
    /// How a file is written.
    #[serde(rename = "format")]
    pub dialect: Dialect,
    /// Versions published or written before this one, oldest first.
    #[serde(rename = "versions")]
    pub history: Vec<Release>,
    /// Families of fields, in the order in which people read them.
    #[serde(rename = "groupes")]
    pub groups: Vec<Group>,
    /// Fields, in the order of the columns.
    #[serde(rename = "champs")]
    pub fields: Vec<Field>,
    /// Lists of values, in the order of the first field that uses them.
    #[serde(rename = "vocabulaires")]
    pub vocabularies: Vec<Vocabulary>,
    /// Names of the fields that, together, no two rows share; empty when rows have no key.
    #[serde(rename = "cle_primaire")]
    pub primary_key: Vec<String>,
    /// Checks that only the national validator knows, published as they are.
    #[serde(rename = "controles_validata", skip_serializing_if = "Vec::is_empty", default)]
    pub custom_checks: Vec<CustomCheck>,
    /// Rules between fields.
    #[serde(rename = "regles")]
    pub rules: Vec<CrossRule>,
    /// Whole rows: the full one first, then the usual ones, the minimal one last.
    #[serde(rename = "exemples")]
    pub examples: Vec<ExampleRow>,
    /// What each version changed, newest version first, then by name.
    #[serde(rename = "evolutions")]
    pub changes: Vec<Change>,
    /// What the committee decided, by name.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub decisions: Vec<Decision>,
    /// What changed, computed: each version against the last published one before it, oldest first.
    #[serde(rename = "comparaisons", skip_serializing_if = "Vec::is_empty", default)]
    pub comparisons: Vec<Comparison>,
    /// How files of a version become files of a later one, oldest version first.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub migrations: Vec<Migration>,
    /// Columns that later versions have and this one has not, with the first of these versions: what
    /// [`crate::data::lend_words`] tells a version of the past. Never written.
    #[serde(skip)]
    pub later: BTreeMap<String, Version>,
}

/// Who, what, under which licence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Name of the schema, in kebab case.
    #[serde(rename = "nom")]
    pub name: String,
    /// Short title for people.
    #[serde(rename = "titre")]
    pub title: String,
    /// One paragraph.
    pub description: String,
    /// The version this standard describes.
    pub version: Version,
    /// Day of the first version.
    #[serde(rename = "cree_le")]
    pub created: Date,
    /// Day of the last change of this version.
    #[serde(rename = "modifie_le")]
    pub modified: Date,
    /// Two-letter code of the country (ISO 3166-1).
    #[serde(rename = "pays")]
    pub country: String,
    /// Two-letter code of the language of the texts (ISO 639-1).
    #[serde(rename = "langue")]
    pub language: String,
    /// Address of the public repository.
    #[serde(rename = "depot")]
    pub repository: String,
    /// Address below which `<tag>/<file>` is the raw file of a tag.
    #[serde(rename = "depot_brut")]
    pub raw_repository: String,
    /// E-mail address to write to.
    pub contact: String,
    /// Words people search by.
    #[serde(rename = "mots_cles")]
    pub keywords: Vec<String>,
    /// Licence of the standard.
    pub licence: Licence,
    /// Who made it, the author first.
    #[serde(rename = "contributeurs")]
    pub contributors: Vec<Contributor>,
    /// Legal and reference texts it rests upon.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub sources: Vec<Source>,
}

/// A text that the standard rests upon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title for people.
    #[serde(rename = "titre")]
    pub title: String,
    /// Where it can be read.
    #[serde(rename = "lien")]
    pub url: String,
}

/// A check of the national validator that our engine does not evaluate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomCheck {
    /// Its name there.
    #[serde(rename = "nom")]
    pub name: String,
    /// Its parameters, in order: a text or a list of texts each.
    #[serde(rename = "parametres")]
    pub parameters: Vec<(String, Cell)>,
}

/// A licence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// Identifier, `etalab-2.0`.
    #[serde(rename = "nom")]
    pub name: String,
    /// Title for people.
    #[serde(rename = "titre")]
    pub title: String,
    /// Address of its text.
    #[serde(rename = "lien")]
    pub url: String,
}

/// An organisation that made the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contributor {
    /// Name of the person or team, when it differs from the organisation.
    #[serde(rename = "titre", skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// Name of the organisation.
    pub organisation: String,
    /// E-mail address.
    #[serde(rename = "courriel", skip_serializing_if = "Option::is_none", default)]
    pub email: Option<String>,
    /// Its part.
    pub role: Role,
}

/// The part of a contributor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Answers for the standard.
    Author,
    /// Took part.
    Contributor,
}

/// How a CSV file of the standard is written (RFC 4180).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dialect {
    /// Character encoding, `utf-8`.
    #[serde(rename = "encodage")]
    pub encoding: String,
    /// Between cells.
    #[serde(rename = "separateur")]
    pub delimiter: char,
    /// Around cells that need it.
    #[serde(rename = "guillemet")]
    pub quote: char,
    /// Between the parts of a list, inside a cell.
    #[serde(rename = "separateur_de_liste")]
    pub list_separator: char,
    /// Texts that stand for an empty cell, besides the empty one.
    #[serde(rename = "valeurs_manquantes", skip_serializing_if = "Vec::is_empty", default)]
    pub missing_values: Vec<String>,
    /// How a file is named, in words and capitals for the parts to replace.
    #[serde(rename = "nom_de_fichier")]
    pub file_name: String,
}

/// A version of the past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Its number.
    #[serde(rename = "numero")]
    pub version: Version,
    /// The day it was written.
    pub date: Date,
    /// Whether the national site published it.
    #[serde(rename = "publiee")]
    pub published: bool,
}

/// A family of fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Name used by fields.
    #[serde(rename = "nom")]
    pub name: String,
    /// Short title for people.
    #[serde(rename = "titre")]
    pub title: String,
    /// One sentence.
    pub description: String,
}

impl Standard {
    /// Whether a text is the name or the title of a column.
    pub fn is_column(&self, text: &str) -> bool {
        self.fields.iter().any(|field| field.name == text || field.title == text)
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The vocabulary of that name.
    pub fn vocabulary(&self, name: &str) -> Option<&Vocabulary> {
        self.vocabularies.iter().find(|vocabulary| vocabulary.name == name)
    }

    /// The vocabulary that a field takes its values from.
    pub fn vocabulary_of(&self, field: &Field) -> Option<&Vocabulary> {
        field.vocabulary.as_deref().and_then(|name| self.vocabulary(name))
    }

    /// The decision that a change follows.
    pub fn decision_of(&self, change: &Change) -> Option<&Decision> {
        self.decisions.iter().find(|decision| change.decision.as_ref() == Some(&decision.name))
    }

    /// The fields of a group, in column order.
    pub fn fields_of<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter(move |field| field.group == group)
    }

    /// The sign between the parts of a list, as text.
    pub fn separator(&self) -> String {
        self.dialect.list_separator.to_string()
    }

    /// The sign between the parts of the lists of a field.
    pub fn separator_of(&self, field: &Field) -> char {
        field.separator.unwrap_or(self.dialect.list_separator)
    }

    /// The text of a cell of a field, as written in a CSV row.
    pub fn text_of(&self, field: &Field, cell: &Cell) -> String {
        cell.text(self.separator_of(field).encode_utf8(&mut [0; 4]))
    }

    /// The numbers of the versions that exist, the present one last.
    pub fn versions(&self) -> impl Iterator<Item = Version> {
        self.history.iter().map(|release| release.version).chain([self.identity.version])
    }
}
