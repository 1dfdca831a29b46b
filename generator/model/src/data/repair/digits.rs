//! Numbers as people and spreadsheets write them.

use crate::data::signs::is_hidden;

/// Without white space, points, hyphens, slashes and brackets.
pub(super) fn without_separators(text: &str) -> String {
    text.chars().filter(|c| !(c.is_whitespace() || is_separator(*c))).collect()
}

fn is_separator(c: char) -> bool {
    is_hidden(c) || matches!(c, '.' | '-' | '/' | '_' | '(' | ')' | '\u{2010}'..='\u{2015}')
}

/// Whether the text is made of digits only, and has some.
pub(super) fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A whole number that a program wrote as a decimal one, `51100.0`, without its decimals.
pub(super) fn without_zero_decimals(text: &str) -> Option<&str> {
    let (whole, decimals) = text.split_once(['.', ','])?;
    (are_digits(whole) && are_digits(decimals) && decimals.bytes().all(|byte| byte == b'0')).then_some(whole)
}

/// A text that a program kept from being read as a number, without what it put around: `'0102`, `="0102"`.
pub(super) fn unwrapped(text: &str) -> &str {
    let inside = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).or_else(|| text.strip_prefix('\''));
    inside.filter(|inside| inside.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '+')).unwrap_or(text)
}

/// What is left of a number that a spreadsheet wrote with a power of ten.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Power {
    /// Every digit: `1.80059880E+08`.
    Whole(String),
    /// The first ones only: `4,34933E+13`.
    Rounded,
}

/// Reads such a number; `None` for any other text.
pub(super) fn power(text: &str) -> Option<Power> {
    let text = text.to_ascii_uppercase();
    let (number, power) = text.split_once("E+")?;
    let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, ""));
    if !are_digits(power) || !are_digits(whole) || !(decimals.is_empty() || are_digits(decimals)) {
        return None;
    }
    let is_whole = whole.len() == 1 && power.parse() == Ok(decimals.len());
    Some(if is_whole { Power::Whole(format!("{whole}{decimals}")) } else { Power::Rounded })
}

/// Why nothing brings a rounded number back.
pub(super) const ROUNDED: &str =
    "le tableur a effacé les derniers chiffres : reprenez le numéro d'origine, dans une colonne au format Texte";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_numbers_are_told() {
        for text in ["4,34933E+13", "4.34933e+13", "3E+10", "43.4E+1"] {
            assert_eq!(power(text), Some(Power::Rounded), "{text}");
        }
        assert_eq!(power("2.1210023400013E+13"), Some(Power::Whole("21210023400013".to_owned())));
        for text in ["", "E+13", "4,34933", "43493312300029", "W9E+1", "4E13", "4,E+", "4,3,2E+2"] {
            assert_eq!(power(text), None, "{text}");
        }
    }

    #[test]
    fn what_programs_put_around_a_number_is_taken_off() {
        assert_eq!(["'0102", "=\"0102\"", "'+33", "'W12"].map(unwrapped), ["0102", "0102", "+33", "W12"]);
        for text in ["0102", "'", "'' 12", "=0102", "=\"0102", "'été"] {
            assert_eq!(unwrapped(text), text);
        }
    }

    #[test]
    fn only_zero_decimals_are_dropped() {
        assert_eq!(without_zero_decimals("51100.0"), Some("51100"));
        for text in ["51100", "51100.5", "51100.", ".0", "5 1100.0"] {
            assert_eq!(without_zero_decimals(text), None, "{text}");
        }
    }
}
