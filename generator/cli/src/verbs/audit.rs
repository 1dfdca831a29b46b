//! `audit`: compares somebody else's copy of the vocabularies with the standard. Writes nothing.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use standard_mediation_codegen::source;
use standard_mediation_model::Standard;
use standard_mediation_model::audit::Auditor;

use super::Outcome;
use crate::arguments::Audited;
use crate::disk::{self, Entry, Failure, Skip};
use crate::show::{self, Audit};

/// Compares. `false` as soon as something is to be looked at.
pub(crate) fn audit(options: &Audited) -> Outcome {
    let (current, past) = standards(&options.schema)?;
    let auditor = Auditor::new(&current, &past);
    let path = options.path.as_path();
    let mut audit = Audit::default();
    if path.is_dir() {
        read_folder(&auditor, path, &mut audit)?;
    } else {
        read_alone(&auditor, path, &mut audit)?;
    }
    show::audit(options.format, &audit).or_else(|error| match error.kind() {
        // A reader that left early (`| head`) is not a failure.
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failure::new("affichage impossible sur", Path::new("la sortie"), &error)),
    })?;
    match audit.skipped.iter().find(|skipped| skipped.why == Skip::Unreadable) {
        Some(first) => Err(Failure::usage(format!("tout n'a pas pu être lu, à commencer par « {} »", first.path))),
        None => Ok(audit.findings.is_empty()),
    }
}

/// Reads one file, or the standard input for `-`; it has to be a text.
fn read_alone(auditor: &Auditor, path: &Path, audit: &mut Audit) -> Result<(), Failure> {
    let unreadable = |error| Failure::new("lecture impossible de", path, &error);
    let mut buffer = Vec::new();
    let read = if path == Path::new("-") {
        read(auditor, path, io::stdin().lock(), &mut buffer, audit)
    } else {
        File::open(path).and_then(|file| read(auditor, path, file, &mut buffer, audit))
    };
    let not_a_text = |why: Skip| format!("« {} » n'est pas un texte que l'on sait lire : {}", path.display(), why.word());
    read.map_err(unreadable)?.map_err(|why| Failure::usage(not_a_text(why)))
}

/// Reads every text of a folder; what cannot be read is passed over, and said.
fn read_folder(auditor: &Auditor, folder: &Path, audit: &mut Audit) -> Result<(), Failure> {
    let mut buffer = Vec::new();
    for entry in disk::tree(folder).map_err(|error| Failure::new("lecture impossible du dossier", folder, &error))? {
        match entry {
            Entry::Skipped(path, why) => audit.skip(&path, why),
            Entry::File(path) => {
                let read = File::open(&path).and_then(|file| read(auditor, &path, file, &mut buffer, audit));
                if let Err(why) = read.unwrap_or(Err(Skip::Unreadable)) {
                    audit.skip(&path, why);
                }
            }
        }
    }
    Ok(())
}

/// Reads one text, or says why it is not one.
fn read(
    auditor: &Auditor,
    path: &Path,
    from: impl Read,
    buffer: &mut Vec<u8>,
    audit: &mut Audit,
) -> io::Result<Result<(), Skip>> {
    let mut reading = auditor.read();
    let read = disk::pieces(from, buffer, |piece| reading.push(piece))?;
    Ok(read.map(|bytes| audit.add(path, bytes, reading.finish())))
}

/// The standard of today, and the frozen ones.
fn standards(schema: &Path) -> Result<(Standard, Vec<Standard>), Failure> {
    let loaded = source::load(&disk::read_sources(schema)?);
    let Some(current) = loaded.standard else {
        return Err(Failure::usage(format!("« {} » a des fautes : « cargo standard check » les montre", schema.display())));
    };
    Ok((current, loaded.past.into_values().collect()))
}
