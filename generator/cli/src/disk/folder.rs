//! Writing a new folder: the whole of it appears, or nothing does.

use std::fs;
use std::io;
use std::path::Path;

use super::Failure;

/// Start of the name of the folder being written, inside its place.
const TEMPORARY: &str = ".en-cours-";

/// Refuses a place where something already is: a file, or a folder that is not empty.
pub(crate) fn refuse_occupied(folder: &Path) -> Result<(), Failure> {
    let occupied = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(Failure::new("écriture impossible dans", folder, &error)),
    };
    if occupied {
        return Err(Failure::usage(format!(
            "« {} » n'est pas vide : rien n'a été touché ; donnez un dossier vide ou nouveau",
            folder.display()
        )));
    }
    Ok(())
}

/// Writes a folder that does not exist yet, or is empty. Paths are relative, with `/`.
///
/// Files are written whole in a folder of their own, and moved to their place once all of them are there.
pub(crate) fn write_folder<'f>(folder: &Path, files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Result<(), Failure> {
    refuse_occupied(folder)?;
    let was_there = folder.exists();
    fs::create_dir_all(folder).map_err(|error| Failure::new("création impossible du dossier", folder, &error))?;
    let temporary = folder.join(format!("{TEMPORARY}{}", std::process::id()));
    let written = fill(&temporary, files).and_then(|()| publish(&temporary, folder));
    if written.is_err() {
        // The first failure is the one to tell.
        let _ = fs::remove_dir_all(&temporary);
        if !was_there {
            let _ = fs::remove_dir(folder);
        }
    }
    written
}

fn fill<'f>(folder: &Path, files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Result<(), Failure> {
    fs::create_dir(folder).map_err(|error| Failure::new("création impossible du dossier", folder, &error))?;
    for (path, bytes) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| Failure::new("création impossible du dossier", parent, &error))?;
        }
        fs::write(&path, bytes).map_err(|error| Failure::new("écriture impossible de", &path, &error))?;
    }
    Ok(())
}

/// Moves what is in a folder one level up.
fn publish(from: &Path, to: &Path) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::new("écriture impossible dans", to, &error);
    for entry in fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        fs::rename(entry.path(), to.join(entry.file_name())).map_err(failed)?;
    }
    fs::remove_dir(from).map_err(failed)
}
