//! One field against the same field: everything but the form of its values and the values of its list.

use super::pairing::names;
use super::{Difference, DifferenceKind as Is, form, phrases};
use crate::{Bounds, Field, Impact, Level, Standard};

/// What changed in a field.
pub(super) fn compare(before: (&Standard, &Field), after: (&Standard, &Field), out: &mut Vec<Difference>) {
    let (old, new) = (before.1, after.1);
    let mut add = |difference: Difference| out.push(difference.on(&[names(old, new)]));
    if !old.group.is_empty() && !new.group.is_empty() && old.group != new.group {
        add(Difference::new(Is::FieldGroup, Impact::Patch).texts(&*old.group, &*new.group));
    }
    match (old.required, new.required) {
        (false, true) => add(Difference::new(Is::Required, Impact::Major)),
        (true, false) => add(Difference::new(Is::Optional, Impact::Minor)),
        _ => {}
    }
    // A field that is the whole key of rows on both sides is unique by that already.
    let is_key = |(standard, field): (&Standard, &Field)| standard.primary_key == [field.name.as_str()];
    let weight = |impact| if is_key(before) && is_key(after) { Impact::Patch } else { impact };
    match (old.unique, new.unique) {
        (false, true) => add(Difference::new(Is::Unique, weight(Impact::Major))),
        (true, false) => add(Difference::new(Is::NotUnique, weight(Impact::Minor))),
        _ => {}
    }
    match (old.multiple, new.multiple) {
        (false, true) => add(Difference::new(Is::Multiple, Impact::Minor).texts("", after.0.separator_of(new))),
        (true, false) => add(Difference::new(Is::Single, Impact::Major).texts(before.0.separator_of(old), "")),
        (true, true) => {
            let separators = (before.0.separator_of(old), after.0.separator_of(new));
            // A sign that changes for the whole file is said once, for the file.
            let by_file = old.separator.is_none() && new.separator.is_none();
            if separators.0 != separators.1 && !by_file {
                add(Difference::new(Is::ListSeparator, Impact::Major).texts(separators.0, separators.1));
            }
        }
        (false, false) => {}
    }
    form::compare(before, after, out);
    let mut add = |difference: Difference| out.push(difference.on(&[names(old, new)]));
    lengths(old, new).map(&mut add);
    bounds(old, new).into_iter().for_each(&mut add);
    for check in new.checks.iter().filter(|check| !old.checks.contains(check)) {
        add(Difference::new(Is::CheckAdded, Impact::Minor).about(check.id()));
    }
    for check in old.checks.iter().filter(|check| !new.checks.contains(check)) {
        add(Difference::new(Is::CheckRemoved, Impact::Minor).about(check.id()));
    }
    texts(old, new).map(&mut add);
    examples(old, new).map(&mut add);
}

/// A change of an interval: what is asked for more, what is asked for less.
#[derive(Default)]
struct Shift {
    stricter: bool,
    looser: bool,
}

impl Shift {
    /// One end; `lower` when it is the smallest value. An end that is not there asks for nothing.
    fn end<T: PartialOrd + Copy>(&mut self, lower: bool, old: Option<T>, new: Option<T>) {
        let (stricter, looser) = match (old, new) {
            (None, None) => (false, false),
            (None, Some(_)) => (true, false),
            (Some(_), None) => (false, true),
            (Some(old), Some(new)) if lower => (new > old, new < old),
            (Some(old), Some(new)) => (new < old, new > old),
        };
        self.stricter |= stricter;
        self.looser |= looser;
    }
}

fn lengths(old: &Field, new: &Field) -> Option<Difference> {
    let ends = |field: &Field| (field.min_length, field.max_length);
    if ends(old) == ends(new) {
        return None;
    }
    let mut shift = Shift::default();
    // A text that is there has one character at least: asking for it asks for nothing.
    let least = |field: &Field| field.min_length.filter(|length| *length > 1);
    shift.end(true, least(old), least(new));
    shift.end(false, old.max_length, new.max_length);
    let kind = match (ends(old), ends(new), &shift) {
        ((None, None), ..) => Is::LengthAdded,
        (_, (None, None), _) => Is::LengthRemoved,
        (.., Shift { stricter: true, looser: true }) => Is::LengthChanged,
        (.., Shift { stricter: true, .. }) => Is::LengthNarrowed,
        _ => Is::LengthWidened,
    };
    let impact = match shift {
        Shift { stricter: true, .. } => Impact::Major,
        Shift { looser: true, .. } => Impact::Minor,
        _ => Impact::Patch,
    };
    Some(Difference::new(kind, impact).texts(phrases::length(old), phrases::length(new)))
}

fn bounds(old: &Field, new: &Field) -> Vec<Difference> {
    let mut out = Vec::new();
    let said = |bounds: Option<Bounds>| bounds.map(|bounds| bounds.in_words()).unwrap_or_default();
    let advice = new.bounds.or(old.bounds).is_some_and(|bounds| bounds.level == Level::Recommendation);
    let impact = |impact| if advice && impact == Impact::Major { Impact::Minor } else { impact };
    let mut add = |kind, weight| {
        out.push(Difference::new(kind, impact(weight)).texts(said(old.bounds), said(new.bounds)));
    };
    match (old.bounds, new.bounds) {
        (None, None) => {}
        (None, Some(_)) => add(Is::BoundsAdded, Impact::Major),
        (Some(_), None) => add(Is::BoundsRemoved, Impact::Minor),
        (Some(before), Some(after)) => {
            let mut shift = Shift::default();
            shift.end(true, before.minimum, after.minimum);
            shift.end(false, before.maximum, after.maximum);
            let nature = |bounds: Bounds| bounds.minimum.or(bounds.maximum).map(|limit| std::mem::discriminant(&limit));
            match shift {
                // A number against a day: nothing to compare.
                _ if nature(before) != nature(after) => add(Is::BoundsChanged, Impact::Major),
                Shift { stricter: true, looser: true } => add(Is::BoundsChanged, Impact::Major),
                Shift { stricter: true, .. } => add(Is::BoundsNarrowed, Impact::Major),
                Shift { looser: true, .. } => add(Is::BoundsWidened, Impact::Minor),
                _ => {}
            }
            if before.level != after.level {
                let impact = if after.level == Level::Blocking { Impact::Major } else { Impact::Minor };
                out.push(Difference::new(Is::BoundsLevel, impact).texts(before.level.word(), after.level.word()));
            }
        }
    }
    out
}

/// An empty text was not recorded: only what both sides tell is compared.
pub(super) fn reworded(old: &str, new: &str) -> bool {
    !old.is_empty() && !new.is_empty() && old != new
}

fn texts(old: &Field, new: &Field) -> Option<Difference> {
    let usage = |field: &Field| field.usage.clone().unwrap_or_default();
    let form = |field: &Field| field.pattern.as_ref().map(|pattern| pattern.in_words.clone()).unwrap_or_default();
    // With another expression, the words are part of that change.
    let same_form =
        old.pattern.as_ref().map(|pattern| &pattern.expression) == new.pattern.as_ref().map(|pattern| &pattern.expression);
    let changed = [
        ("le titre", reworded(&old.title, &new.title)),
        ("la description", reworded(&old.description, &new.description)),
        ("la manière de saisir", reworded(&usage(old), &usage(new))),
        ("la forme en toutes lettres", same_form && reworded(&form(old), &form(new))),
        ("les renvois", !old.see_also.is_empty() && !new.see_also.is_empty() && old.see_also != new.see_also),
    ];
    let difference = Difference::new(Is::FieldTexts, Impact::Patch).about(phrases::named(&changed)?);
    Some(if reworded(&old.title, &new.title) { difference.texts(&*old.title, &*new.title) } else { difference })
}

fn examples(old: &Field, new: &Field) -> Option<Difference> {
    let changed = [
        ("les exemples", !old.examples.is_empty() && !new.examples.is_empty() && old.examples != new.examples),
        (
            "les contre-exemples",
            !old.counter_examples.is_empty() && !new.counter_examples.is_empty() && old.counter_examples != new.counter_examples,
        ),
    ];
    Some(Difference::new(Is::FieldExamples, Impact::Patch).about(phrases::named(&changed)?))
}
