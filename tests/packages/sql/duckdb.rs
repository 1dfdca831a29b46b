//! `duckdb.sql` in DuckDB, through Python.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use standard_mediation_model::Standard;

use super::super::cases::{Row, csv};
use super::super::{Trial, tool, trials_and_past};
use super::{assert_same, said, single_rows, told};
use crate::support::{root, standard};

/// The program that checks files, CSV or, with types for their columns, Parquet.
fn verifier(standard: &Standard, folder: &Path, types: Option<&Value>, files: &[PathBuf]) -> Command {
    tool::write(standard, "sql", folder);
    let script = folder.join("duckdb.sql");
    let text = fs::read_to_string(&script).expect("UTF-8");
    let schema = text.lines().find_map(|line| line.strip_prefix("CREATE SCHEMA IF NOT EXISTS ")).expect("a schema");
    let mut command = tool::program("sql", "bin/python");
    command.arg(root().join("tests/packages/sql/verifier.py")).arg(script).arg(schema.trim_end_matches(';'));
    if let Some(types) = types {
        command.args(["--parquet", &types.to_string()]);
    }
    command.args(files);
    command
}

/// What the macro says of each file.
fn verified(standard: &Standard, folder: &Path, types: Option<&Value>, files: &[PathBuf]) -> Vec<Vec<Value>> {
    let said = tool::succeed(&mut verifier(standard, folder, types, files));
    let line = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    let lines: Vec<Vec<Value>> = said.lines().map(line).collect();
    assert_eq!(lines.len(), files.len(), "{said}");
    lines
}

fn written(folder: &Path, name: &str, standard: &Standard, rows: &[Row]) -> PathBuf {
    // The cases are in the dialect of the standard, which is that of RFC 4180 for all of them.
    let path = folder.join(name);
    fs::write(&path, csv(standard, rows)).expect("writable");
    path
}

#[test]
#[ignore = "needs DuckDB; run by .ci/paquets/sql/run"]
fn the_macro_and_the_engine_refuse_the_same() {
    for Trial { name, standard, cases } in trials_and_past() {
        let folder = tempfile::tempdir().expect("a folder");
        let rows = single_rows(cases);
        let one = written(folder.path(), "lignes.csv", standard, &rows);
        let several: Vec<_> = cases.iter().filter(|case| case.rows.len() > 1).collect();
        let files = several
            .iter()
            .enumerate()
            .map(|(rank, case)| written(folder.path(), &format!("{rank} d'un.csv"), standard, &case.rows));
        let files: Vec<PathBuf> = [one.clone()].into_iter().chain(files).collect();
        let found = verified(standard, folder.path(), None, &files);
        let owed = told(standard, &rows);
        assert_same(name, &rows, &said(&found[0]), &owed);
        for (case, found) in several.iter().zip(&found[1..]) {
            let found: BTreeSet<(u64, String, String)> =
                found.iter().map(|row| (row[0].as_u64().expect("a row"), text(&row[1]), text(&row[4]))).collect();
            let owed = case.refused.iter().map(|refusal| (refusal.row as u64 + 2, refusal.field.clone(), refusal.rule.clone()));
            assert_eq!(found, owed.collect(), "{name}: {}", case.name);
        }
        // The same texts as Parquet.
        let found = verified(standard, folder.path(), Some(&json!({})), &[one]);
        assert_same(name, &rows, &said(&found[0]), &owed);
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[test]
#[ignore = "needs DuckDB; run by .ci/paquets/sql/run"]
fn typed_columns_of_parquet_are_read_as_a_file_would_write_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let standard = standard();
    let row = |change: &[(&str, &str)]| -> Row {
        let texts = standard.examples[0].cells.iter().map(|(name, cell)| (name.clone(), cell.text("|")));
        texts.chain(change.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))).collect()
    };
    let rows = [
        row(&[("id", "un"), ("latitude", "0.00001")]),
        row(&[("id", "deux"), ("services", "Gratuit|Accès internet et matériel informatique")]),
        row(&[("id", "trois"), ("latitude", "nan")]),
        row(&[("id", "un"), ("services", ""), ("longitude", "")]),
    ];
    let file = written(folder.path(), "lieux.csv", &standard, &rows);
    let types = json!({ "latitude": "DOUBLE", "longitude": "FLOAT", "date_maj": "DATE", "services": "VARCHAR[]", "frais_a_charge": "VARCHAR[]" });
    let found = verified(&standard, folder.path(), Some(&types), &[file]);
    let found: Vec<(u64, String, Option<u64>, String)> =
        found[0].iter().map(|row| (row[0].as_u64().expect("a row"), text(&row[1]), row[2].as_u64(), text(&row[4]))).collect();
    let expected = [(3, "services", Some(1), "vocabulaire"), (4, "latitude", None, "nombre"), (5, "id", None, "unique")];
    assert_eq!(found, expected.map(|(row, field, part, rule)| (row, field.to_owned(), part, rule.to_owned())));
}

#[test]
#[ignore = "needs DuckDB; run by .ci/paquets/sql/run"]
fn columns_may_lack_and_others_are_left_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    let standard = standard();
    let few = folder.path().join("peu.csv");
    fs::write(
        &few,
        "id,nom,commune,code_postal,adresse,date_maj,à part\n1,A,B,75001,C,2026-01-01,\"x,\"\"y\"\n2,A,B,1000,C,2026-01-01,\n",
    )
    .expect("writable");
    let found = verified(&standard, folder.path(), None, &[few]);
    let found: Vec<String> =
        found[0].iter().map(|row| format!("{} {} {} {}", row[0], text(&row[1]), text(&row[4]), text(&row[5]))).collect();
    assert_eq!(
        found,
        [
            "1 pivot colonne-manquante il manque la colonne « pivot » (SIRET ou RNA ou RIDET)",
            "3 code_postal motif « 1000 » n'a pas la forme attendue"
        ]
    );
}

#[test]
#[ignore = "needs DuckDB; run by .ci/paquets/sql/run"]
fn a_file_that_is_no_table_is_refused_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let standard = standard();
    for (name, text) in [("court.csv", "id,nom,commune\n1,A,B\n2,A\n"), ("absent.csv", "")] {
        let file = folder.path().join(name);
        if !text.is_empty() {
            fs::write(&file, text).expect("writable");
        }
        let ran = tool::run(&mut verifier(&standard, folder.path(), None, &[file]));
        assert!(ran.code == Some(1) && ran.said.contains("duckdb.") && !ran.said.contains("[["), "{name}: {}", ran.said);
    }
}
