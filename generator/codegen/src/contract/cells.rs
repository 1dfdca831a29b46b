//! What the national tools say of the text of a cell.
//!
//! In: a column and a text. Out: why it is refused. They do not all agree: some read `4e1` as a number or `2024-4-2` as
//! a date. A refusal says whether it is certain, so that a valid example must please all of them and an invalid one none.

use std::cmp::Ordering;

use standard_mediation_model::Date;

use super::columns::Column;
use super::json::{self, Kind, Node};

/// Why a cell is refused.
#[derive(Debug, PartialEq)]
pub(super) struct Refusal {
    pub(super) reason: String,
    /// True when every tool refuses it.
    pub(super) is_certain: bool,
}

/// Reads the text of a cell that is not empty.
pub(super) fn refusal(column: &Column<'_>, text: &str) -> Option<Refusal> {
    typed(column, text).or_else(|| constrained(column, text).map(|reason| Refusal { reason, is_certain: true }))
}

fn typed(column: &Column<'_>, text: &str) -> Option<Refusal> {
    if let Some(format) = column.format {
        let is_wrong = column.kind == "string" && format == "email" && !is_address(text);
        return is_wrong.then(|| Refusal { reason: format!("« {} » n'est pas un courriel", short(text)), is_certain: false });
    }
    let (is_read, what, is_certain) = match column.kind {
        "number" => (is_decimal(text), "un nombre", text.parse::<f64>().is_err() && !text.eq_ignore_ascii_case("inf")),
        "integer" => (is_decimal(text) && !text.contains('.'), "un nombre entier", text.parse::<f64>().is_err()),
        "year" => (text.len() == 4 && is_digits(text), "une année", !is_digits(text)),
        "boolean" => (is_boolean(column, text), "« true » ou « false »", true),
        "date" => (text.parse::<Date>().is_ok(), "une date AAAA-MM-JJ", !text.split('-').all(is_digits)),
        "datetime" => (is_datetime(text), "une date et une heure AAAA-MM-JJThh:mm:ssZ", !text.starts_with(is_digit)),
        "time" => (is_time(text), "une heure hh:mm:ss", !text.starts_with(is_digit)),
        "geopoint" => (is_geopoint(text), "deux nombres séparés par une virgule", !text.contains(',')),
        "array" => (json::read(text).is_ok_and(|node| node.list().is_some()), "une liste JSON", true),
        "object" | "geojson" => (json::read(text).is_ok_and(|node| node.is_map()), "un objet JSON", true),
        "duration" => (text.starts_with('P'), "une durée ISO 8601", true),
        _ => return None,
    };
    (!is_read).then(|| Refusal { reason: format!("« {} » n'est pas {what}", short(text)), is_certain })
}

fn constrained(column: &Column<'_>, text: &str) -> Option<String> {
    let shown = short(text);
    if column.listed.as_ref().is_some_and(|listed| !listed.contains(text)) {
        return Some(format!("« {shown} » n'est pas une des valeurs de la liste"));
    }
    if column.pattern.as_ref().and_then(|pattern| pattern.regex.as_ref()).is_some_and(|regex| !regex.is_match(text)) {
        return Some(format!("« {shown} » n'a pas la forme que demande « pattern »"));
    }
    #[expect(clippy::cast_precision_loss, reason = "texts are far shorter than 2^52 signs")]
    let length = text.chars().count() as f64;
    let [shortest, longest] = column.length;
    if shortest.is_some_and(|min| length < min) || longest.is_some_and(|max| length > max) {
        return Some(format!("« {shown} » n'a pas la longueur permise"));
    }
    let [least, greatest] = column.bounds;
    let is_out = order(text, least) == Some(Ordering::Less) || order(text, greatest) == Some(Ordering::Greater);
    is_out.then(|| format!("« {shown} » sort des bornes"))
}

/// Where a text stands beside a bound. Dates are written so that their order is that of their texts.
fn order(text: &str, bound: Option<&Node>) -> Option<Ordering> {
    match &bound?.kind {
        Kind::Number(bound) => text.parse::<f64>().ok()?.partial_cmp(bound),
        Kind::Text(bound) => Some(text.cmp(bound)),
        _ => None,
    }
}

/// The first signs of a text, for a message.
pub(super) fn short(text: &str) -> String {
    const WIDTH: usize = 60;
    if text.chars().count() <= WIDTH { text.to_owned() } else { text.chars().take(WIDTH).chain(['…']).collect() }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Digits, a point, digits: what every tool reads, and people too.
fn is_decimal(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    text.split_once('.').map_or_else(|| is_digits(text), |(whole, decimals)| is_digits(whole) && is_digits(decimals))
}

fn is_address(text: &str) -> bool {
    text.split('@').filter(|part| !part.is_empty() && !part.contains(char::is_whitespace)).count() == 2
        && text.matches('@').count() == 1
}

fn is_boolean(column: &Column<'_>, text: &str) -> bool {
    let usual = [["true", "True", "TRUE", "1"], ["false", "False", "FALSE", "0"]];
    let mut both = column.words.iter().zip(&usual);
    both.any(|(own, usual)| own.as_ref().map_or_else(|| usual.contains(&text), |own| own.contains(text)))
}

fn is_time(text: &str) -> bool {
    let in_range = |part: &str, below: u8| part.len() == 2 && is_digits(part) && part.parse::<u8>().is_ok_and(|n| n < below);
    matches!(text.split(':').collect::<Vec<_>>()[..], [hour, minute, second]
        if in_range(hour, 24) && in_range(minute, 60) && in_range(second, 60))
}

fn is_datetime(text: &str) -> bool {
    let parts = text.strip_suffix('Z').and_then(|text| text.split_once('T'));
    parts.is_some_and(|(date, time)| date.parse::<Date>().is_ok() && is_time(time))
}

fn is_geopoint(text: &str) -> bool {
    matches!(text.split(',').map(str::trim).collect::<Vec<_>>()[..], [a, b] if is_decimal(a) && is_decimal(b))
}
