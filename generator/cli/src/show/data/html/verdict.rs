//! What a person reads first: may the file be published, and how good is it.

use std::io::{self, Write};

use standard_mediation_model::Version;
use standard_mediation_model::count::agreed;
use standard_mediation_model::data::{Summary, Unit};

use super::super::Subject;
use crate::show::page::{Text, number, percent, plural};

/// Writes the verdict and the figures below it.
pub(super) fn verdict(out: &mut dyn Write, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
    let (tone, sentence, more) = said(summary, subject.unit, subject.standard.identity.version);
    let mark = match tone {
        "bon" => "M4 12.5l5.5 5.5L20 7",
        _ => "M12 4v10M12 18v2",
    };
    writeln!(out, "<section class=\"verdict {tone}\">")?;
    writeln!(out, "<svg class=\"marque\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"{mark}\"/></svg><div>")?;
    writeln!(out, "<h1>{}</h1><p>{}</p></div></section>", Text(&sentence), Text(&more))?;
    writeln!(out, "<dl class=\"fiche\"><div><dt>Fichier</dt><dd><code>{}</code></dd></div>", Text(subject.name))?;
    writeln!(
        out,
        "<div><dt>Standard</dt><dd>{}, version {}</dd></div>",
        Text(&subject.standard.identity.title),
        subject.standard.identity.version
    )?;
    writeln!(out, "<div><dt>Lecture</dt><dd><ul>")?;
    for assumed in subject.assumed {
        writeln!(out, "<li>{}</li>", Text(assumed))?;
    }
    writeln!(out, "</ul></dd></div></dl>")?;
    if summary.rows > 0 { tiles(out, subject.unit, summary) } else { Ok(()) }
}

fn said(summary: &Summary, unit: Unit, version: Version) -> (&'static str, String, String) {
    let advice = match summary.recommendations {
        0 => String::new(),
        count => format!(" {} à faire mieux.", plural(count, "conseil aiderait", "conseils aideraient")),
    };
    if !summary.is_readable {
        let more = "Il ne se lit pas comme un tableau. Ce qui suit dit pourquoi.";
        return ("mauvais", "Ce fichier ne peut pas être lu".to_owned(), more.to_owned());
    }
    let (one, several) = unit.read();
    if summary.is_valid() {
        let more = format!("{}, aucune faute.{advice}", plural(summary.rows, one, several));
        return ("bon", format!("Ce fichier est conforme au standard {version}"), more);
    }
    let faults = plural(summary.blocking, "faute", "fautes");
    let where_they_are = match (summary.rows, summary.invalid_rows) {
        (0, _) => format!("{faults}, aucune ligne sous l'en-tête"),
        (_, 0) => format!("{faults}, hors des lignes"),
        (rows, wrong) => format!("{faults}, dans {} sur {}", plural(wrong, "ligne", "lignes"), number(rows)),
    };
    ("mauvais", format!("Ce fichier n'est pas encore conforme au standard {version}"), format!("{where_they_are}.{advice}"))
}

fn tiles(out: &mut dyn Write, unit: Unit, summary: &Summary) -> io::Result<()> {
    let good = summary.rows - summary.invalid_rows.min(summary.rows);
    let cells: u64 = summary.columns.iter().map(|column| column.filled).sum();
    let all = summary.rows * summary.columns.len() as u64;
    writeln!(out, "<ul class=\"tuiles\">")?;
    let mut tile = |value: String, label: &str, tone: &str| {
        writeln!(out, "<li class=\"{tone}\"><strong>{}</strong> <span>{label}</span></li>", Text(&value))
    };
    let (one, several) = unit.read();
    tile(number(summary.rows), agreed(summary.rows, one, several), "")?;
    tile(number(good), agreed(good, "ligne sans faute", "lignes sans faute"), "bon")?;
    let tone = if summary.blocking > 0 { "mauvais" } else { "" };
    tile(number(summary.blocking), agreed(summary.blocking, "faute", "fautes"), tone)?;
    let label = agreed(summary.recommendations, "conseil", "conseils");
    tile(number(summary.recommendations), label, if summary.recommendations > 0 { "moyen" } else { "" })?;
    if let Some(score) = summary.quality.score() {
        tile(format!("{score}\u{a0}/\u{a0}100"), "qualité moyenne des lignes", "")?;
    }
    tile(percent(cells, all), "des cases sont remplies", "")?;
    writeln!(out, "</ul>")
}
