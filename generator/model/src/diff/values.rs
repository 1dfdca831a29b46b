//! Lists of values, compared value by value through the fields that use them.
//!
//! Values are the same by code first, then by text. A list has no identity of its own: a field that was renamed keeps
//! its list, and a list used by two fields is told once, with both.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::field::reworded;
use super::pairing::{Origin, Pairing, names};
use super::{Difference, DifferenceKind as Is, FieldNames, phrases};
use crate::{Field, Impact, Level, Standard, Value, Vocabulary, hint};

/// Removed values times added ones, beyond which nobody is asked which one became which.
const MAX_LIKENESSES: usize = 20_000;

/// A list of before and those that carry it on, through fields.
pub(super) struct Lists<'a> {
    /// One, or several when fields were merged.
    old: Vec<&'a Vocabulary>,
    /// One, or several when the field was split.
    new: Vec<&'a Vocabulary>,
    /// The fields, each with the name of its list after.
    fields: Vec<(FieldNames, &'a str)>,
    /// The first field after, where the differences are told.
    pub(super) first: &'a str,
}

/// The values of a list that are the same on both sides.
struct Pairs<'a> {
    /// The values of before, with their list.
    old: Vec<(&'a Vocabulary, &'a Value)>,
    /// The values of after, with their list.
    new: Vec<(&'a Vocabulary, &'a Value)>,
    /// For each value of `old`, its rank in `new`.
    to_new: Vec<Option<usize>>,
    /// For each value of `new`, its rank in `old`.
    to_old: Vec<Option<usize>>,
}

/// The lists face to face, in the order of the first field that uses each.
pub(super) fn lists<'a>(before: &'a Standard, after: &'a Standard, pairing: &Pairing<'a>) -> Vec<Lists<'a>> {
    let mut out: Vec<Lists<'a>> = Vec::new();
    let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut splits = splits(pairing);
    for found in &pairing.after {
        let first = found.field.name.as_str();
        if let Origin::Several(olds) = &found.origin {
            let mut old: Vec<&Vocabulary> = olds.iter().filter_map(|old| before.vocabulary_of(old)).collect();
            old.dedup_by_key(|list| &list.name);
            if let (Some(new), false) = (after.vocabulary_of(found.field), old.is_empty()) {
                let fields = olds.iter().map(|old| (names(old, found.field), new.name.as_str())).collect();
                out.push(Lists { old, new: vec![new], fields, first });
            }
        } else if let Some(old_field) = found.carries_on() {
            let (Some(old), Some(new)) = (before.vocabulary_of(old_field), after.vocabulary_of(found.field)) else { continue };
            let fields = (names(old_field, found.field), new.name.as_str());
            match known.entry((&old.name, &new.name)) {
                Entry::Occupied(rank) => out[*rank.get()].fields.push(fields),
                Entry::Vacant(rank) => {
                    rank.insert(out.len());
                    out.push(Lists { old: vec![old], new: vec![new], fields: vec![fields], first });
                }
            }
        } else if let Some(rank) = splits.iter().position(|(_, heirs)| heirs[0].name == first) {
            let (old_field, heirs) = splits.swap_remove(rank);
            let new: Vec<&Vocabulary> = heirs.iter().filter_map(|heir| after.vocabulary_of(heir)).collect();
            if let (Some(old), false) = (before.vocabulary_of(old_field), new.is_empty()) {
                let fields = heirs.iter().map(|heir| (names(old_field, heir), heir.vocabulary.as_deref().unwrap_or_default()));
                out.push(Lists { old: vec![old], new, fields: fields.collect(), first });
            }
        }
    }
    out
}

/// The fields that were split, each with its parts in column order.
pub(super) fn splits<'a>(pairing: &Pairing<'a>) -> Vec<(&'a Field, Vec<&'a Field>)> {
    let mut out: Vec<(&Field, Vec<&Field>)> = Vec::new();
    for found in &pairing.after {
        let Origin::PartOf(old) = found.origin else { continue };
        match out.iter_mut().find(|(known, _)| known.name == old.name) {
            Some((_, heirs)) => heirs.push(found.field),
            None => out.push((old, vec![found.field])),
        }
    }
    out
}

impl Lists<'_> {
    /// What changed in the list.
    pub(super) fn compare(&self, out: &mut Vec<Difference>) {
        let from = out.len();
        let pairs = self.pairs();
        self.list(out);
        for ((list, new), old) in pairs.new.iter().zip(&pairs.to_old) {
            match old {
                Some(old) => value(list, pairs.old[*old].1, new, out),
                None => out
                    .push(Difference::new(Is::ValueAdded, Impact::Minor).values(&list.name, &[&new.code]).texts("", &*new.label)),
            }
        }
        self.removed(&pairs, out);
        // A list that was split or merged has no order of its own.
        let ranks: Vec<usize> = pairs.to_new.iter().filter_map(|rank| *rank).collect();
        if let ([_], [new]) = (self.old.as_slice(), self.new.as_slice())
            && !ranks.is_sorted()
        {
            out.push(Difference::new(Is::ValueOrder, Impact::Patch).values(&new.name, &[]));
        }
        for difference in &mut out[from..] {
            difference.fields = self.fields_of(difference.vocabulary.as_deref());
        }
    }

    /// The fields that a list is seen through: for a part of a split, those that use this part.
    fn fields_of(&self, list: Option<&str>) -> Vec<FieldNames> {
        let uses = |(_, vocabulary): &&(FieldNames, &str)| Some(*vocabulary) == list;
        let own: Vec<FieldNames> = self.fields.iter().filter(uses).map(|(names, _)| names.clone()).collect();
        if own.is_empty() { self.fields.iter().map(|(names, _)| names.clone()).collect() } else { own }
    }

    /// The values that are the same, by code first, then by text.
    fn pairs(&self) -> Pairs<'_> {
        let (old, new) = (values_of(&self.old), values_of(&self.new));
        let mut to_new: Vec<Option<usize>> = vec![None; old.len()];
        let mut to_old: Vec<Option<usize>> = vec![None; new.len()];
        for key in [|value: &Value| value.code.clone(), |value: &Value| value.label.clone()] {
            let mut ranks: BTreeMap<String, usize> = BTreeMap::new();
            for (rank, (_, value)) in new.iter().enumerate().filter(|(rank, _)| to_old[*rank].is_none()) {
                ranks.entry(key(value)).or_insert(rank);
            }
            for (rank, (_, value)) in old.iter().enumerate() {
                // Lists that were merged may have had the same value.
                let mut taken = |key: &String| if self.old.len() > 1 { ranks.get(key).copied() } else { ranks.remove(key) };
                if to_new[rank].is_none()
                    && let Some(found) = taken(&key(value))
                {
                    to_new[rank] = Some(found);
                    to_old[found].get_or_insert(rank);
                }
            }
        }
        Pairs { old, new, to_new, to_old }
    }

    /// The list itself: name, level, texts. A list that was split or merged has none of its own.
    fn list(&self, out: &mut Vec<Difference>) {
        let ([old], [new]) = (self.old.as_slice(), self.new.as_slice()) else { return };
        let mut add = |difference: Difference| out.push(difference.values(&new.name, &[]));
        if old.name != new.name {
            add(Difference::new(Is::ListRenamed, Impact::Patch).texts(&*old.name, &*new.name));
        }
        if old.level != new.level {
            let impact = if new.level == Level::Blocking { Impact::Major } else { Impact::Minor };
            add(Difference::new(Is::ListLevel, impact).texts(old.level.word(), new.level.word()));
        }
        let origin = |list: &Vocabulary| list.origin.clone().unwrap_or_default();
        let changed = [
            ("le titre", reworded(&old.title, &new.title)),
            ("la description", reworded(&old.description, &new.description)),
            ("l'origine", reworded(&origin(old), &origin(new))),
        ];
        if let Some(subject) = phrases::named(&changed) {
            add(Difference::new(Is::ListTexts, Impact::Patch).about(subject));
        }
    }

    /// The values that are gone, each with the new one it looks like, offered once.
    fn removed(&self, pairs: &Pairs<'_>, out: &mut Vec<Difference>) {
        let gone: Vec<(&Vocabulary, &Value)> =
            pairs.old.iter().zip(&pairs.to_new).filter(|(_, rank)| rank.is_none()).map(|(value, _)| *value).collect();
        let mut free: Vec<&str> =
            pairs.new.iter().zip(&pairs.to_old).filter(|(_, rank)| rank.is_none()).map(|((_, value), _)| &*value.label).collect();
        let asks = gone.len() * free.len() <= MAX_LIKENESSES;
        let impact = self.new.iter().map(|list| losing(list)).min().unwrap_or(Impact::Minor);
        for (list, old) in gone {
            // A list that was split is no longer there under any name.
            let name = if let [new] = self.new.as_slice() { &new.name } else { &list.name };
            let mut difference = Difference::new(Is::ValueRemoved, impact).values(name, &[&old.code]).texts(&*old.label, "");
            if let Some(near) = hint::nearest(&old.label, free.iter().copied().filter(|_| asks)).map(str::to_owned) {
                free.retain(|label| *label != near);
                let label = &old.label;
                difference.question =
                    Some(format!("« {label} » est-elle devenue « {near} » ? Si oui, donnez-leur le même code."));
            }
            out.push(difference);
        }
    }
}

/// The values of several lists, each with its own.
fn values_of<'a>(lists: &[&'a Vocabulary]) -> Vec<(&'a Vocabulary, &'a Value)> {
    lists.iter().flat_map(|list| list.values.iter().map(move |value| (*list, value))).collect()
}

fn value(list: &Vocabulary, old: &Value, new: &Value, out: &mut Vec<Difference>) {
    let instead = || new.replaced_by.as_ref().and_then(|code| list.by_code(code)).map_or("", |value| value.label.as_str());
    let mut add = |difference: Difference| out.push(difference.values(&list.name, &[&new.code]));
    if old.label != new.label {
        // A text that another value of the list now has is not refused, it means something else: as heavy.
        add(Difference::new(Is::ValueRelabelled, losing(list)).texts(&*old.label, &*new.label));
    }
    match (old.deprecated, new.deprecated) {
        (None, Some(_)) => {
            add(Difference::new(Is::ValueDeprecated, Impact::Minor).texts(&*new.label, instead()));
        }
        (Some(_), None) => add(Difference::new(Is::ValueRestored, Impact::Minor).texts("", &*new.label)),
        _ if old.replaced_by != new.replaced_by => {
            add(Difference::new(Is::ValueReplacement, Impact::Minor).texts(&*new.label, instead()));
        }
        _ => {}
    }
    if old.aliases != new.aliases {
        let difference = Difference::new(Is::ValueAliases, Impact::Patch).about(&*new.label);
        add(difference.texts(old.aliases.join(", "), new.aliases.join(", ")));
    }
    if reworded(&old.definition, &new.definition) {
        add(Difference::new(Is::ValueDefinition, Impact::Patch).about(&*new.label));
    }
    if old.code != new.code {
        let difference = Difference::new(Is::ValueCode, Impact::Minor).about(&*new.label).texts(&*old.code, &*new.code);
        out.push(difference.values(&list.name, &[&old.code, &new.code]));
    }
}

/// What it does to data that a list no longer takes a text.
fn losing(list: &Vocabulary) -> Impact {
    match list.level {
        Level::Blocking => Impact::Major,
        Level::Recommendation => Impact::Minor,
    }
}
