//! Why a request comes to nothing.

use std::io;

/// Why nothing could be told.
#[derive(Debug)]
pub enum Refusal {
    /// In French, said in whole: what, and what to do.
    Said(String),
    /// The bytes could not be read.
    Read(io::Error),
    /// The outcome could not be written.
    Write(io::Error),
    /// The report could not be written.
    Report(io::Error),
}
