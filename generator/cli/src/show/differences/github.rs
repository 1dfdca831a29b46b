//! Differences as annotations of a GitHub check, each on the file that a person would open.
//!
//! ```text
//! ::error file=schema/vocabulaires/services.yaml,line=4,title=valeur-retiree (majeur)::La liste « services » ne …
//! ```
//!
//! What the declared version does not cover is an error, a question is a warning, the rest is a notice.

use standard_mediation_model::diff::{Difference, verdict};

use super::Changes;
use crate::show::github::{data, property};
use crate::show::slashed;

pub(super) fn render(changes: &Changes<'_>) -> String {
    let mut out: String = changes.differences.iter().map(|difference| annotation(changes, difference)).collect();
    let command = if changes.verdict.is_enough() { "notice" } else { "error" };
    out.push_str(&format!("::{command} title=version::{}\n", data(&changes.conclusion())));
    out
}

fn annotation(changes: &Changes<'_>, difference: &Difference) -> String {
    let own = verdict(changes.verdict.before, changes.verdict.declared, std::slice::from_ref(difference));
    let command = match (own.is_enough(), &difference.question) {
        (false, _) => "error",
        (true, Some(_)) => "warning",
        (true, None) => "notice",
    };
    let place = place(changes, difference).map(|place| format!("{place},")).unwrap_or_default();
    let title = property(&format!("{} ({})", difference.kind.id(), difference.impact.word()));
    let message = match &difference.question {
        Some(question) => format!("{} — {question}", difference.sentence()),
        None => difference.sentence(),
    };
    format!("::{command} {place}title={title}::{}\n", data(&message))
}

/// The file of after that says it, when after is a folder of sources: a value on its line, the rest at the top.
fn place(changes: &Changes<'_>, difference: &Difference) -> Option<String> {
    let sources = changes.after.sources.as_ref()?;
    let field = difference.fields.first().and_then(|names| names.after.as_ref());
    let files = [
        difference.vocabulary.as_ref().map(|name| format!("vocabulaires/{name}.yaml")),
        field.map(|name| format!("champs/{name}.yaml")),
        Some("standard.yaml".to_owned()),
    ];
    let (path, text) = files.into_iter().flatten().find_map(|path| {
        let text = sources.loaded.texts.get(&path)?;
        Some((path, text))
    })?;
    let code = difference.values.last().map(|code| format!("code: {code}"));
    let is_it = |line: &str| code.as_deref() == Some(line.trim_start_matches(['-', ' ']).trim_end());
    let line = text.lines().position(is_it).map_or(1, |line| line + 1);
    let path = sources.folder.join(path);
    Some(format!("file={},line={line}", property(&slashed(&path))))
}
