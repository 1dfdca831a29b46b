//! Good contents of a field, made from its constraints.
//!
//! In: a field. Out: candidates, best first; whoever asks tries them on [`standard_mediation_model::Checker`]. Made-up
//! addresses end with `.example`, so that none is anybody's.

use standard_mediation_model::{Cell, Check, Field, Kind, Limit, Standard};

use super::form;

/// How many candidates of one form are made.
const SAMPLES: usize = 12;

/// Candidates. `rank` asks for others each time: two rows rarely share a value.
pub(super) fn of(standard: &Standard, field: &Field, rank: usize) -> Vec<Cell> {
    if let Some(vocabulary) = standard.vocabulary_of(field) {
        let labels: Vec<String> = vocabulary.labels().map(str::to_owned).collect();
        let label = |offset: usize| labels.get((rank + offset) % labels.len().max(1)).cloned();
        return match (field.kind, field.multiple) {
            (Kind::Array, _) => {
                label(0).map(|label| Cell::One(serde_json::Value::from(vec![label]).to_string())).into_iter().collect()
            }
            (_, true) => label(0).map(|label| Cell::Many(vec![label])).into_iter().collect(),
            (_, false) => (0..2.min(labels.len())).filter_map(label).map(Cell::One).collect(),
        };
    }
    let texts = texts(field, rank);
    if !field.multiple {
        return texts.into_iter().map(Cell::One).collect();
    }
    let separator = standard.separator_of(field);
    let parts: Vec<String> = texts.into_iter().filter(|text| !text.contains(separator)).collect();
    let two = (parts.len() > 1).then(|| Cell::Many(parts[..2].to_vec()));
    parts.iter().take(3).map(|part| Cell::Many(vec![part.clone()])).chain(two).collect()
}

fn texts(field: &Field, rank: usize) -> Vec<String> {
    let n = rank + 1;
    let day = format!("2024-{:02}-{:02}", 1 + rank / 28 % 12, 1 + rank % 28);
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    match (field.kind, field.format.as_deref()) {
        (Kind::Text, Some("email")) => vec![format!("contact{n}@exemple.example")],
        (Kind::Text, Some("uri")) => vec![format!("https://www.exemple.example/{n}")],
        (Kind::Text, Some("uuid")) => vec![format!("3f2b8c1e-5a74-4d09-9e6b-{n:012x}")],
        (Kind::Text, _) => free(field, rank),
        (Kind::Number | Kind::Integer, _) => numbers(field, n),
        (Kind::Year, _) => years(field, n),
        (Kind::Boolean, _) => match &field.truth {
            Some(truth) => truth.yes.iter().take(1).chain(truth.no.iter().take(1)).cloned().collect(),
            None => own(&["true", "false"]),
        },
        (Kind::Date, None) => days(field, day),
        (Kind::Date, Some(format)) => dated(format, &day, "00:00:00"),
        (Kind::DateTime, None) => vec![format!("{day}T10:30:00Z")],
        (Kind::Time, None) => vec![format!("10:{:02}:00", n % 60)],
        (Kind::DateTime | Kind::Time, Some(format)) => dated(format, &day, &format!("10:{:02}:00", n % 60)),
        (Kind::Duration, _) => vec![format!("P{n}D")],
        (Kind::Point, Some("array")) => vec![format!("[2.35, 48.{n}]")],
        (Kind::Point, Some("object")) => vec![format!("{{\"lon\": 2.35, \"lat\": 48.{n}}}")],
        (Kind::Point, _) => vec![format!("2.35, 48.{n}")],
        (Kind::GeoJson, Some("topojson")) => own(&["{\"type\": \"Topology\", \"objects\": {}, \"arcs\": []}"]),
        (Kind::GeoJson, _) => vec![format!("{{\"type\": \"Point\", \"coordinates\": [2.35, 48.{n}]}}")],
        (Kind::Array, _) => vec![serde_json::Value::from(vec![format!("exemple {n}")]).to_string()],
        (Kind::Object, _) => vec![format!("{{\"exemple\": {n}}}")],
    }
}

fn free(field: &Field, rank: usize) -> Vec<String> {
    if field.checks.contains(&Check::OpeningHours) {
        return vec!["Mo-Fr 09:00-12:00".into(), "Mo-Sa 10:00-18:00".into()];
    }
    let least = field.min_length.unwrap_or_default();
    let mut out = Vec::new();
    if let Some(pattern) = &field.pattern {
        for long in [0, 2, 3, 5, least] {
            out.extend((0..SAMPLES).filter_map(|offset| form::sample(&pattern.expression, rank * SAMPLES + offset, long)));
        }
        return out;
    }
    let n = rank + 1;
    for mut text in [format!("Exemple {n}"), format!("E{n}"), n.to_string()] {
        while text.chars().count() < least {
            text.push_str(" exemple");
        }
        let most = field.max_length.unwrap_or(usize::MAX);
        out.push(text.chars().take(most).collect::<String>().trim_end().to_owned());
    }
    out
}

/// The ends that bounds allow.
fn ends(field: &Field) -> (Option<Limit>, Option<Limit>) {
    field.bounds.map_or((None, None), |bounds| (bounds.minimum, bounds.maximum))
}

fn numbers(field: &Field, n: usize) -> Vec<String> {
    let n = f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let mut numbers = vec![n];
    match ends(field) {
        (Some(Limit::Number(min)), Some(Limit::Number(max))) => numbers.extend([min + n, f64::midpoint(min, max), min, max]),
        (Some(Limit::Number(min)), _) => numbers.extend([min + n, min]),
        (_, Some(Limit::Number(max))) => numbers.extend([max - n, max]),
        _ => {}
    }
    let whole = field.kind == Kind::Integer;
    let written = numbers.into_iter().map(|number| if whole { number.trunc() } else { number }.to_string());
    written.map(|text| field.decimal_sign.map_or(text.clone(), |sign| text.replace('.', &sign.to_string()))).collect()
}

fn years(field: &Field, n: usize) -> Vec<String> {
    let mut years = vec![2000 + i64::try_from(n % 100).unwrap_or_default()];
    for end in [ends(field).0, ends(field).1] {
        if let Some(Limit::Number(year)) = end {
            years.push(format!("{year:.0}").parse().unwrap_or(2000));
        }
    }
    years.into_iter().map(|year| format!("{year:04}")).collect()
}

fn days(field: &Field, day: String) -> Vec<String> {
    let limits = [ends(field).0, ends(field).1].into_iter().flatten();
    std::iter::once(day).chain(limits.map(|limit| limit.to_string())).collect()
}

/// A day and a time under the directives of a format.
fn dated(format: &str, day: &str, time: &str) -> Vec<String> {
    if format == "any" {
        return vec![day.to_owned()];
    }
    let moment: Option<jiff::civil::DateTime> = format!("{day}T{time}").parse().ok();
    moment.and_then(|moment| jiff::fmt::strtime::format(format, moment).ok()).into_iter().collect()
}
