//! Opening hours that maps would not read, or would read as something else.
//!
//! In: a text. Out: what is wrong with it. Source: the specification of `opening_hours` of OpenStreetMap, where a rule after a
//! semicolon takes the place of those before on the days that it is about: all of them when it names none.

use crate::data::hours;

/// What is wrong with opening hours.
enum Wrong<'t> {
    Unread,
    /// This rule names no day, and takes the place of what comes before.
    EveryDay(&'t str),
}

/// Whether a text is no opening hours, or surely not those that were meant.
pub(super) fn is_wrong(value: &str) -> bool {
    !hours::are_plain(value.as_bytes()) && wrong(value).is_some()
}

/// Message and remedy for such a text.
pub(super) fn words(value: &str) -> (String, &'static str) {
    match wrong(value) {
        Some(Wrong::EveryDay(rule)) => (
            format!(
                "après « ; », « {rule} » ne dit pas ses jours : les cartes n'en gardent que cela, tous les jours de la semaine"
            ),
            "séparez deux plages d'un même jour par une virgule : Mo-Fr 09:00-12:00,14:00-18:00",
        ),
        _ => (
            format!("« {value} » ne se lit pas comme des horaires au format OpenStreetMap"),
            "écrivez par exemple Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00",
        ),
    }
}

fn wrong(value: &str) -> Option<Wrong<'_>> {
    if hours::are_none(value) || !is_read(value) {
        return Some(Wrong::Unread);
    }
    hours::rules(value).skip(1).find(|rule| hours::starts_with_time(rule)).map(Wrong::EveryDay)
}

#[cfg(feature = "horaires")]
fn is_read(value: &str) -> bool {
    opening_hours_syntax::parse(value).is_ok()
}

/// Without the parser, only sentences are told.
#[cfg(not(feature = "horaires"))]
fn is_read(_: &str) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "horaires")]
    #[test]
    fn opening_hours_are_those_of_openstreetmap() {
        for good in [
            "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00; PH off",
            "09:00-12:00; PH off",
            "09:00-12:00",
            "24/7",
            "2026 Mo 09:00-12:00; 2027 Mo 10:00-12:00",
            "Mo 09:00-12:00 \"le matin; 9:00 au plus tard\"",
        ] {
            assert!(!is_wrong(good), "{good}");
        }
        for (wrong, said) in [
            ("Lundi 9h-12h", "ne se lit pas"),
            ("Mo-Fr 09:00-12:00; 14:00-18:00", "« 14:00-18:00 » ne dit pas ses jours"),
            ("09:00-12:00; 14:00-18:00", "« 14:00-18:00 » ne dit pas ses jours"),
            ("Mo 09:00-12:00;9:00-10:00; Tu off", "« 9:00-10:00 » ne dit pas ses jours"),
        ] {
            assert!(is_wrong(wrong) && words(wrong).0.contains(said), "{wrong} : {}", words(wrong).0);
        }
    }
}
