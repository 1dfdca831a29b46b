//! Calendar dates.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::count::MONTHS;

/// A day of the calendar, written `AAAA-MM-JJ` (the extended calendar form of ISO 8601, and no other).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// The text is not an existing day written `AAAA-MM-JJ`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("une date s'écrit année-mois-jour, comme 2026-04-02, et doit exister dans le calendrier")
    }
}

impl std::error::Error for NotADate {}

impl Date {
    /// The last day of the calendar.
    pub const LATEST: Self = Self(jiff::civil::Date::MAX);

    /// Its year and its month, from 1 to 12.
    pub fn month(self) -> (i16, i8) {
        (self.0.year(), self.0.month())
    }

    /// The day of the week, from 0 for Monday.
    pub(crate) fn weekday(self) -> i8 {
        self.0.weekday().to_monday_zero_offset()
    }

    /// The day as French says it, with spaces that do not break: `1er août 2022`, `23 novembre 2026`.
    pub fn in_words(self) -> String {
        let month = usize::try_from(self.0.month() - 1).ok().and_then(|rank| MONTHS.get(rank)).copied().unwrap_or_default();
        let first = if self.0.day() == 1 { "er" } else { "" };
        format!("{}{first}\u{a0}{month}\u{a0}{}", self.0.day(), self.0.year())
    }

    /// True on the days that a machine writes when it lost the real one: the origin of Unix time, in Paris or in Greenwich,
    /// those of spreadsheets, of which some count from 1904, and any year of three digits or fewer.
    pub fn is_of_a_machine(self) -> bool {
        let (year, month, day) = (self.0.year(), self.0.month(), self.0.day());
        matches!((year, month, day), (1970 | 1900 | 1904, 1, 1) | (1969 | 1899, 12, 31) | (1899, 12, 30)) || year < 1000
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        // The parser also reads `20240402` and `2024-04-02T10:00`; the standard does not, hence the shape first.
        let digits_and_dashes = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        if !digits_and_dashes {
            return Err(NotADate);
        }
        text.parse().map(Self).map_err(|_| NotADate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_existing_days_in_the_one_form() {
        assert_eq!("2024-02-29".parse::<Date>().map(|d| d.to_string()), Ok("2024-02-29".to_owned()));
        for wrong in ["", "2024-4-2", "20240402", "2023-02-29", "2024-04-02T10:00", "02/04/2024", "2024-04-02 ", "٢٠٢٤-04-02"]
        {
            assert_eq!(wrong.parse::<Date>(), Err(NotADate), "{wrong}");
        }
    }

    #[test]
    fn a_day_is_said_in_french() {
        let said = |text: &str| text.parse::<Date>().map(Date::in_words);
        assert_eq!(said("2022-08-01"), Ok("1er\u{a0}août\u{a0}2022".to_owned()));
        assert_eq!(said("2026-12-31"), Ok("31\u{a0}décembre\u{a0}2026".to_owned()));
    }

    #[test]
    fn days_of_machines_are_recognised() {
        let lost = |text: &str| text.parse::<Date>().map(Date::is_of_a_machine);
        for text in ["1970-01-01", "1969-12-31", "1899-12-30", "1900-01-01", "1904-01-01", "0024-04-02"] {
            assert_eq!(lost(text), Ok(true), "{text}");
        }
        for text in ["1970-01-02", "1969-12-30", "1900-01-02", "1000-01-01", "2024-04-02"] {
            assert_eq!(lost(text), Ok(false), "{text}");
        }
    }
}
