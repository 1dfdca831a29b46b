//! A text of any encoding and separator, opened.

use std::io::{self, Chain, Cursor, Read};

use crate::{Dialect, Standard};

use super::{Csv, Decoded, Encoding, Fault, FileRule, Json, PREFIX, Sniffed, sniff};

/// A source whose first bytes were looked at.
pub type CsvSource<R> = Decoded<Chain<Cursor<Vec<u8>>, R>>;

/// Opens a CSV file: finds its encoding, its separator and its header, by the columns of the standard, and says in
/// [`super::Rows::faults`] where they are not those of the standard.
///
/// # Errors
/// Those of the source.
pub fn open_csv<R: Read>(source: R, standard: &Standard) -> io::Result<(Csv<CsvSource<R>>, Sniffed)> {
    let (source, sniffed) = decoded(source)?;
    let mut csv = Csv::open(source, sniffed.format)?;
    csv.look_below(&|text| standard.is_column(text));
    csv.add_faults(encoding(sniffed.encoding, "enregistrez-le en « CSV UTF-8 » ; il est lu ici comme s'il l'était"));
    csv.add_faults(csv.sign_of_rows().map(|rows| mixed(sniffed.format.delimiter, rows)));
    csv.add_faults(delimiter(&sniffed, &standard.dialect));
    Ok((csv, sniffed))
}

/// Opens a JSON or NDJSON file: finds its encoding, and says in [`super::Rows::faults`] where it is not UTF-8.
///
/// # Errors
/// Those of the source.
pub fn open_json<R: Read>(source: R) -> io::Result<(Json<CsvSource<R>>, Encoding)> {
    let (source, sniffed) = decoded(source)?;
    let mut json = Json::open(source)?;
    json.add_faults(encoding(sniffed.encoding, "exportez-le en UTF-8 ; il est lu ici comme s'il l'était"));
    Ok((json, sniffed.encoding))
}

fn decoded<R: Read>(mut source: R) -> io::Result<(CsvSource<R>, Sniffed)> {
    let mut prefix = Vec::new();
    source.by_ref().take(PREFIX as u64).read_to_end(&mut prefix)?;
    let sniffed = sniff(&prefix);
    let mut start = Cursor::new(prefix);
    start.set_position(sniffed.mark as u64);
    Ok((Decoded::new(start.chain(source), sniffed.encoding), sniffed))
}

fn encoding(found: Encoding, help: &str) -> Option<Fault> {
    let message = format!("le fichier est en {}, le standard demande UTF-8", found.name());
    (found != Encoding::Utf8).then(|| Fault::new(FileRule::Encoding, None, message, help))
}

fn delimiter(sniffed: &Sniffed, dialect: &Dialect) -> Option<Fault> {
    let (found, wanted) = (char::from(sniffed.format.delimiter), dialect.delimiter);
    let message = format!("les colonnes sont séparées par {}, le standard demande {}", sign(found), sign(wanted));
    let help = "choisissez ce séparateur à l'export ; le fichier est lu ici comme s'il l'avait";
    (found != wanted).then(|| Fault::new(FileRule::Delimiter, None, message, help))
}

/// Rows are not cut as the header is: none has its cells, for one cause.
fn mixed(header: u8, rows: u8) -> Fault {
    let (header, rows) = (sign(char::from(header)), sign(char::from(rows)));
    let message = format!("les colonnes sont séparées par {header} dans l'en-tête et par {rows} en dessous");
    Fault::new(FileRule::Unreadable, None, message, "mettez le même séparateur partout, puis vérifiez de nouveau")
}

/// A separator, named.
fn sign(separator: char) -> String {
    match separator {
        ',' => "des virgules".to_owned(),
        ';' => "des points-virgules".to_owned(),
        '\t' => "des tabulations".to_owned(),
        other => format!("le signe « {other} »"),
    }
}
