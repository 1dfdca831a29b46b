//! The drawing: coasts and points as paths of SVG.

use std::fmt::Write as _;

use super::projection::{FRAMES, GREAT, SMALL, sides};
use super::{Points, State};

/// Small frames in a row, below the mainland.
const ACROSS: usize = 5;

/// The whole drawing, in units of its own.
#[derive(Debug)]
pub struct Picture {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The mainland first, then the territories overseas that have a point.
    pub tiles: Vec<Tile>,
}

/// A part of France.
#[derive(Debug)]
pub struct Tile {
    /// Its name; that of the mainland is not written.
    pub name: &'static str,
    /// Where its top left corner is.
    pub at: (f64, f64),
    /// Its width and height.
    pub sides: (f64, f64),
    /// Its coasts, as the `d` of a path.
    pub coast: String,
    /// Its points, good ones first so that errors are above, as the `d` of paths of no length.
    pub points: Vec<(State, String)>,
}

impl Points {
    /// Draws them. The mainland always is there, since people look for it.
    pub fn picture(&self) -> Picture {
        let small: Vec<usize> = (1..FRAMES.len()).filter(|frame| self.drawn[*frame] > 0).collect();
        let below = small.len().div_ceil(ACROSS);
        let mut tiles = vec![self.tile(0, (0.0, 0.0))];
        for (i, frame) in small.iter().enumerate() {
            #[allow(clippy::cast_precision_loss)]
            let at = ((i % ACROSS) as f64 * (SMALL + 10.0), GREAT.1 + (i / ACROSS) as f64 * (SMALL + 26.0));
            tiles.push(self.tile(*frame, at));
        }
        #[allow(clippy::cast_precision_loss)]
        let height = GREAT.1 + below as f64 * (SMALL + 26.0);
        Picture { width: GREAT.0, height, tiles }
    }

    fn tile(&self, rank: usize, at: (f64, f64)) -> Tile {
        let frame = &FRAMES[rank];
        let mut coast = String::new();
        for outline in frame.outlines {
            for (i, (longitude, latitude)) in outline.iter().enumerate() {
                let (x, y) = frame.place(f64::from(*latitude) / 100.0, f64::from(*longitude) / 100.0, sides(rank));
                let _ = write!(coast, "{}{x:.1} {y:.1}", if i == 0 { 'M' } else { 'L' });
            }
            coast.push('Z');
        }
        let mut points = Vec::new();
        for state in [State::Good, State::Advice, State::Error] {
            let mut path = String::new();
            for ((_, x, y), _) in self.squares.range((rank, 0, 0)..(rank + 1, 0, 0)).filter(|(_, known)| **known == state) {
                let _ = write!(path, "M{} {}h0", f64::from(*x) / 2.0, f64::from(*y) / 2.0);
            }
            if !path.is_empty() {
                points.push((state, path));
            }
        }
        let name = frame.name.split(',').next().unwrap_or_default();
        Tile { name, at, sides: sides(rank), coast, points }
    }
}
