//! The keys of `schema.json` that say what the schema is.
//!
//! In: its tree. Out: findings about keys that are missing, of a kind that the builder of the national pages cannot
//! read, or not of the form that its register asks for.

use standard_mediation_model::{Date, Version};

use super::changelog;
use super::columns::Column;
use super::files::{CHANGELOG, Files, SCHEMA};
use super::json::Node;
use super::report::Report;

/// The addresses of the format that forms built on the national catalogue know, the usual one first.
const PROFILES: [&str; 2] =
    ["https://specs.frictionlessdata.io/schemas/table-schema.json", "https://frictionlessdata.io/schemas/table-schema.json"];

const RULE: &str = "publication-metadonnees";

/// A key that must be there, whether its text is good, and what a good one is.
type Key = (&'static str, fn(&str) -> bool, &'static str);

const KEYS: [Key; 5] = [
    ("name", is_slug, "des lettres minuscules sans accent, des chiffres, « - » et « _ »"),
    ("title", is_filled, "un texte"),
    ("description", is_filled, "un texte"),
    ("homepage", is_address, "l'adresse https du dépôt"),
    ("countryCode", is_country, "le code du pays en deux capitales, comme FR"),
];

/// Keys that may be left out, but must then be texts: the builder of the pages fails on anything else.
const TEXTS: [&str; 3] = ["author", "contributor", "example"];

pub(super) fn check(files: &Files<'_>, columns: &[Column<'_>], report: &mut Report<'_>) {
    let Some(schema) = files.tree(SCHEMA) else { return };
    keys(schema, report);
    profile(schema, report);
    dates(files, schema, report);
    for column in columns {
        for key in ["title", "description"] {
            if column.text(key).is_none_or(|text| text.trim().is_empty()) {
                let span = column.node.get(key).map_or(&column.node.span, |node| &node.span);
                let message = format!("« {key} » de la colonne « {} » n'est pas un texte", column.name);
                report.at(SCHEMA, span, RULE, message, "écrivez un texte : la page nationale le montre");
            }
        }
    }
}

fn keys(schema: &Node, report: &mut Report<'_>) {
    for (key, is_good, expected) in KEYS {
        match schema.get(key) {
            None => report.at(SCHEMA, &(0..1), RULE, format!("la clé « {key} » manque"), format!("ajoutez-la : {expected}")),
            Some(node) if !node.text().is_some_and(is_good) => {
                report.at(SCHEMA, &node.span, RULE, format!("« {key} » n'est pas ce qu'il faut"), format!("écrivez {expected}"));
            }
            Some(_) => {}
        }
    }
    for node in TEXTS.iter().filter_map(|key| schema.get(key)).filter(|node| node.text().is_none()) {
        let help = "écrivez un texte, ou retirez la clé";
        report.at(SCHEMA, &node.span, RULE, "cette clé n'accepte qu'un texte", help);
    }
    let words = schema.get("keywords");
    let is_good = words.and_then(Node::texts).is_some_and(|words| !words.is_empty() && words.into_iter().all(is_filled));
    if !is_good {
        let span = words.map_or(0..1, |node| node.span.clone());
        let help = "listez sous « keywords » les mots par lesquels on cherchera ce schéma";
        report.at(SCHEMA, &span, RULE, "il n'y a pas de mots-clés", help);
    }
}

fn profile(schema: &Node, report: &mut Report<'_>) {
    let node = schema.get("$schema");
    if node.and_then(Node::text).is_none_or(|text| !PROFILES.contains(&text)) {
        let span = node.map_or(0..1, |node| node.span.clone());
        let message = "« $schema » n'est pas l'adresse que les formulaires nationaux reconnaissent";
        report.at(SCHEMA, &span, RULE, message, format!("écrivez {}", PROFILES[0]));
    }
}

/// Both dates are days; the last change is the day of the version in the change log.
fn dates(files: &Files<'_>, schema: &Node, report: &mut Report<'_>) {
    let rule = "publication-date";
    let mut read = |key: &str| {
        let node = schema.get(key);
        let date = node.and_then(Node::text).and_then(|text| text.parse::<Date>().ok());
        if date.is_none() {
            let span = node.map_or(0..1, |node| node.span.clone());
            report.at(SCHEMA, &span, rule, format!("« {key} » n'est pas une date"), "écrivez AAAA-MM-JJ, comme 2026-11-23");
        }
        date.zip(node)
    };
    let (created, modified) = (read("created"), read("lastModified"));
    let Some((modified, node)) = modified else { return };
    if created.is_some_and(|(created, _)| created > modified) {
        report.at(SCHEMA, &node.span, rule, "la dernière modification précède la création", "vérifiez les deux dates");
        return;
    }
    let version = schema.get("version").and_then(Node::text).and_then(|text| text.strip_prefix('v')?.parse::<Version>().ok());
    let releases = files.text(CHANGELOG).map(changelog::releases).unwrap_or_default();
    let release = releases.into_iter().find(|release| release.version.is_some() && release.version == version);
    if release.is_some_and(|release| release.date.is_some_and(|date| date != modified)) {
        let message = "la dernière modification n'est pas le jour de la version dans CHANGELOG.md";
        report.at(SCHEMA, &node.span, rule, message, "mettez la même date aux deux endroits");
    }
}

fn is_filled(text: &str) -> bool {
    !text.trim().is_empty()
}

fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b))
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// A whole address, as far as one can tell without going there.
pub(super) fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).and_then(|rest| rest.split('/').next());
    host.is_some_and(|host| host.contains('.') && !host.starts_with('.')) && !text.contains(char::is_whitespace)
}
