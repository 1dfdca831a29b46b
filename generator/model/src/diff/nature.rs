//! What replacing a kind of contents by another does, the rest of the field apart.
//!
//! Kinds that an expression carries are compared as any form is; those written in JSON are told apart by hand, and dates
//! by the calendar besides.

use super::containment::{Form, Part, Relation, relation};
use crate::{Field, Kind};

/// The form that the kind of a field asks for.
pub(super) fn expression(field: &Field) -> Option<String> {
    field.kind.expression(field.format.as_deref(), field.truth.as_ref(), field.decimal_sign)
}

/// What replacing one kind by another does, the rest of the field apart.
pub(super) fn kinds(old: &Field, new: &Field) -> Relation {
    let something = || Part::Something(None);
    match (json_shape(old), json_shape(new)) {
        (None, None) => {
            let form = |field: &Field| Form { expressions: expression(field).into_iter().collect(), list: None };
            let (before, after) = (form(old), form(new));
            with_calendar(relation(&before, &after), old, new, &before, &after)
        }
        (before, after) if before == after => Relation::SAME,
        (Some("geojson"), Some("objet")) => Relation { lost: Part::Nothing, gained: something() },
        (Some("objet"), Some("geojson")) => Relation { lost: something(), gained: Part::Nothing },
        (None, Some(_)) if expression(old).is_none() => Relation { lost: something(), gained: Part::Nothing },
        (Some(_), None) if expression(new).is_none() => Relation { lost: Part::Nothing, gained: something() },
        _ => Relation { lost: something(), gained: something() },
    }
}

/// The kinds that no expression tells apart: those written in JSON.
pub(super) fn json_shape(field: &Field) -> Option<&'static str> {
    match (field.kind, field.format.as_deref()) {
        (Kind::GeoJson, _) => Some("geojson"),
        (Kind::Object, _) | (Kind::Point, Some("object")) => Some("objet"),
        (Kind::Array, _) => Some("tableau"),
        _ => None,
    }
}

/// Adds what an expression cannot see: the 30th of February, which a date refuses and a text does not.
pub(super) fn with_calendar(mut relation: Relation, old: &Field, new: &Field, before: &Form<'_>, after: &Form<'_>) -> Relation {
    let wrong = |field: &Field| {
        let text = match (field.kind, field.format.as_deref()) {
            (Kind::Date, Some("any")) => return None,
            (Kind::Date, format) => format.unwrap_or("%Y-%m-%d").replace("%Y", "2023").replace("%m", "02").replace("%d", "30"),
            (Kind::DateTime, None) => "2023-02-30T00:00:00Z".to_owned(),
            _ => return None,
        };
        (!field.kind.is_real(field.format.as_deref(), &text)).then_some(text)
    };
    let (lost, gained) = (wrong(new), wrong(old));
    if lost == gained {
        return relation;
    }
    let (Some(before), Some(after)) = (before.reader(), after.reader()) else { return relation };
    let only = |text: Option<String>, field: &Field| {
        let real = |text: &String| field.kind.is_real(field.format.as_deref(), text);
        let text = text.filter(|text| before(text) && after(text) && real(text));
        text.map_or(Part::Nothing, |text| Part::Something(Some(text)))
    };
    if relation.lost.is_nothing() {
        relation.lost = only(lost, old);
    }
    if relation.gained.is_nothing() {
        relation.gained = only(gained, new);
    }
    relation
}

/// How a kind is written, for people.
pub(super) fn written(field: &Field) -> String {
    let truth = field.truth.as_ref().map(|truth| format!("{} ou {}", truth.yes.join(", "), truth.no.join(", ")));
    let sign = field.decimal_sign.map(|sign| format!("« {sign} » avant les décimales"));
    truth.or(sign).or_else(|| field.format.clone()).unwrap_or_else(|| "l'écriture habituelle".to_owned())
}
