//! A file of data, opened as rows whatever its format.
//!
//! In: a path, or `-` for the standard input. Out: [`Rows`], and what was assumed of the way the file is written.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use standard_mediation_model::Dialect;
use standard_mediation_model::data::{self, Rows};

use crate::disk::Failure;

/// A file of data.
pub(crate) struct Input {
    /// Its rows.
    pub(crate) rows: Box<dyn Rows + Send>,
    /// What was assumed, in French: `CSV en UTF-8, colonnes séparées par des virgules`.
    pub(crate) assumed: String,
    /// Number of bytes, when it is known.
    pub(crate) size: Option<u64>,
}

/// Opens a file.
pub(crate) fn open(path: &Path, dialect: &Dialect) -> Result<Input, Failure> {
    let failed = |error: &io::Error| Failure::new("lecture impossible de", path, error);
    let (source, size): (Box<dyn Read + Send>, Option<u64>) = if path == Path::new("-") {
        (Box::new(io::stdin()), None)
    } else {
        let file = File::open(path).map_err(|error| failed(&error))?;
        let metadata = file.metadata().map_err(|error| failed(&error))?;
        if metadata.is_dir() {
            return Err(failed(&io::Error::from(io::ErrorKind::IsADirectory)));
        }
        (Box::new(file), Some(metadata.len()))
    };
    let (csv, sniffed) = data::open_csv(source, dialect).map_err(|error| failed(&error))?;
    let delimiter = match sniffed.format.delimiter {
        b',' => "des virgules",
        b';' => "des points-virgules",
        _ => "des tabulations",
    };
    let assumed = format!("CSV en {}, colonnes séparées par {delimiter}", sniffed.encoding.name());
    Ok(Input { rows: Box::new(csv), assumed, size })
}
