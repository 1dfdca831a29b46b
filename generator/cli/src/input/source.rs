//! The bytes of a file or of the standard input, whose first ones were looked at.
//!
//! In: a path. Out: [`Bytes`], read from the start, or, for workbooks, read from any place. What is neither a file nor a
//! flow of bytes is refused.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use standard_mediation_model::data::PREFIX;
use standard_mediation_report::reading;

use crate::disk::Failure;

/// Greatest workbook taken from a flow, which is held whole: 16 MiB.
const MOST_HELD: u64 = 16 << 20;

/// Bytes, and the first ones again.
pub(super) struct Bytes {
    prefix: Cursor<Vec<u8>>,
    source: Source,
    size: Option<u64>,
}

enum Source {
    File(File),
    Flow(Box<dyn Read + Send>),
}

/// Opens a path; `-` is the standard input.
pub(super) fn open(path: &Path) -> Result<Bytes, Failure> {
    let failed = |error: io::Error| Failure::new("lecture impossible de", path, &error);
    let (source, size) = if path == Path::new("-") {
        (Source::Flow(Box::new(io::stdin())), None)
    } else {
        let metadata = std::fs::metadata(path).map_err(failed)?;
        if metadata.is_dir() {
            return Err(Failure::usage(format!("« {} » est un dossier : donnez un fichier de données", path.display())));
        }
        let file = File::open(path).map_err(failed)?;
        if metadata.is_file() {
            (Source::File(file), Some(metadata.len()))
        } else {
            // A pipe with a name, or what a shell makes of `<(…)`.
            (Source::Flow(Box::new(file)), None)
        }
    };
    Ok(Bytes { prefix: Cursor::new(Vec::new()), source, size })
}

impl reading::Bytes for Bytes {
    type Seekable = Seekable;

    fn prefix(&mut self) -> io::Result<Vec<u8>> {
        let mut prefix = Vec::new();
        let source: &mut dyn Read = match &mut self.source {
            Source::File(file) => file,
            Source::Flow(flow) => flow,
        };
        source.take(PREFIX as u64).read_to_end(&mut prefix)?;
        self.prefix = Cursor::new(prefix.clone());
        Ok(prefix)
    }

    fn size(&self) -> Option<u64> {
        self.size
    }

    fn seekable(self) -> io::Result<Option<Seekable>> {
        match self.source {
            Source::File(mut file) => {
                file.seek(SeekFrom::Start(0))?;
                Ok(Some(Seekable::File(file)))
            }
            Source::Flow(flow) => {
                let mut bytes = Vec::new();
                self.prefix.chain(flow).take(MOST_HELD + 1).read_to_end(&mut bytes)?;
                Ok((bytes.len() as u64 <= MOST_HELD).then_some(Seekable::Held(Cursor::new(bytes))))
            }
        }
    }
}

impl Read for Bytes {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self.prefix.read(out)? {
            0 => match &mut self.source {
                Source::File(file) => file.read(out),
                Source::Flow(flow) => flow.read(out),
            },
            count => Ok(count),
        }
    }
}

/// Bytes that can be read from any place.
pub(super) enum Seekable {
    File(File),
    Held(Cursor<Vec<u8>>),
}

impl Read for Seekable {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.read(out),
            Self::Held(bytes) => bytes.read(out),
        }
    }
}

impl Seek for Seekable {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Self::File(file) => file.seek(to),
            Self::Held(bytes) => bytes.seek(to),
        }
    }
}
