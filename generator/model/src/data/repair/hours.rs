//! Opening hours as people write them in French, to the way of OpenStreetMap.
//!
//! In: a text that is none. Out: the same with its signs replaced, which is sure; or what its days and hours say, which a
//! person confirms. A word that is neither a day nor an hour says more than these signs can: nothing is proposed.

use super::draft::Draft;
use crate::{Check, Date, hint};

const SIGNS: &str = "ponctuation des horaires";
const WORDS: &str = "horaires écrits en toutes lettres";
/// Names of days, then their usual short forms, then those of OpenStreetMap.
const DAYS: [(&str, &str, &str); 7] = [
    ("lundi", "lun", "Mo"),
    ("mardi", "mar", "Tu"),
    ("mercredi", "mer", "We"),
    ("jeudi", "jeu", "Th"),
    ("vendredi", "ven", "Fr"),
    ("samedi", "sam", "Sa"),
    ("dimanche", "dim", "Su"),
];

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
    // Whether it is read then is asked of all that is proposed.
    let told = guesses.then(|| in_signs(text)).flatten()?;
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

/// Whether each rule starts with a letter, as days and holidays do, or is alone: the hours of a line that were meant to go on
/// with the days of the line above would otherwise be those of every day.
fn are_rules(text: &str) -> bool {
    let mut rules = text.split(';').map(str::trim_start);
    let says_days = |rule: &str| rule.starts_with(|c: char| c.is_ascii_alphabetic()) && rule.contains(' ');
    !text.contains(';') || rules.all(says_days)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    /// Its rank in the week.
    Day(usize),
    /// Minutes of the day.
    Time(u16),
    To,
    And,
    Closed,
}

/// The days and hours of a text, in the signs of OpenStreetMap. `None` when it says anything else.
fn in_signs(text: &str) -> Option<String> {
    let tokens = tokens(&hint::folded(&text.replace(['–', '—', '−'], "-")))?;
    let mut rules: Vec<String> = Vec::new();
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let is_day = |token: &Token| matches!(token, Token::Day(_) | Token::To | Token::And);
        let (days, after) = rest.split_at(rest.iter().take_while(|token| is_day(token)).count());
        let (hours, after) = after.split_at(after.iter().take_while(|token| !matches!(token, Token::Day(_))).count());
        let days = ranges(days, |token| if let Token::Day(day) = token { Some(DAYS[day].2.to_owned()) } else { None }, false)?;
        let hours = match hours {
            [Token::Closed, end @ ..] if end.iter().all(|token| *token == Token::And) => "off".to_owned(),
            hours => ranges(hours, |token| if let Token::Time(time) = token { Some(clock(time)) } else { None }, true)?,
        };
        rules.push(format!("{days} {hours}"));
        rest = after;
    }
    (!rules.is_empty()).then(|| rules.join("; "))
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// `a-b,c`, of what `name` names; hours only go by two.
fn ranges(tokens: &[Token], name: impl Fn(Token) -> Option<String>, by_two: bool) -> Option<String> {
    let mut out = String::new();
    let mut rest = tokens;
    loop {
        while let [Token::And, after @ ..] = rest {
            rest = after;
        }
        rest = match rest {
            [] => return (!out.is_empty()).then_some(out),
            [first, Token::To, last, after @ ..] => {
                out.push_str(if out.is_empty() { "" } else { "," });
                out.push_str(&format!("{}-{}", name(*first)?, name(*last)?));
                after
            }
            [first, after @ ..] if !by_two => {
                out.push_str(if out.is_empty() { "" } else { "," });
                out.push_str(&name(*first)?);
                after
            }
            _ => return None,
        };
    }
}

/// Days, hours and what joins them; `None` at the first other word.
fn tokens(folded: &str) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphabetic();
        let length = if first.is_ascii_digit() {
            let (time, length) = time(rest)?;
            out.push(Token::Time(time));
            length
        } else if is_word(first) {
            let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            out.extend(word(&rest[..length])?);
            length
        } else {
            match first {
                ' ' | '.' | ':' | '(' | ')' => {}
                '-' => out.push(Token::To),
                ',' | ';' | '/' | '&' | '+' => out.push(Token::And),
                _ => return None,
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    Some(out)
}

/// What a word is: nothing for those that only join.
#[allow(clippy::option_option, reason = "a word may be read and say nothing")]
fn word(word: &str) -> Option<Option<Token>> {
    let is_day = |(long, short, _): &(&str, &str, &str)| {
        [*long, *short, &short[..2]].contains(&word) || word.strip_suffix('s') == Some(long)
    };
    Some(match word {
        "du" | "de" | "le" | "les" | "des" => None,
        "a" | "au" | "jusqu" => Some(Token::To),
        "et" | "puis" => Some(Token::And),
        "ferme" | "fermes" => Some(Token::Closed),
        _ => Some(Token::Day(DAYS.iter().position(is_day)?)),
    })
}

/// `9h`, `9h30`, `09:30`, `9 h 30`: minutes, and how many bytes say it.
fn time(text: &str) -> Option<(u16, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let spaces = |text: &str| text.len() - text.trim_start_matches(' ').len();
    let end = digits(text);
    let hour: u16 = text[..end].parse().ok()?;
    let sign = end + spaces(&text[end..]);
    let after = text[sign..].strip_prefix(['h', ':'])?;
    let start = text.len() - after.len() + spaces(after);
    let minutes = match digits(&text[start..]) {
        2 => Some(start..start + 2),
        _ => None,
    };
    // « 9 h 12 h » is two hours.
    let minutes = minutes.filter(|minutes| !text[minutes.end..].trim_start_matches(' ').starts_with(['h', ':']));
    let (minute, length) = match minutes {
        Some(minutes) => (text[minutes.clone()].parse().ok()?, minutes.end),
        None => (0, text.len() - after.len()),
    };
    (hour <= 24 && minute < 60).then_some((hour * 60 + minute, length))
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
        for text in ["Mo-Fr 09:00-12:00\n14:00-18:00", "Mo-Fr\n09:00-12:00"] {
            let draft = mend(text, true).expect("something to say");
            assert_eq!(draft.certainty, Certainty::ToConfirm, "{text}");
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
        ] {
            assert_eq!(mend(text, true), None, "{text}");
        }
    }
}
