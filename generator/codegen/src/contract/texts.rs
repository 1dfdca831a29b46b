//! Texts that people read on the national site.
//!
//! In: the pages, and the titles and descriptions of `schema.json`. Out: findings about what the builder of the site
//! would run instead of showing it, or what would break its layout.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use standard_mediation_model::hint;

use super::columns::Column;
use super::files::{CHANGELOG, Files, README, SCHEMA};
use super::json::Node;
use super::report::Report;

const HTML_HELP: &str = "écrivez-le en toutes lettres, ou entre accents graves si c'est du code";

pub(super) fn check(files: &Files<'_>, columns: &[Column<'_>], report: &mut Report<'_>) {
    for path in [README, CHANGELOG] {
        let Some(text) = files.text(path) else { continue };
        if let Some(span) = markup(text) {
            let message = "le site national exécuterait ce passage au lieu de le montrer";
            report.at(path, &span, "publication-html", message, HTML_HELP);
        }
    }
    let Some(schema) = files.tree(SCHEMA) else { return };
    for node in std::iter::once(schema).chain(columns.iter().map(|column| column.node)) {
        for key in ["title", "description"] {
            if let Some((node, text)) = node.get(key).and_then(|node| Some((node, node.text()?))) {
                shown(key, node, text, report);
            }
        }
    }
    reserved_words(columns, report);
}

fn shown(key: &str, node: &Node, text: &str, report: &mut Report<'_>) {
    if markup(text).is_some() {
        let message = "le site national exécuterait une partie de ce texte au lieu de la montrer";
        report.at(SCHEMA, &node.span, "publication-html", message, HTML_HELP);
    }
    if key == "title" && text.contains(['(', ')', '"', '«', '»', '“', '”', '’', '`']) {
        let message = "ce titre contient une parenthèse, un guillemet ou une apostrophe courbe";
        report.at(SCHEMA, &node.span, "publication-titre", message, "retirez-les : le lien vers ce titre ne marcherait pas");
    }
    if key == "description" {
        let rule = "publication-description";
        if text.trim() != text || text.chars().any(char::is_control) {
            let message = "cette description n'est pas un seul paragraphe, sans espace au bord";
            report.at(SCHEMA, &node.span, rule, message, "écrivez-la d'un trait, sans retour à la ligne");
        }
        if has_bare_star(text) {
            let help = "retirez-la : la page met la description entre étoiles, qui se fermeraient trop tôt";
            report.at(SCHEMA, &node.span, rule, "cette description contient une étoile", help);
        }
    }
}

/// The national form turns its check of official numbers on wherever a description holds one of these words. One column
/// may hold them: the one that is named or titled after them, else the first.
fn reserved_words(columns: &[Column<'_>], report: &mut Report<'_>) {
    let holds = |text: Option<&str>| {
        let folded = hint::folded(text.unwrap_or_default());
        folded.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "siret" | "siren"))
    };
    let said: Vec<&Column<'_>> = columns.iter().filter(|column| holds(column.text("description"))).collect();
    let is_about = |column: &&&Column<'_>| holds(Some(column.name)) || holds(column.text("title"));
    let Some(owner) = said.iter().find(is_about).or(said.first()) else { return };
    for column in said.iter().filter(|column| column.name != owner.name) {
        let span = column.node.get("description").map_or(&column.node.span, |node| &node.span);
        let message = format!("« {} » parle de SIRET ou de SIREN, comme « {} »", column.name, owner.name);
        let help = "parlez du numéro de la structure, sans nommer le répertoire";
        report.at(SCHEMA, span, "publication-mot-reserve", message, help);
    }
}

/// The lines of a page that are not in a block of code, each with its first byte.
pub(super) fn lines_outside_code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let is_fence = line.trim_start().starts_with("```");
        fenced ^= is_fence;
        (!fenced && !is_fence).then_some((start, line))
    })
}

/// The first passage that a page of the national site would run: a tag outside code, double braces anywhere but in a
/// block of code.
fn markup(text: &str) -> Option<Range<usize>> {
    let braces = lines_outside_code(text).find_map(|(start, line)| Some(start + line.find("{{")?));
    let tag = prose(text).into_iter().find_map(|span| Some(span.start + tag(&text[span])?));
    braces.map(|at| at..at + 2).or(tag.map(|at| at..at + 1))
}

/// The parts of a page that are not code.
pub(super) fn prose(page: &str) -> Vec<Range<usize>> {
    let shifted = |start: usize| move |span: Range<usize>| start + span.start..start + span.end;
    lines_outside_code(page).flat_map(|(start, line)| outside_code(line).into_iter().map(shifted(start))).collect()
}

/// `<` followed by what opens a tag, and not by a web address, which makes a link.
fn tag(text: &str) -> Option<usize> {
    let opens = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
    let is_link = |rest: &str| ["http://", "https://", "mailto:"].iter().any(|scheme| rest.starts_with(scheme));
    text.match_indices('<').map(|(at, _)| at).find(|at| opens(&text[at + 1..]) && !is_link(&text[at + 1..]))
}

fn has_bare_star(text: &str) -> bool {
    outside_code(text).into_iter().any(|span| {
        let plain = &text[span];
        plain.match_indices('*').any(|(at, _)| !plain[..at].ends_with('\\'))
    })
}

/// What a text shows as `` `code` ``, without the spaces around it.
pub(super) fn codes(text: &str) -> BTreeSet<&str> {
    let outside = outside_code(text);
    outside.windows(2).map(|pair| text[pair[0].end..pair[1].start].trim_matches('`').trim()).collect()
}

/// The parts of a line that are not `` `code` ``. Backticks that are never closed are ordinary signs.
fn outside_code(line: &str) -> Vec<Range<usize>> {
    let mut runs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut at = 0;
    while let Some(found) = line[at..].find('`') {
        let length = line[at + found..].bytes().take_while(|b| *b == b'`').count();
        runs.entry(length).or_default().push(at + found);
        at += found + length;
    }
    let mut spans = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = line[at..].find('`') {
        let open = at + found;
        let length = line[open..].bytes().take_while(|b| *b == b'`').count();
        let same = runs.get(&length).map_or(&[][..], Vec::as_slice);
        let close = same.get(same.partition_point(|start| *start <= open)).filter(|_| !line[..open].ends_with('\\'));
        at = open + length;
        if let Some(close) = close {
            spans.push(from..open);
            at = close + length;
            from = at;
        }
    }
    spans.push(from..line.len());
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_run_is_markup() {
        for harmless in
            ["a < b", "`<lieu>`", "``a ` <b>``", "<https://exemple.fr>", "```\n{{x}} <b>\n```\n", "{ {x}}", "&lt;b&gt;"]
        {
            assert_eq!(markup(harmless), None, "{harmless}");
        }
        for (text, at) in [("é <b>", 3), ("</b>", 0), ("<!-- -->", 0), ("`{{x}}`", 1), ("a\nb ` <b>", 6), ("\\`<b>` <i>", 2)] {
            assert_eq!(markup(text).map(|span| span.start), Some(at), "{text}");
        }
    }

    #[test]
    fn stars_in_code_or_escaped_are_shown() {
        assert!(!has_bare_star("le signe `*` et \\*"));
        assert!(has_bare_star("un *mot*") && has_bare_star("` *"));
    }
}
