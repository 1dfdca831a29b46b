//! A CSV file of any encoding and separator, opened.

use std::io::{self, Chain, Cursor, Read};

use crate::Dialect;

use super::{Csv, Decoded, Encoding, Fault, FileRule, PREFIX, Sniffed, sniff};

/// A source whose first bytes were looked at.
pub type CsvSource<R> = Decoded<Chain<Cursor<Vec<u8>>, R>>;

/// Opens a CSV file: finds its encoding and separator, and says in [`super::Rows::faults`] where they are not those of
/// the standard.
///
/// # Errors
/// Those of the source.
pub fn open_csv<R: Read>(mut source: R, dialect: &Dialect) -> io::Result<(Csv<CsvSource<R>>, Sniffed)> {
    let mut prefix = Vec::new();
    source.by_ref().take(PREFIX as u64).read_to_end(&mut prefix)?;
    let sniffed = sniff(&prefix);
    let mut start = Cursor::new(prefix);
    start.set_position(sniffed.mark as u64);
    let mut csv = Csv::open(Decoded::new(start.chain(source), sniffed.encoding), sniffed.format)?;
    csv.add_faults(faults(&sniffed, dialect));
    Ok((csv, sniffed))
}

fn faults(sniffed: &Sniffed, dialect: &Dialect) -> Vec<Fault> {
    let mut faults = Vec::new();
    if sniffed.encoding != Encoding::Utf8 {
        let message = format!("le fichier est en {}, le standard demande UTF-8", sniffed.encoding.name());
        let help = "enregistrez-le en « CSV UTF-8 » ; il est lu ici comme s'il l'était";
        faults.push(Fault::new(FileRule::Encoding, None, message, help));
    }
    let (found, wanted) = (char::from(sniffed.format.delimiter), dialect.delimiter);
    if found != wanted {
        let message = format!("les colonnes sont séparées par {}, le standard demande {}", sign(found), sign(wanted));
        let help = "choisissez ce séparateur à l'export ; le fichier est lu ici comme s'il l'avait";
        faults.push(Fault::new(FileRule::Delimiter, None, message, help));
    }
    faults
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
