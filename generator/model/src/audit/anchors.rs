//! What is looked for in every byte: plain letters that survive a missing accent, another apostrophe, another case.
//!
//! Of « Compréhension du monde numérique », `hension` and `monde`. Whatever else is wrong with a copy, one of them
//! stands. Each comes with what may stand on its sides, so that most chance meetings end after two bytes.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input};

use super::letters::{folded, is_space, skeleton};
use super::lexicon::Lexicon;
use super::near;

/// Shortest run of letters that is looked for, in bytes.
const SHORTEST: usize = 3;

/// The search.
#[derive(Debug)]
pub(super) struct Anchors {
    /// `None` when there is nothing to look for.
    automaton: Option<AhoCorasick>,
    sought: Vec<Anchor>,
    longest: usize,
}

/// Letters that are looked for.
#[derive(Debug, Default)]
pub(super) struct Anchor {
    /// The spellings that hold them.
    pub(super) targets: Vec<Target>,
    /// Whether they are a whole value read as an identifier is, to the letter.
    pub(super) code: Option<Vec<u8>>,
    /// Most characters of a text that may nearly be one of them, before the anchor.
    pub(super) longest: usize,
    before: Side,
    after: Side,
}

/// Where an anchor stands in a spelling.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    /// Index in [`Lexicon::terms`].
    pub(super) term: usize,
    /// Index in the skeleton.
    pub(super) letter: usize,
    /// Index in the text, in bytes.
    pub(super) byte: usize,
    /// The letters around it in the skeleton, as plain bytes; none at its ends.
    pub(super) before: Option<u8>,
    pub(super) after: Option<u8>,
}

/// What a spelling has on one side of an anchor.
#[derive(Debug, Default)]
struct Side {
    /// The end of a word.
    edge: bool,
    /// An accented letter, here without its accent.
    bases: Vec<u8>,
}

/// Letters of a spelling, as long as they go without accent.
struct Run<'a> {
    text: &'a str,
    target: Target,
    before: Option<char>,
    after: Option<char>,
}

impl Anchors {
    /// Chooses what to look for: the longest letters of each spelling, two if possible, the first before any
    /// parenthesis.
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let runs: Vec<Vec<Run<'_>>> = lexicon.terms.iter().enumerate().map(|(term, of)| runs(term, &of.text).collect()).collect();
        let mut wanted: BTreeMap<String, Anchor> = BTreeMap::new();
        for runs in &runs {
            let text = runs.first().map_or("", |run| lexicon.terms[run.target.term].text.as_str());
            let head = text.find(['(', ':']).unwrap_or(text.len());
            let longest =
                |runs: &mut dyn Iterator<Item = &'_ Run<'_>>| runs.max_by_key(|run| run.text.len()).map(|run| run.target.byte);
            let first = longest(&mut runs.iter().filter(|run| run.target.byte < head));
            let second = longest(&mut runs.iter().filter(|run| Some(run.target.byte) != first));
            for run in runs.iter().filter(|run| [first, second].contains(&Some(run.target.byte))) {
                wanted.entry(run.text.to_ascii_lowercase()).or_default();
            }
        }
        // A spelling is tried wherever one of its runs is looked for, be it for another one.
        for run in runs.iter().flatten() {
            if let Some(anchor) = wanted.get_mut(&run.text.to_ascii_lowercase()) {
                anchor.targets.push(run.target);
                anchor.longest = anchor.longest.max(near::reach(&lexicon.terms[run.target.term]));
                anchor.before.add(run.before);
                anchor.after.add(run.after);
            }
        }
        for code in lexicon.codes.anchors() {
            let anchor = wanted.entry(code.to_ascii_lowercase()).or_default();
            anchor.code = Some(code.as_bytes().to_vec());
            anchor.before.edge = true;
            anchor.after.edge = true;
        }
        let longest = wanted.keys().map(String::len).max().unwrap_or_default();
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::DFA))
            .build(wanted.keys())
            .ok()
            .filter(|_| !wanted.is_empty());
        Self { automaton, sought: wanted.into_values().collect(), longest }
    }

    /// The anchors that end after `from`, up to `to`: themselves, first byte, byte after the last one.
    pub(super) fn find<'a>(
        &'a self,
        bytes: &'a [u8],
        from: usize,
        to: usize,
    ) -> impl Iterator<Item = (&'a Anchor, usize, usize)> {
        let range = from.saturating_sub(self.longest)..to;
        let found = self
            .automaton
            .iter()
            .flat_map(move |automaton| automaton.find_overlapping_iter(Input::new(bytes).range(range.clone())));
        found.filter_map(move |found| {
            let anchor = &self.sought[found.pattern().as_usize()];
            let is_new = found.end() > from;
            (is_new && anchor.before.may_precede(bytes, found.start()) && anchor.after.may_follow(bytes, found.end()))
                .then_some((anchor, found.start(), found.end()))
        })
    }
}

impl Side {
    fn add(&mut self, neighbour: Option<char>) {
        match neighbour.filter(|c| c.is_alphanumeric()) {
            None => self.edge = true,
            Some(c) => self.bases.extend(u8::try_from(folded(c))),
        }
    }

    fn may_precede(&self, bytes: &[u8], at: usize) -> bool {
        let Some(&b) = bytes[..at].last() else { return self.edge };
        match b {
            0x80.. | b';' | b'?' | b'}' => true,
            b'_' => false,
            b if b.is_ascii_alphanumeric() => self.bases.contains(&b.to_ascii_lowercase()) || is_escape(&bytes[..at]),
            _ => self.edge,
        }
    }

    fn may_follow(&self, bytes: &[u8], at: usize) -> bool {
        match bytes.get(at) {
            Some(0x80.. | b'\\' | b'&' | b'?') => true,
            Some(b'_') => false,
            Some(b) if b.is_ascii_alphanumeric() => self.bases.contains(&b.to_ascii_lowercase()),
            None | Some(_) => self.edge,
        }
    }
}

/// Whether bytes end with an escape that ends with a letter or digit: `\n`, `\xe9`, `\u00e9`.
pub(super) fn is_escape(bytes: &[u8]) -> bool {
    let back = |count: usize| bytes.len().checked_sub(count).map_or(&[][..], |at| &bytes[at..]);
    matches!(back(2), [b'\\', b'n' | b't' | b'r']) || back(4).starts_with(b"\\x") || back(6).starts_with(b"\\u")
}

fn runs(term: usize, text: &str) -> impl Iterator<Item = Run<'_>> {
    let is_plain = |c: char| c.is_ascii_alphanumeric();
    let mut from = 0;
    let pieces = std::iter::from_fn(move || {
        let start = from + text[from..].find(is_plain)?;
        let end = text[start..].find(|c| !is_plain(c)).map_or(text.len(), |length| start + length);
        from = end;
        Some((start, end))
    });
    let is_long = |piece: &str| piece.len() >= SHORTEST && piece.contains(|c: char| c.is_ascii_alphabetic());
    pieces.filter(move |(start, end)| is_long(&text[*start..*end])).map(move |(start, end)| {
        let (before, after) = (&text[..start], &text[end..]);
        // A letter that no byte can be stands for itself: whatever is written there is let through.
        let byte = |c: char| u8::try_from(folded(c)).unwrap_or_default();
        let target = Target {
            term,
            letter: skeleton(before.chars()).len(),
            byte: start,
            before: before.chars().rev().find(|c| !is_space(*c)).map(byte),
            after: after.chars().find(|c| !is_space(*c)).map(byte),
        };
        Run { text: &text[start..end], target, before: before.chars().next_back(), after: after.chars().next() }
    })
}
