//! Territories that a row is in, from its postal code, and what confirms a lost zero.

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

/// Boxes of the French territories: south, north, west, east, in degrees, a little wide.
const TERRITORIES: [[f64; 4]; 12] = [
    [41.2, 51.2, -5.3, 9.7],
    [15.7, 16.6, -61.9, -60.9],
    [17.8, 18.2, -63.2, -62.7],
    [14.3, 15.0, -61.3, -60.7],
    [2.0, 6.0, -54.7, -51.5],
    [-21.5, -20.8, 55.1, 55.9],
    [-13.1, -12.5, 44.9, 45.4],
    [46.7, 47.2, -56.5, -56.1],
    [-14.5, -13.1, -178.3, -176.0],
    [-28.0, -7.5, -155.0, -134.0],
    [-23.0, -19.0, 163.0, 168.5],
    [-50.1, -46.0, 51.0, 70.7],
];

/// Whether latitude and longitude only make sense the other way round.
pub(super) fn are_swapped(latitude: f64, longitude: f64) -> bool {
    let is_french = |lat: f64, lon: f64| {
        TERRITORIES.iter().any(|[south, north, west, east]| *south <= lat && lat <= *north && *west <= lon && lon <= *east)
    };
    is_french(longitude, latitude) && !is_french(latitude, longitude)
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

    #[test]
    fn a_point_that_makes_sense_the_other_way_round_is_swapped() {
        assert!(are_swapped(2.3522, 48.8566));
        assert!(are_swapped(55.45, -20.88));
        for (latitude, longitude) in [(48.8566, 2.3522), (-20.88, 55.45), (0.0, 0.0), (35.0, 139.0), (48.8, 48.8)] {
            assert!(!are_swapped(latitude, longitude), "{latitude} {longitude}");
        }
    }
}
