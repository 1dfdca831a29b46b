//! Lengths of telephone numbers, by the plan of each territory.

/// Number of digits after each prefix of the national plan and of the overseas ones.
const PHONE_LENGTHS: [(&str, &[usize]); 10] = [
    ("+33", &[9]),
    ("+262", &[9]),
    ("+269", &[7]),
    ("+508", &[6, 9]),
    ("+590", &[9]),
    ("+594", &[9]),
    ("+596", &[9]),
    ("+681", &[6]),
    ("+687", &[6]),
    ("+689", &[8]),
];

/// True when the prefix is not one we know: the form of the number is the pattern's business.
pub(super) fn has_phone_length(value: &str) -> bool {
    PHONE_LENGTHS
        .iter()
        .find_map(|(prefix, lengths)| Some((value.strip_prefix(prefix)?, lengths)))
        .is_none_or(|(rest, lengths)| lengths.contains(&rest.len()))
}
