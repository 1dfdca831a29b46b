//! Telephone numbers, by the plan of each territory.
//!
//! In: a number after its prefix. Out: what is surely wrong with it. Source: the numbering plan of the regulator (Arcep),
//! which gives each overseas department its own prefix and its own starts of numbers.

/// Number of digits after each prefix of the national plan and of the overseas ones.
const PHONE_LENGTHS: [(&str, &[usize]); 10] = [
    ("+33", &[9]),
    ("+262", &[9]),
    ("+269", &[7]),
    ("+508", &[6, 9]),
    ("+590", &[9]),
    ("+594", &[9]),
    ("+596", &[9]),
    ("+681", &[6]),
    ("+687", &[6]),
    ("+689", &[8]),
];

/// Starts of nine digits that one overseas department alone has: digits, prefix, where. Mayotte shares 639 with numbers of
/// fiction, which are of the continent.
const OVERSEAS: [(&str, &str, &str); 13] = [
    ("262", "+262", "à La Réunion"),
    ("263", "+262", "à La Réunion"),
    ("269", "+262", "à Mayotte"),
    ("692", "+262", "à La Réunion"),
    ("693", "+262", "à La Réunion"),
    ("590", "+590", "en Guadeloupe"),
    ("690", "+590", "en Guadeloupe"),
    ("691", "+590", "en Guadeloupe"),
    ("594", "+594", "en Guyane"),
    ("694", "+594", "en Guyane"),
    ("596", "+596", "en Martinique"),
    ("696", "+596", "en Martinique"),
    ("697", "+596", "en Martinique"),
];

/// The prefix that nine digits ask for, when one overseas department alone has numbers that start like them.
pub(crate) fn overseas(digits: &str) -> Option<&'static str> {
    of_department(digits).map(|(_, prefix, _)| prefix)
}

fn of_department(digits: &str) -> Option<(&'static str, &'static str, &'static str)> {
    OVERSEAS.into_iter().find(|(start, ..)| digits.starts_with(start))
}

/// Whether a number surely is none of its prefix. What has another prefix than those we know is the pattern's business.
pub(super) fn is_wrong(value: &str) -> bool {
    wrong(value).is_some()
}

/// Message and remedy for a number that is none of its prefix.
pub(super) fn words(value: &str) -> (String, &'static str) {
    match wrong(value) {
        Some(Wrong::Zero) => (
            format!("« {value} » commence par zéro après son indicatif, et il y manque un chiffre"),
            "le zéro du début ne s'écrit pas après l'indicatif : retrouvez les neuf chiffres qui le suivent",
        ),
        Some(Wrong::Elsewhere((start, prefix, place))) => (
            format!("« {value} » n'a pas le bon indicatif : un numéro qui commence par 0{start} est {place}"),
            match prefix {
                "+262" => "remplacez l'indicatif par +262, et gardez les neuf chiffres qui le suivent",
                "+590" => "remplacez l'indicatif par +590, et gardez les neuf chiffres qui le suivent",
                "+594" => "remplacez l'indicatif par +594, et gardez les neuf chiffres qui le suivent",
                _ => "remplacez l'indicatif par +596, et gardez les neuf chiffres qui le suivent",
            },
        ),
        _ => (
            format!("« {value} » n'a pas le nombre de chiffres attendu après son indicatif"),
            match value.get(..4) {
                Some("+269") => "l'indicatif de Mayotte est +262 ; +269 est celui des Comores, suivi de sept chiffres",
                Some("+687" | "+681") => "après cet indicatif, il reste six chiffres",
                Some("+508") => "après cet indicatif, il reste six ou neuf chiffres",
                Some("+689") => "après cet indicatif, il reste huit chiffres",
                Some("+590" | "+594" | "+596" | "+262") => "après cet indicatif, il reste neuf chiffres, sans le zéro du début",
                _ => "après +33, il reste neuf chiffres : +33 1 99 00 12 34 s'écrit +33199001234",
            },
        ),
    }
}

/// What is wrong with a number.
enum Wrong {
    Length,
    Zero,
    /// It is of a department that has another prefix: its start, prefix and place.
    Elsewhere((&'static str, &'static str, &'static str)),
}

fn wrong(value: &str) -> Option<Wrong> {
    let (prefix, lengths) = PHONE_LENGTHS.into_iter().find(|(prefix, _)| value.starts_with(prefix))?;
    let rest = &value[prefix.len()..];
    if !lengths.contains(&rest.len()) {
        return Some(Wrong::Length);
    }
    let is_national = *lengths == [9];
    if is_national && rest.starts_with('0') {
        return Some(Wrong::Zero);
    }
    of_department(rest).filter(|(_, own, _)| is_national && *own != prefix).map(Wrong::Elsewhere)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_of_its_prefix() {
        for good in [
            "+33180059880",
            "+33639980123",
            "+262639123456",
            "+262262123456",
            "+262692123456",
            "+590690123456",
            "+590976123456",
            "+508508123456",
            "+508410000",
            "+687262123",
            "+68940123456",
            "+44012345",
        ] {
            assert!(!is_wrong(good), "{good}");
        }
        for (wrong, said) in [
            ("+3318005988", "nombre de chiffres"),
            ("+33018005988", "commence par zéro"),
            ("+590059012345", "commence par zéro"),
            ("+33262123456", "est à La Réunion"),
            ("+33690123456", "est en Guadeloupe"),
            ("+590696123456", "est en Martinique"),
            ("+262594123456", "est en Guyane"),
            ("+33269123456", "est à Mayotte"),
        ] {
            assert!(is_wrong(wrong) && words(wrong).0.contains(said), "{wrong} : {}", words(wrong).0);
        }
        assert_eq!(words("+33697123456").1, "remplacez l'indicatif par +596, et gardez les neuf chiffres qui le suivent");
    }
}
