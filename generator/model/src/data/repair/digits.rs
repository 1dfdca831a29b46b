//! Numbers as people and spreadsheets write them.

/// Without white space, points, hyphens, slashes and brackets.
pub(super) fn without_separators(text: &str) -> String {
    text.chars().filter(|c| !(c.is_whitespace() || is_separator(*c))).collect()
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | '-' | '/' | '_' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{200B}' | '\u{FEFF}' | '\u{2060}')
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

/// Whether a spreadsheet rounded the number away: `4,34933E+13`.
pub(super) fn is_rounded(text: &str) -> bool {
    let text = text.to_ascii_uppercase();
    let Some((number, power)) = text.split_once("E+") else { return false };
    are_digits(power) && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}

/// Why nothing brings a rounded number back.
pub(super) const ROUNDED: &str =
    "le tableur a effacé les derniers chiffres : reprenez le numéro d'origine, dans une colonne au format Texte";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_numbers_are_told() {
        for text in ["4,34933E+13", "4.34933e+13", "3E+10"] {
            assert!(is_rounded(text), "{text}");
        }
        for text in ["", "E+13", "4,34933", "43493312300029", "W9E+1", "4E13"] {
            assert!(!is_rounded(text), "{text}");
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
