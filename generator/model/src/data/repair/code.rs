//! Postal codes and official codes of communes.

use super::digits::{are_digits, without_separators, without_zero_decimals};
use super::draft::Draft;
use super::place::{self, CommuneCode, Confirms, refuted};

const KIND: &str = "code écrit sans espace ni ponctuation";
const CAPITALS: &str = "code écrit en capitales";
const DECIMALS: &str = "décimales d'un tableur retirées";
const LOST: &str = "zéro du début perdu";
pub(super) const COPIED: &str = "code postal à la place du code INSEE";
const SHORT: &str = "code trop court";

/// What a text may become. `commune` is the name in the same row, `other` the other code of the commune.
pub(super) fn mend(text: &str, code: CommuneCode, (commune, other): (&str, &str), confirms: Confirms) -> Option<Draft> {
    let compact = without_zero_decimals(text).map_or_else(|| without_separators(text), str::to_owned);
    let compact = compact.to_ascii_uppercase();
    if compact.len() == 4 && are_digits(&compact) {
        return Some(with_zero(&compact, code, (commune, other), confirms));
    }
    let kind = match text {
        _ if without_zero_decimals(text).is_some() => DECIMALS,
        _ if compact.eq_ignore_ascii_case(text) => CAPITALS,
        _ => KIND,
    };
    (compact.len() == 5 && compact != text).then(|| Draft::sure(compact, kind))
}

/// What four digits may become: a spreadsheet takes the zero of the first nine departments.
fn with_zero(digits: &str, code: CommuneCode, (commune, other): (&str, &str), confirms: Confirms) -> Draft {
    if confirms(code, commune, digits) {
        return Draft::sure(format!("0{digits}"), LOST);
    }
    let after = format!("0{digits}");
    let other = without_zero_decimals(other).unwrap_or(other);
    let whole = if other.len() == 4 && are_digits(other) { format!("0{other}") } else { other.to_owned() };
    let (postal, official) = match code {
        CommuneCode::Postal => (&after, &whole),
        CommuneCode::Official => (&whole, &after),
    };
    let written = if commune.trim().is_empty() { String::new() } else { format!(" ; la commune écrite est « {commune} »") };
    if let Some(shown) = place::same(postal, official) {
        return Draft::confirm(after, LOST, format!("avec ce zéro, les codes de la ligne désignent {shown}{written}"));
    }
    if let (CommuneCode::Official, Some(Ok((meant, shown)))) = (code, place::copied(commune, &after).filter(|_| whole == after)) {
        return Draft::confirm(meant, COPIED, format!("le code postal {after} et le nom de la commune désignent {shown}"));
    }
    let no_zero = |why: &str| {
        Draft::impossible(SHORT, format!("il manque un chiffre, et ce n'est sans doute pas le zéro du début : {why}"))
    };
    // Both codes start with the number of the department, but for a few communes on a border.
    if other.len() == 5 && other.get(..2) != after.get(..2) {
        return no_zero(&format!("l'autre code de la ligne est {other}"));
    }
    let Some(why) = refuted(code, commune, &after) else {
        return Draft::confirm(after, LOST, "il manque un chiffre : le zéro du début, sans doute");
    };
    let (what, near) = match code {
        CommuneCode::Postal => ("le code postal", place::nearly_named(commune, "", &after)),
        CommuneCode::Official => ("le code INSEE", place::nearly_named(commune, &after, "")),
    };
    near.map_or_else(
        || no_zero(&why),
        |near| Draft::confirm(after, LOST, format!("avec ce zéro, {what} est celui de {near}{written}")),
    )
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
    #[cfg(feature = "communes")]
    #[test]
    fn codes_that_agree_once_the_zero_is_back_are_asked() {
        let (postal, official) = (CommuneCode::Postal, CommuneCode::Official);
        let none: Confirms = |_, _, _| false;
        for (text, code, commune, other, expected) in [
            ("6150", postal, "Cannes La Bocca", "6029", "06150"),
            ("6029", official, "Cannes La Bocca", "6150", "06029"),
            ("6029", official, "Cannes La Bocca", "6150.0", "06029"),
            ("1500", postal, "Ambérieu", "01004", "01500"),
            ("1053", official, "Bourg", "1000", "01053"),
            // The postal code, twice.
            ("1000", official, "Bourg-en-Bresse", "01000", "01053"),
            // The name is near, and nothing is against it.
            ("9000", postal, "Fois", "", "09000"),
            ("5061", official, "Gapp", "", "05061"),
            // Neither the codes nor the name agree.
            ("6150", postal, "Le Suquet", "6088", ""),
            ("5000", postal, "Reims", "", ""),
            ("5061", official, "Reims", "5999", ""),
            ("5000", postal, "Gapp", "51454", ""),
        ] {
            let draft = mend(text, code, (commune, other), none).expect("something to say");
            assert_eq!(draft.after.as_deref().unwrap_or_default(), expected, "{text} {commune} {other}");
            let certainty = if expected.is_empty() { Certainty::Impossible } else { Certainty::ToConfirm };
            assert_eq!((draft.certainty, draft.why.is_empty()), (certainty, false), "{text} {commune} {other}");
        }
    }
}
