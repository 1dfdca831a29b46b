//! The table of findings: read without a script, searched and filtered with one.

use std::collections::BTreeSet;
use std::io::{self, Write};

use standard_mediation_model::data::{Found, Summary, Unit};
use standard_mediation_report::findings::Kept;

use super::super::Subject;
use super::groups::{SHOWN, level_of, sentence, title_of};
use crate::show::page::{Text, cut, number};

/// Writes the table and its filters.
pub(super) fn table(out: &mut dyn Write, subject: &Subject<'_>, summary: &Summary, kept: Kept, file: usize) -> io::Result<()> {
    let seen = kept.seen();
    let rows = kept.into_rows();
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section class=\"carte constats\" id=\"constats-{file}\"><h2>Tous les constats</h2>")?;
    if seen > rows.len() as u64 {
        writeln!(
            out,
            "<p class=\"note\">Le fichier donne {} constats\u{a0}; ce tableau en montre {}, les fautes avant les conseils. Les comptes du reste de la page portent sur le fichier entier.</p>",
            number(seen),
            number(rows.len() as u64)
        )?;
    }
    filters(out, subject, summary, &rows, file)?;
    writeln!(out, "<table class=\"lignes\"><caption>Constats, dans l'ordre du fichier</caption><thead><tr>")?;
    for head in [place(subject.unit), "Colonne", "Niveau", "Case", "Constat", "Que faire"] {
        write!(out, "<th scope=\"col\">{head}</th>")?;
    }
    writeln!(out, "</tr></thead><tbody>")?;
    for found in &rows {
        row(out, subject, summary, found)?;
    }
    writeln!(
        out,
        "</tbody></table>\n<p class=\"avec-script suite\" hidden><button type=\"button\">Montrer la suite</button></p></section>"
    )
}

/// What the number of a row counts, above its column.
fn place(unit: Unit) -> &'static str {
    match unit {
        Unit::Row | Unit::Line => "Ligne",
        Unit::Element => "Élément",
    }
}

fn row(out: &mut dyn Write, subject: &Subject<'_>, summary: &Summary, found: &Found) -> io::Result<()> {
    let (level, tone) = level_of(found.level);
    let (title, name) = title_of(subject, summary, found.column, found.field.as_deref());
    write!(
        out,
        "<tr data-colonne=\"{}\" data-regle=\"{}\" data-niveau=\"{}\">",
        Text(&cut(&name, SHOWN)),
        Text(&found.rule),
        found.level.word()
    )?;
    let number = found.row.map_or_else(|| "—".to_owned(), |row| row.to_string());
    write!(out, "<td data-nom=\"{}\">{number}</td>", place(subject.unit))?;
    write!(out, "<td data-nom=\"Colonne\">{}</td>", Text(&cut(&title, 80)))?;
    write!(out, "<td data-nom=\"Niveau\"><span class=\"niveau {tone}\">{level}</span></td><td data-nom=\"Case\">")?;
    match &found.value {
        Some(value) if !value.is_empty() => write!(out, "<q>{}</q>", Text(value))?,
        Some(_) => write!(out, "<i>vide</i>")?,
        None => write!(out, "—")?,
    }
    let part = found.part.map_or_else(String::new, |(part, parts)| format!("valeur {part} sur {parts}\u{a0}: "));
    let message = sentence(&format!("{part}{}", found.message));
    write!(out, "</td><td data-nom=\"Constat\">{}</td>", Text(&message))?;
    write!(out, "<td data-nom=\"Que faire\">{}", Text(&sentence(&found.help)))?;
    if let Some(correction) = &found.correction {
        write!(out, " <ins>{}</ins>", Text(&cut(correction, SHOWN)))?;
    }
    writeln!(out, "</td></tr>")
}

fn filters(out: &mut dyn Write, subject: &Subject<'_>, summary: &Summary, rows: &[Found], file: usize) -> io::Result<()> {
    let columns: Vec<(String, String)> = {
        let mut seen = BTreeSet::new();
        let named = rows.iter().map(|found| title_of(subject, summary, found.column, found.field.as_deref()));
        named.map(|(title, name)| (cut(&name, SHOWN).into_owned(), title)).filter(|column| seen.insert(column.clone())).collect()
    };
    let found: BTreeSet<&str> = rows.iter().map(|found| &*found.rule).collect();
    writeln!(out, "<form class=\"filtres avec-script\" hidden role=\"search\" aria-label=\"Filtrer les constats\">")?;
    writeln!(
        out,
        "<label>Niveau<select name=\"niveau\"><option value=\"\">Tous</option><option value=\"bloquant\">Fautes</option><option value=\"recommandation\">Conseils</option></select></label>"
    )?;
    writeln!(out, "<label>Colonne<select name=\"colonne\"><option value=\"*\">Toutes</option>")?;
    for (name, title) in &columns {
        writeln!(out, "<option value=\"{}\">{}</option>", Text(name), Text(&cut(title, 80)))?;
    }
    writeln!(out, "</select></label><label>Règle<select name=\"regle\"><option value=\"\">Toutes</option>")?;
    for id in found {
        writeln!(out, "<option value=\"{}\">{}</option>", Text(id), Text(&super::groups::rule_title(subject, id)))?;
    }
    writeln!(out, "</select></label><label>Mot cherché<input type=\"search\" name=\"texte\" autocomplete=\"off\"></label>")?;
    writeln!(out, "<button type=\"reset\">Tout montrer</button></form>")?;
    writeln!(out, "<p class=\"avec-script resultat\" hidden role=\"status\" id=\"resultat-{file}\"></p>")
}
