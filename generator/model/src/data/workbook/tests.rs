//! Workbooks as spreadsheets write them, and as nobody does.

mod bounds;
mod shown;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::{Sink, Unit};
use super::*;
use crate::{Standard, data};

const XLSX: [(&str, &str); 5] = [
    ("[Content_Types].xml", "<Types/>"),
    (
        "xl/workbook.xml",
        r#"<workbook><sheets><sheet name="Notes" r:id="r1"/><sheet name="Lieux &amp; co" r:id="r2"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/a.xml"/>
        <Relationship Id="r2" Type="x/worksheet" Target="/xl/worksheets/b.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/>
        <Relationship Id="r4" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
    (
        "xl/styles.xml",
        r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>"#,
    ),
    (
        "xl/sharedStrings.xml",
        r#"<sst uniqueCount="99999999999999"><si><t>id</t></si><si><t>nom</t></si><si><r><t>L'</t></r><r><t xml:space="preserve">été &lt;3</t></r><rPh><t>x</t></rPh></si><si/></sst>"#,
    ),
];
const NOTES: (&str, &str) = (
    "xl/worksheets/a.xml",
    r#"<worksheet><sheetData><row><c t="inlineStr"><is><t>À lire</t></is></c></row></sheetData></worksheet>"#,
);
const PLACES: &str = r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData>
    <row r="2"><c r="A2" t="inlineStr"><is><t>Titre</t></is></c></row>
    <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="str"><v>date</v></c></row>
    <row r="4"><c r="A4"><v>12.0</v></c><c r="B4" t="s"><v>2</v></c><c r="C4" s="1"><f>TODAY()</f><v>45292</v></c></row>
    <row r="5"><c r="A5" s="1"/></row>
    <row r="7"><c r="A7" t="b"><v>1</v></c><c r="C7" t="e"><v>#DIV/0!</v></c><c r="E7"><v>9</v></c></row>
    <row r="1048576"><c r="A1048576" s="1"/></row>
    </sheetData></worksheet>"#;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("a text");
    }
    archive.finish().expect("an archive").into_inner()
}

fn xlsx(places: &str) -> Vec<u8> {
    let mut parts = XLSX.to_vec();
    parts.extend([NOTES, ("xl/worksheets/b.xml", places)]);
    zipped(&parts)
}

fn ods(content: &str) -> Vec<u8> {
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)])
}

/// The sheet of an XLSX with a header of two columns.
fn sheet(rows: &str) -> String {
    let header = r#"<row><c t="str"><v>id</v></c><c t="str"><v>nom</v></c></row>"#;
    format!("<worksheet><sheetData>{header}{rows}</sheetData></worksheet>")
}

type Faults = Vec<(FileRule, Option<u64>)>;
type Numbered = Vec<(u64, Vec<String>)>;

fn read(bytes: Vec<u8>) -> (Workbook<Cursor<Vec<u8>>>, Numbered, Faults) {
    read_within(flow::MOST_HOLLOW, bytes)
}

/// Reads with no more than that many pieces of XML with nothing in them.
fn read_within(hollow: u64, bytes: Vec<u8>) -> (Workbook<Cursor<Vec<u8>>>, Numbered, Faults) {
    let (spent, is_known) = (flow::MOST_HOLLOW - hollow, |name: &str| ["id", "nom"].contains(&name));
    read_from(Workbook::open_after(spent, Cursor::new(bytes), &is_known).expect("bytes in memory"))
}

fn read_from(mut book: Workbook<Cursor<Vec<u8>>>) -> (Workbook<Cursor<Vec<u8>>>, Numbered, Faults) {
    let mut block = Block::new();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    faults.extend(book.faults().iter().map(|fault| (fault.rule, fault.row)));
    while book.next(&mut block).expect("bytes in memory") {
        rows.extend(block.rows().map(|row| (row.number(), (0..row.len()).map(|i| row.text(i).into_owned()).collect())));
        faults.extend(block.faults().iter().map(|fault| (fault.rule, fault.row)));
        faults.extend(block.first_blank.map(|row| (FileRule::BlankRow, Some(row))));
    }
    assert_eq!(book.unit(), Unit::Row);
    (book, rows, faults)
}

fn row(number: u64, cells: &[&str]) -> (u64, Vec<String>) {
    (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

#[test]
fn an_xlsx_is_read_where_its_header_is() {
    let (book, rows, faults) = read(xlsx(PLACES));
    assert_eq!(book.described(), "classeur XLSX, feuille « Lieux & co », en-tête à la ligne 3 ; feuilles non lues : « Notes »");
    assert_eq!(book.header(), ["id", "nom", "date"]);
    assert_eq!(rows, [row(4, &["12", "L'été <3", "2024-01-01"]), row(7, &["true", "", "", "", "9"])]);
    assert_eq!(faults, [(FileRule::AboveHeader, Some(2)), (FileRule::Unreadable, Some(7)), (FileRule::BlankRow, Some(5))]);
}

#[test]
fn an_ods_is_read_too() {
    let content = r#"<office:document-content><office:body><office:spreadsheet>
        <table:table table:name="Vide"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
        <table:table table:name="Lieux"><table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell>
        <table:table-cell><office:annotation><text:p>note</text:p></office:annotation><text:p>nom</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="7"><text:p>7,00</text:p></table:table-cell>
        <table:table-cell><text:p>a<text:s text:c="2"/>b</text:p><text:p>c &amp; d</text:p></table:table-cell></table:table-row>
        <table:table-row><table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2024-02-29T00:00:00"><text:p>29/02/24</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>"#;
    let (book, rows, faults) = read(ods(content));
    assert_eq!(book.described(), "classeur ODS, feuille « Lieux », en-tête à la ligne 1");
    let twice = ["7", "a  b\nc & d"];
    assert_eq!(rows, [row(2, &twice), row(3, &twice), row(4, &["", "2024-02-29"])]);
    // Nothing but an error: it is said, and there is no place.
    assert_eq!(faults, [(FileRule::Unreadable, Some(5))]);
}

#[test]
fn a_formula_without_a_result_is_said() {
    let places = r#"<worksheet><sheetData><row r="1"><c t="str"><v>id</v></c><c t="str"><v>nom</v></c></row>
    <row r="2"><c><f>1+1</f><v/></c><c t="str"><f>A1</f></c></row>
    <row r="3"><c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c></row></sheetData></worksheet>"#;
    let (_, rows, faults) = read(xlsx(places));
    assert_eq!(rows, [row(3, &["2", ""])]);
    assert_eq!(faults, [(FileRule::Unreadable, Some(2)), (FileRule::Unreadable, Some(2))]);
    let content = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="Lieux">
        <table:table-row><table:table-cell><text:p>id</text:p></table:table-cell><table:table-cell><text:p>nom</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="float" office:value="2" table:formula="of:=1+1"><text:p>2</text:p></table:table-cell>
        <table:table-cell office:value-type="string" table:formula="of:=&quot;&quot;"><text:p/></table:table-cell></table:table-row>
        <table:table-row><table:table-cell table:formula="of:=1+1"/></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>"#;
    let (_, rows, faults) = read(ods(content));
    assert_eq!(rows, [row(2, &["2", ""])]);
    assert_eq!(faults, [(FileRule::Unreadable, Some(3))]);
}

/// A text that the workbook does not hold is no empty cell, whatever its rank looks like; a cell without a rank is one.
#[test]
fn a_text_that_is_not_in_the_workbook_is_said() {
    let places = sheet(
        r#"<row r="2"><c t="s"><v>99</v></c><c t="s"><v> 1 </v></c></row><row r="3"><c t="s"><v>-1</v></c><c t="s"><v>nom</v></c></row>
        <row r="4"><c t="s"><v/></c><c t="s"/><c t="s"><v>99</v></c></row><row r="5"><c t="s"><v>0</v></c></row>"#,
    );
    let (mut book, mut block, mut said) = (read(xlsx(&places)), Block::new(), Vec::new());
    assert_eq!(book.1, [row(2, &["", "nom"]), row(5, &["id", ""])]);
    // What is beyond the header has no column to be told of.
    assert_eq!(book.2.iter().map(|(_, row)| *row).collect::<Vec<_>>(), [Some(2), Some(3), Some(3), Some(4)]);
    book.0 = Workbook::open(Cursor::new(xlsx(&places)), &|name| ["id", "nom"].contains(&name)).expect("bytes in memory");
    while book.0.next(&mut block).expect("bytes in memory") {
        said.extend(block.faults().iter().map(|fault| (fault.row, fault.column, fault.message.clone())));
    }
    let lost =
        |row, column| (Some(row), Some(column), "le texte de la case n'est pas dans le classeur, qui est abîmé".to_owned());
    assert_eq!(said, [lost(2, 0), lost(3, 0), lost(3, 1)]);
}

#[test]
fn what_is_no_workbook_says_what_it_is() {
    for (bytes, said) in [
        (zipped(&[("lieux.csv", "id,nom\n")]), "c'est une archive ZIP, pas un classeur"),
        (zipped(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>")]), "c'est un document, pas un classeur"),
        (zipped(&[("content.xml", "?"), ("META-INF/manifest.xml", "<m:encryption-data/>")]), "protégé par un mot de passe"),
        (zipped(&[("[Content_Types].xml", ""), ("xl/workbook.bin", "")]), "classeur binaire"),
        (b"PK\x03\x04 and nothing more".to_vec(), "abîmé"),
        (xlsx("<worksheet><sheetData/></worksheet>")[..500].to_vec(), "abîmé"),
    ] {
        let book = Workbook::open(Cursor::new(bytes), &|_| true).expect("bytes in memory");
        assert!(book.header().is_empty());
        assert!(book.faults()[0].message.contains(said), "{:?}", book.faults());
    }
}

#[test]
fn what_stops_in_the_middle_says_so() {
    let whole = PLACES.find("<row r=\"5\"").expect("a row");
    let (_, rows, faults) = read(xlsx(&PLACES[..whole]));
    assert_eq!(rows.len(), 1);
    assert_eq!(faults, [(FileRule::AboveHeader, Some(2)), (FileRule::Truncated, Some(5))]);
    let long = format!("{}<row><c t=\"str\"><v>{}</v></c></row>", &PLACES[..whole], "x".repeat(2 << 20));
    let (_, rows, faults) = read(xlsx(&long));
    assert_eq!(rows.len(), 1);
    assert_eq!(faults, [(FileRule::AboveHeader, Some(2)), (FileRule::LongRow, Some(5))]);
    let deep = format!("{}{}", &PLACES[..whole], "<a>".repeat(100));
    assert_eq!(read(xlsx(&deep)).2, [(FileRule::AboveHeader, Some(2)), (FileRule::Truncated, Some(5))]);
    let wide: String = (0..2_000).map(|i| format!("<c t=\"str\"><v>{i}</v></c>")).collect();
    let wide = format!(
        "<worksheet><sheetData><row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>nom</v></c>{wide}</row></sheetData></worksheet>"
    );
    assert_eq!(read(xlsx(&wide)).2, [(FileRule::Unreadable, None)]);
}

#[test]
fn cells_come_in_any_order_and_the_first_of_a_column_is_read() {
    let (_, rows, _) = read(xlsx(&sheet(
        r#"<row><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c><c r="A2"><v>9</v></c></row>
        <row><c r="A3" t="b"/><c r="B3" t="b"><v>0</v></c></row><row><c r="A4" t="b"/></row>
        <row><c><v>1234567890123456</v></c><c><v>1234567890123457</v></c></row>"#,
    )));
    // An empty truth value is none, and whole numbers keep their last digit.
    let numbers = ["1234567890123456", "1234567890123457"];
    assert_eq!(rows, [row(2, &["1", "", "3"]), row(3, &["", "false"]), row(5, &numbers)]);
}

/// Each way to write a text, and what looks like a code where there is none.
#[test]
fn signs_written_by_their_code_are_read() {
    let places = r#"<worksheet><sheetData><row><c t="inlineStr"><is><t>i_x0064_</t></is></c><c t="str"><v>nom</v></c></row>
        <row><c t="s"><v>0</v></c><c t="str"><f>A1</f><v>_x005F_x000D_ et _xD83D_</v></c></row>
        <row><c t="inlineStr"><is><r><t>a_x000</t></r><r><t>D__x000D_</t></r></is></c><c t="s"><v>1</v></c></row></sheetData></worksheet>"#;
    let strings =
        "<sst><si><t>1_x0007_</t></si><si><r><t>_x00C9_t</t></r><rPh><t>_x0041_</t></rPh><r><t>_x00E9_</t></r></si></sst>";
    let mut parts = XLSX.to_vec();
    parts[4].1 = strings;
    parts.extend([NOTES, ("xl/worksheets/b.xml", places)]);
    let (book, rows, faults) = read(zipped(&parts));
    assert_eq!(book.header(), ["id", "nom"]);
    assert_eq!(rows, [row(2, &["1\u{7}", "_x000D_ et _xD83D_"]), row(3, &["a_x000D_\r", "Été"])]);
    assert_eq!(faults, []);
    // A header with a null character is none, here as in a CSV.
    let (book, _, faults) = read(xlsx(&sheet("").replacen("</row>", r#"<c t="str"><v>_x0000_</v></c></row>"#, 1)));
    assert_eq!((book.header().len(), faults), (0, vec![(FileRule::Unreadable, None)]));
}

/// What stands to the right of the table is told by what a person sees: its text and the letters of its column.
#[test]
fn what_is_beyond_the_header_of_a_sheet_is_told_by_its_column() {
    struct Extra(Vec<(Option<usize>, Option<String>, String)>);
    impl Sink for Extra {
        fn found(&mut self, found: &data::Found) -> io::Result<()> {
            if found.rule == FileRule::ExtraCells.id() {
                assert!(found.help.starts_with("effacez ce qui n'est pas une donnée"), "{}", found.help);
                self.0.push((found.column, found.value.as_deref().map(str::to_owned), found.message.clone()));
            }
            Ok(())
        }
    }
    let standard = include_str!("../../../../../schema/versions/1.0.1.json");
    let standard: Standard = serde_json::from_str(standard).expect("it reads back");
    let rows: String = ["H2 Note", "H3 Note|J3 1", "H4 a|J4 b|AB4 c", "XFD5 loin", "H6  ", "C7 a|XFD7 b", "C8 #REF!"]
        .iter()
        .map(|cells| {
            let cell = |cell: &str| {
                let (place, text) = cell.split_once(' ').expect("a place and a text");
                let kind = if text.starts_with('#') { "e" } else { "str" };
                format!(r#"<c r="{place}" t="{kind}"><v xml:space="preserve">{text}</v></c>"#)
            };
            format!(r#"<row><c t="str"><v>1</v></c>{}</row>"#, cells.split('|').map(cell).collect::<String>())
        })
        .collect();
    let open =
        || Workbook::open(Cursor::new(xlsx(&sheet(&rows))), &|name| ["id", "nom"].contains(&name)).expect("bytes in memory");
    let mut book = open();
    let judge = data::Judge::new(&standard, &mut book, data::Options::new(crate::Date::LATEST)).expect("patterns compile");
    let mut extra = Extra(Vec::new());
    let summary = data::validate(&mut book, &judge, &mut extra).expect("bytes in memory");
    let said = |column: Option<usize>, value: &str, what: &str| {
        let value = Some(value.to_owned()).filter(|value| !value.is_empty());
        (column, value, what.replace('@', "est écrit à droite de la dernière colonne,"))
    };
    assert_eq!(
        extra.0,
        [
            said(Some(7), "Note", "« Note » @ dans la colonne H"),
            said(Some(7), "Note", "« Note » @ dans la colonne H ; une autre case l'est dans la colonne J"),
            said(Some(7), "a", "« a » @ dans la colonne H ; d'autres cases le sont jusqu'à la colonne AB"),
            said(None, "loin", "« loin » @ au-delà de la colonne AMJ"),
            said(Some(7), " ", "quelque chose @ dans la colonne H"),
            said(Some(2), "a", "« a » @ dans la colonne C ; d'autres cases le sont, jusqu'au-delà de la colonne AMJ"),
            said(Some(2), "", "quelque chose @ dans la colonne C"),
        ]
    );
    // One thing to do, wherever the notes stand.
    let groups: Vec<_> = summary.groups.iter().filter(|group| group.rule == FileRule::ExtraCells.id()).collect();
    assert_eq!(groups.iter().map(|group| (group.column, group.count)).collect::<Vec<_>>(), [(None, 7)]);
    // A repair leaves the row as it is, and says the same.
    let none = data::repair::Evidence::default();
    let repaired = data::repair::repair(&mut open(), &judge, &none, &mut Vec::new(), &mut ()).expect("bytes in memory");
    let whys = repaired.tally.groups.iter().flat_map(|group| &group.examples).map(|repair| repair.why.as_str());
    assert!(
        whys.clone().any(|why| why == format!("{} ; elle est gardée telle quelle", extra.0[0].2)),
        "{:?}",
        whys.collect::<Vec<_>>()
    );
}
