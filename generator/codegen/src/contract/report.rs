//! Where findings about the publication are gathered.

use std::collections::BTreeMap;
use std::ops::Range;

use standard_mediation_model::count::counted;
use standard_mediation_model::{Finding, Place};

use crate::rules;
use crate::source::report::span;

/// Findings of one rule shown in one file; beyond, only their number. Nobody reads more, and a hostile file could
/// otherwise cost far more than its length.
const SHOWN: usize = 20;

/// The findings, with the texts that they are about.
pub(super) struct Report<'a> {
    texts: &'a BTreeMap<&'a str, &'a str>,
    findings: Vec<Finding>,
    counts: BTreeMap<(&'static str, String), usize>,
}

impl<'a> Report<'a> {
    pub(super) fn new(texts: &'a BTreeMap<&'a str, &'a str>) -> Self {
        Self { texts, findings: Vec::new(), counts: BTreeMap::new() }
    }

    /// Adds a finding about a range of bytes of a file.
    pub(super) fn at(
        &mut self,
        path: &str,
        range: &Range<usize>,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(path, Some(range), rule, message.into(), help.into());
    }

    /// Adds a finding about a file as a whole.
    pub(super) fn whole(&mut self, path: &str, rule: &'static str, message: impl Into<String>, help: impl Into<String>) {
        self.push(path, None, rule, message.into(), help.into());
    }

    /// The findings, sorted by place.
    pub(super) fn into_findings(mut self) -> Vec<Finding> {
        for ((rule, path), count) in std::mem::take(&mut self.counts) {
            if count > SHOWN {
                let message =
                    format!("… et {} du même genre dans ce fichier", counted(count - SHOWN, "autre constat", "autres constats"));
                let place = Place { path, span: None };
                let help = "corrigez les premiers et relancez".to_owned();
                self.findings.push(Finding { place, rule: rule.to_owned(), level: rules::level(rule), message, help });
            }
        }
        self.findings.sort();
        self.findings.dedup();
        self.findings
    }

    fn push(&mut self, path: &str, range: Option<&Range<usize>>, rule: &'static str, message: String, help: String) {
        debug_assert!(rules::find(rule).is_some(), "rule without a page: {rule}");
        let count = self.counts.entry((rule, path.to_owned())).or_default();
        *count += 1;
        if *count > SHOWN {
            return;
        }
        let span = self.texts.get(path).zip(range).map(|(text, range)| span(text, range.clone()));
        let place = Place { path: path.to_owned(), span };
        self.findings.push(Finding { place, rule: rule.to_owned(), level: rules::level(rule), message, help });
    }
}
