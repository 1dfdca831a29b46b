//! Columns of the standard.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Cell, Check, Date, Kind, Level, Version, pattern};

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Name of the column, in snake case.
    #[serde(rename = "nom")]
    pub name: String,
    /// Name of the [`crate::Group`] it belongs to.
    #[serde(rename = "groupe")]
    pub group: String,
    /// Short title for people.
    #[serde(rename = "titre")]
    pub title: String,
    /// What the column holds, one paragraph.
    pub description: String,
    /// How to fill it, one paragraph.
    #[serde(rename = "saisie", skip_serializing_if = "Option::is_none", default)]
    pub usage: Option<String>,
    /// What a cell, or each part of a list, holds.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// How the kind is written when it is not in its usual way, in the words of Table Schema: `%d/%m/%Y` for a date,
    /// `email` or `uri` for a text, `array` for a point. See [`Kind::expression`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub format: Option<String>,
    /// The words that stand for yes and no, for [`Kind::Boolean`] only; `None` for those of Table Schema.
    #[serde(rename = "oui_non", skip_serializing_if = "Option::is_none", default)]
    pub truth: Option<Truth>,
    /// The sign before the decimals of a [`Kind::Number`], when it is not a point.
    #[serde(rename = "signe_decimal", skip_serializing_if = "Option::is_none", default)]
    pub decimal_sign: Option<char>,
    /// Whether an empty cell makes the row invalid.
    #[serde(rename = "obligatoire")]
    pub required: bool,
    /// Whether two rows of a file may not share a value.
    pub unique: bool,
    /// Whether a cell is a list, joined by [`crate::Standard::separator_of`] the field.
    pub multiple: bool,
    /// The sign between the parts of the list, when it is not the one of the [`crate::Dialect`].
    #[serde(rename = "separateur", skip_serializing_if = "Option::is_none", default)]
    pub separator: Option<char>,
    /// Name of the [`crate::Vocabulary`] its values come from.
    #[serde(rename = "vocabulaire", skip_serializing_if = "Option::is_none", default)]
    pub vocabulary: Option<String>,
    /// The form of each value.
    #[serde(rename = "motif", skip_serializing_if = "Option::is_none", default)]
    pub pattern: Option<Pattern>,
    /// Smallest number of characters (Unicode scalar values), blocking.
    #[serde(rename = "longueur_min", skip_serializing_if = "Option::is_none", default)]
    pub min_length: Option<usize>,
    /// Greatest number of characters (Unicode scalar values), blocking.
    #[serde(rename = "longueur_max", skip_serializing_if = "Option::is_none", default)]
    pub max_length: Option<usize>,
    /// Smallest and greatest number or day.
    #[serde(rename = "bornes", skip_serializing_if = "Option::is_none", default)]
    pub bounds: Option<Bounds>,
    /// Sharper checks, all of level [`Level::Recommendation`].
    #[serde(rename = "controles")]
    pub checks: Vec<Check>,
    /// First version with a field of this name.
    #[serde(rename = "depuis")]
    pub since: Version,
    /// Names it had before.
    #[serde(rename = "anciens_noms")]
    pub former_names: Vec<FormerName>,
    /// Names seen instead of its own at the head of real files: [`crate::data::Columns`] takes them for it.
    #[serde(rename = "alias", skip_serializing_if = "Vec::is_empty", default)]
    pub aliases: Vec<String>,
    /// Names of related fields.
    #[serde(rename = "voir_aussi")]
    pub see_also: Vec<String>,
    /// Good contents, best first.
    #[serde(rename = "exemples")]
    pub examples: Vec<Cell>,
    /// Bad contents, each with the one rule it breaks.
    #[serde(rename = "contre_exemples")]
    pub counter_examples: Vec<CounterExample>,
}

/// The words that stand for yes and no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Truth {
    /// Words for yes, the usual one first.
    #[serde(rename = "oui")]
    pub yes: Vec<String>,
    /// Words for no, the usual one first.
    #[serde(rename = "non")]
    pub no: Vec<String>,
}

/// The form of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Regular expression without anchors, in the subset that means the same in ECMA-262, Python and Rust.
    /// [`crate::pattern::anchored`] makes the published form.
    pub expression: String,
    /// The same, said to a person: `cinq chiffres`.
    #[serde(rename = "en_clair")]
    pub in_words: String,
    /// How much breaking it weighs.
    #[serde(rename = "niveau")]
    pub level: Level,
}

impl Pattern {
    /// What it asks for, as the end of « il faut … ». Versions of the past recorded no words: those that the expression
    /// makes obvious, or the expression itself.
    pub fn asked(&self) -> String {
        if !self.in_words.is_empty() {
            return self.in_words.clone();
        }
        pattern::in_words(&self.expression).unwrap_or_else(|| format!("un texte de la forme {}", self.expression))
    }
}

/// Smallest and greatest number or day, both allowed; at least one of them is there.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// Smallest.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub minimum: Option<Limit>,
    /// Greatest.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub maximum: Option<Limit>,
    /// How much breaking them weighs.
    #[serde(rename = "niveau")]
    pub level: Level,
}

/// One end of [`Bounds`].
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Limit {
    /// A number.
    Number(f64),
    /// A day, for [`Kind::Date`].
    Day(Date),
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl Bounds {
    /// Whether a value is out of them. A day and a number are not comparable, hence neither excludes the other.
    pub fn exclude(&self, value: Limit) -> bool {
        let comparable = |end: &Limit| std::mem::discriminant(end) == std::mem::discriminant(&value);
        self.minimum.filter(comparable).is_some_and(|minimum| value < minimum)
            || self.maximum.filter(comparable).is_some_and(|maximum| value > maximum)
    }

    /// The demand, as the end of « il faut … ».
    pub fn in_words(&self) -> String {
        let what = match self.minimum.or(self.maximum) {
            Some(Limit::Day(_)) => "une date",
            _ => "un nombre",
        };
        match (self.minimum, self.maximum) {
            (Some(minimum), Some(maximum)) => format!("{what} entre {minimum} et {maximum}"),
            (Some(minimum), None) => format!("{what} à partir de {minimum}"),
            (None, Some(maximum)) => format!("{what} jusqu'à {maximum}"),
            (None, None) => what.to_owned(),
        }
    }
}

/// A bad content and the one rule it breaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterExample {
    /// The text of the cell, as written in a CSV row.
    #[serde(rename = "valeur")]
    pub text: String,
    /// Id of the rule it breaks, and the only one: a [`crate::CellRule`] or a [`Check`].
    #[serde(rename = "regle")]
    pub rule: String,
    /// Level of that rule on this field.
    #[serde(rename = "niveau")]
    pub level: Level,
    /// Why, in a few words.
    #[serde(rename = "explication", skip_serializing_if = "Option::is_none", default)]
    pub why: Option<String>,
}

/// A name that the field had in older versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// The name.
    #[serde(rename = "nom")]
    pub name: String,
    /// Last version that used it.
    #[serde(rename = "jusqua")]
    pub until: Version,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_without_words_is_asked_for_all_the_same() {
        let asked = |expression: &str, words: &str| {
            Pattern { expression: expression.into(), in_words: words.into(), level: Level::Blocking }.asked()
        };
        assert_eq!(asked("[0-9]{5}", "cinq chiffres, sans espace"), "cinq chiffres, sans espace");
        assert_eq!(asked("[0-9]{5}", ""), "5 chiffres");
        assert_eq!(asked("[a-z]+", ""), "un texte de la forme [a-z]+");
    }

    #[test]
    fn bounds_exclude_what_is_beyond_them_and_nothing_of_another_nature() {
        let day = |text: &str| Limit::Day(text.parse().expect("a day"));
        let bounds = |minimum, maximum| Bounds { minimum, maximum, level: Level::Blocking };
        let numbers = bounds(Some(Limit::Number(0.0)), Some(Limit::Number(9.0)));
        assert!(numbers.exclude(Limit::Number(-1.0)) && numbers.exclude(Limit::Number(10.0)));
        assert!(!numbers.exclude(Limit::Number(9.0)) && !numbers.exclude(day("2026-01-01")));
        let days = bounds(Some(day("2020-01-01")), None);
        assert!(days.exclude(day("2019-12-31")) && !days.exclude(day("2020-01-01")) && !days.exclude(Limit::Number(1.0)));
    }
}
