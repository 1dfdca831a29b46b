//! Which field of one standard is which field of the other.
//!
//! By name first, then by the former names that the second standard declares, and by nothing else: what merely looks
//! alike is a question to a person ([`lookalikes`]), never an answer. Read from a version back to an older one, the
//! first standard declares them too.

use std::collections::{BTreeMap, BTreeSet};

use super::FieldNames;
use crate::{Field, Standard, hint};

/// The fields of two standards, put face to face.
pub(super) struct Pairing<'a> {
    /// Fields of after in column order, each with those it comes from.
    pub(super) after: Vec<Match<'a>>,
    /// Fields of before that nothing comes from, in column order.
    pub(super) removed: Vec<&'a Field>,
}

/// A field of after.
pub(super) struct Match<'a> {
    pub(super) field: &'a Field,
    pub(super) origin: Origin<'a>,
}

/// Where a field of after comes from.
pub(super) enum Origin<'a> {
    /// Nowhere: it is new.
    New,
    /// The same field, under this name or another.
    One(&'a Field),
    /// A part of a field that others come from too.
    PartOf(&'a Field),
    /// Several fields, the first of which it carries on.
    Several(Vec<&'a Field>),
}

impl<'a> Match<'a> {
    /// The field of before that it is, whatever its name.
    pub(super) fn carries_on(&self) -> Option<&'a Field> {
        match &self.origin {
            Origin::One(old) => Some(old),
            Origin::Several(olds) => olds.first().copied(),
            Origin::New | Origin::PartOf(_) => None,
        }
    }
}

impl<'a> Pairing<'a> {
    pub(super) fn new(before: &'a Standard, after: &'a Standard) -> Self {
        let old = by_name(before);
        let new = by_name(after);
        let backwards = is_backwards(before, after);
        // A name that is still there is the same field, whatever another one declares.
        let declared = |field: &'a Field| -> Vec<&'a Field> {
            let former = field.former_names.iter().filter_map(|former| old.get(former.name.as_str()).copied());
            let is_former = |later: &&Field| later.former_names.iter().any(|former| former.name == field.name);
            let later = before.fields.iter().filter(|later| backwards && is_former(later));
            let mut seen = BTreeSet::new();
            let gone = |origin: &&'a Field| !new.contains_key(origin.name.as_str()) && seen.insert(&origin.name);
            former.chain(later).filter(gone).collect()
        };
        let origins: Vec<Vec<&Field>> = after
            .fields
            .iter()
            .map(|field| if old.contains_key(field.name.as_str()) { Vec::new() } else { declared(field) })
            .collect();
        let mut heirs: BTreeMap<&str, usize> = BTreeMap::new();
        for origin in origins.iter().flatten() {
            *heirs.entry(&origin.name).or_default() += 1;
        }
        let matches = after.fields.iter().zip(origins).map(|(field, origins)| {
            let origin = match (old.get(field.name.as_str()), origins.as_slice()) {
                (None, []) => Origin::New,
                (None, [old]) if heirs[old.name.as_str()] > 1 => Origin::PartOf(old),
                (Some(old), _) | (None, [old]) => Origin::One(old),
                (None, _) => Origin::Several(origins),
            };
            Match { field, origin }
        });
        let matches: Vec<Match<'a>> = matches.collect();
        let is_gone = |old: &&Field| !new.contains_key(old.name.as_str()) && !heirs.contains_key(old.name.as_str());
        let removed = before.fields.iter().filter(is_gone).collect();
        Self { after: matches, removed }
    }

    /// The fields that carry on one field, with it: (before, after), in the column order of after.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'a Field, &'a Field)> {
        self.after.iter().filter_map(|found| found.carries_on().map(|old| (old, found.field)))
    }

    /// The names after of a field of before, itself when nothing says otherwise.
    pub(super) fn renamed<'n>(&'n self, name: &'n str) -> &'n str {
        self.pairs().find(|(old, _)| old.name == name).map_or(name, |(_, new)| &new.name)
    }
}

/// Whether one goes back to an older version: nobody can declare anything there.
pub(super) fn is_backwards(before: &Standard, after: &Standard) -> bool {
    before.identity.version > after.identity.version
}

/// Fields by name; the first one, should a name be there twice.
fn by_name(standard: &Standard) -> BTreeMap<&str, &Field> {
    standard.fields.iter().rev().map(|field| (field.name.as_str(), field)).collect()
}

/// Both names of a pair.
pub(super) fn names(before: &Field, after: &Field) -> FieldNames {
    FieldNames { before: Some(before.name.clone()), after: Some(after.name.clone()) }
}

/// A field that is only before.
pub(super) fn only_before(field: &Field) -> FieldNames {
    FieldNames { before: Some(field.name.clone()), after: None }
}

/// A field that is only after.
pub(super) fn only_after(field: &Field) -> FieldNames {
    FieldNames { before: None, after: Some(field.name.clone()) }
}

/// Removed fields times new ones, beyond which nobody is asked which one became which.
const MAX_LIKENESSES: usize = 20_000;

/// For each removed field, the new one it looks like: by its name, its title or its values. Each new field is offered
/// once.
pub(super) fn lookalikes<'a>(before: &'a Standard, after: &'a Standard, pairing: &Pairing<'a>) -> Vec<Option<&'a Field>> {
    let mut free: Vec<&Field> =
        pairing.after.iter().filter(|found| matches!(found.origin, Origin::New)).map(|found| found.field).collect();
    if free.len() * pairing.removed.len() > MAX_LIKENESSES {
        free.clear();
    }
    let mut offer = |old: &Field| {
        let by_name = hint::nearest(&old.name, free.iter().map(|new| new.name.as_str()));
        let alike = |new: &&Field| {
            let same_title = !old.title.is_empty() && hint::folded(&old.title) == hint::folded(&new.title);
            same_title || shares_values(before, old, after, new)
        };
        let rank = match by_name {
            Some(name) => free.iter().position(|new| new.name == name),
            None => free.iter().position(alike),
        };
        rank.map(|rank| free.remove(rank))
    };
    pairing.removed.iter().map(|old| offer(old)).collect()
}

/// Whether half of the values of the smaller list are in the other one.
fn shares_values(before: &Standard, old: &Field, after: &Standard, new: &Field) -> bool {
    let (Some(old), Some(new)) = (before.vocabulary_of(old), after.vocabulary_of(new)) else { return false };
    let shared = old.values.iter().filter(|value| new.by_code(&value.code).is_some() || new.by_label(&value.label).is_some());
    let smaller = old.values.len().min(new.values.len());
    smaller > 0 && shared.count() * 2 >= smaller
}

/// The places that have to move for a list of distinct ranks to be in order: as few as possible.
pub(super) fn moved(ranks: &[usize]) -> Vec<usize> {
    // For each length, the place where an ordered run of that length ends lowest; for each place, the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(ranks.len());
    for (place, rank) in ranks.iter().enumerate() {
        let length = ends.partition_point(|end| ranks[*end] < *rank);
        before.push(length.checked_sub(1).map(|length| ends[length]));
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut stays = vec![false; ranks.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        stays[place] = true;
        at = before[place];
    }
    (0..ranks.len()).filter(|place| !stays[*place]).collect()
}
