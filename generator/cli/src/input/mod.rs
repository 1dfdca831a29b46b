//! A file of data, opened as rows whatever its format.
//!
//! In: a path, or `-` for the standard input. Out: [`Rows`], and what was assumed of the way the file is written. What a
//! file is, its first bytes tell, never its name. What is not data is refused by its name: a picture, a PDF, a web page.

mod source;

use std::io;
use std::path::Path;

use standard_mediation_model::Standard;
use standard_mediation_model::data::{self, Columns, Content, MOST_WORKBOOK_BYTES, Rows, Unit, Workbook};

use crate::disk::Failure;
use source::{Bytes, Opened};

/// A file of data.
pub(crate) struct Input {
    /// Its rows.
    pub(crate) rows: Box<dyn Rows + Send>,
    /// What was assumed, in French: `CSV en UTF-8, colonnes séparées par des virgules`.
    pub(crate) assumed: String,
    /// Number of bytes, when it is known.
    pub(crate) size: Option<u64>,
}

impl Input {
    /// Recognises its columns.
    pub(crate) fn columns(&mut self, standard: &Standard) -> Columns {
        let columns = Columns::read(standard, self.rows.header());
        self.rows.adopt(standard, &columns);
        // What is not a table has the columns that it is asked for.
        Columns::read(standard, self.rows.header())
    }
}

/// Opens a file. The header of a workbook is looked for by the names and titles of the fields.
pub(crate) fn open(path: &Path, standard: &Standard) -> Result<Input, Failure> {
    let is_known = |text: &str| standard.fields.iter().any(|field| field.name == text || field.title == text);
    let failed = |error: &io::Error| Failure::new("lecture impossible de", path, error);
    let Opened { mut bytes, size } = source::open(path)?;
    let prefix = bytes.prefix().map_err(|error| failed(&error))?;
    let (rows, assumed): (Box<dyn Rows + Send>, String) = match data::content(&prefix) {
        Content::Csv if prefix.is_empty() || data::sniff(&prefix).is_text => {
            let (csv, sniffed) = data::open_csv(bytes, &standard.dialect).map_err(|error| failed(&error))?;
            let assumed = format!("CSV en {}, colonnes séparées par {}", sniffed.encoding.name(), sign(sniffed.format.delimiter));
            (Box::new(csv), assumed)
        }
        Content::Csv => return Err(refused(path, "un fichier qui n'est pas du texte")),
        Content::Json => {
            let (json, encoding) = data::open_json(bytes).map_err(|error| failed(&error))?;
            let assumed = format!("{} en {}", shape(&json), encoding.name());
            (Box::new(json), assumed)
        }
        Content::Archive => workbook(path, bytes, size, &is_known)?,
        Content::Other(what) => return Err(refused(path, what)),
    };
    Ok(Input { rows, assumed, size })
}

fn workbook(
    path: &Path,
    bytes: Bytes,
    size: Option<u64>,
    is_known: &dyn Fn(&str) -> bool,
) -> Result<(Box<dyn Rows + Send>, String), Failure> {
    let too_large = || {
        let message = format!("« {} » est un classeur de plus de {} Mio", path.display(), MOST_WORKBOOK_BYTES >> 20);
        Failure::usage(format!("{message} : exportez la feuille en « CSV UTF-8 » et donnez ce fichier"))
    };
    if size.is_some_and(|size| size > MOST_WORKBOOK_BYTES) {
        return Err(too_large());
    }
    let seekable = bytes.seekable().map_err(|error| Failure::new("lecture impossible de", path, &error))?;
    let Some(seekable) = seekable else { return Err(too_large()) };
    let book = Workbook::open(seekable, is_known).map_err(|error| Failure::new("lecture impossible de", path, &error))?;
    let assumed = book.described();
    Ok((Box::new(book), assumed))
}

fn shape(rows: &dyn Rows) -> &'static str {
    match rows.unit() {
        Unit::Line => "JSON, un objet par ligne,",
        Unit::Row | Unit::Element => "JSON, une liste d'objets,",
    }
}

fn refused(path: &Path, what: &str) -> Failure {
    let help = "donnez un CSV, un classeur XLSX ou ODS, ou du JSON";
    Failure::usage(format!("« {} » est {what}, pas un tableau de données : {help}", path.display()))
}

fn sign(delimiter: u8) -> String {
    match delimiter {
        b',' => "des virgules".to_owned(),
        b';' => "des points-virgules".to_owned(),
        b'\t' => "des tabulations".to_owned(),
        other => format!("le signe « {} »", char::from(other)),
    }
}
