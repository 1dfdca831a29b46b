//! Somebody else's copy of the vocabularies, compared with the standard.
//!
//! In: the standard of today, older ones, and the bytes of a text in any language, piece by piece. Out: [`FileReport`],
//! findings with their place, the value meant and the remedy, and what was met of each vocabulary.
//!
//! ```text
//! 12:5 copie-apostrophe : « Ce lieu n’accueille pas de public » n'a pas l'apostrophe du standard
//! ```
//!
//! A text is read as text, whatever it is: an enumeration, a query, an expression, a table, a list. Three steps, each
//! dearer and rarer than the one before:
//!
//! 1. `anchors`: plain letters of every known spelling, looked for at once in every byte;
//! 2. `chance`, `judge`: where one stands, the line around is decoded and laid over the spelling. What is part of a
//!    sentence or the name of something is let go;
//! 3. `company`, `runs`: a short word is a value only near others of its vocabulary; a list that has most of them
//!    should have all.
//!
//! Memory is bounded whatever the text: a piece, its surroundings, and at most [`MOST_FINDINGS`] findings. Nothing here
//! touches the disk.

mod align;
mod anchors;
mod chance;
mod codes;
mod company;
mod cursor;
mod escapes;
mod former;
mod frame;
mod glyphs;
mod judge;
mod letters;
mod lexicon;
mod near;
mod reading;
mod report;
mod runs;
mod sightings;
mod words;

pub use reading::Reading;
pub use report::{CopyFinding, FileReport, Meant, Tally, ValueTally, VocabularyTally};

use crate::Standard;
use anchors::Anchors;
use lexicon::Lexicon;

/// Findings kept of one text; beyond, only their number.
pub const MOST_FINDINGS: usize = 1000;

/// What copies are compared with. Made once, used for any number of texts.
#[derive(Debug)]
pub struct Auditor {
    lexicon: Lexicon,
    anchors: Anchors,
}

impl Auditor {
    /// Compares with `current`; values of `past` versions, in any order, are told with what replaces them.
    pub fn new(current: &Standard, past: &[Standard]) -> Self {
        let lexicon = Lexicon::new(current, past);
        let anchors = Anchors::new(&lexicon);
        Self { lexicon, anchors }
    }

    /// Begins the reading of a text.
    pub fn read(&self) -> Reading<'_> {
        Reading::new(&self.lexicon, &self.anchors)
    }

    /// Reads a whole text.
    pub fn read_all(&self, bytes: &[u8]) -> FileReport {
        let mut reading = self.read();
        reading.push(bytes);
        reading.finish()
    }
}
