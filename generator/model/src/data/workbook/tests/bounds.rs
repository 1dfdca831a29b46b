//! What small archives unfold into: each reading ends, within its bounds, and says where.

use super::super::super::csv::LONGEST_ROW;
use super::*;

fn ods_cell(text: &str) -> String {
    format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>")
}

fn ods_row(cells: &str) -> String {
    format!("<table:table-row>{cells}</table:table-row>")
}

/// Cells with nothing in them before the last row, of an XLSX and of an ODS.
fn hollow(count: usize) -> [Vec<u8>; 2] {
    let places = format!(
        r#"<worksheet><sheetData><row><c t="str"><v>id</v></c><c t="str"><v>nom</v></c></row>
        <row><c><v>1</v></c></row><row>{}</row><row><c><v>2</v></c></row></sheetData></worksheet>"#,
        "<c/>".repeat(count)
    );
    let header = ods_row(&(ods_cell("id") + &ods_cell("nom")));
    let rows = [header, ods_row(&ods_cell("1")), ods_row(&"<table:table-cell/>".repeat(count)), ods_row(&ods_cell("2"))];
    let content = format!("<office:document-content><table:table>{}</table:table></office:document-content>", rows.concat());
    [xlsx(&places), ods(&content)]
}

#[test]
fn a_sheet_of_nothing_is_left_early_and_says_where() {
    for (kind, bytes) in hollow(5_000).into_iter().enumerate() {
        let (_, rows, faults) = read_within(8_000, bytes);
        assert_eq!(rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2], "{kind}");
        assert_eq!(faults, [(FileRule::Capped, Some(3))], "{kind}");
    }
    for (kind, bytes) in hollow(3_900).into_iter().enumerate() {
        let (_, rows, faults) = read_within(16_000, bytes);
        assert_eq!(rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2, 4], "{kind}");
        assert_eq!(faults, [(FileRule::BlankRow, Some(3))], "{kind}");
    }
    // Cells that hold something are worth what they are made of, or nearly.
    let full = "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row>".repeat(1_000);
    let places = format!(
        "<worksheet><sheetData><row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>nom</v></c></row>{full}</sheetData></worksheet>"
    );
    assert_eq!(read_within(12_000, xlsx(&places)).1.len(), 1_000);
    // Nothing before the header, nor among the shared texts.
    let [book, _] = hollow(5_000);
    let (book, rows, faults) = read_within(500, book);
    assert_eq!((book.header().len(), rows.len()), (2, 1));
    assert_eq!(faults, [(FileRule::Capped, Some(3))]);
    let (book, ..) = read_within(20, hollow(0)[0].clone());
    assert!(book.header().is_empty() && book.faults()[0].message.contains("20 millions de balises"), "{:?}", book.faults());
}

#[test]
fn what_is_wrong_again_and_again_in_a_column_is_held_once() {
    let cells = r#"<c r="A2"><f>1</f></c><c r="B2" t="e"><v>#REF!</v></c>"#.repeat(5_000);
    let places = format!(
        "<worksheet><sheetData><row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>nom</v></c></row><row>{cells}</row></sheetData></worksheet>"
    );
    let (_, rows, faults) = read(xlsx(&places));
    assert_eq!((rows.len(), faults.len()), (0, 2));
}

#[test]
fn spaces_that_tags_stand_for_are_counted_as_they_come() {
    let header = ods_row(&(ods_cell("id") + &ods_cell("nom")));
    let start = format!("<office:document-content><table:table>{header}<table:table-row><table:table-cell><text:p>");
    // The file stops in the middle: what is said first is what was met first.
    let spaces = r#"<text:s text:c="1000"/>"#;
    let nearly = spaces.repeat(LONGEST_ROW / 1_000);
    let rest = LONGEST_ROW % 1_000 + 1;
    for more in
        [spaces.to_owned(), "<text:tab/>".repeat(rest), "<text:line-break/>".repeat(rest), "</text:p><text:p>".repeat(rest)]
    {
        assert_eq!(read(ods(&format!("{start}{nearly}{more}"))).2, [(FileRule::LongRow, Some(2))], "{}", &more[..12]);
    }
    assert_eq!(read(ods(&format!("{start}{nearly}"))).2, [(FileRule::Truncated, Some(2))]);
}

#[test]
fn rows_repeated_beyond_the_last_are_left_there() {
    let error =
        r#"<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>"#;
    let beyond = format!("<table:table-cell table:number-columns-repeated=\"25\"/>{error}");
    let header = ods_row(&(ods_cell("id") + &ods_cell("nom")));
    let content = |times: u64, cells: &str| {
        format!(
            "<office:document-content><table:table>{header}<table:table-row table:number-rows-repeated=\"{times}\">{cells}\
            </table:table-row>{}</table:table></office:document-content>",
            ods_row(&ods_cell("fin"))
        )
    };
    // Nothing that is read: each is passed over, which is said, and the last row of all stops the reading.
    for times in [999_999_999_999, u64::MAX] {
        let (_, rows, faults) = read(ods(&content(times, &beyond)));
        assert_eq!(rows, [], "{times}");
        assert_eq!(faults, [(FileRule::Capped, Some(MOST_ROWS + 1)), (FileRule::BlankRow, Some(2))], "{times}");
    }
    let (_, rows, faults) = read(ods(&content(3, &beyond)));
    assert_eq!((rows, faults), (vec![row(5, &["fin", ""])], vec![(FileRule::BlankRow, Some(2))]));
    // What is said takes room too.
    let mut book =
        Workbook::open(Cursor::new(ods(&content(999_999_999_999, &error.repeat(2)))), &|_| true).expect("bytes in memory");
    book.given = MOST_GIVEN - 100_000;
    let (_, rows, faults) = read_from(book);
    let stop = faults.iter().position(|(rule, _)| *rule == FileRule::Capped).expect("it stops");
    assert!(rows.is_empty() && (500..1_000).contains(&stop) && stop + 1 == faults.len(), "{stop}");
}

#[test]
fn a_row_number_beyond_all_stops_the_reading() {
    let rows = format!("<row r=\"{}\"><c><v>1</v></c></row>", u64::MAX).repeat(3);
    assert_eq!(read(xlsx(&sheet(&rows))).2, [(FileRule::Capped, Some(MOST_ROWS + 1))]);
    // Above the header, as well as below.
    let places = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    assert!(read(xlsx(&places)).0.header().len() == 1);
}

#[test]
fn blocks_end_before_their_cells_are_too_many() {
    let wide: String = (0..MOST_COLUMNS).map(|column| format!("<c t=\"str\"><v>k{column}</v></c>")).collect();
    let rows = "<row><c><v>1</v></c></row>".repeat(600);
    let places = format!("<worksheet><sheetData><row>{wide}</row>{rows}</sheetData></worksheet>");
    let mut book = Workbook::open(Cursor::new(xlsx(&places)), &|name| name.starts_with('k')).expect("bytes in memory");
    let (mut block, mut rows) = (Block::new(), 0);
    while book.next(&mut block).expect("bytes in memory") {
        assert!(block.cells.len() <= (128 << 10) + MOST_COLUMNS, "{}", block.cells.len());
        rows += block.len();
    }
    assert_eq!(rows, 600);
}
