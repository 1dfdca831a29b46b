//! From a file of one version to a file of a later one.
//!
//! In: what the sources declare of each step ([`Migration`]), and the standards on both sides. Out: a [`Plan`], made once,
//! then rows of the new version and, for each value that does not simply go on, a line of report. Must not guess: what is
//! not declared stays as it is and is said, and a value whose meaning changed waits for a person's [`Decisions`].
//!
//! ```text
//! Migration… + Standard… + Decisions ──► Plan ──► Heading (columns of a file) ──► Mover ──► cells, Line…
//! ```

mod build;
mod check;
mod decisions;
mod heading;
mod lookup;
mod moved;
mod mover;
mod plan;
mod report;
mod route;
mod speaks;
mod split;

use serde::{Deserialize, Serialize};

use crate::Version;

pub use decisions::{Decisions, Question, WhyWrong, WrongAnswer};
pub use heading::{Aside, Heading, Why};
pub use moved::MovedColumn;
pub use mover::{Mover, Origin};
pub use plan::{NoWay, Plan, successor};
pub use report::{Done, Line, Pile, Reason};
pub use speaks::{Speaks, speaks};

/// One step: what becomes of the columns and values of a version in a later one. What it does not name stays the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Migration {
    /// The version of the files it takes.
    #[serde(rename = "de")]
    pub before: Version,
    /// The version of the files it gives.
    #[serde(rename = "vers")]
    pub after: Version,
    /// One line.
    #[serde(rename = "titre")]
    pub title: String,
    /// What it means for those who publish data.
    pub description: String,
    /// The columns that change, in the order of the old version.
    #[serde(rename = "colonnes")]
    pub columns: Vec<ColumnChange>,
    /// Names of the columns that nothing leads to: they come empty. Computed.
    #[serde(rename = "nouvelles_colonnes")]
    pub new_columns: Vec<String>,
}

/// What becomes of one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnChange {
    /// Its name in the old version.
    #[serde(rename = "avant")]
    pub before: String,
    /// The columns its values go to, the one of undeclared values first; none when it is lost.
    #[serde(rename = "apres")]
    pub after: Vec<String>,
    /// Why nothing takes it, and what can be done of its content.
    #[serde(rename = "perdue", skip_serializing_if = "Option::is_none", default)]
    pub lost: Option<String>,
    /// Signs that old files put between two values, when they are not only the one of the version.
    #[serde(rename = "separateurs", skip_serializing_if = "Vec::is_empty", default)]
    pub separators: Vec<char>,
    /// What a value begins with: such a sign then parts two values only before one of these. Empty: anywhere.
    #[serde(rename = "debuts", skip_serializing_if = "Vec::is_empty", default)]
    pub starts: Vec<String>,
    /// What a person should look at afterwards, because the new version asks for more.
    #[serde(rename = "a_verifier", skip_serializing_if = "Option::is_none", default)]
    pub to_check: Option<String>,
    /// The values that change.
    #[serde(rename = "valeurs", skip_serializing_if = "Vec::is_empty", default)]
    pub values: Vec<ValueChange>,
}

/// What becomes of one value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChange {
    /// The value of the old version.
    #[serde(rename = "avant")]
    pub before: Word,
    /// Other spellings of it seen in files of that version.
    #[serde(rename = "alias", skip_serializing_if = "Vec::is_empty", default)]
    pub aliases: Vec<String>,
    /// Where it goes.
    #[serde(flatten)]
    pub fate: Fate,
}

/// A value, by its code where its version has a vocabulary, and by its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// Its code; `None` in a column without vocabulary.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
    /// The text exchanged in files.
    #[serde(rename = "libelle")]
    pub label: String,
}

/// Where a value goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// To another value, surely.
    #[serde(rename = "devient")]
    Becomes(Target),
    /// Nowhere; the text says why and what can be done.
    #[serde(rename = "perdue")]
    Lost(String),
    /// Where a person says.
    #[serde(rename = "arbitrage")]
    Asked(Arbitration),
}

/// A place in the new version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Name of the column.
    #[serde(rename = "colonne")]
    pub column: String,
    /// The value; `None` when the old text is kept, in a column without vocabulary.
    #[serde(rename = "valeur", skip_serializing_if = "Option::is_none", default)]
    pub value: Option<Word>,
}

/// A question about a value whose meaning changed, or that several values may replace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arbitration {
    /// The question, for the person who knows the places.
    pub question: String,
    /// At least two.
    #[serde(rename = "reponses")]
    pub answers: Vec<Answer>,
    /// Name of the answer that the evidence favours.
    pub proposition: String,
    /// That evidence, in words.
    #[serde(rename = "raison")]
    pub reason: String,
}

/// One answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What a person writes to choose it, unique in the question.
    #[serde(rename = "reponse")]
    pub name: String,
    /// Where the value then goes; `None` when nothing keeps it.
    #[serde(rename = "cible", skip_serializing_if = "Option::is_none", default)]
    pub target: Option<Target>,
    /// Whether it only goes there when it is the only value of its cell.
    #[serde(rename = "seule", skip_serializing_if = "std::ops::Not::not", default)]
    pub alone: bool,
}

/// The answer that keeps nothing.
pub const NOTHING: &str = "aucune";

impl Migration {
    /// The step that changes nothing but what both versions say of lists and lengths.
    pub fn silent(before: Version, after: Version) -> Self {
        let (title, description, columns, new_columns) = Default::default();
        Self { before, after, title, description, columns, new_columns }
    }

    /// What is declared of a column.
    pub fn column(&self, name: &str) -> Option<&ColumnChange> {
        self.columns.iter().find(|column| column.before == name)
    }
}

impl Answer {
    /// The answer in words, for the form and the pages: « Seniors, dans publics_specifiquement_adresses ».
    pub fn in_words(&self) -> String {
        let place = match &self.target {
            None => return "ne rien garder".to_owned(),
            Some(Target { column, value: None }) => format!("garder le texte dans {column}"),
            Some(Target { column, value: Some(word) }) => format!("« {} » dans {column}", word.label),
        };
        if self.alone { format!("{place}, mais seulement quand la case n'a que cette valeur") } else { place }
    }
}
