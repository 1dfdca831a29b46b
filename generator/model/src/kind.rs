//! What a cell holds: the types of Table Schema that the national tools read, and how each is written.
//!
//! In: a kind, the way it is written, a text. Out: the expression that carries its form, and whether the text is one.
//! The expression goes into published schemas; what no expression can say (that a day exists) is checked here besides.

use serde::{Deserialize, Serialize};

use crate::{Date, Truth, pattern};

/// What a cell, or each part of a list, holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Any text.
    #[serde(rename = "texte")]
    Text,
    /// A decimal number with a point, `-21.34`: optional minus sign, digits, optional point and digits.
    #[serde(rename = "nombre")]
    Number,
    /// A whole number, `-21`.
    #[serde(rename = "entier")]
    Integer,
    /// Yes or no, in the words of [`Truth`] or of Table Schema: `true`, `True`, `TRUE`, `1` and their contraries.
    #[serde(rename = "booleen")]
    Boolean,
    /// A day, `AAAA-MM-JJ`; see [`crate::Date`].
    #[serde(rename = "date")]
    Date,
    /// A day and a time, `2024-04-02T10:30:00Z`.
    #[serde(rename = "date_heure")]
    DateTime,
    /// A time, `10:30:00`.
    #[serde(rename = "heure")]
    Time,
    /// A year, `2024`.
    #[serde(rename = "annee")]
    Year,
    /// A duration of ISO 8601, `P1DT2H`.
    #[serde(rename = "duree")]
    Duration,
    /// A point, « longitude, latitude ».
    #[serde(rename = "point")]
    Point,
    /// An object of GeoJSON (RFC 7946).
    #[serde(rename = "geojson")]
    GeoJson,
    /// A list written as JSON; its items may come from a vocabulary.
    #[serde(rename = "tableau")]
    Array,
    /// An object of JSON.
    #[serde(rename = "objet")]
    Object,
}

/// The form of days, as an expression. That the day exists is for the reader.
const DAY: &str = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
/// The form of times.
const TIME: &str = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
/// A number of JSON.
const DEGREES: &str = r"-?[0-9]+(?:\.[0-9]+)?";

/// The words of Table Schema for yes and no.
const YES: [&str; 4] = ["true", "True", "TRUE", "1"];
const NO: [&str; 4] = ["false", "False", "FALSE", "0"];

impl Kind {
    /// Every kind, in the order in which pages show them.
    pub const ALL: [Self; 13] = [
        Self::Text,
        Self::Number,
        Self::Integer,
        Self::Boolean,
        Self::Date,
        Self::DateTime,
        Self::Time,
        Self::Year,
        Self::Duration,
        Self::Point,
        Self::GeoJson,
        Self::Array,
        Self::Object,
    ];

    /// The French word of the YAML.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "texte",
            Self::Number => "nombre",
            Self::Integer => "entier",
            Self::Boolean => "booleen",
            Self::Date => "date",
            Self::DateTime => "date_heure",
            Self::Time => "heure",
            Self::Year => "annee",
            Self::Duration => "duree",
            Self::Point => "point",
            Self::GeoJson => "geojson",
            Self::Array => "tableau",
            Self::Object => "objet",
        }
    }

    /// The name of the type in Table Schema.
    pub fn table_type(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Time => "time",
            Self::Year => "year",
            Self::Duration => "duration",
            Self::Point => "geopoint",
            Self::GeoJson => "geojson",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// The kind of that French word.
    pub fn by_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether it is compared as a number.
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Number | Self::Integer | Self::Year)
    }

    /// The demand, as the end of « il faut … »; `None` for any text.
    pub fn in_words(self) -> Option<&'static str> {
        Some(match self {
            Self::Text => return None,
            Self::Number => "un nombre, avec un point pour les décimales",
            Self::Integer => "un nombre entier, en chiffres",
            Self::Boolean => "oui ou non, dans les mots prévus",
            Self::Date => "une date, année-mois-jour, comme 2026-04-02",
            Self::DateTime => "une date et une heure, comme 2026-04-02T10:30:00Z",
            Self::Time => "une heure, comme 10:30:00",
            Self::Year => "une année, en quatre chiffres",
            Self::Duration => "une durée au format ISO 8601, comme P1DT2H",
            Self::Point => "un point, longitude puis latitude",
            Self::GeoJson => "un objet GeoJSON",
            Self::Array => "une liste écrite en JSON",
            Self::Object => "un objet écrit en JSON",
        })
    }

    /// The expression, without anchors, that a text of this kind has the form of; `None` when any text may do.
    ///
    /// `format` is the one of [`crate::Field::format`].
    pub fn expression(self, format: Option<&str>, truth: Option<&Truth>, decimal_sign: Option<char>) -> Option<String> {
        match (self, format) {
            (Self::Date | Self::DateTime | Self::Time, Some(format)) => directives(format),
            (Self::Text, Some("uuid")) => Some("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}".to_owned()),
            (Self::Text, Some("email")) => Some(r"[^@ ]+@[^@ ]+\.[^@ ]+".to_owned()),
            (Self::Text, Some("uri")) => Some("[a-zA-Z][a-zA-Z0-9+.-]*:[^ ]+".to_owned()),
            (Self::Text | Self::GeoJson | Self::Object | Self::Array, _) | (Self::Point, Some("object")) => None,
            (Self::Number, _) => {
                let sign = pattern::escaped(&decimal_sign.unwrap_or('.').to_string());
                Some(format!("-?[0-9]+(?:{sign}[0-9]+)?"))
            }
            (Self::Integer, _) => Some("-?[0-9]+".to_owned()),
            (Self::Boolean, _) => {
                let words = words(truth).map(pattern::escaped).collect::<Vec<_>>().join("|");
                Some(format!("(?:{words})"))
            }
            (Self::Date, None) => Some(DAY.to_owned()),
            (Self::DateTime, None) => Some(format!("{DAY}T{TIME}Z")),
            (Self::Time, None) => Some(TIME.to_owned()),
            (Self::Year, _) => Some("[0-9]{4}".to_owned()),
            (Self::Duration, _) => {
                let part = |units: &str| units.chars().map(|unit| format!("(?:[0-9]+{unit})?")).collect::<String>();
                Some(format!(r"P{}(?:T{})?", part("YMWD"), part("HMS")))
            }
            (Self::Point, Some("array")) => Some(format!(r"\[ *{DEGREES} *, *{DEGREES} *\]")),
            (Self::Point, _) => Some(format!("{DEGREES}, ?{DEGREES}")),
        }
    }

    /// Whether a text, which already has the form of [`Kind::expression`], is really one: the day exists, the JSON
    /// reads.
    pub fn is_real(self, format: Option<&str>, text: &str) -> bool {
        let json = || serde_json::from_str::<serde_json::Value>(text).ok();
        match self {
            Self::Date if format.is_none() => text.parse::<Date>().is_ok(),
            Self::DateTime if format.is_none() => text.split_once('T').is_some_and(|(day, _)| day.parse::<Date>().is_ok()),
            Self::Date => format.is_none_or(|format| format == "any" || jiff::civil::Date::strptime(format, text).is_ok()),
            Self::GeoJson | Self::Object => json().is_some_and(|value| value.is_object()),
            Self::Point if format == Some("object") => json().is_some_and(|value| value.is_object()),
            Self::Array => json().is_some_and(|value| value.is_array()),
            Self::Duration => text.len() > 1 && !text.ends_with('T'),
            _ => true,
        }
    }
}

/// The words for yes, then those for no.
pub(crate) fn words(truth: Option<&Truth>) -> impl Iterator<Item = &str> {
    let (yes, no): (Vec<&str>, Vec<&str>) = match truth {
        Some(truth) => (truth.yes.iter().map(String::as_str).collect(), truth.no.iter().map(String::as_str).collect()),
        None => (YES.to_vec(), NO.to_vec()),
    };
    yes.into_iter().chain(no)
}

/// The form of a date written by directives of `strftime`; `None` for one that we do not know, which refuses nothing.
fn directives(format: &str) -> Option<String> {
    let mut expression = String::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            expression.push_str(&pattern::escaped(&c.to_string()));
            continue;
        }
        expression.push_str(match chars.next()? {
            'Y' => "[0-9]{4}",
            'y' => "[0-9]{2}",
            'm' => "(?:0?[1-9]|1[0-2])",
            'd' => "(?:0?[1-9]|[12][0-9]|3[01])",
            'H' => "(?:[01]?[0-9]|2[0-3])",
            'M' | 'S' => "[0-5]?[0-9]",
            '%' => "%",
            _ => return None,
        });
    }
    (format != "any").then_some(expression)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(kind: Kind, format: Option<&str>, text: &str) -> bool {
        let expression = kind.expression(format, None, None);
        let shaped = expression.is_none_or(|expression| pattern::compile(&expression).expect("compiles").is_match(text));
        shaped && kind.is_real(format, text)
    }

    #[test]
    fn each_kind_takes_its_own_and_refuses_others() {
        type Case<'a> = (Kind, Option<&'a str>, &'a [&'a str], &'a [&'a str]);
        let cases: [Case<'_>; 17] = [
            (Kind::Number, None, &["-21.34", "0"], &["1,5", "4e1", "", "+1", "1."]),
            (Kind::Integer, None, &["12", "-3"], &["1.0", "x"]),
            (Kind::Boolean, None, &["true", "0", "FALSE"], &["oui", "2"]),
            (Kind::Date, None, &["2024-02-29"], &["2023-02-29", "29/02/2024"]),
            (Kind::Date, Some("%d/%m/%Y"), &["29/02/2024", "1/2/2024"], &["29/02/2023", "2024-02-29"]),
            (Kind::Date, Some("any"), &["avril 2024"], &[]),
            (Kind::DateTime, None, &["2024-04-02T10:30:00Z"], &["2024-04-02", "2024-02-30T10:30:00Z"]),
            (Kind::Time, None, &["10:30:00"], &["25:00:00", "10:30"]),
            (Kind::Year, None, &["2024"], &["24", "20245"]),
            (Kind::Duration, None, &["P1DT2H", "PT5M"], &["P", "P1DT", "1D"]),
            (Kind::Point, None, &["5.41, 43.5", "5.41,43.5"], &["5.41 43.5", "[5.41, 43.5]"]),
            (Kind::Point, Some("array"), &["[5.41, 43.5]"], &["5.41, 43.5"]),
            (Kind::GeoJson, None, &[r#"{"type":"Point","coordinates":[1,2]}"#], &["[1,2]", "{"]),
            (Kind::Array, None, &[r#"["a"]"#], &["a|b", "{}"]),
            (Kind::Object, None, &["{}"], &["[]"]),
            (Kind::Text, Some("email"), &["a@b.fr"], &["a", "a b@c.fr"]),
            (Kind::Text, Some("uuid"), &["123e4567-e89b-12d3-a456-426614174000"], &["123e4567"]),
        ];
        for (kind, format, good, bad) in cases {
            for text in good {
                assert!(reads(kind, format, text), "{kind:?} {format:?} refuses {text}");
            }
            for text in bad {
                assert!(!reads(kind, format, text), "{kind:?} {format:?} accepts {text}");
            }
        }
    }

    #[test]
    fn words_are_those_of_serde() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).ok(), Some(serde_json::Value::from(kind.word())));
            assert_eq!(Kind::by_word(kind.word()), Some(kind));
        }
    }

    #[test]
    fn own_words_for_yes_and_no_replace_the_usual_ones() {
        let truth = Truth { yes: vec!["oui".into(), "O.".into()], no: vec!["non".into()] };
        assert_eq!(Kind::Boolean.expression(None, Some(&truth), None).as_deref(), Some(r"(?:oui|O\.|non)"));
    }
}
