//! The standard of a git revision: its sources, or what was made from them then.

use std::cell::RefCell;
use std::collections::BTreeMap;
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

/// A repository, and where the standard is in it.
pub(super) struct Place {
    repository: Repository,
    folder: String,
    /// Contents read already, by id: two revisions share most of their files.
    known: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl Place {
    /// The repository that holds the sources, or else the present folder.
    pub(super) fn of(schema: &Path) -> Result<Self, Failure> {
        let (here, rest) =
            if schema.is_dir() { (schema, String::new()) } else { (Path::new("."), schema.to_string_lossy().replace('\\', "/")) };
        let (repository, inside) = Repository::around(here)?;
        let folder = format!("{inside}{rest}").trim_end_matches('/').to_owned();
        Ok(Self { repository, folder, known: RefCell::default() })
    }

    /// The contents of some files, in their order.
    fn contents(&self, blobs: &[&Blob]) -> Result<Vec<Vec<u8>>, Failure> {
        let mut known = self.known.borrow_mut();
        let mut new: Vec<&Blob> = blobs.iter().copied().filter(|blob| !known.contains_key(&blob.id)).collect();
        new.sort_by(|a, b| a.id.cmp(&b.id));
        new.dedup_by(|a, b| a.id == b.id);
        let contents = self.repository.contents(&new)?;
        known.extend(new.iter().map(|blob| blob.id.clone()).zip(contents));
        Ok(blobs.iter().map(|blob| known.get(&blob.id).cloned().unwrap_or_default()).collect())
    }
}

/// Reads a revision; `None` when the repository has none of that name.
pub(super) fn read(revision: &str, place: &Place) -> Result<Option<Reading>, Failure> {
    let Place { repository, folder, .. } = place;
    let made = match folder.rsplit_once('/') {
        Some((parent, _)) => format!("{parent}/generated/standard.json"),
        None => "generated/standard.json".to_owned(),
    };
    let Some(blobs) = repository.files(revision, &[&format!("{folder}/"), &made, "schema.json"]) else { return Ok(None) };
    let sources = sources(place, &blobs, &format!("{folder}/"))?;
    if sources.contains_key("standard.yaml") {
        let mut loaded = source::load_as_written(&sources);
        if let Some(standard) = loaded.standard.take() {
            return Ok(Some(named(revision, Content::Standard(Box::new(standard)))));
        }
        // Never what was made from them: `generated/` is behind its sources in just the proposals that matter.
        return Ok(Some(Reading::Faulty(Box::new(Sources {
            folder: PathBuf::from(format!("{revision}:{folder}")),
            loaded: ManuallyDrop::new(loaded),
            remedy: "corrigez-la, ou comparez avec une autre révision ou une version figée",
        }))));
    }
    for path in [made.as_str(), "schema.json"] {
        let Some(blob) = blobs.iter().find(|blob| blob.path == path) else { continue };
        let name = format!("{revision}:{path}");
        return json::read(bytes(place, blob)?, &name).map(|content| Some(named(&name, content)));
    }
    Err(Failure::usage(format!(
        "la révision « {revision} » ne contient pas de standard : ni {folder}/standard.yaml, ni {made}, ni schema.json"
    )))
}

/// The files of the sources, under their path relative to the folder. The hidden ones are passed over, as on the disk.
fn sources(place: &Place, blobs: &[Blob], prefix: &str) -> Result<Files, Failure> {
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
    let contents = place.contents(&wanted.iter().map(|(_, blob)| *blob).collect::<Vec<_>>())?;
    Ok(wanted.into_iter().map(|(path, _)| path).zip(contents).collect())
}

fn bytes(place: &Place, blob: &Blob) -> Result<Vec<u8>, Failure> {
    if blob.size > MAX_FROZEN_BYTES as u64 {
        let limit = MAX_FROZEN_BYTES >> 20;
        return Err(Failure::usage(format!("« {} » dépasse {limit} Mio : ce n'est sans doute pas un standard", blob.path)));
    }
    Ok(place.contents(&[blob])?.pop().unwrap_or_default())
}
