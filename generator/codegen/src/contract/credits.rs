//! Who made the schema, under what licence, and on what texts it rests.
//!
//! In: `schema.json` and `LICENSE.md`. Out: findings about entries that lack what the national pages show of them.

use super::files::{Files, LICENCE, SCHEMA};
use super::json::Node;
use super::metadata::is_address;
use super::report::Report;

const RULE: &str = "publication-mentions";

pub(super) fn check(files: &Files<'_>, report: &mut Report<'_>) {
    let Some(schema) = files.tree(SCHEMA) else { return };
    contributors(schema, report);
    licences(files, schema, report);
    let Some(sources) = schema.get("sources") else { return };
    let is_whole = |source: &Node| has(source, "title") && source.get("path").and_then(Node::text).is_some_and(is_address);
    if sources.list().is_none_or(|sources| sources.is_empty() || !sources.iter().all(is_whole)) {
        let message = "une source n'a pas son titre ou son adresse : aucune ne serait montrée";
        let help = "donnez « title » et « path » à chaque source, ou retirez « sources »";
        report.at(SCHEMA, &sources.span, RULE, message, help);
    }
}

fn has(node: &Node, key: &str) -> bool {
    node.get(key).and_then(Node::text).is_some_and(|text| !text.trim().is_empty())
}

fn contributors(schema: &Node, report: &mut Report<'_>) {
    let node = schema.get("contributors");
    let span = node.map_or(0..1, |node| node.span.clone());
    let people = node.and_then(Node::list).unwrap_or_default();
    for person in people {
        if !["title", "organisation", "role"].iter().all(|key| has(person, key)) {
            let help = "donnez « title », « organisation » et « role » à chacun";
            report.at(SCHEMA, &person.span, RULE, "ce contributeur n'est pas décrit en entier", help);
        }
    }
    let is_author = |person: &&Node| person.get("role").and_then(Node::text) == Some("author");
    let authors: Vec<&Node> = people.iter().filter(is_author).collect();
    match authors.as_slice() {
        [author] if author.get("email").and_then(Node::text).is_some_and(|email| email.contains('@')) => {}
        [author] => {
            let help = "donnez sous « email » l'adresse où écrire au sujet du schéma";
            report.at(SCHEMA, &author.span, RULE, "l'auteur n'a pas d'adresse de courriel", help);
        }
        _ => {
            let message = format!("il faut un auteur et un seul, il y en a {}", authors.len());
            let help = "donnez « author » pour rôle à l'organisme responsable, « contributor » aux autres";
            report.at(SCHEMA, &span, RULE, message, help);
        }
    }
}

/// Licences looked for in the page.
const LICENCES: usize = 10;

fn licences(files: &Files<'_>, schema: &Node, report: &mut Report<'_>) {
    let node = schema.get("licenses");
    let licences = node.and_then(Node::list).unwrap_or_default();
    let is_whole = |licence: &Node| {
        has(licence, "name") && has(licence, "title") && licence.get("path").and_then(Node::text).is_some_and(is_address)
    };
    if licences.is_empty() || !licences.iter().all(is_whole) {
        let span = node.map_or(0..1, |node| node.span.clone());
        let help = "donnez sous « licenses » un nom comme etalab-2.0, un titre et une adresse";
        return report.at(SCHEMA, &span, RULE, "la licence n'est pas nommée en entier", help);
    }
    let Some(page) = files.text(LICENCE).filter(|page| !page.trim().is_empty()) else { return };
    for licence in licences.iter().take(LICENCES) {
        let name = licence.get("name").and_then(Node::text).unwrap_or_default();
        if !page.contains(name) {
            let message = format!("cette page ne nomme pas la licence « {name} » que déclare schema.json");
            report.whole(LICENCE, RULE, message, "dites la même licence aux deux endroits");
        }
    }
}
