//! `migrations.md`: what becomes of each column and value of an old file, step by step, oldest version first.

use serde_json::{Value, json};
use standard_mediation_model::Standard;
use standard_mediation_model::migration::{Answer, Arbitration, ColumnChange, Fate, Migration, Target, ValueChange, Word};

use super::links;
use crate::emit::words;
use crate::render;

pub(super) fn view(standard: &Standard) -> Value {
    json!({ "migrations": standard.migrations.iter().map(|step| step_view(standard, step)).collect::<Vec<_>>() })
}

fn step_view(standard: &Standard, step: &Migration) -> Value {
    let lists: Vec<Value> =
        step.columns.iter().filter(|column| !column.values.is_empty()).map(|column| values(standard, column)).collect();
    json!({
        "ancre": links::anchor(&format!("{}-vers-{}", step.before, step.after)),
        "avant": step.before,
        "apres": step.after,
        "titre": step.title,
        "description": step.description,
        "colonnes": step.columns.iter().filter(|column| is_told(column)).map(|column| column_view(standard, column)).collect::<Vec<_>>(),
        "nouvelles": words::enumeration(&step.new_columns.iter().map(|name| name_of(standard, name)).collect::<Vec<_>>()),
        "listes": lists,
    })
}

/// Whether something is said of the column itself, besides its values.
fn is_told(column: &ColumnChange) -> bool {
    column.after != [column.before.as_str()] || !column.separators.is_empty() || column.to_check.is_some()
}

fn column_view(standard: &Standard, column: &ColumnChange) -> Value {
    let after: Vec<String> = column.after.iter().map(|name| name_of(standard, name)).collect();
    let signs: Vec<String> = column.separators.iter().map(|sign| render::code_case(&sign.to_string())).collect();
    json!({
        "avant": column.before,
        "apres": words::enumeration(&after),
        "perdue": column.lost,
        "separateurs": words::enumeration(&signs),
        "a_verifier": column.to_check,
    })
}

fn values(standard: &Standard, column: &ColumnChange) -> Value {
    json!({
        "colonne": column.before,
        "valeurs": column.values.iter().map(|value| value_view(standard, value)).collect::<Vec<_>>(),
    })
}

fn value_view(standard: &Standard, value: &ValueChange) -> Value {
    let (target, lost, question) = match &value.fate {
        Fate::Becomes(target) => (Some(target_view(standard, target)), None, None),
        Fate::Lost(why) => (None, Some(why), None),
        Fate::Asked(asked) => (None, None, Some(question_view(standard, asked))),
    };
    json!({ "avant": value.before.label, "cible": target, "perdue": lost, "question": question })
}

fn target_view(standard: &Standard, target: &Target) -> Value {
    json!({ "colonne": name_of(standard, &target.column), "valeur": target.value.as_ref().map(label) })
}

fn question_view(standard: &Standard, asked: &Arbitration) -> Value {
    let answer = |answer: &Answer| {
        json!({
            "reponse": answer.name,
            "cible": answer.target.as_ref().map(|target| target_view(standard, target)),
            "seule": answer.alone,
            "proposee": answer.name == asked.proposition,
        })
    };
    json!({
        "texte": asked.question,
        "reponses": asked.answers.iter().map(answer).collect::<Vec<_>>(),
        "raison": asked.reason,
    })
}

fn label(word: &Word) -> &str {
    &word.label
}

/// A column, linked when it still exists.
fn name_of(standard: &Standard, name: &str) -> String {
    match standard.field(name) {
        Some(_) => links::field("", name),
        None => render::code_case(name),
    }
}
