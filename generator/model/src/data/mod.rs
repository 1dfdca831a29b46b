//! A whole file of data against a standard: streaming, in bounded memory.
//!
//! ```text
//! bytes ──► Csv (or any Rows) ──► Block ──► Judge::judge ──► Judged ──► Merger ──► Summary, and each Found to a Sink
//!                                 some rows  a pure function   what is      in the order of the file:
//!                                            of the block      wrong there  shared values, counts
//! ```
//!
//! In: a [`Rows`], which gives the header of a table and then its rows, some at a time, and a [`crate::Standard`] of any
//! version. Out: each [`Found`], in the order of the file, and a [`Summary`]. [`Judge::new`], which takes what it must know from
//! the rows, then [`validate`] do it all on one thread; whoever has more gives each [`Block`] to a thread of its own and hands
//! the results back to the [`Merger`] in order: the outcome is the same. It ends with the file, or where too much is wrong to
//! go on: [`MOST_BLOCKING`].
//!
//! Nothing here opens a file: a reader is given, [`std::io::Read`]. What is wrong with a file is a value; an
//! [`std::io::Error`] only says that the bytes could not be had. Memory holds a block of rows, sixteen bytes a row and
//! unique field, and groups of findings with their first examples; never a file, never all its findings.

mod accents;
mod between;
mod block;
mod columns;
mod content;
mod csv;
mod csv_copy;
mod csv_line;
mod decode;
mod encoding;
mod entities;
mod fault;
mod formula;
mod found;
mod header;
mod headers;
pub(crate) mod hours;
mod json;
mod judge;
mod keys;
mod memory;
mod merge;
mod naming;
mod open;
mod plan;
pub mod repair;
mod run;
mod sight;
mod signs;
mod sink;
mod sniff;
mod spoken;
pub mod statistics;
mod summary;
mod suspect;
mod tags;
mod titles;
mod unit;
mod values;
mod word;
#[cfg(feature = "classeurs")]
mod workbook;

pub use block::{Block, Row};
pub use columns::Columns;
pub(crate) use columns::How;
pub(crate) use columns::Reading;
pub use content::{Content, content};
pub(crate) use csv::find;
pub use csv::{Csv, CsvFormat};
pub use csv_copy::{Copied, CsvCopy};
pub use csv_line::CsvLine;
pub use decode::Decoded;
pub use encoding::Encoding;
pub use fault::{Fault, FileRule};
pub use formula::{is_formula, neutralised};
pub use found::Found;
pub use headers::WithoutHeaders;
pub use json::Json;
pub use judge::{Judge, Judged, Options};
pub use merge::{MOST_BLOCKING, Merger};
pub use naming::column_key;
pub use open::{CsvSource, open_csv, open_json};
pub(crate) use plan::{Parts, Plan as AtSight};
pub use run::{Rows, recognised, validate};
pub(crate) use signs::shown;
pub use sink::Sink;
pub use sniff::{PREFIX, Sniffed, sniff};
pub use spoken::{Spoken, knows_all, lend_words, spoken};
pub use summary::{ColumnSummary, Example, Group, Quality, Summary};
pub use unit::{Unit, letters};
#[cfg(feature = "classeurs")]
pub use workbook::{MOST_WORKBOOK_BYTES, Workbook};
