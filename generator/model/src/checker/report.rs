//! The violations of one cell, so many of them.

use std::borrow::Cow;
use std::sync::Arc;

use crate::count::counted;
use crate::{CellRule, Level};

use super::{Breach, Violation};

/// Violations of one cell told one by one, of each level. Beyond, a cell that blocks is read no further, and advice is only
/// counted: a fault may come after it. No list that a person fills in has as many; a text of a mebibyte with a separator
/// every other sign would have half a million.
const MOST_TOLD: usize = 100;

/// What is found in a cell.
pub(super) struct Report {
    field: Arc<str>,
    out: Vec<Violation>,
    /// The same without words, when nobody reads them.
    breaches: Option<Vec<Breach>>,
    blocking: Met,
    advice: Met,
}

/// Violations of one level.
#[derive(Default)]
struct Met {
    count: usize,
    /// The rule of the first one that is not told.
    beyond: Option<&'static str>,
}

impl Report {
    pub(super) fn new(field: &Arc<str>) -> Self {
        Self { field: Arc::clone(field), out: Vec::new(), breaches: None, blocking: Met::default(), advice: Met::default() }
    }

    /// One that keeps no words, and does not even look for them.
    pub(super) fn without_words(field: &Arc<str>) -> Self {
        Self { breaches: Some(Vec::new()), ..Self::new(field) }
    }

    /// Whether the cell blocks so much that the rest of it is not read.
    pub(super) fn is_over(&self) -> bool {
        self.blocking.beyond.is_some()
    }

    pub(super) fn count(&self) -> usize {
        self.blocking.count + self.advice.count
    }

    /// What is told, then one line a level for the rest.
    pub(super) fn finish(mut self) -> Vec<Violation> {
        for (met, level) in [(self.blocking, Level::Blocking), (self.advice, Level::Recommendation)] {
            let Some(rule) = met.beyond else { continue };
            let more = met.count - MOST_TOLD;
            let message = match level {
                Level::Blocking => format!("cette case a plus de {MOST_TOLD} fautes : la suite de la case n'est pas vérifiée"),
                Level::Recommendation => format!("cette case a encore {}", counted(more, "autre conseil", "autres conseils")),
            };
            let help = "vérifiez le séparateur de la liste, et que la case ne contient pas autre chose".into();
            let (rule, field) = (rule.into(), Arc::clone(&self.field));
            self.out.push(Violation { rule, level, field, part: None, message, help });
        }
        self.out
    }

    /// The same of one that keeps no words.
    pub(super) fn into_breaches(self) -> Vec<Breach> {
        let mut breaches = self.breaches.unwrap_or_default();
        for (met, level) in [(self.blocking, Level::Blocking), (self.advice, Level::Recommendation)] {
            breaches.extend(met.beyond.map(|rule| Breach { rule, level }));
        }
        breaches
    }

    /// Adds a violation, and the message and the remedy when it is to be told: the nearest value is long to find.
    pub(super) fn add<H: Into<Cow<'static, str>>>(
        &mut self,
        rule: CellRule,
        level: Level,
        part: Option<usize>,
        words: impl FnOnce() -> (String, H),
    ) {
        self.push(rule.id(), level, part, words);
    }

    pub(super) fn push<H: Into<Cow<'static, str>>>(
        &mut self,
        rule: &'static str,
        level: Level,
        part: Option<usize>,
        words: impl FnOnce() -> (String, H),
    ) {
        let met = match level {
            Level::Blocking => &mut self.blocking,
            Level::Recommendation => &mut self.advice,
        };
        met.count += 1;
        if met.count > MOST_TOLD {
            met.beyond.get_or_insert(rule);
            return;
        }
        if let Some(breaches) = &mut self.breaches {
            breaches.push(Breach { rule, level });
            return;
        }
        let (message, help) = words();
        let field = Arc::clone(&self.field);
        self.out.push(Violation { rule: rule.into(), level, field, part, message, help: help.into() });
    }
}
