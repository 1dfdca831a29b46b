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
