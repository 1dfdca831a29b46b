//! Texts that people read: plain, in one paragraph, harmless wherever they are published.

use standard_mediation_model::{Finding, hint};

use crate::source::document::Document;
use crate::source::files::Files;
use crate::source::report::Report;
use crate::source::tree::{Node, NodeKind};

pub(super) fn check(files: &Files, findings: &mut Vec<Finding>) {
    every(&files.standard, findings);
    every(&files.rules, findings);
    for document in &files.fields {
        every(document, findings);
        let mut report = document.report();
        titles(document, &mut report);
        // The national form switches its SIRET check on wherever a description holds the word.
        let about_pivot = document.shape.controles.iter().any(|check| check == "siret");
        for key in ["description", "saisie"] {
            let words = document.node(&[key.into()]);
            if let NodeKind::Scalar { text, .. } = &words.kind
                && document.root.child(key.into()).is_some()
                && !about_pivot
                && hint::folded(text).split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "siret" | "siren"))
            {
                let message = "ce texte contient le mot SIRET ou SIREN";
                report.at(
                    words.span.clone(),
                    "mot-reserve",
                    message,
                    "parlez de l'identifiant de la structure, sans nommer le répertoire",
                );
            }
        }
        findings.extend(report.into_findings());
    }
    for document in &files.vocabularies {
        every(document, findings);
    }
    for document in &files.examples {
        every(document, findings);
    }
    for document in &files.changes {
        every(document, findings);
    }
    for document in &files.decisions {
        every(document, findings);
    }
    for document in &files.migrations {
        every(document, findings);
    }
}

/// Keys whose value is prose. Values, codes and expressions are looked at elsewhere.
const PROSE: [&str; 14] = [
    "titre",
    "description",
    "saisie",
    "definition",
    "en_clair",
    "explication",
    "remede",
    "raison",
    "perdue",
    "question",
    "a_verifier",
    "en_attente",
    "organisation",
    "nom_de_fichier",
];

fn every<T>(document: &Document<T>, findings: &mut Vec<Finding>) {
    let mut report = document.report();
    prose(&document.root, "", &mut report);
    findings.extend(report.into_findings());
}

/// Depth is bounded by the reader of trees.
fn prose(node: &Node, key: &str, report: &mut Report<'_>) {
    match &node.kind {
        NodeKind::Map(entries) => entries.iter().for_each(|(key, node)| prose(node, &key.text, report)),
        NodeKind::List(items) => items.iter().for_each(|node| prose(node, key, report)),
        NodeKind::Scalar { text, .. } if PROSE.contains(&key) => paragraph(node, text, report),
        NodeKind::Scalar { .. } => {}
    }
}

fn paragraph(node: &Node, text: &str, report: &mut Report<'_>) {
    let text = text.trim_end_matches('\n');
    let at = node.span.clone();
    if text.contains("{{") || text.contains("}}") || has_tag(text) {
        let message = "ce texte contient du HTML ou des accolades doubles, que le site national exécuterait";
        report.at(at.clone(), "html-ou-accolades", message, "écrivez en toutes lettres, sans chevrons ni accolades doubles");
    }
    if text.contains('\n') {
        let help = "écrivez un seul paragraphe : après « >- », sans ligne vide ni retrait supplémentaire";
        report.at(at.clone(), "texte-en-plusieurs-paragraphes", "ce texte a plusieurs paragraphes", help);
    }
    if text.trim() != text || text.contains("  ") {
        report.at(
            at.clone(),
            "espaces-en-trop",
            "ce texte a une espace en trop, au bord ou doublée",
            "gardez une seule espace entre les mots",
        );
    }
    let invisible = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}') || (c.is_control() && c != '\n');
    if text.chars().any(invisible) {
        report.at(at, "caractere-interdit", "ce texte contient un caractère invisible", "effacez le texte et retapez-le");
    }
}

/// `<` followed by a letter, a slash or an exclamation mark: what a browser takes for a tag.
fn has_tag(text: &str) -> bool {
    text.match_indices('<').any(|(i, _)| text[i + 1..].starts_with(|c: char| c.is_alphabetic() || c == '/' || c == '!'))
}

fn titles<T>(document: &Document<T>, report: &mut Report<'_>) {
    let node = document.node(&["titre".into()]);
    let NodeKind::Scalar { text, .. } = &node.kind else { return };
    if text.contains(['(', ')', '"', '«', '»', '’', '`']) {
        let message = format!("le titre « {text} » contient une parenthèse, un guillemet ou une apostrophe courbe");
        report.at(
            node.span.clone(),
            "titre-ponctue",
            message,
            "retirez-les : le site national en fait des liens qui ne marchent plus",
        );
    }
}
