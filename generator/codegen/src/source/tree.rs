//! A YAML text as a small tree that remembers where everything stands.
//!
//! In: a clean text (UTF-8, no byte order mark, LF). Out: the tree, and what is wrong with the syntax or goes beyond
//! the subset that the standard uses. Must not decide what a file should hold: that is [`super::form`]'s business.
//!
//! The subset: one document, no anchor, alias, tag, merge key or directive, few levels. Nothing in it can expand, and
//! the parser is an event reader with bounded nesting, so a hostile text costs its own length and no more.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle};

use super::report::Report;
use super::syntax;

/// A node of the tree.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// Bytes of the text it covers.
    pub(crate) span: Range<usize>,
    /// What it is.
    pub(crate) kind: NodeKind,
}

/// What a node is.
#[derive(Debug, Clone)]
pub(crate) enum NodeKind {
    /// A text, whatever it looks like; `plain` when it is written without quotes and on its own.
    Scalar { text: String, plain: bool },
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the order written; keys are unique once the tree is built.
    Map(Vec<(Key, Node)>),
}

/// A key of a map.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    /// Its text.
    pub(crate) text: String,
    /// Bytes of the text it covers.
    pub(crate) span: Range<usize>,
}

/// One step from a node to one of its children.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// The value of a key.
    Key(&'a str),
    /// The item of that rank, from 0.
    Item(usize),
}

impl<'a> From<&'a str> for Step<'a> {
    fn from(key: &'a str) -> Self {
        Self::Key(key)
    }
}

impl<'a> From<&'a String> for Step<'a> {
    fn from(key: &'a String) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Step<'_> {
    fn from(rank: usize) -> Self {
        Self::Item(rank)
    }
}

impl Node {
    /// The child one step away.
    pub(crate) fn child(&self, step: Step<'_>) -> Option<&Self> {
        match (step, &self.kind) {
            (Step::Key(key), NodeKind::Map(entries)) => entries.iter().find(|(k, _)| k.text == key).map(|(_, node)| node),
            (Step::Item(rank), NodeKind::List(items)) => items.get(rank),
            _ => None,
        }
    }
}

/// Levels of nesting allowed: the deepest file of the standard uses five.
const DEPTH: usize = 12;

enum Open {
    List(usize, Vec<Node>),
    Map(usize, Vec<(Key, Node)>, Option<Key>),
}

/// Builds the tree of a text. `None` when there is nothing to build on; findings say why.
pub(crate) fn read(text: &str, report: &mut Report<'_>) -> Option<Node> {
    let options = granit_parser::options! {
        block_nesting_limit: DEPTH,
        flow_nesting_limit: DEPTH,
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        emit_comments: false,
    };
    let mut stack: Vec<Open> = Vec::new();
    let mut root = None;
    let mut documents = 0;
    let mut broken = false;
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = match event {
            Ok(pair) => pair,
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
                syntax::explain(text, at, error.kind(), report);
                return None;
            }
        };
        let range = span.byte_range().unwrap_or_default();
        let range = range.start.min(text.len())..range.end.min(text.len());
        if let Some(tag) = span.tag_span().and_then(|span| span.byte_range()) {
            report.at(tag, "yaml-hors-sous-ensemble", "les étiquettes « ! » ne sont pas permises", "retirez l'étiquette");
            broken = true;
        }
        let node = match event {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    report.at(
                        range,
                        "yaml-hors-sous-ensemble",
                        "un fichier ne contient qu'un document, et celui-ci en ouvre un second avec « --- »",
                        "retirez « --- » ou faites deux fichiers",
                    );
                    return None;
                }
                continue;
            }
            Event::Anchor(_, name) => {
                report.at(
                    range,
                    "yaml-hors-sous-ensemble",
                    format!("l'ancre « &{name} » n'est pas permise"),
                    "écrivez la valeur à chaque endroit, sans renvoi",
                );
                broken = true;
                continue;
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                report.at(
                    range.clone(),
                    "yaml-hors-sous-ensemble",
                    "les renvois « * » ne sont pas permis",
                    "écrivez la valeur elle-même, entre guillemets si elle commence par « * »",
                );
                broken = true;
                Node { span: range, kind: NodeKind::Scalar { text: String::new(), plain: false } }
            }
            Event::Scalar(value, style, _, _) => {
                let plain = style == ScalarStyle::Plain;
                Node { span: trimmed(text, range), kind: NodeKind::Scalar { text: value.into_owned(), plain } }
            }
            Event::SequenceStart(..) => {
                stack.push(Open::List(range.start, Vec::new()));
                continue;
            }
            Event::MappingStart(..) => {
                stack.push(Open::Map(range.start, Vec::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match stack.pop() {
                Some(Open::List(start, items)) => {
                    Node { span: trimmed(text, start..range.end.max(start)), kind: NodeKind::List(items) }
                }
                Some(Open::Map(start, entries, _)) => {
                    Node { span: trimmed(text, start..range.end.max(start)), kind: NodeKind::Map(entries) }
                }
                None => continue,
            },
            _ => continue,
        };
        broken |= !attach(node, &mut stack, &mut root, report);
    }
    if root.is_none() && !broken {
        report.whole("fichier-vide", "le fichier est vide", "remplissez-le, ou supprimez-le s'il ne sert pas");
    }
    root.filter(|_| !broken)
}

/// Puts a finished node where it belongs. False when something is wrong with a key.
fn attach(node: Node, stack: &mut [Open], root: &mut Option<Node>, report: &mut Report<'_>) -> bool {
    let in_columns = matches!(stack, [.., Open::Map(_, _, Some(key)), _] if key.text == "colonnes");
    match stack.last_mut() {
        None => *root = Some(node),
        Some(Open::List(_, items)) => items.push(node),
        Some(Open::Map(_, entries, pending)) => match pending.take() {
            None => {
                let NodeKind::Scalar { text, plain } = node.kind else {
                    report.at(
                        node.span.clone(),
                        "cle-inattendue",
                        "une clé doit être un mot, pas une liste ni un bloc",
                        "écrivez « clé: valeur »",
                    );
                    *pending = Some(Key { text: String::new(), span: node.span });
                    return false;
                };
                let merge = plain && text == "<<";
                if merge {
                    report.at(
                        node.span.clone(),
                        "yaml-hors-sous-ensemble",
                        "la clé de fusion « << » n'est pas permise",
                        "écrivez chaque clé",
                    );
                }
                *pending = Some(Key { text, span: node.span });
                return !merge;
            }
            Some(key) => {
                if let Some((first, _)) = entries.iter().find(|(other, _)| other.text == key.text) {
                    let line = report.line_of(first.span.start);
                    let (rule, message) = if in_columns {
                        ("champ-dans-deux-groupes", format!("la colonne « {} » est déjà rangée à la ligne {line}", key.text))
                    } else {
                        ("cle-en-double", format!("la clé « {} » est déjà écrite à la ligne {line}", key.text))
                    };
                    report.at(key.span, rule, message, "gardez une seule des deux lignes");
                    return false;
                }
                entries.push((key, node));
            }
        },
    }
    true
}

/// Block scalars and collections reach past their last sign; a caret should not.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let kept = text.get(range.clone()).map_or(0, |slice| slice.trim_end().len());
    range.start..range.start + kept
}
