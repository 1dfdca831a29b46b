//! What is accepted of a column at sight.
//!
//! In: a field, then the cells of its column. Out: those that something may be wrong with. They then go to
//! [`crate::Checker`], which alone decides and finds the words. Nothing at all is wrong with the others, which are most
//! cells of a good file.

mod advice;
mod expression;
mod form;
mod listed;

use crate::{Date, Field, Level, Standard};

use super::block::Span;
use super::csv::find;
use advice::Advice;
use form::{Form, is_day, is_number_between};
pub(crate) use listed::Parts;

/// Parts of a list told at sight, and its bytes: each part is compared with those that follow.
const MOST_PARTS: usize = 16;
const LONGEST_LIST: usize = 4 << 10;

/// What is accepted of a column.
#[derive(Debug)]
pub(crate) struct Plan {
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
    pub(crate) fn new(standard: &Standard, field: &Field, only: Option<Level>, today: Date) -> Self {
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
    pub(super) fn is_required(&self) -> bool {
        self.required
    }

    /// Whether any text at all is accepted.
    pub(super) fn is_free(&self) -> bool {
        self.free
    }

    /// Whether nothing is wrong with a cell, for sure. The cell is not empty and is UTF-8.
    pub(crate) fn accepts(&self, text: &[u8], parts: &mut Parts) -> bool {
        let mut is_good = true;
        self.refused(text, &[(0, Span::new(0, text.len(), false))], parts, |_| is_good = false);
        is_good
    }

    /// Gives to `refuse` the ranks of those cells of a text, each with its rank, that something may be wrong with: perhaps
    /// more than once. No cell is empty, has pairs of quotes, or is not UTF-8. One form is looked for in all of them, one
    /// after the other: the processor learns what comes next.
    pub(super) fn refused(&self, text: &[u8], cells: &[(u32, Span)], parts: &mut Parts, mut refuse: impl FnMut(u32)) {
        if !self.missing.is_empty() {
            each(text, cells, &mut refuse, |cell| self.missing.iter().all(|missing| **missing != *cell));
        }
        match (&self.form, self.separator) {
            _ if self.free => {}
            (Form::Values(values), separator) => {
                listed::refused(values, separator, self.advice.as_ref(), text, cells, parts, refuse);
            }
            (_, Some(separator)) => each(text, cells, refuse, |cell| self.accepts_list(cell, separator)),
            (Form::Any, None) => each(text, cells, refuse, |cell| self.is_fit(cell)),
            (Form::Expression(expression), None) => {
                each(text, cells, refuse, |cell| expression.matches(cell) && self.is_fit(cell));
            }
            (Form::Number(low, high), None) => {
                each(text, cells, refuse, |cell| is_number_between(cell, *low, *high) && self.is_fit(cell));
            }
            (Form::Day, None) => each(text, cells, refuse, |cell| is_day(cell) && self.is_fit(cell)),
            (Form::Unknown, None) => each(text, cells, refuse, |_| false),
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
            Form::Expression(expression) => expression.matches(text),
            Form::Number(low, high) => is_number_between(text, *low, *high),
            Form::Day => is_day(text),
            Form::Values(_) | Form::Unknown => false,
        };
        formed && self.is_fit(text)
    }

    /// Whether a text is not too long, and follows recommendations.
    #[inline]
    fn is_fit(&self, text: &[u8]) -> bool {
        self.is_short(text) && !self.advice.as_ref().is_some_and(|advice| advice.may_break(text))
    }

    /// Whether a text has no more characters than it may. Each of them starts with one byte that goes on with no other.
    #[inline]
    fn is_short(&self, text: &[u8]) -> bool {
        let goes_on = |byte: &&u8| **byte & 0b1100_0000 == 0b1000_0000;
        text.len() <= self.longest || text.len() - text.iter().filter(goes_on).count() <= self.longest
    }
}

/// Gives the ranks of the cells that are not accepted.
#[inline]
fn each(text: &[u8], cells: &[(u32, Span)], mut refuse: impl FnMut(u32), accepts: impl Fn(&[u8]) -> bool) {
    for (rank, span) in cells {
        if !accepts(&text[span.range()]) {
            refuse(*rank);
        }
    }
}
