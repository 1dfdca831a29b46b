//! The points of a file on an outline of France. No tile, no request: a picture within the page.
//!
//! In: rows, and how wrong each is. Out: counts, and paths of SVG for whoever draws them. Points are kept by square of the
//! drawing, the gravest state of each square: however many rows there are, no more than [`MOST`] squares are.

mod outline;
mod picture;
mod points;
mod projection;

pub use picture::{Picture, Tile};
pub use points::{MOST, Points, State};
