//! The generator of realistic files, judged by what reads them: the engine is silent on every row without a fault, and
//! says of each fault what the truth says, in its place and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use standard_mediation_model::data::{Found, Judge, Options, Rows, Sink, open_csv, open_json, validate};
use standard_mediation_model::{Checker, Date, Level, Standard};

use crate::dice::Dice;
use crate::realistic::{Catalogue, Injected, Maker, Plan, ROW_LENGTHS, Row, Style, write, write_each};
use crate::support::{root, standard};

const PLAN: Plan = Plan { rows: 100, seed: 7, rate: 200, catalogue: Catalogue::All };

/// Rules that look beyond the row or at the list of communes, which [`Checker::row`] does not.
const BEYOND_THE_ROW: [&str; 10] = [
    "codes-de-page-web",
    "unique",
    ROW_LENGTHS[0],
    ROW_LENGTHS[1],
    "coordonnees-commune",
    "codes-commune",
    "nom-commune",
    "accents-abimes",
    "caractere-invisible",
    "formule",
];

fn frozen(version: &str) -> Standard {
    let text = std::fs::read_to_string(root().join(format!("schema/versions/{version}.json"))).expect("a frozen version");
    serde_json::from_str(&text).expect("a standard")
}

fn today() -> Date {
    "2026-11-24".parse().expect("a day")
}

fn written(standard: &Standard, plan: Plan, style: Style) -> (Vec<u8>, Vec<Injected>) {
    let mut bytes = Vec::new();
    let truth = write(standard, plan, style, &mut bytes).expect("memory");
    (bytes, truth)
}

/// The cells of a file, read by others: the csv crate, serde_json.
fn read(standard: &Standard, bytes: &[u8], style: Style) -> Vec<Vec<String>> {
    if style.is_json() {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let objects: Vec<serde_json::Value> = match style {
            Style::Json => serde_json::from_str(text).expect("an array"),
            _ => text.lines().map(|line| serde_json::from_str(line).expect("an object")).collect(),
        };
        return objects.iter().map(|object| cells(standard, object)).collect();
    }
    let text: String = match style {
        Style::Spreadsheet => bytes.iter().map(|byte| windows(*byte)).collect(),
        _ => String::from_utf8(bytes.to_vec()).expect("UTF-8"),
    };
    let delimiter = if style == Style::Spreadsheet { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    assert!(names.iter().eq(standard.fields.iter().map(|field| &field.name)));
    reader.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn windows(byte: u8) -> char {
    match byte {
        0x9C => 'œ',
        0x8C => 'Œ',
        0x92 => '’',
        byte => char::from(byte),
    }
}

fn cells(standard: &Standard, object: &serde_json::Value) -> Vec<String> {
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let cell = |field: &standard_mediation_model::Field| match &object[&field.name] {
        serde_json::Value::Null => String::new(),
        serde_json::Value::Array(parts) => {
            parts.iter().map(text).collect::<Vec<_>>().join(standard.separator_of(field).encode_utf8(&mut [0; 4]))
        }
        value => text(value),
    };
    standard.fields.iter().map(cell).collect()
}

/// Column and rule of what the engine says of a row.
fn said(standard: &Standard, checker: &Checker, row: &[String]) -> BTreeSet<(String, String)> {
    let cell = |name: &str| {
        let rank = standard.fields.iter().position(|field| field.name == name)?;
        row.get(rank).map(String::as_str)
    };
    let own = checker.row(cell).into_iter().filter(|violation| !BEYOND_THE_ROW.contains(&&*violation.rule));
    own.map(|violation| (violation.field.to_string(), violation.rule.into_owned())).collect()
}

#[test]
fn a_row_without_a_fault_breaks_no_rule_in_any_style() {
    let standard = standard();
    let checker = Checker::new(&standard, today()).expect("patterns compile");
    let plan = Plan { rows: 3_000, rate: 0, ..PLAN };
    let reference = written(&standard, plan, Style::AllQuoted).0;
    let reference = read(&standard, &reference, Style::AllQuoted);
    let identifiers: BTreeSet<&String> = reference.iter().map(|row| &row[0]).collect();
    assert_eq!(identifiers.len(), 3_000);
    for (line, row) in reference.iter().enumerate() {
        assert_eq!(said(&standard, &checker, row), BTreeSet::new(), "row {line}: {row:#?}");
    }
    for style in Style::ALL {
        let (bytes, truth) = written(&standard, plan, style);
        assert!(truth.is_empty());
        let rows = read(&standard, &bytes, style);
        assert_eq!(rows.len(), reference.len());
        for (cell, expected) in rows.iter().flatten().zip(reference.iter().flatten()) {
            // A number of JSON loses its last zeros.
            let is_same =
                cell == expected || style.is_json() && cell.parse::<f64>().ok() == Some(expected.parse().expect("a number"));
            assert!(is_same, "{style:?}: {cell}, {expected}");
        }
    }
}

/// Every kind of fault of the catalogue, put in many rows: the engine says it, and says nothing else.
#[test]
fn each_fault_breaks_its_rule_alone() {
    for standard in [standard(), frozen("0.1.1"), frozen("1.0.1")] {
        let version = standard.identity.version;
        let checker = Checker::new(&standard, today()).expect("patterns compile");
        let maker = Maker::new(&standard, PLAN, Style::AllQuoted);
        let (mut row, mut dice) = (Row::default(), Dice(11));
        let mut times: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for fault in maker.faults() {
            let times = times.entry((&fault.column, fault.breaks[0].1)).or_default();
            for rank in 0..100 {
                maker.valid(rank, &mut row);
                if !maker.hurt(fault, rank, &mut row, &mut dice) {
                    continue;
                }
                *times += 1;
                let cells: Vec<String> = (0..row.len()).map(|rank| row.cell(rank).to_owned()).collect();
                let told = fault.breaks.iter().map(|(column, rule)| (column.clone(), (*rule).to_owned()));
                let owed: BTreeSet<_> = told.filter(|(_, rule)| !BEYOND_THE_ROW.contains(&rule.as_str())).collect();
                assert_eq!(said(&standard, &checker, &cells), owed, "{version}, {}: {cells:#?}", fault.column);
            }
        }
        let unused: Vec<_> = times.iter().filter(|(_, times)| **times == 0).collect();
        assert!(unused.is_empty(), "{version}: put in no row: {unused:?}");
        let blocking = ["obligatoire", "nombre", "date", "motif", "vocabulaire", "partie-vide", "unique", ROW_LENGTHS[0]];
        for rule in blocking {
            assert!(times.keys().any(|(_, other)| *other == rule), "{version}: no fault breaks {rule}");
        }
    }
}

/// The same faults in the same cells, whatever the style; those that JSON or an encoding cannot hold are replaced.
#[test]
fn the_truth_is_what_the_engine_finds_in_the_file() {
    let standard = standard();
    let checker = Checker::new(&standard, today()).expect("patterns compile");
    let plan = Plan { rows: 4_000, rate: 1_000, ..PLAN };
    for style in Style::ALL {
        let (bytes, truth) = written(&standard, plan, style);
        let rows = read(&standard, &bytes, style);
        assert_eq!(rows.len(), 4_000);
        assert!(truth.len() > 300, "{}", truth.len());
        let owed: BTreeSet<(u64, String, String)> = truth
            .iter()
            .filter(|injected| !BEYOND_THE_ROW.contains(&injected.rule))
            .map(|injected| (injected.rank, injected.column.clone(), injected.rule.to_owned()))
            .collect();
        let mut found = BTreeSet::new();
        for (rank, row) in (0..).zip(&rows) {
            found.extend(said(&standard, &checker, row).into_iter().map(|(column, rule)| (rank, column, rule)));
        }
        assert_eq!(found, owed, "{style:?}");
        let is_short: BTreeSet<u64> = (0..).zip(&rows).filter(|(_, row)| row.len() != 32).map(|(rank, _)| rank).collect();
        let told: BTreeSet<u64> =
            truth.iter().filter(|injected| ROW_LENGTHS.contains(&injected.rule)).map(|injected| injected.rank).collect();
        assert_eq!(is_short, told, "{style:?}");
        let mut first = BTreeSet::new();
        let again: BTreeSet<u64> =
            (0..).zip(&rows).filter(|(_, row)| !row[0].is_empty() && !first.insert(&row[0])).map(|(rank, _)| rank).collect();
        let told: BTreeSet<u64> =
            truth.iter().filter(|injected| injected.rule == "unique").map(|injected| injected.rank).collect();
        assert_eq!(again, told, "{style:?}");
    }
}

/// On frozen versions, which never change: only a change of the generator changes these bytes.
#[test]
fn the_bytes_are_those_of_the_day_the_generator_was_written() {
    let present = frozen("1.0.1");
    let old = frozen("0.1.1");
    let files = Style::ALL.map(|style| (format!("{style:?}"), written(&present, PLAN, style).0));
    let files = files.into_iter().chain([("0.1.1".to_owned(), written(&old, PLAN, Style::AllQuoted).0)]);
    let prints: Vec<String> = files
        .map(|(name, bytes)| {
            let print: String = Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            format!("{name} {print}")
        })
        .collect();
    assert_eq!(prints, PRINTS);
}

/// The first eight bytes of each SHA-256.
const PRINTS: [&str; 7] = [
    "AllQuoted 2fcc115a0f4b771a",
    "Minimal dfc76dcf59fbe343",
    "Crlf 90f71388689ed295",
    "Spreadsheet a31c56f751eace0c",
    "Ndjson 6c8903f564a11c1a",
    "Json 4d10311f553b7528",
    "0.1.1 e4d569c466895838",
];

/// What the engine that reads whole files says of one: row, column, rule and level, each as often as it is said.
fn told(standard: &Standard, bytes: &[u8], style: Style, only: Option<Level>) -> Vec<(u64, String, String, Level)> {
    struct Told(Vec<(u64, String, String, Level)>);
    impl Sink for Told {
        fn found(&mut self, found: &Found) -> std::io::Result<()> {
            let Some(row) = found.row else { return Ok(()) };
            let is_about_row = ROW_LENGTHS.contains(&&*found.rule);
            let column = found.field.as_deref().filter(|_| !is_about_row).unwrap_or_default().to_owned();
            self.0.push((row, column, found.rule.to_string(), found.level));
            Ok(())
        }
    }
    let mut rows: Box<dyn Rows + '_> = if style.is_json() {
        Box::new(open_json(bytes).expect("memory").0)
    } else {
        Box::new(open_csv(bytes, standard).expect("memory").0)
    };
    let judge = Judge::new(standard, rows.as_mut(), Options { only, ..Options::new(today()) }).expect("patterns compile");
    let mut told = Told(Vec::new());
    validate(rows.as_mut(), &judge, &mut told).expect("memory");
    told.0.sort();
    told.0
}

/// Every kind of fault of the catalogue, those of communes and of damaged texts included, in whole files of every style:
/// each is found once, in its row and its column, under its rule and its level, and nothing else is.
#[test]
fn the_engine_finds_in_whole_files_every_fault_put_in_and_nothing_else() {
    let present = standard();
    for standard in [&present, &frozen("1.0.1"), &frozen("0.1.1")] {
        let version = standard.identity.version;
        let styles = if version == present.identity.version { &Style::ALL[..] } else { &Style::ALL[..1] };
        for style in styles.iter().copied() {
            let plan = Plan { rows: 2_000, rate: 5_000, ..PLAN };
            let mut bytes = Vec::new();
            let (truth, unused) = write_each(standard, plan, style, &mut bytes).expect("memory");
            assert!(unused.is_empty(), "{version} {style:?}: put in no row: {unused:?}");
            assert!(truth.len() > 800, "{}", truth.len());
            let shift = u64::from(style.is_json());
            for only in [None, Some(Level::Blocking), Some(Level::Recommendation)] {
                let asked = truth.iter().filter(|injected| only.is_none_or(|only| only == injected.level));
                let finding = |injected: &Injected| {
                    (injected.line() - shift, injected.column.clone(), injected.rule.to_owned(), injected.level)
                };
                let mut owed: Vec<_> = asked.map(finding).collect();
                owed.sort();
                let told = told(standard, &bytes, style, only);
                let lacking: Vec<_> = owed.iter().filter(|finding| !told.contains(finding)).collect();
                let invented: Vec<_> = told.iter().filter(|finding| !owed.contains(finding)).collect();
                assert!(
                    told == owed,
                    "{version} {style:?} {only:?}: {} put in, {} found\nnot found: {lacking:#?}\ninvented: {invented:#?}",
                    owed.len(),
                    told.len()
                );
            }
        }
    }
}
