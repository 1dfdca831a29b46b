//! The way of one value through the steps.
//!
//! In: the steps between two versions, a column and a value of the first. Out: where it arrives, in one move: the steps
//! are walked when the plan is made, never for a row.

use super::decisions::{Decisions, Question, choose, step_name};
use super::{Fate, Migration, Target, ValueChange};
use crate::{Standard, Vocabulary};

/// One step and the standards on its two sides.
#[derive(Debug, Clone)]
pub(super) struct Step<'a> {
    pub(super) before: &'a Standard,
    pub(super) after: &'a Standard,
    pub(super) migration: Migration,
}

/// Where a value arrives.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Arrival {
    At { column: String, text: String },
    Lost(String),
    Refused,
    Unanswered,
}

/// What is said of a column that no step mentions and that the next version does not have: `check` refuses such a step.
const UNTOLD: &str = "la version suivante n'a plus cette colonne";

impl Step<'_> {
    /// The columns that take what a column holds, the usual one first, or why there is none.
    fn columns(&self, column: &str) -> Result<Vec<String>, String> {
        match self.migration.column(column) {
            Some(change) if !change.after.is_empty() => Ok(change.after.clone()),
            Some(change) => Err(change.lost.clone().unwrap_or_else(|| UNTOLD.to_owned())),
            None if self.after.field(column).is_some() => Ok(vec![column.to_owned()]),
            None => Err(UNTOLD.to_owned()),
        }
    }

    /// What is declared of a value, under any of its spellings.
    fn change(&self, column: &str, text: &str) -> Option<&ValueChange> {
        let known = |change: &&ValueChange| change.before.label == text || change.aliases.iter().any(|alias| alias == text);
        self.migration.column(column)?.values.iter().find(known)
    }

    /// The one of several columns that knows a value, or the usual one.
    fn column_of<'c>(&self, columns: &'c [String], text: &str) -> Option<&'c String> {
        let knows = |column: &&String| vocabulary(self.after, column).is_some_and(|list| list.by_label(text).is_some());
        columns.iter().find(knows).or(columns.first())
    }
}

/// Walks a value. `alone` says whether its cell holds nothing else. The questions met are added to `met`.
pub(super) fn follow(
    steps: &[Step<'_>],
    (column, text, alone): (&str, &str, bool),
    decisions: &Decisions,
    met: &mut Vec<Question>,
) -> Arrival {
    let start = column;
    let (mut column, mut text) = (column.to_owned(), text.to_owned());
    for step in steps {
        let columns = match step.columns(&column) {
            Ok(columns) => columns,
            Err(why) => return Arrival::Lost(why),
        };
        let Some(change) = step.change(&column, &text) else {
            column = step.column_of(&columns, &text).cloned().unwrap_or(column);
            continue;
        };
        let target = match &change.fate {
            Fate::Becomes(target) => target,
            Fate::Lost(why) => return Arrival::Lost(why.clone()),
            Fate::Asked(arbitration) => {
                let (step, value) = (step_name(&step.migration), change.before.label.clone());
                let word = decisions.of(&step, &column, &value);
                let answer = word.and_then(|word| choose(arbitration, word));
                let question =
                    Question { step, column: column.clone(), value, arbitration: arbitration.clone(), answer: answer.cloned() };
                met.push(question);
                match answer.map(|answer| (&answer.target, answer.alone)) {
                    None => return Arrival::Unanswered,
                    Some((Some(target), only)) if alone || !only => target,
                    Some(_) => return Arrival::Refused,
                }
            }
        };
        let Target { column: next, value } = target;
        column.clone_from(next);
        // A text that is kept is the one of the list, whatever the spelling that led here.
        text.clone_from(value.as_ref().map_or(&change.before.label, |word| &word.label));
    }
    let is_known =
        steps.last().and_then(|step| vocabulary(step.after, &column)).is_none_or(|list| list.by_label(&text).is_some());
    if !is_known && let Some((_, column, text)) = aliases(steps, start).into_iter().find(|(alias, ..)| *alias == text) {
        return Arrival::At { column, text };
    }
    Arrival::At { column, text }
}

/// The column where an undeclared value of a column arrives, or why none takes it.
pub(super) fn usual(steps: &[Step<'_>], column: &str) -> Result<String, String> {
    steps.iter().try_fold(column.to_owned(), |column, step| {
        let columns = step.columns(&column)?;
        columns.into_iter().next().ok_or_else(|| UNTOLD.to_owned())
    })
}

/// What the steps ask to look at on the way of a column.
pub(super) fn to_check(steps: &[Step<'_>], column: &str) -> Option<String> {
    let mut column = column.to_owned();
    let mut said: Vec<&str> = Vec::new();
    for step in steps {
        said.extend(step.migration.column(&column).and_then(|change| change.to_check.as_deref()));
        column = step.columns(&column).ok()?.into_iter().next()?;
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// Every column that a value of a column may pass through or reach, one list before each step and one after the last.
pub(super) fn stages(steps: &[Step<'_>], column: &str) -> Vec<Vec<String>> {
    let mut stages = vec![vec![column.to_owned()]];
    for step in steps {
        let here = stages.last().cloned().unwrap_or_default();
        let mut next: Vec<String> = here.iter().flat_map(|column| step.columns(column).unwrap_or_default()).collect();
        next.sort_unstable();
        next.dedup();
        stages.push(next);
    }
    stages
}

/// The spellings that a plan must know of a column: values of its vocabulary, and what each step names on its way.
pub(super) fn spellings(steps: &[Step<'_>], column: &str) -> Vec<String> {
    let labels = |standard: &Standard, column: &str| -> Vec<String> {
        vocabulary(standard, column).into_iter().flat_map(Vocabulary::labels).map(str::to_owned).collect()
    };
    let mut spellings = steps.first().map(|step| labels(step.before, column)).unwrap_or_default();
    let stages = stages(steps, column);
    for (step, columns) in steps.iter().zip(&stages) {
        for change in columns.iter().filter_map(|column| step.migration.column(column)).flat_map(|change| &change.values) {
            spellings.push(change.before.label.clone());
            spellings.extend(change.aliases.iter().cloned());
        }
    }
    // A file that was begun by hand may already say what the new version says.
    if let (Some(step), Some(columns)) = (steps.last(), stages.last()) {
        spellings.extend(columns.iter().flat_map(|column| labels(step.after, column)));
    }
    spellings.extend(aliases(steps, column).into_iter().map(|(alias, ..)| alias));
    let mut seen = std::collections::BTreeSet::new();
    spellings.retain(|text| seen.insert(text.clone()));
    spellings
}

/// The misspellings that the last version knows: each with the column and the label it stands for.
fn aliases(steps: &[Step<'_>], column: &str) -> Vec<(String, String, String)> {
    let (Some(step), Some(columns)) = (steps.last(), stages(steps, column).pop()) else { return Vec::new() };
    let mut aliases = Vec::new();
    for column in columns {
        for value in vocabulary(step.after, &column).into_iter().flat_map(|list| &list.values) {
            aliases.extend(value.aliases.iter().map(|alias| (alias.clone(), column.clone(), value.label.clone())));
        }
    }
    aliases
}

/// The vocabulary of a column.
pub(super) fn vocabulary<'a>(standard: &'a Standard, column: &str) -> Option<&'a Vocabulary> {
    standard.vocabulary_of(standard.field(column)?)
}
