//! Questions that the data raise, and the answers of a person.
//!
//! In: the declared questions, a form filled in. Out: for each question its answer, once for all rows. Must not know how
//! the form is stored.

use super::{Answer, Arbitration, Migration, ValueChange};
use crate::hint;

/// A question of one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The step, `0.1.1 vers 1.0.0`.
    pub step: String,
    /// The column, by its name in the old version of the step.
    pub column: String,
    /// The text of the value.
    pub value: String,
    /// What is asked.
    pub arbitration: Arbitration,
    /// What was answered.
    pub answer: Option<Answer>,
}

/// Answers, in the order of the form: step, column, value, name of the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    answers: Vec<[String; 4]>,
}

/// An answer that is none of those the question allows, or the answer to no question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongAnswer {
    /// The step, as the form says it.
    pub step: String,
    /// The column, as the form says it.
    pub column: String,
    /// The value, as the form says it.
    pub value: String,
    /// The answer, as the form says it.
    pub answer: String,
    /// The answers that the question allows; empty when there is no such question.
    pub allowed: Vec<String>,
}

impl Decisions {
    /// Adds an answer. An empty one counts for nothing.
    pub fn answer(&mut self, step: &str, column: &str, value: &str, answer: &str) {
        if !answer.trim().is_empty() {
            self.answers.push([step, column, value, answer].map(|text| text.trim().to_owned()));
        }
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// The answer to a question, by the last line of the form that speaks of it.
    pub(super) fn of(&self, step: &str, column: &str, value: &str) -> Option<&str> {
        let asked = |line: &&[String; 4]| line[0] == step && line[1] == column && same(&line[2], value);
        self.answers.iter().rev().find(asked).map(|line| line[3].as_str())
    }

    /// The answers that the declared questions do not allow.
    ///
    /// # Errors
    /// The first of them, so that a form filled in wrongly is never applied by half.
    pub fn check(&self, migrations: &[Migration]) -> Result<(), WrongAnswer> {
        for [step, column, value, answer] in &self.answers {
            let arbitration = find(migrations, step, column, value);
            if arbitration.is_none_or(|arbitration| choose(arbitration, answer).is_none()) {
                let allowed = arbitration.map(|arbitration| arbitration.answers.iter().map(|answer| answer.name.clone()));
                return Err(WrongAnswer {
                    step: step.clone(),
                    column: column.clone(),
                    value: value.clone(),
                    answer: answer.clone(),
                    allowed: allowed.map(Iterator::collect).unwrap_or_default(),
                });
            }
        }
        Ok(())
    }
}

/// The answer that a person's word chooses, whatever its case: its name, its words, or the value that only it leads to.
pub(super) fn choose<'a>(arbitration: &'a Arbitration, word: &str) -> Option<&'a Answer> {
    let answers = &arbitration.answers;
    let named = answers.iter().find(|answer| same(&answer.name, word) || same(&answer.in_words(), word));
    named.or_else(|| {
        let leads = |answer: &&Answer| {
            let value = answer.target.as_ref().and_then(|target| target.value.as_ref());
            value.is_some_and(|value| same(&value.label, word))
        };
        let mut leading = answers.iter().filter(leads);
        leading.next().filter(|_| leading.next().is_none())
    })
}

/// How a step is named in the form.
pub(super) fn step_name(migration: &Migration) -> String {
    format!("{} vers {}", migration.before, migration.after)
}

/// A spreadsheet or a word processor may have changed an apostrophe or a space.
fn same(a: &str, b: &str) -> bool {
    a == b || hint::folded(a) == hint::folded(b)
}

fn find<'a>(migrations: &'a [Migration], step: &str, column: &str, value: &str) -> Option<&'a Arbitration> {
    let migration = migrations.iter().find(|migration| step_name(migration) == step)?;
    let value = migration.column(column)?.values.iter().find(|change| same(&change.before.label, value))?;
    arbitration(value)
}

/// The question about a value.
pub(super) fn arbitration(value: &ValueChange) -> Option<&Arbitration> {
    match &value.fate {
        super::Fate::Asked(arbitration) => Some(arbitration),
        _ => None,
    }
}
