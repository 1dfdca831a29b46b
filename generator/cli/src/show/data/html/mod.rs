//! A validation as one page for a browser: verdict, map, findings by column, table of findings, charts.
//!
//! In: findings and rows as they come. Out: one page that needs nothing else, written file by file at the end of each.
//! Must not grow with the file: what is kept is bounded ([`Kept`], [`Points`]), and what is left out is said.

mod groups;
mod map;
mod table;
mod verdict;

use std::io::{self, Write};

use standard_mediation_model::data::statistics::Counter;
use standard_mediation_model::data::{Block, Columns, Found, Sink, Summary};
use standard_mediation_model::{Date, Level};
use standard_mediation_report::findings::Kept;
use standard_mediation_report::map::Points;

use super::{Report, Subject};
use crate::show::page::{self, Bar, Text, number, percent};

/// Writes a page.
pub(super) struct Html<'o> {
    out: Box<dyn Write + 'o>,
    today: Date,
    /// Number of files started.
    files: usize,
    state: Option<State>,
}

/// What is kept of a file until its end.
struct State {
    counter: Counter,
    kept: Kept,
    points: Points,
    /// Rows of the present block with a finding, in order, and the gravest of their findings.
    wrong: Vec<(u64, Level)>,
}

impl<'o> Html<'o> {
    pub(super) fn new(out: Box<dyn Write + 'o>, today: Date) -> Self {
        Self { out, today, files: 0, state: None }
    }
}

impl Sink for Html<'_> {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        let Some(state) = &mut self.state else { return Ok(()) };
        if let Some(row) = found.row {
            match state.wrong.last_mut() {
                Some((last, level)) if *last == row => *level = (*level).min(found.level),
                _ => state.wrong.push((row, found.level)),
            }
        }
        state.kept.add(found);
        Ok(())
    }

    fn block(&mut self, block: &Block, columns: &Columns) -> io::Result<()> {
        let Some(state) = &mut self.state else { return Ok(()) };
        state.counter.add(block, columns);
        state.points.add(block, columns, &state.wrong);
        state.wrong.clear();
        Ok(())
    }
}

impl Report for Html<'_> {
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        if self.files == 0 {
            page::head(&mut self.out, "Vérification de données de médiation numérique", true)?;
            writeln!(self.out, "<a class=\"evitement\" href=\"#contenu\">Aller au contenu</a>")?;
            writeln!(
                self.out,
                "<header><p class=\"bandeau\">{}</p><p>Rapport de vérification</p></header>\n<main id=\"contenu\">",
                Text(&subject.standard.identity.title)
            )?;
        }
        self.files += 1;
        self.state = Some(State {
            counter: Counter::new(subject.standard),
            kept: Kept::default(),
            points: Points::new(subject.standard),
            wrong: Vec::new(),
        });
        Ok(())
    }

    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        let Some(state) = self.state.take() else { return Ok(()) };
        let out = &mut *self.out;
        writeln!(out, "<article data-fichier=\"{}\">", self.files)?;
        let file = self.files;
        verdict::verdict(out, subject, summary)?;
        contents(out, summary, file)?;
        groups::groups(out, subject, summary, file)?;
        if summary.rows > 0 {
            map::map(out, &state.points, file)?;
            writeln!(out, "<section class=\"carte\" id=\"colonnes-{file}\"><h2>Colonnes</h2><div class=\"graphiques\">")?;
            columns(out, subject, summary)?;
            writeln!(out, "</div></section>\n<section class=\"carte\" id=\"contenu-{file}\"><h2>Ce que dit le fichier</h2>")?;
            page::charts(out, subject.standard, &state.counter.finish(), &summary.quality, self.today)?;
            writeln!(out, "</section>")?;
        }
        table::table(out, subject, summary, state.kept, file)?;
        writeln!(out, "</article>")
    }

    fn close(&mut self) -> io::Result<()> {
        if self.files > 0 {
            writeln!(
                self.out,
                "</main>\n<footer><p>Cette page se suffit à elle-même\u{a0}: elle ne demande rien à internet et peut être envoyée par courriel. Attention, elle cite des cases du fichier.</p></footer>"
            )?;
            page::foot(&mut self.out, true)?;
        }
        self.out.flush()
    }
}

/// Links to the parts of the page about a file.
fn contents(out: &mut dyn Write, summary: &Summary, file: usize) -> io::Result<()> {
    let found = !summary.groups.is_empty();
    writeln!(out, "<nav aria-label=\"Parties du rapport\"><ul>")?;
    for (id, title, there) in [
        ("corrections", "Fautes et conseils", found),
        ("lieux", "Carte", summary.rows > 0),
        ("colonnes", "Colonnes", summary.rows > 0),
        ("contenu", "Ce que dit le fichier", summary.rows > 0),
        ("constats", "Tous les constats", found),
    ] {
        if there {
            writeln!(out, "<li><a href=\"#{id}-{file}\">{title}</a></li>")?;
        }
    }
    writeln!(out, "</ul></nav>")
}

/// Filled cells, then findings, of each column of the file.
fn columns(out: &mut dyn Write, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
    let title = |field: Option<usize>| field.map(|field| &subject.standard.fields[field]);
    let (mut filled, mut errors, mut advice) = (Vec::new(), Vec::new(), Vec::new());
    for column in &summary.columns {
        let field = title(column.field);
        let label = field.map_or_else(|| column.name.clone(), |field| field.title.clone());
        let name = field.map(|field| field.name.clone());
        let required = field.is_some_and(|field| field.required);
        filled.push(Bar {
            label: if required { format!("{label} (obligatoire)") } else { label.clone() },
            name: name.clone(),
            value: column.filled,
            text: percent(column.filled, summary.rows),
            tone: match column.filled {
                count if required && count < summary.rows => "erreur",
                count if count * 2 < summary.rows => "faible",
                _ => "plein",
            },
        });
        if column.blocking > 0 {
            let text = number(column.blocking);
            errors.push(Bar { label: label.clone(), name: name.clone(), value: column.blocking, text, tone: "erreur" });
        }
        if column.recommendations > 0 {
            let text = number(column.recommendations);
            advice.push(Bar { label, name, value: column.recommendations, text, tone: "conseil" });
        }
    }
    writeln!(out, "<section><h3>Cases remplies</h3>")?;
    page::bars(out, "Part des lignes où chaque colonne est remplie", summary.rows, &filled)?;
    writeln!(out, "</section><section>")?;
    ranked(out, "Fautes", "Aucune case n'a de faute.", errors)?;
    ranked(out, "Conseils", "Aucune case n'a de conseil.", advice)?;
    writeln!(out, "</section>")
}

/// Columns with most findings first.
fn ranked(out: &mut dyn Write, title: &str, none: &str, mut found: Vec<Bar>) -> io::Result<()> {
    writeln!(out, "<h3>{title}</h3>")?;
    if found.is_empty() {
        return writeln!(out, "<p>{none}</p>");
    }
    // Stable: columns with as many stay in the order of the file.
    found.sort_by_key(|bar| u64::MAX - bar.value);
    page::bars(out, &format!("{title} par colonne"), found.first().map_or(0, |bar| bar.value), &found)
}
