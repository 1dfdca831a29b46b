//! The form of the texts of a column, told in a few nanoseconds.

use super::super::values::Values;
use super::expression::Expression;
use crate::{Field, Kind, Level, Limit, Standard, pattern};

#[derive(Debug)]
pub(super) enum Form {
    Any,
    /// Values of a list, of which none is too long.
    Values(Values),
    Expression(Box<Expression>),
    /// A decimal number, whose whole part lies strictly between two bounds.
    Number(i64, i64),
    Day,
    /// Nothing is accepted at sight.
    Unknown,
}

/// The form that a field asks for, recommendations included when `all` are asked.
pub(super) fn of(standard: &Standard, field: &Field, all: bool) -> Form {
    let weighs = |level: Level| all || level == Level::Blocking;
    let vocabulary = standard.vocabulary_of(field).filter(|vocabulary| weighs(vocabulary.level));
    let expression = field.pattern.as_ref().filter(|pattern| weighs(pattern.level));
    let bounds = field.bounds.filter(|bounds| weighs(bounds.level));
    if field.min_length.is_some() || field.format.is_some() {
        return Form::Unknown;
    }
    match (field.kind, vocabulary, expression, bounds) {
        (Kind::Text, None, None, None) => Form::Any,
        (Kind::Text, Some(vocabulary), None, None) => {
            let is_short = |label: &str| field.max_length.is_none_or(|longest| label.chars().count() <= longest);
            let values = vocabulary.labels().all(is_short).then(|| Values::new(vocabulary.labels()));
            values.flatten().map_or(Form::Unknown, Form::Values)
        }
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

/// Optional minus sign, one to nine digits, and possibly a point and digits; the whole part strictly between the bounds.
#[inline]
pub(super) fn is_number_between(text: &[u8], low: i64, high: i64) -> bool {
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
pub(super) fn is_day(text: &[u8]) -> bool {
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
    use crate::Date;

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
