//! The state of some folders before a command that must do all or nothing.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Failure;

/// The files of some folders, as they were.
pub(crate) struct Snapshot {
    files: BTreeMap<PathBuf, Vec<u8>>,
    folders: Vec<PathBuf>,
}

impl Snapshot {
    /// Remembers every file below `folders`.
    pub(crate) fn of(folders: &[&Path]) -> Result<Self, Failure> {
        let mut files = BTreeMap::new();
        for folder in folders {
            for path in walk(folder)? {
                let bytes = fs::read(&path).map_err(|error| Failure::new("lecture impossible de", &path, &error))?;
                files.insert(path, bytes);
            }
        }
        Ok(Self { files, folders: folders.iter().map(|folder| folder.to_path_buf()).collect() })
    }

    /// Puts everything back: what changed is written again, what is new is removed.
    pub(crate) fn restore(&self) -> Result<(), Failure> {
        for folder in &self.folders {
            for path in walk(folder)? {
                if !self.files.contains_key(&path) {
                    fs::remove_file(&path).map_err(|error| Failure::new("suppression impossible de", &path, &error))?;
                }
            }
        }
        for (path, bytes) in &self.files {
            if fs::read(path).ok().as_ref() != Some(bytes) {
                let parent = path.parent().map_or(Ok(()), fs::create_dir_all);
                parent
                    .and_then(|()| fs::write(path, bytes))
                    .map_err(|error| Failure::new("écriture impossible de", path, &error))?;
            }
        }
        Ok(())
    }
}

/// Every file below a folder; links are left alone, and a folder that is not there has none.
fn walk(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unreadable = |error: io::Error| Failure::new("lecture impossible du dossier", folder, &error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.map_err(unreadable)?;
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() {
            files.extend(walk(&entry.path())?);
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(files)
}
