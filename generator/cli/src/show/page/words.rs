//! Numbers and dates, said in French, with the spaces that do not break.

use standard_mediation_model::count::{MONTHS, agreed, number};
use standard_mediation_model::data::statistics::Month;

/// A part of a whole in hundredths, rounded, yet never to 0 for something nor to 100 for less than all.
pub(in crate::show) fn share(part: u64, whole: u64) -> u64 {
    let (part, whole) = (u128::from(part), u128::from(whole));
    let rounded = (part * 200 + whole).checked_div(whole * 2).unwrap_or_default();
    let rounded = if part > 0 { rounded.max(1) } else { rounded };
    let rounded = if part < whole { rounded.min(99) } else { rounded };
    u64::try_from(rounded).unwrap_or(u64::MAX)
}

/// `45 %`, as [`share`] rounds it.
pub(in crate::show) fn percent(part: u64, whole: u64) -> String {
    format!("{}\u{a0}%", share(part, whole))
}

/// A count and its noun, which stay on one line: `1 ligne`, `12 lignes`.
pub(in crate::show) fn plural(count: u64, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", number(count), agreed(count, one, many))
}

/// `avril 2026`.
pub(in crate::show) fn month(month: Month) -> String {
    let rank = usize::try_from(month.month - 1).unwrap_or_default();
    format!("{} {}", MONTHS.get(rank).copied().unwrap_or_default(), month.year)
}

/// `de septembre 2026`, `d'octobre 2026`.
pub(in crate::show) fn since(first: Month) -> String {
    let month = month(first);
    let of = if month.starts_with(['a', 'o']) { "d'" } else { "de " };
    format!("{of}{month}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_an_elided_preposition() {
        for (number, said) in [(4, "d'avril 2026"), (8, "d'août 2026"), (10, "d'octobre 2026"), (9, "de septembre 2026")] {
            assert_eq!(since(Month { year: 2026, month: number }), said);
        }
    }

    #[test]
    fn numbers_are_said_in_french() {
        assert_eq!(plural(0, "ligne", "lignes"), "0\u{a0}ligne");
        assert_eq!(plural(2, "ligne", "lignes"), "2\u{a0}lignes");
        assert_eq!(month(Month { year: 2026, month: 8 }), "août 2026");
    }

    #[test]
    fn all_and_nothing_are_said_of_nothing_else() {
        let shares = [(0, 0), (0, 9), (1, 1_000), (1, 2), (2, 3), (999, 1_000), (9, 9)].map(|(part, whole)| share(part, whole));
        assert_eq!(shares, [0, 0, 1, 50, 67, 99, 100]);
    }
}
