//! The values of a vocabulary, found in a few nanoseconds.

use crate::Vocabulary;

/// Where the values of a vocabulary are, by their first and last bytes and their length.
#[derive(Debug)]
pub(super) struct Values {
    labels: Vec<Box<[u8]>>,
    /// Ranks of the labels, from 1, in a table with at least as many empty places.
    slots: Vec<u16>,
}

impl Values {
    /// `None` when there are too many of them to be worth it.
    pub(super) fn new(vocabulary: &Vocabulary) -> Option<Self> {
        let labels: Vec<Box<[u8]>> = vocabulary.labels().map(|label| label.as_bytes().into()).collect();
        if labels.len() > 10_000 {
            return None;
        }
        let mut slots = vec![0; (labels.len() * 4).next_power_of_two().max(8)];
        for (rank, label) in (1..).zip(&labels) {
            let mut slot = place(label, slots.len());
            while slots[slot] != 0 {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = rank;
        }
        Some(Self { labels, slots })
    }

    /// The rank, from 0, of the value that is `text` to the byte.
    #[inline]
    pub(super) fn rank(&self, text: &[u8]) -> Option<usize> {
        let mut slot = place(text, self.slots.len());
        loop {
            let rank = usize::from(self.slots[slot]).checked_sub(1)?;
            if *self.labels[rank] == *text {
                return Some(rank);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

/// A slot for a text. Values of one list differ by their first letters, their last ones or their length.
#[inline]
#[allow(clippy::cast_possible_truncation)]
fn place(text: &[u8], slots: usize) -> usize {
    let (first, last) = match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (text.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)), 0),
    };
    let mixed = (first ^ last.rotate_left(29) ^ text.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) as usize & (slots - 1)
}
