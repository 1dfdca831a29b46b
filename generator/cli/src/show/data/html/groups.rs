//! Findings by column, then by rule: what is wrong, the first cells, what to write there instead.

use std::io::{self, Write};

use standard_mediation_codegen::rules;
use standard_mediation_model::Level;
use standard_mediation_model::data::{Example, Group, Summary, Unit};

use super::super::{Subject, header};
use crate::show::page::{Text, cut, plural};

/// Characters of a cell that are shown.
pub(super) const SHOWN: usize = 200;
/// Groups written, the first ones.
const MOST: usize = 300;

/// Writes the groups of a file.
pub(super) fn groups(out: &mut dyn Write, subject: &Subject<'_>, summary: &Summary, file: usize) -> io::Result<()> {
    if summary.groups.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section class=\"carte\" id=\"corrections-{file}\"><h2>Fautes et conseils, colonne par colonne</h2>")?;
    of_header(out, subject, summary, file)?;
    let all: Vec<&Group> = summary.groups.iter().filter(|group| !header::is_about(subject.unit, group)).collect();
    let mut rest = &all[..all.len().min(MOST)];
    while let Some(first) = rest.first() {
        let same = |group: &&&Group| group.column == first.column && group.field == first.field;
        let count = rest.iter().take_while(same).count();
        let (groups, after) = rest.split_at(count);
        rest = after;
        column(out, subject, summary, groups, file)?;
    }
    if all.len() > MOST {
        let more = plural((all.len() - MOST) as u64, "autre sorte n'est pas montrée", "autres sortes ne sont pas montrées");
        writeln!(out, "<p class=\"note\">{more} ici.</p>")?;
    }
    writeln!(out, "</section>")
}

/// What is wrong with the header, one paragraph a rule.
fn of_header(out: &mut dyn Write, subject: &Subject<'_>, summary: &Summary, file: usize) -> io::Result<()> {
    let paragraphs = header::paragraphs(subject.unit, summary);
    if paragraphs.is_empty() {
        return Ok(());
    }
    let count: u64 = summary.groups.iter().filter(|group| header::is_about(subject.unit, group)).map(|group| group.count).sum();
    write!(out, "<details class=\"colonne\" open><summary><h3>L'en-tête</h3>")?;
    writeln!(out, " <span>{}</span></summary>", plural(count, "constat", "constats"))?;
    for paragraph in paragraphs {
        let (level, tone) = level_of(paragraph.level);
        writeln!(out, "<section class=\"groupe {tone}\">")?;
        writeln!(out, "<h4><span class=\"niveau {tone}\">{level}</span> {}</h4>", Text(&sentence(&paragraph.title)))?;
        for help in &paragraph.help {
            writeln!(out, "<p class=\"remede\">{}</p>", Text(&sentence(help)))?;
        }
        writeln!(
            out,
            "<p class=\"compte\"><a class=\"avec-script\" href=\"#fichier={file}&amp;regle={}\">Voir dans le tableau</a></p></section>",
            Text(&encoded(paragraph.rule))
        )?;
    }
    writeln!(out, "</details>")
}

/// What a column is called: its title and its name in the file.
pub(super) fn title_of(subject: &Subject<'_>, summary: &Summary, column: Option<usize>, field: Option<&str>) -> (String, String) {
    let known = field.and_then(|name| subject.standard.field(name));
    let written = column.and_then(|column| summary.columns.get(column)).map(|column| column.name.clone());
    match (known, written) {
        (Some(field), written) => (field.title.clone(), written.unwrap_or_else(|| field.name.clone())),
        (None, Some(written)) => (written.clone(), written),
        (None, None) => ("Le fichier et ses lignes".to_owned(), String::new()),
    }
}

/// The one line that says a rule.
pub(super) fn rule_title(subject: &Subject<'_>, id: &str) -> String {
    // The title of a rule says what it asks for.
    let between = subject.standard.rules.iter().find(|rule| rule.name == id);
    let between = between.map(|rule| format!("Règle non respectée : « {} »", rule.title));
    between.or_else(|| rules::find(id).map(|rule| rule.title().to_owned())).unwrap_or_else(|| id.to_owned())
}

/// How a level is said to a person, and its tone.
pub(super) fn level_of(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Blocking => ("Faute", "mauvais"),
        Level::Recommendation => ("Conseil", "moyen"),
    }
}

fn column(out: &mut dyn Write, subject: &Subject<'_>, summary: &Summary, groups: &[&Group], file: usize) -> io::Result<()> {
    let Some(first) = groups.first() else { return Ok(()) };
    let (title, name) = title_of(subject, summary, first.column, first.field.as_deref());
    let count: u64 = groups.iter().map(|group| group.count).sum();
    let open = if groups.iter().any(|group| group.level == Level::Blocking) { " open" } else { "" };
    write!(out, "<details class=\"colonne\"{open}><summary><h3>{}", Text(&cut(&title, SHOWN)))?;
    if !name.is_empty() {
        write!(out, " <code>{}</code>", Text(&cut(&name, SHOWN)))?;
    }
    writeln!(out, "</h3> <span>{}</span></summary>", plural(count, "constat", "constats"))?;
    for group in groups {
        let (level, tone) = level_of(group.level);
        writeln!(out, "<section class=\"groupe {tone}\">")?;
        writeln!(out, "<h4><span class=\"niveau {tone}\">{level}</span> {}</h4>", Text(&rule_title(subject, &group.rule)))?;
        let corrected = match group.corrected {
            0 => String::new(),
            count => format!(", dont {}", plural(count, "correction sûre proposée", "corrections sûres proposées")),
        };
        write!(out, "<p class=\"compte\">{}{corrected}.", plural(group.count, "fois", "fois"))?;
        writeln!(
            out,
            " <a class=\"avec-script\" href=\"#fichier={file}&amp;colonne={}&amp;regle={}\">Voir dans le tableau</a></p>",
            Text(&encoded(&cut(&name, SHOWN))),
            Text(&encoded(&group.rule))
        )?;
        // What to do is said once when it is the same for all.
        let help = group.examples.first().map(|first| &*first.help);
        let help = help.filter(|help| group.examples.len() > 1 && group.examples.iter().all(|found| found.help == *help));
        if let Some(help) = help {
            writeln!(out, "<p class=\"remede\">{}</p>", Text(&sentence(help)))?;
        }
        writeln!(out, "<ul class=\"exemples\">")?;
        group.examples.iter().try_for_each(|found| example(out, subject.unit, found, help.is_none()))?;
        if group.count > group.examples.len() as u64 {
            let more = plural(group.count - group.examples.len() as u64, "autre fois", "autres fois");
            writeln!(out, "<li class=\"suite\">… et {more}</li>")?;
        }
        writeln!(out, "</ul></section>")?;
    }
    writeln!(out, "</details>")
}

fn example(out: &mut dyn Write, unit: Unit, found: &Example, with_help: bool) -> io::Result<()> {
    write!(out, "<li>")?;
    if let Some(row) = found.row {
        write!(out, "<span class=\"ou\"><strong>{}</strong>", place(unit, row))?;
        if let Some(label) = &found.label {
            write!(out, " <span class=\"lieu\">{}</span>", Text(&cut(label, 80)))?;
        }
        write!(out, "</span> ")?;
    }
    write!(out, "<span>{}", Text(&sentence(&found.message)))?;
    if with_help {
        write!(out, " <span class=\"aide\">{}</span>", Text(&sentence(&found.help)))?;
    }
    if let Some(correction) = &found.correction {
        correction_of(out, found.value.as_deref().unwrap_or_default(), correction)?;
    }
    writeln!(out, "</span></li>")
}

/// Where a row is, as the first words of a line.
fn place(unit: Unit, row: u64) -> String {
    match unit {
        Unit::Row | Unit::Line => format!("Ligne {row}"),
        Unit::Element => format!("Élément {row}"),
    }
}

/// The cell before and after.
fn correction_of(out: &mut dyn Write, value: &str, correction: &str) -> io::Result<()> {
    write!(
        out,
        "<span class=\"correction\"><del>{}</del> <span aria-hidden=\"true\">→</span> <ins>{}</ins></span>",
        Text(&cut(value, SHOWN)),
        Text(&cut(correction, SHOWN))
    )
}

/// A text of the engine as a sentence of a page: a capital, a full stop, spaces that do not break.
pub(super) fn sentence(text: &str) -> String {
    let text = cut(text, 400);
    let mut chars = text.chars();
    let mut said: String = chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect());
    for (breaks, holds) in
        [("« ", "«\u{a0}"), (" »", "\u{a0}»"), (" :", "\u{a0}:"), (" ;", "\u{a0};"), (" ?", "\u{a0}?"), (" !", "\u{a0}!")]
    {
        said = said.replace(breaks, holds);
    }
    if !said.ends_with(['.', '?', '!', '…']) {
        said.push('.');
    }
    said
}

/// A text in the fragment of an address.
fn encoded(text: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    text.bytes().map(|byte| if safe(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
