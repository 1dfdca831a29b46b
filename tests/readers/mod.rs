//! The readers, given seeded random bytes: two to ten thousand small files of each kind at each run.
//!
//! `READERS_CASES=5000000 cargo test readers` runs more.

mod properties;

use std::io::{Cursor, Write};

use standard_mediation_model::Standard;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::root;
use properties::{csv_holds, json_holds, workbook_holds};

/// Numbers that look random and are the same at each run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).expect("small")
    }

    /// Some of these pieces, one after the other.
    fn text(&mut self, pieces: &[&[u8]], most: usize) -> Vec<u8> {
        (0..self.roll(most)).flat_map(|_| pieces[self.roll(pieces.len())].to_vec()).collect()
    }
}

fn cases(usual: usize) -> usize {
    std::env::var("READERS_CASES").map_or(usual / 10, |count| count.parse().expect("READERS_CASES is a number"))
}

/// Tells which input failed.
fn each(name: &str, usual: usize, mut input: impl FnMut(&mut Dice) -> Vec<u8>, holds: impl Fn(&[u8])) {
    let mut dice = Dice(4);
    let count = cases(usual);
    for case in 0..count {
        let bytes = input(&mut dice);
        let held = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| holds(&bytes)));
        assert!(held.is_ok(), "{name}, case {case}: {:?}", String::from_utf8_lossy(&bytes));
    }
    println!("{name}: {count} cases");
}

#[test]
fn csv_of_any_bytes() {
    let pieces: [&[u8]; 14] =
        [b"a", b"\"", b"\"\"", b",", b";", b"\n", b"\r\n", b"\r", b" ", "é".as_bytes(), b"\xE9", b"\",\"", b"a,b\n", b"\"x\""];
    each("csv", 100_000, |dice| dice.text(&pieces, 24), csv_holds);
}

#[test]
fn csv_that_is_well_written() {
    let cell: [&[u8]; 6] = [b"a", "é".as_bytes(), b"\"b\"", b"\"x\"\"y\"", b"\"l\n,m\"", b""];
    let table = |dice: &mut Dice| {
        let mut out = b"h1,h2,h3\n".to_vec();
        for _ in 0..dice.roll(6) {
            let cells: Vec<&[u8]> = (0..3).map(|_| cell[dice.roll(cell.len())]).collect();
            out.extend(cells.join(&b','));
            out.extend([&b"\n"[..], b"\r\n"][dice.roll(2)]);
        }
        out
    };
    each("csv bien écrit", 100_000, table, csv_holds);
}

#[test]
fn json_of_any_bytes() {
    let standard = standard();
    let pieces: [&[u8]; 21] = [
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"\"id\"",
        b"\"nom\"",
        b"\"a\\n\"",
        b"\"",
        b"\\",
        b"1.50",
        b"null",
        b"true",
        b"\n",
        b" ",
        b"{\"id\":\"1\"}",
        b"{\"id\":\"1\",\"nom\":[\"x\",\"y\"]},",
        b"\xE9",
        "é".as_bytes(),
        b"\"\\ud800\"",
    ];
    let input = |dice: &mut Dice| {
        let mut out = [&b""[..], b"[", b"{"][dice.roll(3)].to_vec();
        out.extend(dice.text(&pieces, 20));
        out
    };
    each("json", 100_000, input, |bytes| json_holds(bytes, &standard));
}

#[test]
fn json_that_is_well_written() {
    let standard = standard();
    let values = ["\"a\"", "\"é\\u00e9\\\"\"", "null", "true", "\"\""];
    let list = |dice: &mut Dice| {
        let names = ["id", "nom", "autre", "pivot"];
        let object = |dice: &mut Dice| {
            let count = dice.roll(4) + 1;
            let pairs: Vec<String> =
                (0..count).map(|i| format!("\"{}\": {}", names[i], values[dice.roll(values.len())])).collect();
            format!("{{{}}}", pairs.join(","))
        };
        let objects: Vec<String> = (0..dice.roll(5)).map(|_| object(dice)).collect();
        format!("[{}]", objects.join(", \n")).into_bytes()
    };
    each("json bien écrit", 50_000, list, |bytes| json_holds(bytes, &standard));
}

#[test]
fn workbooks_of_any_parts() {
    let pieces: [&[u8]; 22] = [
        b"<row>",
        b"<row r=\"3\">",
        b"</row>",
        b"<c>",
        b"<c r=\"B2\" t=\"s\">",
        b"<c t=\"str\">",
        b"<c t=\"e\" s=\"1\">",
        b"</c>",
        b"<v>",
        b"</v>",
        b"id",
        b"nom",
        b"7.5",
        b"&lt;",
        b"&#0;",
        b"</sheetData>",
        b"<table:table>",
        b"<table:table-row table:number-rows-repeated=\"9\">",
        b"</table:table-row>",
        b"<table:table-cell table:number-columns-repeated=\"3\"><text:p>id</text:p></table:table-cell>",
        b"\xE9",
        b"<t>a</t>",
    ];
    let input = |dice: &mut Dice| {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let names: &[&str] = if dice.roll(2) == 0 {
            &["content.xml"]
        } else {
            &["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sheet.xml", "xl/sharedStrings.xml"]
        };
        for name in names {
            archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
            let fixed: &[u8] = match *name {
                "xl/workbook.xml" => b"<w><sheets><sheet name=\"a\" r:id=\"1\"/></sheets></w>",
                "xl/_rels/workbook.xml.rels" => {
                    b"<r><Relationship Id=\"1\" Type=\"/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"2\" Type=\"/sharedStrings\" Target=\"sharedStrings.xml\"/></r>"
                }
                "content.xml" => b"<d><table:table><table:table-row>",
                _ => b"<x><row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>nom</v></c></row>",
            };
            archive.write_all(fixed).expect("a text");
            archive.write_all(&dice.text(&pieces, 24)).expect("a text");
        }
        let mut bytes = archive.finish().expect("an archive").into_inner();
        for _ in 0..dice.roll(3) {
            let at = dice.roll(bytes.len());
            bytes[at] = u8::try_from(dice.roll(256)).expect("a byte");
        }
        bytes
    };
    each("classeurs", 20_000, input, workbook_holds);
}

fn standard() -> Standard {
    let text = std::fs::read(root().join("generated/standard.json")).expect("the standard");
    serde_json::from_slice(&text).expect("a standard")
}
