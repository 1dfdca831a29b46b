//! The cases that every package is held to, with the verdict of the engine.
//!
//! In: any standard. Out: small files, each with what the engine refuses of it. A package accepts what has nothing
//! refused; otherwise it says at least the fields named here. Recommendations are no refusal.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use standard_mediation_model::{Checker, Field, Level, Limit, Standard};

use crate::rows::{base, contents};

/// The texts of the filled cells of a row, by column.
pub(super) type Row = BTreeMap<String, String>;

/// A file of one or more rows.
pub(super) struct Case {
    /// What it is, to name it when it fails.
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
    /// What blocks, in the order of the rows; nothing when the file is accepted.
    pub(super) refused: Vec<Refusal>,
}

/// A blocking rule that a row breaks.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Refusal {
    /// Rank of the row, from 0.
    pub(super) row: usize,
    /// Name of the column; the first one of a key.
    pub(super) field: String,
    /// Id of the rule; `unique` is about the file, every other about the row alone.
    pub(super) rule: String,
}

/// What makes a language read a text as something else than itself, or as something at all.
const TRAPS: [&str; 40] = [
    "",
    " ",
    "0",
    "-0",
    "-1",
    "1.5",
    "1,5",
    "1.",
    ".5",
    "+1",
    "1e3",
    "0x10",
    "1_000",
    "NaN",
    "Infinity",
    "9007199254740993",
    "00012",
    "true",
    "True",
    "oui",
    "null",
    "constructor",
    "__proto__",
    "N/A",
    "NC",
    "2024-02-29",
    "2023-02-29",
    "29/02/2024",
    "0000-01-01",
    "2024-04-02T10:30:00Z",
    "10:30:00",
    "P1D",
    "P",
    "2.35, 48.85",
    "[\"x\"]",
    "{}",
    "{\"type\": \"Point\"}",
    "\u{feff}x",
    "a\tb",
    "l'une\r\n\"l'autre\"",
];

/// Every case of a standard.
pub(super) fn all(standard: &Standard) -> Vec<Case> {
    of(standard, standard)
}

/// The cases of a standard, made from the examples of `samples`, which has the same columns.
pub(super) fn of(standard: &Standard, samples: &Standard) -> Vec<Case> {
    let checker = Checker::new(standard, standard.identity.modified).expect("patterns compile");
    let mut files = whole_rows(samples);
    files.extend(cells(samples));
    files.extend(shared_keys(samples));
    files.into_iter().map(|(name, rows)| judged(&checker, name, rows)).collect()
}

/// The cases, for a program in another language.
///
/// ```json
/// { "columns": ["id"], "cases": [{ "name": "id : \"\"", "rows": [{}], "refused": [{ "row": 0, "field": "id", "rule": "obligatoire" }] }] }
/// ```
pub(super) fn json(standard: &Standard, cases: &[Case]) -> String {
    let refused = |refusal: &Refusal| json!({ "row": refusal.row, "field": refusal.field, "rule": refusal.rule });
    let case = |case: &Case| {
        let refused: Vec<Value> = case.refused.iter().map(refused).collect();
        json!({ "name": case.name, "rows": case.rows, "refused": refused })
    };
    let columns: Vec<&str> = standard.fields.iter().map(|field| field.name.as_str()).collect();
    json!({ "columns": columns, "cases": cases.iter().map(case).collect::<Vec<_>>() }).to_string()
}

/// Rows as a file in the dialect of the standard (RFC 4180), every column at its place.
pub(super) fn csv(standard: &Standard, rows: &[Row]) -> Vec<u8> {
    let sign = |sign: char| u8::try_from(sign).expect("a sign of ASCII");
    let dialect = &standard.dialect;
    let mut writer =
        csv::WriterBuilder::new().delimiter(sign(dialect.delimiter)).quote(sign(dialect.quote)).from_writer(Vec::new());
    writer.write_record(standard.fields.iter().map(|field| &field.name)).expect("a header");
    for row in rows {
        let text = |field: &Field| row.get(&field.name).map_or("", String::as_str);
        writer.write_record(standard.fields.iter().map(text)).expect("a row");
    }
    writer.into_inner().expect("bytes")
}

fn judged(checker: &Checker<'_>, name: String, rows: Vec<Row>) -> Case {
    let cells = rows.iter().map(|row| move |field: &str| row.get(field).map(String::as_str));
    let found = checker.rows(cells).into_iter().filter(|(_, violation)| violation.level == Level::Blocking);
    let refused: BTreeSet<Refusal> = found
        .map(|(row, violation)| Refusal { row, field: violation.field.to_string(), rule: violation.rule.into_owned() })
        .collect();
    Case { name, rows, refused: refused.into_iter().collect() }
}

/// Each example row alone, all of them as one file, and a row of nothing.
fn whole_rows(standard: &Standard) -> Vec<(String, Vec<Row>)> {
    let row = |cells: &[(String, standard_mediation_model::Cell)]| -> Row {
        let text = |(name, cell): &(String, standard_mediation_model::Cell)| {
            (name.clone(), standard.text_of(standard.field(name).expect("a field"), cell))
        };
        cells.iter().map(text).collect()
    };
    let mut files: Vec<(String, Vec<Row>)> =
        standard.examples.iter().map(|example| (format!("exemple {}", example.name), vec![row(&example.cells)])).collect();
    let together = files.iter().flat_map(|(_, rows)| rows.clone()).collect();
    files.push(("tous les exemples".into(), together));
    files.push(("une ligne vide".into(), vec![Row::new()]));
    files
}

/// Each content worth trying, in a row valid in all its other cells.
fn cells(standard: &Standard) -> Vec<(String, Vec<Row>)> {
    let sound: Row = base(standard);
    let mut texts: BTreeSet<(&str, String)> =
        contents(standard).into_iter().map(|(field, text)| (field.name.as_str(), text)).collect();
    for field in &standard.fields {
        texts.extend(TRAPS.iter().map(|text| (field.name.as_str(), (*text).to_owned())));
        texts.extend(edges(standard, field).into_iter().map(|text| (field.name.as_str(), text)));
    }
    let row = |(field, text): (&str, String)| {
        let name = format!("{field} : {text:?}");
        (name, vec![sound.clone().into_iter().chain([(field.to_owned(), text)]).collect()])
    };
    texts.into_iter().map(row).collect()
}

/// What stands at both sides of lengths, bounds and separators.
fn edges(standard: &Standard, field: &Field) -> Vec<String> {
    let mut out = Vec::new();
    for length in [field.min_length, field.max_length].into_iter().flatten() {
        // A sign beyond the first plane is one character, and two units of UTF-16.
        let signs = [length.saturating_sub(1), length, length + 1].into_iter();
        out.extend(signs.flat_map(|count| ["a", "é", "😀"].map(|sign| sign.repeat(count))));
    }
    let bounds = field.bounds.map(|bounds| [bounds.minimum, bounds.maximum]);
    for limit in bounds.into_iter().flatten().flatten() {
        match limit {
            Limit::Number(number) => out.extend([number - 1.0, number, number + 1.0].map(|number| number.to_string())),
            Limit::Day(day) => out.extend([day.to_string(), "0001-01-01".into(), "9999-12-31".into()]),
        }
    }
    if let (true, Some(cell)) = (field.multiple, field.examples.first()) {
        let (text, separator) = (standard.text_of(field, cell), standard.separator_of(field));
        out.extend(["", " "].map(|space| format!("{text}{space}{separator}{separator}{space}{text}")));
        out.push(format!("{text}{separator}{text}"));
    }
    out
}

/// Two rows that share what no two rows may share.
fn shared_keys(standard: &Standard) -> Vec<(String, Vec<Row>)> {
    let unique = standard.fields.iter().filter(|field| field.unique).map(|field| vec![field.name.clone()]);
    let keys = unique.chain((!standard.primary_key.is_empty()).then(|| standard.primary_key.clone()));
    let rows = |key: Vec<String>| {
        let mut row: Row = base(standard);
        for name in &key {
            let field = standard.field(name).expect("a field");
            row.entry(name.clone()).or_insert_with(|| standard.text_of(field, &field.examples[0]));
        }
        (format!("deux fois {}", key.join(", ")), vec![row.clone(), row])
    };
    keys.map(rows).collect()
}

mod tests {
    use super::super::{Trial, trials};
    use super::*;

    #[test]
    fn examples_are_accepted_and_counter_examples_refused_at_their_field() {
        for Trial { name, standard, cases } in trials() {
            let find = |wanted: &str| cases.iter().find(|case| case.name == wanted).unwrap_or_else(|| panic!("{name}: {wanted}"));
            assert!(find("tous les exemples").refused.is_empty(), "{name}: {:?}", find("tous les exemples").refused);
            assert!(!find("une ligne vide").refused.is_empty(), "{name}");
            let (mut good, mut bad) = (0, 0);
            for field in &standard.fields {
                for cell in &field.examples {
                    let case = find(&format!("{} : {:?}", field.name, standard.text_of(field, cell)));
                    assert_eq!(case.refused, [], "{name}: {}", case.name);
                    good += 1;
                }
                let blocking = field.counter_examples.iter().filter(|counter| counter.level == Level::Blocking);
                for counter in blocking.filter(|counter| counter.rule != "unique") {
                    let case = find(&format!("{} : {:?}", field.name, counter.text));
                    let refusal = Refusal { row: 0, field: field.name.clone(), rule: counter.rule.clone() };
                    assert_eq!(case.refused, [refusal], "{name}: {}", case.name);
                    bad += 1;
                }
            }
            assert!(good >= standard.fields.len() && bad >= 4, "{name}: {good}, {bad}");
        }
    }

    #[test]
    fn two_rows_of_one_key_are_refused_at_the_second() {
        for Trial { name, cases, .. } in trials() {
            let shared: Vec<&Case> = cases.iter().filter(|case| case.name.starts_with("deux fois")).collect();
            assert!(!shared.is_empty(), "{name}");
            for case in shared {
                let [refusal] = case.refused.as_slice() else { panic!("{name}: {:?}", case.refused) };
                assert_eq!((refusal.row, refusal.rule.as_str()), (1, "unique"), "{name}");
            }
        }
    }

    #[test]
    fn what_a_foreign_program_reads_holds_every_case() {
        for Trial { name, standard, cases } in trials() {
            let read: Value = serde_json::from_str(&json(standard, cases)).expect("JSON");
            assert_eq!(read["cases"].as_array().map(Vec::len), Some(cases.len()), "{name}");
            let (case, read) = (&cases[0], &read["cases"][0]);
            assert_eq!(read["rows"][0], json!(case.rows[0]), "{name}");
            let rows: Vec<Row> = cases.iter().flat_map(|case| case.rows.clone()).collect();
            let sign = |sign: char| u8::try_from(sign).expect("ASCII");
            let bytes = csv(standard, &rows);
            let mut reader = csv::ReaderBuilder::new().delimiter(sign(standard.dialect.delimiter)).from_reader(bytes.as_slice());
            let back: Vec<Row> = reader.deserialize().collect::<Result<_, _>>().expect("rows");
            let filled = |row: &Row| -> Row {
                row.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name.clone(), text.clone())).collect()
            };
            assert!(back.iter().map(filled).eq(rows.iter().map(filled)), "{name}");
        }
    }
}
