//! What the sources ask for and a Table Schema does not say: texts, counter-examples, example rows.
//!
//! In: an imported standard. Out: one that `check` accepts as far as that can be done honestly: texts to be completed say so,
//! values made up come from the constraints and are tried on [`Checker`], examples that disobey are left out. What is left
//! is for `check` to say, and for people to decide.

mod counter;
mod form;
mod rows;
mod samples;
mod texts;

use standard_mediation_model::{Cell, Checker, Field, Finding, Level, Place, Standard};

use crate::source::is_exchangeable;

/// Completes a standard; the remarks are about the files that it will be written to.
pub(super) fn complete(mut standard: Standard) -> (Standard, Vec<Finding>) {
    let mut todo = Todo { findings: Vec::new() };
    texts::complete(&mut standard, &mut todo);
    redundant(&mut standard, &mut todo);
    let examples: Vec<Vec<Cell>> = match Checker::new(&standard, standard.identity.modified) {
        Ok(checker) => standard.fields.iter().map(|field| examples(&standard, field, &checker, &mut todo)).collect(),
        Err(_) => return (standard, todo.findings),
    };
    for (field, examples) in standard.fields.iter_mut().zip(examples) {
        field.examples = examples;
    }
    let counters: Vec<_> = match Checker::new(&standard, standard.identity.modified) {
        Ok(checker) => standard.fields.iter().map(|field| counter::examples(&standard, field, &checker)).collect(),
        Err(_) => return (standard, todo.findings),
    };
    for (field, counters) in standard.fields.iter_mut().zip(counters) {
        field.counter_examples = counters;
    }
    standard.examples = rows::of(&standard);
    todo.say(
        "exemples/complet.yaml",
        "les lignes d'exemple ont été fabriquées à partir des contraintes",
        "remplacez-les par des lignes vraies, qui se tiennent",
    );
    (standard, todo.findings)
}

/// What is left to people, with the file where it waits.
struct Todo {
    findings: Vec<Finding>,
}

impl Todo {
    fn say(&mut self, path: &str, message: impl Into<String>, help: impl Into<String>) {
        self.findings.push(Finding {
            place: Place { path: path.to_owned(), span: None },
            rule: "import-a-completer".into(),
            level: Level::Recommendation,
            message: message.into(),
            help: help.into(),
        });
    }
}

/// Lengths that the form already says: no text would break them alone.
fn redundant(standard: &mut Standard, todo: &mut Todo) {
    for field in &mut standard.fields {
        let Some((shortest, longest)) = field.pattern.as_ref().and_then(|pattern| form::lengths(&pattern.expression)) else {
            continue;
        };
        let mut drop = |length: &mut Option<usize>, said: bool, key: &str| {
            if length.is_some() && said {
                *length = None;
                let path = format!("champs/{}.yaml", field.name);
                let message = format!("« {key} » est retirée : la forme de la valeur la dit déjà");
                todo.say(&path, message, "rien à faire");
            }
        };
        let (min, max) = (field.min_length, field.max_length);
        drop(&mut field.min_length, min.is_some_and(|min| shortest >= min), "longueur_min");
        drop(&mut field.max_length, max.zip(longest).is_some_and(|(max, longest)| longest <= max), "longueur_max");
    }
}

/// The examples that obey, or made-up ones.
fn examples(standard: &Standard, field: &Field, checker: &Checker<'_>, todo: &mut Todo) -> Vec<Cell> {
    let good = |cell: &Cell| {
        let text = standard.text_of(field, cell);
        !text.is_empty()
            && checker.cell(&field.name, &text).is_empty()
            && cell.parts().iter().all(|part| is_exchangeable(part))
            && !(field.multiple
                && field.vocabulary.is_none()
                && cell.parts().iter().any(|part| part.contains(standard.separator_of(field))))
    };
    let (kept, left): (Vec<Cell>, Vec<Cell>) = field.examples.iter().cloned().partition(good);
    let path = format!("champs/{}.yaml", field.name);
    for cell in left.iter().filter(|cell| !cell.parts().iter().all(String::is_empty)) {
        let text: String = standard.text_of(field, cell).chars().take(60).collect();
        let message = format!(
            "l'exemple « {text} » ne suit pas les contraintes du champ, ou tient lieu d'un vrai contenu : il est laissé de côté"
        );
        todo.say(&path, message, "corrigez l'exemple ou la contrainte");
    }
    if !kept.is_empty() {
        return kept;
    }
    let made: Vec<Cell> = samples::of(standard, field, 0).into_iter().filter(good).take(2).collect();
    if made.is_empty() {
        todo.say(&path, "aucun exemple n'a pu être fabriqué", "écrivez un bon contenu dans « exemples »");
    } else {
        todo.say(&path, "l'exemple a été fabriqué à partir des contraintes", "remplacez-le par un vrai contenu");
    }
    made
}

#[cfg(test)]
mod tests;
