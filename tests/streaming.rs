//! The streaming engine and the checker of one cell say the same, of any cell and at both levels.
//!
//! Most cells of a file are accepted at sight, without the checker: were one wrongly accepted, nothing would ever be
//! said of it. Here every column of every standard at hand (the present one, versions of the past, schemas of other
//! publishers in all their idioms) reads good cells, bad ones and what a few keys typed wrong make of them, through a
//! block and through a CSV file in quotes.

use std::collections::BTreeSet;
use std::fs;
use std::io;

use standard_mediation_codegen::import::{Options as Importing, import};
use standard_mediation_model::data::{self, Block, Fault, Found, Judge, Options, Rows, Sink};
use standard_mediation_model::{CellRule, Check, Checker, Date, Field, Level, Standard};

use crate::support::{root, standard};

/// Cells tried on each column.
const ROWS: usize = 400;
/// Where the choices start from, so that a failure is found again.
const SEED: u64 = 0x5EED_2026;

fn standards() -> Vec<(String, Standard)> {
    let mut out = vec![("present".to_owned(), standard())];
    for entry in fs::read_dir(root().join("schema/versions")).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let past = serde_json::from_slice(&fs::read(&path).expect("a file")).expect("a standard");
            out.push((path.display().to_string(), past));
        }
    }
    for entry in fs::read_dir(root().join("tests/schemas")).expect("a folder") {
        let path = entry.expect("an entry").path().join("schema.json");
        let options = Importing { version: None, date: "2026-01-15".parse().ok(), references: &[] };
        let imported = import("schema.json", &fs::read(&path).expect("a schema"), &options);
        out.push((path.display().to_string(), imported.standard.expect("it imports")));
    }
    assert!(out.len() >= 18, "{}", out.len());
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out
}

/// A generator of numbers (`SplitMix64`): good enough to choose, and the same everywhere.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).expect("below a bound")
    }
}

/// What is written of a field: by the standard, and by people who never read it.
fn seeds(standard: &Standard, field: &Field) -> Vec<String> {
    const ANYTHING: [&str; 24] = [
        "",
        " ",
        "x",
        "0",
        "-0",
        "1.5",
        "1,5",
        "90",
        "90.0",
        "-90.000001",
        "180.0001",
        "999999999",
        "2024-02-29",
        "2023-02-29",
        "29/02/2024",
        "2100-02-29",
        "1970-01-01",
        "10:30:00",
        "true",
        "oui",
        "https://a.fr",
        "a@b.fr",
        "2.35, 48.85",
        "[\"x\"]",
    ];
    let mut seeds: Vec<String> = ANYTHING.map(str::to_owned).to_vec();
    seeds.extend(standard.dialect.missing_values.iter().cloned());
    seeds.extend(field.examples.iter().map(|cell| standard.text_of(field, cell)));
    seeds.extend(field.counter_examples.iter().map(|counter| counter.text.clone()));
    if let Some(vocabulary) = standard.vocabulary_of(field) {
        seeds.extend(vocabulary.labels().map(str::to_owned));
        seeds.extend(vocabulary.values.iter().flat_map(|value| value.aliases.iter().cloned()));
    }
    seeds
}

/// A few keys typed wrong, or values put together.
fn mutated(seeds: &[String], separator: char, numbers: &mut Numbers) -> String {
    const KEYS: [char; 22] = [
        ' ', '\u{a0}', '|', ';', ',', '.', '-', '+', '0', '9', 'a', 'A', 'é', '\u{301}', '\'', '’', '"', '\n', '\t', '٣',
        '\u{feff}', 'W',
    ];
    let mut text: Vec<char> = seeds[numbers.below(seeds.len())].chars().collect();
    for _ in 0..=numbers.below(2) {
        let at = numbers.below(text.len() + 1);
        match numbers.below(9) {
            0 if at < text.len() => drop(text.remove(at)),
            1 if at < text.len() => text.insert(at, text[at]),
            2 if at + 1 < text.len() => text.swap(at, at + 1),
            3 => text.insert(at, KEYS[numbers.below(KEYS.len())]),
            4 if at < text.len() => text[at] = KEYS[numbers.below(KEYS.len())],
            5 if at < text.len() => text[at] = text[at].to_uppercase().next().unwrap_or(text[at]),
            6 => {
                text.push(separator);
                text.extend(seeds[numbers.below(seeds.len())].chars());
            }
            7 => text.insert(if at.is_multiple_of(2) { 0 } else { text.len() }, [' ', separator][at % 2]),
            8 if at < text.len() => text.truncate(at),
            _ => {}
        }
    }
    text.into_iter().collect()
}

/// Rows whose columns are independent, and one column that is always filled: an empty row would be a blank line.
struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    given: bool,
}

impl Table {
    fn new(standard: &Standard, numbers: &mut Numbers) -> Self {
        let mut header: Vec<String> = standard.fields.iter().map(|field| field.name.clone()).collect();
        let mut rows = vec![Vec::new(); ROWS];
        for field in &standard.fields {
            let seeds = seeds(standard, field);
            let separator = standard.separator_of(field);
            for (rank, row) in rows.iter_mut().enumerate() {
                row.push(seeds.get(rank).cloned().unwrap_or_else(|| mutated(&seeds, separator, numbers)));
            }
        }
        header.push("remarque".to_owned());
        for row in &mut rows {
            row.push("1".to_owned());
        }
        Self { header, rows, given: false }
    }

    fn as_csv(&self) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        [&self.header].into_iter().chain(&self.rows).for_each(|row| writer.write_record(row).expect("in memory"));
        writer.into_inner().expect("in memory")
    }
}

impl Rows for Table {
    fn header(&self) -> &[String] {
        &self.header
    }

    fn faults(&self) -> &[Fault] {
        &[]
    }

    fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        block.clear();
        let given = std::mem::replace(&mut self.given, true);
        for (number, row) in (2..).zip(&self.rows).take_while(|_| !given) {
            block.start_row(number);
            for cell in row {
                block.push(cell);
            }
        }
        Ok(!given)
    }
}

/// What is wrong with cells: row, field, rule, level, message.
type Said = BTreeSet<(u64, String, String, &'static str, String)>;

struct Taken(Said);

impl Sink for Taken {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        let of_cell = CellRule::ALL.iter().any(|rule| rule.id() == found.rule) || Check::by_id(&found.rule).is_some();
        if of_cell && found.rule != CellRule::Unique.id() {
            let row = found.row.expect("a cell is in a row");
            let field = found.field.as_deref().expect("a cell is of a field").to_owned();
            self.0.insert((row, field, found.rule.to_string(), found.level.word(), found.message.clone()));
        }
        Ok(())
    }
}

fn engine(standard: &Standard, rows: &mut dyn Rows, only: Option<Level>, today: Date) -> Said {
    let judge = Judge::new(standard, rows, Options { only, ..Options::new(today) }).expect("patterns compile");
    let mut taken = Taken(Said::new());
    data::validate(rows, &judge, &mut taken).expect("nothing is read from a disk");
    taken.0
}

/// The same, by the checker of one cell.
fn one_by_one(standard: &Standard, table: &Table, only: Option<Level>, today: Date) -> Said {
    let checker = Checker::new(standard, today).expect("patterns compile");
    let mut said = Said::new();
    for (number, row) in (2..).zip(&table.rows) {
        for (field, cell) in standard.fields.iter().zip(row) {
            for violation in checker.cell(&field.name, cell) {
                if only.is_none_or(|only| only == violation.level) {
                    said.insert((
                        number,
                        field.name.clone(),
                        violation.rule.into_owned(),
                        violation.level.word(),
                        violation.message,
                    ));
                }
            }
        }
    }
    said
}

#[test]
fn the_streaming_engine_says_what_the_checker_says() {
    let mut numbers = Numbers(SEED);
    let (mut accepted, mut refused) = (0, 0);
    for (name, standard) in standards() {
        let today = standard.identity.modified;
        let mut table = Table::new(&standard, &mut numbers);
        let written = table.as_csv();
        for only in [None, Some(Level::Blocking)] {
            let expected = one_by_one(&standard, &table, only, today);
            table.given = false;
            let by_block = engine(&standard, &mut table, only, today);
            let (mut csv, _) = data::open_csv(written.as_slice(), &standard).expect("in memory");
            let by_csv = engine(&standard, &mut csv, only, today);
            for (way, said) in [("block", &by_block), ("csv", &by_csv)] {
                let differences: Vec<_> = said.symmetric_difference(&expected).take(5).collect();
                assert!(differences.is_empty(), "{name}, {way}, {only:?}: {differences:#?}");
            }
            let wrong: BTreeSet<(u64, &str)> = expected.iter().map(|(row, field, ..)| (*row, field.as_str())).collect();
            refused += wrong.len();
            accepted += table.rows.len() * standard.fields.len() - wrong.len();
        }
    }
    // Both verdicts are really met.
    assert!(accepted > 20_000 && refused > 100_000, "{accepted} accepted, {refused} refused");
}
