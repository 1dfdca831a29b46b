//! A file of data, opened as rows whatever its format.
//!
//! In: [`Bytes`]. Out: [`Reading`]: rows, and what was assumed of the way the file is written. What a file is, its first
//! bytes tell, never its name. What is not data is refused by its name: a picture, a PDF, a web page.

use std::io::{self, Read, Seek};

use standard_mediation_model::Standard;
use standard_mediation_model::data::{self, Columns, Content, Judge, MOST_WORKBOOK_BYTES, Options, Rows, Unit, Workbook};

use crate::Refusal;

/// The bytes of a file, read from the start, or, for workbooks, from any place.
pub trait Bytes: Read + Send + 'static {
    /// The same, read from any place.
    type Seekable: Read + Seek + Send + 'static;

    /// The first bytes, [`data::PREFIX`] of them or all, which are then read again.
    ///
    /// # Errors
    /// Those of the source.
    fn prefix(&mut self) -> io::Result<Vec<u8>>;

    /// Number of bytes, when it is known.
    fn size(&self) -> Option<u64>;

    /// The bytes from any place; `None` when they come from a flow and are too many to hold.
    ///
    /// # Errors
    /// Those of the source.
    fn seekable(self) -> io::Result<Option<Self::Seekable>>;
}

/// A file of data.
pub struct Reading {
    /// Its rows.
    pub rows: Box<dyn Rows + Send>,
    /// What was assumed, in French: `CSV en UTF-8, colonnes séparées par des virgules`.
    pub assumed: String,
    /// Number of bytes, when it is known.
    pub size: Option<u64>,
}

impl Reading {
    /// Recognises its columns.
    pub fn columns(&mut self, standard: &Standard) -> Columns {
        data::recognised(standard, self.rows.as_mut())
    }

    /// Who judges its rows.
    ///
    /// # Errors
    /// When a form of the standard does not compile: never one of ours.
    pub fn judge<'a>(&mut self, standard: &'a Standard, options: Options) -> Result<Judge<'a>, Refusal> {
        Judge::new(standard, self.rows.as_mut(), options)
            .map_err(|field| Refusal::Said(format!("la forme de la colonne « {field} » ne se lit pas dans ce standard")))
    }
}

/// Opens a file, called `name` in messages. The header of a workbook is looked for by the names and titles of the fields.
///
/// # Errors
/// When it is no data, or cannot be read.
pub fn open<B: Bytes>(name: &str, mut bytes: B, standard: &Standard) -> Result<Reading, Refusal> {
    let is_known = |text: &str| standard.is_column(text);
    let size = bytes.size();
    let prefix = bytes.prefix().map_err(Refusal::Read)?;
    let (rows, assumed): (Box<dyn Rows + Send>, String) = match data::content(&prefix) {
        Content::Csv if prefix.is_empty() || data::sniff(&prefix).is_text => {
            let (csv, sniffed) = data::open_csv(bytes, standard).map_err(Refusal::Read)?;
            let row = csv.header_row().filter(|row| *row > 1);
            let header = row.map_or_else(String::new, |row| format!(", en-tête à la ligne {row}"));
            let separator = sign(sniffed.format.delimiter);
            let assumed = format!("CSV en {}, colonnes séparées par {separator}{header}", sniffed.encoding.name());
            (Box::new(csv), assumed)
        }
        Content::Csv => return Err(refused(name, "un fichier qui n'est pas du texte")),
        Content::Json => {
            let (json, encoding) = data::open_json(bytes).map_err(Refusal::Read)?;
            let assumed = format!("{} en {}", shape(&json), encoding.name());
            (Box::new(json), assumed)
        }
        Content::Archive => workbook(name, bytes, &is_known)?,
        Content::Other(what) => return Err(refused(name, what)),
    };
    Ok(Reading { rows, assumed, size })
}

fn workbook<B: Bytes>(name: &str, bytes: B, is_known: &dyn Fn(&str) -> bool) -> Result<(Box<dyn Rows + Send>, String), Refusal> {
    let too_large = || {
        let message = format!("« {name} » est un classeur de plus de {} Mio", MOST_WORKBOOK_BYTES >> 20);
        Refusal::Said(format!("{message} : exportez la feuille en « CSV UTF-8 » et donnez ce fichier"))
    };
    if bytes.size().is_some_and(|size| size > MOST_WORKBOOK_BYTES) {
        return Err(too_large());
    }
    let Some(seekable) = bytes.seekable().map_err(Refusal::Read)? else { return Err(too_large()) };
    let book = Workbook::open(seekable, is_known).map_err(Refusal::Read)?;
    let assumed = book.described();
    Ok((Box::new(book), assumed))
}

fn shape(rows: &dyn Rows) -> &'static str {
    match rows.unit() {
        Unit::Line => "JSON, un objet par ligne,",
        Unit::Row | Unit::Element => "JSON, une liste d'objets,",
    }
}

fn refused(name: &str, what: &str) -> Refusal {
    let help = "donnez un CSV, un classeur XLSX ou ODS, ou du JSON";
    Refusal::Said(format!("« {name} » est {what}, pas un tableau de données : {help}"))
}

fn sign(delimiter: u8) -> String {
    match delimiter {
        b',' => "des virgules".to_owned(),
        b';' => "des points-virgules".to_owned(),
        b'\t' => "des tabulations".to_owned(),
        other => format!("le signe « {} »", char::from(other)),
    }
}
