//! Workbooks: any archive, and any XML in an archive that is well made, which random bytes would never be.
//!
//! The first byte tells: an archive as it is; else an XLSX whose parts are the pieces between two zeros; or an ODS.
#![no_main]

#[path = "../../readers/properties.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the tests")]
mod properties;
mod standards;

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use standard_mediation_model::data::{Rows, Workbook};
use standards::{STANDARD, validation_holds};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Parts of an XLSX after those that say where the others are.
const PARTS: [&str; 3] = ["xl/sheet.xml", "xl/strings.xml", "xl/styles.xml"];
const RELATIONS: &str = r#"<R><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/><Relationship Id="r2"
    Type="x/sharedStrings" Target="strings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></R>"#;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let made = match first {
        b'P' => bytes.to_vec(),
        b'o' => archive(&[("content.xml", rest)]),
        _ => {
            let mut parts: Vec<(&str, &[u8])> = vec![
                ("[Content_Types].xml", b"<Types/>"),
                ("xl/workbook.xml", b"<w><sheets><sheet name=\"Lieux\" r:id=\"r1\"/></sheets></w>"),
                ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
            ];
            parts.extend(PARTS.into_iter().zip(rest.split(|byte| *byte == 0)));
            archive(&parts)
        }
    };
    properties::workbook_holds(&made);
    validation_holds(|| open(&made));
});

fn open(bytes: &[u8]) -> Box<dyn Rows + '_> {
    let is_known = |text: &str| STANDARD.fields.iter().any(|field| field.name == text || field.title == text);
    Box::new(Workbook::open(Cursor::new(bytes), &is_known).expect("bytes in memory"))
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, stored).expect("a part");
        archive.write_all(text).expect("a text");
    }
    archive.finish().expect("an archive").into_inner()
}
