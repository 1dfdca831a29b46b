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

/// An answer that cannot be applied.
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
    /// Why it cannot.
    pub why: WhyWrong,
}

/// Why an answer cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyWrong {
    /// Nobody asks that.
    NoQuestion,
    /// It is none of these, which the question allows.
    NotAllowed(Vec<String>),
    /// The form gives this other answer to the same question before.
    AnsweredBefore(String),
}

impl Decisions {
    /// Adds an answer. An empty one counts for nothing.
    pub fn answer(&mut self, step: &str, column: &str, value: &str, answer: &str) {
        if !answer.trim().is_empty() {
            self.answers.push([step, column, value, answer].map(|text| text.trim().to_owned()));
        }
    }

    /// The same, in the place of what was answered to that question before.
    pub fn replace(&mut self, step: &str, column: &str, value: &str, answer: &str) {
        if !answer.trim().is_empty() {
            let is_other = |line: &[String; 4]| line[0] != step.trim() || line[1] != column.trim() || !same(&line[2], value);
            self.answers.retain(is_other);
        }
        self.answer(step, column, value, answer);
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// The answer to a question: that of the first line of the form that speaks of it, which [`Decisions::check`] knows to be
    /// that of the others.
    pub(super) fn of(&self, step: &str, column: &str, value: &str) -> Option<&str> {
        let asked = |line: &&[String; 4]| line[0] == step && line[1] == column && same(&line[2], value);
        self.answers.iter().find(asked).map(|line| line[3].as_str())
    }

    /// Holds the answers against the declared questions, and against each other.
    ///
    /// # Errors
    /// The first that cannot be applied, so that a form filled in wrongly is never applied by half.
    pub fn check(&self, migrations: &[Migration]) -> Result<(), Box<WrongAnswer>> {
        for [step, column, value, answer] in &self.answers {
            let wrong = |why| {
                let [step, column, value, answer] = [step, column, value, answer].map(Clone::clone);
                Box::new(WrongAnswer { step, column, value, answer, why })
            };
            let Some(arbitration) = find(migrations, step, column, value) else { return Err(wrong(WhyWrong::NoQuestion)) };
            let Some(chosen) = choose(arbitration, answer) else {
                let allowed = arbitration.answers.iter().map(|answer| answer.name.clone()).collect();
                return Err(wrong(WhyWrong::NotAllowed(allowed)));
            };
            let first = self.of(step, column, value).unwrap_or(answer);
            if choose(arbitration, first) != Some(chosen) {
                return Err(wrong(WhyWrong::AnsweredBefore(first.to_owned())));
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
