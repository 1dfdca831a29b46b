//! Which sheet holds the data, and which of its rows is the header.

use std::io::{Read, Seek};

use super::super::header::{ENOUGH, FIRST_ROWS};
use super::super::{Fault, FileRule};
use super::archive::Whole;
use super::flow::Stop;
use super::line::Line;
use super::shown::Shown;
use super::{ods, xlsx};

/// Sheets that are looked at.
const MOST_SHEETS: usize = 20;
/// Bytes of XML read of each to find it.
const MOST_LOOKED_AT: u64 = 64 << 20;
/// Bytes of XML read of each sheet after the one with the header.
const MOST_OF_OTHERS: u64 = 1 << 20;

/// A sheet of any workbook.
pub(super) enum Sheet<S> {
    Xlsx(xlsx::Sheet<S>),
    Ods(ods::Sheet<S>),
}

impl<S: Read> Sheet<S> {
    /// Pieces of XML with nothing in them so far.
    pub(super) fn hollow(&self) -> u64 {
        match self {
            Self::Xlsx(sheet) => sheet.hollow(),
            Self::Ods(sheet) => sheet.hollow(),
        }
    }

    /// What is shown otherwise than it is read, so far.
    pub(super) fn shown(&mut self) -> &mut Shown {
        match self {
            Self::Xlsx(sheet) => sheet.shown(),
            Self::Ods(sheet) => sheet.shown(),
        }
    }

    /// Reads what comes after the last row.
    pub(super) fn finish(&mut self) {
        if let Self::Xlsx(sheet) = self {
            sheet.finish();
        }
    }

    /// Replaces the contents of `row` with the next one; false after the last.
    pub(super) fn next(&mut self, row: &mut Line) -> Result<bool, Stop> {
        match self {
            Self::Xlsx(sheet) => sheet.next(row),
            Self::Ods(sheet) => sheet.next(row),
        }
    }
}

/// A header.
#[derive(Debug)]
pub(super) struct Found {
    /// Rank of the sheet, from 0.
    pub(super) rank: usize,
    /// Name of the sheet.
    pub(super) name: String,
    /// Number of its row.
    pub(super) number: u64,
    pub(super) header: Vec<String>,
}

/// The first row, of the first sheet that has one, that names enough known columns; failing that, the first row with
/// something in it. `None` when every sheet is empty.
pub(super) fn header<R: Read + Seek>(whole: &mut Whole<R>, is_known: &dyn Fn(&str) -> bool) -> Result<Option<Found>, Stop> {
    let mut fallback = None;
    for rank in 0..MOST_SHEETS {
        let mut first = None;
        let mut stop = None;
        let peeked = whole.peek(rank, MOST_LOOKED_AT, |sheet| {
            let mut line = Line::default();
            for _ in 0..FIRST_ROWS {
                match sheet.next(&mut line) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(found) => {
                        stop = Some(found);
                        break;
                    }
                }
                if line.texts().filter(|text| is_known(text.trim())).count() >= ENOUGH {
                    return Some((line.number, names(&line)));
                }
                if first.is_none() && line.width() > 0 {
                    first = Some((line.number, names(&line)));
                }
            }
            None
        });
        let Some((name, known)) = (match peeked {
            Ok(peeked) => peeked,
            // What was found in the sheets before may be enough.
            Err(_) if fallback.is_some() => break,
            Err(stop) => return Err(stop),
        }) else {
            break;
        };
        if let Some((number, header)) = known {
            return Ok(Some(Found { rank, name, number, header }));
        }
        if let (None, Some((number, header))) = (&fallback, first) {
            fallback = Some(Found { rank, name, number, header });
        }
        if let (None, Some(stop)) = (&fallback, stop) {
            return Err(stop);
        }
    }
    Ok(fallback)
}

/// What is said of the sheets that look like the one that is read.
pub(super) fn unread<R: Read + Seek>(whole: &mut Whole<R>, found: &Found, is_known: &dyn Fn(&str) -> bool) -> Option<Fault> {
    let names = alike(whole, found, is_known);
    let quoted = names.iter().map(|name| format!("« {name} »")).collect::<Vec<_>>().join(", ");
    let message = match names.as_slice() {
        [] => return None,
        [_] => format!("la feuille {quoted} a aussi un en-tête du standard : elle n'est pas lue"),
        _ => format!("les feuilles {quoted} ont aussi un en-tête du standard : elles ne sont pas lues"),
    };
    let help = "enregistrez chaque feuille dans un fichier à elle, puis donnez ces fichiers un par un";
    Some(Fault::new(FileRule::OtherSheet, None, message, help))
}

/// The names of the other sheets that hold rows under a header like the one that was found: half of its known names, at
/// least. A sheet of examples, which the template of the standard has, holds nobody's data.
fn alike<R: Read + Seek>(whole: &mut Whole<R>, found: &Found, is_known: &dyn Fn(&str) -> bool) -> Vec<String> {
    let known = found.header.iter().filter(|name| is_known(name)).count();
    let mut names = Vec::new();
    if known < ENOUGH {
        return names;
    }
    for rank in (0..MOST_SHEETS).filter(|rank| *rank != found.rank) {
        let peeked = whole.peek(rank, MOST_OF_OTHERS, |sheet| {
            let (mut line, mut has_header) = (Line::default(), false);
            for _ in 0..FIRST_ROWS {
                if !matches!(sheet.next(&mut line), Ok(true)) {
                    break;
                }
                if has_header && line.width() > 0 {
                    return true;
                }
                has_header |= line.texts().filter(|text| is_known(text.trim())).count() >= ENOUGH.max(known.div_ceil(2));
            }
            false
        });
        match peeked {
            Ok(Some((name, true))) if !name.to_lowercase().starts_with("exemple") => names.push(name),
            Ok(Some(_)) => {}
            Ok(None) | Err(_) => break,
        }
    }
    names
}

fn names(line: &Line) -> Vec<String> {
    (0..line.width()).map(|column| line.cell(column).trim().to_owned()).collect()
}
