//! Texts that a spreadsheet runs once the file is opened.
//!
//! In: the text of a cell. Out: whether it would be run, and the same text made harmless.

use std::borrow::Cow;

/// Whether a spreadsheet would run a text as a formula, once the file is opened: the one place that says it. A telephone
/// number or a negative number is none. White space before the sign and signs of full width are seen through, as
/// spreadsheets do (OWASP, « CSV Injection »).
#[inline]
pub fn is_formula(text: &[u8]) -> bool {
    match text {
        [b'=' | b'@', ..] => true,
        [b'+' | b'-', rest @ ..] => is_run(rest),
        [b'\t' | b'\r' | b'\n' | 0xEF, ..] => is_hidden_formula(text),
        _ => false,
    }
}

/// Whether what follows a sign calculates: a number does not, unless it goes on with a call or another program.
#[inline]
fn is_run(rest: &[u8]) -> bool {
    match rest {
        [b'(', ..] => true,
        [first, ..] if first.is_ascii_alphabetic() => true,
        [first, ..] if first.is_ascii_digit() && !rest.iter().all(u8::is_ascii_digit) => calls(rest),
        _ => false,
    }
}

/// Whether a text names a sheet, another program or a function: `1+cmd|' /C calc'!A0`, `1+HYPERLINK("…")`.
#[cold]
fn calls(text: &[u8]) -> bool {
    let is_call = |pair: &[u8]| pair[0].is_ascii_alphabetic() && pair[1] == b'(';
    text.iter().any(|byte| matches!(byte, b'|' | b'!')) || text.windows(2).any(is_call)
}

/// A formula behind white space, or with a sign of full width (U+FF0B, U+FF0D, U+FF1D, U+FF20).
#[cold]
fn is_hidden_formula(text: &[u8]) -> bool {
    match text {
        [b'\t' | b'\r' | b'\n', rest @ ..] => is_formula(rest.trim_ascii_start()),
        [0xEF, 0xBC, 0x9D | 0xA0, ..] => true,
        [0xEF, 0xBC, 0x8B | 0x8D, rest @ ..] => is_run(rest),
        _ => false,
    }
}

/// A text that no spreadsheet runs as a formula: an apostrophe goes before one that would be. For files that people
/// open; data given back to programs are left as they are.
pub fn neutralised(text: &str) -> Cow<'_, str> {
    if is_formula(text.as_bytes()) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_fire_and_telephones_do_not() {
        for text in [
            "=1+1",
            "@SUM(A1)",
            "+cmd|' /C calc'!A0",
            "-(1)",
            "=HYPERLINK(\"x\")",
            "-2+3+cmd|' /C calc'!A0",
            "+1+HYPERLINK(\"http://x.example\")",
            "\t=1+1",
            "\r\n @SUM(A1)",
            "＝1+1",
            "－cmd",
        ] {
            assert!(is_formula(text.as_bytes()), "{text}");
            assert_eq!(neutralised(text), format!("'{text}"));
        }
        for text in [
            "+33180059880",
            "+33 (0)1 80 05 98 80",
            "-4.35",
            "-12,5",
            "- un tiret",
            "+",
            "a=b",
            "contact@ville.example",
            "\tTabulation",
            "（＝）",
            "",
        ] {
            assert!(!is_formula(text.as_bytes()), "{text}");
            assert_eq!(neutralised(text), text);
        }
    }
}
