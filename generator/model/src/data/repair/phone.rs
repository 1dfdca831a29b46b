//! Telephone numbers to their international form.
//!
//! In: a text and the postal code of its row. Out: the number, sure when the territory and the number agree. The plan
//! of numbers says on its own where most numbers are: 0590, 0690 in Guadeloupe, 01 to 05 elsewhere on the continent.

use super::digits::{Power, ROUNDED, are_digits, power, without_separators, without_zero_decimals};
use super::draft::Draft;
use super::place::prefix;
use crate::check::phone::overseas;

#[cfg(test)]
mod tests;

const KIND: &str = "numéro de téléphone mis sous sa forme internationale";
const KNOWN: [&str; 10] = ["33", "590", "594", "262", "596", "269", "687", "689", "508", "681"];

/// What a text may become.
pub(super) fn mend(text: &str, postal_code: &str) -> Option<Draft> {
    let written = power(text);
    let text = match &written {
        Some(Power::Rounded) => return Some(Draft::impossible("numéro arrondi par un tableur", ROUNDED)),
        Some(Power::Whole(digits)) => digits,
        None => without_zero_decimals(text).unwrap_or_else(|| without_label(text)),
    };
    let optional_zero = text.contains("(0)");
    let compact = without_separators(&text.replace("(0)", ""));
    let territory = prefix(postal_code);
    if let Some(rest) = compact.strip_prefix('+').or_else(|| compact.strip_prefix("00")) {
        return international(rest, territory).or_else(|| several(text));
    }
    if !are_digits(&compact) || optional_zero {
        return several(text).or_else(|| with_words(text, postal_code));
    }
    match compact.len() {
        10 if compact.starts_with('0') => national(&compact, territory),
        // A number cell of a spreadsheet: it has lost its zero, and never had a separator.
        9 if !compact.starts_with('0') => Some(shortened(text, &compact, territory)),
        6 | 8 => local(&compact, territory),
        10..=12 => international(&compact, territory),
        4 => Some(Draft::impossible(
            "numéro court",
            "un numéro court ne s'appelle pas de l'étranger : indiquez le numéro complet du lieu, ou laissez la case vide",
        )),
        _ => several(text),
    }
}

/// Without « Tél. : » or `tel:` before the number.
fn without_label(text: &str) -> &str {
    let text = text.trim();
    let lower = text.to_lowercase();
    for label in ["téléphone", "telephone", "tél", "tel"] {
        // Lower case keeps the lengths of these letters.
        if lower.starts_with(label) && text.is_char_boundary(label.len()) {
            let rest = text[label.len()..].trim_start_matches(|c: char| c == '.' || c == ':' || c.is_whitespace());
            return if rest.len() < text.len() - label.len() || rest.starts_with(['+', '0']) { rest } else { text };
        }
    }
    text
}

/// Digits after a plus sign, or after the two zeros that stand for it. A number of an overseas department has its own prefix,
/// whatever the one that it was given.
fn international(digits: &str, territory: Option<&'static str>) -> Option<Draft> {
    let country = KNOWN.iter().find(|known| digits.starts_with(**known))?;
    let rest = &digits[country.len()..];
    if !are_digits(rest) {
        return None;
    }
    // The zero of the national form, which is not dialled after a prefix.
    let rest = rest.strip_prefix('0').unwrap_or(rest);
    let expected = match *country {
        "681" | "687" => 6,
        "269" => 7,
        "689" => 8,
        "508" if rest.len() == 6 => 6,
        _ => 9,
    };
    if rest.len() != expected || expected == 9 && rest.starts_with('0') {
        return None;
    }
    if expected == 9 && rest.starts_with("508") && matches!(*country, "33" | "508") {
        let why = "les numéros de Saint-Pierre-et-Miquelon ont l'indicatif +508, puis six chiffres";
        return Some(Draft::confirm(in_full("+508", rest), KIND, why));
    }
    let own = overseas(rest).filter(|own| expected == 9 && own[1..] != **country);
    Some(match own {
        None => Draft::sure(format!("+{country}{rest}"), KIND),
        Some(own) if territory == Some(own) => Draft::sure(format!("{own}{rest}"), KIND),
        Some(own) => Draft::confirm(
            format!("{own}{rest}"),
            KIND,
            format!("les numéros qui commencent par 0{} ont l'indicatif {own}", &rest[..3]),
        ),
    })
}

/// Where a number of ten digits is, when the plan of numbers says so.
fn range(number: &str) -> Option<&'static str> {
    // Numbers of fiction are of the continent.
    if number.starts_with("063998") {
        return Some("+33");
    }
    overseas(&number[1..]).or_else(|| {
        Some(match &number[..4] {
            "0639" => "+262",
            "0508" | "0708" => "+508",
            _ => match &number[..2] {
                "01" | "02" | "03" | "04" | "05" | "06" | "07" => "+33",
                // 08 and 09 are nowhere in particular.
                _ => return None,
            },
        })
    })
}

fn national(number: &str, territory: Option<&'static str>) -> Option<Draft> {
    let digits = &number[1..];
    if number.starts_with("0708") {
        let why = "un mobile de Saint-Pierre-et-Miquelon s'écrit avec ou sans son 708 : vérifiez lequel répond";
        return Some(Draft::confirm(format!("+508{digits}"), KIND, why));
    }
    if number.starts_with("00") {
        return None;
    }
    Some(match (range(number), territory) {
        (Some(country), Some(territory)) if country == territory => Draft::sure(in_full(country, digits), KIND),
        (Some(country), None) => Draft::sure(in_full(country, digits), KIND),
        (None, Some("+33")) => Draft::sure(format!("+33{digits}"), KIND),
        (Some(country), Some(territory)) => Draft::confirm(
            in_full(country, digits),
            KIND,
            format!("le code postal demande l'indicatif {territory}, et ce numéro est d'ailleurs"),
        ),
        (None, _) => {
            let country = territory.unwrap_or("+33");
            Draft::confirm(format!("{country}{digits}"), KIND, "ce numéro ne dit pas dans quel territoire il est")
        }
    })
}

fn shortened(text: &str, digits: &str, territory: Option<&'static str>) -> Draft {
    let whole = format!("0{digits}");
    let plain = text.trim().len() == digits.len();
    match range(&whole) {
        Some(country) if plain && territory == Some(country) && country == "+33" => {
            Draft::sure(format!("{country}{digits}"), KIND)
        }
        _ if local_prefix(digits, territory) => Draft::sure(format!("+{digits}"), KIND),
        country => Draft::confirm(
            in_full(country.or(territory).unwrap_or("+33"), digits),
            KIND,
            "il manque un chiffre : le zéro du début, sans doute",
        ),
    }
}

/// A number of nine digits after its prefix. Those of Saint-Pierre-et-Miquelon have six, after a 508 of the national plan.
fn in_full(country: &str, digits: &str) -> String {
    let short = digits.strip_prefix("508").filter(|_| country == "+508");
    format!("{country}{}", short.unwrap_or(digits))
}

/// Whether nine digits are a prefix of three and the six digits of its territory.
fn local_prefix(digits: &str, territory: Option<&'static str>) -> bool {
    territory.is_some_and(|territory| {
        matches!(territory, "+508" | "+681" | "+687")
            && territory.strip_prefix('+').is_some_and(|three| digits.starts_with(three))
    })
}

/// Numbers of six or eight digits, complete in the territories that have no longer ones.
fn local(digits: &str, territory: Option<&'static str>) -> Option<Draft> {
    match (territory?, digits.len()) {
        (country @ ("+508" | "+681" | "+687"), 6) | (country @ "+689", 8) => {
            Some(Draft::sure(format!("{country}{digits}"), KIND))
        }
        _ => None,
    }
}

/// A number, and a word or two between brackets that would be lost: « 01 80 05 98 80 (accueil) ».
fn with_words(text: &str, postal_code: &str) -> Option<Draft> {
    let (number, words) = text.trim().strip_suffix(')')?.split_once('(')?;
    let are_words = words.contains(char::is_alphabetic) && !words.contains(|c: char| c.is_ascii_digit());
    let after = mend(number.trim(), postal_code).filter(|_| are_words)?.after?;
    let why = "la case dit autre chose que le numéro, qui serait perdu";
    Some(Draft::confirm(after, KIND, why))
}

/// Two numbers in a cell that takes one.
fn several(text: &str) -> Option<Draft> {
    let cut = [" ou ", " et ", " - ", " – "].into_iter().find_map(|sign| text.split_once(sign));
    let (first, rest) = text.split_once(['/', '|', ';', ',', '\n']).or(cut)?;
    let long = |part: &str| without_separators(part).len() >= 6;
    if !long(first) || !long(rest) {
        return None;
    }
    let after = mend(first, "").and_then(|draft| draft.after)?;
    Some(Draft::confirm(after, "plusieurs numéros de téléphone", "la case n'en prend qu'un : choisissez-le"))
}
