//! `diff`: what changes between two versions, and whether the declared one says so. Writes nothing.

use std::path::Path;

use standard_mediation_model::diff::{compare, verdict};

use super::{Outcome, displayed, show_findings};
use crate::arguments::{Compared, Format};
use crate::disk::Failure;
use crate::show;
use crate::sides::{self, Reading, Side, Sources};

/// Compares. `false` when the declared version is too low.
pub(crate) fn diff(options: &Compared) -> Outcome {
    let after = options.after.clone().unwrap_or_else(|| options.schema.display().to_string());
    let (old, new) = (sides::read(&options.before, &options.schema)?, sides::read(&after, &options.schema)?);
    let (before, after) = match Reading::imported(old, new) {
        (Reading::Ready(before), Reading::Ready(after)) => (before, after),
        (old, new) => return faulty(options, &[("AVANT", &options.before, old), ("APRÈS", &after, new)]),
    };
    let (before, after): (&Side, &Side) = (&before, &after);
    let differences = compare(&before.standard, &after.standard);
    let verdict = verdict(before.standard.identity.version, after.standard.identity.version, &differences);
    let changes = show::Changes { before, after, differences: &differences, verdict: &verdict };
    displayed(show::differences(options.format, &changes))?;
    Ok(verdict.is_enough())
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
    show_findings(Format::from(options.format), &output)
}
