//! What other readers of YAML would understand of a text written without quotes.
//!
//! YAML 1.1 (still that of the most used Python reader, hence of the national tools) and YAML 1.2 disagree: the first
//! takes `01000` for 512, `no` for false, `12:30` for 750. A text that either of them takes for something else than a
//! text must be quoted.

/// What a bare scalar is for at least one reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bare {
    /// A text for everybody.
    Text,
    /// `null`, `~`, nothing.
    Null,
    /// `true`, `no`, `on`…
    Boolean,
    /// A number, in any base.
    Number,
    /// A date, a time or a number in base sixty.
    Time,
}

/// Reads a bare scalar as the most credulous reader would.
pub(crate) fn read(text: &str) -> Bare {
    let is_word = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if matches!(text, "" | "~" | "null" | "Null" | "NULL") {
        Bare::Null
    } else if text.len() <= 5 && is_word(&["true", "false", "yes", "no", "on", "off", "y", "n"]) {
        Bare::Boolean
    } else if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '_')) {
        Bare::Text
    } else if is_number(text) {
        Bare::Number
    } else if is_time(text) {
        Bare::Time
    } else {
        Bare::Text
    }
}

fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let lower = unsigned.to_ascii_lowercase();
    if matches!(lower.as_str(), ".inf" | ".nan") {
        return true;
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = lower.strip_prefix(prefix) {
            return !digits.is_empty() && digits.chars().all(|c| c == '_' || c.is_digit(radix));
        }
    }
    let mantissa = lower.split_once('e').map_or(lower.as_str(), |(mantissa, exponent)| {
        let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) { mantissa } else { "x" }
    });
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    digits(whole) && digits(decimals) && mantissa.bytes().any(|b| b.is_ascii_digit())
}

fn is_time(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let sexagesimal = unsigned.contains(':') && unsigned.split(':').all(digits);
    let day = unsigned.split(['T', 't', ' ']).next().unwrap_or_default();
    let date = day.split('-').count() == 3 && day.split('-').all(digits) && day.find('-') == Some(4);
    sexagesimal || date
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_some_reader_takes_for_something_else() {
        let cases = [
            (Bare::Null, vec!["", "~", "null"]),
            (Bare::Boolean, vec!["no", "ON", "y", "True"]),
            (Bare::Number, vec!["01000", "1e3", "1_000", "0x1F", "+33180059880", "-4.5", ".5", "1.", ".inf"]),
            (Bare::Time, vec!["12:30", "12:30:15", "2024-04-02", "2024-04-02T10:00:00"]),
            (Bare::Text, vec!["oui", "1.1.0", "a1", "Mo-Fr 09:00-12:00", "e3", "2A004", "https://a.fr", "-", "2024-04"]),
        ];
        for (expected, texts) in cases {
            for text in texts {
                assert_eq!(read(text), expected, "{text}");
            }
        }
    }
}
