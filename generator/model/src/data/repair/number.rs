//! Decimal numbers as spreadsheets in French write them.

use super::digits::are_digits;
use super::draft::Draft;
use crate::{Bounds, Limit};

const KIND: &str = "nombre écrit avec un point, sans espace";
const OUT: &str = "nombre hors des bornes";
const TWO: &str = "deux nombres dans une case";

/// Signs that are a minus sign, and nothing else before a number.
const MINUS: [char; 5] = ['\u{2212}', '\u{2010}', '\u{2011}', '\u{fe63}', '\u{ff0d}'];
/// Dashes, which may also begin an item.
const DASHES: [char; 4] = ['\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}'];

/// What a text may become.
pub(super) fn mend(text: &str, bounds: Option<Bounds>) -> Option<Draft> {
    let start = text.trim_start();
    let is_dashed = start.starts_with(DASHES);
    let (sign, digits) = match start.strip_prefix(MINUS).or_else(|| start.strip_prefix(DASHES)) {
        Some(digits) => ("-", digits),
        None => ("", start),
    };
    let compact: String = sign.chars().chain(digits.chars().filter(|c| !c.is_whitespace())).collect();
    // A space between two digits parts thousands, or stands for a sign that was lost.
    let is_grouped = are_thousands(digits.trim().trim_start_matches(['-', '+']).trim_start());
    let negative = compact.starts_with('-');
    let unsigned = compact.strip_prefix(['-', '+']).unwrap_or(&compact);
    let (whole, decimals) = match (unsigned.split_once(','), unsigned.split_once('.')) {
        (Some((whole, decimals)), None) | (None, Some((whole, decimals))) => (whole, Some(decimals)),
        (None, None) => (unsigned, None),
        (Some(_), Some(_)) => return both(unsigned, negative, bounds),
    };
    if !are_digits(whole) || decimals.is_some_and(|decimals| !are_digits(decimals)) {
        return None;
    }
    let sign = if negative { "-" } else { "" };
    let after = decimals.map_or_else(|| format!("{sign}{whole}"), |decimals| format!("{sign}{whole}.{decimals}"));
    if is_out(&after, bounds) {
        let why =
            "ce nombre sort des bornes de la colonne ; une coordonnée a pu perdre son point, ou être en mètres et non en degrés";
        return Some(Draft::impossible(OUT, why));
    }
    if after == text {
        return None;
    }
    // « 12,345 » may count thousands, unless so many are out of the bounds.
    let thousands =
        unsigned.contains(',') && decimals.is_some_and(|decimals| decimals.len() == 3) && (1..=3).contains(&whole.len());
    let too_many = || is_out(&unsigned.replace(',', ""), bounds) || whole.starts_with('0');
    if thousands && !too_many() {
        return Some(Draft::confirm(after, KIND, "la virgule peut séparer des milliers"));
    }
    if is_dashed {
        return Some(Draft::confirm(after, KIND, "un tiret est devant le nombre : c'est sans doute le signe moins"));
    }
    if !is_grouped {
        return Some(Draft::confirm(
            after,
            KIND,
            "une espace coupe le nombre : c'est peut-être un point ou une virgule qui manque",
        ));
    }
    Some(Draft::sure(after, KIND))
}

/// Whether white space is where it parts thousands, or around the sign of decimals, if anywhere.
fn are_thousands(text: &str) -> bool {
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
    let mut groups = whole.split_whitespace();
    let is_first = groups.next().is_none_or(|first| first.len() <= 3 || !whole.trim().contains(char::is_whitespace));
    is_first && groups.all(|group| group.len() == 3) && decimals.split_whitespace().count() <= 1
}

/// A point and a comma: the last of them comes before the decimals, probably; or these are two numbers.
fn both(unsigned: &str, negative: bool, bounds: Option<Bounds>) -> Option<Draft> {
    let at = unsigned.rfind(['.', ','])?;
    let digits = |text: &str| text.chars().filter(|c| !matches!(c, '.' | ',')).collect::<String>();
    let (whole, decimals) = (digits(&unsigned[..at]), &unsigned[at + 1..]);
    let after = format!("{}{whole}.{decimals}", if negative { "-" } else { "" });
    let is_pair = unsigned.split(',').all(|number| number.parse::<f64>().is_ok());
    if is_out(&after, bounds) || is_pair && unsigned.matches('.').count() == 2 {
        let why = "la case semble contenir deux nombres : mettez la latitude et la longitude chacune dans sa colonne";
        return is_pair.then(|| Draft::impossible(TWO, why));
    }
    (are_digits(&whole) && are_digits(decimals)).then(|| Draft::confirm(after, KIND, "le nombre a un point et une virgule"))
}

fn is_out(number: &str, bounds: Option<Bounds>) -> bool {
    bounds.zip(number.parse().ok()).is_some_and(|(bounds, number)| bounds.exclude(Limit::Number(number)))
}

#[cfg(test)]
mod tests {
    use super::super::Certainty;
    use super::*;

    #[test]
    fn commas_and_spaces_are_replaced() {
        let degrees = Bounds {
            minimum: Some(Limit::Number(-90.0)),
            maximum: Some(Limit::Number(90.0)),
            level: crate::Level::Recommendation,
        };
        for (text, bounds, expected) in [
            ("2,35", None, "2.35"),
            ("-20,8789", None, "-20.8789"),
            ("−20.8789", None, "-20.8789"),
            ("− 20,8789", None, "-20.8789"),
            ("\u{2011}20.8789", None, "-20.8789"),
            ("– 20.8789", None, ""),
            ("−-20.8789", None, ""),
            ("20−8789", None, ""),
            ("1 234,5", None, "1234.5"),
            ("1\u{202f}234,5", None, "1234.5"),
            ("+2.35", None, "2.35"),
            ("2 , 35", None, "2.35"),
            ("4 8", None, ""),
            ("0 5", None, ""),
            ("49 2577", None, ""),
            ("49, 25 77", None, ""),
            ("1234 567", None, ""),
            ("48,853", None, ""),
            ("48,853", Some(degrees), "48.853"),
            ("0,853", None, "0.853"),
            ("1.234,5", None, ""),
            ("2.35", None, ""),
            ("48,8566, 2,3522", None, ""),
            ("48°51'", None, ""),
            ("", None, ""),
        ] {
            let draft = mend(text, bounds).filter(|draft| draft.certainty == Certainty::Sure);
            assert_eq!(draft.and_then(|draft| draft.after).unwrap_or_default(), expected, "{text}");
        }
        let dashed = mend("– 20,8789", None).expect("something to say");
        assert_eq!((dashed.certainty, dashed.after.as_deref()), (Certainty::ToConfirm, Some("-20.8789")));
        let counted = mend("1.234.567,8", None).expect("something to say");
        assert_eq!((counted.certainty, counted.after.as_deref()), (Certainty::ToConfirm, Some("1234567.8")));
        for (text, two) in [("1 047,13", false), ("4713170", false), ("47.1317,4.4861", true), ("47.13,4", true)] {
            let draft = mend(text, Some(degrees)).expect("something to say");
            assert_eq!((draft.certainty, draft.why.contains("deux nombres")), (Certainty::Impossible, two), "{text}");
        }
    }
}
