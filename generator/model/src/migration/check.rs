//! What the steps ask a person to look at.
//!
//! In: the cells of a new row, in columns of which the new version asks more. Out: those that break a rule of theirs. Good
//! cells are most of them: they are told at sight.

use std::sync::Arc;

use super::plan::{Flow, Plan};
use crate::data::{AtSight, Parts};
use crate::{Checker, Level};

/// What a person should look at in a column.
#[derive(Debug, Clone)]
pub(super) struct ToCheck {
    /// What the steps say of it.
    pub(super) said: String,
    /// Whether a recommendation that is not followed is worth a line: where no rule of the field blocks, that is all it asks.
    pub(super) is_advice: bool,
}

/// What the new version asks more of a column of a file.
#[derive(Debug, Clone)]
pub(super) struct Check<'p> {
    /// Where what the column holds goes.
    pub(super) target: usize,
    pub(super) asked: &'p ToCheck,
    /// What is surely right.
    at_sight: Option<Arc<AtSight>>,
}

impl<'p> Check<'p> {
    /// What is asked of the values of a flow.
    pub(super) fn of(flow: &'p Flow) -> Option<Self> {
        Some(Self { target: flow.usual, asked: flow.to_check.as_ref()?, at_sight: None })
    }

    /// Makes most cells quick to look at.
    pub(super) fn prepare(&mut self, plan: &Plan, checker: &Checker<'_>) {
        let only = (!self.asked.is_advice).then_some(Level::Blocking);
        self.at_sight = checker.at_sight(&plan.targets[self.target].name, only).map(Arc::new);
    }

    /// Whether a cell of the new row breaks what is asked of its field.
    pub(super) fn is_broken(&self, plan: &Plan, checker: &Checker<'_>, text: &str, parts: &mut Parts) -> bool {
        if text.is_empty() || self.at_sight.as_ref().is_some_and(|sight| sight.accepts(text.as_bytes(), parts)) {
            return false;
        }
        let breaches = checker.breaches(&plan.targets[self.target].name, text);
        breaches.iter().any(|breach| self.asked.is_advice || breach.level == Level::Blocking)
    }
}
