//! `champs/<nom>.md`: one column.

use serde_json::{Value, json};
use standard_mediation_model::count::counted;
use standard_mediation_model::{Change, CounterExample, Field, Level, Standard, Version, Vocabulary};

use super::links;
use crate::emit::{history, words};
use crate::rules::RULES;

/// A list longer than this has its own page only: nobody reads it in the middle of another.
const LONGEST_TABLE: usize = 30;

const UP: &str = "../";

pub(super) fn view(standard: &Standard, field: &Field) -> Value {
    let group = standard.groups.iter().find(|group| group.name == field.group);
    let separator = standard.separator_of(field).to_string();
    let bad = |level| -> Vec<Value> {
        let of_level = field.counter_examples.iter().filter(|bad| bad.level == level);
        of_level.map(|bad| counter_example(standard, bad)).collect()
    };
    let (refused, advice) = (bad(Level::Blocking), bad(Level::Recommendation));
    let watched = watched(standard, field);
    json!({
        "nom": field.name,
        "titre": field.title,
        "groupe": group.map_or(&field.group, |group| &group.title),
        "ancre_groupe": links::anchor(&field.group),
        "obligatoire": words::yes_no(field.required),
        "multiple": field.multiple,
        "separateur": separator,
        "depuis": field.since,
        "contenu": words::content(standard, field),
        "description": field.description,
        "saisie": field.usage,
        "formes": demands(standard, field),
        "vocabulaire": standard.vocabulary_of(field).map(vocabulary),
        "exemples": field.examples.iter().map(|cell| cell.text(&separator)).collect::<Vec<_>>(),
        "plusieurs_exemples": field.examples.len() > 1,
        "plusieurs_refus": refused.len() > 1,
        "refus": refused,
        "signale": watched,
        "signalements": advice,
        "a_signaler": !(watched.is_empty() && advice.is_empty()),
        "anciens_noms": field.former_names,
        "plusieurs_anciens_noms": field.former_names.len() > 1,
        "alias": field.aliases,
        "voir_aussi": field.see_also.iter().filter_map(|name| standard.field(name)).map(links::named).collect::<Vec<_>>(),
        "versions": words::versions_since(standard, field.since),
        "histoire": history(standard, field),
    })
}

/// What happened to the field, newest version first: what was computed, then what is told of it.
fn history(standard: &Standard, field: &Field) -> Vec<Value> {
    let computed = history::of_field(standard, field);
    let touches = |change: &&Change| change.fields.contains(&field.name);
    let mut versions: Vec<Version> = computed.iter().map(|(version, _)| *version).collect();
    versions.extend(standard.changes.iter().filter(touches).map(|change| change.version));
    versions.sort_unstable_by(|a, b| b.cmp(a));
    versions.dedup();
    let of = |version: Version| {
        let differences = computed.iter().filter(|(of, _)| *of == version).flat_map(|(_, differences)| differences);
        let changes = standard.changes.iter().filter(touches).filter(|change| change.version == version);
        json!({
            "version": version,
            "ecarts": differences.map(|difference| links::difference(difference)).collect::<Vec<_>>(),
            "evolutions": changes.map(|change| links::change(standard, change)).collect::<Vec<_>>(),
        })
    };
    versions.into_iter().map(of).collect()
}

/// What each value must be, each demand with the rule that checks it.
fn demands(standard: &Standard, field: &Field) -> Vec<Value> {
    let demand = |words: &str, level: Level, rule: &str| {
        let rule = links::rule(standard, UP, rule);
        json!({ "texte": words, "conseil": level == Level::Recommendation, "regle": rule })
    };
    let mut out = Vec::new();
    for asked in words::demands(standard, field) {
        out.push(demand(&asked.words, asked.level, asked.rule));
    }
    if let Some(max) = field.max_length {
        out.push(demand(
            &format!("{} au plus, espaces compris", counted(max, "caractère", "caractères")),
            Level::Blocking,
            "longueur",
        ));
    }
    if field.unique {
        out.push(demand("une valeur différente sur chaque ligne du fichier", Level::Blocking, "unique"));
    }
    out
}

fn vocabulary(vocabulary: &Vocabulary) -> Value {
    let value = |value: &standard_mediation_model::Value| {
        let instead = value.replaced_by.as_deref().and_then(|code| vocabulary.by_code(code));
        json!({
            "libelle": value.label,
            "definition": value.definition,
            "deprecie": value.deprecated.is_some(),
            "remplace_par": instead.map(|value| &value.label),
        })
    };
    let short = vocabulary.values.len() <= LONGEST_TABLE;
    json!({
        "nom": vocabulary.name,
        "titre": vocabulary.title,
        "conseil": vocabulary.level == Level::Recommendation,
        "valeurs": if short { vocabulary.values.iter().map(value).collect::<Vec<_>>() } else { Vec::new() },
    })
}

/// A bad content, with the reason written for it or else the title of the rule.
fn counter_example(standard: &Standard, bad: &CounterExample) -> Value {
    let title = || RULES.iter().find(|rule| rule.id == bad.rule).map(|rule| format!("{}.", rule.title()));
    json!({
        "valeur": bad.text,
        "regle": links::rule(standard, UP, &bad.rule),
        "pourquoi": bad.why.clone().or_else(title).unwrap_or_default(),
    })
}

/// The sharper checks and the rules between columns that look at the field.
fn watched(standard: &Standard, field: &Field) -> Vec<Value> {
    let item = |titre: &str, id: &str| json!({ "titre": titre, "ancre": links::anchor(id) });
    let told = |id: &str| RULES.iter().find(|rule| rule.id == id);
    let checks = field.checks.iter().filter_map(|check| told(check.id())).map(|rule| item(rule.title(), rule.id));
    let cross = standard.rules.iter().filter(|rule| rule.kind.fields().contains(&field.name.as_str()));
    checks.chain(cross.map(|rule| item(&rule.title, &rule.name))).collect()
}
