//! What is told of a column, of a value and of their history, wherever it is shown: the pages in Markdown, the site.
//!
//! In: the standard, and how a kind of page leads to its others ([`Leads`]). Out: views for templates; what only one
//! kind of page shows, it adds itself.

use serde_json::{Value, json};
use standard_mediation_model::count::counted;
use standard_mediation_model::diff::Difference;
use standard_mediation_model::{Change, CounterExample, Field, Level, Standard, Version, Vocabulary};

use super::{anchor, history, words};
use crate::rules::RULES;

/// A list longer than this has its own page only: nobody reads it in the middle of another.
const LONGEST_TABLE: usize = 30;

/// How a page leads to others: what a template needs to link each.
pub(crate) trait Leads {
    /// A rule by its id.
    fn rule(&self, id: &str) -> Value;
    /// A rule that watches a column, by its title.
    fn watcher(&self, title: &str, id: &str) -> Value;
    /// A column by its title.
    fn named(&self, field: &Field) -> Value;
    /// The page of a list.
    fn list(&self, vocabulary: &Vocabulary) -> Value;
    /// The place of a value; `null` where values have none.
    fn place(&self, vocabulary: &Vocabulary, code: &str) -> Value;
    /// What was computed.
    fn difference(&self, difference: &Difference) -> Value;
    /// What is told, and the decision behind it.
    fn change(&self, change: &Change) -> Value;
}

/// A column, without its history.
pub(crate) fn field(standard: &Standard, field: &Field, leads: &impl Leads) -> Value {
    let separator = standard.separator_of(field).to_string();
    let bad = |level| -> Vec<Value> {
        let of_level = field.counter_examples.iter().filter(|bad| bad.level == level);
        of_level.map(|bad| counter_example(bad, leads)).collect()
    };
    let (refused, advice) = (bad(Level::Blocking), bad(Level::Recommendation));
    let watched = watched(standard, field, leads);
    let see_also = field.see_also.iter().filter_map(|name| standard.field(name));
    json!({
        "nom": field.name,
        "titre": field.title,
        "multiple": field.multiple,
        "separateur": separator,
        "depuis": field.since,
        "contenu": words::content(standard, field),
        "description": field.description,
        "saisie": field.usage,
        "formes": demands(standard, field, leads),
        "vocabulaire": standard.vocabulary_of(field).map(|list| list_within(list, leads)),
        "exemples": field.examples.iter().map(|cell| cell.text(&separator)).collect::<Vec<_>>(),
        "plusieurs_exemples": field.examples.len() > 1,
        "plusieurs_refus": refused.len() > 1,
        "refus": refused,
        "a_signaler": !(watched.is_empty() && advice.is_empty()),
        "signale": watched,
        "signalements": advice,
        "anciens_noms": field.former_names,
        "alias": field.aliases,
        "voir_aussi": see_also.map(|field| leads.named(field)).collect::<Vec<_>>(),
        "versions": words::versions_since(standard, field.since),
    })
}

/// A value of a list, without its history.
pub(crate) fn value(vocabulary: &Vocabulary, value: &standard_mediation_model::Value) -> Value {
    let instead = value.replaced_by.as_deref().and_then(|code| vocabulary.by_code(code));
    json!({
        "code": value.code,
        "ancre": anchor(&value.code),
        "libelle": value.label,
        "definition": value.definition,
        "depuis": value.since,
        "deprecie": value.deprecated,
        "remplace_par": instead.map(|value| json!({ "libelle": value.label, "ancre": anchor(&value.code) })),
        "alias": value.aliases,
    })
}

/// What happened to a column, newest version first: what was computed, then what is told of it.
pub(crate) fn history_of_field(standard: &Standard, field: &Field, leads: &impl Leads) -> Vec<Value> {
    history(standard, &history::of_field(standard, field), |change| change.fields.contains(&field.name), leads)
}

/// What happened to a value of a list, newest version first.
pub(crate) fn history_of_value(standard: &Standard, vocabulary: &Vocabulary, code: &str, leads: &impl Leads) -> Vec<Value> {
    let uses = |name: &String| standard.field(name).is_some_and(|field| field.vocabulary.as_ref() == Some(&vocabulary.name));
    let touches = |change: &Change| change.values.iter().any(|value| value == code) && change.fields.iter().any(uses);
    history(standard, &history::of_value(standard, &vocabulary.name, code), touches, leads)
}

fn history(
    standard: &Standard,
    computed: &[(Version, Vec<&Difference>)],
    touches: impl Fn(&Change) -> bool,
    leads: &impl Leads,
) -> Vec<Value> {
    let told: Vec<&Change> = standard.changes.iter().filter(|change| touches(change)).collect();
    let mut versions: Vec<Version> = computed.iter().map(|(version, _)| *version).collect();
    versions.extend(told.iter().map(|change| change.version));
    versions.sort_unstable_by(|a, b| b.cmp(a));
    versions.dedup();
    let of = |version: Version| {
        let differences = computed.iter().filter(|(of, _)| *of == version).flat_map(|(_, differences)| differences);
        let changes = told.iter().filter(|change| change.version == version);
        json!({
            "version": version,
            "ecarts": differences.map(|difference| leads.difference(difference)).collect::<Vec<_>>(),
            "evolutions": changes.map(|change| leads.change(change)).collect::<Vec<_>>(),
        })
    };
    versions.into_iter().map(of).collect()
}

/// What each value must be, each demand with the rule that checks it.
fn demands(standard: &Standard, field: &Field, leads: &impl Leads) -> Vec<Value> {
    let demand = |words: &str, level: Level, rule: &str| json!({ "texte": words, "conseil": level == Level::Recommendation, "regle": leads.rule(rule) });
    let mut out: Vec<Value> =
        words::demands(standard, field).iter().map(|asked| demand(&asked.words, asked.level, asked.rule)).collect();
    if let Some(most) = field.max_length {
        let words = format!("{} au plus, espaces compris", counted(most, "caractère", "caractères"));
        out.push(demand(&words, Level::Blocking, "longueur"));
    }
    if field.unique {
        out.push(demand("une valeur différente sur chaque ligne du fichier", Level::Blocking, "unique"));
    }
    out
}

/// A list, on the page of a column.
fn list_within(vocabulary: &Vocabulary, leads: &impl Leads) -> Value {
    let value = |value: &standard_mediation_model::Value| {
        let instead = value.replaced_by.as_deref().and_then(|code| vocabulary.by_code(code));
        json!({
            "libelle": value.label,
            "lien": leads.place(vocabulary, &value.code),
            "definition": value.definition,
            "deprecie": value.deprecated.is_some(),
            "remplace_par": instead.map(|value| &value.label),
        })
    };
    let short = vocabulary.values.len() <= LONGEST_TABLE;
    json!({
        "titre": vocabulary.title,
        "lien": leads.list(vocabulary),
        "conseil": vocabulary.level == Level::Recommendation,
        "valeurs": if short { vocabulary.values.iter().map(value).collect::<Vec<_>>() } else { Vec::new() },
    })
}

/// A bad content, with the reason written for it or else the title of the rule.
fn counter_example(bad: &CounterExample, leads: &impl Leads) -> Value {
    let title = || RULES.iter().find(|rule| rule.id == bad.rule).map(|rule| format!("{}.", rule.title()));
    json!({
        "valeur": bad.text,
        "regle": leads.rule(&bad.rule),
        "pourquoi": bad.why.clone().or_else(title).unwrap_or_default(),
    })
}

/// The sharper checks and the rules between columns that look at the field.
fn watched(standard: &Standard, field: &Field, leads: &impl Leads) -> Vec<Value> {
    let told = |id: &str| RULES.iter().find(|rule| rule.id == id);
    let checks = field.checks.iter().filter_map(|check| told(check.id()));
    let checks = checks.map(|rule| leads.watcher(rule.title(), rule.id));
    let cross = standard.rules.iter().filter(|rule| rule.kind.fields().contains(&field.name.as_str()));
    checks.chain(cross.map(|rule| leads.watcher(&rule.title, &rule.name))).collect()
}
