//! Signs that the texts of an XLSX write by their code: `_x000D_` is a carriage return.
//!
//! In: a text as the XML says it. Out: the same with these signs in place, never longer. Must not judge them: a sign that nobody
//! sees is told like any other, once it is there. `_x005F_` is the line that would otherwise open such a code.

/// Bytes of a code.
const LENGTH: usize = "_x0000_".len();

/// Puts the signs that are written by their code in the text, from that byte on.
pub(super) fn decode(text: &mut String, from: usize) {
    let Some(first) = text.get(from..).and_then(|rest| rest.find("_x")) else { return };
    let start = from + first;
    let coded = text.split_off(start);
    let mut rest = coded.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, code) = rest.split_at(at);
        text.push_str(before);
        // What is no code is left as it is, from its first sign.
        let (sign, length) = sign(code).unwrap_or(('_', 1));
        text.push(sign);
        rest = &code[length..];
    }
    text.push_str(rest);
}

/// The sign whose code a text starts with, and the bytes of that code: beyond sixteen bits, there are two. Half of a sign is none.
fn sign(text: &str) -> Option<(char, usize)> {
    let first = unit(text)?;
    let pair = text.get(LENGTH..).and_then(unit).map(|second| [first, second]);
    let decoded = |units: &[u16]| char::decode_utf16(units.iter().copied()).next()?.ok();
    match decoded(&[first]) {
        Some(sign) => Some((sign, LENGTH)),
        None => decoded(&pair?).map(|sign| (sign, 2 * LENGTH)),
    }
}

fn unit(text: &str) -> Option<u16> {
    let digits = text.get(..LENGTH)?.strip_prefix("_x")?.strip_suffix('_')?;
    // A number may have a sign before it; a code has none.
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_signs_and_what_is_none_is_left() {
        for (written, read) in [
            ("12 rue_x000D_\nHaute", "12 rue\r\nHaute"),
            ("_x0009_a_x00e9__x0001_", "\taé\u{1}"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x005F__x000D_", "_\r"),
            ("_x005F_x005F_x005F_x000D_", "_x005F_x000D_"),
            ("_xD83D__xDE00_ !", "😀 !"),
            ("_xD83D_ seul", "_xD83D_ seul"),
            ("_xDE00__xD83D__x000A_", "_xDE00__xD83D_\n"),
            ("__x0041_", "_A"),
            ("_x_x0041_", "_xA"),
            ("_x00é_", "_x00é_"),
            ("_x+041_ _x 41_ _x041_ _X0041_ _x0041", "_x+041_ _x 41_ _x041_ _X0041_ _x0041"),
            ("nom_du_lieu", "nom_du_lieu"),
            ("_x", "_x"),
            ("", ""),
        ] {
            let mut text = written.to_owned();
            decode(&mut text, 0);
            assert_eq!(text, read, "{written}");
        }
    }

    #[test]
    fn what_stands_before_is_not_read_again() {
        let mut text = "_x0041_é_x0042_".to_owned();
        decode(&mut text, 9);
        assert_eq!(text, "_x0041_éB");
    }
}
