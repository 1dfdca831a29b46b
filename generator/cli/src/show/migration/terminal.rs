//! A migration, to a person: what was assumed, then the three piles.

use std::io::{self, Write};

use standard_mediation_model::count::{agreed, counted, number};
use standard_mediation_model::migration::{Mover, Pile, Why};
use standard_mediation_report::migration::{Group, Key, Piles};

use super::Migration;
use crate::show::plain::argument;
use crate::show::{OPENING, stdout};

/// Shows what a migration did.
pub(crate) fn migrated(migration: &Migration<'_>, mover: &Mover<'_>, piles: &Piles) -> io::Result<()> {
    let mut out = stdout();
    let Migration { input, output, assumed, plan, heading, rows, form, is_unanswered } = migration;
    writeln!(out, "{input} → {output} : version {} → {}, {}", plan.from, plan.to, counted(*rows, "ligne", "lignes"))?;
    for sentence in *assumed {
        writeln!(out, "  {sentence}")?;
    }
    let ways: Vec<String> = plan.steps.iter().map(|(_, after)| after.to_string()).collect();
    writeln!(out, "  étapes : {} → {}", plan.from, ways.join(" → "))?;
    for name in heading.aside.iter().filter(|aside| aside.why == Why::Unknown).map(|aside| &aside.name) {
        writeln!(out, "  colonne « {name} » : elle n'est d'aucune des deux versions ; gardée après les autres")?;
    }
    writeln!(out, "\nFait")?;
    if !heading.read.is_empty() {
        let read: Vec<String> = heading.read.iter().map(|(name, field)| format!("« {name} » ({field})")).collect();
        let known = agreed(read.len(), "colonne reconnue", "colonnes reconnues");
        writeln!(out, "  {known} : {}", read.join(", "))?;
    }
    let done = mover.done();
    columns(&mut out, mover, *rows)?;
    for done in &done {
        let place = if done.column == done.to_column { String::new() } else { format!(", dans {}", done.to_column) };
        let merged = if done.merged > 0 { format!(", dont {} déjà là", done.merged) } else { String::new() };
        writeln!(
            out,
            "  {} : « {} » → « {} »{place} ({} fois{merged})",
            done.column,
            done.value,
            done.to_value,
            number(done.count)
        )?;
    }
    if done.is_empty() {
        writeln!(out, "  aucune valeur n'a changé de nom")?;
    }
    for (pile, title) in [(Pile::Lost, "Perdu"), (Pile::ToArbitrate, "À arbitrer")] {
        let groups: Vec<_> = piles.iter().filter(|(key, _)| key.pile == pile).collect();
        if groups.is_empty() {
            continue;
        }
        writeln!(out, "\n{title}")?;
        for (key, group) in groups {
            self::group(&mut out, key, group)?;
        }
    }
    match form {
        Some((path, true)) => {
            writeln!(out, "\nLes questions sont dans {path} : remplissez la colonne « reponse », puis relancez avec --force")?;
        }
        Some((path, false)) if *is_unanswered => {
            writeln!(
                out,
                "\nLe formulaire {path} est revenu sans réponse : remplissez sa colonne « reponse », enregistrez-le en CSV, puis \
                 relancez avec --force"
            )?;
        }
        Some((path, false)) if piles.keys().any(|key| key.id == "question") => {
            writeln!(
                out,
                "\nDes questions restent sans réponse : remplissez leur ligne dans {path}, ou ajoutez-la (passage, colonne, \
                 valeur, reponse), puis relancez avec --force"
            )?;
        }
        None if piles.keys().any(|key| key.id == "question") => {
            writeln!(out, "\nPour répondre une fois pour toutes les lignes : --decisions FICHIER.csv écrit le formulaire")?;
        }
        _ => {}
    }
    let count = |pile| piles.iter().filter(|(key, _)| key.pile == pile).map(|(_, group)| group.count).sum::<u64>();
    let changed: u64 = done.iter().map(|done| done.count).sum();
    writeln!(
        out,
        "\n{}, {}, {} à arbitrer",
        counted(changed, "valeur changée", "valeurs changées"),
        counted(count(Pile::Lost), "perdue", "perdues"),
        number(count(Pile::ToArbitrate))
    )?;
    writeln!(out, "Ce qui reste à corriger du fichier écrit : cargo standard validate {}", argument(output))?;
    writeln!(out, "\n{OPENING}.")?;
    out.flush()
}

/// Columns under another name, and signs between values, where there are some, before what became of each value.
fn columns(out: &mut impl Write, mover: &Mover<'_>, rows: u64) -> io::Result<()> {
    let renamed = mover.moved().iter().filter(|moved| moved.to != [moved.column]);
    let renamed: Vec<String> = renamed.map(|moved| format!("{} → {}", moved.column, moved.to.join(" et "))).collect();
    if !renamed.is_empty() {
        let count = counted(renamed.len(), "colonne change", "colonnes changent");
        writeln!(out, "  {count} de nom : {}", renamed.join(", "))?;
    }
    let mut signs: Vec<(String, Vec<&str>)> = Vec::new();
    for moved in mover.moved().iter().filter(|moved| rows > 0 && !moved.signs.is_empty()) {
        let old: Vec<String> = moved.signs.iter().map(|sign| format!("« {sign} »")).collect();
        let change = format!("{} devient « {} »", old.join(" ou "), moved.separator);
        match signs.iter_mut().find(|(known, _)| *known == change) {
            Some((_, columns)) => columns.push(moved.column),
            None => signs.push((change, vec![moved.column])),
        }
    }
    for (change, columns) in signs {
        writeln!(out, "  entre deux valeurs, {change} : {}", columns.join(", "))?;
    }
    Ok(())
}

fn group(out: &mut impl Write, key: &Key, group: &Group) -> io::Result<()> {
    let column = if key.column.is_empty() { String::new() } else { format!("{} : ", key.column) };
    let value = if key.value.is_empty() { String::new() } else { format!("« {} », ", key.value) };
    let rows: Vec<String> = group.rows.iter().map(u64::to_string).collect();
    let more = if group.count > rows.len() as u64 { "…" } else { "" };
    let lines = agreed(group.rows.len(), "ligne", "lignes");
    let place = if rows.is_empty() { String::new() } else { format!(", {lines} {}{more}", rows.join(", ")) };
    writeln!(out, "  {column}{value}{} fois{place}", number(group.count))?;
    writeln!(out, "      {}", group.sentence)?;
    if let Some(proposition) = &group.proposition {
        writeln!(out, "      réponse proposée : {proposition}")?;
    }
    Ok(())
}
