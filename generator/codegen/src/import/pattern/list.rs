//! Closed lists and repeated values hidden in an expression.
//!
//! In: the tree of an expression. Out: [`Shape`]. A closed list is a language that is finite, small, and made of words
//! rather than of codes; a list in a cell is a loop of one thing and one separator, in any of the ways people write it.

use super::print::{bare, print};
use super::read::Re;
use super::words::{texts, values};
use super::{Note, Understood};

/// What an expression demands of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Shape {
    /// Nothing.
    Any,
    /// Values of a closed list, one or several to a cell.
    Values { words: Vec<String>, separator: Option<char> },
    /// Several values of one form.
    List { form: String, separator: char },
    /// One value of one form.
    One(String),
}

/// Says what the expression demands. `preferred` are separators seen elsewhere, best first.
pub(super) fn understand(tree: Re, mut notes: Vec<Note>, preferred: &[char]) -> Result<Understood, String> {
    let (tree, start, end) = without_edges(tree, &mut notes);
    if matches!(bare(&tree), Re::Repeat { of, max: None, .. } if matches!(bare(of), Re::Dot)) {
        return Ok(Understood { shape: Shape::Any, notes: Vec::new() });
    }
    if !start || !end {
        notes.push(Note::Unanchored);
    }
    let (item, separator) = match loop_of(&tree) {
        Some(found) => {
            notes.extend(found.notes);
            if found.separators.len() > 1 {
                notes.push(Note::SeveralSeparators);
            }
            let chosen = preferred.iter().find(|sign| found.separators.contains(sign)).or(found.separators.first());
            (found.item, chosen.copied())
        }
        None => (tree, None),
    };
    if has_edge(&item) {
        return Err("elle contient une ancre (^ ou $) au milieu".into());
    }
    let mut among = Vec::new();
    if let Some(words) = values(&item, &mut among) {
        // What was spelled out for an expression has no effect on values taken to the letter.
        notes.retain(|note| !matches!(note, Note::Case | Note::Dot));
        notes.extend(among);
        return Ok(Understood { shape: Shape::Values { words, separator }, notes });
    }
    if has_dot(&item) {
        notes.push(Note::Dot);
    }
    let form = print(&item);
    let shape = match separator {
        Some(separator) => {
            notes.push(Note::EmptyPart);
            Shape::List { form, separator }
        }
        None => Shape::One(form),
    };
    Ok(Understood { shape, notes })
}

/// The tree without `^` in front and `$` behind, and whether they were there.
fn without_edges(tree: Re, notes: &mut Vec<Note>) -> (Re, bool, bool) {
    if let Re::Alt(choices) = tree {
        let mut all = (true, true);
        let mut any = false;
        let stripped = choices.into_iter().map(|choice| {
            let (choice, start, end) = without_edges(choice, &mut Vec::new());
            all = (all.0 && start, all.1 && end);
            any |= start || end;
            choice
        });
        let stripped = Re::Alt(stripped.collect());
        if !(all.0 && all.1) {
            notes.push(Note::Ungrouped);
        }
        // A choice with some anchors was meant for whole cells: that is said once, above.
        return (stripped, any || all.0, any || all.1);
    }
    let (tree, start) = without(tree, true);
    let (tree, end) = without(tree, false);
    (tree, start, end)
}

/// Without the anchor at the front, or at the back.
fn without(re: Re, front: bool) -> (Re, bool) {
    match re {
        Re::Start if front => (Re::Empty, true),
        Re::End if !front => (Re::Empty, true),
        Re::Group { of, capturing } => {
            let (of, found) = without(*of, front);
            (Re::Group { of: Box::new(of), capturing }, found)
        }
        Re::Alt(choices) => {
            let stripped: Vec<(Re, bool)> = choices.iter().cloned().map(|choice| without(choice, front)).collect();
            let found = stripped.iter().all(|(_, found)| *found);
            (Re::Alt(if found { stripped.into_iter().map(|(choice, _)| choice).collect() } else { choices }), found)
        }
        Re::Concat(mut parts) => {
            parts.retain(|part| *part != Re::Empty);
            let Some(at) = (if front { Some(0) } else { parts.len().checked_sub(1) }).filter(|at| *at < parts.len()) else {
                return (Re::Concat(parts), false);
            };
            let (part, found) = without(parts.remove(at), front);
            if part != Re::Empty {
                parts.insert(at, part);
            } else if found && !parts.is_empty() {
                // `^^a` and the like.
                return (without(Re::Concat(parts), front).0, true);
            }
            (Re::Concat(parts), found)
        }
        re => (re, false),
    }
}

/// A loop: one thing, separators that all do.
struct Loop {
    item: Re,
    separators: Vec<char>,
    notes: Vec<Note>,
}

fn loop_of(tree: &Re) -> Option<Loop> {
    let parts = sequence(tree);
    if let [Re::Repeat { of, max: None, .. }] = parts.as_slice() {
        return glued_loop(&sequence(of));
    }
    // item (separator item)* separator?
    let (parts, trailing) = match parts.as_slice() {
        [rest @ .., Re::Repeat { of, min: 0, max: Some(1) }] if rest.len() > 1 && signs(&sequence(of)).is_some() => {
            (rest.to_vec(), true)
        }
        _ => (parts, false),
    };
    let mut found = match parts.as_slice() {
        [item @ .., Re::Repeat { of, min, max }] if !item.is_empty() => {
            let inner = sequence(of);
            let cut = inner.len().checked_sub(item.len())?;
            let (sign, again) = inner.split_at(cut);
            same(item, again).then(|| pair(item, sign, *min, *max))?
        }
        _ => None,
    };
    // (item separator)* item
    if found.is_none()
        && let [Re::Repeat { of, min, max }, item @ ..] = parts.as_slice()
        && !item.is_empty()
    {
        let inner = sequence(of);
        let (again, sign) = inner.split_at_checked(item.len())?;
        found = same(item, again).then(|| pair(item, sign, *min, *max))?;
    }
    let mut found = found?;
    found.notes.extend(trailing.then_some(Note::TrailingSeparator));
    Some(found)
}

fn pair(item: &[Re], sign: &[Re], min: u32, max: Option<u32>) -> Option<Loop> {
    let (separators, mut notes) = signs(sign)?;
    notes.extend((min > 0 || max.is_some()).then_some(Note::Count));
    Some(Loop { item: Re::Concat(item.to_vec()), separators, notes })
}

/// `((^|separator) item)+`, `(item (separator|$))+`, `(item separator?)+`, `(separator? item)+`.
fn glued_loop(inner: &[Re]) -> Option<Loop> {
    let open = |part: &Re, edge: &Re| match bare(part) {
        Re::Alt(choices) if choices.iter().any(|choice| bare(choice) == edge) => {
            let others = choices.iter().filter(|choice| bare(choice) != edge).cloned().collect();
            signs(&[Re::Alt(others)]).map(|found| (found, false))
        }
        Re::Repeat { of, min: 0, max: Some(1) } => signs(&sequence(of)).map(|found| (found, true)),
        _ => None,
    };
    let (first, rest) = inner.split_first()?;
    let (item, ((separators, mut notes), glued), note) = match open(first, &Re::Start) {
        Some(found) if !rest.is_empty() => (rest, found, Note::LeadingSeparator),
        _ => {
            let (last, rest) = inner.split_last()?;
            if rest.is_empty() {
                return None;
            }
            (rest, open(last, &Re::End)?, Note::TrailingSeparator)
        }
    };
    notes.push(note);
    notes.extend(glued.then_some(Note::Glued));
    Some(Loop { item: Re::Concat(item.to_vec()), separators, notes })
}

/// The separators that a sequence stands for: one sign, possibly among spaces that may be left out.
fn signs(parts: &[Re]) -> Option<(Vec<char>, Vec<Note>)> {
    let mut spaced = false;
    let mut core = parts;
    while let [first, rest @ ..] = core
        && optional_space(first)
    {
        (core, spaced) = (rest, true);
    }
    while let [rest @ .., last] = core
        && optional_space(last)
    {
        (core, spaced) = (rest, true);
    }
    let words = texts(&Re::Concat(core.to_vec()))?;
    let mut separators: Vec<char> = Vec::new();
    for word in &words {
        let mut chars = word.trim().chars();
        let sign = chars.next().filter(|sign| !sign.is_alphanumeric())?;
        if chars.next().is_some() {
            return None;
        }
        spaced |= word.trim() != word;
        if !separators.contains(&sign) {
            separators.push(sign);
        }
    }
    // With a space that is always there, the sign alone would refuse every cell that was right.
    let alone = separators.iter().all(|sign| words.iter().any(|word| *word == sign.to_string()));
    (alone && !separators.is_empty()).then(|| (separators, spaced.then_some(Note::SpacedSeparator).into_iter().collect()))
}

fn optional_space(re: &Re) -> bool {
    let Re::Repeat { of, min: 0, .. } = bare(re) else { return false };
    match bare(of) {
        Re::Char(' ') => true,
        Re::Class(class) => !class.negated && class.ranges.iter().all(|range| *range == (' ', ' ')),
        _ => false,
    }
}

/// The parts of a sequence, groups opened.
fn sequence(re: &Re) -> Vec<Re> {
    match bare(re) {
        Re::Concat(parts) => parts.iter().filter(|part| **part != Re::Empty).cloned().collect(),
        Re::Empty => Vec::new(),
        re => vec![re.clone()],
    }
}

/// Whether two sequences are the same thing: to the letter, or as closed lists.
fn same(a: &[Re], b: &[Re]) -> bool {
    let (a, b) = (Re::Concat(a.to_vec()), Re::Concat(b.to_vec()));
    print(&a) == print(&b) || {
        let words = |re: &Re| {
            let mut words = values(re, &mut Vec::new())?;
            words.sort();
            Some(words)
        };
        words(&a).is_some_and(|words_a| Some(words_a) == words(&b))
    }
}

fn has_edge(re: &Re) -> bool {
    any(re, &|re| matches!(re, Re::Start | Re::End))
}

fn has_dot(re: &Re) -> bool {
    any(re, &|re| matches!(re, Re::Dot))
}

fn any(re: &Re, test: &impl Fn(&Re) -> bool) -> bool {
    test(re)
        || match re {
            Re::Concat(parts) | Re::Alt(parts) => parts.iter().any(|part| any(part, test)),
            Re::Repeat { of, .. } | Re::Group { of, .. } => any(of, test),
            _ => false,
        }
}
