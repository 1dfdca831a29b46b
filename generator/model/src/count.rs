//! Numbers and their nouns, as French writes them.
//!
//! In: a count and the two forms of its noun. Out: `0 case`, `1 case`, `12 cases`, `20 000 cases`: nothing is counted in the
//! singular, and thousands stand apart by a narrow space that does not break (U+202F). Must not be used inside values, nor
//! where a program reads the number.

/// The months, in order.
pub const MONTHS: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

/// `20 000`.
pub fn number(number: impl TryInto<u64>) -> String {
    let digits = whole(number).to_string();
    let mut text = String::with_capacity(digits.len() + 6);
    for (rank, digit) in digits.chars().enumerate() {
        if rank > 0 && (digits.len() - rank).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// The form of a word that goes with a count: 0 and 1 are singular.
pub fn agreed<'w>(count: impl TryInto<u64>, one: &'w str, many: &'w str) -> &'w str {
    if whole(count) < 2 { one } else { many }
}

/// A count and its noun: `1 case`, `12 cases`.
pub fn counted<N: TryInto<u64> + Copy>(count: N, one: &str, many: &str) -> String {
    format!("{} {}", number(count), agreed(count, one, many))
}

/// The end of a list that is cut: `1 autre`, `3 autres`.
pub fn others<N: TryInto<u64> + Copy>(count: N) -> String {
    counted(count, "autre", "autres")
}

fn whole(number: impl TryInto<u64>) -> u64 {
    number.try_into().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let said = [0_u64, 999, 1_000, 1_234_567, u64::MAX].map(number);
        assert_eq!(said[..4], ["0", "999", "1\u{202f}000", "1\u{202f}234\u{202f}567"]);
        assert!(said[4].starts_with("18\u{202f}446\u{202f}"));
    }

    #[test]
    fn nothing_and_one_are_singular() {
        let said = [0_usize, 1, 2, 20_000].map(|count| counted(count, "case", "cases"));
        assert_eq!(said, ["0 case", "1 case", "2 cases", "20\u{202f}000 cases"]);
        assert_eq!([1_u32, 3].map(others), ["1 autre", "3 autres"]);
    }
}
