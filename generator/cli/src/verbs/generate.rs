//! `generate`: writes everything that the sources say.

use standard_mediation_codegen::emit;

use super::{Outcome, load, show};
use crate::arguments::{Folders, Format};
use crate::disk;
use crate::show::say;
use standard_mediation_model::count::{counted, number};

/// Writes the artifacts. Nothing is written when a finding is blocking.
pub(crate) fn generate(folders: &Folders) -> Outcome {
    let loaded = load(&folders.schema)?;
    show(folders, &loaded, &[], None)?;
    let Some(standard) = &loaded.standard else {
        if folders.format == Format::Terminal {
            say(format_args!("rien n'a été écrit : corrigez d'abord la source"));
        }
        return Ok(false);
    };
    let done = disk::write(&folders.out, &emit::all(standard))?;
    if folders.format == Format::Terminal {
        let out = folders.out.display();
        match (done.written, done.removed) {
            (0, 0) => say(format_args!("{out} : tout était à jour ({})", counted(done.total, "fichier", "fichiers"))),
            (written, removed) => say(format_args!(
                "{out} : {}, {}, {} en tout",
                counted(written, "fichier écrit", "fichiers écrits"),
                counted(removed, "retiré", "retirés"),
                number(done.total)
            )),
        }
    }
    Ok(true)
}
