//! What changes from one standard to another, and which version that asks for.
//!
//! In: two [`Standard`]s, of any versions. Out: [`Difference`]s, in the order in which a person reads them (the standard
//! as a whole, then the columns of after, then those that are gone, then the rules between columns), each with its
//! level and a sentence; and a [`Verdict`].
//!
//! ```text
//! champ-renomme    majeur    La colonne « courriel » s'appelle désormais « courriels ».
//! valeur-ajoutee   mineur    La liste « frais_a_charge » compte une valeur de plus : « Adhésion ».
//! ```
//!
//! Nothing is guessed: a rename is one that the newer standard declares, what merely looks alike is a question, and an
//! expression is said to accept more or less when it has been decided. A text that one side leaves empty was not
//! recorded there, and is not compared. A constraint or a list that only advises never makes data invalid: it weighs
//! `mineur` at most.

mod containment;
mod difference;
mod field;
mod form;
mod kind;
mod nature;
mod pairing;
mod phrases;
mod rules;
mod sentence;
#[cfg(test)]
mod tests;
mod values;
mod verdict;
mod whole;

pub use difference::{Difference, FieldNames, Side, Witness};
pub use kind::DifferenceKind;
pub use verdict::{Outcome, Verdict, verdict};

use std::collections::BTreeMap;

use pairing::{Match, Origin, Pairing};

use crate::{Field, Impact, Standard};

/// Everything that differs, in reading order. Versions, dates of change, histories and declared evolutions are not
/// compared: they tell of changes, they are none.
pub fn compare(before: &Standard, after: &Standard) -> Vec<Difference> {
    let pairing = Pairing::new(before, after);
    let mut out = Vec::new();
    whole::identity(before, after, &mut out);
    out.extend(whole::groups(before, after));
    whole::dialect(before, after, &pairing, &mut out);
    out.extend(whole::primary_key(before, after, &pairing));
    fields(before, after, &pairing, &mut out);
    rules::compare(before, after, &pairing, &mut out);
    out.extend(whole::examples(before, after));
    out
}

fn fields(before: &Standard, after: &Standard, pairing: &Pairing<'_>, out: &mut Vec<Difference>) {
    let mut lists = values::lists(before, after, pairing).into_iter().peekable();
    let splits = values::splits(pairing);
    let mut moves = moves(before, pairing);
    for found in &pairing.after {
        let new = found.field;
        origin(found, &splits, out);
        out.extend(moves.remove(new.name.as_str()));
        if let Some(old) = found.carries_on() {
            field::compare((before, old), (after, new), out);
        }
        while let Some(list) = lists.next_if(|list| list.first == new.name) {
            list.compare(out);
        }
    }
    let lookalikes = pairing::lookalikes(before, after, pairing);
    for (old, new) in pairing.removed.iter().zip(lookalikes) {
        let mut difference = Difference::new(DifferenceKind::FieldRemoved, Impact::Major).on(&[pairing::only_before(old)]);
        difference.question = new.filter(|_| !pairing::is_backwards(before, after)).map(|new| {
            let (old, new) = (&old.name, &new.name);
            format!("« {old} » est-elle devenue « {new} » ? Si oui, déclarez-le dans `anciens_noms` de « {new} ».")
        });
        out.push(difference);
    }
}

/// What became of the name of a field: it is new, renamed, or a part of another.
fn origin(found: &Match<'_>, splits: &[(&Field, Vec<&Field>)], out: &mut Vec<Difference>) {
    let new = found.field;
    match &found.origin {
        Origin::New => {
            let impact = if new.required { Impact::Major } else { Impact::Minor };
            out.push(Difference::new(DifferenceKind::FieldAdded, impact).on(&[pairing::only_after(new)]));
        }
        Origin::One(old) if old.name != new.name => {
            let difference = Difference::new(DifferenceKind::FieldRenamed, Impact::Major).on(&[pairing::names(old, new)]);
            out.push(difference.texts(&*old.name, &*new.name));
        }
        Origin::One(_) => {}
        Origin::PartOf(_) => {
            // Told once, at the first of the parts.
            let first = splits.iter().find(|(_, heirs)| heirs.first().is_some_and(|heir| heir.name == new.name));
            if let Some((old, heirs)) = first {
                let fields: Vec<FieldNames> = heirs.iter().map(|heir| pairing::names(old, heir)).collect();
                out.push(Difference::new(DifferenceKind::FieldSplit, Impact::Major).on(&fields).texts(&*old.name, ""));
            }
        }
        Origin::Several(olds) => {
            let fields: Vec<FieldNames> = olds.iter().map(|old| pairing::names(old, new)).collect();
            out.push(Difference::new(DifferenceKind::FieldsMerged, Impact::Major).on(&fields).texts("", &*new.name));
        }
    }
}

/// The fields that changed place among those that stay: as few as explain the new order.
fn moves<'a>(before: &Standard, pairing: &Pairing<'a>) -> BTreeMap<&'a str, Difference> {
    let pairs: Vec<(&Field, &Field)> = pairing.pairs().collect();
    let ranks: BTreeMap<&str, usize> =
        before.fields.iter().enumerate().rev().map(|(rank, field)| (field.name.as_str(), rank)).collect();
    let rank = |old: &Field| ranks.get(old.name.as_str()).copied().unwrap_or_default();
    let moved = pairing::moved(&pairs.iter().map(|(old, _)| rank(old)).collect::<Vec<_>>());
    let difference = |place: usize| {
        let (old, new) = pairs[place];
        let said = |neighbour: Option<&str>| neighbour.map_or("en premier".to_owned(), |name| format!("après « {name} »"));
        let was = rank(old).checked_sub(1).map(|rank| before.fields[rank].name.as_str());
        let is = place.checked_sub(1).map(|place| pairs[place].1.name.as_str());
        let difference = Difference::new(DifferenceKind::FieldMoved, Impact::Minor).on(&[pairing::names(old, new)]);
        (new.name.as_str(), difference.texts(said(was), said(is)))
    };
    moved.into_iter().map(difference).collect()
}
