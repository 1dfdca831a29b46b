//! Numbers of registers: SIRET, RNA, RIDET and TAHITI.

use super::is_digits;

pub(super) fn is_fourteen_digits(value: &str) -> bool {
    value.len() == 14 && is_digits(value)
}

pub(super) fn is_placeholder(value: &str) -> bool {
    is_digits(value) && value.bytes().all(|b| Some(b) == value.bytes().next())
}

/// Luhn's key on the fourteen digits. La Poste (SIREN 356 000 000) numbers its offices otherwise: the plain sum of
/// their digits is a multiple of five.
pub(super) fn has_siret_key(value: &str) -> bool {
    let digits = || value.bytes().map(|b| u32::from(b - b'0'));
    let luhn: u32 = digits().rev().enumerate().map(|(i, d)| if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { d }).sum();
    luhn.is_multiple_of(10) || value.starts_with("356000000") && digits().sum::<u32>().is_multiple_of(5)
}

pub(super) fn starts_as_rna(value: &str) -> bool {
    value.starts_with(['W', 'w'])
}

pub(super) fn is_rna(value: &str) -> bool {
    value.len() == 10 && value.starts_with('W') && value.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}

/// RIDET of New Caledonia: seven digits and three for the establishment, the first zero often left out. TAHITI number
/// of French Polynesia: six signs, the first possibly a letter, and three digits for the establishment.
pub(super) fn is_overseas_number(value: &str) -> bool {
    match value.len() {
        10 => is_digits(value),
        9 => value.is_char_boundary(1) && value.as_bytes()[0].is_ascii_alphanumeric() && is_digits(&value[1..]),
        _ => false,
    }
}
