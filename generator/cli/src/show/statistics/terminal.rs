//! Counts, to a person in a terminal: aligned, with bars where they can be drawn.

use std::io::{self, Write};

use standard_mediation_model::{Vocabulary, count};

use super::{Counted, GIVEN, repeated, title, unread_in_words};
use crate::show::page::{freshness, month, number, percent};

/// Characters of a full bar.
const WIDTH: usize = 24;
/// Characters of the narrowest bar worth drawing.
const NARROWEST: usize = 8;
/// Characters of a line around its label and its bar: two figures and what parts them.
const AROUND: usize = 22;
/// Characters of a label that are shown.
const LABEL: usize = 46;
/// Months shown one by one, the last ones.
const MONTHS: usize = 24;

/// A line: what is counted, how often, what is said of it.
struct Line {
    label: String,
    value: u64,
    text: String,
}

pub(super) fn write(out: &mut dyn Write, counted: &Counted<'_>, drawn: Option<usize>) -> io::Result<()> {
    let (summary, counts) = (counted.summary, counted.counts);
    writeln!(out, "{}", counted.name)?;
    for assumed in counted.assumed {
        writeln!(out, "  {assumed}")?;
    }
    writeln!(out, "\n{}", count::counted(summary.rows, "ligne", "lignes"))?;
    if summary.blank_rows > 0 {
        writeln!(out, "{}", count::counted(summary.blank_rows, "ligne vide, non comptée", "lignes vides, non comptées"))?;
    }
    if let Some(said) = repeated(counted) {
        writeln!(out, "{said}")?;
    }
    absent(out, counted)?;
    let unread = unread_in_words(counted);
    if !unread.is_empty() {
        writeln!(out, "\nCe qui n'a pas été lu, et manque à ces comptes")?;
    }
    for sentence in unread {
        writeln!(out, "  {}", visible(&sentence))?;
    }
    if summary.rows == 0 {
        return Ok(());
    }
    let rows = summary.rows;
    let of_rows = |value: u64| format!("{:>9}  {:>5}", number(value), percent(value, rows));
    let line = |label: String, value: u64| Line { label, value, text: of_rows(value) };
    let filled = summary.columns.iter().map(|column| line(title(counted, column).to_owned(), column.filled));
    table(out, "Cases remplies", rows, &filled.collect::<Vec<_>>(), drawn)?;
    let tens = summary.quality.tens.iter().enumerate().rev();
    let tens = tens.map(|(ten, count)| line(format!("{:>2} à {}", ten * 10, if ten == 9 { 100 } else { ten * 10 + 9 }), *count));
    let score = summary.quality.score().unwrap_or_default();
    table(out, &format!("Qualité des lignes ({score} sur 100 en moyenne)"), rows, &tens.collect::<Vec<_>>(), drawn)?;
    if let Some(months) = &counts.months {
        let skipped = months.counts.len().saturating_sub(counted.most(MONTHS));
        let mut lines: Vec<Line> = months.counts.iter().skip(skipped).map(|(at, count)| line(month(*at), *count)).rev().collect();
        let before: u64 = months.counts.values().take(skipped).sum();
        let others = [("avant", before), ("sans date", months.empty), ("date illisible", months.unreadable)];
        lines.extend(others.into_iter().filter(|(_, count)| *count > 0).map(|(label, count)| line(label.to_owned(), count)));
        table(out, "Mois de mise à jour", rows, &lines, drawn)?;
        for sentence in freshness(months, rows, counted.today) {
            writeln!(out, "  {sentence}")?;
        }
    }
    if let Some(territories) = &counts.territories {
        let named = territories.counts.iter();
        let mut lines: Vec<Line> =
            named.map(|(territory, count)| line(format!("{:<3} {}", territory.code(), territory.name()), *count)).collect();
        if territories.unknown > 0 {
            lines.push(line("sans code de commune ni code postal qui se lise".to_owned(), territories.unknown));
        }
        table(out, "Territoires", rows, &lines, drawn)?;
    }
    for values in &counts.values {
        let field = &counted.standard.fields[values.field];
        let labels = counted.standard.vocabulary_of(field).into_iter().flat_map(Vocabulary::labels);
        let mut lines: Vec<Line> = labels.zip(&values.known).map(|(label, count)| line(label.to_owned(), *count)).collect();
        let given = values.unknown.iter().take(counted.most(GIVEN));
        lines.extend(given.clone().map(|(label, count)| line(format!("hors liste : {label}"), *count)));
        let rest = values.out_of_list - given.map(|(_, count)| count).sum::<u64>();
        if rest > 0 {
            lines.push(line("hors liste, les autres".to_owned(), rest));
        }
        table(out, &format!("{} ({})", field.title, field.name), rows, &lines, drawn)?;
    }
    Ok(())
}

/// Says which columns are not of the standard, and which are not there.
fn absent(out: &mut dyn Write, counted: &Counted<'_>) -> io::Result<()> {
    let columns = &counted.summary.columns;
    let strangers: Vec<&str> =
        columns.iter().filter(|column| column.field.is_none()).map(|column| column.name.as_str()).collect();
    let fields = counted.standard.fields.iter().enumerate();
    let missing = fields.filter(|(rank, _)| !columns.iter().any(|column| column.field == Some(*rank)));
    let missing: Vec<&str> = missing.map(|(_, field)| field.name.as_str()).collect();
    for (what, names) in [("hors du standard", strangers), ("absentes", missing)] {
        if !names.is_empty() {
            writeln!(out, "colonnes {what} : {}", visible(&names.join(", ")))?;
        }
    }
    Ok(())
}

fn table(out: &mut dyn Write, head: &str, most: u64, lines: &[Line], drawn: Option<usize>) -> io::Result<()> {
    writeln!(out, "\n{head}")?;
    let room = drawn.map_or(LABEL, |columns| columns.saturating_sub(AROUND).min(LABEL));
    let shown: Vec<String> = lines.iter().map(|line| short(&visible(&line.label), room)).collect();
    let width = shown.iter().map(|label| label.chars().count()).max().unwrap_or_default();
    for (line, label) in lines.iter().zip(shown) {
        let pad = " ".repeat(width - label.chars().count());
        let room = drawn.map(|columns| columns.saturating_sub(width + AROUND).min(WIDTH)).filter(|room| *room >= NARROWEST);
        let bar = room.map_or_else(String::new, |room| format!("  {}", bar(line.value, most, room)));
        writeln!(out, "  {label}{pad}  {}{bar}", line.text)?;
    }
    Ok(())
}

/// A bar to the eighth of a character.
fn bar(value: u64, most: u64, width: usize) -> String {
    let eighths = (u128::from(value.min(most)) * width as u128 * 8).checked_div(u128::from(most)).unwrap_or_default();
    let eighths = usize::try_from(eighths).unwrap_or_default().max(usize::from(value > 0));
    let end = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
    format!("{}{end}", "█".repeat(eighths / 8))
}

fn short(label: &str, room: usize) -> String {
    match label.char_indices().nth(room) {
        Some((end, _)) => format!("{}…", label[..end].trim_end()),
        None => label.to_owned(),
    }
}

/// A text of the file as a terminal may show it: nothing in it commands the terminal.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn something_is_never_drawn_as_nothing() {
        assert_eq!(
            [bar(0, 9, 24), bar(1, 100_000, 24), bar(1, 2, 24), bar(9, 9, 24), bar(0, 0, 24)].map(|bar| bar.chars().count()),
            [0, 1, 12, 24, 0]
        );
    }

    #[test]
    fn a_cell_commands_no_terminal() {
        assert_eq!(visible("a\u{1b}[31mb\n"), "a [31mb ");
    }
}
