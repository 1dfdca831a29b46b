//! What is wrong between the cells of a row, once the commune is known.
//!
//! In: the texts of cells. Out: a sentence, or nothing. A cell whose form is wrong says nothing here: its own rules do.

use super::territory::Point;
use super::{Code, Commune, EDITION, TOLERANCE_KM, by_code, by_postal_code, is_named, mend};
use crate::count::{counted, number};
use crate::france::{self, Step};
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

/// What is wrong between the cells that a rule reads.
pub(crate) struct Wrong {
    /// What, in French.
    pub(crate) message: String,
    /// The rank of the cell that it is about, among those of the rule.
    pub(crate) at: usize,
}

/// The postal code is not one of the commune. Of the official code, which comes second, when it is none.
pub(crate) fn codes(known: &mut Known, postal: &str, code: &str) -> Option<Wrong> {
    let (postal, code) = (Code::postal(postal)?, Code::official(code)?);
    let commune = known.by_code(code.as_str());
    if commune.is_some_and(|commune| commune.has_postal_code(postal.as_str())) {
        return None;
    }
    let known = served(postal);
    if let Some(communes) = known.as_ref().filter(|_| postal == code) {
        let message = format!("le code postal {postal} est recopié à la place du code INSEE ; il dessert {communes}");
        return Some(Wrong { message, at: 1 });
    }
    let Some(commune) = commune else {
        let message = format!("aucune commune n'a le code INSEE {code} ({EDITION})");
        let message = match known {
            Some(communes) => format!("{message} ; le code postal {postal} dessert {communes}"),
            None => message,
        };
        return Some(Wrong { message, at: 1 });
    };
    // Codes of big customers are in no list: only their department can be judged.
    if known.is_none() && postal.department() == commune.code().department() {
        return None;
    }
    let own = own_postal_codes(&commune)?;
    let message = format!("la commune {} a pour code postal {own}, et non {postal}", named(&commune));
    let message = match known {
        Some(communes) => format!("{message}, qui dessert {communes}"),
        None => message,
    };
    Some(Wrong { message, at: 0 })
}

/// The point is not in the commune; without one whose place is known, it is not in France.
pub(crate) fn point(known: &mut Known, code: &str, latitude: &str, longitude: &str) -> Option<String> {
    let point = Point { latitude: degrees(latitude, 90.0)?, longitude: degrees(longitude, 180.0)? };
    let Some((commune, territory)) = known.by_code(code).and_then(|commune| Some((commune, commune.territory()?))) else {
        return abroad(point);
    };
    if territory.beyond_km(point) <= TOLERANCE_KM {
        return None;
    }
    let name = named(&commune);
    if is_zero(point) {
        return Some(format!("latitude et longitude valent zéro : ce point est au large de l'Afrique, et non à {name}"));
    }
    if let Some(step) = mend::step(&territory, point) {
        return Some(misread(step, &name));
    }
    // The circle holds the commune, so that its outline is no nearer.
    Some(format!("ce point est à au moins {} km de la commune {name}", thousands(territory.beyond_km(point))))
}

/// How the point that is meant was written.
fn misread(step: Step, name: &str) -> String {
    let which = match step.opposite {
        [true, true] => "des deux coordonnées",
        [true, false] => "de la latitude",
        [false, true] => "de la longitude",
        [false, false] => return format!("latitude et longitude semblent inversées : échangées, elles désignent bien {name}"),
    };
    if step.is_swapped {
        return format!(
            "latitude et longitude semblent inversées, et le signe {which} faux : échangées, avec le signe contraire, elles désignent bien {name}"
        );
    }
    format!("le signe {which} semble faux : avec le signe contraire, le point tombe bien à {name}")
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
        "latitude et longitude semblent inversées : ce point n'est pas en France, et l'inverse y est, ou n'en est pas loin"
            .to_owned()
    } else {
        "ce point n'est pas en France".to_owned()
    })
}

/// The name is not the one of the commune of the code. A code that is the postal code, `postal`, is of no commune: that is
/// said of the codes.
pub(crate) fn name(known: &mut Known, written: &str, code: &str, postal: &str) -> Option<String> {
    if written.trim().is_empty() || code == postal && codes(known, postal, code).is_some() {
        return None;
    }
    let commune = known.by_code(code)?;
    (!is_named(&commune, written))
        .then(|| format!("le code INSEE {code} désigne {}, et la commune écrite est « {written} »", commune.name()))
}

/// The name is none of the communes that the postal code serves. Codes of big customers are in no list. Of the postal code,
/// which comes third, when it is none.
pub(crate) fn served_name(written: &str, postal: &str) -> Option<Wrong> {
    let postal = Code::postal(postal).filter(|_| !written.trim().is_empty())?;
    let is_its = by_postal_code(postal.as_str()).any(|commune| is_named(&commune, written));
    let Some(served) = served(postal) else {
        let start = postal.department();
        let message = || format!("{postal} n'est pas un code postal : aucun ne commence par {start}");
        return (!is_department(start)).then(|| Wrong { message: message(), at: 2 });
    };
    let message = || format!("le code postal {postal} dessert {served}, et la commune écrite est « {written} »");
    (!is_its).then(|| Wrong { message: message(), at: 0 })
}

/// Whether some postal code starts so, as [`Code::department`] gives it.
fn is_department(start: &str) -> bool {
    match start.parse::<u16>() {
        Ok(number) if start.len() == 2 => (1..=95).contains(&number),
        Ok(number) => matches!(number, 971..=976 | 980 | 984 | 986..=988),
        Err(_) => false,
    }
}

/// Degrees, as the column reads them: digits and a point, which leaves out `1e2` and `48.`.
pub(super) fn degrees(text: &str, most: f64) -> Option<f64> {
    let number = is_number(text).then(|| text.parse::<f64>())?;
    number.ok().filter(|number| number.abs() <= most)
}

pub(super) fn named(commune: &Commune) -> String {
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
pub(super) fn served(postal: Code) -> Option<String> {
    // A district says more than its city.
    let mut districts = by_postal_code(postal.as_str()).filter(|commune| commune.city().is_some());
    if let (Some(only), None) = (districts.next(), districts.next()) {
        return Some(named(&only));
    }
    let mut communes = by_postal_code(postal.as_str()).filter(|commune| commune.city().is_none());
    let first = named(&communes.next()?);
    let Some(second) = communes.next() else { return Some(first) };
    Some(match communes.count() {
        0 => format!("{first} et {}", named(&second)),
        more => format!("{first}, {} et {}", named(&second), counted(more, "autre", "autres communes")),
    })
}
