//! Days and hours written in French words.
//!
//! In: a text. Out: the same in the signs of OpenStreetMap, or nothing when it says anything else.

use crate::hint;

/// Names of days, then their usual short forms, then those of OpenStreetMap.
pub(super) const DAYS: [(&str, &str, &str); 7] = [
    ("lundi", "lun", "Mo"),
    ("mardi", "mar", "Tu"),
    ("mercredi", "mer", "We"),
    ("jeudi", "jeu", "Th"),
    ("vendredi", "ven", "Fr"),
    ("samedi", "sam", "Sa"),
    ("dimanche", "dim", "Su"),
];

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
pub(super) fn in_signs(text: &str) -> Option<String> {
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
            // The other way round, one of the two was badly copied: a place that helps people is not open all night.
            [Token::Time(first), Token::To, Token::Time(last), ..] if last <= first => return None,
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
    let is_day = |(long, short, sign): &(&str, &str, &str)| {
        [*long, *short, &short[..2]].contains(&word) || word.strip_suffix('s') == Some(long) || sign.eq_ignore_ascii_case(word)
    };
    Some(match word {
        "du" | "de" | "le" | "les" | "des" => None,
        "a" | "au" | "jusqu" => Some(Token::To),
        "et" | "puis" => Some(Token::And),
        "ferme" | "fermes" | "off" | "closed" => Some(Token::Closed),
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
