//! The verbs. Each gives `true` when there is nothing to mend, `false` after findings or drift.

mod audit;
mod check;
mod diff;
mod explain;
mod generate;
mod import;
mod init;
mod migrate;
mod release;
mod repair;
mod site;
mod stats;
mod validate;

use std::io;
use std::mem::ManuallyDrop;
use std::path::Path;

use standard_mediation_codegen::source::{self, Loaded};
use standard_mediation_model::Finding;

pub(crate) use audit::audit;
pub(crate) use check::check;
pub(crate) use diff::diff;
pub(crate) use explain::explain;
pub(crate) use generate::generate;
pub(crate) use import::import;
pub(crate) use init::init;
pub(crate) use migrate::migrate;
pub(crate) use release::release;
pub(crate) use repair::repair;
pub(crate) use site::site;
pub(crate) use stats::stats;
pub(crate) use validate::validate;

use crate::arguments::{Folders, Format};
use crate::disk::{self, Failure};
use crate::show::{self, Publication};

/// What a verb answers.
pub(crate) type Outcome = Result<bool, Failure>;

/// Reads the sources of a folder. They are left to the end of the process: nothing is gained by taking them apart.
fn load(schema: &Path) -> Result<ManuallyDrop<Loaded>, Failure> {
    Ok(ManuallyDrop::new(source::load(&disk::read_sources(schema)?)))
}

/// Shows findings about the sources and, for `check`, about what is on the disk.
fn show(folders: &Folders, loaded: &Loaded, drift: &[Finding], publication: Option<&Publication>) -> Result<(), Failure> {
    let (sources, texts) = (&loaded.findings, &loaded.texts);
    let output = show::Output { schema: &folders.schema, out: &folders.out, sources, texts, drift, publication };
    show_findings(folders.format, &output)
}

/// Shows findings, whatever they are about.
fn show_findings(format: Format, output: &show::Output<'_>) -> Result<(), Failure> {
    displayed(show::findings(format, output))
}

/// Refuses an output whose name promises another format than the CSV that is written: nothing would open it.
fn refuse_other_than_csv(verb: &str, path: &Path) -> Result<(), Failure> {
    const OTHERS: [&str; 12] =
        ["xlsx", "xlsm", "xls", "ods", "numbers", "json", "jsonl", "ndjson", "geojson", "parquet", "html", "pdf"];
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    if !OTHERS.iter().any(|other| extension.eq_ignore_ascii_case(other)) {
        return Ok(());
    }
    let csv = show::slashed(&path.with_extension("csv")).into_owned();
    Err(Failure::usage(format!(
        "« {} » ne peut pas être écrit : {verb} écrit du CSV, pas du {} ; nommez la sortie « {csv} », un tableur l'ouvre et \
         l'enregistre sous le format voulu",
        path.display(),
        extension.to_uppercase()
    )))
}

/// Refuses that two of the files to write have one name.
fn refuse_twice<'p>(written: impl Iterator<Item = &'p Path>) -> Result<(), Failure> {
    let mut known: Vec<&Path> = Vec::new();
    for path in written {
        if known.contains(&path) {
            return Err(Failure::usage(format!("« {} » est donné deux fois : donnez un nom à chaque fichier", path.display())));
        }
        known.push(path);
    }
    Ok(())
}

/// What became of a display.
fn displayed(shown: io::Result<()>) -> Result<(), Failure> {
    match shown {
        // A reader that left early (`| head`) is not a failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new("affichage impossible sur", Path::new("la sortie"), &error))
        }
        _ => Ok(()),
    }
}
