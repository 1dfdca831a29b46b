//! `generate`: writes everything that the sources say.

use standard_mediation_codegen::emit;

use super::{Outcome, load, show};
use crate::arguments::{Folders, Format};
use crate::disk;

/// Writes the artifacts. Nothing is written when a finding is blocking.
pub(crate) fn generate(folders: &Folders) -> Outcome {
    let loaded = load(&folders.schema)?;
    show(folders, &loaded, &[])?;
    let Some(standard) = &loaded.standard else {
        if folders.format == Format::Terminal {
            println!("rien n'a été écrit : corrigez d'abord la source");
        }
        return Ok(false);
    };
    let done = disk::write(&folders.out, &emit::all(standard))?;
    if folders.format == Format::Terminal {
        let out = folders.out.display();
        match (done.written, done.removed) {
            (0, 0) => println!("{out} : tout était à jour ({} fichiers)", done.total),
            (written, removed) => println!("{out} : {written} écrits, {removed} retirés, {} fichiers en tout", done.total),
        }
    }
    Ok(true)
}
