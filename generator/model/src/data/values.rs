//! The values of a vocabulary, found in a few nanoseconds.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]

use fearless_simd::prelude::*;

use super::word::{WORD, low, padded, same};

/// Where the values of a vocabulary are, by their first and last bytes and their length.
#[derive(Debug)]
pub(super) struct Values {
    labels: Vec<Label>,
    /// Ranks of the labels, from 1, in a table with at least as many empty places.
    slots: Vec<u16>,
    /// What spreads the labels among the places.
    factor: u64,
}

#[derive(Debug)]
struct Label {
    /// Its first bytes, and zeros.
    head: [u8; WORD],
    text: Box<[u8]>,
}

/// The first factor that is tried: 2⁶⁴ divided by the golden ratio.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
/// Factors that are tried, until one gives each label of a usual list a place that it does not share: a processor then
/// guesses right that the first one it looks at is the one.
const TRIED: u64 = 256;

impl Values {
    /// `None` when there are too many of them to be worth it.
    pub(super) fn new<'l>(labels: impl Iterator<Item = &'l str>) -> Option<Self> {
        let label = |label: &str| Label { head: padded(label.as_bytes()), text: label.as_bytes().into() };
        let labels: Vec<Label> = labels.map(label).collect();
        if labels.len() > 10_000 {
            return None;
        }
        let size = (labels.len() * 4).next_power_of_two().max(8);
        let place = |label: &Label, factor| place(&label.head, label.text.len(), factor) & (size - 1);
        let spreads = |factor: &u64| {
            let mut taken = vec![false; size];
            labels.iter().all(|label| !std::mem::replace(&mut taken[place(label, *factor)], true))
        };
        let factor = (0..TRIED).map(|rank| FACTOR + 2 * rank).find(spreads).unwrap_or(FACTOR);
        let mut slots = vec![0; size];
        for (rank, label) in (1..).zip(&labels) {
            let mut slot = place(label, factor);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = rank;
        }
        Some(Self { labels, slots, factor })
    }

    /// The rank, from 0, of the value that is `text` to the byte.
    pub(super) fn rank(&self, text: &[u8]) -> Option<usize> {
        self.find(&padded(text), text.len(), |label| *label.text == *text)
    }

    /// The same, for the bytes of a text from `from` to `to`, given the word that starts there.
    #[inline(always)]
    pub(super) fn rank_at<S: Simd>(&self, simd: S, text: &[u8], word: &[u8; WORD], from: usize, to: usize) -> Option<usize> {
        let length = to - from;
        let beyond = !low(length);
        self.find(
            word,
            length,
            #[inline(always)]
            |label| {
                let is_head = label.text.len() == length && same(simd, word, &label.head) | beyond == u64::MAX;
                is_head && (length <= WORD || text[from..to] == *label.text)
            },
        )
    }

    #[inline(always)]
    fn find(&self, word: &[u8; WORD], length: usize, is_it: impl Fn(&Label) -> bool) -> Option<usize> {
        let slots = self.slots.as_slice();
        let mut slot = place(word, length, self.factor) & (slots.len() - 1);
        loop {
            let rank = usize::from(slots[slot]).checked_sub(1)?;
            if is_it(&self.labels[rank]) {
                return Some(rank);
            }
            slot = (slot + 1) & (slots.len() - 1);
        }
    }
}

/// A number for the text of that length that a word starts with, told by its first eight bytes, the last eight of those that
/// are in the word, and its length. Bytes that are not of the text do not count.
#[inline(always)]
#[allow(clippy::cast_possible_truncation)]
fn place(word: &[u8; WORD], length: usize, factor: u64) -> usize {
    let own = if length < 8 { (1 << (length * 8)) - 1 } else { u64::MAX };
    let eight = |at: usize| word[at..].first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight)) & own;
    let (first, last) = (eight(0), eight(length.saturating_sub(8).min(WORD - 8)));
    ((first ^ last.rotate_left(29) ^ length as u64).wrapping_mul(factor) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use fearless_simd::dispatch;

    use super::*;

    fn check(labels: &[String]) {
        let values = Values::new(labels.iter().map(String::as_str)).expect("few labels");
        let text = labels.join("|");
        let mut from = 0;
        for (rank, label) in labels.iter().enumerate() {
            let to = from + label.len();
            let at = |to| {
                let word = padded(&text.as_bytes()[from..]);
                dispatch!(fearless_simd::Level::new(), simd => values.rank_at(simd, text.as_bytes(), &word, from, to))
            };
            assert_eq!(values.rank(label.as_bytes()), Some(rank), "{label}");
            assert_eq!(at(to), Some(rank), "{label}");
            assert_eq!(at(to - 1), values.rank(&label.as_bytes()[..label.len() - 1]), "{label}");
            for place in 0..label.len() {
                let mut other = label.clone().into_bytes();
                other[place] ^= 1;
                assert_eq!(values.rank(&other), labels.iter().position(|label| label.as_bytes() == other), "{label} {place}");
            }
            from = to + 1;
        }
        assert_eq!(values.rank(b""), None);
    }

    #[test]
    fn labels_of_any_length_are_told_apart() {
        // Of one letter; longer than a word, alike but for one byte anywhere; many more than have a place of their own.
        let long = |length: usize, odd: usize| (0..length).map(|at| if at == odd { 'b' } else { 'a' }).collect::<String>();
        check(&["a", "b", "ab", "ba", "abc"].map(str::to_owned));
        check(&(0..200).map(|odd| long(200, odd)).collect::<Vec<_>>());
        check(&(1..150).map(|length| long(length, 1_000)).collect::<Vec<_>>());
        check(&(0..3_000).map(|rank| format!("valeur {rank}")).collect::<Vec<_>>());
    }
}
