//! Telephone numbers to their international form.
//!
//! In: a text and the postal code of its row. Out: the number, sure when the territory and the number agree. The plan
//! of numbers says on its own where most numbers are: 0590, 0690 in Guadeloupe, 01 to 05 elsewhere on the continent.

use super::digits::{Power, ROUNDED, are_digits, power, without_separators, without_zero_decimals};
use super::draft::Draft;
use super::place::prefix;
use crate::check::phone::overseas;

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
    let digits_of = |country: &str| if country == "+508" { &number[4..] } else { digits };
    if number.starts_with("0708") {
        let why = "un mobile de Saint-Pierre-et-Miquelon s'écrit avec ou sans son 708 : vérifiez lequel répond";
        return Some(Draft::confirm(format!("+508{digits}"), KIND, why));
    }
    if number.starts_with("00") {
        return None;
    }
    Some(match (range(number), territory) {
        (Some(country), Some(territory)) if country == territory => Draft::sure(format!("{country}{}", digits_of(country)), KIND),
        (Some(country), None) => Draft::sure(format!("{country}{}", digits_of(country)), KIND),
        (None, Some("+33")) => Draft::sure(format!("+33{digits}"), KIND),
        (Some(country), Some(territory)) => Draft::confirm(
            format!("{country}{}", digits_of(country)),
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
            format!("{}{digits}", country.or(territory).unwrap_or("+33")),
            KIND,
            "il manque un chiffre : le zéro du début, sans doute",
        ),
    }
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

#[cfg(test)]
mod tests {
    use super::super::Certainty;
    use super::*;

    #[test]
    fn numbers_are_sure_when_the_territory_agrees() {
        let sure = [
            ("01 80 05 98 80", "75011", "+33180059880"),
            ("01.80.05.98.80", "", "+33180059880"),
            ("01-80-05-98-80", "97400", ""),
            ("+33 (0)1 80 05 98 80", "75011", "+33180059880"),
            ("0033 1 80 05 98 80", "", "+33180059880"),
            ("+330199005678", "", "+33199005678"),
            ("33199005678", "", "+33199005678"),
            ("Tél. : 01 80 05 98 80", "75011", "+33180059880"),
            ("tel:+33180059880", "", "+33180059880"),
            ("0262 21 00 00", "97400", "+262262210000"),
            ("0692\u{a0}21\u{a0}00\u{a0}00", "97400", "+262692210000"),
            ("0590 81 00 00", "97100", "+590590810000"),
            ("0590 81 00 00", "75011", ""),
            ("0590 81 00 00", "", "+590590810000"),
            ("27 50 00", "98800", "+687275000"),
            ("40 12 34 56", "98700", "+68940123456"),
            ("41 00 00", "97500", "+508410000"),
            ("180059880", "75011", "+33180059880"),
            ("180059880", "", ""),
            ("18 00 59 880", "75011", ""),
            ("687275000", "98800", "+687275000"),
            ("687275000", "75011", "+33687275000"),
            ("09 70 00 00 00", "51100", "+33970000000"),
            ("09 70 00 00 00", "97400", ""),
            ("06 39 98 01 23", "75011", "+33639980123"),
            ("06 39 12 34 56", "97600", "+262639123456"),
            ("3939", "75011", ""),
            ("01 80 05 98 80 / 01 80 05 98 81", "75011", ""),
            ("3,318E+10", "75011", ""),
            ("1.80059880E+08", "75011", "+33180059880"),
            ("180059880.0", "75011", "+33180059880"),
            ("demander à l'accueil", "75011", ""),
            ("telle rue", "", ""),
            ("01 80 05 98 8", "75011", ""),
            ("+33 262 12 34 56", "97400", "+262262123456"),
            ("+33 262 12 34 56", "75011", ""),
            ("+3305 90 12 34 56", "97100", "+590590123456"),
            ("0033 690 12 34 56", "", ""),
            ("+33 0 18 00 59 88", "75011", ""),
            ("00 80 05 98 80", "75011", ""),
            ("+590 696 12 34 56", "97200", "+596696123456"),
            ("01 80 05 98 80 (accueil)", "75011", ""),
            ("+44 20 7946 0958", "75011", ""),
        ];
        for (text, postal_code, expected) in sure {
            let draft = mend(text, postal_code).filter(|draft| draft.certainty == Certainty::Sure);
            assert_eq!(draft.and_then(|draft| draft.after).unwrap_or_default(), expected, "{text} {postal_code}");
        }
    }

    #[test]
    fn two_numbers_are_left_to_choose() {
        let draft = mend("01 80 05 98 80 / 01 80 05 98 81", "75011").expect("something to say");
        assert_eq!((draft.certainty, draft.after.as_deref()), (Certainty::ToConfirm, Some("+33180059880")));
        for text in ["+33180059880;+33180059881", "01 80 05 98 80 - 01 80 05 98 81", "01 80 05 98 80 (accueil)"] {
            let draft = mend(text, "75011").expect("something to say");
            assert_eq!((draft.certainty, draft.after.as_deref()), (Certainty::ToConfirm, Some("+33180059880")), "{text}");
        }
        let draft = mend("0033 690 12 34 56", "").expect("something to say");
        assert_eq!((draft.certainty, draft.after.as_deref()), (Certainty::ToConfirm, Some("+590690123456")));
    }
}
