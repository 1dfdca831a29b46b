//! Days as people write them, to `AAAA-MM-JJ`.
//!
//! `31/12/2024` says its order; `02/04/2024` does not. It is read as the other cells of its column are, when one of them
//! says the order and none contradicts it: see [`DayOrder`].

use super::digits::are_digits;
use super::draft::Draft;
use crate::{Date, hint};

const KIND: &str = "date écrite année-mois-jour";
const SHORT: &str = "l'année n'a que deux chiffres";
const MONTHS: [&str; 12] =
    ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];
const WEEKDAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// What the dates of a column say of the order in which they are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DayOrder {
    /// At least one can only be day, month, year.
    pub day_first: bool,
    /// At least one can only be month, day, year.
    pub month_first: bool,
    /// At least one can be both.
    pub ambiguous: bool,
}

impl DayOrder {
    /// Adds what other dates of the column say.
    pub(super) fn add(&mut self, other: Self) {
        self.day_first |= other.day_first;
        self.month_first |= other.month_first;
        self.ambiguous |= other.ambiguous;
    }

    /// Whether days surely come first.
    pub fn is_french(self) -> bool {
        self.day_first && !self.month_first
    }
}

/// What a text may become, and what it says of its column.
pub(super) fn mend(text: &str, is_french: bool, today: Date) -> (Option<Draft>, DayOrder) {
    let mut order = DayOrder::default();
    let draft = read(text, is_french, today, &mut order);
    (draft, order)
}

fn read(text: &str, is_french: bool, today: Date, order: &mut DayOrder) -> Option<Draft> {
    let text = text.trim();
    if text.parse().is_ok_and(Date::is_of_a_machine) {
        let why = "un logiciel l'écrit quand il a perdu la vraie : mettez le jour où l'information a été vérifiée ou recueillie";
        return Some(Draft::impossible("date perdue par un logiciel", why));
    }
    let (day, time) = match text.split_once(['T', 't', ' ']) {
        Some((day, time)) if is_time(time.trim()) => (day, Some(time.trim())),
        _ => (text, None),
    };
    let draft = numeric(day, is_french, today, order).or_else(|| in_words(day)).or_else(|| guessed(day))?;
    if time.is_some_and(may_be_the_day_after) {
        let why = "l'heure est universelle : dans le territoire du lieu, c'était peut-être déjà le lendemain ; vérifiez le jour";
        return Some(Draft::confirm(draft.after?, KIND, why));
    }
    Some(draft)
}

/// Whether a universal time may be of the day after where it was written: late in the evening, or at the hour that is midnight
/// in a territory east of Paris.
fn may_be_the_day_after(time: &str) -> bool {
    // La Réunion, Mayotte, New Caledonia.
    let midnight = |hour: &str| {
        time.strip_prefix(hour).is_some_and(|rest| rest.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.' | b'Z' | b'z')))
    };
    time.ends_with(['Z', 'z'])
        && (time.starts_with("22:") || time.starts_with("23:") || ["20", "21", "13"].into_iter().any(midnight))
}

/// `10:30`, `10:30:00`, `10:30:00.000Z`, `10:30:00+02:00`.
fn is_time(text: &str) -> bool {
    text.len() >= 4
        && text.contains(':')
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'Z' | b'z' | b'+' | b'-'))
}

/// Three numbers and two same signs between them.
fn numeric(text: &str, is_french: bool, today: Date, order: &mut DayOrder) -> Option<Draft> {
    let sign = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-' | '.' | ' '))?;
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    if !parts.iter().all(|part| are_digits(part)) {
        return None;
    }
    match (a.len(), b.len(), c.len()) {
        (4, 1..=2, 1..=2) => day(a, b, c).map(|day| Draft::sure(day, KIND)),
        (1..=2, 1..=2, 4) => match (day(c, b, a), day(c, a, b)) {
            // The same number twice is the same day.
            (Some(french), Some(american)) if french == american => Some(Draft::sure(french, KIND)),
            (Some(french), Some(_)) => {
                order.ambiguous = true;
                Some(if is_french {
                    Draft::sure(french, KIND)
                } else {
                    let why = "le jour et le mois peuvent être inversés, et les autres dates de la colonne ne tranchent pas";
                    Draft::confirm(french, KIND, why)
                })
            }
            (Some(french), None) => {
                order.day_first = true;
                Some(Draft::sure(french, KIND))
            }
            (None, Some(american)) => {
                order.month_first = true;
                Some(Draft::sure(american, KIND))
            }
            (None, None) => None,
        },
        (1..=2, 1..=2, 2) => short([a, b, c], sign, today),
        _ => None,
    }
}

/// A year of two digits: after the month, or before it where people write it first, between hyphens. A day to come is the one
/// that was not meant.
fn short([a, b, c]: [&str; 3], sign: char, today: Date) -> Option<Draft> {
    let last = day(&format!("20{c}"), b, a);
    let first = day(&format!("20{a}"), b, c).filter(|_| sign == '-' && a.len() == 2);
    let is_past = |day: &&String| day.parse::<Date>().is_ok_and(|day| day <= today);
    match (last.as_ref().filter(is_past), first.as_ref().filter(is_past)) {
        (Some(last), Some(first)) if last != first => {
            Some(Draft::impossible(KIND, format!("{SHORT} : ce peut être {last} ou {first}")))
        }
        (Some(day), _) | (None, Some(day)) => Some(Draft::confirm(day, KIND, SHORT)),
        (None, None) => last.or(first).map(|day| Draft::confirm(day, KIND, SHORT)),
    }
}

fn day(year: &str, month: &str, day: &str) -> Option<String> {
    let text = format!("{year}-{month:0>2}-{day:0>2}");
    text.parse::<Date>().ok().map(|_| text)
}

/// `2 avril 2024`, `mardi 1er avril 2024`.
fn in_words(text: &str) -> Option<Draft> {
    let folded = hint::folded(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let weekday = words.first().and_then(|word| WEEKDAYS.iter().position(|known| known == word));
    let [number, month, year] = words[usize::from(weekday.is_some())..] else { return None };
    let number = number.strip_suffix("er").filter(|number| *number == "1").unwrap_or(number);
    let month = 1 + MONTHS.iter().position(|known| *known == month || is_short_for(month, known))?;
    let after = (are_digits(number) && are_digits(year) && year.len() == 4).then(|| day(year, &month.to_string(), number))??;
    let real = usize::try_from(after.parse::<Date>().ok()?.weekday()).ok()?;
    if weekday.is_some_and(|weekday| weekday != real) {
        let why = format!("ce jour-là est un {} : la date ou le jour de la semaine est faux", WEEKDAYS[real]);
        return Some(Draft::confirm(after, KIND, why));
    }
    Some(Draft::sure(after, KIND))
}

/// « févr. », « sept. » or « jan »: the first letters of a month that starts no other.
fn is_short_for(word: &str, month: &str) -> bool {
    let letters = word.strip_suffix('.').unwrap_or(word);
    let is_alone = || MONTHS.iter().filter(|month| month.starts_with(letters)).count() == 1;
    letters.len() >= 3 && month.starts_with(letters) && is_alone()
}

/// Numbers in which machines keep dates.
fn guessed(text: &str) -> Option<Draft> {
    // Decimals are the hour of the day.
    let (text, hour) = text.split_once(['.', ',']).filter(|(_, hour)| are_digits(hour)).unwrap_or((text, ""));
    let number: u32 = are_digits(text).then(|| text.parse().ok())??;
    if text.len() == 8 && hour.bytes().all(|digit| digit == b'0') {
        let after = day(&text[..4], &text[4..6], &text[6..]).filter(|_| text.starts_with("19") || text.starts_with("20"))?;
        return Some(Draft::confirm(after, KIND, "la date n'a pas de séparateur"));
    }
    // Days since the end of 1899: from 2000 to 2064.
    if (36_526..60_000).contains(&number) {
        let origin: jiff::civil::Date = jiff::civil::date(1899, 12, 30);
        let after = origin.checked_add(jiff::Span::new().days(i64::from(number))).ok()?;
        let why =
            "ce nombre est celui d'un tableur qui compte les jours ; vérifiez la date, puis mettez la colonne au format Texte";
        return Some(Draft::confirm(after.to_string(), "date gardée comme un nombre par un tableur", why));
    }
    None
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::super::Certainty;
    use super::*;

    static TODAY: LazyLock<Date> = LazyLock::new(|| "2026-11-30".parse().expect("a day"));

    #[test]
    fn days_are_sure_when_they_mean_one_day() {
        for (text, is_french, expected) in [
            ("31/12/2024", false, "2024-12-31"),
            ("31-12-2024", false, "2024-12-31"),
            ("31.12.2024", false, "2024-12-31"),
            ("2024/12/31", false, "2024-12-31"),
            ("2024-4-2", false, "2024-04-02"),
            ("12/31/2024", false, "2024-12-31"),
            ("04/04/2024", false, "2024-04-04"),
            ("02/04/2024", false, ""),
            ("02/04/2024", true, "2024-04-02"),
            ("2/4/2024", true, "2024-04-02"),
            ("2024-04-02T10:30:00Z", false, "2024-04-02"),
            ("2024-04-02 00:00:00", false, "2024-04-02"),
            ("2024-04-01T22:00:00.000Z", false, ""),
            ("31/12/2024 10:30", false, "2024-12-31"),
            ("2 avril 2024", false, "2024-04-02"),
            ("Mardi 1er Août 2023", false, "2023-08-01"),
            ("lundi 25 mars 2024", false, "2024-03-25"),
            ("lundi 24 mars 2024", false, ""),
            ("2 avr. 2024", false, "2024-04-02"),
            ("14 févr. 2024", false, "2024-02-14"),
            ("2 jui 2024", false, ""),
            ("2 ma 2024", false, ""),
            ("31/12/24", true, ""),
            ("45384", true, ""),
            ("20240402.5", true, ""),
            ("20240402", true, ""),
            ("31/02/2024", true, ""),
            ("avril 2024", true, ""),
            ("en cours", true, ""),
            ("2024", true, ""),
            ("", true, ""),
        ] {
            let draft = mend(text, is_french, *TODAY).0.filter(|draft| draft.certainty == Certainty::Sure);
            assert_eq!(draft.and_then(|draft| draft.after).unwrap_or_default(), expected, "{text}");
        }
    }

    #[test]
    fn a_day_that_is_two_is_left_alone() {
        let draft = mend("24-04-02", true, *TODAY).0.expect("something to say");
        assert_eq!(draft.certainty, Certainty::Impossible);
        assert!(draft.why.ends_with("ce peut être 2002-04-24 ou 2024-04-02"), "{}", draft.why);
    }

    #[test]
    fn guesses_are_shown() {
        for (text, expected) in [
            ("45384", "2024-04-02"),
            ("45384.0", "2024-04-02"),
            ("45384,75", "2024-04-02"),
            ("31/12/24", "2024-12-31"),
            ("lundi 24 mars 2024", "2024-03-24"),
            ("31-12-24", "2024-12-31"),
            ("24-12-31", "2024-12-31"),
            ("20240402", "2024-04-02"),
        ] {
            let draft = mend(text, true, *TODAY).0.expect("something to say");
            assert_eq!((draft.certainty, draft.after.as_deref()), (Certainty::ToConfirm, Some(expected)), "{text}");
        }
    }
}
