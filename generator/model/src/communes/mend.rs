//! What the list says of what the cells of a row may have meant.
//!
//! In: the texts of cells that a rule found wrong. Out: what a person may be asked, never what is sure.

use super::judge::{degrees, named, served};
use super::territory::{Point, Territory};
use super::{Code, Commune, TOLERANCE_KM, by_code, by_postal_code, is_named};
use crate::france::{Aim, Step};
use crate::hint;

/// Communes that a postal code serves, of which names are compared.
const MOST_SERVED: usize = 50;

/// Where a point is, for the commune of that official code.
pub(crate) fn aim(code: &str, latitude: &str, longitude: &str) -> Aim {
    of_all(by_code(code).into_iter(), latitude, longitude)
}

/// Where a point is, for the communes that a postal code serves: the first that it is in, or may be brought to.
pub(crate) fn aim_served(postal: &str, latitude: &str, longitude: &str) -> Aim {
    of_all(by_postal_code(postal), latitude, longitude)
}

fn of_all(communes: impl Iterator<Item = Commune>, latitude: &str, longitude: &str) -> Aim {
    // A latitude beyond 90 is a longitude.
    let Some((latitude, longitude)) = degrees(latitude, 180.0).zip(degrees(longitude, 180.0)) else { return Aim::Unknown };
    let point = Point { latitude, longitude };
    let mut aim = Aim::Unknown;
    for territory in communes.filter_map(|commune| commune.territory()) {
        if holds(&territory, point) {
            return Aim::There;
        }
        aim = match (aim, step(&territory, point)) {
            (Aim::Unknown | Aim::Elsewhere, Some(step)) => Aim::Missed(step),
            (Aim::Unknown, None) => Aim::Elsewhere,
            (known, _) => known,
        };
    }
    aim
}

/// What brings a point that is elsewhere into a territory, the least of it: one change, or a change of place and of signs.
pub(super) fn step(territory: &Territory, point: Point) -> Option<Step> {
    let swapped = Point { latitude: point.longitude, longitude: point.latitude };
    let sign = |is_opposite: bool| if is_opposite { -1.0 } else { 1.0 };
    let of = |is_swapped: bool, opposite: [bool; 2]| Step { is_swapped, opposite };
    let signs = [[false, true], [true, false], [true, true]];
    let steps = [of(true, [false; 2])].into_iter().chain([false, true].into_iter().flat_map(|is| signs.map(|at| of(is, at))));
    steps.into_iter().find(|Step { is_swapped, opposite: [south, west] }| {
        let from = if *is_swapped { swapped } else { point };
        holds(territory, Point { latitude: sign(*south) * from.latitude, longitude: sign(*west) * from.longitude })
    })
}

fn holds(territory: &Territory, point: Point) -> bool {
    point.latitude.abs() <= 90.0 && territory.beyond_km(point) <= TOLERANCE_KM
}

/// The name of the commune that a row is about, when what is written is nearly it: that of the official code, or else the only
/// one that the postal code serves.
pub(crate) fn nearly_named(written: &str, code: &str, postal: &str) -> Option<&'static str> {
    let named = |commune: Commune| {
        if is_named(&commune, written) { Some(commune.name()) } else { hint::nearest(written, [commune.name()]) }
    };
    if !code.is_empty() {
        return named(by_code(code).filter(|_| code != postal)?);
    }
    let mut served = by_postal_code(Code::postal(postal)?.as_str()).filter(|commune| commune.city().is_none());
    let mut names = served.by_ref().take(MOST_SERVED).filter_map(named);
    names.next().filter(|_| names.next().is_none())
}

/// The commune that a postal code and an official code both designate, as it is shown to people.
pub(crate) fn same(postal: &str, code: &str) -> Option<String> {
    by_code(code).filter(|commune| commune.has_postal_code(postal)).map(|commune| named(&commune))
}

/// What a postal code that stands in the place of the official code says: the commune that it designates with the name, when
/// there is one only, its code and how it is shown; otherwise the communes that it serves.
pub(crate) fn copied(written: &str, postal: &str) -> Option<Result<(Code, String), String>> {
    let own = Code::postal(postal)?;
    let communes = served(own)?;
    // A district says more than its city, and has a postal code of its own.
    let mut districts = by_postal_code(postal).filter(|commune| commune.city().is_some() && is_named(commune, written));
    let mut cities = by_postal_code(postal).filter(|commune| commune.city().is_none() && is_named(commune, written));
    let only = |of: &mut dyn Iterator<Item = Commune>| of.next().filter(|_| of.next().is_none());
    let found = only(&mut districts).or_else(|| only(&mut cities)).filter(|_| !written.trim().is_empty());
    Some(found.map(|commune| (commune.code(), named(&commune))).ok_or(communes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_step_that_leads_to_the_commune_is_taken() {
        let missed = |is_swapped, opposite| Aim::Missed(Step { is_swapped, opposite });
        for (code, latitude, longitude, expected) in [
            ("51454", "49.2532", "4.0323", Aim::There),
            ("51454", "4.0323", "49.2532", missed(true, [false, false])),
            ("51454", "-49.2532", "4.0323", missed(false, [true, false])),
            ("51454", "49.2532", "-4.0323", missed(false, [false, true])),
            ("51454", "-4.0323", "49.2532", missed(true, [false, true])),
            ("51454", "-4.0323", "-49.2532", missed(true, [true, true])),
            // In the sea, and not in Lyon.
            ("69123", "-4.0323", "49.2532", Aim::Elsewhere),
            ("51454", "0", "0", Aim::Elsewhere),
            ("98818", "166.45", "-22.27", missed(true, [false, false])),
            ("98818", "166.45", "22.27", missed(true, [true, false])),
            ("51999", "-4.0323", "49.2532", Aim::Unknown),
            ("51454", "200", "49.2532", Aim::Unknown),
            ("51454", "", "49.2532", Aim::Unknown),
        ] {
            assert_eq!(aim(code, latitude, longitude), expected, "{code} {latitude} {longitude}");
        }
    }

    #[test]
    fn a_postal_code_tells_where_its_communes_are() {
        for (postal, latitude, longitude, expected) in [
            ("71100", "46.78", "4.85", Aim::There),
            ("71100", "4.85", "46.78", Aim::Missed(Step { is_swapped: true, opposite: [false, false] })),
            ("71100", "48.85", "2.35", Aim::Elsewhere),
            ("71999", "4.85", "46.78", Aim::Unknown),
        ] {
            assert_eq!(aim_served(postal, latitude, longitude), expected, "{postal} {latitude} {longitude}");
        }
    }

    #[test]
    fn two_codes_are_of_one_commune_or_are_not() {
        assert_eq!(same("06150", "06029").as_deref(), Some("06029 (Cannes)"));
        for (postal, code) in [("06150", "51454"), ("06150", "99999"), ("", "06029"), ("6150", "06029")] {
            assert_eq!(same(postal, code), None, "{postal} {code}");
        }
    }

    #[test]
    fn a_copied_postal_code_needs_a_name() {
        let code = |written: &str, postal: &str| copied(written, postal).and_then(Result::ok).map(|(code, _)| code.to_string());
        assert_eq!(code("Reims", "51100").as_deref(), Some("51454"));
        assert_eq!(code("chalon sur saone", "71100").as_deref(), Some("71076"));
        assert_eq!(code("Paris", "75011").as_deref(), Some("75111"));
        for (written, postal) in [("Lyon", "51100"), ("", "51100"), ("Chalon", "71100"), ("Reims", "51724"), ("Reims", "511")] {
            assert_eq!(code(written, postal), None, "{written} {postal}");
        }
        assert!(copied("Lyon", "51100").is_some_and(|told| told == Err("51454 (Reims)".to_owned())));
    }
}
