use std::collections::BTreeSet;

use standard_mediation_model::{CellRule, Checker, Violation};

use super::*;
use crate::emit::trial;

/// The rows of a CSV text, as a reader of CSV gives them.
fn rows(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    (header, rows)
}

fn violations(standard: &Standard, text: &str) -> Vec<(usize, Violation)> {
    let (header, rows) = rows(text);
    let checker = Checker::new(standard, standard.identity.modified).expect("patterns compile");
    checker.rows(rows.iter().map(|row| {
        |name: &str| {
            let column = header.iter().position(|column| column == name)?;
            row.get(column).map(String::as_str)
        }
    }))
}

#[test]
fn valid_files_have_nothing_wrong_and_show_every_field() {
    let standard = trial::standard();
    let artifacts = emit(&standard);
    let csv = trial::text(&artifacts, "exemples/valides/lieux.csv");
    assert!(!csv.starts_with('\u{feff}') && !csv.contains('\r'));
    assert_eq!(violations(&standard, csv), []);
    let (header, rows) = rows(csv);
    assert!(header.iter().eq(standard.fields.iter().map(|field| &field.name)));
    assert_eq!(rows.len(), standard.examples.len());
    for (column, name) in header.iter().enumerate() {
        assert!(rows.iter().any(|row| !row[column].is_empty()), "{name} is shown nowhere");
    }
}

#[test]
fn json_holds_the_same_places_as_csv() {
    let standard = trial::standard();
    let artifacts = emit(&standard);
    let places: Vec<Value> = serde_json::from_str(trial::text(&artifacts, "exemples/valides/lieux.json")).expect("JSON");
    let lines = trial::text(&artifacts, "exemples/valides/lieux.ndjson").lines();
    let lines: Vec<Value> = lines.map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(places, lines);
    let (header, rows) = rows(trial::text(&artifacts, "exemples/valides/lieux.csv"));
    assert_eq!(places.len(), rows.len());
    for (place, row) in places.iter().zip(&rows) {
        for (name, text) in header.iter().zip(row) {
            let written = match &place[name] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                Value::Array(parts) => parts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("|"),
                other => other.to_string(),
            };
            assert_eq!(&written, text, "{name}");
        }
    }
}

#[test]
fn each_invalid_file_breaks_its_one_rule() {
    let standard = trial::standard();
    let artifacts = emit(&standard);
    let findings = artifacts.iter().filter_map(|artifact| {
        let stem = artifact.path.strip_prefix("exemples/invalides/")?.strip_suffix(".json")?;
        Some((stem, serde_json::from_slice::<Value>(&artifact.bytes).expect("JSON")))
    });
    let mut seen = BTreeSet::new();
    for (stem, finding) in findings {
        let text = trial::text(&artifacts, &format!("exemples/invalides/{stem}.csv"));
        let blocking: Vec<_> =
            violations(&standard, text).into_iter().filter(|(_, found)| found.level == Level::Blocking).collect();
        let [(rank, found)] = blocking.as_slice() else { panic!("{stem}: {blocking:#?}") };
        assert_eq!(finding["regle"], *found.rule, "{stem}");
        assert_eq!(finding["champ"], *found.field, "{stem}");
        assert_eq!(finding["ligne"], rank + 2, "{stem}");
        assert_eq!(finding["niveau"], "bloquant");
        let (header, rows) = rows(text);
        let column = header.iter().position(|name| **name == *found.field).expect("a column");
        assert_eq!(finding["valeur"], rows[*rank][column], "{stem}");
        seen.insert((found.field.to_string(), found.rule.to_string()));
    }
    for field in &standard.fields {
        let mut rules = Vec::new();
        rules.extend(field.required.then_some(CellRule::Required));
        rules.extend(field.unique.then_some(CellRule::Unique));
        rules.extend(field.max_length.map(|_| CellRule::Length));
        rules.extend(field.pattern.as_ref().filter(|p| p.level == Level::Blocking).map(|_| CellRule::Pattern));
        rules.extend(standard.vocabulary_of(field).filter(|v| v.level == Level::Blocking).map(|_| CellRule::Vocabulary));
        for rule in rules {
            assert!(seen.contains(&(field.name.clone(), rule.id().to_owned())), "no file for {} {}", field.name, rule.id());
        }
    }
}

#[test]
fn hostile_cells_come_back_as_they_were() {
    let mut standard = trial::standard();
    let rank = standard.fields.iter().position(|field| field.name == "nom").expect("a field");
    for row in &mut standard.examples {
        for (name, cell) in &mut row.cells {
            if name == "nom" {
                *cell = standard_mediation_model::Cell::One(format!("{} \r\n ; , ", trial::HOSTILE));
            }
        }
    }
    let artifacts = emit(&standard);
    let (_, rows) = rows(trial::text(&artifacts, "exemples/valides/lieux.csv"));
    assert!(rows.iter().all(|row| row[rank] == format!("{} \r\n ; , ", trial::HOSTILE)));
}

#[test]
fn without_a_minimal_row_the_required_fields_make_one() {
    let mut standard = trial::standard();
    standard.examples.clear();
    for broken in broken::all(&standard) {
        let artifact = csv_file::file(&standard, "x.csv", &broken.rows);
        let text = std::str::from_utf8(&artifact.bytes).expect("UTF-8");
        let blocking = violations(&standard, text).into_iter().filter(|(_, found)| found.level == Level::Blocking).count();
        assert_eq!(blocking, 1, "{}", broken.name());
    }
}
