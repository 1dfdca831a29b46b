//! Writing the artifacts.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use standard_mediation_codegen::Artifact;

use super::Failure;
use super::manifest::{self, Owner};

/// What a writing did, in files.
pub(crate) struct Done {
    pub(crate) written: usize,
    pub(crate) removed: usize,
    pub(crate) total: usize,
}

/// Start of the name of a file being written; what an interrupted run leaves is removed by the next.
const TEMPORARY: &str = ".en-cours-";

/// Writes what differs, then removes what we wrote before and no longer write.
///
/// The manifest first lists old and new paths together: wherever a run is interrupted, the next one knows what is ours.
pub(crate) fn write(out: &Path, artifacts: &[Artifact]) -> Result<Done, Failure> {
    write_of(manifest::GENERATED, out, artifacts)
}

/// Writes a site: all of it, or what was there stays.
pub(crate) fn write_site(out: &Path, artifacts: &[Artifact]) -> Result<Done, Failure> {
    let owner = manifest::SITE;
    let expected: BTreeSet<&str> = artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
    let ours = ours(owner, out, &expected)?;
    let was_there = out.exists();
    let paths = expected.iter().copied().chain(ours.iter().map(String::as_str)).chain([owner.name]);
    let before: Vec<(&str, Option<Vec<u8>>)> = paths.map(|path| (path, fs::read(out.join(path)).ok())).collect();
    let done = write_of(owner, out, artifacts);
    if done.is_err() {
        // The first failure is the one to tell. A file that was not there may have been read as missing because something
        // else is in its place: nothing but a file is removed.
        for (path, bytes) in before {
            let _ = match bytes {
                Some(bytes) => write_one(out, &Artifact { path: path.to_owned(), bytes }),
                None => remove(out, path),
            };
        }
        if !was_there {
            let _ = fs::remove_dir(out);
        }
    }
    done
}

fn write_of(owner: Owner, out: &Path, artifacts: &[Artifact]) -> Result<Done, Failure> {
    let expected: BTreeSet<&str> = artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
    let ours = ours(owner, out, &expected)?;
    fs::create_dir_all(out).map_err(|error| Failure::new("création impossible du dossier", out, &error))?;
    remove_temporaries(out)?;
    let last = manifest::artifact(owner, expected.iter().copied());
    let both = manifest::artifact(owner, expected.iter().copied().chain(ours.iter().map(String::as_str)));
    let orphans: Vec<&String> = ours.iter().filter(|path| !expected.contains(path.as_str()) && *path != owner.name).collect();
    let mut written = 0;
    if !orphans.is_empty() || !same(&out.join(&last.path), &last.bytes) {
        write_one(out, &both)?;
    }
    for artifact in artifacts {
        written += usize::from(write_one(out, artifact)?);
    }
    let mut removed = 0;
    for path in orphans {
        removed += usize::from(remove(out, path)?);
    }
    write_one(out, &last)?;
    Ok(Done { written, removed, total: artifacts.len() })
}

/// Writes one file, whole or not at all. An existing one is only replaced when `force` says so.
pub(crate) fn write_file(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    refuse_existing(path, force)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let Some(name) = name else { return Err(Failure::usage(format!("« {} » ne nomme pas un fichier", path.display()))) };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Failure::new("création impossible du dossier", folder, &error))?;
    write_one(folder, &Artifact { path: name, bytes: bytes.to_vec() }).map(|_| ())
}

/// Refuses to replace a file, unless `force` says so.
pub(crate) fn refuse_existing(path: &Path, force: bool) -> Result<(), Failure> {
    if !force && fs::symlink_metadata(path).is_ok() {
        return Err(Failure::usage(format!("« {} » existe déjà : rien n'a été touché ; --force le remplace", path.display())));
    }
    Ok(())
}

/// The paths that are ours in the folder, or a refusal when the folder is somebody else's.
fn ours(owner: Owner, out: &Path, expected: &BTreeSet<&str>) -> Result<BTreeSet<String>, Failure> {
    if let Some(paths) = manifest::read(owner, out)? {
        return Ok(paths);
    }
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => return Err(Failure::new("lecture impossible du dossier", out, &error)),
    };
    // Without manifest, a folder is ours only when it holds nothing but what we are about to write.
    for entry in entries {
        let entry = entry.map_err(|error| Failure::new("lecture impossible du dossier", out, &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let folder = format!("{name}/");
        let known = expected.iter().any(|path| *path == name || path.starts_with(&folder))
            || name == owner.name
            || name.starts_with(TEMPORARY);
        if !known {
            return Err(Failure::usage(format!(
                "« {} » contient « {name} », que cet outil n'a pas écrit : rien n'a été touché ; donnez un dossier vide ou nouveau avec --out",
                out.display()
            )));
        }
    }
    Ok(BTreeSet::new())
}

fn same(path: &Path, bytes: &[u8]) -> bool {
    // The size first: most files that differ differ in size, and none is read for nothing.
    fs::symlink_metadata(path).is_ok_and(|kind| kind.is_file() && kind.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|old| old == bytes)
}

/// Writes a file whole, beside its place and then into it. False when it already said the same.
fn write_one(out: &Path, artifact: &Artifact) -> Result<bool, Failure> {
    let path = out.join(&artifact.path);
    if same(&path, &artifact.bytes) {
        return Ok(false);
    }
    folders(out, &artifact.path)?;
    let temporary = out.join(format!("{TEMPORARY}{}", std::process::id()));
    let written = fs::File::create(&temporary)
        .and_then(|mut file| file.write_all(&artifact.bytes))
        .and_then(|()| fs::rename(&temporary, &path));
    written.map_err(|error| {
        // The first failure is the one to tell; what it left is removed now, or by the next run.
        let _ = fs::remove_file(&temporary);
        Failure::new("écriture impossible de", &path, &error)
    })?;
    Ok(true)
}

/// Makes the folders of a relative path. A link in the way could lead anywhere, so it is refused.
fn folders(out: &Path, relative: &str) -> Result<(), Failure> {
    let mut folder = PathBuf::from(out);
    let parts: Vec<&str> = relative.split('/').collect();
    for part in &parts[..parts.len() - 1] {
        folder.push(part);
        match fs::symlink_metadata(&folder) {
            Ok(kind) if kind.is_dir() => {}
            Ok(kind) if kind.is_symlink() => {
                return Err(Failure::usage(format!("« {} » est un lien : rien n'est écrit à travers un lien", folder.display())));
            }
            Ok(_) => return Err(Failure::usage(format!("« {} » est un fichier, il faudrait un dossier", folder.display()))),
            Err(_) => fs::create_dir(&folder).map_err(|error| Failure::new("création impossible du dossier", &folder, &error))?,
        }
    }
    Ok(())
}

/// Removes a file that we wrote, and the folders that it leaves empty. False when it was already gone.
fn remove(out: &Path, relative: &str) -> Result<bool, Failure> {
    let path = out.join(relative);
    let mut parent = path.parent().map(Path::to_path_buf);
    // Through a link, the file would be somebody else's.
    let mut folder = PathBuf::from(out);
    let parts: Vec<&str> = relative.split('/').collect();
    for part in &parts[..parts.len() - 1] {
        folder.push(part);
        if !fs::symlink_metadata(&folder).is_ok_and(|kind| kind.is_dir()) {
            return Ok(false);
        }
    }
    match fs::remove_file(&path) {
        Ok(()) => {}
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::IsADirectory) => return Ok(false),
        Err(error) => return Err(Failure::new("suppression impossible de", &path, &error)),
    }
    while let Some(folder) = parent.filter(|folder| folder != out) {
        if fs::remove_dir(&folder).is_err() {
            break;
        }
        parent = folder.parent().map(Path::to_path_buf);
    }
    Ok(true)
}

fn remove_temporaries(out: &Path) -> Result<(), Failure> {
    let unreadable = |error: io::Error| Failure::new("lecture impossible du dossier", out, &error);
    for entry in fs::read_dir(out).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        if entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
            fs::remove_file(entry.path()).map_err(|error| Failure::new("suppression impossible de", &entry.path(), &error))?;
        }
    }
    Ok(())
}
