//! When rows were last brought up to date.

use std::collections::BTreeMap;
use std::fmt;

use crate::Date;

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// From -9999 to 9999.
    pub year: i16,
    /// From 1 to 12.
    pub month: i8,
}

impl Month {
    /// The one that comes that many months later, or before when negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let count = i32::from(self.year) * 12 + i32::from(self.month) - 1 + months;
        let year = i16::try_from(count.div_euclid(12)).unwrap_or(i16::MAX);
        Self { year, month: i8::try_from(count.rem_euclid(12)).unwrap_or_default() + 1 }
    }
}

impl From<Date> for Month {
    fn from(date: Date) -> Self {
        let (year, month) = date.month();
        Self { year, month }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// When rows were last brought up to date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Months {
    /// Rank of the field of dates in [`crate::Standard::fields`].
    pub field: usize,
    /// Number of rows for each month that has some.
    pub counts: BTreeMap<Month, u64>,
    /// The oldest date.
    pub oldest: Option<Date>,
    /// The newest date, which may be one to come.
    pub newest: Option<Date>,
    /// Rows whose cell is empty.
    pub empty: u64,
    /// Rows whose cell is no date.
    pub unreadable: u64,
}

impl Months {
    /// Number of rows of the twelve months that end with this one.
    pub fn fresh(&self, last: Month) -> u64 {
        self.counts.range(last.plus(-11)..=last).map(|(_, count)| count).sum()
    }

    /// Number of rows of months after this one: dates to come.
    pub fn after(&self, last: Month) -> u64 {
        self.counts.range(last.plus(1)..).map(|(_, count)| count).sum()
    }

    pub(super) fn add(&mut self, text: &str) {
        if text.is_empty() {
            self.empty += 1;
        } else if let Ok(date) = text.parse::<Date>() {
            *self.counts.entry(date.into()).or_default() += 1;
            self.oldest = Some(self.oldest.map_or(date, |oldest| oldest.min(date)));
            self.newest = Some(self.newest.map_or(date, |newest| newest.max(date)));
        } else {
            self.unreadable += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_months_end_with_the_one_that_is_given() {
        let mut months = Months::default();
        for text in ["2026-01-31", "2025-02-01", "2025-01-31", "2026-02-01", "", "hier", "2026-02-30"] {
            months.add(text);
        }
        let january = Month { year: 2026, month: 1 };
        assert_eq!((months.fresh(january), months.after(january)), (2, 1));
        assert_eq!((months.empty, months.unreadable), (1, 2));
        assert_eq!(months.newest.map(|date| date.to_string()).as_deref(), Some("2026-02-01"));
        assert_eq!(january.plus(-1).to_string(), "2025-12");
        assert_eq!(january.plus(12).to_string(), "2027-01");
    }
}
