//! Closed lists of values: where they are spelled, and whether people can read them.
//!
//! In: the columns. Out: findings about a list that two places of a cell do not share, that hides in an expression where
//! the forms would offer a choice, or whose values the description does not show.

use super::columns::Column;
use super::files::SCHEMA;
use super::report::Report;
use super::texts;

pub(super) fn check(columns: &[Column<'_>], report: &mut Report<'_>) {
    for column in columns {
        let Some(values) = column.pattern.as_ref().and_then(|pattern| pattern.values.as_ref()) else { continue };
        let Some(node) = column.node.get("constraints").and_then(|constraints| constraints.get("pattern")) else { continue };
        let torn = values.torn();
        if let Some(value) = torn.first() {
            let message = format!("« {value} » n'est accepté qu'à une place de la liste de « {} »", column.name);
            let help = "écrivez les mêmes valeurs avant et après le séparateur";
            report.at(SCHEMA, &node.span, "publication-liste-divergente", message, help);
        }
        if values.next.is_none() && values.first.len() > 1 {
            let message = format!("la liste des valeurs de « {} » est cachée dans une expression", column.name);
            let help = "écrivez-la sous « enum » : les formulaires proposent alors un choix";
            report.at(SCHEMA, &node.span, "publication-liste-en-motif", message, help);
        } else if torn.is_empty() {
            described(column, &values.first, report);
        }
    }
}

/// The national page shows nothing of a list but what the description says of it.
fn described(column: &Column<'_>, values: &[String], report: &mut Report<'_>) {
    let Some(node) = column.node.get("description") else { return };
    let Some(text) = node.text() else { return };
    let shown = texts::codes(text);
    if let Some(value) = values.iter().find(|value| !shown.contains(value.trim_matches('`').trim())) {
        let message = format!("la description de « {} » ne montre pas la valeur « {value} »", column.name);
        let help = "finissez-la par toutes les valeurs, chacune entre accents graves";
        report.at(SCHEMA, &node.span, "publication-valeurs-tues", message, help);
    }
}
