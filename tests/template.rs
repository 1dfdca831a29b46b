//! The spreadsheet template as a producer meets it: opened by `LibreOffice`, filled, saved as CSV.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use standard_mediation_codegen::emit;
use standard_mediation_model::data::FileRule;
use standard_mediation_model::{CellRule, Checker, ExampleRow, Level, Standard, Vocabulary};

use crate::support::{command, copy, root, run, standard, workbook};

const TEMPLATE: &str = "gabarit/gabarit.xlsx";

fn template(standard: &Standard) -> Vec<u8> {
    emit::all(standard).into_iter().find(|artifact| artifact.path == TEMPLATE).expect("the template").bytes
}

/// Commas, UTF-8.
const USUAL: &str = "44,34,76";

/// What a French Excel writes: semicolons, Windows-1252.
const FRENCH: &str = "59,34,1";

/// The sheets that `LibreOffice` saves of a workbook, by name, as CSV whose separator, quote and encoding are given.
fn saved(bytes: &[u8], how: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("gabarit.xlsx");
    fs::write(&file, bytes).expect("writable");
    // All sheets, each in a file: -1 stands for « all » where a number stands for one.
    let filter = format!("csv:Text - txt - csv (StarCalc):{how},1,,0,false,true,false,false,false,-1");
    let said = Command::new("soffice")
        // A profile of its own: a session that is open, or another test, would answer instead.
        .arg(format!("-env:UserInstallation=file://{}/profil", folder.path().display()))
        .args(["--headless", "--convert-to", &filter, "--outdir"])
        .arg(folder.path())
        .arg(&file)
        .output()
        .unwrap_or_else(|error| {
            panic!("LibreOffice est absent ({error}) : installez le paquet libreoffice-calc, la commande « soffice »")
        });
    let mut sheets = BTreeMap::new();
    for entry in fs::read_dir(folder.path()).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|stem| stem.to_str()?.strip_prefix("gabarit-")).map(str::to_owned);
        let Some(name) = name.filter(|_| path.extension().is_some_and(|extension| extension == "csv")) else { continue };
        sheets.insert(name, fs::read(&path).expect("readable"));
    }
    assert!(!sheets.is_empty(), "soffice: {}", String::from_utf8_lossy(&said.stderr));
    sheets
}

/// The rows of each sheet.
fn sheets(bytes: &[u8]) -> BTreeMap<String, Vec<Vec<String>>> {
    let rows = |bytes: Vec<u8>| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes.as_slice());
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    };
    saved(bytes, USUAL).into_iter().map(|(name, bytes)| (name, rows(bytes))).collect()
}

/// Types rows under the header of the first sheet, as a spreadsheet records what is typed in cells that are texts: each
/// cell takes the format of its column, and nothing else of the file moves.
fn filled(template: &[u8], rows: &[Vec<String>]) -> Vec<u8> {
    const SHEET: &str = "xl/worksheets/sheet1.xml";
    let mut parts = workbook(template);
    let sheet = parts.get_mut(SHEET).expect("the first sheet");
    let style = sheet.split_once("<col ").and_then(|(_, rest)| rest.split_once("style=\"")?.1.split('"').next());
    let style = style.expect("the format of columns").to_owned();
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut typed = String::new();
    for (rank, row) in rows.iter().enumerate() {
        typed.push_str(&format!("<row r=\"{}\">", rank + 2));
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let reference = format!("{}{}", letters(column), rank + 2);
            let text = escaped(text);
            typed.push_str(&format!(
                "<c r=\"{reference}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
            ));
        }
        typed.push_str("</row>");
    }
    *sheet = sheet.replacen("</sheetData>", &format!("{typed}</sheetData>"), 1);
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("in memory");
        archive.write_all(text.as_bytes()).expect("in memory");
    }
    archive.finish().expect("in memory").into_inner()
}

fn letters(rank: usize) -> String {
    let letter = |rank: usize| char::from(b'A' + u8::try_from(rank % 26).expect("below 26"));
    (rank >= 26).then(|| letter(rank / 26 - 1)).into_iter().chain([letter(rank)]).collect()
}

fn cells(standard: &Standard, row: &ExampleRow) -> Vec<String> {
    let text = |field: &_| row.cell(field).map(|cell| standard.text_of(standard.field(field).expect("a field"), cell));
    standard.fields.iter().map(|field| text(field.name.as_str()).unwrap_or_default()).collect()
}

/// What makes rows invalid: rule and column of each finding.
fn refusals(standard: &Standard, rows: &[Vec<String>]) -> Vec<(usize, String, String)> {
    let checker = Checker::new(standard, standard.identity.modified).expect("patterns compile");
    let cell = |row: &'_ Vec<String>, name: &str| {
        let rank = standard.fields.iter().position(|field| field.name == name)?;
        row.get(rank).cloned()
    };
    let texts: Vec<BTreeMap<String, String>> = rows
        .iter()
        .map(|row| standard.fields.iter().filter_map(|field| Some((field.name.clone(), cell(row, &field.name)?))).collect())
        .collect();
    let found = checker.rows(texts.iter().map(|row| |name: &str| row.get(name).map(String::as_str)));
    let blocking = found.into_iter().filter(|(_, found)| found.level == Level::Blocking);
    blocking.map(|(rank, found)| (rank, found.field.to_string(), found.rule.to_string())).collect()
}

#[test]
fn libreoffice_opens_every_sheet_and_rows_typed_in_the_first_are_valid_once_saved() {
    let standard = standard();
    let typed: Vec<Vec<String>> = standard.examples.iter().map(|row| cells(&standard, row)).collect();
    let sheets = sheets(&filled(&template(&standard), &typed));
    assert_eq!(sheets.keys().collect::<Vec<_>>(), ["aide", "exemple", "lieux", "valeurs"]);
    let names: Vec<&str> = standard.fields.iter().map(|field| field.name.as_str()).collect();
    let (header, saved) = sheets["lieux"].split_first().expect("a header");
    assert_eq!(header, &names);
    // To the letter: leading zeros, signs of telephones, dates, decimals, several values.
    assert_eq!(saved, typed);
    assert_eq!(refusals(&standard, saved), []);
    assert!(saved.iter().any(|row| row.iter().any(|cell| cell.starts_with('0'))), "no leading zero is tried");
    // The check is not blind: a value that is wrong is seen after the same journey.
    let mut wrong = typed[0].clone();
    let postal = names.iter().position(|name| *name == "code_postal").expect("a column");
    wrong[postal] = "1000".into();
    let found = refusals(&standard, &[wrong]);
    assert_eq!(found, [(0, "code_postal".to_owned(), CellRule::Pattern.id().to_owned())]);
    // What is there to be copied is good too.
    assert_eq!(sheets["exemple"][0], names);
    assert_eq!(sheets["exemple"][1..], typed);
    let labels: Vec<&str> = standard.vocabularies.iter().flat_map(Vocabulary::labels).collect();
    let listed: Vec<&str> = sheets["valeurs"][1..].iter().map(|row| row[1].as_str()).collect();
    assert_eq!(listed, labels);
    for name in names {
        assert!(sheets["aide"].iter().any(|row| row[0] == name), "{name}");
    }
}

/// The file that a spreadsheet saves is the one that is validated: its header, its encoding and its separator too.
#[test]
fn what_a_spreadsheet_saves_is_validated() {
    let standard = standard();
    let typed: Vec<Vec<String>> = standard.examples.iter().map(|row| cells(&standard, row)).collect();
    let book = filled(&template(&standard), &typed);
    let folder = tempfile::tempdir().expect("a folder");
    let verb = |arguments: &[&str]| {
        let (schema, generated) = (root().join("schema"), root().join("generated"));
        run(command().current_dir(folder.path()).args(arguments).arg("--schema").arg(schema).arg("--generated").arg(generated))
    };
    let rules = |file: &str| -> (i32, Vec<String>) {
        let (code, stdout, _) = verb(&["validate", file, "--format", "ndjson"]);
        let lines = stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
        (code, lines.filter_map(|line| line["regle"].as_str().map(str::to_owned)).collect())
    };
    fs::write(folder.path().join("lieux.csv"), &saved(&book, USUAL)["lieux"]).expect("writable");
    assert_eq!(rules("lieux.csv"), (0, vec![]));
    // What such a program always does wrong is all that is wrong, and mends without anybody.
    fs::write(folder.path().join("excel.csv"), &saved(&book, FRENCH)["lieux"]).expect("writable");
    assert_eq!(rules("excel.csv"), (1, [FileRule::Encoding, FileRule::Delimiter].map(|rule| rule.id().to_owned()).to_vec()));
    let (code, stdout, stderr) = verb(&["repair", "excel.csv", "-o", "repare.csv"]);
    assert_eq!(code, 0, "{stdout}{stderr}");
    assert_eq!(rules("repare.csv"), (0, vec![]));
    let bytes = |name: &str| fs::read(folder.path().join(name)).expect("a file");
    let rows = |name: &str| {
        let bytes = bytes(name);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        reader.records().map(|row| row.expect("a row")).collect::<Vec<_>>()
    };
    assert_eq!(rows("repare.csv"), rows("lieux.csv"));
}

/// Nothing is written under the header that somebody would publish without meaning to.
#[test]
fn an_empty_template_holds_the_header_alone() {
    let sheets = sheets(&fs::read(root().join("generated").join(TEMPLATE)).expect("the template"));
    assert_eq!(sheets["lieux"].len(), 1);
}

#[test]
fn a_template_that_is_not_up_to_date_is_said_without_its_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("tests/cases/base"), &folder.path().join("schema"));
    let verb = |arguments: &[&str]| run(command().current_dir(folder.path()).args(arguments));
    assert_eq!(verb(&["generate"]).0, 0);
    let path = folder.path().join("generated").join(TEMPLATE);
    let good = fs::read(&path).expect("the template");
    for bad in [&good[..good.len() / 2], b"<<<<<<< HEAD\n", b""] {
        fs::write(&path, bad).expect("writable");
        let (code, stdout, _) = verb(&["check"]);
        assert_eq!(code, 1);
        assert!(stdout.contains("gabarit/gabarit.xlsx") && stdout.contains("le contenu diffère"), "{stdout}");
        assert!(stdout.bytes().all(|b| b == b'\n' || b >= b' '), "bytes of the file are shown: {stdout}");
    }
    assert_eq!(verb(&["generate"]).0, 0);
    assert!(fs::read(&path).expect("the template") == good);
    assert_eq!(verb(&["check", "--publication"]).0, 0);
    published_without_template(folder.path());
}

fn published_without_template(folder: &Path) {
    fs::write(folder.join("generated/publication/gabarit.xlsx"), b"PK").expect("writable");
    let (code, stdout, _) = run(command().current_dir(folder).args(["check", "--publication"]));
    assert_eq!(code, 1);
    assert!(stdout.contains("faute[publication-illisible]") && stdout.contains("publication/gabarit.xlsx"), "{stdout}");
}
