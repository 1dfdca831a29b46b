//! `gabarit/gabarit.xlsx`, and the same in `publication/`: the spreadsheet that producers fill, for those who have no
//! other tool.
//!
//! In: the standard. Out: one workbook, the same bytes on every machine: its date is the one of the version, its parts
//! carry none. Must not: reformat what is typed (every cell is a text, so that `01000` keeps its zero and `2026-04-02`
//! stays one), nor forbid what the standard allows.
//!
//! ```text
//! lieux     the names of the columns, and nothing else: what is saved as CSV is this sheet, the first
//! exemple   the same columns, filled with the example rows of the standard, if any, to look at or to copy from
//! valeurs   every value of every list, with its meaning; drop-down lists read it
//! aide      how to start, then every column: what it holds, how to fill it, an example
//! ```
//!
//! The example rows have a sheet of their own. Under the header of the first one they would be published by all those
//! who forget to delete them, and a file of places that do not exist is worse than no example.
//!
//! A cell of a list takes one value from the drop-down list, or several typed by hand: spreadsheets have no choice of
//! several. Its list therefore refuses nothing and raises no alarm, which would ring on each row that is right.
//!
//! The sheets that are read only are locked without a password: nobody sorts by accident the rows that lists point at.

mod columns;
mod example;
mod help;
mod lists;
mod places;
mod sheet;
#[cfg(test)]
mod tests;
mod values;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use standard_mediation_model::{Date, Standard};

use crate::Artifact;

/// The sheet to fill.
const PLACES: &str = "lieux";
/// The sheet of example rows.
const EXAMPLE: &str = "exemple";
/// The sheet of values.
const VALUES: &str = "valeurs";
/// The sheet of help.
const HELP: &str = "aide";

/// `check` makes the file each time: speed comes before size.
const COMPRESSION: u8 = 3;

/// The template, and its copy in the tree of a tag: it is made once, being what costs most to make after the crate.
pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let bytes = bytes(standard);
    ["gabarit/gabarit.xlsx", "publication/gabarit.xlsx"]
        .map(|path| Artifact { path: path.to_owned(), bytes: bytes.clone() })
        .into()
}

fn bytes(standard: &Standard) -> Vec<u8> {
    let columns = columns::of(standard);
    let lists = lists::of(standard);
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_properties(&properties(standard));
    places::write(sheet::add(&mut workbook, PLACES), &standard.identity.title, &columns, &lists);
    if !standard.examples.is_empty() {
        example::write(sheet::add(&mut workbook, EXAMPLE), standard, &columns);
    }
    values::write(sheet::add(&mut workbook, VALUES), standard, &lists);
    help::write(sheet::add(&mut workbook, HELP), standard, &columns);
    // Every limit of the format is kept by `sheet`, and memory always has room.
    workbook.save_to_buffer().expect("a workbook within the limits of its format")
}

/// What the file says of itself. The date is set in all cases: without it, the clock would be read.
fn properties(standard: &Standard) -> DocProperties {
    let identity = &standard.identity;
    let authors: Vec<String> = identity.contributors.iter().map(|one| one.organisation.clone()).collect();
    DocProperties::new()
        .set_title(sheet::plain(&format!("{} {}", identity.title, identity.version)))
        .set_subject("Gabarit à remplir")
        .set_author(authors.join(", "))
        .set_creation_datetime(&day(identity.modified))
}

/// A day as the format writes it. Spreadsheets know no day before 1900.
fn day(date: Date) -> ExcelDateTime {
    let known = ExcelDateTime::parse_from_str(&date.to_string()).or_else(|_| ExcelDateTime::from_ymd(1980, 1, 1));
    known.expect("a day after 1900")
}
