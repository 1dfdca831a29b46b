//! `custom_checks`: the checks that only the national validator knows.
//!
//! In: `schema.json`. Out: findings about a check that it does not know (every file would then be in error), that lacks
//! what it needs, or that refuses sound data.

use std::collections::BTreeSet;

use super::columns::Column;
use super::files::SCHEMA;
use super::json::Node;
use super::report::Report;

/// A check: its name, its parameters that name one column, those that name several, the others.
type Control = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

/// Checks that do what they say.
const KNOWN: [Control; 17] = [
    ("opening-hours-value", &["column"], &[], &[]),
    ("cohesive-columns-value", &["column"], &["othercolumns"], &[]),
    ("compare-columns-value", &["column", "column2"], &[], &["op"]),
    ("one-of-required", &["column1", "column2"], &[], &[]),
    ("sum-columns-value", &["column"], &["columns"], &[]),
    ("year-interval-value", &["column"], &[], &[]),
    ("phone-number-value", &["column"], &[], &[]),
    ("code-fantoir", &["column"], &[], &[]),
    ("nomenclature-acte", &["column"], &[], &[]),
    ("canton", &["column"], &[], &["cog"]),
    ("code-pays-iso2", &["column"], &[], &["cog"]),
    ("code-pays-iso3", &["column"], &[], &["cog"]),
    ("code-region", &["column"], &[], &["cog"]),
    ("departement", &["column"], &[], &["cog"]),
    ("numero-departement", &["column"], &[], &["cog"]),
    ("pays", &["column"], &[], &["cog"]),
    ("region", &["column"], &[], &["cog"]),
];

/// Checks that turn some sound data away, each with what it does. Whether it matters depends on the data: a standard of
/// firms in mainland France loses nothing.
const NARROW: [(&str, &str); 8] = [
    ("siret", "refuse les associations (RNA) et l'outre-mer (RIDET)"),
    ("siren", "refuse les associations (RNA) et l'outre-mer (RIDET)"),
    ("french-siret-value", "a changé de nom, et refuse les associations et l'outre-mer"),
    ("french-siren-value", "a changé de nom, et refuse les associations et l'outre-mer"),
    ("nomenclature-actes-value", "a changé de nom : chaque rapport porterait un avertissement"),
    ("code-postal", "refuse des codes postaux d'outre-mer"),
    ("code-commune-insee", "refuse des communes d'outre-mer"),
    ("commune", "refuse un nom pour une majuscule ou un tiret"),
];

/// Checks that stop the whole validation on a column of numbers.
const FATAL: [&str; 2] = ["french-gps-coordinates", "coordonnees-gps-francaises"];

const RULE: &str = "publication-controle";
const NARROW_RULE: &str = "publication-controle-etroit";

pub(super) fn check(schema: &Node, columns: &[Column<'_>], report: &mut Report<'_>) {
    for column in columns {
        if let Some(node) = column.node.get("customCheck") {
            let help = "déplacez-le à la racine du schéma, dans « custom_checks »";
            report.at(SCHEMA, &node.span, RULE, "les anciens validateurs ne lisent pas un contrôle écrit ici", help);
        }
    }
    let Some(checks) = schema.get("custom_checks") else { return };
    let Some(list) = checks.list() else {
        let help = "écrivez une liste de contrôles, chacun avec « name » et « params »";
        return report.at(SCHEMA, &checks.span, RULE, "« custom_checks » n'est pas une liste", help);
    };
    let names = columns.iter().map(|column| column.name).collect();
    for check in list {
        if let Some((rule, message, help)) = fault(check, &names) {
            report.at(SCHEMA, &check.span, rule, message, help);
        }
    }
}

fn fault(check: &Node, columns: &BTreeSet<&str>) -> Option<(&'static str, String, String)> {
    let name = check.get("name").and_then(Node::text).unwrap_or_default();
    if let Some((_, effect)) = NARROW.iter().find(|(narrow, _)| *narrow == name) {
        let help = "retirez-le si vos données sont concernées : « pattern » suffit";
        return Some((NARROW_RULE, format!("le contrôle « {name} » {effect}"), help.to_owned()));
    }
    if FATAL.contains(&name) {
        let message = format!("le contrôle « {name} » arrête toute la vérification sur une colonne de nombres");
        return Some((RULE, message, "retirez-le : des bornes suffisent".to_owned()));
    }
    let Some((_, single, several, others)) = KNOWN.iter().find(|(known, ..)| *known == name) else {
        let message = format!("le validateur national ne connaît pas le contrôle « {name} » : tout fichier serait en erreur");
        return Some((RULE, message, "retirez-le, ou corrigez son nom".to_owned()));
    };
    let is_column = |node: &Node| node.text().is_some_and(|name| columns.contains(name));
    let param = |key: &str| check.get("params").and_then(|params| params.get(key));
    let is_list = |node: &Node| node.list().is_some_and(|names| !names.is_empty() && names.iter().all(is_column));
    let wrong = single.iter().find(|key| !param(key).is_some_and(is_column));
    let wrong = wrong.or_else(|| several.iter().find(|key| !param(key).is_some_and(is_list)));
    let wrong = wrong.or_else(|| others.iter().find(|key| param(key).is_none()))?;
    let message = format!("le contrôle « {name} » n'a pas son paramètre « {wrong} », ou il nomme une colonne inconnue");
    Some((RULE, message, "donnez-le dans « params »".to_owned()))
}
