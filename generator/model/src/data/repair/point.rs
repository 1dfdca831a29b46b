//! Points that are where nobody is, and make sense once something in them is changed: a question for a person.
//!
//! In: the latitude and the longitude of a row, its official code. Out: what both may become, never sure.

use std::borrow::Cow;

use super::row::Mended;
use super::{Certainty, Proposal, number, place};
use crate::data::{Judge, Row};
use crate::france::{Aim, are_swapped};
use crate::{CrossKind, CrossRule};

const SWAPPED: &str = "latitude et longitude inversées";
const SIGN: &str = "signe d'une coordonnée";
const BOTH: &str = "latitude et longitude inversées, et signe";

/// The columns that say where a place is.
#[derive(Debug, Clone)]
pub(super) struct Point {
    latitude: usize,
    longitude: usize,
    code: Option<usize>,
    postal: Option<usize>,
    /// The rules that a point out of its place breaks; those of a standard without any are not told by its judge.
    rules: Vec<Cow<'static, str>>,
}

impl Point {
    /// `None` when a file has no points.
    pub(super) fn of(judge: &Judge<'_>) -> Option<Self> {
        let standard = judge.standard;
        let column = |name: &str| judge.columns.named(standard, name);
        let is_of_points = |rule: &&CrossRule| matches!(rule.kind, CrossKind::PointInCommune { .. });
        let rules = standard.rules.iter().filter(is_of_points).map(|rule| rule.name.clone().into()).collect();
        Some(Self {
            latitude: column("latitude")?,
            longitude: column("longitude")?,
            code: column("code_insee"),
            postal: column("code_postal"),
            rules,
        })
    }

    /// What the cells of a row may become. `is_good` when nothing was found wrong in the row.
    pub(super) fn mend(&self, row: Row<'_>, is_good: bool) -> Mended {
        if is_good && !self.rules.is_empty() {
            return Mended::new();
        }
        let (latitude, longitude) = (row.text(self.latitude), row.text(self.longitude));
        let [code, postal] = [self.code, self.postal].map(|code| code.map(|code| row.text(code)).unwrap_or_default());
        let Some(Meant { degrees, kind, why }) = meant((&latitude, &longitude), (&code, &postal)) else { return Mended::new() };
        // What is only written in another way is asked as well: the point is wrong as long as one of the two is.
        let asked =
            |after: String, text: &str| (after != text && (!self.rules.is_empty() || after != plain(text))).then_some(after);
        let [north, east] = degrees;
        self.both([asked(north, &latitude), asked(east, &longitude)], kind, &why)
    }

    fn both(&self, [latitude, longitude]: [Option<String>; 2], kind: &'static str, why: &str) -> Mended {
        let proposal = |after: String| Proposal {
            certainty: Certainty::ToConfirm,
            after: Some(after),
            rules: self.rules.clone(),
            is_partial: false,
            kind,
            why: why.to_owned(),
        };
        let of = |column: usize, after: Option<String>| after.map(|after| (column, proposal(after)));
        [of(self.latitude, latitude), of(self.longitude, longitude)].into_iter().flatten().collect()
    }
}

/// What a latitude and a longitude were meant to be.
#[derive(Debug, PartialEq, Eq)]
struct Meant {
    degrees: [String; 2],
    kind: &'static str,
    why: String,
}

/// What the texts of a latitude and a longitude were meant to be, in the commune of those codes or, when nothing is known of it,
/// in France. `None` when they are where they should be, or when nothing brings them there.
fn meant((latitude, longitude): (&str, &str), codes: (&str, &str)) -> Option<Meant> {
    let (latitude, longitude) = (plain(latitude), plain(longitude));
    let (aim, commune) = place::aim(codes, &latitude, &longitude);
    let step = match aim {
        Aim::Missed(step) => step,
        Aim::There | Aim::Elsewhere => return None,
        Aim::Unknown => {
            let (north, east) = latitude.parse().ok().zip(longitude.parse().ok())?;
            return are_swapped(north, east).then(|| Meant {
                degrees: [longitude.into_owned(), latitude.into_owned()],
                kind: SWAPPED,
                why: "ce point n'est pas en France, et l'inverse y est, ou n'en est pas loin".to_owned(),
            });
        }
    };
    let missed = |what: &str| format!("le point n'est pas dans {commune}, et {what} il y est");
    let (kind, why) = match (step.is_swapped, step.opposite) {
        (false, _) => (SIGN, missed("avec le signe contraire")),
        (true, [false, false]) => (SWAPPED, missed("une fois les deux nombres échangés")),
        (true, [true, true]) => (BOTH, missed("une fois les deux nombres échangés et mis au signe contraire")),
        (true, [true, false]) => (BOTH, missed("une fois les deux nombres échangés et la latitude mise au signe contraire")),
        (true, _) => (BOTH, missed("une fois les deux nombres échangés et la longitude mise au signe contraire")),
    };
    let (north, east) = if step.is_swapped { (longitude, latitude) } else { (latitude, longitude) };
    let [is_south, is_west] = step.opposite;
    Some(Meant { degrees: [with_sign(north, is_south), with_sign(east, is_west)], kind, why })
}

/// A number, or the same with the opposite sign.
fn with_sign(number: Cow<'_, str>, is_opposite: bool) -> String {
    match number.strip_prefix('-') {
        _ if !is_opposite => number.into_owned(),
        Some(number) => number.to_owned(),
        None => format!("-{number}"),
    }
}

/// A number as the column has it.
fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = text.starts_with(|sign: char| sign == '-' || sign.is_ascii_digit()) && text.parse::<f64>().is_ok();
    let mended = || number::mend(text, None).and_then(|draft| draft.after);
    if is_plain { None } else { mended() }.map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(all(test, feature = "communes"))]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_put_back_in_its_commune_whatever_was_changed() {
        for (latitude, longitude, code, expected) in [
            ("4.0323", "49.2532", "51454", Some(("49.2532", "4.0323", SWAPPED))),
            ("4,0323", "49,2532", "51454", Some(("49.2532", "4.0323", SWAPPED))),
            ("-4.0323", "49.2532", "51454", Some(("49.2532", "4.0323", BOTH))),
            ("-49.2532", "4.0323", "51454", Some(("49.2532", "4.0323", SIGN))),
            ("+49.2532", "-4.0323", "51454", Some(("49.2532", "4.0323", SIGN))),
            // A minus sign, and a dash.
            ("\u{2212}49.2532", "4.0323", "51454", Some(("49.2532", "4.0323", SIGN))),
            ("\u{2013} 49,2532", "4.0323", "51454", Some(("49.2532", "4.0323", SIGN))),
            // It only has to be written as the column has it.
            ("\u{2212}20.88", "55.45", "97411", None),
            ("\u{2212}20.88", "-55.45", "97411", Some(("-20.88", "55.45", SIGN))),
            // In the sea, and not in Lyon.
            ("-4.0323", "49.2532", "69123", None),
            ("48.8566", "2.3522", "51454", None),
            ("49.2532", "4.0323", "51454", None),
            // Nothing is known of the commune.
            ("4.0323", "49.2532", "", Some(("49.2532", "4.0323", SWAPPED))),
            ("-4.0323", "49.2532", "", Some(("49.2532", "-4.0323", SWAPPED))),
            ("\u{2212}49.2532", "4.0323", "", None),
            ("", "", "51454", None),
            ("49.2532N", "4.0323", "51454", None),
        ] {
            let meant = meant((latitude, longitude), (code, ""));
            let found = meant.as_ref().map(|meant| (&*meant.degrees[0], &*meant.degrees[1], meant.kind));
            assert_eq!(found, expected, "{latitude} {longitude} {code}");
        }
    }

    #[test]
    fn without_an_official_code_the_postal_code_tells_where_the_point_is() {
        for (latitude, longitude, postal, expected) in [
            ("-4.0323", "49.2532", "51100", Some(["49.2532", "4.0323"])),
            ("\u{2212}49.2532", "4.0323", "51100", Some(["49.2532", "4.0323"])),
            ("4.0323", "49.2532", "69001", Some(["49.2532", "4.0323"])),
            ("-4.0323", "-49.2532", "69001", None),
            ("49.2532", "4.0323", "51100", None),
        ] {
            let meant = meant((latitude, longitude), ("", postal));
            let found = meant.as_ref().map(|meant| [0, 1].map(|rank| &*meant.degrees[rank]));
            assert_eq!(found, expected, "{latitude} {longitude} {postal}");
            let is_told = meant.is_none_or(|meant| meant.why.contains("code postal") == (postal == "51100"));
            assert!(is_told, "{latitude} {longitude} {postal}");
        }
    }
}
