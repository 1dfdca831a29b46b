//! Usual addresses and numbers, told at sight.
//!
//! In: a text. Out: true only when it surely breaks none of the checks of its kind. A false says nothing: [`crate::Check`]
//! then decides. Only ASCII is told here.

/// A SIRET whose key is right, and which is no placeholder: fourteen digits, not all the same.
pub(super) fn is_siret(text: &[u8]) -> bool {
    let Some(digits) = text.as_array::<14>() else { return false };
    let (mut sum, mut are_digits, mut are_same) = (0, true, true);
    for (rank, digit) in digits.iter().map(|sign| sign.wrapping_sub(b'0')).enumerate() {
        are_digits &= digit < 10;
        are_same &= digit == digits[0].wrapping_sub(b'0');
        // Luhn: every other digit, from the first of an even number of them, is doubled and loses nine beyond nine.
        let doubled = digit.wrapping_mul(2);
        let lessened = if doubled > 9 { doubled.wrapping_sub(9) } else { doubled };
        sum += u32::from(if rank % 2 == 0 { lessened } else { digit });
    }
    are_digits && !are_same && sum.is_multiple_of(10)
}

/// A number of the national plan, which does not start as those of overseas departments do.
pub(super) fn is_phone(text: &[u8]) -> bool {
    let Some(rest) = text.strip_prefix(b"+33").filter(|rest| rest.len() == 9) else { return false };
    match rest[0] {
        b'0' => false,
        b'2' => rest[1] != b'6',
        b'5' | b'6' => rest[1] != b'9',
        _ => true,
    }
}

/// `https://`, a host, and signs that are seen, without those that may separate two addresses.
pub(super) fn is_url(text: &[u8]) -> bool {
    let Some(rest) = text.strip_prefix(b"https://").or_else(|| text.strip_prefix(b"http://")) else { return false };
    let end = rest.iter().position(|sign| matches!(sign, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let is_seen = |sign: u8| matches!(sign, b'!' | b'#'..=b'+' | b'-'..=b':' | b'=' | b'?'..=b'{' | b'}' | b'~');
    is_host(host) && path.iter().fold(true, |good, sign| good & is_seen(*sign))
}

/// Letters, digits and some signs, then a host.
pub(super) fn is_email(text: &[u8]) -> bool {
    let Some(at) = text.iter().position(|sign| *sign == b'@') else { return false };
    let mut before = b'.';
    for sign in &text[..at] {
        let is_good = sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_' | b'+') || *sign == b'.' && before != b'.';
        if !is_good {
            return false;
        }
        before = *sign;
    }
    before != b'.' && is_host(&text[at + 1..])
}

/// Two labels or more, the last one of letters.
fn is_host(host: &[u8]) -> bool {
    let (mut label, mut labels, mut are_letters, mut before) = (0, 1, true, b'.');
    for sign in host {
        match sign {
            b'a'..=b'z' | b'A'..=b'Z' => label += 1,
            b'0'..=b'9' => (label, are_letters) = (label + 1, false),
            b'-' if label > 0 => (label, are_letters) = (label + 1, false),
            b'.' if (1..=63).contains(&label) && before != b'-' => (label, labels, are_letters) = (0, labels + 1, true),
            _ => return false,
        }
        before = *sign;
    }
    labels > 1 && are_letters && (2..=63).contains(&label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Check, Date};

    /// How one kind is told, the checks that it must not break, texts told at sight, texts that are not.
    type Case<'a> = (fn(&[u8]) -> bool, &'a [Check], &'a [&'a str], &'a [&'a str]);

    #[test]
    fn what_is_told_at_sight_breaks_no_check() {
        let cases: [Case<'_>; 4] = [
            (
                is_siret,
                &[Check::Siret, Check::Rna, Check::Ridet, Check::PlaceholderPivot],
                &["43493312300029", "21510454800015"],
                &["43493312300028", "00000000000000", "", "4349331230002", "434933123000281", "W131004321", "4349331230002é"],
            ),
            (
                is_phone,
                &[Check::Phone],
                &["+33180059880", "+33639980123", "+33272123456", "+33550123456"],
                &["+3318005988", "+687123456", "", "0180059880", "+33018005988", "+33262123456", "+33690123456", "+33590123456"],
            ),
            (
                is_url,
                &[Check::Url],
                &["https://ville.example/a?b#c:d", "http://a-b.ville.example", "https://9.ville.example?x=1"],
                &[
                    "",
                    "https://",
                    "https://ville",
                    "https://-a.fr",
                    "https://a-.fr",
                    "https://a..fr",
                    "https://a.f",
                    "https://1.2.3.4",
                    "https://ville.example/a b",
                    "https://ville.example/\"",
                    "https://ville.example:8080",
                    "https://ville.example/é",
                    "www.ville.example",
                    "https://a@ville.example",
                ],
            ),
            (
                is_email,
                &[Check::Email],
                &["point.num+x@ville.example", "a@b.fr", "a_b-c@d-e.f.gh"],
                &[
                    "",
                    "a",
                    "@b.fr",
                    "a@b",
                    ".a@b.fr",
                    "a.@b.fr",
                    "a..b@c.fr",
                    "a b@c.fr",
                    "a@@b.fr",
                    "a@b.fr ",
                    "é@b.fr",
                    "a@b.f1",
                ],
            ),
        ];
        let today: Date = "2026-11-23".parse().expect("a date");
        for (sight, checks, told, untold) in cases {
            for text in told {
                assert!(sight(text.as_bytes()), "{text}");
            }
            for text in untold {
                assert!(!sight(text.as_bytes()), "{text}");
            }
            // Each text with one sign replaced or taken away: whatever is told at sight breaks nothing.
            for text in told {
                for at in 0..text.len() {
                    for sign in " \0.-@:/<\"aZ059é".chars() {
                        let changed = format!("{}{sign}{}", &text[..at], &text[at + 1..]);
                        let shorter = format!("{}{}", &text[..at], &text[at + 1..]);
                        for text in [changed, shorter] {
                            let is_good = checks.iter().all(|check| !check.is_broken(&text, today));
                            assert!(!sight(text.as_bytes()) || is_good, "{text}");
                        }
                    }
                }
            }
        }
    }
}
