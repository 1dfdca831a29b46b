//! What a spreadsheet shows otherwise than it is read.

use super::*;

/// What is said of a workbook, and its rows.
fn said(bytes: Vec<u8>) -> (Vec<(Option<u64>, String)>, Numbered) {
    let open = || Workbook::open(Cursor::new(bytes.clone()), &|name| ["id", "nom"].contains(&name)).expect("bytes in memory");
    let (mut book, mut block) = (open(), Block::new());
    let mut said: Vec<_> = book.faults().to_vec();
    while book.next(&mut block).expect("bytes in memory") {
        said.extend(block.faults().to_vec());
    }
    said.retain(|fault| matches!(fault.rule, FileRule::Hidden | FileRule::Merged));
    (said.into_iter().map(|fault| (fault.row, fault.message)).collect(), read(bytes).1)
}

const ROW: &str = "cette ligne est masquée dans le classeur, peut-être par un filtre : elle est lue comme les autres";

#[test]
fn what_an_xlsx_hides_is_read_and_said() {
    let places = r#"<worksheet><cols><col min="1" max="1" hidden="0"/><col min="2" max="2" hidden="1"/><col min="4" max="9" hidden="1"/></cols><sheetData>
        <row r="1"><c t="str"><v>Annuaire</v></c></row>
        <row r="2" hidden="1"><c t="str"><v>id</v></c><c t="str"><v>nom</v></c><c t="str"><v>date</v></c></row>
        <row r="3" hidden="1"><c><v>1</v></c></row><row r="4" hidden="0"><c><v>2</v></c></row>
        <row r="5" hidden="true"><c><v>3</v></c></row><row r="6" hidden="1"/></sheetData>
        <mergeCells count="5"><mergeCell ref="A1:C1"/><mergeCell ref="D3:D5"/><mergeCell ref="B3:B5"/><mergeCell ref="C4"/><mergeCell ref="C3:C4"/></mergeCells></worksheet>"#;
    let (said, rows) = said(xlsx(places));
    assert_eq!(rows, [row(3, &["1", "", ""]), row(4, &["2", "", ""]), row(5, &["3", "", ""])]);
    let merged = "2 groupes de cases sont fusionnés, d'abord B3:B5 : seule la première case de chacun garde son texte, les autres se lisent vides";
    assert_eq!(
        said,
        [
            (None, "la colonne « nom » est masquée dans le classeur : elle est lue comme les autres".to_owned()),
            (Some(3), ROW.to_owned()),
            (Some(5), ROW.to_owned()),
            (None, merged.to_owned()),
        ]
    );
}

#[test]
fn what_an_ods_hides_is_read_and_said() {
    let content = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="Lieux">
        <table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>
        <table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>Annuaire</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell><text:p>id</text:p></table:table-cell><table:table-cell><text:p>nom</text:p></table:table-cell><table:table-cell><text:p>date</text:p></table:table-cell></table:table-row>
        <table:table-row table:visibility="filter"><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1"><text:p>Ici</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell><text:p>2</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>"#;
    let (said, rows) = said(ods(content));
    assert_eq!(rows, [row(3, &["1", "Ici", ""]), row(4, &["2", "", ""])]);
    let columns = "2 colonnes sont masquées dans le classeur, et lues comme les autres : « nom », « date »";
    let merged = "les cases B3:B4 sont fusionnées : seule la première garde son texte, les autres se lisent vides";
    assert_eq!(said, [(None, columns.to_owned()), (Some(3), ROW.to_owned()), (None, merged.to_owned())]);
}

/// What is all in sight, and a title over the table, are said nothing of.
#[test]
fn what_is_shown_is_not_said() {
    let places = r#"<worksheet><cols><col min="1" max="3"/></cols><sheetData><row r="1"><c t="str"><v>Annuaire</v></c></row>
        <row r="2"><c t="str"><v>id</v></c><c t="str"><v>nom</v></c></row><row r="3"><c><v>1</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>"#;
    assert_eq!(said(xlsx(places)).0, []);
}

#[test]
fn a_hidden_sheet_that_is_read_is_said() {
    let mut parts = XLSX.to_vec();
    let workbook =
        r#"<workbook><sheets><sheet name="Notes" r:id="r1"/><sheet name="Lieux" state="hidden" r:id="r2"/></sheets></workbook>"#;
    parts[1] = ("xl/workbook.xml", workbook);
    let places = sheet(r#"<row r="2"><c><v>1</v></c></row>"#);
    parts.extend([NOTES, ("xl/worksheets/b.xml", &places)]);
    let said = said(zipped(&parts)).0;
    assert_eq!(said, [(None, "la feuille « Lieux » est masquée dans le classeur : c'est elle qui est lue".to_owned())]);
}

/// Nothing is hidden any more in what a repair writes.
#[test]
fn a_repair_says_what_was_hidden() {
    let standard = include_str!("../../../../../../schema/versions/1.0.1.json");
    let standard: Standard = serde_json::from_str(standard).expect("it reads back");
    let places = sheet(r#"<row r="2" hidden="1"><c><v>1</v></c><c t="str"><v>Ici</v></c></row><row r="3"><c><v>2</v></c></row>"#)
        .replace("</worksheet>", r#"<mergeCells><mergeCell ref="B2:B3"/></mergeCells></worksheet>"#)
        .replace("<sheetData>", r#"<cols><col min="2" max="2" hidden="1"/></cols><sheetData>"#);
    let is_known = |name: &str| ["id", "nom"].contains(&name);
    let mut book = Workbook::open(Cursor::new(xlsx(&places)), &is_known).expect("bytes in memory");
    let judge = data::Judge::new(&standard, &mut book, data::Options::new(crate::Date::LATEST)).expect("patterns compile");
    let (mut out, none) = (Vec::new(), data::repair::Evidence::default());
    let repaired = data::repair::repair(&mut book, &judge, &none, &mut out, &mut ()).expect("bytes in memory");
    assert!(String::from_utf8_lossy(&out).contains("Ici"));
    let told = repaired.tally.groups.iter().flat_map(|group| &group.examples);
    let told = told.map(|repair| (repair.certainty, repair.row, repair.rules[0].as_ref()));
    let told: Vec<_> = told.filter(|(.., rule)| ["partie-masquee", "cases-fusionnees"].contains(rule)).collect();
    let impossible = data::repair::Certainty::Impossible;
    assert_eq!(
        told,
        [(impossible, None, "partie-masquee"), (impossible, Some(2), "partie-masquee"), (impossible, None, "cases-fusionnees")]
    );
}
