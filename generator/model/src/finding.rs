//! What is said about an input: where, what, and how to mend it.

use serde::{Deserialize, Serialize};

/// How much a constraint, or the breaking of one, weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Level {
    /// Part of the standard: published in every schema, and data that breaks it is not valid.
    #[default]
    #[serde(rename = "bloquant")]
    Blocking,
    /// Advice that our tools and pages give; published schemas stay silent about it.
    #[serde(rename = "recommandation")]
    Recommendation,
}

impl Level {
    /// The word of the sources and of the formats for programs, `bloquant` or `recommandation`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Blocking => "bloquant",
            Self::Recommendation => "recommandation",
        }
    }

    /// What breaking such a constraint is called where a person reads: a `faute` or a `conseil`. A file without a `faute`
    /// is « conforme ».
    pub fn said(self) -> &'static str {
        match self {
            Self::Blocking => "faute",
            Self::Recommendation => "conseil",
        }
    }
}

/// Something to tell a person about an input. A value, not an error: reading goes on after it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// Where.
    #[serde(rename = "lieu")]
    pub place: Place,
    /// Stable id of the rule, in kebab case; `explain <rule>` shows its page.
    #[serde(rename = "regle")]
    pub rule: String,
    /// How much it weighs.
    #[serde(rename = "niveau")]
    pub level: Level,
    /// What is wrong, in French, in one sentence.
    pub message: String,
    /// What to do, in French, in one sentence.
    #[serde(rename = "aide")]
    pub help: String,
}

/// A place in a source text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Relative path of the file, with `/`.
    #[serde(rename = "fichier")]
    pub path: String,
    /// Where in the file; `None` when the finding is about the file as a whole.
    #[serde(flatten)]
    pub span: Option<Span>,
}

/// A range of a source text, as an editor shows it and as a program slices it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// First line, from 1.
    #[serde(rename = "ligne")]
    pub line: usize,
    /// First column, from 1, in characters.
    #[serde(rename = "colonne")]
    pub column: usize,
    /// Last line, from 1.
    #[serde(rename = "ligne_fin")]
    pub end_line: usize,
    /// Column just after the last character, from 1, in characters.
    #[serde(rename = "colonne_fin")]
    pub end_column: usize,
    /// First byte of the text, from 0.
    #[serde(rename = "octet")]
    pub start: usize,
    /// Byte just after the last one.
    #[serde(rename = "octet_fin")]
    pub end: usize,
}
