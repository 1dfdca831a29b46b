//! The values of one cell, put where they go.
//!
//! In: the text of a cell, the flow of its column. Out: the cells of the new row that it fills, counts of what went on, and
//! a line for each value that does not simply go on. Must not allocate for a value that is known.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::plan::{End, Entry, Flow, Plan, TargetColumn};
use super::report::{Line, Reason};
use super::split;
use crate::hint;

/// Misspellings remembered for a column; beyond, each is worked out again.
const REMEMBERED: usize = 4096;

/// Bytes of a text beyond which it is no misspelt value: those have some 130 at most.
const LONGEST_WORD: usize = 512;

/// Bytes of a list beyond which its values are looked up rather than looked through: a text of a mebibyte may hold half a
/// million of them.
const LONG_LIST: usize = 4 << 10;

#[derive(Debug)]
pub(super) struct Build<'p> {
    pub(super) flow: Cow<'p, Flow>,
    /// Cells of each entry, and how many of them were merged.
    pub(super) counts: Vec<(u64, u64)>,
    /// Misspellings met, after the entries of the flow.
    pub(super) misspelt: Vec<Entry>,
    memo: BTreeMap<String, Option<usize>>,
}

impl<'p> Build<'p> {
    /// A column before its first cell.
    pub(super) fn new(flow: Cow<'p, Flow>) -> Self {
        let counts = vec![(0, 0); flow.entries.len()];
        Self { flow, counts, misspelt: Vec::new(), memo: BTreeMap::new() }
    }

    /// Moves a cell: its row, its column and its text.
    pub(super) fn cell(
        &mut self,
        plan: &Plan,
        (row, column, cell): (u64, &str, &str),
        (built, asked): (&mut [String], &mut [u64]),
        say: &mut impl FnMut(&Line<'_>),
    ) {
        let Self { flow, counts, misspelt, memo } = self;
        let mut say = |value: &str, reason: Reason<'_>| say(&Line { row, column, value, reason });
        let mut lists = Lists::default();
        let mut push = |built: &mut String, target: usize, text: &str| lists.push(built, target, &plan.targets[target], text);
        let alone = flow.alone_matters && flow.split.parts(cell).nth(1).is_none();
        for part in flow.split.parts(cell) {
            let meant = || misspelling(flow, part, (&mut *counts, &mut *misspelt), memo);
            let Some(number) = flow.exact.find(part).or_else(meant) else {
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
            let known = flow.entries.len();
            let entry = if number < known { &flow.entries[number] } else { &misspelt[number - known] };
            if let Some(question) = entry.question {
                asked[question] += 1;
            }
            match if alone { &entry.alone } else { &entry.among } {
                End::At { target, text } => match push(&mut built[*target], *target, text) {
                    Pushed::Refused => say(part, Reason::Taken(&plan.targets[*target].name)),
                    pushed => {
                        counts[number].0 += 1;
                        counts[number].1 += u64::from(pushed == Pushed::Merged);
                    }
                },
                End::Lost(why) => say(part, Reason::NoTarget(why)),
                End::Refused(question) => say(part, Reason::Refused(&plan.questions[*question])),
                End::Unanswered(question) => say(part, Reason::Unanswered(&plan.questions[*question])),
            }
        }
    }
}

/// The number of an entry that a spelling stands for: one of its own, so that the report says what the file held.
fn misspelling(
    flow: &Flow,
    part: &str,
    (counts, misspelt): (&mut Vec<(u64, u64)>, &mut Vec<Entry>),
    memo: &mut BTreeMap<String, Option<usize>>,
) -> Option<usize> {
    if flow.folded.is_empty() || part.len() > LONGEST_WORD {
        return None;
    }
    if let Some(known) = memo.get(part) {
        return *known;
    }
    let meant = flow.folded.get(&hint::folded(part)).copied();
    if memo.len() >= REMEMBERED {
        return meant;
    }
    let number = meant.map(|meant| {
        misspelt.push(Entry { value: part.to_owned(), ..flow.entries[meant].clone() });
        counts.push((0, 0));
        counts.len() - 1
    });
    memo.insert(part.to_owned(), number);
    number
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
