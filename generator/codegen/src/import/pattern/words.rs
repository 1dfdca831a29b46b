//! The texts that an expression stands for, when they are few and read as words.
//!
//! In: the tree of an expression. Out: its texts in the order written, with what was read as meant rather than as written.

use super::Note;
use super::print::bare;
use super::read::Re;

/// More values than any published list has.
const MAX_WORDS: usize = 2000;
/// More members than that between brackets is a code, not a list.
const MAX_MEMBERS: u32 = 9;

/// Every text of the language, words or not; `None` when they are many.
pub(super) fn texts(re: &Re) -> Option<Vec<String>> {
    expand(re, &mut Expansion::default())
}

/// The values of a closed list, in the order written; `None` for anything else.
pub(super) fn values(re: &Re, notes: &mut Vec<Note>) -> Option<Vec<String>> {
    let mut expansion = Expansion::default();
    let mut words = expand(re, &mut expansion)?;
    words.retain(|word| !word.trim().is_empty());
    let mut kept: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
    let before = words.len();
    words.retain(|word| kept.insert(word.clone()));
    expansion.notes.extend((words.len() < before).then_some(Note::Repeated));
    if words.is_empty() || words.iter().all(|word| !word.chars().any(char::is_alphanumeric)) {
        return None;
    }
    notes.append(&mut expansion.notes);
    Some(words)
}

#[derive(Default)]
struct Expansion {
    notes: Vec<Note>,
}

/// Every text of the language, when they are few and read as words.
fn expand(re: &Re, expansion: &mut Expansion) -> Option<Vec<String>> {
    Some(match re {
        Re::Empty => vec![String::new()],
        Re::Char(c) => vec![c.to_string()],
        Re::Either(c, _) => {
            expansion.notes.push(Note::CaseOfValues);
            vec![c.to_string()]
        }
        Re::Class(class) if !class.negated => {
            let count = |range: &(char, char)| range.1 as u32 - range.0 as u32 + 1;
            if class.ranges.iter().map(count).sum::<u32>() > MAX_MEMBERS {
                return None;
            }
            class.ranges.iter().flat_map(|(start, end)| (*start..=*end).map(String::from)).collect()
        }
        Re::Group { of, .. } => expand(of, expansion)?,
        Re::Alt(choices) => {
            let mut words = Vec::new();
            for choice in choices {
                words.extend(expand(choice, expansion)?);
                if words.len() > MAX_WORDS {
                    return None;
                }
            }
            words
        }
        Re::Repeat { of, min: 0, max: Some(1) } => {
            let mut words = expand(of, expansion)?;
            words.insert(0, String::new());
            words
        }
        Re::Repeat { of, min, max: Some(max) } if min == max && *min <= 4 => {
            let words = expand(of, expansion)?;
            let [word] = words.as_slice() else { return None };
            vec![word.repeat(*min as usize)]
        }
        Re::Concat(parts) => expand_sequence(parts, expansion)?,
        _ => return None,
    })
}

fn expand_sequence(parts: &[Re], expansion: &mut Expansion) -> Option<Vec<String>> {
    let mut words = vec![String::new()];
    let mut loose = 0;
    let letters = parts.iter().any(|part| matches!(part, Re::Char(c) if c.is_alphanumeric()));
    for part in parts {
        let next = match part {
            // Among letters, an unescaped dot and useless parentheses were meant as they look.
            Re::Dot if letters => {
                expansion.notes.push(Note::LiteralDot);
                vec![".".to_owned()]
            }
            Re::Group { of, capturing: true } if letters && plain(of) => {
                expansion.notes.push(Note::LiteralParentheses);
                expand(of, expansion)?.iter().map(|word| format!("({word})")).collect()
            }
            part => {
                loose += usize::from(matches!(bare(part), Re::Class(_) | Re::Repeat { min: 0, .. }));
                expand(part, expansion)?
            }
        };
        // Brackets after brackets spell codes, not words.
        if loose > 1 || words.len() * next.len() > MAX_WORDS {
            return None;
        }
        words = words.iter().flat_map(|word| next.iter().map(move |end| format!("{word}{end}"))).collect();
    }
    Some(words)
}

/// Letters and dots, without any choice.
fn plain(re: &Re) -> bool {
    match re {
        Re::Char(_) => true,
        Re::Concat(parts) => parts.iter().all(|part| matches!(part, Re::Char(_) | Re::Dot)),
        _ => false,
    }
}
