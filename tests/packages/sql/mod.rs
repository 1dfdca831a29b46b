//! The SQL: a real PostgreSQL started for the test, and DuckDB through Python.

mod duckdb;
mod postgresql;
mod readme;
mod server;

use std::collections::{BTreeMap, BTreeSet};

use standard_mediation_model::{Checker, Level, Standard};

use super::cases::{Case, Row};

/// What a database or the engine says of a row: number of the row as a spreadsheet counts, column, rank of the part when
/// there are several, rule, message, remedy. Near a value that is known under no other name, only the engine guesses which
/// one was meant: the remedies of vocabularies are left out.
type Told = (u64, String, Option<u64>, String, String, String);

/// The cases of one row, together as a file: they share keys, which the engine is not asked about.
fn single_rows(cases: &[Case]) -> Vec<Row> {
    cases.iter().filter(|case| case.rows.len() == 1).map(|case| case.rows[0].clone()).collect()
}

/// What the engine refuses of rows, each on its own. Rows of empty cells are not counted in a file.
fn told(standard: &Standard, rows: &[Row]) -> BTreeSet<Told> {
    let checker = Checker::new(standard, standard.identity.modified).expect("patterns compile");
    let mut out = BTreeMap::new();
    for (rank, row) in rows.iter().enumerate().filter(|(_, row)| !is_blank(row)) {
        let text = |name: &str| row.get(name).map(String::as_str);
        for violation in checker.row(text).into_iter().filter(|violation| violation.level == Level::Blocking) {
            let field = standard.field(&violation.field).expect("a field");
            let parts = text(&field.name).unwrap_or_default().split(standard.separator_of(field)).count();
            let part = violation.part.filter(|_| parts > 1).map(|part| part as u64);
            // Of the items of one list written as JSON, the first that is wrong is told.
            let help = remedy(&violation.rule, &violation.help);
            out.entry((rank as u64 + 2, violation.field, part, violation.rule)).or_insert((violation.message, help));
        }
    }
    out.into_iter()
        .map(|((row, field, part, rule), (message, help))| (row, field.to_string(), part, rule.into_owned(), message, help))
        .collect()
}

fn is_blank(row: &Row) -> bool {
    row.values().all(String::is_empty)
}

/// What was said, from rows of `fautes` or `verifier` as lists of JSON, keys left aside.
fn said(rows: &[serde_json::Value]) -> BTreeSet<Told> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let told = |row: &serde_json::Value| {
        let rule = text(&row[4]);
        let help = remedy(&rule, &text(&row[6]));
        (row[0].as_u64().expect("a row"), text(&row[1]), row[2].as_u64(), rule, text(&row[5]), help)
    };
    rows.iter().filter(|row| row[4] != "unique").map(told).collect()
}

fn remedy(rule: &str, help: &str) -> String {
    if rule == "vocabulaire" { String::new() } else { help.to_owned() }
}

/// Fails with what one side says and the other does not, and the texts it is about.
fn assert_same(name: &str, rows: &[Row], database: &BTreeSet<Told>, engine: &BTreeSet<Told>) {
    let show = |told: &Told| {
        let row = usize::try_from(told.0).ok().and_then(|number| rows.get(number.checked_sub(2)?));
        format!("{told:?} of {:?}", row.and_then(|row| row.get(&told.1)))
    };
    let extra: Vec<String> = database.difference(engine).take(10).map(show).collect();
    let lacking: Vec<String> = engine.difference(database).take(10).map(show).collect();
    assert!(extra.is_empty() && lacking.is_empty(), "{name}\ninvented: {extra:#?}\nnot found: {lacking:#?}");
    assert!(engine.len() > 20, "{name}: {} only", engine.len());
}
