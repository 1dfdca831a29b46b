//! The values of older versions, and what to write instead of them.

use super::lexicon::{Home, Lexicon, List, Nature, is_coded};
use super::report::Meant;
use crate::{Standard, Value, Vocabulary};

/// Adds what the older standards had and the one of today has not.
pub(super) fn add(lexicon: &mut Lexicon, current: &Standard, past: &[Standard]) {
    let mut past: Vec<&Standard> = past.iter().filter(|old| old.identity.version < current.identity.version).collect();
    // The newest first: a value is told with the last version that had it.
    past.sort_by_key(|old| std::cmp::Reverse(old.identity.version));
    for old in past {
        for vocabulary in &old.vocabularies {
            let list = list_of(lexicon, vocabulary);
            let version = old.identity.version;
            if is_coded(vocabulary) {
                let found = |value: &Value| instead(value, vocabulary, current);
                lexicon.codes.add_former(&mut lexicon.lists[list], list, vocabulary, version, found);
                continue;
            }
            for value in &vocabulary.values {
                add_value(lexicon, (list, vocabulary, value), Nature::Former(version), current);
            }
        }
    }
}

fn add_value(lexicon: &mut Lexicon, (list, vocabulary, value): (usize, &Vocabulary, &Value), nature: Nature, current: &Standard) {
    let Some(term) = lexicon.known(value.label.chars()) else {
        let member = lexicon.lists[list].members;
        lexicon.lists[list].members += 1;
        lexicon.add(&value.label, nature, Home { list, member });
        if let Some(term) = lexicon.terms.last_mut() {
            term.meant = instead(value, vocabulary, current);
        }
        return;
    };
    let term = &mut lexicon.terms[term];
    if term.nature == Nature::Alias {
        term.nature = nature;
    }
    // Known elsewhere: it still keeps company with the values of this list.
    if !term.homes.iter().any(|home| home.list == list) {
        let member = lexicon.lists[list].members;
        lexicon.lists[list].members += 1;
        term.homes.push(Home { list, member });
    }
}

/// The list of that name, a new one for a vocabulary that is gone.
fn list_of(lexicon: &mut Lexicon, vocabulary: &Vocabulary) -> usize {
    lexicon.lists.iter().position(|list| list.vocabulary == vocabulary.name).unwrap_or_else(|| {
        lexicon.lists.push(List {
            vocabulary: vocabulary.name.clone(),
            values: Vec::new(),
            members: 0,
            is_coded: is_coded(vocabulary),
        });
        lexicon.lists.len() - 1
    })
}

/// What is written today instead of an old value: the value of the same code, or the one that the standard says
/// replaces it. Nothing when nobody said.
fn instead(value: &Value, vocabulary: &Vocabulary, current: &Standard) -> Vec<Meant> {
    let Some(today) = current.vocabulary(&vocabulary.name) else { return Vec::new() };
    let mut code = Some(value.code.as_str());
    // A chain of replacements is never longer than the list: a loop ends too.
    for _ in 0..=vocabulary.values.len() {
        let Some(wanted) = code else { break };
        if let Some(value) = today.by_code(wanted) {
            let (code, label) = (value.code.clone(), value.label.clone());
            return vec![Meant { vocabulary: today.name.clone(), code, label }];
        }
        code = vocabulary.by_code(wanted).and_then(|value| value.replaced_by.as_deref());
    }
    Vec::new()
}
