//! Territories that a row is in, from its postal code, and what confirms a lost zero.

use crate::france::Aim;

/// Which of the two codes of a commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CommuneCode {
    Postal,
    Official,
}

/// Whether the commune of that name has that code, once the zero that a spreadsheet took is put back: name, digits.
pub(super) type Confirms = fn(CommuneCode, &str, &str) -> bool;

/// The list of communes is asked here.
#[cfg(feature = "communes")]
pub(super) fn confirmed(code: CommuneCode, name: &str, digits: &str) -> bool {
    match code {
        CommuneCode::Postal => crate::communes::confirms_postal_code(name, digits).is_some(),
        CommuneCode::Official => crate::communes::confirms_code(name, digits).is_some(),
    }
}

/// Without the list nothing is confirmed, and the zero is only proposed.
#[cfg(not(feature = "communes"))]
pub(super) fn confirmed(_: CommuneCode, _name: &str, _digits: &str) -> bool {
    false
}

/// Why a code is not the one of a commune of that name, when it is known to be of others.
#[cfg(feature = "communes")]
pub(super) fn refuted(code: CommuneCode, name: &str, after: &str) -> Option<String> {
    match code {
        CommuneCode::Postal => crate::communes::served_name(name, after).map(|wrong| wrong.message),
        CommuneCode::Official => crate::communes::name(&mut crate::communes::Known::default(), name, after, ""),
    }
}

/// Without the list nothing is known of names.
#[cfg(not(feature = "communes"))]
pub(super) fn refuted(_: CommuneCode, _name: &str, _after: &str) -> Option<String> {
    None
}

/// The name of the commune that a row is about, when what is written is nearly it.
#[cfg(feature = "communes")]
pub(super) fn nearly_named(name: &str, code: &str, postal: &str) -> Option<&'static str> {
    crate::communes::nearly_named(name, code, postal)
}

/// Without the list nothing is known of names.
#[cfg(not(feature = "communes"))]
pub(super) fn nearly_named(_: &str, _code: &str, _postal: &str) -> Option<&'static str> {
    None
}

/// The commune that a postal code and an official code both designate, as it is shown to people.
#[cfg(feature = "communes")]
pub(super) fn same(postal: &str, code: &str) -> Option<String> {
    crate::communes::same(postal, code)
}

/// Without the list nothing is known of codes.
#[cfg(not(feature = "communes"))]
pub(super) fn same(_: &str, _code: &str) -> Option<String> {
    None
}

/// What is said of a postal code written in the place of the official code: the code of the one commune of that name, and how it
/// is shown; or the communes that it serves.
#[cfg(feature = "communes")]
pub(super) fn copied(name: &str, postal: &str) -> Option<Result<(String, String), String>> {
    let told = crate::communes::copied(name, postal)?;
    Some(told.map(|(code, shown)| (code.to_string(), shown)))
}

/// Without the list nothing is known of codes.
#[cfg(not(feature = "communes"))]
pub(super) fn copied(_: &str, _postal: &str) -> Option<Result<(String, String), String>> {
    None
}

/// Where a point is, for the commune of an official code or, without any, for those of a postal code; and which code it is.
#[cfg(feature = "communes")]
pub(super) fn aim((code, postal): (&str, &str), latitude: &str, longitude: &str) -> (Aim, &'static str) {
    if code.is_empty() {
        // A postal code serves many communes, and a point that is in none may be in another of France.
        return match crate::communes::aim_served(postal, latitude, longitude) {
            Aim::Elsewhere => (Aim::Unknown, ""),
            aim => (aim, "les communes du code postal"),
        };
    }
    (crate::communes::aim(code, latitude, longitude), "la commune du code INSEE")
}

/// Without the list nothing is known of places.
#[cfg(not(feature = "communes"))]
pub(super) fn aim(_: (&str, &str), _latitude: &str, _longitude: &str) -> (Aim, &'static str) {
    (Aim::Unknown, "")
}

/// The telephone prefix of the territory of a postal code; `None` when the text is not one.
pub(super) fn prefix(postal_code: &str) -> Option<&'static str> {
    if postal_code.len() != 5 || !super::digits::are_digits(postal_code) {
        return None;
    }
    Some(match &postal_code[..3] {
        // Saint-Barthélemy and Saint-Martin have kept the prefix and the codes of Guadeloupe.
        "971" | "977" | "978" => "+590",
        "972" => "+596",
        "973" => "+594",
        "974" | "976" => "+262",
        "975" => "+508",
        "986" => "+681",
        "987" => "+689",
        "988" => "+687",
        "000" => return None,
        _ if postal_code.starts_with("97") || postal_code.starts_with("98") => return None,
        _ => "+33",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn territories_have_their_prefix() {
        for (code, expected) in [
            ("51100", Some("+33")),
            ("20250", Some("+33")),
            ("97400", Some("+262")),
            ("97133", Some("+590")),
            ("97150", Some("+590")),
            ("97500", Some("+508")),
            ("98800", Some("+687")),
            ("98000", None),
            ("1000", None),
            ("00000", None),
            ("", None),
        ] {
            assert_eq!(prefix(code), expected, "{code}");
        }
    }
}
