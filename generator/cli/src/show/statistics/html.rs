//! The charts alone, as one page.

use std::io::{self, Write};

use super::{Counted, repeated, title, unread_in_words};
use crate::show::page::{self, Bar, Text, percent, plural};

pub(super) fn write(out: &mut dyn Write, counted: &Counted<'_>) -> io::Result<()> {
    page::head(out, "Ce que dit un fichier de médiation numérique", false)?;
    writeln!(
        out,
        "<header><p class=\"bandeau\">{}</p><p>Statistiques</p></header>\n<main>",
        Text(&counted.standard.identity.title)
    )?;
    writeln!(out, "<section class=\"carte\"><h1>{}</h1>", plural(counted.summary.rows, "ligne", "lignes"))?;
    writeln!(out, "<p><code>{}</code>, {}.</p>", Text(counted.name), Text(&counted.assumed.join(", ")))?;
    if let Some(said) = repeated(counted) {
        writeln!(out, "<p>{}.</p>", Text(&said))?;
    }
    let unread = unread_in_words(counted);
    if !unread.is_empty() {
        writeln!(out, "<h2>Ce qui n'a pas été lu, et manque à ces comptes</h2>\n<ul>")?;
        for sentence in unread {
            writeln!(out, "<li>{}</li>", Text(&sentence))?;
        }
        writeln!(out, "</ul>")?;
    }
    writeln!(out, "</section>")?;
    if counted.summary.rows > 0 {
        let bar = |column: &standard_mediation_model::data::ColumnSummary| Bar {
            label: title(counted, column).to_owned(),
            name: column.field.map(|_| column.name.clone()),
            value: column.filled,
            text: percent(column.filled, counted.summary.rows),
            tone: if column.filled * 2 < counted.summary.rows { "faible" } else { "plein" },
        };
        let bars: Vec<Bar> = counted.summary.columns.iter().map(bar).collect();
        writeln!(out, "<section class=\"carte\"><h2>Cases remplies</h2>")?;
        page::bars(out, "Part des lignes où chaque colonne est remplie", counted.summary.rows, &bars)?;
        writeln!(out, "</section><section class=\"carte\"><h2>Ce que dit le fichier</h2>")?;
        page::charts(out, counted.standard, counted.counts, &counted.summary.quality, counted.today)?;
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</main>")?;
    page::foot(out, false)
}
