//! The standard of a git revision: its sources, or what was made from them then.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use standard_mediation_codegen::source::{self, MAX_FROZEN_BYTES, Sources as Files};

use super::json::Content;
use super::{Reading, Sources, json, named};
use crate::disk::Failure;
use crate::git::{Blob, Repository};

/// Files in all; the standard has about a hundred.
const MAX_FILES: usize = 10_000;
/// Bytes in all.
const MAX_BYTES: u64 = 256 << 20;

/// Why a revision could not even be looked for, or could not be read.
pub(super) enum Trouble {
    NoRepository(String),
    Failed(Failure),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Reads a revision; `None` when the repository has none of that name.
pub(super) fn read(revision: &str, schema: &Path) -> Result<Option<Reading>, Trouble> {
    let here = if schema.is_dir() { schema } else { Path::new(".") };
    let repository = Repository::of(here).map_err(|failure| Trouble::NoRepository(failure.to_string()))?;
    let Some(tree) = repository.tree(revision) else { return Ok(None) };
    // The same folder in the tree: below the one git is asked from.
    let inside = repository.inside(here)?;
    let rest = if schema.is_dir() { String::new() } else { schema.to_string_lossy().replace('\\', "/") };
    let folder = format!("{inside}{rest}").trim_end_matches('/').to_owned();
    let made = match folder.rsplit_once('/') {
        Some((parent, _)) => format!("{parent}/generated/standard.json"),
        None => "generated/standard.json".to_owned(),
    };
    let blobs = repository.files(&tree, &[&format!("{folder}/"), &made, "schema.json"])?;
    let sources = sources(&repository, &blobs, &format!("{folder}/"))?;
    let mut faulty = None;
    if sources.contains_key("standard.yaml") {
        let mut loaded = source::load(&sources);
        if let Some(standard) = loaded.standard.take() {
            return Ok(Some(named(revision, Content::Standard(Box::new(standard)))));
        }
        faulty = Some(Sources {
            folder: PathBuf::from(format!("{revision}:{folder}")),
            loaded: ManuallyDrop::new(loaded),
            remedy: "cette révision ne suit pas les règles d'aujourd'hui ; prenez-en une plus récente, ou une version figée",
        });
    }
    // What the sources made then is the same standard, even when the rules of today no longer let them through.
    for path in [made.as_str(), "schema.json"] {
        let Some(blob) = blobs.iter().find(|blob| blob.path == path) else { continue };
        let name = format!("{revision}:{path}");
        match (json::read(bytes(&repository, blob)?, &name), &faulty) {
            (Ok(content), _) => return Ok(Some(named(&name, content))),
            (Err(failure), None) => return Err(failure.into()),
            (Err(_), Some(_)) => {}
        }
    }
    match faulty {
        Some(sources) => Ok(Some(Reading::Faulty(Box::new(sources)))),
        None => Err(Trouble::Failed(Failure::usage(format!(
            "la révision « {revision} » ne contient pas de standard : ni {folder}/standard.yaml, ni {made}, ni schema.json"
        )))),
    }
}

/// The files of the sources, under their path relative to the folder. The hidden ones are passed over, as on the disk.
fn sources(repository: &Repository, blobs: &[Blob], prefix: &str) -> Result<Files, Failure> {
    let mut wanted = Vec::new();
    for blob in blobs {
        let Some(path) = blob.path.strip_prefix(prefix) else { continue };
        if path.split('/').any(|part| part.starts_with('.')) || path.ends_with('~') {
            continue;
        }
        if !blob.is_file() {
            return Err(Failure::usage(format!("« {} » est un lien : dans une révision, la source n'en suit pas", blob.path)));
        }
        wanted.push((path.to_owned(), blob));
    }
    if wanted.len() > MAX_FILES || wanted.iter().map(|(_, blob)| blob.size).sum::<u64>() > MAX_BYTES {
        return Err(Failure::usage(format!(
            "« {prefix} » est trop gros dans cette révision : ce n'est sans doute pas la source"
        )));
    }
    let contents = repository.contents(wanted.iter().map(|(_, blob)| *blob))?;
    Ok(wanted.into_iter().map(|(path, _)| path).zip(contents).collect())
}

fn bytes(repository: &Repository, blob: &Blob) -> Result<Vec<u8>, Failure> {
    if blob.size > MAX_FROZEN_BYTES as u64 {
        let limit = MAX_FROZEN_BYTES >> 20;
        return Err(Failure::usage(format!("« {} » dépasse {limit} Mio : ce n'est sans doute pas un standard", blob.path)));
    }
    Ok(repository.contents([blob])?.pop().unwrap_or_default())
}
