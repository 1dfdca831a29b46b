//! Where findings about one file are gathered.

use std::ops::Range;

use standard_mediation_model::{Finding, Place, Span};

use crate::rules;

/// The findings about one file.
#[derive(Debug)]
pub(crate) struct Report<'a> {
    path: &'a str,
    text: &'a str,
    findings: Vec<Finding>,
}

impl<'a> Report<'a> {
    /// An empty report about the file at `path`, whose clean text is `text`.
    pub(crate) fn new(path: &'a str, text: &'a str) -> Self {
        Self { path, text, findings: Vec::new() }
    }

    /// Adds a finding about a range of bytes.
    pub(crate) fn at(&mut self, range: Range<usize>, rule: &'static str, message: impl Into<String>, help: impl Into<String>) {
        let span = span(self.text, range);
        self.push(Some(span), rule, message.into(), help.into());
    }

    /// Adds a finding about the file as a whole.
    pub(crate) fn whole(&mut self, rule: &'static str, message: impl Into<String>, help: impl Into<String>) {
        self.push(None, rule, message.into(), help.into());
    }

    /// Line of a byte, from 1.
    pub(crate) fn line_of(&self, byte: usize) -> usize {
        span(self.text, byte..byte).line
    }

    /// The findings, in the order in which they were made.
    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    fn push(&mut self, span: Option<Span>, rule: &'static str, message: String, help: String) {
        let level = rules::level(rule);
        debug_assert!(rules::find(rule).is_some(), "rule without a page: {rule}");
        let place = Place { path: self.path.to_owned(), span };
        self.findings.push(Finding { place, rule: rule.to_owned(), level, message, help });
    }
}

/// Lines and columns of a range of bytes. A range that falls inside a character is widened to hold it.
pub(crate) fn span(text: &str, range: Range<usize>) -> Span {
    let mut start = range.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = range.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let position = |at: usize| {
        let before = &text[..at];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        (before.bytes().filter(|b| *b == b'\n').count() + 1, before[line_start..].chars().count() + 1)
    };
    let (line, column) = position(start);
    let (end_line, end_column) = position(end);
    Span { line, column, end_line, end_column, start, end }
}
