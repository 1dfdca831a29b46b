//! Which field of one standard is which field of the other.
//!
//! By name first, then by the former names that the second standard declares, and by nothing else: what merely looks
//! alike is a question to a person ([`question`]), never an answer.

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
        // A name that is still there is the same field, whatever another one declares.
        let former = |field: &'a Field| -> Vec<&'a Field> {
            if before.field(&field.name).is_some() {
                return Vec::new();
            }
            let gone = |old: &&Field| after.field(&old.name).is_none();
            let names = field.former_names.iter().map(|former| before.field(&former.name));
            let mut origins: Vec<&Field> = Vec::new();
            for old in names.flatten().filter(gone) {
                if !origins.iter().any(|known| known.name == old.name) {
                    origins.push(old);
                }
            }
            origins
        };
        let declared: Vec<Vec<&Field>> = after.fields.iter().map(former).collect();
        let heirs = |old: &Field| declared.iter().flatten().filter(|origin| origin.name == old.name).count();
        let matches = after.fields.iter().zip(&declared).map(|(field, origins)| {
            let origin = match (before.field(&field.name), origins.as_slice()) {
                (Some(old), _) => Origin::One(old),
                (None, []) => Origin::New,
                (None, [old]) if heirs(old) > 1 => Origin::PartOf(old),
                (None, [old]) => Origin::One(old),
                (None, several) => Origin::Several(several.to_vec()),
            };
            Match { field, origin }
        });
        let matches: Vec<Match<'a>> = matches.collect();
        let removed = before.fields.iter().filter(|old| after.field(&old.name).is_none() && heirs(old) == 0).collect();
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

/// For each removed field, the new one it looks like: by its name, its title or its values. Each new field is offered
/// once.
pub(super) fn lookalikes<'a>(before: &'a Standard, after: &'a Standard, pairing: &Pairing<'a>) -> Vec<Option<&'a Field>> {
    let mut free: Vec<&Field> =
        pairing.after.iter().filter(|found| matches!(found.origin, Origin::New)).map(|found| found.field).collect();
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

/// The ranks that have to move for a list of distinct numbers to be in order: as few as possible.
pub(super) fn moved(ranks: &[usize]) -> Vec<usize> {
    // Length of the longest ordered run that ends here, and the place before it.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(ranks.len());
    for (i, rank) in ranks.iter().enumerate() {
        let best = (0..i).filter(|j| ranks[*j] < *rank).max_by_key(|j| (runs[*j].0, std::cmp::Reverse(*j)));
        runs.push((best.map_or(1, |j| runs[j].0 + 1), best));
    }
    let mut stays = vec![false; ranks.len()];
    let mut at = (0..ranks.len()).max_by_key(|i| (runs[*i].0, std::cmp::Reverse(*i)));
    while let Some(i) = at {
        stays[i] = true;
        at = runs[i].1;
    }
    (0..ranks.len()).filter(|i| !stays[*i]).collect()
}
