//! The few things asked of Git, through its own command.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::disk::Failure;

/// A repository, by a folder of it.
pub(crate) struct Repository {
    root: PathBuf,
}

impl Repository {
    /// The repository that `folder` belongs to.
    pub(crate) fn of(folder: &Path) -> Result<Self, Failure> {
        Ok(Self::around(folder)?.0)
    }

    /// The same, and the folder inside it, with `/` at its end; empty for the root.
    pub(crate) fn around(folder: &Path) -> Result<(Self, String), Failure> {
        let said = run(folder, ["rev-parse", "--show-toplevel", "--show-prefix"]).map_err(|error| match error {
            Trouble::Missing => Failure::usage("la commande git est introuvable : installez Git".into()),
            Trouble::Said(_) => Failure::usage(format!("« {} » n'est pas dans un dépôt Git", folder.display())),
        })?;
        let (root, inside) = said.split_once('\n').unwrap_or((&said, ""));
        Ok((Self { root: PathBuf::from(root) }, inside.to_owned()))
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

/// A file of a revision.
pub(crate) struct Blob {
    mode: String,
    /// Name of its contents.
    pub(crate) id: String,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// Its path from the root.
    pub(crate) path: String,
}

impl Blob {
    /// Whether it is an ordinary file, and neither a link nor another repository.
    pub(crate) fn is_file(&self) -> bool {
        self.mode.starts_with("100")
    }
}

impl Repository {
    /// The files of a revision at or below some paths; `None` when there is no such revision.
    pub(crate) fn files(&self, revision: &str, paths: &[&str]) -> Option<Vec<Blob>> {
        // A text that starts with a dash would be read as an option.
        if revision.starts_with('-') {
            return None;
        }
        let list = self.find(["ls-tree", "-r", "-l", "-z", "--full-tree", revision, "--"].iter().chain(paths))?;
        let blob = |line: &str| {
            let (facts, path) = line.split_once('\t')?;
            let mut facts = facts.split_whitespace();
            let (mode, _, id, size) = (facts.next()?, facts.next()?, facts.next()?, facts.next()?);
            // The size of another repository is a dash.
            Some(Blob { mode: mode.into(), id: id.into(), size: size.parse().unwrap_or(0), path: path.into() })
        };
        Some(list.split('\0').filter_map(blob).collect())
    }

    /// The contents of some files, in their order, from one run of Git.
    pub(crate) fn contents(&self, blobs: &[&Blob]) -> Result<Vec<Vec<u8>>, Failure> {
        if blobs.is_empty() {
            return Ok(Vec::new());
        }
        let failed = |error: &std::io::Error| Failure::usage(format!("lecture impossible de la révision : {error}"));
        let mut command = Command::new("git");
        command.current_dir(&self.root).args(["cat-file", "--batch"]).stderr(Stdio::null());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|error| failed(&error))?;
        let contents = batch(&mut child, blobs);
        // Nobody listens any more: it ends by itself.
        drop((child.stdin.take(), child.stdout.take()));
        child.wait().and(contents).map_err(|error| failed(&error))
    }
}

/// Asks for one file, reads it, asks for the next: neither side ever waits for the other.
fn batch(child: &mut Child, blobs: &[&Blob]) -> std::io::Result<Vec<Vec<u8>>> {
    let (Some(input), Some(output)) = (&mut child.stdin, &mut child.stdout) else { return Ok(Vec::new()) };
    let mut output = BufReader::new(output);
    blobs.iter().map(|blob| one(input, &mut output, blob)).collect()
}

fn one(input: &mut ChildStdin, output: &mut BufReader<&mut ChildStdout>, blob: &Blob) -> std::io::Result<Vec<u8>> {
    writeln!(input, "{}", blob.id)?;
    input.flush()?;
    let mut header = String::new();
    output.read_line(&mut header)?;
    // `<id> blob <size>`, or `<id> missing`.
    let size = header.split_whitespace().nth(2).and_then(|size| size.parse::<usize>().ok());
    let missing = || std::io::Error::other(format!("« {} » manque dans le dépôt", blob.path));
    let mut bytes = vec![0; size.ok_or_else(missing)?];
    output.read_exact(&mut bytes)?;
    output.read_exact(&mut [0])?;
    Ok(bytes)
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
