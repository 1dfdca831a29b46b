//! The standard that data are held against: the present one, or a version of the past.
//!
//! Read from `generated/standard.json`, which `check` keeps equal to the sources: reading that takes a few thousandths of
//! a second, where the sources take fifty. Without it, the sources are read.

use std::path::{Path, PathBuf};

use standard_mediation_codegen::source::{self, MAX_FROZEN_BYTES, past};
use standard_mediation_model::data::lend_words;
use standard_mediation_model::{Standard, Version};
use standard_mediation_report::version::{self, Chosen, Past};

use crate::disk::{self, Failure};
use crate::show::slashed;

/// Where the standard is.
#[derive(Debug, clap::Args)]
pub(crate) struct Where {
    /// Version du standard (comme 1.0.1) ou fichier standard.json (par défaut : celle que l'en-tête annonce)
    #[arg(long, value_name = "VERSION", help_heading = "Options")]
    pub(crate) standard: Option<String>,
    /// Dossier de la source YAML et des versions figées (par défaut : schema)
    #[arg(long, value_name = "DOSSIER", default_value = "schema", hide_default_value = true, help_heading = "Options")]
    pub(crate) schema: PathBuf,
    /// Dossier où lire standard.json (par défaut : generated)
    #[arg(long, value_name = "DOSSIER", default_value = "generated", hide_default_value = true, help_heading = "Options")]
    pub(crate) generated: PathBuf,
}

impl Where {
    /// The present standard.
    pub(crate) fn present(&self) -> Result<Standard, Failure> {
        let path = self.generated.join("standard.json");
        if path.is_file() {
            return read(&path);
        }
        if !self.schema.exists() {
            return Err(Failure::usage(format!(
                "le standard n'est pas là, ni dans « {} » ni dans le dossier « {} » : lancez la commande depuis le dossier du \
                 dépôt, ou dites où ils sont avec --generated et --schema",
                path.display(),
                self.schema.display()
            )));
        }
        let loaded = source::load(&disk::read_sources(&self.schema)?);
        loaded.standard.ok_or_else(|| {
            Failure::usage(format!(
                "le standard de « {} » ne se lit pas ; « cargo standard check » dit pourquoi",
                self.schema.display()
            ))
        })
    }

    /// A version, present or past.
    pub(crate) fn version(&self, version: Version) -> Result<Standard, Failure> {
        let frozen = self.schema.join(past::path(version));
        if frozen.is_file() {
            return read(&frozen);
        }
        let present = self.present()?;
        if present.identity.version == version {
            return Ok(present);
        }
        Err(unknown(&version.to_string(), &present))
    }

    /// The one that was asked for, or the present one.
    pub(crate) fn asked(&self) -> Result<Standard, Failure> {
        match &self.standard {
            None => self.present(),
            Some(text) => match text.strip_prefix('v').unwrap_or(text).parse() {
                Ok(version) => {
                    let mut standard = self.version(version)?;
                    lend_words(&self.present()?, &mut standard);
                    Ok(standard)
                }
                Err(_) if is_like_a_version(text) && !Path::new(text).exists() => Err(unknown(text, &self.present()?)),
                Err(_) => read(Path::new(text)),
            },
        }
    }

    /// The standard that a file is held against, and why. `asked` is that of [`Where::asked`], and is kept when a version
    /// was asked for.
    pub(crate) fn spoken(&self, asked: Standard, header: &[String], file: &Path) -> Result<Chosen, Failure> {
        if self.standard.is_some() {
            return Ok(Chosen::asked(asked));
        }
        version::chosen(asked, header, &slashed(file), |present| self.past(present))
    }

    /// The versions of the past that have a file, and the numbers of those that have none.
    fn past(&self, present: &Standard) -> Result<Past, Failure> {
        let (mut past, mut absent) = (Vec::new(), Vec::new());
        for release in present.history.iter().filter(|release| release.version != present.identity.version) {
            let path = self.schema.join(past::path(release.version));
            if path.is_file() {
                past.push(read(&path)?);
            } else {
                absent.push(release.version);
            }
        }
        Ok((past, absent))
    }
}

fn unknown(version: &str, present: &Standard) -> Failure {
    let known: Vec<String> = present.versions().map(|version| version.to_string()).collect();
    Failure::usage(format!("la version {version} n'existe pas ; il y a {}", known.join(", ")))
}

/// `9.9` or `v1`: a version that lacks a part, rather than a file.
fn is_like_a_version(text: &str) -> bool {
    let numbers = text.strip_prefix('v').unwrap_or(text);
    !numbers.is_empty() && numbers.chars().all(|sign| sign.is_ascii_digit() || sign == '.')
}

fn read(path: &Path) -> Result<Standard, Failure> {
    let bytes = disk::read_file(path, MAX_FROZEN_BYTES)?;
    // Told once for the whole file, rather than for each of its thousands of texts.
    let text = str::from_utf8(&bytes).map_err(|_| Failure::usage(format!("« {} » n'est pas en UTF-8", path.display())))?;
    serde_json::from_str(text)
        .map_err(|error| Failure::usage(format!("« {} » n'est pas un standard.json (ligne {})", path.display(), error.line())))
}
