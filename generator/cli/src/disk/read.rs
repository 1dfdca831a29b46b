//! Reading the sources: bounded in depth, number and size, blind to hidden files, never through a folder link.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use standard_mediation_codegen::source::{MAX_FILE_BYTES, MAX_FROZEN_BYTES, Sources};

use super::Failure;

/// Folders below the one given.
const MAX_DEPTH: usize = 4;
/// Files in all; the standard has about seventy.
const MAX_FILES: usize = 10_000;

/// The files of a folder, under their path relative to it.
pub(crate) fn read_sources(folder: &Path) -> Result<Sources, Failure> {
    let mut sources = Sources::new();
    let kind = fs::metadata(folder).map_err(|error| Failure::new("lecture impossible du dossier", folder, &error))?;
    if !kind.is_dir() {
        return Err(Failure::usage(format!("« {} » n'est pas un dossier", folder.display())));
    }
    walk(folder, "", 0, &mut sources)?;
    Ok(sources)
}

fn walk(folder: &Path, prefix: &str, depth: usize, sources: &mut Sources) -> Result<(), Failure> {
    let unreadable = |error: &io::Error| Failure::new("lecture impossible du dossier", folder, error);
    for entry in fs::read_dir(folder).map_err(|error| unreadable(&error))? {
        let entry = entry.map_err(|error| unreadable(&error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.ends_with('~') {
            continue;
        }
        let path = entry.path();
        let relative = format!("{prefix}{name}");
        let is_link = entry.file_type().map_err(|error| Failure::new("lecture impossible de", &path, &error))?.is_symlink();
        let kind = fs::metadata(&path).map_err(|error| Failure::new("lecture impossible de", &path, &error))?;
        if kind.is_dir() {
            if is_link {
                return Err(Failure::usage(format!(
                    "« {} » est un lien vers un dossier : la source n'en suit pas, copiez les fichiers",
                    path.display()
                )));
            }
            if depth == MAX_DEPTH {
                return Err(Failure::usage(format!(
                    "« {} » est rangé trop profondément pour faire partie de la source",
                    path.display()
                )));
            }
            walk(&path, &format!("{relative}/"), depth + 1, sources)?;
        } else if kind.is_file() {
            sources.insert(relative, read(&path)?);
        } else {
            return Err(Failure::usage(format!("« {} » n'est pas un fichier ordinaire", path.display())));
        }
        if sources.len() > MAX_FILES {
            return Err(Failure::usage(format!(
                "« {} » contient plus de {MAX_FILES} fichiers : ce n'est sans doute pas la source",
                folder.display()
            )));
        }
    }
    Ok(())
}

/// The bytes of a file of JSON, one more than the limit at most: enough for the reading to refuse it.
pub(crate) fn read_json(path: &Path) -> Result<Vec<u8>, Failure> {
    let kind = fs::metadata(path).map_err(|error| Failure::new("lecture impossible de", path, &error))?;
    if !kind.is_file() {
        return Err(Failure::usage(format!("« {} » n'est pas un fichier ordinaire", path.display())));
    }
    up_to(path, MAX_FROZEN_BYTES)
}

/// The bytes of a file, one more than the limit at most: enough for the reading to refuse it.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    up_to(path, MAX_FILE_BYTES)
}

fn up_to(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let unreadable = |error: io::Error| Failure::new("lecture impossible de", path, &error);
    let file = fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}
