//! The points of a file on an outline of France. No tile, no request: a picture within the page.
//!
//! In: rows, and how wrong each is. Points are kept by square of the drawing, the gravest state of each square: however
//! many rows there are, no more than [`MOST`] squares are.

use std::collections::BTreeMap;
use std::io::{self, Write};

use standard_mediation_model::data::{Block, Columns};
use standard_mediation_model::{Level, Standard};

use super::projection::{FRAMES, Frame, GREAT, SMALL, frame_of};
use crate::show::page::plural;

/// Greatest number of squares.
pub(super) const MOST: usize = 20_000;

/// How wrong a point is, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Error,
    Advice,
    Good,
}

/// The points of a file.
pub(super) struct Points {
    latitude: Option<usize>,
    longitude: Option<usize>,
    /// By frame, then square.
    squares: BTreeMap<(usize, u16, u16), State>,
    /// Rows drawn, by frame.
    drawn: [u64; FRAMES.len()],
    without: u64,
    elsewhere: u64,
    /// Rows of squares that found no room.
    dropped: u64,
}

impl Points {
    pub(super) fn new(standard: &Standard) -> Self {
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
    pub(super) fn add(&mut self, block: &Block, columns: &Columns, wrong: &[(u64, Level)]) {
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

/// Width and height of the drawing of a frame.
fn sides(frame: usize) -> (f64, f64) {
    if frame == 0 { GREAT } else { (SMALL, SMALL) }
}

/// Writes the map, or why there is none.
pub(super) fn map(out: &mut dyn Write, points: &Points, file: usize) -> io::Result<()> {
    writeln!(out, "<section class=\"carte\" id=\"lieux-{file}\"><h2>Où sont les lieux</h2>")?;
    let drawn: u64 = points.drawn.iter().sum();
    if drawn + points.without + points.elsewhere + points.dropped == 0 {
        return writeln!(
            out,
            "<p>Le fichier n'a pas de colonnes «\u{a0}latitude\u{a0}» et «\u{a0}longitude\u{a0}»\u{a0}: il n'y a rien à placer.</p></section>"
        );
    }
    writeln!(out, "<ul class=\"phrases\">")?;
    for sentence in sentences(points, drawn) {
        writeln!(out, "<li>{sentence}</li>")?;
    }
    writeln!(out, "</ul>")?;
    if drawn > 0 {
        picture(out, points, drawn)?;
        writeln!(
            out,
            "<ul class=\"legende\"><li class=\"bon\">rien à signaler</li><li class=\"moyen\">au moins un conseil</li><li class=\"mauvais\">au moins une faute</li></ul>"
        )?;
    }
    writeln!(out, "</section>")
}

fn sentences(points: &Points, drawn: u64) -> Vec<String> {
    let mut said = vec![format!("{} sur la carte.", plural(drawn, "ligne est", "lignes sont"))];
    if points.without > 0 {
        said.push(format!("{} sans coordonnées qui se lisent.", plural(points.without, "ligne est", "lignes sont")));
    }
    if points.elsewhere > 0 {
        said.push(format!(
            "<strong>{} hors de France</strong>\u{a0}: souvent, la latitude et la longitude sont échangées, ou il manque un signe «\u{a0}-\u{a0}».",
            plural(points.elsewhere, "ligne tombe", "lignes tombent")
        ));
    }
    if points.dropped > 0 {
        said.push(format!(
            "La carte s'arrête à {}\u{a0}: {} ne sont pas dessinées.",
            plural(MOST as u64, "endroit", "endroits"),
            plural(points.dropped, "ligne", "lignes")
        ));
    }
    said
}

fn picture(out: &mut dyn Write, points: &Points, drawn: u64) -> io::Result<()> {
    // A frame overseas is drawn when something is in it; the mainland always is, since people look for it.
    let small: Vec<usize> = (1..FRAMES.len()).filter(|frame| points.drawn[*frame] > 0).collect();
    let across = 5;
    let below = small.len().div_ceil(across);
    #[allow(clippy::cast_precision_loss)]
    let height = GREAT.1 + below as f64 * (SMALL + 26.0);
    let title = plural(drawn, "ligne placée sur la carte de France", "lignes placées sur la carte de France");
    // A few points are drawn large enough to be found.
    let size = if points.squares.len() < 300 { "france peu" } else { "france" };
    writeln!(out, "<svg class=\"{size}\" viewBox=\"0 0 {} {height}\" role=\"img\" aria-label=\"{title}\">", GREAT.0)?;
    writeln!(out, "<g>")?;
    one(out, points, 0)?;
    writeln!(out, "</g>")?;
    for (i, frame) in small.iter().enumerate() {
        #[allow(clippy::cast_precision_loss)]
        let (x, y) = ((i % across) as f64 * (SMALL + 10.0), GREAT.1 + (i / across) as f64 * (SMALL + 26.0));
        writeln!(
            out,
            "<g transform=\"translate({x} {y})\"><rect class=\"cadre\" width=\"{SMALL}\" height=\"{SMALL}\" rx=\"4\"/>"
        )?;
        one(out, points, *frame)?;
        let name = FRAMES[*frame].name.split(',').next().unwrap_or_default();
        writeln!(out, "<text x=\"{}\" y=\"{}\">{name}</text></g>", SMALL / 2.0, SMALL + 14.0)?;
    }
    writeln!(out, "</svg>")
}

/// The coasts of a frame, then its points: good ones below, errors above.
fn one(out: &mut dyn Write, points: &Points, rank: usize) -> io::Result<()> {
    let frame: &Frame = &FRAMES[rank];
    write!(out, "<path class=\"cote\" d=\"")?;
    for outline in frame.outlines {
        for (i, (longitude, latitude)) in outline.iter().enumerate() {
            let (x, y) = frame.place(f64::from(*latitude) / 100.0, f64::from(*longitude) / 100.0, sides(rank));
            write!(out, "{}{x:.1} {y:.1}", if i == 0 { 'M' } else { 'L' })?;
        }
        write!(out, "Z")?;
    }
    writeln!(out, "\"/>")?;
    for (state, class) in [(State::Good, "bon"), (State::Advice, "moyen"), (State::Error, "mauvais")] {
        let squares = points.squares.range((rank, 0, 0)..(rank + 1, 0, 0)).filter(|(_, known)| **known == state);
        let mut squares = squares.peekable();
        if squares.peek().is_none() {
            continue;
        }
        write!(out, "<path class=\"points {class}\" d=\"")?;
        for ((_, x, y), _) in squares {
            write!(out, "M{} {}h0", f64::from(*x) / 2.0, f64::from(*y) / 2.0)?;
        }
        writeln!(out, "\"/>")?;
    }
    Ok(())
}
