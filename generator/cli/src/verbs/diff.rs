//! `diff`: what changes between two versions, and whether the declared one says so. Writes nothing.

use std::path::Path;

use standard_mediation_model::Standard;
use standard_mediation_model::diff::{Difference, Verdict, compare, verdict};

use super::{Outcome, displayed, show_findings};
use crate::arguments::{Compared, Format, ReportFormat};
use crate::disk::Failure;
use crate::show;
use crate::sides::{self, Reading, Side, Sources};

/// Compares. `false` when the declared version is too low.
pub(crate) fn diff(options: &Compared) -> Outcome {
    let after = options.after.clone().unwrap_or_else(|| options.schema.display().to_string());
    let (before, after) = match sides::read(&options.before, &after, &options.schema)? {
        (Reading::Ready(before), Reading::Ready(after)) => (before, after),
        (old, new) => return faulty(options, &[("AVANT", &options.before, old), ("APRÈS", &after, new)]),
    };
    let (before, after): (&Side, &Side) = (&before, &after);
    let differences = compare(&before.standard, &after.standard);
    let verdict = answer(&before.standard, &after.standard, &differences);
    let changes = show::Changes { before, after, differences: &differences, verdict: &verdict };
    displayed(show::differences(options.format, &changes))?;
    for side in [before, after].into_iter().filter(|side| side.altered > 0) {
        eprintln!(
            "note : la lecture de {} a corrigé ou laissé de côté des contraintes ({}), que la comparaison ne voit pas ; « cargo standard import » les montre",
            side.label, side.altered
        );
    }
    Ok(verdict.is_enough())
}

/// What is to be said of the declared number. Between two states of a version in preparation, it does not answer for
/// what one proposal changes but for everything since the last published version.
fn answer(before: &Standard, after: &Standard, differences: &[Difference]) -> Verdict {
    let (from, declared) = (before.identity.version, after.identity.version);
    let is_released = after.history.iter().any(|release| release.version == from);
    let since_published = after.comparisons.iter().find(|comparison| comparison.version == declared);
    match since_published {
        Some(comparison) if !is_released && from <= declared && !differences.is_empty() => {
            verdict(comparison.before, declared, &comparison.differences)
        }
        _ => verdict(from, declared, differences),
    }
}

/// Shows why one side or both do not load.
fn faulty(options: &Compared, readings: &[(&str, &str, Reading)]) -> Outcome {
    let mut said = Vec::new();
    for (which, text, reading) in readings {
        let Reading::Faulty(sources) = reading else { continue };
        findings(options, sources)?;
        said.push(format!("le côté {which} (« {text} ») ne se lit pas : {}", sources.remedy));
    }
    Err(Failure::usage(said.join("\nerreur : ")))
}

fn findings(options: &Compared, sources: &Sources) -> Result<(), Failure> {
    let output = show::Output {
        schema: &sources.folder,
        out: Path::new(""),
        sources: &sources.loaded.findings,
        texts: &sources.loaded.texts,
        drift: &[],
        publication: None,
    };
    if options.format == ReportFormat::Markdown {
        // What is asked for is a comment, and there is none: the findings are for who looks for the reason.
        show::complain(&output);
        return Ok(());
    }
    show_findings(Format::from(options.format), &output)
}
