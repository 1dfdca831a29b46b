//! What is accepted of a column at sight.
//!
//! In: a field. Out: for a cell, true only when nothing at all is wrong with it. A false says nothing: the cell then goes
//! to [`crate::Checker`], which alone decides and finds the words. Most cells of a good file stop here.

mod advice;
mod form;

use crate::{Date, Field, Level, Standard};

use super::csv::find;
use super::values::Values;
use advice::Advice;
use form::{Form, is_day, is_number_between};

/// Parts of a list told at sight, and its bytes: each part is compared with those that follow.
const MOST_PARTS: usize = 16;
const LONGEST_LIST: usize = 4 << 10;

/// What is accepted of a column.
#[derive(Debug)]
pub(super) struct Plan {
    /// Whether an empty cell is not accepted.
    required: bool,
    /// Whether any text at all is accepted.
    free: bool,
    /// Texts that stand for an empty cell, which the checker knows.
    missing: Vec<Box<[u8]>>,
    separator: Option<u8>,
    form: Form,
    /// Greatest number of characters.
    longest: usize,
    /// Recommendations too, when they are asked for.
    advice: Option<Advice>,
}

impl Plan {
    /// What is accepted of a field: of its blocking constraints when nothing else is asked, or of everything.
    pub(super) fn new(standard: &Standard, field: &Field, only: Option<Level>, today: Date) -> Self {
        let all = only != Some(Level::Blocking);
        let separator = field.multiple.then(|| standard.separator_of(field));
        let form = match separator {
            Some(separator) if !separator.is_ascii() => Form::Unknown,
            _ => form::of(standard, field, all),
        };
        let plan = Self {
            required: field.required,
            free: false,
            missing: standard.dialect.missing_values.iter().map(|text| text.as_bytes().into()).collect(),
            separator: separator.and_then(|separator| u8::try_from(separator).ok()),
            form,
            longest: field.max_length.unwrap_or(usize::MAX),
            advice: all.then(|| Advice::new(standard, field, today)),
        };
        let free =
            matches!(plan.form, Form::Any) && plan.longest == usize::MAX && plan.advice.is_none() && plan.missing.is_empty();
        Self { free, ..plan }
    }

    /// Nothing is asked.
    pub(super) const FREE: Self = Self {
        required: false,
        free: true,
        missing: Vec::new(),
        separator: None,
        form: Form::Any,
        longest: usize::MAX,
        advice: None,
    };

    /// Whether an empty cell is to be told.
    #[inline]
    pub(super) fn is_required(&self) -> bool {
        self.required
    }

    /// Whether a text with a quote may be accepted.
    #[inline]
    pub(super) fn may_hold_quotes(&self) -> bool {
        matches!(self.form, Form::Any | Form::Expression(_))
    }

    /// Whether nothing is wrong with a cell, for sure. The cell is not empty and is UTF-8.
    #[inline]
    pub(super) fn accepts(&self, text: &[u8]) -> bool {
        if self.free {
            return true;
        }
        if !self.missing.is_empty() && self.missing.iter().any(|missing| **missing == *text) {
            return false;
        }
        match (self.separator, &self.form) {
            (None, _) => self.accepts_part(text),
            (Some(separator), Form::Values(values)) => self.accepts_values(values, text, separator),
            (Some(separator), _) => self.accepts_list(text, separator),
        }
    }

    fn accepts_values(&self, values: &Values, text: &[u8], separator: u8) -> bool {
        // Values are told apart by their rank.
        let mut seen = 0u128;
        let mut rest = text;
        loop {
            let end = find(separator, rest);
            let part = &rest[..end.unwrap_or(rest.len())];
            let Some(rank) = values.rank(part).filter(|_| self.is_short(part)) else { return false };
            if let Some(advice) = &self.advice {
                let bit = u32::try_from(rank).ok().and_then(|rank| 1u128.checked_shl(rank)).unwrap_or(seen);
                if seen & bit != 0 || advice.doubts_values && advice.may_break(part) {
                    return false;
                }
                seen |= bit;
            }
            match end {
                Some(end) => rest = &rest[end + 1..],
                None => return true,
            }
        }
    }

    fn accepts_list(&self, text: &[u8], separator: u8) -> bool {
        if text.len() > LONGEST_LIST {
            return false;
        }
        let mut rest = text;
        for _ in 0..MOST_PARTS {
            let (part, more) = match find(separator, rest) {
                Some(end) => (&rest[..end], Some(&rest[end + 1..])),
                None => (rest, None),
            };
            let again = || more.is_some_and(|more| more.split(|sign| *sign == separator).any(|other| other == part));
            if part.is_empty() || !self.accepts_part(part) || self.advice.is_some() && again() {
                return false;
            }
            match more {
                Some(more) => rest = more,
                None => return true,
            }
        }
        false
    }

    #[inline]
    fn accepts_part(&self, text: &[u8]) -> bool {
        let formed = match &self.form {
            Form::Any => true,
            Form::Values(values) => values.rank(text).is_some(),
            Form::Expression(expression) => expression.matches(text),
            Form::Number(low, high) => is_number_between(text, *low, *high),
            Form::Day => is_day(text),
            Form::Unknown => false,
        };
        formed && self.is_short(text) && !self.advice.as_ref().is_some_and(|advice| advice.may_break(text))
    }

    /// Whether a text has no more characters than it may. Each of them starts with one byte that goes on with no other.
    #[inline]
    fn is_short(&self, text: &[u8]) -> bool {
        let goes_on = |byte: &&u8| **byte & 0b1100_0000 == 0b1000_0000;
        text.len() <= self.longest || text.len() - text.iter().filter(goes_on).count() <= self.longest
    }
}
