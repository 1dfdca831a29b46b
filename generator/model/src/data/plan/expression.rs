//! An expression, as a table of what comes next.

use regex_automata::dfa::{Automaton, dense};
use regex_automata::{Anchored, util::start};

/// For each state, the place of the next one after each byte.
#[derive(Debug)]
pub(super) struct Expression {
    /// States come one after the other, [`BYTES`] places each: that of a state is its first.
    next: Vec<u32>,
    /// For each state, whether a text may end there.
    ends: Vec<bool>,
}

/// Values of a byte.
const BYTES: usize = 256;
/// Greatest number of states: half a megabyte.
const MOST_STATES: usize = 512;

impl Expression {
    /// `None` when the table would be too large to be worth it.
    pub(super) fn new(expression: &str) -> Option<Self> {
        let config = dense::Config::new().dfa_size_limit(Some(1 << 20)).determinize_size_limit(Some(1 << 20));
        let automaton = dense::Builder::new().configure(config).build(expression).ok()?;
        let start = automaton.start_state(&start::Config::new().anchored(Anchored::Yes)).ok()?;
        let (mut states, mut next, mut ends) = (vec![start], Vec::new(), Vec::new());
        while let Some(state) = states.get(ends.len()).copied() {
            ends.push(automaton.is_match_state(automaton.next_eoi_state(state)));
            for byte in 0..=u8::MAX {
                let after = automaton.next_state(state, byte);
                let rank = states.iter().position(|known| *known == after).unwrap_or(states.len());
                if rank == states.len() {
                    states.push(after);
                }
                next.push(u32::try_from(rank * BYTES).ok()?);
            }
            if states.len() > MOST_STATES {
                return None;
            }
        }
        Some(Self { next, ends })
    }

    /// Whether a text is what the expression says, from its first byte to its last.
    #[inline]
    pub(super) fn matches(&self, text: &[u8]) -> bool {
        let next = self.next.as_slice();
        let last = text.iter().fold(0, |state, byte| next[state as usize | usize::from(*byte)]);
        self.ends[last as usize / BYTES]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern;

    #[test]
    fn a_table_says_what_the_expression_says() {
        for expression in ["[0-9]{5}", "(?:\\+33|\\+590)[0-9]{6,9}", "[a-zA-Z0-9]{9,14}", "é+|2[AB]?", "(?:a|ab)(?:c|bcd)*", ""]
        {
            let table = Expression::new(&pattern::anchored(expression)).expect("a small table");
            let judge = pattern::Regex::new(&pattern::anchored(expression)).expect("an expression");
            for text in
                ["", "75001", "7500", "750011", "+331234567", "+5901234567890", "+59012345678901", "é", "éé", "2", "2A", "2C"]
            {
                assert_eq!(table.matches(text.as_bytes()), judge.is_match(text), "{expression} {text}");
            }
            for text in ["a", "ab", "abcd", "abbcd", "abbcdc", "ac", "acbcd", "abcdc", "abcdx", "aB9aB9aB9", "aB9aB9aB9aB9aB9"] {
                assert_eq!(table.matches(text.as_bytes()), judge.is_match(text), "{expression} {text}");
            }
        }
        assert!(Expression::new(&pattern::anchored("[ab]*a[ab]{9}")).is_none());
    }
}
