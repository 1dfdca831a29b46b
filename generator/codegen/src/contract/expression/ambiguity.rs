//! Whether an engine that goes back on its steps can be made to try too many roads.
//!
//! Python and browsers read an expression that way: before they refuse a text, they try every road through it. In: the
//! tree of an expression. Out: why the number of roads can explode, if it can. Two readings: *exactly*, whether a text
//! goes round from a state to itself in two ways (each round then doubles the work), and *by trial*, how many roads
//! there are through long texts made of what the expression repeats (which sees bounded and chained repetitions too).

use std::collections::BTreeSet;

use regex_syntax::ast::Ast;

use super::automaton::{self, Automaton, Class};

/// Why an expression costs too much.
#[derive(Debug, PartialEq)]
pub(super) enum Cost {
    /// A repeated part reads the same text in two ways.
    Doubling,
    /// Too many roads through one text.
    Roads,
    /// Too large to be judged.
    Unjudged,
}

/// Length of the texts tried, and roads from which a cell would be felt.
const LENGTH: usize = 200;
const ROADS: f64 = 1e6;
/// Texts tried.
const TRIALS: usize = 64;

/// Judges an expression, spending steps on it.
pub(super) fn cost(ast: &Ast, steps: &mut usize) -> Option<Cost> {
    let Ok(automaton) = automaton::of(ast, steps) else { return Some(Cost::Unjudged) };
    match doubles(&automaton, steps) {
        Some(true) => return Some(Cost::Doubling),
        Some(false) => {}
        None => return Some(Cost::Unjudged),
    }
    for text in trials(&automaton) {
        match roads(&automaton, &text, steps) {
            Some(roads) if roads > ROADS => return Some(Cost::Roads),
            Some(_) => {}
            None => return Some(Cost::Unjudged),
        }
    }
    None
}

/// Whether some text leads from a state to itself by two roads. `None` when that takes too many steps.
fn doubles(automaton: &Automaton, steps: &mut usize) -> Option<bool> {
    let component = components(&automaton.follow);
    let stays = |from: usize, to: usize| component[from] == component[to];
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<(usize, usize)> = (1..automaton.follow.len()).map(|state| (state, state)).collect();
    while let Some((left, right)) = waiting.pop() {
        for (rank, a) in automaton.follow[left].iter().enumerate().filter(|(_, a)| stays(left, **a)) {
            for (other, b) in automaton.follow[right].iter().enumerate().filter(|(_, b)| stays(right, **b)) {
                *steps = steps.checked_sub(1)?;
                let same_edge = left == right && rank == other;
                if same_edge || !overlap(&automaton.classes[*a], &automaton.classes[*b]) {
                    continue;
                }
                if a == b {
                    return Some(true);
                }
                if seen.insert((*a.min(b), *a.max(b))) {
                    waiting.push((*a.min(b), *a.max(b)));
                }
            }
        }
    }
    Some(false)
}

/// Roads through a text and through each of its beginnings. `None` when counting takes too many steps.
fn roads(automaton: &Automaton, text: &[char], steps: &mut usize) -> Option<f64> {
    let mut now = vec![(0, 1.0)];
    let mut total = 0.0;
    let mut next = vec![0.0; automaton.follow.len()];
    for c in text {
        let mut reached = Vec::new();
        for (state, count) in now.drain(..) {
            for to in &automaton.follow[state] {
                *steps = steps.checked_sub(1)?;
                if automaton.classes[*to].iter().any(|(start, end)| (start..=end).contains(&c)) {
                    if next[*to] <= 0.0 {
                        reached.push(*to);
                    }
                    next[*to] += count;
                }
            }
        }
        now = reached.into_iter().map(|state| (state, std::mem::take(&mut next[state]))).collect();
        total += now.iter().map(|(_, count)| count).sum::<f64>();
        if total > ROADS || now.is_empty() {
            break;
        }
    }
    Some(total)
}

/// Long texts worth trying: each repeated part over and over, and each of the signs that the classes begin with.
fn trials(automaton: &Automaton) -> Vec<Vec<char>> {
    let signs: BTreeSet<char> = automaton.classes.iter().flatten().flat_map(|(start, end)| [*start, *end]).collect();
    let rounds: BTreeSet<&[char]> = automaton.rounds.iter().map(Vec::as_slice).collect();
    let signs = signs.iter().map(std::slice::from_ref);
    let texts = rounds.into_iter().take(TRIALS).chain(signs.take(TRIALS));
    texts.map(|text| text.iter().copied().cycle().take(LENGTH).collect()).collect()
}

fn overlap(a: &Class, b: &Class) -> bool {
    a.iter().any(|(start, end)| b.iter().any(|(from, to)| start <= to && from <= end))
}

/// The component of each state: states that lead to each other share theirs, others do not (Kosaraju).
fn components(follow: &[Vec<usize>]) -> Vec<usize> {
    let mut back = vec![Vec::new(); follow.len()];
    for (from, to) in follow.iter().enumerate().flat_map(|(from, all)| all.iter().map(move |to| (from, *to))) {
        back[to].push(from);
    }
    let mut order = Vec::with_capacity(follow.len());
    let mut seen = vec![false; follow.len()];
    for start in 0..follow.len() {
        let mut stack = if std::mem::replace(&mut seen[start], true) { Vec::new() } else { vec![(start, 0)] };
        while let Some((state, rank)) = stack.pop() {
            if let Some(next) = follow[state].get(rank) {
                stack.push((state, rank + 1));
                if !std::mem::replace(&mut seen[*next], true) {
                    stack.push((*next, 0));
                }
            } else {
                order.push(state);
            }
        }
    }
    let mut component = vec![usize::MAX; follow.len()];
    for start in order.into_iter().rev() {
        let mut stack = vec![start];
        while let Some(state) = stack.pop() {
            if component[state] == usize::MAX {
                component[state] = start;
                stack.extend(&back[state]);
            }
        }
    }
    component
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(expression: &str) -> Option<Cost> {
        let ast = regex_syntax::ast::parse::Parser::new().parse(expression);
        cost(&ast.unwrap_or_else(|error| panic!("{expression}: {error}")), &mut 1_000_000)
    }

    #[test]
    fn expressions_of_real_standards_are_cheap() {
        for cheap in [
            r"(?:a|b\.)(?:\|(?:a|b\.))*",
            "(?:Gratuit|Gratuit sous condition|Payant)(?:;(?:Gratuit|Gratuit sous condition|Payant))*",
            r"(?:(?:[a-z]+)?)(?:\|(?:(?:[a-z]+)?))*",
            r"(?:\+33|\+590|\+594)[0-9]{6,9}",
            r"[a-z0-9._-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}",
            r"https?://[^\s/]+(?:/[^\s]*)?",
            r"(?:(?:^|\|)(A|B))+",
            "[^|]{0,280}",
            "(?:(?:Mo|Tu|We)(?:-(?:Mo|Tu|We))? [0-9]{2}:[0-9]{2}(?:; )?)*",
            "(?:ab)*(?:cd)*(?:ef)*",
            "(?:a{2}){3}",
            "",
        ] {
            assert_eq!(judged(cheap), None, "{cheap}");
        }
    }

    #[test]
    fn expressions_that_explode_are_seen() {
        for (wrong, expected) in [
            ("(a+)+b", Cost::Doubling),
            ("(a*)*", Cost::Doubling),
            ("(a|a)*", Cost::Doubling),
            ("(a|aa)+", Cost::Doubling),
            ("(a*b?)*", Cost::Doubling),
            (r"(\d+)*x", Cost::Doubling),
            (r"(?:[^|]*\s*)*", Cost::Doubling),
            ("(a|ba|ab)*", Cost::Doubling),
            ("(.*)+", Cost::Doubling),
            ("(?:a?){40}b", Cost::Roads),
            ("(?:a{0,30}){0,30}b", Cost::Roads),
            ("(?:(?:ab){0,20}){0,20}c", Cost::Roads),
            ("a*a*a*a*b", Cost::Roads),
            ("(?:ab)*(?:ab)*(?:ab)*(?:ab)*c", Cost::Roads),
            ("(?:a{1000}){1000}", Cost::Unjudged),
            ("(?:a?){100000}", Cost::Unjudged),
        ] {
            assert_eq!(judged(wrong), Some(expected), "{wrong}");
        }
    }

    #[test]
    fn negated_classes_read_the_rest() {
        assert_eq!(judged(r"(?:[^a]*[^b]*)*"), Some(Cost::Doubling));
        assert_eq!(judged(r"(?:[^a]*a)*"), None);
        assert_eq!(judged(r"(?:[^\u{10ffff}]*a)*"), Some(Cost::Doubling));
    }
}
