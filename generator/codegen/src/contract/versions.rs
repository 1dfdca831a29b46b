//! One version in the whole tree: the one that the tag names.
//!
//! In: the trees of JSON, the README, the tag asked for. Out: the version declared, and findings about a version that is
//! not written `vX.Y.Z`, is not the tag, or stands beside another one.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use standard_mediation_model::Version;

use super::files::{Files, README, SCHEMA};
use super::json::{Kind, Node};
use super::report::Report;
use super::texts;

/// What the official check of the template looks for.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"v?[0-9]+\.[0-9]+\.[0-9]+").expect("written here"));

/// The version that the schema declares, when it is written as it must be; what is wrong otherwise, and when it is not
/// `tag`.
pub(super) fn declared<'a>(files: &'a Files<'_>, tag: Option<&str>, report: &mut Report<'_>) -> Option<(&'a str, Version)> {
    let rule = "publication-etiquette";
    let schema = files.tree(SCHEMA)?;
    let node = schema.get("version");
    let span = node.map_or(0..1, |node| node.span.clone());
    let text = node.and_then(Node::text);
    let version = text.and_then(|text| Some((text, text.strip_prefix('v')?.parse::<Version>().ok()?)));
    let Some((text, version)) = version else {
        let message = "« version » n'est pas écrite comme une étiquette";
        report.at(SCHEMA, &span, rule, message, "écrivez un v puis trois nombres, comme v1.1.0");
        return None;
    };
    if let Some(tag) = tag.filter(|tag| *tag != text) {
        let message = format!("l'étiquette serait « {tag} », mais ce schéma est celui de « {text} »");
        report.at(SCHEMA, &span, rule, message, format!("posez l'étiquette {text}, ou changez la version du standard"));
    }
    Some((text, version))
}

/// Every other version named outside the columns. `version` is written `v1.1.0`.
pub(super) fn others(files: &Files<'_>, version: &str, report: &mut Report<'_>) {
    for (path, root) in &files.trees {
        if *path == SCHEMA {
            for entry in root.entries().iter().filter(|entry| entry.key != "fields") {
                every_text(&entry.value, &mut |node, text| one(path, &node.span, text, version, report));
            }
        } else if let Some((node, text)) = root.get("$id").and_then(|node| Some((node, node.text()?))) {
            one(path, &node.span, text, version, report);
        }
    }
    // The page may tell of other versions; an address that leads to one is an error.
    for (span, address) in files.text(README).map(addresses).unwrap_or_default() {
        one(README, &span, address, version, report);
    }
}

/// Whether a text names another version.
pub(super) fn names_another(text: &str, version: &str) -> bool {
    NUMBER.find_iter(text).any(|found| found.as_str() != version)
}

/// The targets of the links of a page, and where they stand.
pub(super) fn addresses(page: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    for part in texts::prose(page) {
        for (at, opening) in page[part.clone()].match_indices("](") {
            let start = part.start + at + opening.len();
            let length = page[start..part.end].find(|c: char| c == ')' || c.is_whitespace());
            if let Some(length) = length.filter(|_| !page[..start - opening.len()].ends_with('\\')) {
                found.push((start..start + length, &page[start..start + length]));
            }
        }
    }
    found
}

fn one(path: &str, span: &Range<usize>, text: &str, version: &str, report: &mut Report<'_>) {
    if let Some(found) = NUMBER.find_iter(text).find(|found| found.as_str() != version) {
        let message = format!("ce texte nomme « {} » au lieu de « {version} »", found.as_str());
        let help = format!("écrivez {version}, avec son v, ou rien qui ressemble à un numéro de version");
        report.at(path, span, "publication-autre-version", message, help);
    }
}

fn every_text(node: &Node, take: &mut impl FnMut(&Node, &str)) {
    match &node.kind {
        Kind::Text(text) => take(node, text),
        Kind::List(items) => items.iter().for_each(|item| every_text(item, take)),
        Kind::Map(entries) => {
            entries.iter().filter(|entry| entry.key != "fields").for_each(|entry| every_text(&entry.value, take));
        }
        Kind::Null | Kind::Bool(_) | Kind::Number(_) => {}
    }
}
