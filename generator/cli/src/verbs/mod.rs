//! The verbs. Each gives `true` when there is nothing to mend, `false` after findings or drift.

mod check;
mod explain;
mod generate;
mod import;
mod init;

use std::io;
use std::mem::ManuallyDrop;
use std::path::Path;

use standard_mediation_codegen::source::{self, Loaded};
use standard_mediation_model::Finding;

pub(crate) use check::check;
pub(crate) use explain::explain;
pub(crate) use generate::generate;
pub(crate) use import::import;
pub(crate) use init::init;

use crate::arguments::{Folders, Format};
use crate::disk::{self, Failure};
use crate::show;

/// What a verb answers.
pub(crate) type Outcome = Result<bool, Failure>;

/// Reads the sources of a folder. They are left to the end of the process: nothing is gained by taking them apart.
fn load(schema: &Path) -> Result<ManuallyDrop<Loaded>, Failure> {
    Ok(ManuallyDrop::new(source::load(&disk::read_sources(schema)?)))
}

/// Shows findings about the sources and, for `check`, about what is on the disk.
fn show(folders: &Folders, loaded: &Loaded, drift: &[Finding]) -> Result<(), Failure> {
    let output =
        show::Output { schema: &folders.schema, out: &folders.out, sources: &loaded.findings, texts: &loaded.texts, drift };
    show_findings(folders.format, &output)
}

/// Shows findings, whatever they are about.
fn show_findings(format: Format, output: &show::Output<'_>) -> Result<(), Failure> {
    match show::findings(format, output) {
        // A reader that left early (`| head`) is not a failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new("affichage impossible", Path::new("la sortie"), &error))
        }
        _ => Ok(()),
    }
}
