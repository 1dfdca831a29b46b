//! Somebody else's folder, read without trust: in a fixed order, never through a link, a piece at a time.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Folders of tools, whose files are somebody else's again.
const TOOLS: [&str; 4] = [".git", ".hg", ".svn", "node_modules"];
/// Bytes read at once.
const PIECE: usize = 256 * 1024;

/// Something in a folder.
#[derive(Debug)]
pub(crate) enum Entry {
    /// A file to read.
    File(PathBuf),
    /// Something that is not read.
    Skipped(PathBuf, Skip),
}

/// Why something is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Skip {
    Binary,
    Utf16,
    Link,
    Special,
    Tool,
    Unreadable,
}

/// The folders being walked, the deepest last, each with what is left of it.
struct Tree {
    left: Vec<std::vec::IntoIter<PathBuf>>,
}

/// Everything below a folder, in the order of names.
pub(crate) fn tree(folder: &Path) -> io::Result<impl Iterator<Item = Entry> + use<>> {
    Ok(Tree { left: vec![children(folder)?.into_iter()] })
}

/// Gives the bytes of a text piece by piece, and says how many there were; nothing is given of what is not a text.
/// `buffer` is only there to be used again.
pub(crate) fn pieces(mut from: impl Read, buffer: &mut Vec<u8>, mut take: impl FnMut(&[u8])) -> io::Result<Result<u64, Skip>> {
    buffer.resize(PIECE, 0);
    let mut total = 0;
    loop {
        let length = fill(&mut from, buffer)?;
        let piece = &buffer[..length];
        if total == 0 && (piece.starts_with(b"\xff\xfe") || piece.starts_with(b"\xfe\xff")) {
            return Ok(Err(Skip::Utf16));
        }
        if total == 0 && piece.contains(&0) {
            return Ok(Err(Skip::Binary));
        }
        take(piece);
        total += length as u64;
        if length < PIECE {
            return Ok(Ok(total));
        }
    }
}

/// Fills the buffer, unless the end comes first.
fn fill(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match from.read(&mut buffer[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

fn children(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort_unstable();
    Ok(paths)
}

impl Iterator for Tree {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        loop {
            let Some(path) = self.left.last_mut()?.next() else {
                self.left.pop();
                continue;
            };
            let Ok(kind) = fs::symlink_metadata(&path) else { return Some(Entry::Skipped(path, Skip::Unreadable)) };
            let is_tool = || path.file_name().is_some_and(|name| TOOLS.iter().any(|tool| name == *tool));
            if kind.is_symlink() {
                return Some(Entry::Skipped(path, Skip::Link));
            } else if kind.is_file() {
                return Some(Entry::File(path));
            } else if !kind.is_dir() {
                return Some(Entry::Skipped(path, Skip::Special));
            } else if is_tool() {
                return Some(Entry::Skipped(path, Skip::Tool));
            }
            match children(&path) {
                Ok(paths) => self.left.push(paths.into_iter()),
                Err(_) => return Some(Entry::Skipped(path, Skip::Unreadable)),
            }
        }
    }
}

impl Skip {
    /// Why, in French.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Binary => "binaire",
            Self::Utf16 => "en UTF-16",
            Self::Link => "lien",
            Self::Special => "ni fichier ni dossier",
            Self::Tool => "dossier d'outil",
            Self::Unreadable => "illisible",
        }
    }
}
