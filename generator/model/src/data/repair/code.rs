//! Postal codes and official codes of communes.

use super::digits::{are_digits, without_separators, without_zero_decimals};
use super::draft::Draft;
use super::place::{CommuneCode, Confirms, refuted};

const KIND: &str = "code écrit sans espace ni ponctuation";
const CAPITALS: &str = "code écrit en capitales";
const DECIMALS: &str = "décimales d'un tableur retirées";
const LOST: &str = "zéro du début perdu";
const SHORT: &str = "code trop court";

/// What a text may become. `commune` is the name in the same row, `other` the other code of the commune.
pub(super) fn mend(text: &str, code: CommuneCode, (commune, other): (&str, &str), confirms: Confirms) -> Option<Draft> {
    let compact = without_zero_decimals(text).map_or_else(|| without_separators(text), str::to_owned);
    let compact = compact.to_ascii_uppercase();
    if compact.len() == 4 && are_digits(&compact) {
        let after = format!("0{compact}");
        // Both codes start with the number of the department, but for a few communes on a border.
        let is_elsewhere = other.len() == 5 && other.get(..2) != after.get(..2);
        return Some(if confirms(code, commune, &compact) {
            Draft::sure(after, LOST)
        } else if let Some(why) = refuted(code, commune, &after) {
            Draft::impossible(SHORT, format!("il manque un chiffre, et ce n'est sans doute pas le zéro du début : {why}"))
        } else if is_elsewhere {
            let why = format!(
                "il manque un chiffre, et ce n'est sans doute pas le zéro du début : l'autre code de la ligne est {other}"
            );
            Draft::impossible(SHORT, why)
        } else {
            Draft::confirm(after, LOST, "il manque un chiffre : le zéro du début, sans doute")
        });
    }
    let kind = match text {
        _ if without_zero_decimals(text).is_some() => DECIMALS,
        _ if compact.eq_ignore_ascii_case(text) => CAPITALS,
        _ => KIND,
    };
    (compact.len() == 5 && compact != text).then(|| Draft::sure(compact, kind))
}

#[cfg(test)]
mod tests {
    use super::super::Certainty;
    use super::*;

    #[test]
    fn codes_are_compact_and_a_lost_zero_needs_its_commune() {
        let bourg: Confirms = |_, name, digits| name == "Bourg-en-Bresse" && digits == "1000";
        for (text, name, expected) in [
            ("51 100", "Reims", "51100"),
            ("51100.0", "Reims", "51100"),
            ("2a004", "Ajaccio", "2A004"),
            ("1000", "Bourg-en-Bresse", "01000"),
            ("1000.0", "Bourg-en-Bresse", "01000"),
            ("1000", "Reims", ""),
            ("51100", "Reims", ""),
            ("511000", "Reims", ""),
            ("CEDEX", "Reims", ""),
        ] {
            let draft = mend(text, CommuneCode::Postal, (name, ""), bourg).filter(|draft| draft.certainty == Certainty::Sure);
            let after = draft.and_then(|draft| draft.after).filter(|after| after != text);
            assert_eq!(after.unwrap_or_default(), expected, "{text}");
        }
        let elsewhere = mend("1000", CommuneCode::Postal, ("Reims", "51454"), bourg).expect("something to say");
        assert_eq!(elsewhere.certainty, Certainty::Impossible);
        // A code that is in no list may be of any commune.
        let shown = mend("1999", CommuneCode::Postal, ("Bourg-en-Bresse", "01053"), bourg).expect("something to say");
        assert_eq!((shown.certainty, shown.after.as_deref()), (Certainty::ToConfirm, Some("01999")));
    }
}
