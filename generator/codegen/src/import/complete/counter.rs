//! Bad contents, one for each constraint, each of which breaks that rule and no other.
//!
//! In: a field. Out: counter-examples that [`Checker`] confirms. A constraint that no candidate breaks alone gets none: the
//! sources then ask a person for one.

use standard_mediation_model::{CellRule, Checker, CounterExample, Field, Level, Limit, Standard};

use super::{form, samples};

/// The counter-examples of a field.
pub(super) fn examples(standard: &Standard, field: &Field, checker: &Checker<'_>) -> Vec<CounterExample> {
    let mut out = Vec::new();
    for rule in wanted(field) {
        let found = candidates(standard, field, rule).into_iter().find_map(|text| {
            let broken = checker.cell(&field.name, &text);
            let level = broken.first().filter(|_| broken.iter().all(|violation| violation.rule == rule))?.level;
            Some(CounterExample { text, rule: rule.to_owned(), level, why: None })
        });
        out.extend(found);
    }
    // The loader gives a level to each rule; what was observed is the same, except for what is advised only.
    debug_assert!(out.iter().all(|counter| matches!(counter.level, Level::Blocking | Level::Recommendation)));
    out
}

/// The rules that the sources want shown.
fn wanted(field: &Field) -> Vec<&'static str> {
    let mut rules = Vec::new();
    rules.extend(field.required.then_some(CellRule::Required.id()));
    rules.extend(CellRule::of_kind(field.kind, field.format.as_deref()).map(CellRule::id));
    rules.extend(field.pattern.is_some().then_some(CellRule::Pattern.id()));
    rules.extend((field.min_length.is_some() || field.max_length.is_some()).then_some(CellRule::Length.id()));
    rules.extend(field.vocabulary.is_some().then_some(CellRule::Vocabulary.id()));
    rules.extend(field.bounds.is_some().then_some(CellRule::Bounds.id()));
    rules.extend(field.checks.iter().map(|check| check.id()));
    rules
}

fn candidates(standard: &Standard, field: &Field, rule: &str) -> Vec<String> {
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>();
    let good = || {
        field.examples.iter().chain(&samples::of(standard, field, 0)).map(|cell| cell.parts()[..].join("")).collect::<Vec<_>>()
    };
    match rule {
        "obligatoire" => own(&[""]),
        "nombre" => own(&["douze", "1 000", "x"]),
        "date" => own(&["hier", "32/13/2024"]),
        "type" => own(&["peut-être", "autre chose", "x", "{", "["]),
        "motif" => {
            let mut out = Vec::new();
            for text in good() {
                let shorter: String = text.chars().take(text.chars().count().saturating_sub(1)).collect();
                out.extend([format!("{text}!"), format!("{text}?"), shorter.clone(), format!("#{text}")]);
                out.extend([format!("{text}{text}{text}"), format!("?{shorter}")]);
                // As long, with a sign that the form may refuse.
                out.extend("!?[]{}|;,<>@#é0aA ".chars().map(|sign| format!("{shorter}{sign}")));
            }
            out.extend(own(&["autre chose", "?", "ailleurs", "0", "~"]));
            out
        }
        "longueur" => lengths(field, &good()),
        "vocabulaire" => own(&["autre chose", "0", "-1", "987654", "3000", "[\"autre chose\"]"]),
        "bornes" => bounds(field),
        "horaires" => own(&["Lundi 9h-12h"]),
        _ => Vec::new(),
    }
}

fn lengths(field: &Field, good: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(min) = field.min_length {
        let shorter = |text: &String| text.chars().take(min.saturating_sub(1)).collect::<String>().trim_end().to_owned();
        out.extend(good.iter().map(shorter));
        out.push("e".repeat(min.saturating_sub(1)));
        out.extend(field.pattern.as_ref().and_then(|pattern| form::sample(&pattern.expression, 0, 0)));
    }
    if let Some(max) = field.max_length {
        out.push("e".repeat(max + 1));
        out.extend(field.pattern.as_ref().and_then(|pattern| form::sample(&pattern.expression, 0, max + 1)));
    }
    out.retain(|text| !text.is_empty());
    out
}

fn bounds(field: &Field) -> Vec<String> {
    let Some(bounds) = field.bounds else { return Vec::new() };
    let step = |limit: Option<Limit>, by: f64| match limit {
        Some(Limit::Number(number)) => Some((number + by).to_string()),
        _ => None,
    };
    let sign = |text: String| field.decimal_sign.map_or(text.clone(), |sign| text.replace('.', &sign.to_string()));
    let numbers = [step(bounds.maximum, 1.0), step(bounds.minimum, -1.0)].into_iter().flatten().map(sign);
    let days = ["0001-01-01", "9999-12-31"].map(str::to_owned);
    numbers.chain(days).collect()
}
