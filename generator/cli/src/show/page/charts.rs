//! The charts of what a file says: values, territories, months, quality.

use std::io::{self, Write};

use standard_mediation_model::data::Quality;
use standard_mediation_model::data::statistics::{Month, Months, Statistics, Territories, ValueCounts};
use standard_mediation_model::{Date, Standard};

use super::{Bar, Text, bars, month, number, percent, plural, share, since};

/// Months drawn one by one, the last ones; those before make one bar.
const DRAWN_MONTHS: usize = 24;
/// Territories drawn, the ones with most rows; the others make one bar.
const DRAWN_TERRITORIES: usize = 20;

/// Draws everything that was counted. `today` is the day that freshness is told against.
pub(in crate::show) fn charts(
    out: &mut dyn Write,
    standard: &Standard,
    counts: &Statistics,
    quality: &Quality,
    today: Date,
) -> io::Result<()> {
    writeln!(out, "<div class=\"graphiques\">")?;
    if let Some(score) = quality.score() {
        quality_chart(out, quality, score)?;
    }
    if let Some(months) = &counts.months {
        months_chart(out, months, counts.rows, today)?;
    }
    if let Some(territories) = &counts.territories {
        territories_chart(out, territories, counts.rows)?;
    }
    writeln!(out, "</div>\n<div class=\"graphiques\">")?;
    for values in &counts.values {
        values_chart(out, standard, values, counts.rows)?;
    }
    writeln!(out, "</div>")
}

fn quality_chart(out: &mut dyn Write, quality: &Quality, score: u8) -> io::Result<()> {
    let rows = quality.tens.iter().sum();
    let bar = |(ten, count): (usize, &u64)| Bar {
        label: if ten == 9 { "90 à 100".to_owned() } else { format!("{} à {}", ten * 10, ten * 10 + 9) },
        name: None,
        value: *count,
        text: format!("{} ({})", number(*count), percent(*count, rows)),
        tone: if ten < 5 { "faible" } else { "plein" },
    };
    let drawn: Vec<Bar> = quality.tens.iter().enumerate().rev().map(bar).collect();
    writeln!(
        out,
        "<section><h3>Qualité des lignes</h3><p>En moyenne {score} sur 100. Une ligne vaut 100 quand toutes ses colonnes sont remplies et que rien n'est à y corriger ; les colonnes obligatoires comptent triple.</p>"
    )?;
    bars(out, "Nombre de lignes par note", quality.tens.iter().copied().max().unwrap_or_default(), &drawn)?;
    writeln!(out, "</section>")
}

fn months_chart(out: &mut dyn Write, months: &Months, rows: u64, today: Date) -> io::Result<()> {
    writeln!(out, "<section><h3>Mises à jour</h3>")?;
    for sentence in freshness(months, rows, today) {
        writeln!(out, "<p>{}</p>", Text(&sentence))?;
    }
    let skipped = months.counts.len().saturating_sub(DRAWN_MONTHS);
    let bar = |label: String, value: u64| Bar {
        label,
        name: None,
        value,
        text: format!("{} ({})", number(value), percent(value, rows)),
        tone: "plein",
    };
    let mut drawn: Vec<Bar> = months.counts.iter().skip(skipped).rev().map(|(at, count)| bar(month(*at), *count)).collect();
    if skipped > 0 {
        drawn.push(Bar { tone: "neutre", ..bar("avant".to_owned(), months.counts.values().take(skipped).sum()) });
    }
    for (label, count) in [("sans date", months.empty), ("date illisible", months.unreadable)] {
        if count > 0 {
            drawn.push(Bar { tone: "erreur", ..bar(label.to_owned(), count) });
        }
    }
    let most = drawn.iter().map(|bar| bar.value).max().unwrap_or_default();
    bars(out, "Nombre de lignes par mois de mise à jour", most, &drawn)?;
    writeln!(out, "</section>")
}

/// How fresh a file is, in sentences.
pub(in crate::show) fn freshness(months: &Months, rows: u64, today: Date) -> Vec<String> {
    let mut said = Vec::new();
    let told = |last: Month, of: &str| {
        let fresh = months.fresh(last);
        format!(
            "{} dans les douze mois {of}, {} à {} : {}.",
            plural(fresh, "ligne mise à jour", "lignes mises à jour"),
            since(last.plus(-11)),
            month(last),
            percent(fresh, rows)
        )
        .replace(" :", "\u{a0}:")
    };
    said.push(told(today.into(), "qui viennent de s'écouler"));
    if let Some(newest) = months.newest {
        if Month::from(newest) != Month::from(today) {
            said.push(told(newest.into(), "qui précèdent la date la plus récente du fichier"));
        }
        let to_come = months.after(today.into());
        if to_come > 0 {
            said.push(format!("{} d'un mois à venir.", plural(to_come, "date est", "dates sont")));
        }
    }
    said
}

fn territories_chart(out: &mut dyn Write, territories: &Territories, rows: u64) -> io::Result<()> {
    let mut sorted: Vec<_> = territories.counts.iter().collect();
    // Stable: those with as many rows stay in the order of their codes.
    sorted.sort_by_key(|(_, count)| u64::MAX - **count);
    let bar = |label: String, name: Option<&str>, value: u64, tone| Bar {
        label,
        name: name.map(str::to_owned),
        value,
        text: format!("{} ({})", number(value), percent(value, rows)),
        tone,
    };
    let most = sorted.first().map_or(0, |(_, count)| **count).max(territories.unknown);
    let first = sorted.iter().take(DRAWN_TERRITORIES);
    let mut drawn: Vec<Bar> =
        first.map(|(territory, count)| bar(territory.name().to_owned(), Some(territory.code()), **count, "plein")).collect();
    let others: u64 = sorted.iter().skip(DRAWN_TERRITORIES).map(|(_, count)| **count).sum();
    if others > 0 {
        let label = plural((sorted.len() - DRAWN_TERRITORIES) as u64, "autre territoire", "autres territoires");
        drawn.push(bar(label, None, others, "neutre"));
    }
    if territories.unknown > 0 {
        drawn.push(bar("sans code de commune ni code postal qui se lise".to_owned(), None, territories.unknown, "erreur"));
    }
    let count = plural(sorted.len() as u64, "territoire", "territoires");
    writeln!(
        out,
        "<section><h3>Territoires</h3><p>{count}, d'après le code INSEE de la commune, ou à défaut le code postal.</p>"
    )?;
    bars(out, "Nombre de lignes par département ou collectivité", most.max(others), &drawn)?;
    writeln!(out, "</section>")
}

/// Values out of a list that are drawn, the most frequent ones.
const GIVEN: usize = 20;

fn values_chart(out: &mut dyn Write, standard: &Standard, values: &ValueCounts, rows: u64) -> io::Result<()> {
    let field = &standard.fields[values.field];
    let Some(vocabulary) = standard.vocabulary_of(field) else { return Ok(()) };
    let bar = |label: &str, value: u64, tone| Bar { label: label.to_owned(), name: None, value, text: number(value), tone };
    let mut drawn: Vec<Bar> = vocabulary.labels().zip(&values.known).map(|(label, count)| bar(label, *count, "plein")).collect();
    drawn.extend(
        values
            .unknown
            .iter()
            .take(GIVEN)
            .map(|(label, count)| bar(&format!("hors liste : {label}").replace(" :", "\u{a0}:"), *count, "erreur")),
    );
    let told: u64 = values.unknown.iter().take(GIVEN).map(|(_, count)| count).sum();
    if values.out_of_list > told {
        drawn.push(bar("hors liste, les autres", values.out_of_list - told, "erreur"));
    }
    let most = drawn.iter().map(|bar| bar.value).max().unwrap_or_default();
    writeln!(
        out,
        "<section><details{}><summary><h3>{}</h3> <span>remplie à {}\u{a0}%</span></summary>",
        if values.filled > 0 { " open" } else { "" },
        Text(&field.title),
        share(values.filled, rows)
    )?;
    bars(out, &format!("Nombre de lignes par valeur de {}", field.name), most, &drawn)?;
    writeln!(out, "</details></section>")
}
