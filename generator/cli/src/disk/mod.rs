//! The disk: reading sources, writing artifacts, comparing.
//!
//! Promises: a file is written whole or not at all; a file that already says the same is left alone; only files that a
//! manifest says we wrote are ever removed; a folder that is not ours is refused.

mod compare;
mod folder;
mod manifest;
mod pending;
mod read;
mod snapshot;
mod tree;
mod write;

use std::fmt;
use std::io;
use std::path::Path;

use standard_mediation_report::Refusal;

pub(crate) use compare::compare;
pub(crate) use folder::{refuse_occupied, write_folder};
pub(crate) use pending::{Pending, name_in_its_folder, refuse_same};
pub(crate) use read::{read_file, read_publication, read_sources};
pub(crate) use snapshot::Snapshot;
pub(crate) use tree::{Entry, Skip, pieces, tree};
pub(crate) use write::{refuse_existing, write, write_file, write_site};

/// Something outside went wrong: a missing folder, a full disk, a right that is not granted, a usage that makes no sense.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    /// What was attempted, on what, and what the system answered.
    pub(crate) fn new(what: &str, path: &Path, error: &io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "il n'existe pas".to_owned(),
            io::ErrorKind::PermissionDenied => "les droits d'accès ne le permettent pas".to_owned(),
            io::ErrorKind::ReadOnlyFilesystem => "le disque est en lecture seule".to_owned(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                "le disque est plein ; libérez de la place et relancez, rien n'est à moitié écrit".to_owned()
            }
            io::ErrorKind::NotADirectory => "un fichier est à la place d'un dossier".to_owned(),
            io::ErrorKind::IsADirectory => "un dossier est à la place d'un fichier".to_owned(),
            // Linux: too many levels of links. The kind that says so is not stable yet.
            _ if error.raw_os_error() == Some(40) => "des liens symboliques tournent en rond".to_owned(),
            _ => error.to_string(),
        };
        Self(format!("{what} « {} » : {reason}", path.display()))
    }

    /// Why a file of data came to nothing.
    pub(crate) fn refusal(refusal: Refusal, file: &Path) -> Self {
        match refusal {
            Refusal::Said(message) => Self::usage(message),
            Refusal::Read(error) => Self::new("lecture impossible de", file, &error),
            Refusal::Write(error) => Self::new("écriture impossible de la sortie de", file, &error),
            Refusal::Report(error) => Self::new("écriture impossible du rapport de", file, &error),
        }
    }

    /// A request that makes no sense, said in whole.
    pub(crate) fn usage(message: String) -> Self {
        Self(message)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
