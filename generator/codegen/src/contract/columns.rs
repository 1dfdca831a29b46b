//! The columns that `schema.json` describes.
//!
//! In: its tree. Out: what each column asks of a cell, and findings about names. A constraint that is wrong is left out
//! here and said by [`super::constraints`].

use std::collections::BTreeSet;

use super::expression::{Expression, Expressions};
use super::files::{Files, SCHEMA};
use super::json::{Kind, Node};
use super::report::Report;

/// A column. What cells are read against is taken out of the tree once: a file has many cells.
pub(super) struct Column<'a> {
    pub(super) name: &'a str,
    /// Its whole description.
    pub(super) node: &'a Node,
    /// Its type, as written.
    pub(super) kind: &'a str,
    /// Its format, when it is not the one that the type has by itself.
    pub(super) format: Option<&'a str>,
    pub(super) required: bool,
    pub(super) unique: bool,
    /// The only values, when they are listed.
    pub(super) listed: Option<BTreeSet<String>>,
    pub(super) pattern: Option<Expression>,
    /// Least and greatest number of signs.
    pub(super) length: [Option<f64>; 2],
    /// Least and greatest value.
    pub(super) bounds: [Option<&'a Node>; 2],
    /// The words of a boolean, when they are not the usual ones.
    pub(super) words: [Option<BTreeSet<&'a str>>; 2],
}

/// Most columns that are read: the widest schema published nationally has about two hundred.
const COLUMNS: usize = 1000;

const RULE: &str = "publication-colonne";

impl<'a> Column<'a> {
    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.node.get(key)?.text()
    }
}

/// Reads the columns, in their order.
pub(super) fn read<'a>(files: &'a Files<'_>, expressions: &mut Expressions, report: &mut Report<'_>) -> Vec<Column<'a>> {
    let Some(schema) = files.tree(SCHEMA) else { return Vec::new() };
    let fields = schema.get("fields");
    let Some(nodes) = fields.and_then(Node::list).filter(|nodes| !nodes.is_empty()) else {
        let span = fields.map_or(0..1, |fields| fields.span.clone());
        report.at(SCHEMA, &span, RULE, "ce schéma ne décrit aucune colonne", "listez les colonnes sous « fields »");
        return Vec::new();
    };
    if let Some(extra) = nodes.get(COLUMNS) {
        let help = "répartissez-les entre plusieurs schémas";
        report.at(SCHEMA, &extra.span, RULE, format!("ce schéma a plus de {COLUMNS} colonnes"), help);
    }
    let mut seen = BTreeSet::new();
    let mut columns = Vec::new();
    for node in nodes.iter().take(COLUMNS) {
        match node.get("name").and_then(Node::text) {
            None | Some("") => {
                report.at(SCHEMA, &node.span, RULE, "cette colonne n'a pas de nom", "donnez-lui un texte sous « name »");
            }
            Some(name) if !seen.insert(name) => {
                let help = "gardez un seul nom par colonne";
                report.at(SCHEMA, &node.span, RULE, format!("la colonne « {name} » est décrite deux fois"), help);
            }
            Some(name) => columns.push(column(name, node, expressions, report)),
        }
    }
    keys(schema, &seen, report);
    columns
}

fn column<'a>(name: &'a str, node: &'a Node, expressions: &mut Expressions, report: &mut Report<'_>) -> Column<'a> {
    let constraints = node.get("constraints").filter(|constraints| constraints.is_map());
    let constraint = |key: &str| constraints?.get(key);
    let number = |key: &str| if let Kind::Number(number) = constraint(key)?.kind { Some(number) } else { None };
    let text = |key: &str| node.get(key).and_then(Node::text);
    let listed = constraint("enum")
        .and_then(Node::list)
        .filter(|values| !values.is_empty())
        .map(|values| values.iter().filter_map(written).collect());
    Column {
        name,
        node,
        kind: text("type").unwrap_or_default(),
        format: text("format").filter(|format| *format != "default"),
        required: constraint("required").is_some_and(Node::is_true),
        unique: constraint("unique").is_some_and(Node::is_true),
        listed,
        pattern: constraint("pattern").and_then(|node| expressions.judge(SCHEMA, node, report).cloned()),
        length: ["minLength", "maxLength"].map(number),
        bounds: ["minimum", "maximum"].map(constraint),
        words: ["trueValues", "falseValues"].map(|key| Some(node.get(key)?.texts()?.into_iter().collect())),
    }
}

/// A listed value, as a cell writes it.
fn written(node: &Node) -> Option<String> {
    match &node.kind {
        Kind::Text(text) => Some(text.clone()),
        Kind::Number(number) => Some(number.to_string()),
        Kind::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}

/// The columns of the primary key, `primaryKey` being one name or several.
pub(super) fn key_columns(schema: &Node) -> Vec<&Node> {
    let Some(key) = schema.get("primaryKey") else { return Vec::new() };
    key.list().map_or_else(|| vec![key], |nodes| nodes.iter().collect())
}

fn keys(schema: &Node, names: &BTreeSet<&str>, report: &mut Report<'_>) {
    for node in key_columns(schema) {
        if node.text().is_none_or(|name| !names.contains(name)) {
            let help = "écrivez le nom d'une colonne de « fields »";
            report.at(SCHEMA, &node.span, RULE, "la clé primaire nomme une colonne qui n'existe pas", help);
        }
    }
}
