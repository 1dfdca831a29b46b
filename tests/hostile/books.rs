//! Workbooks, and what is taken for one.

use super::archive::{BOOK_HEADER, NO_SHEET, NO_STRINGS, archive, xlsx};
use super::child::{feed, validate};

const ODS: &str = "<office:document-content><table:table><table:table-row><table:table-cell><text:p>id</text:p></table:table-cell>\
    <table:table-cell><text:p>nom</text:p></table:table-cell></table:table-row>";
const ODS_END: &str = "</table:table></office:document-content>";

/// An ODS of a few bytes that says it has a million million rows, each with an error of calculation in all its columns.
pub(super) fn repeated_ods() -> Vec<u8> {
    let error = "<table:table-cell table:number-columns-repeated=\"16384\" calcext:value-type=\"error\"><text:p>#REF!</text:p>";
    let rows = format!(
        "<table:table-row table:number-rows-repeated=\"999999999999\"><table:table-cell><text:p>1</text:p></table:table-cell>\
        {error}</table:table-cell></table:table-row>"
    );
    archive(&[("content.xml", &format!("{ODS}{rows}{ODS_END}"), "", 0)])
}

fn feed_all(name: &str, bytes: &[u8]) -> super::child::Ran {
    feed(name, |pipe| pipe.write_all(bytes))
}

#[test]
fn bombs() {
    let bomb = xlsx(("<sst><si><t>", " ", 160 << 20), NO_SHEET);
    feed_all("classeur, texte commun de 160 Mio", &bomb).holds(2, &["donnees-illisibles", "le classeur est abîmé"]);
    let bomb = xlsx(("<sst uniqueCount=\"999999999999999999\">", "<si><t>a</t></si>", 2_000_000), NO_SHEET);
    feed_all("classeur, 2 millions de textes communs", &bomb).holds(2, &["trop gros une fois décompressé"]);
    // Mostly spaces: without optimisation, more rows would take minutes.
    let empty = format!("<row><c t=\"str\"><v></v></c></row>{}", " ".repeat(4_000));
    let bomb = xlsx(NO_STRINGS, (BOOK_HEADER, &empty, 70_000));
    feed_all("classeur, 280 Mio de lignes vides", &bomb).holds(1, &["lecture-arretee", "dépasse 256 Mio"]);
    let bomb = xlsx(NO_STRINGS, (BOOK_HEADER, "<a>", 10_000_000));
    feed_all("classeur, 10 millions de balises ouvertes", &bomb).holds(1, &["fichier-coupe", "abîmé à partir de cette ligne"]);
    let rows =
        "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\">";
    let ods = format!("{ODS}{rows}<text:p>");
    let bomb = archive(&[("content.xml", &ods, "a", 1_000)]);
    feed_all("classeur ODS coupé", &bomb).holds(1, &["fichier-coupe"]);
    let rest = format!("</text:p></table:table-cell></table:table-row>{ODS_END}");
    let bomb = archive(&[("content.xml", &format!("{ods}{}{rest}", "a".repeat(900)), "", 0)]);
    feed_all("classeur ODS, cases répétées à l'infini", &bomb).holds(1, &["lecture-arretee", "cases-en-trop"]);
    // A tag of some bytes stands for a thousand spaces.
    let start = format!("{ODS}<table:table-row><table:table-cell><text:p>");
    let bomb = archive(&[("content.xml", &start, "<text:s text:c=\"1000\"/>", 400_000)]);
    feed_all("classeur ODS, 400 Mio d'espaces", &bomb).holds(1, &["ligne-trop-longue", "ligne 2 : une ligne dépasse 1 Mio"]);
}

#[test]
fn what_is_not_data_is_named() {
    for (bytes, said) in [
        (&b"%PDF-1.7\n%\xE2\xE3"[..], "un document PDF"),
        (b"\x89PNG\r\n\x1A\n\0\0", "une image PNG"),
        (b"<!DOCTYPE html>\n<html><body>404</body></html>", "une page web"),
        (b"\x1F\x8B\x08\0", "un fichier compressé (gzip)"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "un classeur protégé par un mot de passe"),
        (b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", "un fichier qui n'est pas du texte"),
    ] {
        validate(bytes).holds(2, &[said, "donnez un CSV, un classeur XLSX ou ODS, ou du JSON"]);
    }
    validate(&archive(&[("lieux.csv", "id,nom\n", "", 0)])).holds(2, &["c'est une archive ZIP, pas un classeur"]);
}

#[test]
fn a_workbook_that_is_one() {
    let row = "<row><c t=\"str\"><v>7</v></c><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
    let book = xlsx(("<sst><si><t>Mairie</t></si></sst>", "", 0), (&format!("{BOOK_HEADER}{row}"), "", 0));
    validate(&book).holds(1, &["classeur XLSX, feuille « Lieux », en-tête à la ligne 1", "1 ligne lue"]);
}

#[test]
fn millions_of_cells_with_nothing_in_them() {
    let row = format!("{BOOK_HEADER}<row><c t=\"str\"><v>1</v></c><c t=\"str\"><v>a</v></c></row><row>");
    let bomb = xlsx(NO_STRINGS, (&row, "<c/>", 22_000_000));
    feed_all("classeur, 22 millions de cases vides", &bomb).holds(
        1,
        &["lecture-arretee", "ligne 3 : la feuille contient plus de 20 millions de balises qui n'entourent rien", "1 ligne lue"],
    );
    // A formula without result, repeated over every column: said once a column, however often it is written.
    let ods = &format!("{ODS}<table:table-row>");
    let formula = "<table:table-cell table:formula=\"x\" table:number-columns-repeated=\"1024\"/>";
    let bomb = archive(&[("content.xml", ods, formula, 200_000)]);
    feed_all("classeur ODS, formules sans résultat", &bomb).holds(1, &["fichier-coupe"]);
}
