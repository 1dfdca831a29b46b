//! A small standard, and rows that say all kinds of things.

use crate::Standard;

use super::super::{Block, Columns};
use super::*;

/// A version that never changes.
fn standard() -> Standard {
    serde_json::from_str(include_str!("../../../../../schema/versions/1.0.1.json")).expect("it reads back")
}

fn counted(standard: &Standard, header: &[&str], rows: &[&[&str]]) -> Statistics {
    let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
    let columns = Columns::read(standard, &header);
    let mut counter = Counter::new(standard);
    // Each row in a block of its own: what is counted must not depend on how rows are cut into blocks.
    for (number, row) in (2..).zip(rows) {
        let mut block = Block::new();
        block.start_row(number);
        row.iter().for_each(|cell| block.push(cell));
        counter.add(&block, &columns);
    }
    counter.finish()
}

#[test]
fn values_are_counted_once_a_row_and_strangers_apart() {
    let standard = standard();
    let services = standard.vocabulary("services").expect("a list of services");
    let (first, second) = (&services.values[0].label, &services.values[1].label);
    let both = format!("{first}|{second}|{first}");
    let rows: &[&[&str]] = &[&[&both], &[second], &["Couture|Couture||Tricot"], &[""]];
    let counts = counted(&standard, &["services"], rows);
    let [values] = &counts.values[..] else { panic!("one column: {:?}", counts.values) };
    assert_eq!(standard.fields[values.field].name, "services");
    assert_eq!((values.filled, &values.known[..2]), (3, &[1, 2][..]));
    assert_eq!(values.unknown, [("Couture".to_owned(), 2), ("Tricot".to_owned(), 1)]);
    assert_eq!((values.out_of_list, counts.rows), (3, 4));
    assert_eq!((counts.territories, counts.months), (None, None));
}

#[test]
fn strangers_are_bounded_and_all_counted() {
    let standard = standard();
    let rows: Vec<String> = (0..3_000).map(|i| format!("inconnu {i}")).collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| vec![row.as_str()]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let counts = counted(&standard, &["services"], &rows);
    assert_eq!((counts.values[0].unknown.len(), counts.values[0].out_of_list), (1_000, 3_000));
}

#[test]
fn the_official_code_comes_before_the_postal_one() {
    let standard = standard();
    let rows: &[&[&str]] = &[&["2A004", "20250"], &["", "20250"], &["faux", "97411"], &["", ""]];
    let counts = counted(&standard, &["code_insee", "code_postal"], rows);
    let territories = counts.territories.expect("two columns say where");
    let found: Vec<_> = territories.counts.iter().map(|(territory, count)| (territory.code(), *count)).collect();
    assert_eq!(found, [("2A", 1), ("2B", 1), ("974", 1)]);
    assert_eq!(territories.unknown, 1);
}

#[test]
fn a_header_among_the_rows_is_no_place() {
    let standard = standard();
    let header: &[&str] = &["services", "code_insee", "date_maj"];
    let rows: &[&[&str]] = &[&["Couture", "2A004", "2024-02-01"], header, &["services", "2A004", ""]];
    let counts = counted(&standard, header, rows);
    assert_eq!((counts.rows, counts.headers), (2, 1));
    assert_eq!(counts.values[0].unknown, [("Couture".to_owned(), 1), ("services".to_owned(), 1)]);
    assert_eq!(counts.territories.map(|territories| territories.unknown), Some(0));
    assert_eq!(counts.months.map(|months| (months.unreadable, months.empty)), Some((0, 1)));
}

#[test]
fn a_file_without_rows_counts_nothing() {
    let standard = standard();
    assert_eq!(counted(&standard, &["services", "date_maj"], &[]), Statistics::default());
}
