//! What is kept of the rows until the drawing.

use std::collections::BTreeMap;

use standard_mediation_model::data::{Block, Columns};
use standard_mediation_model::{Level, Standard};

use super::projection::{FRAMES, frame_of, sides};

/// Greatest number of squares.
pub const MOST: usize = 20_000;

/// How wrong a point is, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// At least one blocking finding.
    Error,
    /// At least one recommendation.
    Advice,
    /// Nothing.
    Good,
}

/// The points of a file.
#[derive(Debug)]
pub struct Points {
    latitude: Option<usize>,
    longitude: Option<usize>,
    /// By frame, then square.
    pub(super) squares: BTreeMap<(usize, u16, u16), State>,
    /// Rows drawn, by frame.
    pub(super) drawn: [u64; FRAMES.len()],
    /// Rows without coordinates that can be read.
    pub without: u64,
    /// Rows out of France.
    pub elsewhere: u64,
    /// Rows of squares that found no room.
    pub dropped: u64,
}

impl Points {
    /// None yet.
    pub fn new(standard: &Standard) -> Self {
        let rank = |name: &str| standard.fields.iter().position(|field| field.name == name);
        Self {
            latitude: rank("latitude"),
            longitude: rank("longitude"),
            squares: BTreeMap::new(),
            drawn: [0; FRAMES.len()],
            without: 0,
            elsewhere: 0,
            dropped: 0,
        }
    }

    /// Adds rows. `wrong` says which have findings, in order, and the gravest one.
    pub fn add(&mut self, block: &Block, columns: &Columns, wrong: &[(u64, Level)]) {
        let column = |field: Option<usize>| field.and_then(|field| columns.column(field));
        let (Some(latitude), Some(longitude)) = (column(self.latitude), column(self.longitude)) else { return };
        let mut wrong = wrong.iter().peekable();
        for row in block.rows() {
            while wrong.next_if(|(number, _)| *number < row.number()).is_some() {}
            let state = match wrong.peek() {
                Some((number, level)) if *number == row.number() => {
                    if *level == Level::Blocking {
                        State::Error
                    } else {
                        State::Advice
                    }
                }
                _ => State::Good,
            };
            match (degrees(&row.text(latitude)), degrees(&row.text(longitude))) {
                (Some(latitude), Some(longitude)) => self.point(latitude, longitude, state),
                _ => self.without += 1,
            }
        }
    }

    /// Rows that are on the drawing.
    pub fn count(&self) -> u64 {
        self.drawn.iter().sum()
    }

    /// Number of squares of the drawing with something in them.
    pub fn squares(&self) -> usize {
        self.squares.len()
    }

    fn point(&mut self, latitude: f64, longitude: f64, state: State) {
        let Some(frame) = frame_of(latitude, longitude) else {
            self.elsewhere += 1;
            return;
        };
        let (x, y) = FRAMES[frame].place(latitude, longitude, sides(frame));
        let square = (frame, rounded(x), rounded(y));
        let room = self.squares.len() < MOST;
        match self.squares.get_mut(&square) {
            Some(known) => *known = (*known).min(state),
            None if room => {
                self.squares.insert(square, state);
            }
            None => {
                self.dropped += 1;
                return;
            }
        }
        self.drawn[frame] += 1;
    }
}

/// A decimal number, even with a comma: the map shows what the cell means.
fn degrees(text: &str) -> Option<f64> {
    let number = if text.contains(',') { text.replace(',', ".").parse() } else { text.parse() };
    number.ok().filter(|number: &f64| number.is_finite())
}

/// Halves of a unit of the drawing: a point is six units wide.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn rounded(place: f64) -> u16 {
    (place * 2.0).round().max(0.0) as u16
}
