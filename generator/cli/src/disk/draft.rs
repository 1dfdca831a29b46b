//! A file written as it comes, that takes its place only when it is whole.
//!
//! In: a path, then bytes. Out: the file, or nothing at all: what is written goes beside its place, and is removed when
//! [`Draft::keep`] was not reached.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::Failure;

/// A file being written.
pub(crate) struct Draft {
    path: PathBuf,
    temporary: PathBuf,
    /// `None` once it took its place.
    out: Option<BufWriter<File>>,
}

impl Draft {
    /// Starts a file. An existing one is only replaced when `force` says so.
    pub(crate) fn new(path: &Path, force: bool) -> Result<Self, Failure> {
        if !force && fs::symlink_metadata(path).is_ok() {
            return Err(Failure::usage(format!(
                "« {} » existe déjà : rien n'a été touché ; --force le remplace",
                path.display()
            )));
        }
        let Some(name) = path.file_name() else {
            return Err(Failure::usage(format!("« {} » ne nomme pas un fichier", path.display())));
        };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(|error| Failure::new("création impossible du dossier", folder, &error))?;
        let temporary = folder.join(format!(".en-cours-{}-{}", std::process::id(), name.to_string_lossy()));
        let file = File::create(&temporary).map_err(|error| Failure::new("écriture impossible de", path, &error))?;
        Ok(Self { path: path.to_owned(), temporary, out: Some(BufWriter::with_capacity(256 << 10, file)) })
    }

    /// Adds bytes.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.out.as_mut().map_or(Ok(()), |out| out.write_all(bytes));
        written.map_err(|error| self.failed(&error))
    }

    /// Puts the file in its place.
    pub(crate) fn keep(mut self) -> Result<(), Failure> {
        let Some(mut out) = self.out.take() else { return Ok(()) };
        let kept = out.flush().and_then(|()| fs::rename(&self.temporary, &self.path));
        kept.map_err(|error| {
            // The first failure is the one to tell.
            let _ = fs::remove_file(&self.temporary);
            self.failed(&error)
        })
    }

    fn failed(&self, error: &io::Error) -> Failure {
        Failure::new("écriture impossible de", &self.path, error)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if self.out.take().is_some() {
            // Whoever left in the middle has a failure of their own to tell.
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

/// Refuses to write over a file that is read, whatever the names it goes by.
pub(crate) fn refuse_same(input: &Path, output: &Path) -> Result<(), Failure> {
    let same = fs::canonicalize(input).is_ok_and(|input| fs::canonicalize(output).is_ok_and(|output| input == output));
    if same {
        return Err(Failure::usage(format!("« {} » est le fichier lu : donnez un autre nom à la sortie", output.display())));
    }
    Ok(())
}
