//! What is said of a workbook that does not read as one should.
//!
//! In: where the reader is, and why it stops. Out: a [`Fault`], in French, with its remedy. An error of the source is not said
//! here: it goes back to whoever gave the bytes.

use std::io;

use super::super::{Fault, FileRule};
use super::flow::{self, Stop};
use super::line::Unread;
use super::{MOST_OF_A_SHEET, MOST_ROWS};

const EXPORT: &str = "exportez la feuille en « CSV UTF-8 » et donnez ce fichier";
const EMPTY_CELLS: &str = "supprimez les lignes et les colonnes vides autour du tableau, ou exportez la feuille en « CSV UTF-8 »";
const SAVE_AGAIN: &str = "ouvrez-le dans un tableur, enregistrez-le de nouveau, ou téléchargez-le encore une fois";
const CALCULATE: &str = "corrigez la formule dans le tableur, ou écrivez la valeur elle-même";
const SAVE_RESULT: &str = "ouvrez et enregistrez le fichier dans le tableur, ou écrivez la valeur elle-même";
const WRITE_TEXT: &str = "écrivez ce texte de nouveau dans le tableur, ou reprenez une version du fichier où il se lit";

/// The workbook is not read at all.
pub(super) fn unread(stop: Stop) -> io::Result<Fault> {
    let (message, help) = match stop {
        Stop::Source(error) => return Err(error),
        Stop::TooMuch => ("le classeur est trop gros une fois décompressé, il n'est pas lu".to_owned(), EXPORT),
        Stop::Hollow => (format!("le classeur contient plus de {}, il n'est pas lu", emptiness()), EMPTY_CELLS),
        Stop::TooLong | Stop::Broken => ("le classeur est abîmé : son contenu ne se lit pas".to_owned(), SAVE_AGAIN),
    };
    Ok(Fault::new(FileRule::Unreadable, None, message, help))
}

/// Reading stops at that row.
pub(super) fn stopped(stop: Stop, number: u64) -> io::Result<Fault> {
    let (rule, message, help) = match stop {
        Stop::Source(error) => return Err(error),
        Stop::TooLong => (
            FileRule::LongRow,
            "une ligne dépasse 1 Mio : la lecture s'arrête là".to_owned(),
            "coupez cette ligne, ou exportez la feuille en « CSV UTF-8 »",
        ),
        Stop::TooMuch => {
            let most = MOST_OF_A_SHEET >> 20;
            let message =
                format!("la feuille dépasse {most} Mio ou {MOST_ROWS} lignes une fois décompressée : la lecture s'arrête là");
            (FileRule::Capped, message, EXPORT)
        }
        Stop::Hollow => {
            (FileRule::Capped, format!("la feuille contient plus de {} : la lecture s'arrête là", emptiness()), EMPTY_CELLS)
        }
        Stop::Broken => {
            let message = "le classeur est abîmé à partir de cette ligne : la suite n'est pas lue".to_owned();
            (FileRule::Truncated, message, SAVE_AGAIN)
        }
    };
    Ok(Fault::new(rule, Some(number), message, help))
}

/// A cell has no value, and shows that.
pub(super) fn cell(number: u64, column: usize, why: Unread, shown: &str) -> Fault {
    let (message, help) = match why {
        Unread::Error => (format!("la case contient l'erreur de calcul « {shown} »"), CALCULATE),
        Unread::Unsaved => ("formule sans résultat enregistré".to_owned(), SAVE_RESULT),
        Unread::Lost => ("le texte de la case n'est pas dans le classeur, qui est abîmé".to_owned(), WRITE_TEXT),
    };
    Fault { column: Some(column), ..Fault::new(FileRule::Unreadable, Some(number), message, help) }
}

/// What there is too much of.
fn emptiness() -> String {
    format!("{} millions de balises qui n'entourent rien", flow::MOST_HOLLOW / 1_000_000)
}
