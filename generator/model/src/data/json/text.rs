//! The texts of values, taken from the JSON that holds them.
//!
//! In: a value as it was written, known to be well written. Out: its text, behind that of a block; booleans as they stand, and
//! numbers too, but for those that a program wrote with a power of ten though they are small. Nothing else is built in between.

use super::super::csv::find;

/// Adds the text of a string, a number or a boolean; nothing for null. False when an escape stands for no character.
pub(super) fn append(raw: &str, text: &mut Vec<u8>) -> bool {
    match raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')) {
        Some(inside) if memchr::memchr(b'\\', inside.as_bytes()).is_none() => text.extend_from_slice(inside.as_bytes()),
        Some(_) => match serde_json::from_str::<String>(raw) {
            Ok(inside) => text.extend_from_slice(inside.as_bytes()),
            Err(_) => return false,
        },
        None if raw == "null" => {}
        None => match plain(raw) {
            Some(number) => text.extend_from_slice(number.as_bytes()),
            None => text.extend_from_slice(raw.as_bytes()),
        },
    }
    true
}

/// A small number without its power of ten, as `-5e-05`, which Python writes for a longitude. A large one is left as it is: it
/// may be an identifier that lost its digits.
fn plain(raw: &str) -> Option<String> {
    const LARGE: f64 = 1_000.0;
    /// Beyond, there are more digits than such a number holds.
    const LONGEST: usize = 24;
    let is_raised = raw.len() <= LONGEST && raw.contains(['e', 'E']);
    let number = is_raised.then(|| raw.parse::<f64>().ok()).flatten()?;
    (number != 0.0 && number.abs() < LARGE).then(|| number.to_string())
}

/// Adds the parts of a list of texts in which nothing is escaped and no separator is found: what lists mostly are. The list
/// is well written. False, with anything added, for another list.
pub(super) fn append_texts(raw: &str, separator: char, text: &mut Vec<u8>) -> bool {
    let (Ok(separator), Some(mut rest)) = (u8::try_from(separator), raw.as_bytes().strip_prefix(b"[")) else { return false };
    if separator == b'"' || memchr::memchr(b'\\', rest).is_some() {
        return false;
    }
    let mut is_first = true;
    loop {
        rest = rest.trim_ascii_start();
        let Some(inside) = rest.strip_prefix(b"\"") else { return is_first && rest == b"]" };
        let Some(end) = find(b'"', inside) else { return false };
        let part = &inside[..end];
        if find(separator, part).is_some() {
            return false;
        }
        if !is_first {
            text.push(separator);
        }
        text.extend_from_slice(part);
        match inside[end + 1..].trim_ascii_start() {
            [b',', more @ ..] => (rest, is_first) = (more, false),
            end => return end == b"]",
        }
    }
}

/// Whether a sign is in a text.
pub(super) fn has(text: &[u8], sign: char) -> bool {
    memchr::memmem::find(text, sign.encode_utf8(&mut [0; 4]).as_bytes()).is_some()
}
