//! Numbers of registers: SIRET, RNA, RIDET.

use super::digits::{Power, ROUNDED, are_digits, power, without_separators, without_zero_decimals};
use super::draft::Draft;
use crate::{Check, Date};

const KIND: &str = "numéro écrit sans espace ni ponctuation";
/// Digits of the shortest number of a register; fewer of them are a slip rather than a filling.
const SHORTEST: usize = 7;

/// What a text may become.
pub(super) fn mend(text: &str) -> Option<Draft> {
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
    (compact != text).then(|| Draft::sure(compact, KIND))
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
            let draft = mend(text).filter(|draft| draft.certainty == Certainty::Sure);
            assert_eq!(draft.and_then(|draft| draft.after).unwrap_or_default(), expected, "{text}");
        }
    }
}
