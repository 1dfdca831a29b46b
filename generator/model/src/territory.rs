//! Numbers of registers that only some territories have.
//!
//! In: a number and the postal code of its row. Out: what is wrong between them, in French.

use crate::{Check, Date};

/// Starts of the postal codes of the territories whose registers number with nine or ten digits: Wallis-et-Futuna, French
/// Polynesia, New Caledonia.
const PACIFIC: [&str; 3] = ["986", "987", "988"];

/// Whether a postal code is of one of them; `None` for what is no postal code.
pub(crate) fn is_pacific(postal_code: &[u8]) -> Option<bool> {
    let is_code = postal_code.len() == 5 && postal_code.iter().all(u8::is_ascii_digit);
    is_code.then(|| PACIFIC.iter().any(|start| postal_code.starts_with(start.as_bytes())))
}

/// Whether a number of nine or ten digits may be complete where that postal code is. What is no postal code says nothing.
pub(crate) fn may_be_short(postal_code: &[u8]) -> bool {
    is_pacific(postal_code) != Some(false)
}

/// Whether a number is as short as those of the Pacific.
pub(crate) fn is_short(number: &[u8]) -> bool {
    matches!(number.len(), 9 | 10) && number.iter().all(u8::is_ascii_digit)
}

/// What is wrong with a number that is too short for its territory.
pub(crate) fn breach(number: &str, postal_code: &str) -> Option<String> {
    // A filling has a rule of its own.
    let is_filling = Check::PlaceholderPivot.is_broken(number, Date::LATEST);
    if !is_short(number.as_bytes()) || is_filling || may_be_short(postal_code.as_bytes()) {
        return None;
    }
    Some(told(number))
}

/// What a number of digits is, when it is too short for a SIRET.
pub(crate) fn told(number: &str) -> String {
    let why = match number.len() {
        9 => "c'est un SIREN, le numéro d'une structure entière et non d'un de ses établissements".to_owned(),
        count => format!("il a {count} chiffres, un SIRET en compte 14"),
    };
    format!("« {number} » n'est pas un SIRET : {why}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_only_of_the_pacific() {
        for (number, postal_code, broken) in [
            ("434933123", "51100", true),
            ("4349331230", "97400", true),
            ("0132720001", "98800", false),
            ("413526100", "98713", false),
            ("434933123", "", false),
            ("434933123", "5110", false),
            ("43493312300029", "51100", false),
            ("W131004321", "51100", false),
            ("111111111", "51100", false),
            ("", "51100", false),
        ] {
            assert_eq!(breach(number, postal_code).is_some(), broken, "{number} {postal_code}");
        }
    }
}
