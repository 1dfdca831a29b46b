//! `gabarit.xlsx`: the spreadsheet that producers fill.
//!
//! In: the bytes of the file and the columns. Out: findings about a file that is no workbook, or whose first sheet does
//! not start with the columns, in order. A template of another version was published for three years: what was typed in
//! it was refused, and its authors could not tell why.
//!
//! Only the first row is read, with no reader of XML: it must end in time whatever the bytes, and a name of a column is
//! letters.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::columns::Column;
use super::files::{MAX_FILE_BYTES, TEMPLATE, Tree};
use super::report::Report;

const RULE: &str = "publication-gabarit";

/// Where a workbook keeps its first sheet, and the texts of all of them.
const SHEET: &str = "xl/worksheets/sheet1.xml";
const TEXTS: &str = "xl/sharedStrings.xml";

/// Largest part that is read, in bytes. The real ones are below 100 KiB.
const MAX_PART: u64 = 4 << 20;

const HELP: &str = "reprenez le fichier que l'outil produit";

pub(super) fn check(tree: &Tree, columns: &[Column<'_>], report: &mut Report<'_>) {
    let Some(bytes) = tree.get(TEMPLATE).filter(|bytes| !bytes.iter().all(u8::is_ascii_whitespace)) else { return };
    let Some(header) = header(bytes) else {
        return report.whole(TEMPLATE, "publication-illisible", "ce fichier n'est pas un classeur que l'on puisse lire", HELP);
    };
    if columns.is_empty() {
        return;
    }
    let expected = columns.iter().map(|column| column.name);
    let differs = expected.clone().zip(&header).find(|(name, written)| name != written);
    let message = match differs {
        Some((name, written)) => format!("la première feuille a la colonne « {written} » à la place de « {name} »"),
        None if header.len() < columns.len() => {
            let missing: Vec<&str> = expected.skip(header.len()).take(3).collect();
            format!("il manque à la première feuille la colonne « {} »", missing.join(" », « "))
        }
        None if header.len() > columns.len() => {
            format!("la première feuille a une colonne de trop : « {} »", header[columns.len()])
        }
        None => return,
    };
    report.whole(TEMPLATE, RULE, message, HELP);
}

/// The texts of the first row of the first sheet; `None` when there is none to read.
fn header(bytes: &[u8]) -> Option<Vec<String>> {
    if bytes.len() > MAX_FILE_BYTES {
        return None;
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let sheet = part(&mut archive, SHEET)?;
    let texts = part(&mut archive, TEXTS).unwrap_or_default();
    let texts: Vec<String> = texts.split("<si>").skip(1).map(|item| inside(item.split("</si>").next().unwrap_or(item))).collect();
    let row = sheet.split_once("<row ")?.1.split("</row>").next()?;
    let cells = row.split("<c ").skip(1).map(|cell| {
        let number = || cell.split_once("<v>")?.1.split_once("</v>")?.0.parse::<usize>().ok();
        if cell.contains("t=\"s\"") { texts.get(number()?).cloned() } else { Some(inside(cell)) }
    });
    cells.collect()
}

/// A part as a text, when it is one and of a sound size.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    let read = archive.by_name(name).ok()?.take(MAX_PART + 1).read_to_string(&mut text).ok()?;
    (u64::try_from(read).ok()? <= MAX_PART).then_some(text)
}

/// The text of the elements `t` of an item.
fn inside(item: &str) -> String {
    let pieces = item.split("<t").skip(1).filter_map(|piece| piece.split_once('>')?.1.split("</t>").next());
    let text: String = pieces.collect();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}
