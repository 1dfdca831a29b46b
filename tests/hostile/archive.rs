//! Archives that hold a text repeated as often as one likes: what a small file may become.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What leads from a workbook to its sheet and to its texts.
const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/>
    <Relationship Id="r2" Type="x/sharedStrings" Target="strings.xml"/></Relationships>"#;
/// The start of a sheet, with the header of a file.
pub(crate) const BOOK_HEADER: &str = "<worksheet><sheetData><row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>nom</v></c></row>";
/// No sheet that matters, and no shared text.
pub(crate) const NO_SHEET: (&str, &str, usize) = ("<worksheet><sheetData/></worksheet>", "", 0);
pub(crate) const NO_STRINGS: (&str, &str, usize) = ("<sst/>", "", 0);

/// An archive of parts, each a text repeated before a last one.
pub(crate) fn archive(parts: &[(&str, &str, &str, usize)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, first, again, times) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(first.as_bytes()).expect("a text");
        let piece = again.repeat((64 << 10) / again.len().max(1) + 1);
        let mut left = again.len() * times;
        while left > 0 {
            let count = left.min(piece.len() / again.len() * again.len());
            archive.write_all(&piece.as_bytes()[..count]).expect("a text");
            left -= count;
        }
    }
    archive.finish().expect("an archive").into_inner()
}

/// A workbook of a sheet and of shared texts, each a text and what is repeated after it.
pub(crate) fn xlsx(strings: (&str, &str, usize), sheet: (&str, &str, usize)) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>", "", 0),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Lieux\" r:id=\"r1\"/></sheets></workbook>", "", 0),
        ("xl/_rels/workbook.xml.rels", RELATIONS, "", 0),
        ("xl/strings.xml", strings.0, strings.1, strings.2),
        ("xl/sheet.xml", sheet.0, sheet.1, sheet.2),
    ])
}
