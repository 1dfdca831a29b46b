//! Differences for a person in front of a terminal, column by column, the verdict last.
//!
//! ```text
//! la version 1.0.0 → la version 1.0.1
//!
//! services
//!   mineur     La colonne « services » n'est plus obligatoire. [champ-facultatif]
//!
//! majeur : 0, mineur : 1, correctif : 0
//! La version déclarée, 1.0.1, est trop basse : le changement le plus lourd est mineur, il faut au moins 1.1.0.
//! ```

use std::fmt::Write;

use standard_mediation_model::Impact;
use standard_mediation_model::count::counted;
use standard_mediation_model::diff::{Difference, FieldNames};

use super::Changes;

/// Differences shown one by one; beyond, only their number.
const SHOWN: usize = 500;

/// What holds for no column in particular.
const WHOLE: &str = "Le standard";

/// Columns named above what they have in common; beyond, it is said of the standard.
const MAX_NAMES: usize = 3;

pub(super) fn render(changes: &Changes<'_>, colours: bool) -> String {
    let paint = |code: &str, text: &str| if colours { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() };
    let mut out = format!("{} → {}\n", changes.before.label, changes.after.label);
    let shown = &changes.differences[..changes.differences.len().min(SHOWN)];
    // Writing to a text cannot fail.
    for (title, differences) in by_column(shown) {
        let _ = writeln!(out, "\n{}", paint("1", &title));
        for difference in differences {
            let word = format!("{:<10}", difference.impact.word());
            let id = format!("[{}]", difference.kind.id());
            let _ = writeln!(out, "  {} {} {}", paint(colour(difference.impact), &word), difference.sentence(), paint("2", &id));
            if let Some(question) = &difference.question {
                let _ = writeln!(out, "             {}", paint("36", question));
            }
        }
    }
    if changes.differences.len() > SHOWN {
        let _ = writeln!(out, "\n… et {}", counted(changes.differences.len() - SHOWN, "autre différence", "autres différences"));
    }
    let count = |impact| changes.differences.iter().filter(|difference| difference.impact == impact).count();
    if changes.differences.is_empty() {
        out.push('\n');
    } else {
        let counts = [Impact::Major, Impact::Minor, Impact::Patch].map(|impact| format!("{} : {}", impact.word(), count(impact)));
        let _ = writeln!(out, "\n{}", counts.join(", "));
    }
    let colour = if changes.verdict.is_enough() { "1;32" } else { "1;31" };
    let _ = writeln!(out, "{}", paint(colour, &changes.conclusion()));
    out
}

fn colour(impact: Impact) -> &'static str {
    match impact {
        Impact::Major => "1;31",
        Impact::Minor => "33",
        Impact::Patch => "2",
    }
}

/// The differences of each column together, in the order in which columns come first.
fn by_column(differences: &[Difference]) -> Vec<(String, Vec<&Difference>)> {
    let mut groups: Vec<(String, Vec<&Difference>)> = Vec::new();
    for difference in differences {
        let mut names: Vec<&str> = difference.fields.iter().map(FieldNames::shown).collect();
        names.dedup();
        let title = match names.len() {
            1..=MAX_NAMES => names.join(", "),
            _ => WHOLE.to_owned(),
        };
        match groups.iter_mut().find(|(known, _)| *known == title) {
            Some((_, members)) => members.push(difference),
            None => groups.push((title, vec![difference])),
        }
    }
    groups
}
