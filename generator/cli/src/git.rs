//! The few things asked of Git, through its own command.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::disk::Failure;

/// A repository, by a folder of it.
pub(crate) struct Repository {
    root: PathBuf,
}

impl Repository {
    /// The repository that `folder` belongs to.
    pub(crate) fn of(folder: &Path) -> Result<Self, Failure> {
        let root = run(folder, ["rev-parse", "--show-toplevel"]).map_err(|error| match error {
            Trouble::Missing => Failure::usage("la commande git est introuvable : installez Git".into()),
            Trouble::Said(_) => Failure::usage(format!("« {} » n'est pas dans un dépôt Git", folder.display())),
        })?;
        Ok(Self { root: PathBuf::from(root) })
    }

    /// The root folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// What Git answers, trimmed. The failure says what was attempted, then Git's own words.
    pub(crate) fn ask<S: AsRef<OsStr>>(&self, what: &str, arguments: impl IntoIterator<Item = S>) -> Result<String, Failure> {
        run(&self.root, arguments).map_err(|error| match error {
            Trouble::Missing => Failure::usage("la commande git est introuvable : installez Git".into()),
            Trouble::Said(words) => Failure::usage(format!("{what} : git répond « {words} »")),
        })
    }

    /// What Git answers to a question that may have no answer.
    pub(crate) fn find<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Option<String> {
        run(&self.root, arguments).ok()
    }
}

enum Trouble {
    Missing,
    Said(String),
}

fn run<S: AsRef<OsStr>>(folder: &Path, arguments: impl IntoIterator<Item = S>) -> Result<String, Trouble> {
    let output = Command::new("git").current_dir(folder).args(arguments).stdin(Stdio::null()).output();
    let output = output.map_err(|_| Trouble::Missing)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(Trouble::Said(text(&output.stderr))) }
}
