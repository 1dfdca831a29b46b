//! `exemple-valide.csv` and `exemple-invalide.csv`, read against the schema of the same tree.
//!
//! In: both texts and the columns. Out: findings about a valid example that a tool would refuse or warn about, and about
//! an invalid one of which some row would pass.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use standard_mediation_model::{Check, Date};

use super::cells;
use super::columns::{Column, key_columns};
use super::files::{Files, INVALID_CSV, SCHEMA, VALID_CSV};
use super::json::Node;
use super::report::Report;
use super::rows::{self, Cell, Row};

/// Checks both files.
pub(super) fn check(files: &Files<'_>, columns: &[Column<'_>], report: &mut Report<'_>) {
    let Some(schema) = files.tree(SCHEMA).filter(|_| !columns.is_empty()) else { return };
    let blanks = schema.get("missingValues").and_then(Node::texts).unwrap_or_else(|| vec![""]);
    let blanks: BTreeSet<&str> = blanks.into_iter().collect();
    let table = |path: &'static str, rule: &'static str, report: &mut Report<'_>| {
        let rows = read(path, rule, files.text(path)?, columns, report)?;
        Some(Table { path, rule, columns, rows, blanks: blanks.clone() })
    };
    if let Some(table) = table(VALID_CSV, "publication-csv-valide", report) {
        valid(&table, schema, report);
    }
    if let Some(table) = table(INVALID_CSV, "publication-csv-invalide", report) {
        invalid(&table, schema, report);
    }
}

struct Table<'a> {
    path: &'static str,
    rule: &'static str,
    columns: &'a [Column<'a>],
    /// Without the header.
    rows: Vec<Row>,
    /// Texts that stand for an empty cell.
    blanks: BTreeSet<&'a str>,
}

impl Table<'_> {
    fn is_empty(&self, cell: &Cell) -> bool {
        self.blanks.contains(cell.text.as_str())
    }

    fn cells<'t>(&'t self, row: &'t Row) -> impl Iterator<Item = (&'t Column<'t>, &'t Cell)> {
        self.columns.iter().zip(&row.cells)
    }

    fn say(&self, span: &Range<usize>, message: impl Into<String>, help: &str, report: &mut Report<'_>) {
        report.at(self.path, span, self.rule, message, help);
    }

    /// Rows that share what must belong to one row, with a cell of it.
    fn shared(&self, schema: &Node) -> BTreeMap<usize, &Cell> {
        let rank = |name: &str| self.columns.iter().position(|column| column.name == name);
        let key: Vec<usize> = key_columns(schema).into_iter().filter_map(|node| rank(node.text()?)).collect();
        let unique = self.columns.iter().enumerate().filter(|(_, column)| column.unique).map(|(rank, _)| vec![rank]);
        let mut shared = BTreeMap::new();
        for ranks in unique.chain((!key.is_empty()).then_some(key)) {
            let mut seen: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
            for (number, row) in self.rows.iter().enumerate() {
                let cells: Vec<&Cell> = ranks.iter().filter_map(|rank| row.cells.get(*rank)).collect();
                if cells.is_empty() || cells.iter().all(|cell| self.is_empty(cell)) {
                    continue;
                }
                let texts = cells.iter().map(|cell| cell.text.as_str()).collect();
                if let Some(first) = seen.insert(texts, number) {
                    shared.insert(number, cells[0]);
                    shared.entry(first).or_insert(&self.rows[first].cells[ranks[0]]);
                }
            }
        }
        shared
    }
}

/// The rows of a file, when its header is the one of the schema.
fn read(path: &str, rule: &'static str, text: &str, columns: &[Column<'_>], report: &mut Report<'_>) -> Option<Vec<Row>> {
    if text.starts_with('\u{feff}') || text.trim().is_empty() {
        return None;
    }
    let mut rows = match rows::read(text) {
        Ok(rows) => rows,
        Err(fault) => {
            let help = "entourez la case de guillemets et doublez ceux qu'elle contient";
            report.at(path, &fault.span, rule, fault.message, help);
            return None;
        }
    };
    let header = rows.remove(0);
    if !header.cells.iter().map(|cell| cell.text.as_str()).eq(columns.iter().map(|column| column.name)) {
        let message = "la première ligne n'est pas la liste des colonnes du schéma, dans son ordre, séparées par des virgules";
        report.at(path, &header.span(), rule, message, "lancez : cargo standard generate");
        return None;
    }
    Some(rows)
}

fn valid(table: &Table<'_>, schema: &Node, report: &mut Report<'_>) {
    let mut illustrated = BTreeSet::new();
    for row in &table.rows {
        if row.is_blank() || row.cells.len() != table.columns.len() {
            let message =
                format!("cette ligne n'a pas une case par colonne ({} au lieu de {})", row.cells.len(), table.columns.len());
            table.say(&row.span(), message, "complétez ou retirez la ligne", report);
            continue;
        }
        for (column, cell) in table.cells(row) {
            if table.is_empty(cell) {
                if column.required {
                    let message = format!("la colonne « {} » est obligatoire et la case est vide", column.name);
                    table.say(&cell.span, message, "remplissez la case", report);
                }
                continue;
            }
            illustrated.insert(column.name);
            if let Some(refusal) = cells::refusal(column, &cell.text) {
                let message = format!("« {} » : {}", column.name, refusal.reason);
                table.say(&cell.span, message, "corrigez l'exemple dans la source", report);
            }
        }
    }
    if table.rows.len() < 2 {
        let help = "donnez au moins une ligne complète et une ligne minimale";
        report.whole(table.path, table.rule, "cet exemple a moins de deux lignes", help);
    }
    for column in table.columns.iter().filter(|column| !illustrated.contains(column.name)) {
        let message = format!("aucune ligne ne remplit la colonne « {} »", column.name);
        report.whole(table.path, table.rule, message, "complétez une des lignes d'exemple");
    }
    for cell in table.shared(schema).into_values() {
        let message = format!("« {} » est porté par deux lignes", cells::short(&cell.text));
        table.say(&cell.span, message, "donnez à chaque ligne une valeur qui n'appartient qu'à elle", report);
    }
    controls(table, schema, report);
}

/// Controls that are run, and signs of a cell that they read: bounds for hostile files, far above real ones.
const CONTROLS: usize = 20;
const HOURS: usize = 2000;

/// The two checks of the national validator that this program knows how to run.
fn controls(table: &Table<'_>, schema: &Node, report: &mut Report<'_>) {
    let today = schema.get("lastModified").and_then(Node::text).and_then(|text| text.parse::<Date>().ok());
    let rank = |node: &Node| table.columns.iter().position(|column| Some(column.name) == node.text());
    for control in schema.get("custom_checks").and_then(Node::list).unwrap_or_default().iter().take(CONTROLS) {
        let param = |key: &str| control.get("params").and_then(|params| params.get(key));
        let Some(column) = param("column").and_then(rank) else { continue };
        let others = param("othercolumns").and_then(Node::list).unwrap_or_default();
        let others: BTreeSet<usize> = others.iter().filter_map(rank).collect();
        let name = control.get("name").and_then(Node::text);
        for row in table.rows.iter().filter(|row| row.cells.len() == table.columns.len()) {
            let cell = &row.cells[column];
            let is_empty = table.is_empty(cell);
            let mut other_cells = others.iter().map(|rank| &row.cells[*rank]);
            if name == Some("cohesive-columns-value") && other_cells.any(|other| table.is_empty(other) != is_empty) {
                let message = "des colonnes qui vont ensemble ne sont remplies qu'en partie";
                table.say(&row.span(), message, "remplissez-les toutes, ou aucune", report);
            }
            let breach = today.filter(|_| name == Some("opening-hours-value") && !is_empty && cell.text.len() <= HOURS);
            if let Some((message, help)) = breach.and_then(|today| Check::OpeningHours.breach(&cell.text, today)) {
                table.say(&cell.span, message, help, report);
            }
        }
    }
}

fn invalid(table: &Table<'_>, schema: &Node, report: &mut Report<'_>) {
    if table.rows.is_empty() {
        report.whole(table.path, table.rule, "cet exemple n'a aucune ligne", "donnez au moins une ligne par sorte d'erreur");
    }
    let shared = table.shared(schema);
    for (number, row) in table.rows.iter().enumerate() {
        let is_short = row.is_blank() || row.cells.len() != table.columns.len();
        let is_refused = |(column, cell): (&Column<'_>, &Cell)| match table.is_empty(cell) {
            true => column.required,
            // An expression that cannot be tried is said elsewhere.
            false if column.pattern.as_ref().is_some_and(|pattern| pattern.regex.is_none()) => true,
            false => cells::refusal(column, &cell.text).is_some_and(|refusal| refusal.is_certain),
        };
        if !is_short && !shared.contains_key(&number) && !table.cells(row).any(is_refused) {
            let message = "rien n'oblige tous les outils à refuser cette ligne";
            table.say(&row.span(), message, "retirez-la, ou donnez-lui une erreur que le schéma voit", report);
        }
    }
}
