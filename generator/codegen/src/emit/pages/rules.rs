//! `regles.md`: every rule, those about data first.

use serde_json::{Value, json};
use standard_mediation_model::communes::EDITION;
use standard_mediation_model::{CellRule, Check, CrossKind, CrossRule, Field, Level, Standard};

use super::links;
use crate::emit::words;
use crate::rules::{Family, RULES, Rule};

pub(super) fn view(standard: &Standard) -> Value {
    let (data, others): (Vec<&Rule>, Vec<&Rule>) = RULES.iter().partition(|rule| is_about_cells(rule.id));
    let (files, sources): (Vec<&Rule>, Vec<&Rule>) = others.into_iter().partition(|rule| rule.family == Family::DataFiles);
    json!({
        "donnees": data.into_iter().map(|rule| about_cells(standard, rule)).collect::<Vec<_>>(),
        "croisees": standard.rules.iter().map(|rule| between_columns(standard, rule)).collect::<Vec<_>>(),
        "fichiers": families(standard, &files),
        "familles": families(standard, &sources),
    })
}

fn is_about_cells(id: &str) -> bool {
    CellRule::ALL.iter().any(|rule| rule.id() == id) || Check::by_id(id).is_some()
}

/// A rule about cells, with the columns on which it weighs.
fn about_cells(standard: &Standard, rule: &Rule) -> Value {
    let columns = |level: Level| -> Option<Value> {
        let weighs = |field: &&Field| words::level_on(standard, field, rule.id) == Some(level);
        let links: Vec<String> = standard.fields.iter().filter(weighs).map(|field| links::field("", &field.name)).collect();
        (!links.is_empty()).then(|| {
            let all = links.len() == standard.fields.len();
            json!({ "colonnes": words::enumeration(&links), "plusieurs": links.len() > 1, "toutes": all })
        })
    };
    let (blocking, advice) = (columns(Level::Blocking), columns(Level::Recommendation));
    // A rule that weighs on no column yet is told with its own level.
    let is_blocking = blocking.is_some() || advice.is_none() && rule.level == Level::Blocking;
    json!({
        "id": rule.id,
        "ancre": links::anchor(rule.id),
        "titre": rule.title(),
        "corps": demoted(rule.body().trim()),
        "mixte": blocking.is_some() && advice.is_some(),
        "est_bloquante": is_blocking,
        "seul": if advice.is_none() { &blocking } else { &advice },
        "bloquant": blocking,
        "conseil": advice,
    })
}

fn between_columns(standard: &Standard, rule: &CrossRule) -> Value {
    let fields: Vec<String> = rule.kind.fields().into_iter().map(|name| links::field("", name)).collect();
    json!({
        "id": rule.name,
        "ancre": links::anchor(&rule.name),
        "titre": rule.title,
        "bloquant": rule.level == Level::Blocking,
        "colonnes": words::enumeration(&fields),
        "plusieurs_colonnes": fields.len() > 1,
        "valeur": value(standard, &rule.kind),
        "explication": rule.explanation,
        "remede": rule.remedy,
        "evaluee": rule.kind.is_evaluated(),
        "edition": rule.kind.needs_communes().then_some(EDITION),
    })
}

/// The value that a rule speaks of.
fn value(standard: &Standard, kind: &CrossKind) -> Option<Value> {
    let (CrossKind::ExclusiveValue { field, code } | CrossKind::ValueNeedsField { field, code, .. }) = kind else {
        return None;
    };
    let vocabulary = standard.vocabulary_of(standard.field(field)?)?;
    let value = vocabulary.by_code(code)?;
    Some(json!({ "libelle": value.label, "vocabulaire": vocabulary.name, "ancre": links::anchor(code) }))
}

/// Rules about the sources of the standard and about copies of it, by family, in the order of the registry.
fn families(standard: &Standard, rules: &[&Rule]) -> Vec<Value> {
    let mut families: Vec<(Family, Vec<Value>)> = Vec::new();
    for rule in rules {
        let view = json!({
            "id": rule.id,
            "ancre": links::anchor(rule.id),
            "titre": rule.title(),
            "bloquant": rule.level == Level::Blocking,
            "mixte": rule.levels(standard).len() > 1,
            "corps": demoted(rule.body().trim()),
        });
        match families.iter_mut().find(|(known, _)| *known == rule.family) {
            Some((_, members)) => members.push(view),
            None => families.push((rule.family, vec![view])),
        }
    }
    let family = |(family, rules): (Family, Vec<Value>)| {
        let title = family.title();
        let anchor = format!("famille-{}", links::anchor(title));
        json!({ "titre": title, "ancre": anchor, "copies": family == Family::Copies, "regles": rules })
    };
    families.into_iter().map(family).collect()
}

/// A page put inside another: its `##` become `####`. What is in a block of code stays.
pub(super) fn demoted(body: &str) -> String {
    let mut fenced = false;
    let lines = body.lines().map(|line| {
        fenced ^= line.trim_start().starts_with("```");
        if !fenced && line.starts_with("##") { format!("##{line}") } else { line.to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_go_down_and_code_stays() {
        let body = "## Pourquoi\n\n```yaml\n## commentaire\n```\n\n## Pour corriger";
        assert_eq!(demoted(body), "#### Pourquoi\n\n```yaml\n## commentaire\n```\n\n#### Pour corriger");
    }

    #[test]
    fn every_rule_about_cells_is_told() {
        for id in CellRule::ALL.map(CellRule::id).into_iter().chain(Check::ALL.map(Check::id)) {
            assert!(RULES.iter().any(|rule| rule.id == id), "{id} has no words");
        }
    }
}
