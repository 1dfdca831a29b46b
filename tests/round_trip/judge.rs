//! A small reader of Table Schema version 1, written from its specification and from nothing of ours.
//!
//! It judges one cell against one field, as the tools of the national catalogue do: the type first, then the constraints
//! on the value read. Patterns are applied in the two ways that exist: whole cell, or search.

use std::str::FromStr;

use regex::Regex;
use serde_json::Value;

/// How an engine applies a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// `^pattern$`, as the specification says.
    Whole,
    /// Anywhere in the text, as validators of JSON Schema do.
    Search,
}

/// Whether the schema takes this text for an empty cell.
pub(super) fn is_missing(schema: &Value, cell: &str) -> bool {
    match schema["missingValues"].as_array() {
        Some(values) => cell.is_empty() || values.iter().any(|value| value == cell || value["value"] == cell),
        None => cell.is_empty(),
    }
}

/// A field, ready to judge many cells.
pub(super) struct Judge<'s> {
    field: &'s Value,
    kind: &'s str,
    kind_form: Option<Regex>,
    pattern: Option<Regex>,
    items: Option<Regex>,
    textual: bool,
}

impl<'s> Judge<'s> {
    /// `None` when the pattern of the field is not one that this reader knows.
    pub(super) fn new(field: &'s Value, reading: Reading) -> Option<Self> {
        let kind = field["type"].as_str().unwrap_or("string");
        let textual = matches!(kind, "string" | "any" | "list" | "yearmonth") || !KINDS.contains(&kind);
        let whole = |pattern: &str| Regex::new(&format!("^(?:{pattern})$"));
        let pattern = match field["constraints"]["pattern"].as_str().filter(|_| textual) {
            Some(pattern) if reading == Reading::Search => Some(Regex::new(pattern).ok()?),
            Some(pattern) => Some(whole(pattern).ok()?),
            None => None,
        };
        let items = field["arrayItem"]["constraints"]["pattern"].as_str();
        let items = items.map(|pattern| whole(pattern).expect("a pattern of a fixture"));
        let form = kind_form(kind, field["format"].as_str().unwrap_or("default"));
        let kind_form = form.map(|form| whole(&form).expect("a pattern of this reader"));
        Some(Self { field, kind, kind_form, pattern, items, textual })
    }

    /// Whether the field takes the cell.
    pub(super) fn accepts(&self, cell: &str, missing: bool) -> bool {
        let constraints = &self.field["constraints"];
        if missing {
            return constraints["required"] != true;
        }
        let formed = self.kind_form.as_ref().is_none_or(|form| form.is_match(cell));
        if !formed || !is_of(self.kind, self.field, cell) || self.pattern.as_ref().is_some_and(|pattern| !pattern.is_match(cell))
        {
            return false;
        }
        self.listed(cell) && self.items(cell) && self.length(cell) && within(self.kind, self.field, cell)
    }

    fn listed(&self, cell: &str) -> bool {
        let Some(values) = self.field["constraints"]["enum"].as_array() else { return true };
        match self.kind {
            "boolean" => values.contains(&Value::Bool(words(self.field, "trueValues").iter().any(|word| word == cell))),
            _ => values.iter().any(|value| value.as_str().map_or(value.to_string(), str::to_owned) == cell),
        }
    }

    fn items(&self, cell: &str) -> bool {
        let listed = self.field["arrayItem"]["constraints"]["enum"].as_array();
        if self.kind != "array" || (listed.is_none() && self.items.is_none()) {
            return true;
        }
        let read: Vec<Value> = serde_json::from_str(cell).unwrap_or_default();
        read.iter().all(|item| {
            let Some(text) = item.as_str() else { return false };
            listed.is_none_or(|values| values.iter().any(|value| value == text))
                && self.items.as_ref().is_none_or(|form| form.is_match(text))
        })
    }

    fn length(&self, cell: &str) -> bool {
        let length = i64::try_from(cell.chars().count()).expect("a short cell");
        let limit = |key: &str| self.field["constraints"][key].as_i64().filter(|_| self.textual);
        limit("minLength").is_none_or(|min| length >= min) && limit("maxLength").is_none_or(|max| length <= max)
    }
}

/// The form of a type, where an expression says it.
fn kind_form(kind: &str, format: &str) -> Option<String> {
    let degrees = r"-?[0-9]+(\.[0-9]+)?";
    Some(match (kind, format) {
        ("string", "email") => r"[^@ ]+@[^@ ]+\.[^@ ]+".into(),
        ("string", "uri") => "[a-zA-Z][a-zA-Z0-9+.-]*:[^ ]+".into(),
        ("string", "uuid") => "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}".into(),
        ("integer", _) => "-?[0-9]+".into(),
        ("year", _) => "[0-9]{4}".into(),
        ("yearmonth", _) => "[0-9]{4}-(0[1-9]|1[0-2])".into(),
        ("duration", _) => "P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?".into(),
        ("geopoint", "array") => format!(r"\[ *{degrees} *, *{degrees} *\]"),
        ("geopoint", "default") => format!("{degrees}, ?{degrees}"),
        _ => return None,
    })
}

const KINDS: [&str; 13] = [
    "string", "number", "integer", "boolean", "date", "datetime", "time", "year", "duration", "geopoint", "geojson", "array",
    "object",
];

fn words(field: &Value, key: &str) -> Vec<String> {
    let usual = if key == "trueValues" { ["true", "True", "TRUE", "1"] } else { ["false", "False", "FALSE", "0"] };
    match field[key].as_array() {
        Some(words) => words.iter().filter_map(|word| word.as_str().map(str::to_owned)).collect(),
        None => usual.map(str::to_owned).to_vec(),
    }
}

fn number(field: &Value, cell: &str) -> Option<f64> {
    let sign = field["decimalChar"].as_str().unwrap_or(".");
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = cell.strip_prefix('-').unwrap_or(cell);
    let good = match unsigned.split_once(sign) {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(unsigned),
    };
    good.then(|| cell.replace(sign, ".").parse().ok())?
}

fn is_day(cell: &str) -> bool {
    cell.parse::<standard_mediation_model::Date>().is_ok()
}

fn is_time(cell: &str) -> bool {
    let parts: Vec<Option<u32>> = cell.split(':').map(|part| (part.len() == 2).then(|| part.parse().ok())?).collect();
    matches!(parts.as_slice(), [Some(0..24), Some(0..60), Some(0..60)])
}

/// A cell of the directives that fixtures use; `None` when it does not follow them.
fn directed(format: &str, cell: &str) -> Option<(u32, u32, u32)> {
    let (mut rest, mut day) = (cell, (2000, 1, 1));
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        if sign != '%' {
            rest = rest.strip_prefix(sign)?;
            continue;
        }
        let (most, directive) = match signs.next()? {
            'Y' => (4, 'Y'),
            other => (2, other),
        };
        let end = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let value = u32::from_str(&rest[..end]).ok()?;
        rest = &rest[end..];
        match directive {
            'Y' if end == 4 => day.0 = value,
            'm' => day.1 = value,
            'd' => day.2 = value,
            'H' if value < 24 => {}
            'M' | 'S' if value < 60 => {}
            _ => return None,
        }
    }
    (rest.is_empty() && is_day(&format!("{:04}-{:02}-{:02}", day.0, day.1, day.2))).then_some(day)
}

fn is_of(kind: &str, field: &Value, cell: &str) -> bool {
    let format = field["format"].as_str().unwrap_or("default");
    let json = || serde_json::from_str::<Value>(cell).ok();
    match (kind, format) {
        ("number", _) => number(field, cell).is_some(),
        ("boolean", _) => words(field, "trueValues").iter().chain(&words(field, "falseValues")).any(|word| word == cell),
        ("date" | "datetime" | "time", "any") => true,
        ("date", "default") => is_day(cell),
        ("time", "default") => is_time(cell),
        ("datetime", "default") => {
            cell.strip_suffix('Z').and_then(|text| text.split_once('T')).is_some_and(|(day, time)| is_day(day) && is_time(time))
        }
        ("date" | "datetime" | "time", format) => directed(format, cell).is_some(),
        ("duration", _) => cell.len() > 1 && !cell.ends_with('T'),
        ("geopoint", "object") | ("geojson" | "object", _) => json().is_some_and(|value| value.is_object()),
        ("array", _) => json().is_some_and(|value| value.is_array()),
        _ => true,
    }
}

fn within(kind: &str, field: &Value, cell: &str) -> bool {
    let constraints = &field["constraints"];
    let outside = |key: &str, wrong: fn(f64, f64) -> bool| match (constraints[key].as_f64(), number(field, cell)) {
        (Some(limit), Some(value)) if matches!(kind, "number" | "integer" | "year") => wrong(value, limit),
        _ => false,
    };
    let day = |key: &str, wrong: fn(&str, &str) -> bool| {
        constraints[key].as_str().is_some_and(|limit| kind == "date" && wrong(cell, limit))
    };
    !(outside("minimum", |value, limit| value < limit)
        || outside("maximum", |value, limit| value > limit)
        || outside("exclusiveMinimum", |value, limit| value <= limit)
        || outside("exclusiveMaximum", |value, limit| value >= limit)
        || day("minimum", |cell, limit| cell < limit)
        || day("maximum", |cell, limit| cell > limit))
}
