//! What is wrong between the cells of a row, once the commune is known.
//!
//! In: the texts of cells. Out: a sentence, or nothing. A cell whose form is wrong says nothing here: its own rules do.

use super::territory::{Point, Territory};
use super::{Code, Commune, EDITION, TOLERANCE_KM, by_code, by_postal_code, is_named};
use crate::count::{counted, number};
use crate::france;
use crate::reading::is_number;

/// The commune of a row, looked for once.
#[derive(Debug, Default)]
pub(crate) struct Known(Option<(String, Option<Commune>)>);

impl Known {
    fn by_code(&mut self, code: &str) -> Option<Commune> {
        match &self.0 {
            Some((known, commune)) if known == code => *commune,
            _ => {
                let commune = by_code(code);
                self.0 = Some((code.to_owned(), commune));
                commune
            }
        }
    }
}

/// The postal code is not one of the commune.
pub(crate) fn codes(known: &mut Known, postal: &str, code: &str) -> Option<String> {
    let (postal, code) = (Code::postal(postal)?, Code::official(code)?);
    let Some(commune) = known.by_code(code.as_str()) else {
        let message = format!("aucune commune n'a le code INSEE {code} ({EDITION})");
        return Some(match served(postal) {
            Some(communes) => format!("{message} ; le code postal {postal} dessert {communes}"),
            None => message,
        });
    };
    if commune.has_postal_code(postal.as_str()) {
        return None;
    }
    let known = served(postal);
    // Codes of big customers are in no list: only their department can be judged.
    if known.is_none() && postal.department() == commune.code().department() {
        return None;
    }
    let own = own_postal_codes(&commune)?;
    let message = format!("la commune {} a pour code postal {own}, et non {postal}", named(&commune));
    Some(match known {
        Some(communes) => format!("{message}, qui dessert {communes}"),
        None => message,
    })
}

/// The point is not in the commune; without one whose place is known, it is not in France.
pub(crate) fn point(known: &mut Known, code: &str, latitude: &str, longitude: &str) -> Option<String> {
    let point = Point { latitude: degrees(latitude, 90.0)?, longitude: degrees(longitude, 180.0)? };
    let Some((commune, territory)) = known.by_code(code).and_then(|commune| Some((commune, commune.territory()?))) else {
        return abroad(point);
    };
    let is_inside = |latitude: f64, longitude: f64| territory.beyond_km(Point { latitude, longitude }) <= TOLERANCE_KM;
    if is_inside(point.latitude, point.longitude) {
        return None;
    }
    let name = named(&commune);
    if is_zero(point) {
        return Some(format!("latitude et longitude valent zéro : ce point est au large de l'Afrique, et non à {name}"));
    }
    if is_inside(point.longitude, point.latitude) {
        return Some(format!("latitude et longitude semblent inversées : échangées, elles désignent bien {name}"));
    }
    if let Some(opposite) = with_opposite_signs(&territory, point) {
        let which = match opposite {
            [true, true] => "des deux coordonnées",
            [true, false] => "de la latitude",
            [false, _] => "de la longitude",
        };
        return Some(format!("le signe {which} semble faux : avec le signe contraire, le point tombe bien à {name}"));
    }
    // The circle holds the commune, so that its outline is no nearer.
    Some(format!("ce point est à au moins {} km de la commune {name}", thousands(territory.beyond_km(point))))
}

/// Whether latitude and longitude need the opposite sign for the point to be in the commune of that code. `None` when no sign
/// brings it there, or when it is there already.
pub(crate) fn opposite(code: &str, latitude: &str, longitude: &str) -> Option<[bool; 2]> {
    let point = Point { latitude: degrees(latitude, 90.0)?, longitude: degrees(longitude, 180.0)? };
    let territory = by_code(code)?.territory()?;
    let is_inside = territory.beyond_km(point) <= TOLERANCE_KM;
    with_opposite_signs(&territory, point).filter(|_| !is_inside)
}

fn with_opposite_signs(territory: &Territory, point: Point) -> Option<[bool; 2]> {
    let sign = |is_opposite: bool| if is_opposite { -1.0 } else { 1.0 };
    [[false, true], [true, false], [true, true]].into_iter().find(|[latitude, longitude]| {
        let point = Point { latitude: sign(*latitude) * point.latitude, longitude: sign(*longitude) * point.longitude };
        territory.beyond_km(point) <= TOLERANCE_KM
    })
}

/// A whole number of kilometres, none of them bought by rounding.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn thousands(kilometres: f64) -> String {
    number(kilometres.floor() as u64)
}

fn is_zero(point: Point) -> bool {
    point.latitude == 0.0 && point.longitude == 0.0
}

/// The point is in no territory of France.
fn abroad(point: Point) -> Option<String> {
    if france::holds(point.latitude, point.longitude) {
        return None;
    }
    Some(if is_zero(point) {
        "latitude et longitude valent zéro : ce point est au large de l'Afrique".to_owned()
    } else if france::are_swapped(point.latitude, point.longitude) {
        "latitude et longitude semblent inversées : ce point n'est pas en France, et l'inverse y est".to_owned()
    } else {
        "ce point n'est pas en France".to_owned()
    })
}

/// The name is not the one of the commune of the code.
pub(crate) fn name(known: &mut Known, written: &str, code: &str) -> Option<String> {
    if written.trim().is_empty() {
        return None;
    }
    let commune = known.by_code(code)?;
    (!is_named(&commune, written))
        .then(|| format!("le code INSEE {code} désigne {}, et la commune écrite est « {written} »", commune.name()))
}

/// The name is none of the communes that the postal code serves. Codes of big customers are in no list.
pub(crate) fn served_name(written: &str, postal: &str) -> Option<String> {
    let postal = Code::postal(postal).filter(|_| !written.trim().is_empty())?;
    let is_its = by_postal_code(postal.as_str()).any(|commune| is_named(&commune, written));
    let served = served(postal).filter(|_| !is_its)?;
    Some(format!("le code postal {postal} dessert {served}, et la commune écrite est « {written} »"))
}

/// Degrees, as the column reads them: digits and a point, which leaves out `1e2` and `48.`.
fn degrees(text: &str, most: f64) -> Option<f64> {
    let number = is_number(text).then(|| text.parse::<f64>())?;
    number.ok().filter(|number| number.abs() <= most)
}

fn named(commune: &Commune) -> String {
    format!("{} ({})", commune.code(), commune.name())
}

/// All of its postal codes when they are few, or two and how many there are.
fn own_postal_codes(commune: &Commune) -> Option<String> {
    let codes: Vec<String> = commune.postal_codes().map(|code| code.to_string()).collect();
    match codes.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        [first, second, ..] if codes.len() > 6 => Some(format!("{first}, {second} ou un autre des {} siens", codes.len())),
        [first @ .., last] => Some(format!("{} ou {last}", first.join(", "))),
    }
}

/// The communes of a postal code, two at most by name.
fn served(postal: Code) -> Option<String> {
    let mut communes = by_postal_code(postal.as_str()).filter(|commune| commune.city().is_none());
    let first = named(&communes.next()?);
    let Some(second) = communes.next() else { return Some(first) };
    Some(match communes.count() {
        0 => format!("{first} et {}", named(&second)),
        more => format!("{first}, {} et {}", named(&second), counted(more, "autre", "autres communes")),
    })
}
