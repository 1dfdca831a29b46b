//! From the text of a value to its number, quickly.
//!
//! In: a few dozen texts. Out: a table asked once a value a row. Texts are compared by length first: values of one list
//! rarely share it, so that one comparison of bytes is the usual cost. No hash: its order would leak.

/// Texts and their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Lookup {
    /// Sorted by length, then by bytes; one number a text.
    entries: Vec<(Box<str>, usize)>,
    /// `starts[n]..starts[n + 1]` are the entries of length `n`.
    starts: Vec<usize>,
}

impl Lookup {
    /// A table of texts. The first of two same texts wins.
    pub(super) fn new(texts: impl IntoIterator<Item = (String, usize)>) -> Self {
        let mut entries: Vec<(Box<str>, usize)> = texts.into_iter().map(|(text, number)| (text.into(), number)).collect();
        entries.sort_by(|(a, _), (b, _)| (a.len(), a).cmp(&(b.len(), b)));
        entries.dedup_by(|(second, _), (first, _)| second == first);
        let longest = entries.last().map_or(0, |(text, _)| text.len());
        let starts = (0..=longest + 1).map(|length| entries.partition_point(|(text, _)| text.len() < length)).collect();
        Self { entries, starts }
    }

    /// The number of a text.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        let (start, end) = (*self.starts.get(text.len())?, *self.starts.get(text.len() + 1)?);
        self.entries[start..end].iter().find(|(known, _)| **known == *text).map(|(_, number)| *number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_found_and_no_other() {
        let table = Lookup::new([("b".to_owned(), 1), ("a".to_owned(), 2), ("abc".to_owned(), 3), ("a".to_owned(), 4)]);
        assert_eq!(["a", "b", "abc"].map(|text| table.find(text)), [Some(2), Some(1), Some(3)]);
        assert!(["", "c", "ab", "abcd", "abcde"].iter().all(|text| table.find(text).is_none()));
        assert_eq!(Lookup::new([]).find(""), None);
    }
}
