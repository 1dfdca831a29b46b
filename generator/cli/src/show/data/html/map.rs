//! The map of a page: sentences, then the drawing of [`Points`].

use std::io::{self, Write};

use standard_mediation_report::map::{MOST, Points, State, Tile};

use crate::show::page::plural;

/// Squares below which points are drawn large enough to be found.
const FEW: usize = 300;

/// Writes the map, or why there is none.
pub(super) fn map(out: &mut dyn Write, points: &Points, file: usize) -> io::Result<()> {
    writeln!(out, "<section class=\"carte\" id=\"lieux-{file}\"><h2>Où sont les lieux</h2>")?;
    let drawn = points.count();
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
            "La carte s'arrête à {}\u{a0}: {}.",
            plural(MOST as u64, "endroit", "endroits"),
            plural(points.dropped, "ligne n'est pas dessinée", "lignes ne sont pas dessinées")
        ));
    }
    said
}

fn picture(out: &mut dyn Write, points: &Points, drawn: u64) -> io::Result<()> {
    let picture = points.picture();
    let title = plural(drawn, "ligne placée sur la carte de France", "lignes placées sur la carte de France");
    let size = if points.squares() < FEW { "france peu" } else { "france" };
    let (width, height) = (picture.width, picture.height);
    writeln!(out, "<svg class=\"{size}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{title}\">")?;
    for (i, tile) in picture.tiles.iter().enumerate() {
        let ((x, y), (width, height)) = (tile.at, tile.sides);
        if i == 0 {
            writeln!(out, "<g>")?;
            one(out, tile)?;
            writeln!(out, "</g>")?;
        } else {
            writeln!(
                out,
                "<g transform=\"translate({x} {y})\"><rect class=\"cadre\" width=\"{width}\" height=\"{height}\" rx=\"4\"/>"
            )?;
            one(out, tile)?;
            writeln!(out, "<text x=\"{}\" y=\"{}\">{}</text></g>", width / 2.0, height + 14.0, tile.name)?;
        }
    }
    writeln!(out, "</svg>")
}

/// The coasts of a part of France, then its points.
fn one(out: &mut dyn Write, tile: &Tile) -> io::Result<()> {
    writeln!(out, "<path class=\"cote\" d=\"{}\"/>", tile.coast)?;
    for (state, path) in &tile.points {
        let class = match state {
            State::Good => "bon",
            State::Advice => "moyen",
            State::Error => "mauvais",
        };
        writeln!(out, "<path class=\"points {class}\" d=\"{path}\"/>")?;
    }
    Ok(())
}
