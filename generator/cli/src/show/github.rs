//! Findings as annotations of a GitHub check, and the whole report as the summary of the job.
//!
//! ```text
//! ::error file=schema/champs/nom.yaml,line=2,col=1,endLine=2,endColumn=7,title=cle-inconnue::la clé … — aide : …
//! ```
//!
//! GitHub shows ten errors and ten warnings a step; the summary holds them all.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{self, Write as _};

use standard_mediation_model::{Finding, Level};

use super::Output;
use super::plain::line;

/// The annotations.
pub(super) fn render(output: &Output<'_>) -> String {
    output.findings().map(|(finding, _)| annotation(&finding)).collect()
}

fn annotation(finding: &Finding) -> String {
    let command = match finding.level {
        Level::Blocking => "error",
        Level::Recommendation => "warning",
    };
    let mut place = format!("file={}", property(&finding.place.path));
    if let Some(span) = finding.place.span {
        let _ = write!(place, ",line={},col={},endLine={},endColumn={}", span.line, span.column, span.end_line, span.end_column);
    }
    let message = data(&format!("{} — aide : {}", finding.message, finding.help));
    format!("::{command} {place},title={}::{message}\n", property(&finding.rule))
}

/// Appends the report to the file that GitHub names, when it names one.
pub(super) fn summary(output: &Output<'_>) -> io::Result<()> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY") else { return Ok(()) };
    let mut text = String::new();
    for (finding, _) in output.findings() {
        let line = finding.place.span.map(|span| format!(":{}:{}", span.line, span.column)).unwrap_or_default();
        let cell = |text: &str| text.replace('|', "\\|").replace('<', "&lt;").replace('\n', " ");
        let _ = writeln!(
            text,
            "| `{}{line}` | `{}` | {} | {} |",
            finding.place.path,
            finding.rule,
            cell(&finding.message),
            cell(&finding.help)
        );
    }
    if text.is_empty() {
        text.push_str("La source se lit sans faute.\n");
    } else {
        text.insert_str(0, "| Endroit | Règle | Constat | Aide |\n|---|---|---|---|\n");
    }
    append(&path, &text)
}

/// Appends Markdown to the same file.
pub(super) fn append_summary(text: &str) -> io::Result<()> {
    std::env::var_os("GITHUB_STEP_SUMMARY").map_or(Ok(()), |path| append(&path, text))
}

fn append(path: &OsStr, text: &str) -> io::Result<()> {
    OpenOptions::new().create(true).append(true).open(path)?.write_all(text.as_bytes())
}

/// A message: GitHub ends it at a line feed and decodes percent signs; it shows the rest as a terminal does.
pub(super) fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    line(&text).into_owned()
}

/// A property: it also ends at a colon or a comma.
pub(super) fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use standard_mediation_model::{Place, Span};

    #[test]
    fn what_would_end_an_annotation_is_escaped() {
        let span = Span { line: 2, column: 1, end_line: 2, end_column: 7, start: 8, end: 14 };
        let finding = Finding {
            place: Place { path: "schema/a,b:c.yaml".into(), span: Some(span) },
            rule: "cle-inconnue".into(),
            level: Level::Blocking,
            message: "100 %\nfaux".into(),
            help: "corrigez".into(),
        };
        assert_eq!(
            annotation(&finding),
            "::error file=schema/a%2Cb%3Ac.yaml,line=2,col=1,endLine=2,endColumn=7,title=cle-inconnue::100 %25%0Afaux — aide : corrigez\n"
        );
    }
}
