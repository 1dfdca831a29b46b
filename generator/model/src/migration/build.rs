//! The values of one cell, put where they go.
//!
//! In: the text of a cell, the flow of its column. Out: the cells of the new row that it fills, counts of what went on, and
//! a line for each value that does not simply go on. Must not allocate for a value that is known.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{End, Entry, Flow, Plan, TargetColumn};
use super::report::{Line, Reason};
use super::split;
use crate::hint;

/// Misspellings remembered for a column; beyond, each is worked out again, and counted with what it stands for.
const REMEMBERED: usize = 4096;

/// Bytes of a text beyond which it is no misspelt value: those have some 130 at most.
const LONGEST_WORD: usize = 512;

/// Bytes of a list beyond which its values are looked up rather than looked through: a text of a mebibyte may hold half a
/// million of them.
const LONG_LIST: usize = 4 << 10;

/// Cells of a value, and how many of them were merged.
type Count = (u64, u64);

#[derive(Debug, Clone)]
pub(super) struct Build<'p> {
    flow: &'p Flow,
    /// For each entry, then for each misspelling.
    counts: Vec<Count>,
    /// Misspellings met, and the entries that they stand for.
    misspelt: Vec<(String, usize)>,
    /// Texts met that are no value to the letter, and the counts of those that stand for one.
    memo: BTreeMap<String, Option<usize>>,
}

impl<'p> Build<'p> {
    /// A column before its first cell.
    pub(super) fn new(flow: &'p Flow) -> Self {
        Self { flow, counts: vec![(0, 0); flow.entries.len()], misspelt: Vec::new(), memo: BTreeMap::new() }
    }

    /// Each value met as it was written, what it stands for, its cells and how many of them were merged.
    pub(super) fn counted(&self) -> impl Iterator<Item = (&str, &'p Entry, Count)> {
        let entries = &self.flow.entries;
        let right = entries.iter().map(|entry| (entry.value.as_str(), entry));
        let misspelt = self.misspelt.iter().map(|(text, meant)| (text.as_str(), &entries[*meant]));
        right.chain(misspelt).zip(&self.counts).map(|((text, entry), count)| (text, entry, *count))
    }

    /// Adds what another one counted, and makes that one forget it.
    pub(super) fn absorb(&mut self, other: &mut Self) {
        let known = self.flow.entries.len();
        for (number, (count, merged)) in other.counts.iter_mut().map(std::mem::take).enumerate() {
            let at = match number.checked_sub(known).and_then(|rank| other.misspelt.get(rank)) {
                None => number,
                Some((text, meant)) => self.number(text, *meant),
            };
            self.counts[at].0 += count;
            self.counts[at].1 += merged;
        }
        other.counts.truncate(known);
        other.misspelt.clear();
        other.memo.clear();
    }

    /// Moves a cell: its row, its column and its text.
    pub(super) fn cell(
        &mut self,
        plan: &'p Plan,
        (row, column, cell): (u64, &'p str, &str),
        (built, asked): (&mut [String], &mut [u64]),
        say: &mut impl FnMut(&Line<'_, 'p>),
    ) {
        let flow = self.flow;
        let mut say = |value: &str, reason: Reason<'p>| say(&Line { row, column, value, reason });
        let mut lists = Lists::default();
        let mut push = |built: &mut String, target: usize, text: &str| lists.push(built, target, &plan.targets[target], text);
        let alone = flow.alone_matters && flow.split.parts(cell).nth(1).is_none();
        for part in flow.split.parts(cell) {
            let Some((meant, number)) = self.meant(part) else {
                let target = &plan.targets[flow.usual];
                match push(&mut built[flow.usual], flow.usual, part) {
                    Pushed::Refused => say(part, Reason::Taken(&target.name)),
                    _ if flow.is_closed => say(part, Reason::Unknown(&target.name)),
                    _ if target.joins && part.contains(target.separator) => {
                        say(part, Reason::HoldsSeparator(target.separator));
                    }
                    _ => {}
                }
                if let Some(longest) = flow.shorter.filter(|longest| is_longer(part, *longest)) {
                    say(part, Reason::TooLong(longest));
                }
                continue;
            };
            let entry = &flow.entries[meant];
            if let Some(question) = entry.question {
                asked[question] += 1;
            }
            match if alone { &entry.alone } else { &entry.among } {
                End::At { target, text } => match push(&mut built[*target], *target, text) {
                    Pushed::Refused => say(part, Reason::Taken(&plan.targets[*target].name)),
                    pushed => {
                        self.counts[number].0 += 1;
                        self.counts[number].1 += u64::from(pushed == Pushed::Merged);
                    }
                },
                End::Lost(why) => say(part, Reason::NoTarget(why)),
                End::Refused(question) => say(part, Reason::Refused(&plan.questions[*question])),
                End::Unanswered(question) => say(part, Reason::Unanswered(&plan.questions[*question])),
            }
        }
    }

    /// The entry that a text stands for, and where it is counted.
    #[inline]
    fn meant(&mut self, part: &str) -> Option<(usize, usize)> {
        match self.flow.exact.find(part) {
            Some(entry) => Some((entry, entry)),
            None => self.misspelling(part),
        }
    }

    /// The same for a misspelling, counted apart: so that the report says what the file held.
    fn misspelling(&mut self, part: &str) -> Option<(usize, usize)> {
        if self.flow.folded.is_empty() || part.len() > LONGEST_WORD {
            return None;
        }
        let known = self.flow.entries.len();
        if let Some(number) = self.memo.get(part) {
            return number.map(|number| (number.checked_sub(known).map_or(number, |rank| self.misspelt[rank].1), number));
        }
        let meant = self.flow.folded.get(&hint::folded(part)).copied();
        if meant.is_none() && self.memo.len() < REMEMBERED {
            self.memo.insert(part.to_owned(), None);
        }
        meant.map(|meant| (meant, self.number(part, meant)))
    }

    /// Where a misspelling is counted, apart from those that are known if there is still room.
    fn number(&mut self, text: &str, meant: usize) -> usize {
        if let Some(Some(number)) = self.memo.get(text) {
            return *number;
        }
        if self.memo.len() >= REMEMBERED {
            return meant;
        }
        self.misspelt.push((text.to_owned(), meant));
        self.counts.push((0, 0));
        let number = self.counts.len() - 1;
        self.memo.insert(text.to_owned(), Some(number));
        number
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pushed {
    Added,
    /// It was there already.
    Merged,
    /// Another text is there, and the column takes one.
    Refused,
}

/// The values of the long lists that a cell fills, by the rank of their column.
#[derive(Debug, Default)]
struct Lists(BTreeMap<usize, BTreeSet<String>>);

impl Lists {
    fn push(&mut self, cell: &mut String, rank: usize, target: &TargetColumn, text: &str) -> Pushed {
        if cell.is_empty() {
            cell.push_str(text);
            return Pushed::Added;
        }
        if *cell == text || target.joins && self.has(cell, rank, target.separator, text) {
            return Pushed::Merged;
        }
        if !target.joins {
            return Pushed::Refused;
        }
        cell.push(target.separator);
        cell.push_str(text);
        Pushed::Added
    }

    /// Whether a list has a value; one that has it not is about to.
    fn has(&mut self, cell: &str, rank: usize, separator: char, text: &str) -> bool {
        if cell.len() <= LONG_LIST {
            return split::has(cell, separator, text);
        }
        let known = self.0.entry(rank).or_insert_with(|| cell.split(separator).map(str::to_owned).collect());
        if known.contains(text) {
            return true;
        }
        known.extend(text.split(separator).map(str::to_owned));
        false
    }
}

/// Whether a text has more characters than that.
pub(super) fn is_longer(text: &str, longest: usize) -> bool {
    text.len() > longest && text.chars().nth(longest).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migration::lookup::Lookup;

    /// What blocks count is what the whole would: the first misspellings apart, those beyond with what they stand for.
    #[test]
    fn counts_add_up_in_the_order_of_blocks() {
        let entry = |value: &str| {
            let end = End::At { target: 0, text: value.to_owned() };
            Entry { value: value.to_owned(), among: end.clone(), alone: end, question: None }
        };
        let entries = vec![entry("abcdefghijklmn"), entry("autre")];
        let target = TargetColumn { name: "services".into(), separator: '|', joins: true };
        let mut flow = Flow::of_new(0, &target);
        flow.exact = Lookup::new(entries.iter().enumerate().map(|(rank, entry)| (entry.value.clone(), rank)));
        flow.folded = entries.iter().enumerate().map(|(rank, entry)| (entry.value.clone(), rank)).collect();
        flow.entries = entries;
        let spelling = |rank: usize| -> String {
            let letter = |(at, letter): (usize, char)| if rank >> at & 1 == 1 { letter.to_ascii_uppercase() } else { letter };
            "abcdefghijklmn".chars().enumerate().map(letter).collect()
        };
        let (mut whole, mut hands) = (Build::new(&flow), [Build::new(&flow), Build::new(&flow)]);
        for block in 0..60 {
            // Any hand may take a block.
            let hand = &mut hands[block * 7 % 3 % 2];
            for rank in block * 80..block * 80 + 120 {
                let (entry, number) = hand.meant(&spelling(rank)).expect("a value");
                assert_eq!(entry, 0, "{rank}");
                hand.counts[number].0 += 1;
            }
            assert!(hand.meant("inconnu").is_none());
            whole.absorb(hand);
        }
        let counted: Vec<_> = whole.counted().map(|(text, entry, (count, _))| (text, entry.value.len(), count)).collect();
        assert_eq!(counted.iter().map(|(.., count)| count).sum::<u64>(), 60 * 120);
        assert_eq!(counted.len(), 2 + REMEMBERED);
        // The value itself, and what came once there was no more room; then two neighbours, of one block and of two.
        let beyond = 60 * 120 - counted[2..].iter().map(|(.., count)| count).sum::<u64>();
        assert!(beyond > 600 && counted[0] == ("abcdefghijklmn", 14, beyond), "{:?}", counted[0]);
        assert_eq!(counted[2], (spelling(1).as_str(), 14, 1));
        assert_eq!(counted[1 + 85], (spelling(85).as_str(), 14, 2));
    }

    /// A list is looked through while it is short and looked up once it is long: what it becomes is the same.
    #[test]
    fn a_value_is_put_in_a_list_once_however_long_it_is() {
        let target = TargetColumn { name: "services".into(), separator: '|', joins: true };
        let (mut lists, mut cell, mut added) = (Lists::default(), String::new(), Vec::new());
        for rank in 0..3_000 {
            let text = format!("valeur {}", rank * rank % 2_003);
            let expected = if added.contains(&text) { Pushed::Merged } else { Pushed::Added };
            assert_eq!(lists.push(&mut cell, 0, &target, &text), expected, "{rank}");
            if expected == Pushed::Added {
                added.push(text);
            }
        }
        assert_eq!(lists.push(&mut cell, 0, &target, "a|b"), Pushed::Added);
        assert_eq!(lists.push(&mut cell, 0, &target, "b"), Pushed::Merged);
        assert_eq!(cell, format!("{}|a|b", added.join("|")));
        assert!(cell.len() > LONG_LIST * 2, "{}", cell.len());
    }
}
