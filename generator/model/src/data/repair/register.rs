//! Numbers of registers: SIRET, RNA, and RIDET or TAHITI, which are short and only of the Pacific.
//!
//! In: a text and the postal code of its row. Out: the number, sure when nothing else is as long; nine or ten digits are a
//! SIREN, a SIRET cut short or a telephone number elsewhere than in the Pacific.

use super::digits::{Power, ROUNDED, are_digits, power, without_separators, without_zero_decimals};
use super::draft::Draft;
use crate::{Check, Date, territory};

const WHOLE: &str = "cherchez le SIRET sur annuaire-entreprises.data.gouv.fr";
const KIND: &str = "numéro écrit sans espace ni ponctuation";
/// Digits of the shortest number of a register; fewer of them are a slip rather than a filling.
const SHORTEST: usize = 7;

/// What a text may become.
pub(super) fn mend(text: &str, postal_code: &str) -> Option<Draft> {
    let compact = match power(text) {
        Some(Power::Rounded) => return Some(Draft::impossible("numéro arrondi par un tableur", ROUNDED)),
        Some(Power::Whole(digits)) => digits,
        None => without_zero_decimals(text).map_or_else(|| without_separators(without_label(text)), str::to_owned),
    };
    if !compact.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    if compact.starts_with(['W', 'w']) {
        let upper = compact.to_ascii_uppercase();
        let kind = if compact == text { "numéro RNA écrit en capitales" } else { KIND };
        return (upper != text).then(|| Draft::sure(upper, kind));
    }
    // A TAHITI number may start with a letter; nothing else is longer than the longest of these numbers.
    if !are_digits(compact.get(1..).unwrap_or_default()) || compact.len() > 14 {
        return None;
    }
    if are_digits(&compact) {
        if compact.len() == 13 {
            let whole = format!("0{compact}");
            let why = "il manque un chiffre à ce SIRET ; vérifiez-le sur annuaire-entreprises.data.gouv.fr";
            return Some(if Check::Siret.is_broken(&whole, Date::LATEST) {
                Draft::impossible("numéro trop court", why)
            } else {
                Draft::confirm(whole, "zéro du début perdu", why)
            });
        }
        if compact.len() >= SHORTEST && compact.bytes().all(|byte| Some(byte) == compact.bytes().next()) {
            return Some(Draft::confirm("", "numéro de remplissage", "ce numéro ne désigne aucune structure"));
        }
    }
    if compact == text && Check::Siret.is_broken(text, Date::LATEST) {
        let why = "un chiffre a dû être mal recopié : vérifiez le numéro sur annuaire-entreprises.data.gouv.fr";
        return Some(Draft::impossible("clé du SIRET fausse", why));
    }
    if compact == text {
        return None;
    }
    Some(match territory::is_pacific(postal_code.as_bytes()) {
        _ if compact.len() == 14 => Draft::sure(compact, KIND),
        Some(true) => Draft::sure(compact, KIND),
        Some(false) if are_digits(&compact) => {
            Draft::impossible("numéro trop court", format!("{} ; {WHOLE}", territory::told(&compact)))
        }
        _ => Draft::confirm(compact, KIND, format!("seuls les numéros du Pacifique sont si courts ; {WHOLE}")),
    })
}

/// Without the name of the register before the number.
fn without_label(text: &str) -> &str {
    for label in ["SIRET", "RIDET", "RNA"] {
        if text.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label)) {
            return text[label.len()..].trim_start_matches(|c: char| c == ':' || c == '°' || c.is_whitespace());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::Certainty;
    use super::*;

    #[test]
    fn numbers_lose_what_is_not_of_them() {
        for (text, expected) in [
            ("434 933 123 00029", "43493312300029"),
            ("434.933.123.00029", "43493312300029"),
            ("SIRET : 434 933 123 00029", "43493312300029"),
            ("43493312300029.0", "43493312300029"),
            ("w131004321", "W131004321"),
            ("0 132 720.001", "0132720001"),
            ("43493312300029", ""),
            ("4,34933E+13", ""),
            ("3493312300029", ""),
            ("00000000000000", ""),
            ("n° à venir", ""),
            ("2.1210023400013E+13", "21210023400013"),
            ("21210023400013 / W131004321", ""),
            ("FR76 212100234", ""),
            ("N/A", ""),
            ("3", ""),
        ] {
            let draft = mend(text, "98800").filter(|draft| draft.certainty == Certainty::Sure);
            assert_eq!(draft.and_then(|draft| draft.after).unwrap_or_default(), expected, "{text}");
        }
    }

    #[test]
    fn a_short_number_is_only_of_the_pacific() {
        for (text, postal_code, certainty) in [
            ("434 933 123", "51100", Certainty::Impossible),
            ("434 933 123 0", "51100", Certainty::Impossible),
            ("01 80 05 98 80", "51100", Certainty::Impossible),
            ("0 132 720.001", "", Certainty::ToConfirm),
            ("0 132 720.001", "98800", Certainty::Sure),
            ("0 132 720.001", "98600", Certainty::Sure),
            ("434 933 123 00029", "", Certainty::Sure),
        ] {
            assert_eq!(mend(text, postal_code).map(|draft| draft.certainty), Some(certainty), "{text} {postal_code}");
        }
    }
}
