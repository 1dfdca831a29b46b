//! Opening hours as people write them in French, to the way of OpenStreetMap.
//!
//! In: a text that is none. Out: the same with its signs replaced, which is sure; or what its days and hours say, which a
//! person confirms. A word that is neither a day nor an hour says more than these signs can: nothing is proposed.

mod french;

use super::draft::Draft;
use crate::data::hours::{rules, starts_with_time};
use crate::{Check, Date};
use french::{DAYS, in_signs};

const SIGNS: &str = "ponctuation des horaires";
const WORDS: &str = "horaires écrits en toutes lettres";

/// What a text may become; words are only read for who `guesses`.
pub(super) fn mend(text: &str, guesses: bool) -> Option<Draft> {
    let is_read = |text: &String| !text.is_empty() && !Check::OpeningHours.is_broken(text, Date::LATEST);
    let plain = with_usual_signs(text);
    if plain != text && is_read(&plain) {
        return Some(if are_rules(&plain) {
            Draft::sure(plain, SIGNS)
        } else {
            Draft::confirm(plain, SIGNS, "une règle sans jour vaut pour tous les jours : vérifiez que chaque jour a ses heures")
        });
    }
    let joined = with_hours_joined(&plain);
    if joined != plain && is_read(&joined) {
        let why = "après « ; », une plage sans jour remplace les autres : elle continue sans doute celle d'avant";
        return Some(Draft::confirm(joined, SIGNS, why));
    }
    // Whether it is read then is asked of all that is proposed.
    let told = guesses.then(|| in_signs(text)).flatten().filter(|told| told != text)?;
    Some(Draft::confirm(told, WORDS, "c'est ainsi que les écrit le standard ; vérifiez les jours et les heures"))
}

/// Spaces, hyphens and ends of line as the format has them.
fn with_usual_signs(text: &str) -> String {
    let usual = |c: char| match c {
        '–' | '—' | '‑' | '−' => '-',
        '\n' => ';',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    let text: String = text.chars().filter(|c| *c != '\r').map(usual).collect();
    let rules = text.split(';').map(|rule| rule.split_whitespace().collect::<Vec<_>>().join(" "));
    rules.filter(|rule| !rule.is_empty()).collect::<Vec<_>>().join("; ")
}

/// Rules without days joined to the one before, when that one ends with hours, or with the days that lack hours.
fn with_hours_joined(text: &str) -> String {
    let mut joined = String::new();
    for rule in rules(text) {
        let between = match joined.chars().next_back() {
            None => "",
            Some(end) if starts_with_time(rule) && end.is_ascii_digit() => ",",
            Some(_) if starts_with_time(rule) && DAYS.iter().any(|(_, _, day)| joined.ends_with(day)) => " ",
            Some(_) => "; ",
        };
        joined.push_str(between);
        joined.push_str(rule);
    }
    joined
}

/// Whether each rule starts with a letter, as days and holidays do, or is alone: the hours of a line that were meant to go on
/// with the days of the line above would otherwise be those of every day.
fn are_rules(text: &str) -> bool {
    let mut rules = text.split(';').map(str::trim_start);
    let says_days = |rule: &str| rule.starts_with(|c: char| c.is_ascii_alphabetic()) && rule.contains(' ');
    !text.contains(';') || rules.all(says_days)
}

#[cfg(all(test, feature = "horaires"))]
mod tests {
    use super::super::Certainty;
    use super::*;

    #[test]
    fn signs_are_replaced_for_sure() {
        for (text, expected) in [
            ("Mo-Fr\u{a0}09:00-12:00", "Mo-Fr 09:00-12:00"),
            ("Mo–Fr 09:00–12:00", "Mo-Fr 09:00-12:00"),
            ("Mo-Fr 09:00-12:00;", "Mo-Fr 09:00-12:00"),
            ("Mo-Fr 09:00-12:00\r\nSa 10:00-12:00", "Mo-Fr 09:00-12:00; Sa 10:00-12:00"),
        ] {
            let draft = mend(text, true).expect("something to say");
            assert_eq!((draft.certainty, draft.after.as_deref()), (Certainty::Sure, Some(expected)), "{text}");
        }
        // The second line would be of every day, or the first one of the whole day.
        for (text, expected) in [
            ("Mo-Fr 09:00-12:00\n14:00-18:00", "Mo-Fr 09:00-12:00,14:00-18:00"),
            ("Mo-Fr 09:00-12:00; 14:00-18:00; Sa off", "Mo-Fr 09:00-12:00,14:00-18:00; Sa off"),
            ("Mo-Fr\n09:00-12:00", "Mo-Fr 09:00-12:00"),
        ] {
            let draft = mend(text, true).expect("something to say");
            assert_eq!((draft.certainty, draft.after.as_deref()), (Certainty::ToConfirm, Some(expected)), "{text}");
        }
        assert_eq!(mend("Mo-Fr 09:00-12:00", true), None);
        assert_eq!(mend("Lundi 9h-12h", false), None);
    }

    #[test]
    fn french_is_read_and_confirmed() {
        for (text, expected) in [
            ("Lundi 9h-12h", "Mo 09:00-12:00"),
            ("Du lundi au vendredi de 9h à 12h30 et de 14h à 18h", "Mo-Fr 09:00-12:30,14:00-18:00"),
            ("Lu-Ve 09h00-17h30", "Mo-Fr 09:00-17:30"),
            ("lundi, mardi et jeudi : 9 h 30 - 12 h", "Mo,Tu,Th 09:30-12:00"),
            ("Mercredi 14h-17h / samedi 10h-12h", "We 14:00-17:00; Sa 10:00-12:00"),
            ("Lundis 9:00-12:00, fermé le mardi", ""),
            ("Lundi au jeudi 9h-12h ; vendredi fermé", "Mo-Th 09:00-12:00; Fr off"),
            // Half of each.
            ("Mo-Fr 9h-12h", "Mo-Fr 09:00-12:00"),
            ("Mo-Fr 09h00-12h00; Sa fermé", "Mo-Fr 09:00-12:00; Sa off"),
            ("lundi 9h-12h, Tu off", "Mo 09:00-12:00; Tu off"),
        ] {
            let draft = mend(text, true).filter(|draft| draft.certainty == Certainty::ToConfirm);
            assert_eq!(draft.and_then(|draft| draft.after).unwrap_or_default(), expected, "{text}");
        }
    }

    #[test]
    fn what_says_more_is_left_alone() {
        for text in [
            "",
            "sur rendez-vous",
            "lundi 9h-12h sauf vacances",
            "9-12",
            "lundi",
            "9h-12h",
            "lundi 9h",
            "mars 9h-12h",
            "lundi 25h-26h",
            "lundi 12h-9h",
            "lundi 9h-9h",
        ] {
            assert_eq!(mend(text, true), None, "{text}");
        }
    }
}
