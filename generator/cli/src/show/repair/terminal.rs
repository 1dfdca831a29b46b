//! A repair, to a person: what was done, what is to confirm, what cannot be done and why, what the output still lacks.

use std::io::{self, Write};

use standard_mediation_model::count::{counted, number, others};
use standard_mediation_model::data::repair::{Certainty, Outcome, Repair, RepairGroup};
use standard_mediation_model::data::{Group, Unit};

use super::Mending;
use crate::show::OPENING;

/// Writes it all.
pub(crate) fn terminal(mending: &Mending<'_>, outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} → {}", mending.name, mending.output)?;
    for assumed in mending.assumed {
        writeln!(out, "  {assumed}")?;
    }
    for (certainty, title) in [
        (Certainty::Sure, "Réparé"),
        (Certainty::ToConfirm, "À confirmer, rien n'a été changé"),
        (Certainty::Impossible, "Impossible à corriger sans vous"),
        (Certainty::Unread, "Pas repris dans la sortie, faute d'avoir pu le lire"),
    ] {
        if outcome.tally.count(certainty) > 0 {
            writeln!(out, "\n{title} : {}", number(outcome.tally.count(certainty)))?;
            for group in outcome.tally.groups.iter().filter(|group| group.certainty == certainty) {
                of_group(mending, group, out)?;
            }
        }
    }
    left(mending, outcome, out)?;
    out.flush()
}

fn of_group(mending: &Mending<'_>, group: &RepairGroup, out: &mut dyn Write) -> io::Result<()> {
    let name = group.examples.first().and_then(|repair| repair.field.as_deref());
    match name {
        // Columns that no column of the file is.
        Some(_) if group.column.is_none() => {
            writeln!(out, "  {} : {}", group.kind, counted(group.count, "colonne", "colonnes"))?;
        }
        Some(name) => writeln!(out, "  {}{} : {}", titled(mending, name), group.kind, cells(group.count))?,
        None if group.certainty == Certainty::Unread || group.examples.iter().any(|repair| repair.row_after.is_some()) => {
            writeln!(out, "  {} : {}", group.kind, number(group.count))?;
        }
        None => writeln!(out, "  {}", group.kind)?,
    }
    for repair in &group.examples {
        let line = example(mending.unit, repair);
        if !line.is_empty() {
            writeln!(out, "    {line}")?;
        }
    }
    let more = group.count.saturating_sub(group.examples.len() as u64);
    if more > 0 {
        writeln!(out, "    … et {}", others(more))?;
    }
    Ok(())
}

/// `ligne 3, « Fablab Simone Veil » : 01 80 05 98 80 → +33180059880`.
fn example(unit: Unit, repair: &Repair) -> String {
    let label = repair.label.as_deref().map(|label| format!(", « {} »", short(label))).unwrap_or_default();
    let place = repair.row.map(|row| format!("{} {row}{label}", unit.word())).unwrap_or_default();
    let sign = if repair.certainty == Certainty::ToConfirm { " ?" } else { "" };
    let change = match (repair.before.as_deref(), repair.after.as_deref()) {
        (Some(before), Some(after)) => format!("{} → {}{sign}", shown(before), shown(after)),
        (Some(before), None) => shown(before),
        _ => String::new(),
    };
    let why = match (repair.why.as_str(), change.is_empty()) {
        ("", _) => String::new(),
        (why, true) => short(why),
        (why, false) => format!(" ({})", short(why)),
    };
    let separator = if place.is_empty() || change.is_empty() && why.is_empty() { "" } else { " : " };
    format!("{place}{separator}{change}{why}")
}

fn left(mending: &Mending<'_>, outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    let after = &outcome.after;
    if !after.groups.is_empty() {
        writeln!(out, "\nCe qui reste dans {}", mending.output)?;
    }
    for group in &after.groups {
        of_left(mending, group, out)?;
    }
    let (rows, faults) = (counted(after.rows, "ligne", "lignes"), counted(after.blocking, "faute", "fautes"));
    let advice = counted(after.recommendations, "conseil", "conseils");
    let unread = match outcome.tally.count(Certainty::Unread) {
        0 => String::new(),
        count => format!(" ; {} à la main, « pas repris » ci-dessus", counted(count, "reprise à faire", "reprises à faire")),
    };
    writeln!(out, "\n{rows}, {faults}, {advice}{unread}")?;
    let is = if after.is_valid() { "est" } else { "n'est pas encore" };
    writeln!(out, "{} {is} conforme au standard {}.", mending.output, mending.standard.identity.version)?;
    writeln!(out, "\n{OPENING}.")
}

fn of_left(mending: &Mending<'_>, group: &Group, out: &mut dyn Write) -> io::Result<()> {
    let title = group.field.as_deref().map(|name| titled(mending, name)).unwrap_or_default();
    let mut rows: Vec<String> = group.examples.iter().filter_map(|example| example.row).map(|row| row.to_string()).collect();
    rows.dedup();
    let message = group.examples.first().map(|example| short(&example.message)).unwrap_or_default();
    let said = match (rows.as_slice(), group.count) {
        ([], 0 | 1) => message,
        ([row], 0 | 1) => format!("{message} (ligne {row})"),
        ([], count) => format!("{} fois, dont : {message}", number(count)),
        // The message is that of the first row only: others hold other values.
        (rows, count) => {
            let more = if count > group.examples.len() as u64 { "…" } else { "" };
            let lines = if rows.len() > 1 || !more.is_empty() { "lignes" } else { "ligne" };
            format!("{} fois ({lines} {}{more}), d'abord : {message}", number(count), rows.join(", "))
        }
    };
    writeln!(out, "  {:<7}  {title}{said}", group.level.said())
}

fn titled(mending: &Mending<'_>, name: &str) -> String {
    let field = mending.standard.field(name);
    field.map_or_else(|| format!("Colonne « {name} » : "), |field| format!("Colonne « {} » ({name}) : ", field.title))
}

fn cells(count: u64) -> String {
    counted(count, "case", "cases")
}

fn shown(text: &str) -> String {
    if text.is_empty() { "(vide)".to_owned() } else { short(text) }
}

/// A text on one line that nothing in a terminal obeys.
fn short(text: &str) -> String {
    let plain = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    };
    let mut short: String = text.chars().take(160).map(plain).collect();
    if text.chars().nth(160).is_some() {
        short.push('…');
    }
    short
}
