//! `check`: reads the sources and compares what they say with what is on the disk. Writes nothing.

use standard_mediation_codegen::emit;
use standard_mediation_model::Level;

use super::{Outcome, load, show};
use crate::arguments::{Folders, Format};
use crate::disk;
use crate::show::say;

/// Compares. `false` as soon as a finding is blocking or a file differs.
pub(crate) fn check(folders: &Folders) -> Outcome {
    let loaded = load(&folders.schema)?;
    let drift = match &loaded.standard {
        Some(standard) => disk::compare(&folders.out, &emit::all(standard))?,
        None => Vec::new(),
    };
    show(folders, &loaded, &drift)?;
    let sound = drift.is_empty() && loaded.findings.iter().all(|finding| finding.level != Level::Blocking);
    if folders.format == Format::Terminal {
        if sound {
            say(format_args!("{} et {} sont d'accord", folders.schema.display(), folders.out.display()));
        } else if !drift.is_empty() {
            say(format_args!("pour mettre {} à jour : cargo standard generate", folders.out.display()));
        }
    }
    Ok(sound)
}
