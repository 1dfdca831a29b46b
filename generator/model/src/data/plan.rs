//! What is accepted of a column at sight.
//!
//! In: a field. Out: for a cell, true only when nothing at all is wrong with it. A false says nothing: the cell then goes
//! to [`crate::Checker`], which alone decides and finds the words. Most cells of a good file stop here.

use std::ops::RangeInclusive;

use regex_automata::dfa::{Automaton, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::{Anchored, util::start};

use crate::{Check, Date, Field, Kind, Level, Limit, Standard, pattern};

use super::csv::find;
use super::hours;
use super::values::Values;

/// What is accepted of a column.
#[derive(Debug)]
pub(super) struct Plan {
    /// Whether an empty cell is not accepted.
    required: bool,
    /// Texts that stand for an empty cell, which the checker knows.
    missing: Vec<Box<[u8]>>,
    separator: Option<u8>,
    form: Form,
    /// Greatest number of bytes; a text of no more bytes has no more characters.
    most_bytes: usize,
    /// Recommendations too, when they are asked for.
    advice: Option<Advice>,
}

#[derive(Debug)]
enum Form {
    Any,
    Values(Values),
    Expression(Box<Expression>),
    /// A decimal number, whose whole part lies strictly between two bounds.
    Number(i64, i64),
    Day,
    /// Nothing is accepted at sight.
    Unknown,
}

#[derive(Debug)]
struct Advice {
    checks: Vec<Check>,
    /// Days that break no check of dates.
    days: Option<RangeInclusive<[u8; 10]>>,
    today: Date,
}

#[derive(Debug)]
struct Expression {
    automaton: dense::DFA<Vec<u32>>,
    start: StateID,
}

impl Plan {
    /// What is accepted of a field: of its blocking constraints when nothing else is asked, or of everything.
    pub(super) fn new(standard: &Standard, field: &Field, only: Option<Level>, today: Date) -> Self {
        let all = only != Some(Level::Blocking);
        let separator = field.multiple.then(|| standard.separator_of(field));
        let form = match separator {
            Some(separator) if !separator.is_ascii() => Form::Unknown,
            _ => form(standard, field, all),
        };
        Self {
            required: field.required,
            missing: standard.dialect.missing_values.iter().map(|text| text.as_bytes().into()).collect(),
            separator: separator.and_then(|separator| u8::try_from(separator).ok()),
            form,
            most_bytes: field.max_length.unwrap_or(usize::MAX),
            advice: all.then(|| advice(field, today)),
        }
    }

    /// Nothing is asked.
    pub(super) const FREE: Self =
        Self { required: false, missing: Vec::new(), separator: None, form: Form::Any, most_bytes: usize::MAX, advice: None };

    /// Whether an empty cell is to be told.
    #[inline]
    pub(super) fn is_required(&self) -> bool {
        self.required
    }

    /// Whether any text at all is accepted.
    #[inline]
    pub(super) fn is_free(&self) -> bool {
        matches!(self.form, Form::Any) && self.most_bytes == usize::MAX && self.advice.is_none() && self.missing.is_empty()
    }

    /// Whether a text with a quote may be accepted.
    #[inline]
    pub(super) fn may_hold_quotes(&self) -> bool {
        matches!(self.form, Form::Any | Form::Expression(_))
    }

    /// Whether nothing is wrong with a cell, for sure. The cell is not empty.
    #[inline]
    pub(super) fn accepts(&self, text: &str) -> bool {
        if !self.missing.is_empty() && self.missing.iter().any(|missing| **missing == *text.as_bytes()) {
            return false;
        }
        match self.separator {
            None => self.accepts_part(text),
            Some(_) if self.is_free() => true,
            Some(separator) => self.accepts_list(text, separator),
        }
    }

    fn accepts_list(&self, text: &str, separator: u8) -> bool {
        // Values are told apart by their rank; other parts are compared.
        let mut seen = 0u128;
        let mut rest = text;
        loop {
            let (part, more) = match find(separator, rest.as_bytes()) {
                Some(end) => (&rest[..end], Some(&rest[end + 1..])),
                None => (rest, None),
            };
            if part.is_empty() {
                return false;
            }
            match (&self.form, &self.advice) {
                (Form::Values(values), advice) => {
                    let Some(rank) = values.rank(part.as_bytes()) else { return false };
                    if advice.is_some() {
                        let bit = u32::try_from(rank).ok().and_then(|rank| 1u128.checked_shl(rank)).unwrap_or(seen);
                        if seen & bit != 0 || part.len() > self.most_bytes || !self.breaks_no_check(part) {
                            return false;
                        }
                        seen |= bit;
                    }
                }
                (_, advice) => {
                    let again = || more.is_some_and(|more| more.split(char::from(separator)).any(|other| other == part));
                    if !self.accepts_part(part) || advice.is_some() && again() {
                        return false;
                    }
                }
            }
            match more {
                Some(more) => rest = more,
                None => return true,
            }
        }
    }

    #[inline]
    fn accepts_part(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let formed = match &self.form {
            Form::Any => true,
            Form::Values(values) => values.rank(bytes).is_some(),
            Form::Expression(expression) => expression.matches(bytes),
            Form::Number(low, high) => is_number_between(bytes, *low, *high),
            Form::Day => is_day(bytes),
            Form::Unknown => false,
        };
        formed && bytes.len() <= self.most_bytes && self.breaks_no_check(text)
    }

    #[inline]
    fn breaks_no_check(&self, text: &str) -> bool {
        let Some(advice) = &self.advice else { return true };
        if !is_trimmed(text) {
            return false;
        }
        advice.checks.iter().all(|check| match check {
            Check::FutureDate | Check::EpochDate => {
                let day = text.as_bytes().first_chunk::<10>().filter(|_| text.len() == 10);
                day.is_some_and(|day| advice.days.as_ref().is_some_and(|days| days.contains(day)))
            }
            Check::OpeningHours if hours::are_plain(text.as_bytes()) => true,
            check => !check.is_broken(text, advice.today),
        })
    }
}

fn form(standard: &Standard, field: &Field, all: bool) -> Form {
    let weighs = |level: Level| all || level == Level::Blocking;
    let vocabulary = standard.vocabulary_of(field).filter(|vocabulary| weighs(vocabulary.level));
    let expression = field.pattern.as_ref().filter(|pattern| weighs(pattern.level));
    let bounds = field.bounds.filter(|bounds| weighs(bounds.level));
    if field.min_length.is_some() || field.format.is_some() {
        return Form::Unknown;
    }
    match (field.kind, vocabulary, expression, bounds) {
        (Kind::Text, None, None, None) => Form::Any,
        (Kind::Text, Some(vocabulary), None, None) => Values::new(vocabulary).map_or(Form::Unknown, Form::Values),
        (Kind::Text, None, Some(pattern), None) => Expression::new(&pattern::anchored(&pattern.expression))
            .map_or(Form::Unknown, |form| Form::Expression(Box::new(form))),
        (Kind::Number, None, None, bounds) if field.decimal_sign.is_none() => {
            let (minimum, maximum) = bounds.map_or((None, None), |bounds| (bounds.minimum, bounds.maximum));
            match (whole(minimum, -1), whole(maximum, 1)) {
                (Some(low), Some(high)) => Form::Number(low, high),
                _ => Form::Unknown,
            }
        }
        (Kind::Date, None, None, None) => Form::Day,
        _ => Form::Unknown,
    }
}

/// A bound as a whole number no farther from zero; `None` when it is not one of numbers.
#[allow(clippy::cast_possible_truncation)]
fn whole(limit: Option<Limit>, side: i64) -> Option<i64> {
    match limit {
        None => Some(side * 1_000_000_000_000),
        Some(Limit::Number(bound)) if bound.abs() < 1e12 => Some(if side < 0 { bound.ceil() } else { bound.floor() } as i64),
        Some(_) => None,
    }
}

fn advice(field: &Field, today: Date) -> Advice {
    let days = today.to_string();
    let days = days.as_bytes().first_chunk::<10>().map(|today| *b"1970-01-02"..=*today);
    Advice { checks: field.checks.clone(), days, today }
}

impl Expression {
    /// `None` when the automaton would be too large to be worth it.
    fn new(expression: &str) -> Option<Self> {
        let config = dense::Config::new().dfa_size_limit(Some(1 << 20)).determinize_size_limit(Some(1 << 20));
        let automaton = dense::Builder::new().configure(config).build(expression).ok()?;
        let start = automaton.start_state(&start::Config::new().anchored(Anchored::Yes)).ok()?;
        Some(Self { automaton, start })
    }

    #[inline]
    fn matches(&self, text: &[u8]) -> bool {
        let mut state = self.start;
        for byte in text {
            state = self.automaton.next_state(state, *byte);
        }
        self.automaton.is_match_state(self.automaton.next_eoi_state(state))
    }
}

/// No white space at either end. Letters with accents are looked at as characters.
#[inline]
fn is_trimmed(text: &str) -> bool {
    let plain = |byte: Option<&u8>| byte.is_some_and(|byte| (0x21..0x7F).contains(byte));
    plain(text.as_bytes().first()) && plain(text.as_bytes().last()) || text.trim().len() == text.len()
}

/// Optional minus sign, one to nine digits, and possibly a point and digits; the whole part strictly between the bounds.
#[inline]
fn is_number_between(text: &[u8], low: i64, high: i64) -> bool {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let mut whole = 0i64;
    let mut count = 0;
    while let Some(digit) = digits.get(count).filter(|byte| byte.is_ascii_digit()) {
        whole = whole * 10 + i64::from(digit - b'0');
        count += 1;
        if count > 9 {
            return false;
        }
    }
    let decimals_ok = match &digits[count..] {
        [] => true,
        [b'.', decimals @ ..] => !decimals.is_empty() && decimals.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    let whole = if negative { -whole } else { whole };
    count > 0 && decimals_ok && low < whole && whole < high
}

/// A day of the calendar, `AAAA-MM-JJ`.
#[inline]
fn is_day(text: &[u8]) -> bool {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = text else { return false };
    let digits = [y0, y1, y2, y3, m0, m1, d0, d1];
    if !digits.iter().all(|digit| digit.is_ascii_digit()) {
        return false;
    }
    let number = |digits: &[&u8]| digits.iter().fold(0u32, |number, digit| number * 10 + u32::from(*digit - b'0'));
    let (year, month, day) = (number(&[y0, y1, y2, y3]), number(&[m0, m1]), number(&[d0, d1]));
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400) && month == 2 => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for text in [
            "2024-02-29",
            "2000-02-29",
            "2026-12-31",
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "2024-13-01",
            "2024-00-10",
            "2024-01-00",
            "2024-1-1",
            "20240101",
            "2024-01-1é",
        ] {
            assert_eq!(is_day(text.as_bytes()), text.parse::<Date>().is_ok(), "{text}");
        }
    }

    #[test]
    fn numbers_are_between_their_bounds() {
        for (text, good) in [
            ("43.5", true),
            ("-89.99", true),
            ("90", false),
            ("90.1", false),
            ("-90", false),
            ("", false),
            ("-", false),
            (".5", false),
            ("5.", false),
            ("4,5", false),
            ("1e3", false),
            ("0000000000", false),
        ] {
            assert_eq!(is_number_between(text.as_bytes(), -90, 90), good, "{text}");
        }
    }
}
