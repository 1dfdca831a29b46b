//! `<package>.zip`: a package for developers in one download.
//!
//! In: the files of a version. Out: an archive for each of their folders that is a package, of the same bytes on every
//! machine: no date but the first that the format knows. Nothing is compressed: hosts do it, and the site is built at once.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::Artifact;

/// The folders that are packages.
const PACKAGES: [&str; 4] = ["python", "rust", "sql", "typescript"];

/// The archives of the packages that are among files. Their files keep their folder, as their README says.
pub(super) fn of(files: &[Artifact]) -> Vec<Artifact> {
    let archive = |package: &&str| {
        let folder = format!("{package}/");
        let own: Vec<&Artifact> = files.iter().filter(|file| file.path.starts_with(&folder)).collect();
        (!own.is_empty()).then(|| Artifact { path: format!("{package}.zip"), bytes: zipped(&own) })
    };
    PACKAGES.iter().filter_map(archive).collect()
}

fn zipped(files: &[&Artifact]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for file in files {
        archive.start_file(file.path.as_str(), options).expect("a short name, and memory has room");
        archive.write_all(&file.bytes).expect("memory has room");
    }
    archive.finish().expect("memory has room").into_inner()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::emit::{self, EMITTERS, trial};

    #[test]
    fn an_archive_holds_its_package_whole_and_no_date() {
        let files = emit::all(&trial::standard());
        let archives = of(&files);
        assert!(archives == of(&files) && archives.len() == PACKAGES.len());
        for archive in archives {
            let folder = archive.path.replace(".zip", "/");
            assert!(EMITTERS.iter().any(|emitter| emitter.writes.contains(&folder.as_str())), "{folder}");
            let mut own = files.iter().filter(|file| file.path.starts_with(&folder));
            let mut read = zip::ZipArchive::new(Cursor::new(archive.bytes)).expect("an archive");
            for rank in 0..read.len() {
                let mut part = read.by_index(rank).expect("a part");
                let file = own.next().expect("a file of the package");
                let mut bytes = Vec::new();
                part.read_to_end(&mut bytes).expect("its bytes");
                assert_eq!(part.name().expect("a name"), file.path);
                assert!(bytes == file.bytes && part.last_modified() == Some(DateTime::default()), "{}", file.path);
            }
            assert!(own.next().is_none(), "{folder}");
        }
        assert!(of(&[Artifact::text("rusty/a", "")]).is_empty());
    }
}
