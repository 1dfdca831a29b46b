//! Bytes that are no file of data, or are made to harm: a message in French, never a panic.

use std::io::{Cursor, Write};

use serde_json::json;
use standard_mediation_browser::Channel;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Asked, migrated, repaired, validated};

fn refusal(bytes: &[u8], expected: &str) {
    for task in [validated, repaired, migrated] {
        let given = task(Asked::about("piège", bytes.to_vec()));
        assert!(!given.done, "{expected}");
        let said = given.text(Channel::Refusal);
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn what_is_no_data_is_refused_by_its_name() {
    refusal(b"%PDF-1.7\n", "est un document PDF, pas un tableau de données");
    refusal(b"\x89PNG\r\n\x1A\n\0\0", "est une image PNG");
    refusal(b"<!DOCTYPE html><html><script>alert(1)</script>", "est une page web");
    refusal(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", "n'est pas du texte");
}

#[test]
fn a_bomb_is_refused() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Lieux\" r:id=\"r1\"/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/><Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"t.xml\"/></Relationships>",
        ),
        ("xl/s.xml", "<worksheet><sheetData/></worksheet>"),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("a text");
    }
    archive.start_file("xl/t.xml", SimpleFileOptions::default()).expect("a part");
    archive.write_all(b"<sst>").expect("a text");
    let piece = "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>".repeat(1_000);
    (0..1_000).for_each(|_| archive.write_all(piece.as_bytes()).expect("a text"));
    let bomb = archive.finish().expect("an archive").into_inner();
    let given = validated(Asked::about("bombe.xlsx", bomb));
    assert!(given.done);
    let page = given.page();
    assert_eq!(page["lisible"], false);
    assert!(page["groupes"][0]["exemples"][0]["message"].as_str().expect("a message").contains("trop gros"), "{page}");
}

#[test]
fn cut_and_changed_bytes_never_panic() {
    let valid = std::fs::read(crate::support::root().join("generated/exemples/a-reparer.csv")).expect("an example");
    let book = std::fs::read(crate::support::root().join("generated/gabarit/gabarit.xlsx")).expect("the template");
    let (mut state, mut read, mut refused) = (7usize, 0, 0);
    for round in 0..60 {
        for source in [&valid, &book] {
            let mut bytes = source.clone();
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = (state >> 33) % bytes.len();
            match round % 3 {
                0 => bytes.truncate(at),
                1 => bytes[at] = u8::try_from((state >> 20) & 0xFF).expect("a byte"),
                _ => bytes.splice(at..at, b"\"\0\xFF<\n".iter().copied()).for_each(drop),
            }
            for task in [validated, repaired, migrated] {
                let given = task(Asked::about("abîmé", bytes.clone()));
                if given.done {
                    assert!(given.page().is_object());
                    read += 1;
                } else {
                    refused += 1;
                }
            }
        }
    }
    assert!(read > 100 && refused > 30, "{read} read, {refused} refused: little was tried");
}

#[test]
fn options_and_standards_that_cannot_be_read_are_said() {
    let refused = |asked: Asked<'_>, expected: &str| {
        let given = validated(asked);
        assert!(given.text(Channel::Refusal).contains(expected), "{}", given.text(Channel::Refusal));
    };
    let asked = || Asked::about("lieux.csv", b"id\n1\n".to_vec());
    refused(Asked { options: json!({ "nom": 3 }), ..asked() }, "la demande de la page ne se lit pas");
    refused(Asked { options: json!({ "standard": "7.0.0" }), ..asked() }, "la version 7.0.0 n'est pas dans cette page");
    refused(Asked { standard: Some(b"{".to_vec()), ..asked() }, "du standard ne se lit pas (ligne 1)");
}
