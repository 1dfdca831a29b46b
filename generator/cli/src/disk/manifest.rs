//! The list of what we wrote, kept beside it: what proves that a folder is ours and which files we may remove.
//!
//! Paths only, sorted: no hash, no date, so that two concurrent changes of the standard merge without conflict. A
//! manifest full of conflict markers still reads: lines that are not plain paths are passed over.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use standard_mediation_codegen::Artifact;

use super::Failure;

/// Who writes a folder. What one wrote, another never removes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Owner {
    /// Name of its manifest, below the output folder.
    pub(crate) name: &'static str,
    /// Its first line.
    header: &'static str,
}

/// What comes from the sources.
pub(crate) const GENERATED: Owner = Owner {
    name: ".artefacts",
    header: "# Fichiers écrits par « cargo standard generate », qui ne retire que ceux de cette liste.",
};

/// The site.
pub(crate) const SITE: Owner =
    Owner { name: ".pages", header: "# Fichiers écrits par « cargo standard site », qui ne retire que ceux de cette liste." };

/// The manifest of some paths.
pub(crate) fn artifact<'a>(owner: Owner, paths: impl IntoIterator<Item = &'a str>) -> Artifact {
    let paths: BTreeSet<&str> = paths.into_iter().collect();
    let lines: String = paths.into_iter().flat_map(|path| [path, "\n"]).collect();
    Artifact { path: owner.name.to_owned(), bytes: format!("{}\n{lines}", owner.header).into_bytes() }
}

/// The paths that the manifest of a folder lists; `None` when it has none.
pub(crate) fn read(owner: Owner, out: &Path) -> Result<Option<BTreeSet<String>>, Failure> {
    let path = out.join(owner.name);
    match fs::read_to_string(&path) {
        Ok(text) if text.lines().any(|line| line == owner.header) => {
            Ok(Some(text.lines().filter(|line| is_plain(line)).map(str::to_owned).collect()))
        }
        Ok(_) => Ok(None),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidData) => Ok(None),
        Err(error) => Err(Failure::new("lecture impossible de", &path, &error)),
    }
}

/// A relative path that stays below its folder: nothing else in a manifest is ever acted upon.
fn is_plain(line: &str) -> bool {
    let parts = || line.split('/');
    let marker = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|marker| line.starts_with(marker));
    !line.starts_with('#')
        && !marker
        && !line.contains('\\')
        && parts().all(|part| !matches!(part, "" | "." | ".."))
        && !line.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_paths_are_believed() {
        for good in ["standard.json", "pages/champs/id.md", ".artefacts", "publication/.github/workflows/a.yml"] {
            assert!(is_plain(good), "{good}");
        }
        for bad in ["", "/etc/passwd", "../secret", "pages/../../x", "a//b", "./a", "C:\\x", "c:x", "<<<<<<< HEAD", "# a", "a\\b"]
        {
            assert!(!is_plain(bad), "{bad}");
        }
    }
}
