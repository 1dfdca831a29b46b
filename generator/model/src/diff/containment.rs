//! Which of two forms takes more: decided, not guessed.
//!
//! In: two [`Form`]s, each what one content of a cell must be. Out: a [`Relation`], with the shortest contents that one
//! of them alone takes. Closed lists are compared value by value; expressions become automata that are walked together,
//! shortest texts first. What would take too much room is said to be undecided, never assumed.

use std::collections::{BTreeSet, VecDeque};

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::{Anchored, Input, MatchKind};

use crate::pattern;

/// Room for one automaton, in bytes: enough for `.{0,1000}` in any script. Making one takes half of it besides.
const AUTOMATON_BYTES: usize = 1 << 20;
/// Any text, line breaks included.
const ANY: &str = "(?s:.*)";
/// Pairs of states walked before giving up.
const MAX_STATES: usize = 20_000;

/// What one content of a cell must be: all of the parts together.
#[derive(Debug, Clone, Default)]
pub(super) struct Form<'a> {
    /// Expressions, without anchors.
    pub(super) expressions: Vec<String>,
    /// Values of a closed list.
    pub(super) list: Option<Vec<&'a str>>,
}

/// What happens to the contents that a form takes when another one replaces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    /// Contents that were taken and no longer are.
    pub(super) lost: Part,
    /// Contents that were not taken and now are.
    pub(super) gained: Part,
}

/// Whether there is such a content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// None.
    Nothing,
    /// At least one, shown when known.
    Something(Option<String>),
    /// Not decided.
    Unclear,
}

impl Relation {
    pub(super) const SAME: Self = Self { lost: Part::Nothing, gained: Part::Nothing };
    pub(super) const UNCLEAR: Self = Self { lost: Part::Unclear, gained: Part::Unclear };

    /// The part of a change that shows once everything else is taken into account: what one property loses does not
    /// matter when the whole loses nothing.
    pub(super) fn within(&self, whole: &Self) -> Self {
        Self { lost: self.lost.within(&whole.lost), gained: self.gained.within(&whole.gained) }
    }
}

impl Part {
    fn within(&self, whole: &Self) -> Self {
        match (self, whole) {
            (Self::Nothing, _) | (_, Self::Nothing) => Self::Nothing,
            (Self::Unclear, whole) => whole.clone(),
            (own, Self::Unclear) => own.clone(),
            (Self::Something(own), Self::Something(whole)) => Self::Something(whole.clone().or_else(|| own.clone())),
        }
    }

    pub(super) fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }
}

impl Form<'_> {
    /// Whether it takes any text.
    pub(super) fn is_free(&self) -> bool {
        self.expressions.is_empty() && self.list.is_none()
    }

    /// What tells whether it takes a text; `None` when an expression does not compile.
    pub(super) fn reader(&self) -> Option<impl Fn(&str) -> bool> {
        let regexes: Vec<_> =
            self.expressions.iter().map(|expression| pattern::compile(expression)).collect::<Result<_, _>>().ok()?;
        let is_listed = |text: &str| self.list.as_ref().is_none_or(|list| list.contains(&text));
        Some(move |text: &str| is_listed(text) && regexes.iter().all(|regex| regex.is_match(text)))
    }

    /// The values of the list that the expressions take too.
    fn values(&self) -> Option<BTreeSet<&str>> {
        let takes = Self { expressions: self.expressions.clone(), list: None };
        let takes = takes.reader()?;
        Some(self.list.as_ref()?.iter().copied().filter(|value| takes(value)).collect())
    }

    fn automata(&self) -> Option<Vec<dense::DFA<Vec<u32>>>> {
        let list = self.list.as_ref().map(|list| list.iter().map(|value| pattern::escaped(value)).collect::<Vec<_>>().join("|"));
        let any = self.is_free().then(|| ANY.to_owned());
        self.expressions.iter().chain(&list).chain(&any).map(|expression| automaton(expression)).collect()
    }
}

/// Compares two forms.
pub(super) fn relation(before: &Form<'_>, after: &Form<'_>) -> Relation {
    if before.expressions == after.expressions && before.list == after.list {
        return Relation::SAME;
    }
    if before.list.is_some() && after.list.is_some() {
        let (Some(old), Some(new)) = (before.values(), after.values()) else { return Relation::UNCLEAR };
        let only = |one: &BTreeSet<&str>, other: &BTreeSet<&str>| match one.difference(other).next() {
            Some(value) => Part::Something(Some((*value).to_owned())),
            None => Part::Nothing,
        };
        return Relation { lost: only(&old, &new), gained: only(&new, &old) };
    }
    match (before.automata(), after.automata()) {
        (Some(before), Some(after)) => walk(&before, &after),
        _ => Relation::UNCLEAR,
    }
}

fn automaton(expression: &str) -> Option<dense::DFA<Vec<u32>>> {
    let config = dense::Config::new()
        .start_kind(StartKind::Anchored)
        .match_kind(MatchKind::All)
        .dfa_size_limit(Some(AUTOMATON_BYTES))
        .determinize_size_limit(Some(AUTOMATON_BYTES / 2));
    let thompson = thompson::Config::new().nfa_size_limit(Some(AUTOMATON_BYTES));
    dense::Builder::new().configure(config).thompson(thompson).build(&pattern::anchored(expression)).ok()
}

/// Both sides after the same text: a state in each automaton.
type States = Vec<StateID>;

/// Walks all automata together, shortest texts first and plainest characters first.
fn walk(before: &[dense::DFA<Vec<u32>>], after: &[dense::DFA<Vec<u32>>]) -> Relation {
    let automata: Vec<&dense::DFA<Vec<u32>>> = before.iter().chain(after).collect();
    let input = Input::new("").anchored(Anchored::Yes);
    let Ok(start) = automata.iter().map(|dfa| dfa.start_state_forward(&input)).collect::<Result<States, _>>() else {
        return Relation::UNCLEAR;
    };
    let bytes = representatives(&automata);
    let takes = |states: &[StateID], from: usize, to: usize| {
        (from..to).all(|i| automata[i].is_match_state(automata[i].next_eoi_state(states[i])))
    };
    // A side that takes nothing more only matters while the other one might: whatever killed it, it is the same place.
    let buried = |states: &mut [StateID], from: usize, to: usize| {
        let dead = (from..to).any(|i| automata[i].is_dead_state(states[i]));
        if dead {
            states[from..to].fill(StateID::ZERO);
        }
        dead
    };
    let (middle, end) = (before.len(), automata.len());
    let mut found = Relation::SAME;
    // The start is not seen yet: a text that comes back to it is not the empty one.
    let mut seen: BTreeSet<States> = BTreeSet::new();
    let mut queue = VecDeque::from([0]);
    // How each place was reached: from which one, by which byte.
    let mut places: Vec<(States, usize, u8)> = vec![(start, 0, 0)];
    while let Some(at) = queue.pop_front() {
        let (old, new) = (takes(&places[at].0, 0, middle), takes(&places[at].0, middle, end));
        // The empty text is an empty cell, which no form is asked about.
        if at > 0 && old != new {
            let part = if old { &mut found.lost } else { &mut found.gained };
            if part.is_nothing() {
                *part = Part::Something(text(&places, at));
            }
            if !found.lost.is_nothing() && !found.gained.is_nothing() {
                return found;
            }
        }
        for &byte in &bytes {
            let mut next: States = automata.iter().zip(&places[at].0).map(|(dfa, state)| dfa.next_state(*state, byte)).collect();
            if automata.iter().zip(&next).any(|(dfa, state)| dfa.is_quit_state(*state)) {
                return Relation::UNCLEAR;
            }
            let dead = [buried(&mut next, 0, middle), buried(&mut next, middle, end)];
            if dead == [true, true] || !seen.insert(next.clone()) {
                continue;
            }
            if places.len() == MAX_STATES {
                let or_unclear = |part: Part| if part.is_nothing() { Part::Unclear } else { part };
                return Relation { lost: or_unclear(found.lost), gained: or_unclear(found.gained) };
            }
            queue.push_back(places.len());
            places.push((next, at, byte));
        }
    }
    found
}

/// One byte for each way in which the automata tell bytes apart, the plainest to read first.
fn representatives(automata: &[&dense::DFA<Vec<u32>>]) -> Vec<u8> {
    let plain = (b'a'..=b'z').chain(b'0'..=b'9').chain(b'A'..=b'Z').chain(b'!'..=b'/').chain(b':'..=b'@').chain(b'['..=b'`');
    let rest = (b'{'..=b'~').chain([b' ']).chain(0x80..=0xff).chain(0..=0x1f).chain([0x7f]);
    let mut seen = BTreeSet::new();
    plain
        .chain(rest)
        .filter(|byte| seen.insert(automata.iter().map(|dfa| dfa.byte_classes().get(*byte)).collect::<Vec<_>>()))
        .collect()
}

/// The text that leads to a place.
fn text(places: &[(States, usize, u8)], mut at: usize) -> Option<String> {
    let mut bytes = Vec::new();
    while at > 0 {
        bytes.push(places[at].2);
        at = places[at].1;
    }
    bytes.reverse();
    String::from_utf8(bytes).ok()
}
