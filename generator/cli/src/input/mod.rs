//! A file of data, opened as rows whatever its format.
//!
//! In: a path, or `-` for the standard input. Out: a [`Reading`].

mod source;

use std::path::Path;

use standard_mediation_model::Standard;
use standard_mediation_report::reading::{self, Reading};

use crate::disk::Failure;

/// Opens a file. The header of a workbook is looked for by the names and titles of the fields.
pub(crate) fn open(path: &Path, standard: &Standard) -> Result<Reading, Failure> {
    let bytes = source::open(path)?;
    reading::open(&path.display().to_string(), bytes, standard).map_err(|refusal| Failure::refusal(refusal, path))
}
