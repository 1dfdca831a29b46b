//! Reading a folder: bounded in depth, number and size, never through a folder link.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use standard_mediation_codegen::contract::{self, Tree};
use standard_mediation_codegen::source::{self, Sources};

use super::Failure;
use standard_mediation_model::count::number;

/// Folders below the one given.
const MAX_DEPTH: usize = 4;
/// Files in all; the standard has about seventy.
const MAX_FILES: usize = 10_000;

/// What is read of a folder.
struct Reading {
    /// What the folder is, with its article.
    what: &'static str,
    /// Whether files whose name starts with a dot count.
    hidden: bool,
    /// Largest file, in bytes.
    bytes: usize,
}

/// The sources of a folder, under their path relative to it. Hidden files are left to whoever hid them.
pub(crate) fn read_sources(folder: &Path) -> Result<Sources, Failure> {
    read_folder(folder, &Reading { what: "la source", hidden: false, bytes: source::MAX_FILE_BYTES })
}

/// The tree of a publication: everything, `.github` included.
pub(crate) fn read_publication(folder: &Path) -> Result<Tree, Failure> {
    read_folder(folder, &Reading { what: "la publication", hidden: true, bytes: contract::MAX_FILE_BYTES })
}

fn read_folder(folder: &Path, reading: &Reading) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut files = BTreeMap::new();
    let kind = fs::metadata(folder).map_err(|error| Failure::new("lecture impossible du dossier", folder, &error))?;
    if !kind.is_dir() {
        return Err(Failure::usage(format!("« {} » n'est pas un dossier", folder.display())));
    }
    walk(folder, "", 0, reading, &mut files)?;
    Ok(files)
}

fn walk(
    folder: &Path,
    prefix: &str,
    depth: usize,
    reading: &Reading,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Failure> {
    let what = reading.what;
    let unreadable = |error: &io::Error| Failure::new("lecture impossible du dossier", folder, error);
    for entry in fs::read_dir(folder).map_err(|error| unreadable(&error))? {
        let entry = entry.map_err(|error| unreadable(&error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !reading.hidden && name.starts_with('.') || name.ends_with('~') {
            continue;
        }
        let path = entry.path();
        let relative = format!("{prefix}{name}");
        let is_link = entry.file_type().map_err(|error| Failure::new("lecture impossible de", &path, &error))?.is_symlink();
        let kind = fs::metadata(&path).map_err(|error| Failure::new("lecture impossible de", &path, &error))?;
        if kind.is_dir() {
            if is_link {
                return Err(Failure::usage(format!(
                    "« {} » est un lien vers un dossier : {what} n'en suit pas, copiez les fichiers",
                    path.display()
                )));
            }
            if depth == MAX_DEPTH {
                return Err(Failure::usage(format!(
                    "« {} » est rangé trop profondément pour faire partie de {what}",
                    path.display()
                )));
            }
            walk(&path, &format!("{relative}/"), depth + 1, reading, files)?;
        } else if kind.is_file() {
            files.insert(relative, read_file(&path, reading.bytes)?);
        } else {
            return Err(Failure::usage(format!("« {} » n'est pas un fichier ordinaire", path.display())));
        }
        if files.len() > MAX_FILES {
            return Err(Failure::usage(format!(
                "« {} » contient plus de {} fichiers : ce n'est sans doute pas {what}",
                folder.display(),
                number(MAX_FILES)
            )));
        }
    }
    Ok(())
}

/// The bytes of a file, one more than the limit at most: enough for the reading to refuse it.
pub(crate) fn read_file(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let unreadable = |error: io::Error| Failure::new("lecture impossible de", path, &error);
    let file = fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}
