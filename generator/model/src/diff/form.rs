//! What one value must look like: kind, form, closed list.
//!
//! Three properties may each refuse a value. One that changes is judged twice, alone and with the other two as they
//! become or were, and keeps what shows in both: a form added to a column whose list already said the same refuses
//! nothing.

use super::containment::{Form, Part, Relation, relation};
use super::nature::{expression, json_shape, kinds, with_calendar, written};
use super::pairing::names;
use super::{Difference, DifferenceKind as Is, Side, Witness};
use crate::{Cell, Field, Impact, Kind, Level, Standard, Vocabulary};

/// What changed in the form of the values of a field.
pub(super) fn compare(before: (&Standard, &Field), after: (&Standard, &Field), out: &mut Vec<Difference>) {
    let (old, new) = (before.1, after.1);
    let lists = (before.0.vocabulary_of(old), after.0.vocabulary_of(new));
    let way = |field: &Field| (field.kind, field.format.clone(), field.truth.clone(), field.decimal_sign);
    let same_kind = way(old) == way(new);
    let same_list = lists.0.is_some() == lists.1.is_some();
    if same_kind && same_list && old.pattern == new.pattern {
        return;
    }
    // Values that come and go inside a list are told one by one elsewhere: here, a list on both sides is the same one.
    let parts = parts(before, after);
    let whole_before = whole(old, if same_list { lists.1 } else { lists.0 }, parts.as_ref());
    let whole_after = whole(new, lists.1, parts.as_ref());
    let whole = match (json_shape(old), json_shape(new)) {
        (None, None) => with_calendar(relation(&whole_before, &whole_after), old, new, &whole_before, &whole_after),
        _ => Relation::UNCLEAR,
    };
    let mut found = Found { before, after, parts, whole: &whole, forms: (&whole_before, &whole_after), out };
    if !same_kind {
        found.kind();
    }
    if old.pattern != new.pattern {
        found.pattern();
    }
    if !same_list {
        found.list(lists);
    }
}

struct Found<'a, 'o> {
    before: (&'a Standard, &'a Field),
    after: (&'a Standard, &'a Field),
    parts: Option<String>,
    whole: &'o Relation,
    forms: (&'o Form<'a>, &'o Form<'a>),
    out: &'o mut Vec<Difference>,
}

impl Found<'_, '_> {
    fn kind(&mut self) {
        let (old, new) = (self.before.1, self.after.1);
        let relation = kinds(old, new).within(self.whole);
        let (kind, impact) = match (old.kind == new.kind, relation.lost.is_nothing(), relation.gained.is_nothing()) {
            (true, false, _) => (Is::Format, Impact::Major),
            (true, true, false) => (Is::Format, Impact::Minor),
            (true, true, true) => (Is::Format, Impact::Patch),
            (false, false, false) => (Is::KindChanged, Impact::Major),
            (false, false, true) => (Is::KindNarrowed, Impact::Major),
            (false, true, false) => (Is::KindWidened, Impact::Minor),
            (false, true, true) => (Is::KindRewritten, Impact::Patch),
        };
        let (before, after) = if old.kind == new.kind {
            (written(old), written(new))
        } else {
            (old.kind.word().to_owned(), new.kind.word().to_owned())
        };
        self.push(Difference::new(kind, impact).texts(before, after), &relation);
    }

    fn pattern(&mut self) {
        let (old, new) = (self.before.1, self.after.1);
        let text = |field: &Field| field.pattern.as_ref().map(|pattern| pattern.in_words.clone()).unwrap_or_default();
        let parts = self.parts.clone();
        let alone = |field: &Field, whatever: bool| Form {
            expressions: field
                .pattern
                .iter()
                .filter(|pattern| whatever || pattern.level == Level::Blocking)
                .map(|pattern| pattern.expression.clone())
                .chain(parts.clone())
                .collect(),
            list: None,
        };
        let level = |field: &Field| field.pattern.as_ref().map(|pattern| pattern.level);
        match (level(old), level(new)) {
            (Some(before), Some(after)) if before != after => {
                let weight = relation(&alone(old, false), &alone(new, false)).within(self.whole);
                let impact = match after {
                    Level::Blocking => heaviest(&weight),
                    Level::Recommendation => Impact::Minor,
                };
                let impact = if impact == Impact::Patch { Impact::Minor } else { impact };
                self.push(Difference::new(Is::PatternLevel, impact).texts(before.word(), after.word()), &Relation::SAME);
            }
            _ => {}
        }
        let mut shown = relation(&alone(old, true), &alone(new, true));
        // Advice on both sides is not part of the whole: it refuses nothing.
        let advice = level(new).or(level(old)) == Some(Level::Recommendation);
        if !advice {
            shown = shown.within(self.whole);
        }
        let same = |field: &Field| field.pattern.as_ref().map(|pattern| pattern.expression.clone());
        let kind = match (same(old), same(new)) {
            (None, Some(_)) => Is::PatternAdded,
            (Some(_), None) => Is::PatternRemoved,
            (old, new) if old == new => return,
            _ => match (&shown.lost, &shown.gained) {
                (Part::Nothing, Part::Nothing) => Is::PatternRewritten,
                (Part::Nothing, Part::Something(_)) => Is::PatternWidened,
                (Part::Something(_), Part::Nothing) => Is::PatternNarrowed,
                (Part::Something(_), Part::Something(_)) => Is::PatternChanged,
                _ => Is::PatternUnclear,
            },
        };
        let impact = match heaviest(&shown) {
            Impact::Major if advice => Impact::Minor,
            Impact::Major if kind == Is::PatternRemoved => Impact::Minor,
            impact => impact,
        };
        // Advice refuses nothing: there is no content to show.
        let refused = if advice { &Relation::SAME } else { &shown };
        self.push(Difference::new(kind, impact).texts(text(old), text(new)), refused);
    }

    fn list(&mut self, lists: (Option<&Vocabulary>, Option<&Vocabulary>)) {
        let (kind, vocabulary) = match lists {
            (None, Some(list)) => (Is::ListAttached, list),
            (Some(list), None) => (Is::ListDetached, list),
            _ => return,
        };
        let (relation, impact) = if vocabulary.level == Level::Recommendation {
            // Advice refuses nothing: there is no content to show.
            (Relation::SAME, Impact::Minor)
        } else {
            let listed = Form { expressions: Vec::new(), list: Some(vocabulary.labels().collect()) };
            let free = Form { expressions: self.parts.iter().cloned().collect(), list: None };
            let alone = match kind {
                Is::ListAttached => relation(&free, &listed),
                _ => relation(&listed, &free),
            };
            let shown = alone.within(self.whole);
            let impact = heaviest(&shown);
            (shown, impact)
        };
        let difference = Difference::new(kind, impact).values(&vocabulary.name, &[]);
        let name = vocabulary.name.clone();
        let difference = if kind == Is::ListAttached { difference.texts("", name) } else { difference.texts(name, "") };
        self.push(difference, &relation);
    }

    fn push(&mut self, difference: Difference, relation: &Relation) {
        let mut difference = difference.on(&[names(self.before.1, self.after.1)]);
        difference.witness = self.witness(relation);
        self.out.push(difference);
    }

    /// A content that one side alone takes: an example of a person rather than a text of ours, and what is lost rather
    /// than what is gained.
    fn witness(&self, relation: &Relation) -> Option<Witness> {
        let (old, new) = (self.forms.0.reader(), self.forms.1.reader());
        let example = |of_old: bool| {
            let (old, new) = (old.as_ref()?, new.as_ref()?);
            let examples = self.before.1.examples.iter().chain(&self.after.1.examples).flat_map(Cell::parts);
            examples.into_iter().find(|text| old(text) == of_old && new(text) != of_old).cloned()
        };
        let side = |part: &Part, of_old: bool, accepted: Side| match part {
            Part::Something(text) => example(of_old).or_else(|| text.clone()).map(|text| Witness { text, accepted }),
            _ => None,
        };
        side(&relation.lost, true, Side::Before).or_else(|| side(&relation.gained, false, Side::After))
    }
}

fn heaviest(relation: &Relation) -> Impact {
    match (relation.lost.is_nothing(), relation.gained.is_nothing()) {
        (false, _) => Impact::Major,
        (true, false) => Impact::Minor,
        (true, true) => Impact::Patch,
    }
}

/// What a part of a cell never holds: the sign that separates it from the next one.
fn parts(before: (&Standard, &Field), after: (&Standard, &Field)) -> Option<String> {
    let signs = [before.0.separator_of(before.1), after.0.separator_of(after.1)];
    let class = |sign: char| format!("\\x{{{:x}}}", u32::from(sign));
    (before.1.multiple && after.1.multiple).then(|| format!("[^{}]*", signs.map(class).concat()))
}

/// Everything that blocks in the form of a value.
fn whole<'a>(field: &Field, list: Option<&'a Vocabulary>, parts: Option<&String>) -> Form<'a> {
    let list = list.filter(|list| list.level == Level::Blocking && field.kind != Kind::Array);
    // A value of a list is taken whatever the kind.
    let kind = if list.is_some() { None } else { expression(field) };
    let pattern = field.pattern.iter().filter(|pattern| pattern.level == Level::Blocking);
    Form {
        expressions: kind.into_iter().chain(pattern.map(|pattern| pattern.expression.clone())).chain(parts.cloned()).collect(),
        list: list.map(|list| list.labels().collect()),
    }
}
