//! Recommendations that the texts of a column surely follow.

use std::ops::RangeInclusive;

use super::super::{hours, sight};
use crate::nothing::{LONGEST, nothing};
use crate::{Check, Date, Field, Standard};

#[derive(Debug)]
pub(super) struct Advice {
    /// Whether a value of the list may break a recommendation.
    pub(super) doubts_values: bool,
    /// Whether a text must say something.
    is_prose: bool,
    checks: Vec<(Sight, Vec<Check>)>,
    /// Days that break no check of dates.
    days: Option<RangeInclusive<[u8; 10]>>,
    today: Date,
}

/// What is looked at before checks are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    Siret,
    Phone,
    Url,
    Email,
    Hours,
    Day,
}

impl Advice {
    /// Recommendations for a field, on that day.
    pub(super) fn new(standard: &Standard, field: &Field, today: Date) -> Self {
        let days = today.to_string();
        let days = days.as_bytes().first_chunk::<10>().map(|today| *b"1970-01-02"..=*today);
        let mut checks: Vec<(Sight, Vec<Check>)> = Vec::new();
        for check in &field.checks {
            let sight = match check {
                Check::Siret | Check::Rna | Check::Ridet | Check::PlaceholderPivot => Sight::Siret,
                Check::Email => Sight::Email,
                Check::Url => Sight::Url,
                Check::Phone => Sight::Phone,
                Check::OpeningHours => Sight::Hours,
                Check::FutureDate | Check::EpochDate => Sight::Day,
            };
            match checks.iter_mut().find(|(known, _)| *known == sight) {
                Some((_, same)) => same.push(*check),
                None => checks.push((sight, vec![*check])),
            }
        }
        let advice = Self { doubts_values: false, is_prose: standard.is_prose(field), checks, days, today };
        let doubts = |label: &str| advice.may_break(label.as_bytes());
        let doubts_values = standard.vocabulary_of(field).is_some_and(|vocabulary| vocabulary.labels().any(doubts));
        Self { doubts_values, ..advice }
    }

    /// Whether a text may break a recommendation.
    #[inline]
    pub(super) fn may_break(&self, text: &[u8]) -> bool {
        if self.checks.is_empty() {
            return !is_trimmed(text) || self.is_prose && says_nothing(text);
        }
        let is_known = |sight| match sight {
            Sight::Siret => sight::is_siret(text),
            Sight::Phone => sight::is_phone(text),
            Sight::Url => sight::is_url(text),
            Sight::Email => sight::is_email(text),
            Sight::Hours => hours::are_plain(text),
            Sight::Day => text.as_array().is_some_and(|day| self.days.as_ref().is_some_and(|days| days.contains(day))),
        };
        // The parser of opening hours is so much slower than a look at what was already read that it is left to the checker.
        let may = |sight, checks: &[Check]| !is_known(sight) && (sight == Sight::Hours || self.breaks(checks, text));
        !is_trimmed(text) || self.checks.iter().any(|(sight, checks)| may(*sight, checks))
    }

    #[cold]
    fn breaks(&self, checks: &[Check], text: &[u8]) -> bool {
        let text = std::str::from_utf8(text);
        text.map_or(true, |text| checks.iter().any(|check| check.is_broken(text, self.today)))
    }
}

/// Whether a text stands for an empty cell. Most texts are too long to.
#[inline]
fn says_nothing(text: &[u8]) -> bool {
    text.len() <= LONGEST && std::str::from_utf8(text).is_ok_and(|text| nothing(text).is_some())
}

/// No white space at either end. Letters with accents are looked at as characters.
#[inline]
fn is_trimmed(text: &[u8]) -> bool {
    let plain = |byte: Option<&u8>| byte.is_some_and(|byte| (0x21..0x7F).contains(byte));
    plain(text.first()) && plain(text.last()) || are_ends_trimmed(text)
}

/// The same, of the characters at both ends: what is between may be long.
fn are_ends_trimmed(text: &[u8]) -> bool {
    let starts = |byte: &u8| byte & 0b1100_0000 != 0b1000_0000;
    let first = text.iter().skip(1).position(starts).map_or(text, |length| &text[..=length]);
    let last = text.iter().rposition(starts).map_or(text, |at| &text[at..]);
    [first, last].iter().all(|end| std::str::from_utf8(end).is_ok_and(|end| !end.is_empty() && end.trim() == end))
}

#[cfg(test)]
mod tests {
    use super::is_trimmed;

    #[test]
    fn ends_are_looked_at_as_characters() {
        for text in ["a", "é", "éa", "aé", "État d'été", "« oui »", "日本", "👩", "a\u{a0}b"] {
            assert!(is_trimmed(text.as_bytes()), "{text:?}");
        }
        for text in ["", " ", " a", "a ", "\u{a0}a", "é\u{a0}", "\u{2003}", "\u{2003}é", "é\t", "\u{3000}日本"] {
            assert!(!is_trimmed(text.as_bytes()), "{text:?}");
        }
        assert!(!is_trimmed(b"\xE9t\xE9") && !is_trimmed(b"\x80"));
    }
}
