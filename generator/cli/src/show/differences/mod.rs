//! How the differences between two versions are shown: to a person, on a pull request, to GitHub, to a program.
//!
//! In: two sides, what differs, the verdict. Out: text. Nothing is decided here.

mod github;
mod terminal;

use std::io::{self, Write};

use serde_json::{Value, json};
use standard_mediation_codegen::report;
use standard_mediation_model::diff::{Difference, Verdict};

use crate::arguments::ReportFormat;
use crate::sides::Side;

/// What is to be shown.
pub(crate) struct Changes<'a> {
    /// The first side.
    pub(crate) before: &'a Side,
    /// The second side.
    pub(crate) after: &'a Side,
    /// What differs, in reading order.
    pub(crate) differences: &'a [Difference],
    /// The version that asks for.
    pub(crate) verdict: &'a Verdict,
}

impl Changes<'_> {
    fn markdown(&self) -> String {
        report::markdown(&self.before.label, &self.after.label, self.differences, self.verdict, &self.conclusion())
    }

    /// The verdict in words. When it is not about the first side, it says about what.
    fn conclusion(&self) -> String {
        let Verdict { before, declared, .. } = self.verdict;
        let said = self.verdict.sentence();
        if *before == self.before.standard.identity.version {
            return said;
        }
        format!("La version {declared} est en préparation : elle se juge par rapport à la dernière publiée, {before}. {said}")
    }
}

/// Shows changes on the standard output.
pub(crate) fn differences(format: ReportFormat, changes: &Changes<'_>) -> io::Result<()> {
    let text = match format {
        ReportFormat::Terminal => terminal::render(changes, super::terminal::style().colours),
        ReportFormat::Markdown => changes.markdown(),
        ReportFormat::Github => {
            super::github::append_summary(&changes.markdown())?;
            github::render(changes)
        }
        ReportFormat::Json => format!("{:#}\n", json(changes)),
    };
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

/// `{"avant", "apres", "differences": […], "verdict"}`: each difference as it is stored, and its sentence.
fn json(changes: &Changes<'_>) -> Value {
    let said = |value: Value, sentence: String| match value {
        Value::Object(mut object) => {
            object.insert("phrase".into(), sentence.into());
            Value::Object(object)
        }
        value => value,
    };
    let differences = changes.differences.iter().map(|difference| said(json!(difference), difference.sentence()));
    json!({
        "avant": changes.before.label,
        "apres": changes.after.label,
        "differences": differences.collect::<Vec<_>>(),
        "verdict": said(json!(changes.verdict), changes.conclusion()),
    })
}
