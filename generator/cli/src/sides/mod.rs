//! The two sides of a comparison: from what a person types to a standard.
//!
//! In: a version (`1.0.1`), a folder, a file of JSON or a git revision. Out: a [`Side`], or the findings of sources that
//! do not load. What exists on the disk comes first, then a version, then a revision.

mod json;
mod table;
mod tree;

use std::cell::OnceCell;
use std::fs;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use standard_mediation_codegen::import;
use standard_mediation_codegen::source::{self, Loaded, MAX_FROZEN_BYTES, past};
use standard_mediation_model::{Standard, Version};

use crate::disk::{self, Failure};
use crate::show;

use json::Content;
use table::Table;
use tree::Place;

/// A standard, and how to name it.
pub(crate) struct Side {
    /// What a person calls it: `la version 1.0.1`, `schema (1.1.0)`.
    pub(crate) label: String,
    /// The standard.
    pub(crate) standard: Standard,
    /// Its sources, when they are files that a person may open.
    pub(crate) sources: Option<Sources>,
    /// What its import corrected or left out, which a comparison does not see; 0 for our own sources.
    pub(crate) altered: usize,
}

/// Sources on the disk.
pub(crate) struct Sources {
    /// Their folder.
    pub(crate) folder: PathBuf,
    /// What was read there. Left to the end of the process: nothing is gained by taking it apart.
    pub(crate) loaded: ManuallyDrop<Loaded>,
    /// What a person can do when they do not load.
    pub(crate) remedy: &'static str,
}

/// The reading of a side.
pub(crate) enum Reading {
    /// It reads.
    Ready(Box<Side>),
    /// Its sources do not load; the findings say why.
    Faulty(Box<Sources>),
    /// A Table Schema, that the other side may lend its names and codes to.
    Table(Table),
}

impl Reading {
    /// The standard, when it is read already.
    fn standard(&self) -> Option<&Standard> {
        match self {
            Self::Ready(side) => Some(&side.standard),
            Self::Faulty(_) | Self::Table(_) => None,
        }
    }

    /// Both readings, a Table Schema being imported with the help of the other side. That other side is then compared as
    /// a Table Schema says it: otherwise all our advice would seem to have been given up.
    fn imported(before: Self, after: Self) -> (Self, Self) {
        match (before, after) {
            (Self::Table(before), Self::Table(after)) => {
                let before = before.import(None);
                let after = after.import(before.standard());
                (before, after)
            }
            (Self::Table(before), after) => (before.import(after.standard()).bare(), after.published().bare()),
            (before, Self::Table(after)) => {
                let after = after.import(before.standard());
                (before.published().bare(), after.bare())
            }
            readings => readings,
        }
    }

    fn published(self) -> Self {
        self.map(|standard| table::published(&standard).unwrap_or(standard))
    }

    /// Without the sentences, that each format puts together its own way.
    fn bare(self) -> Self {
        self.map(import::without_texts)
    }

    fn map(self, change: impl FnOnce(Standard) -> Standard) -> Self {
        match self {
            Self::Ready(side) => {
                let Side { label, standard, sources, altered } = *side;
                Self::Ready(Box::new(Side { label, standard: change(standard), sources, altered }))
            }
            reading => reading,
        }
    }
}

/// Reads both sides.
pub(crate) fn read(before: &str, after: &str, schema: &Path) -> Result<(Reading, Reading), Failure> {
    // Asked for once, and only when a side may be a revision.
    let place = OnceCell::new();
    Ok(Reading::imported(one(before, schema, &place)?, one(after, schema, &place)?))
}

fn one(text: &str, schema: &Path, place: &OnceCell<Result<Place, Failure>>) -> Result<Reading, Failure> {
    let path = Path::new(text);
    if fs::symlink_metadata(path).is_ok() {
        return if path.is_dir() { folder(path) } else { file(path, text) };
    }
    let version: Option<Version> = text.strip_prefix('v').unwrap_or(text).parse().ok();
    if let Some(version) = version
        && let Some(reading) = of_version(version, schema)?
    {
        return Ok(reading);
    }
    match place.get_or_init(|| Place::of(schema)) {
        Ok(place) => tree::read(text, place)?.ok_or_else(|| unknown(text, version, schema, "ni une révision de ce dépôt Git")),
        Err(why) => Err(unknown(text, version, schema, &format!("ni une révision ({why})"))),
    }
}

fn unknown(text: &str, version: Option<Version>, schema: &Path, revision: &str) -> Failure {
    let known = match frozen(schema).as_slice() {
        [] => String::new(),
        known => format!(" ; les versions figées sont {}", known.iter().map(Version::to_string).collect::<Vec<_>>().join(", ")),
    };
    let version = if version.is_some() { "ni une version figée ou en préparation" } else { "ni une version" };
    Failure::usage(format!("« {text} » n'est ni un fichier ou un dossier, {version}, {revision}{known}"))
}

/// The versions that have a frozen file.
fn frozen(schema: &Path) -> Vec<Version> {
    let entries = fs::read_dir(schema.join("versions")).into_iter().flatten().flatten();
    let version = |name: &str| name.strip_suffix(".json")?.parse().ok();
    let mut versions: Vec<Version> = entries.filter_map(|entry| version(&entry.file_name().to_string_lossy())).collect();
    versions.sort_unstable();
    versions
}

/// A frozen version, or the one in preparation.
fn of_version(version: Version, schema: &Path) -> Result<Option<Reading>, Failure> {
    let path = schema.join(past::path(version));
    if path.exists() {
        let Content::Standard(standard) = content(&path)? else {
            return Err(Failure::usage(format!("« {} » n'est pas une version figée", path.display())));
        };
        if standard.identity.version != version {
            let found = standard.identity.version;
            return Err(Failure::usage(format!("« {} » décrit la version {found}, pas la version {version}", path.display())));
        }
        return Ok(Some(Reading::Ready(Box::new(Side {
            label: format!("la version {version}"),
            standard: *standard,
            sources: None,
            altered: 0,
        }))));
    }
    if !schema.join("standard.yaml").is_file() {
        return Ok(None);
    }
    let reading = sources(schema)?;
    let is_it = match &reading {
        Reading::Ready(side) => side.standard.identity.version == version,
        Reading::Faulty(sources) => declares(&sources.loaded, version),
        Reading::Table(_) => false,
    };
    Ok(is_it.then_some(reading))
}

/// Whether sources that do not load say to be of a version.
fn declares(loaded: &Loaded, version: Version) -> bool {
    let text = loaded.texts.get("standard.yaml").map(String::as_str).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("version:"));
    line.is_some_and(|line| line.trim().trim_matches(['"', '\'']) == version.to_string())
}

/// A folder: sources, or the folder that holds them, or that holds what was made from them.
fn folder(path: &Path) -> Result<Reading, Failure> {
    for sources_of in [path.to_owned(), path.join("schema")] {
        if sources_of.join("standard.yaml").is_file() {
            return sources(&sources_of);
        }
    }
    for name in ["standard.json", "schema.json"] {
        let path = path.join(name);
        if path.is_file() {
            return file(&path, &path.display().to_string());
        }
    }
    Err(Failure::usage(format!(
        "le dossier « {} » ne contient pas de standard : il y faut standard.yaml, schema/standard.yaml, standard.json ou schema.json",
        path.display()
    )))
}

fn sources(folder: &Path) -> Result<Reading, Failure> {
    let mut loaded = source::load_as_written(&disk::read_sources(folder)?);
    let standard = loaded.standard.take();
    let sources = Sources { folder: folder.to_owned(), loaded: ManuallyDrop::new(loaded), remedy: "corrigez d'abord sa source" };
    Ok(match standard {
        Some(standard) => {
            let label = format!("{} ({})", show::slashed(folder), standard.identity.version);
            Reading::Ready(Box::new(Side { label, standard, sources: Some(sources), altered: 0 }))
        }
        None => Reading::Faulty(Box::new(sources)),
    })
}

/// A file of JSON; `text` is what a person calls it.
fn file(path: &Path, text: &str) -> Result<Reading, Failure> {
    Ok(named(text, content(path)?))
}

fn content(path: &Path) -> Result<Content, Failure> {
    let kind = fs::metadata(path).map_err(|error| Failure::new("lecture impossible de", path, &error))?;
    if !kind.is_file() {
        return Err(Failure::usage(format!("« {} » n'est pas un fichier ordinaire", path.display())));
    }
    json::read(disk::read_file(path, MAX_FROZEN_BYTES)?, &path.display().to_string())
}

/// A standard under the name that a person gave it, with its version.
fn named(text: &str, content: Content) -> Reading {
    match content {
        Content::Standard(standard) => {
            let label = format!("{text} ({})", standard.identity.version);
            Reading::Ready(Box::new(Side { label, standard: *standard, sources: None, altered: 0 }))
        }
        Content::Table(bytes) => Reading::Table(Table { name: text.to_owned(), bytes }),
    }
}
