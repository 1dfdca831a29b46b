//! What a person reads first: may the file be published, and how good is it.

use std::io::{self, Write};

use standard_mediation_model::data::Summary;

use super::super::Subject;
use crate::show::page::{Text, number, percent, plural};

/// Writes the verdict and the figures below it.
pub(super) fn verdict(out: &mut dyn Write, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
    let (tone, sentence, more) = said(summary);
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
    if summary.rows > 0 { tiles(out, summary) } else { Ok(()) }
}

fn said(summary: &Summary) -> (&'static str, String, String) {
    let advice = match summary.recommendations {
        0 => String::new(),
        count => format!(" {} à l'améliorer.", plural(count, "conseil aiderait", "conseils aideraient")),
    };
    if !summary.is_readable {
        let more = "Il ne se lit pas comme un tableau. Ce qui suit dit pourquoi.";
        return ("mauvais", "Ce fichier ne peut pas être lu".to_owned(), more.to_owned());
    }
    if summary.is_valid() {
        let more =
            format!("Rien n'empêche sa publication : {} lues, aucune erreur.{advice}", plural(summary.rows, "ligne", "lignes"));
        return ("bon", "Ce fichier peut être publié".to_owned(), more.replace(" :", "\u{a0}:"));
    }
    let errors = plural(summary.blocking, "erreur empêche", "erreurs empêchent");
    let more = format!("{errors} la publication de ce fichier.{advice}");
    let sentence = match (summary.rows, summary.invalid_rows) {
        (0, _) => "Ce fichier n'a aucune ligne à publier".to_owned(),
        (_, 0) => "Ce fichier ne peut pas encore être publié".to_owned(),
        (rows, 1) => format!("1 ligne sur {} est à corriger", number(rows)),
        (rows, wrong) => format!("{} lignes sur {} sont à corriger", number(wrong), number(rows)),
    };
    ("mauvais", sentence, more)
}

fn tiles(out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
    let good = summary.rows - summary.invalid_rows.min(summary.rows);
    let cells: u64 = summary.columns.iter().map(|column| column.filled).sum();
    let all = summary.rows * summary.columns.len() as u64;
    writeln!(out, "<ul class=\"tuiles\">")?;
    let mut tile = |value: String, label: &str, tone: &str| {
        writeln!(out, "<li class=\"{tone}\"><strong>{}</strong> <span>{label}</span></li>", Text(&value))
    };
    tile(number(summary.rows), if summary.rows == 1 { "ligne lue" } else { "lignes lues" }, "")?;
    tile(number(good), if good < 2 { "ligne sans erreur" } else { "lignes sans erreur" }, "bon")?;
    let tone = if summary.blocking > 0 { "mauvais" } else { "" };
    tile(number(summary.blocking), if summary.blocking < 2 { "erreur à corriger" } else { "erreurs à corriger" }, tone)?;
    let label = if summary.recommendations < 2 { "conseil" } else { "conseils" };
    tile(number(summary.recommendations), label, if summary.recommendations > 0 { "moyen" } else { "" })?;
    if let Some(score) = summary.quality.score() {
        tile(format!("{score}\u{a0}/\u{a0}100"), "qualité moyenne des lignes", "")?;
    }
    tile(percent(cells, all), "des cases sont remplies", "")?;
    writeln!(out, "</ul>")
}
