//! What is in the workbook, read from its parts. That spreadsheets open it, `tests/template.rs` shows.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use standard_mediation_model::{Level, Standard, Value};

use super::{emit, lists};
use crate::emit::trial;

/// The parts of the workbook, by name.
fn parts(standard: &Standard) -> BTreeMap<String, String> {
    let bytes = emit(standard).remove(0).bytes;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut parts = BTreeMap::new();
    for rank in 0..archive.len() {
        let mut part = archive.by_index(rank).expect("a part");
        let name = part.name().expect("a name").into_owned();
        assert_eq!(part.last_modified().map(|date| date.year()), Some(1980), "{name}: the clock was read");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        parts.insert(name, text);
    }
    parts
}

/// The validations of the first sheet, by column.
fn validations(parts: &BTreeMap<String, String>, columns: usize) -> Vec<Option<String>> {
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    let all: Vec<&str> =
        sheet.split("<dataValidation ").skip(1).map(|rest| rest.split("</dataValidations>").next().unwrap_or(rest)).collect();
    let of = |rank: usize| {
        let letters = letters(rank);
        let range = format!("sqref=\"{letters}2:{letters}1048576\"");
        all.iter().find(|validation| validation.contains(&range)).map(|validation| (*validation).to_owned())
    };
    (0..columns).map(of).collect()
}

fn letters(rank: usize) -> String {
    let letter = |rank: usize| char::from(b'A' + u8::try_from(rank % 26).expect("below 26"));
    let first = (rank >= 26).then(|| letter(rank / 26 - 1));
    first.into_iter().chain([letter(rank)]).collect()
}

/// The value of an attribute.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    element.split_once(&format!("{name}=\""))?.1.split('"').next()
}

/// The texts of a column of a sheet of texts, from a row to another, both counted from one.
fn cells(parts: &BTreeMap<String, String>, sheet: &str, column: &str, rows: std::ops::RangeInclusive<u32>) -> Vec<String> {
    let texts: Vec<&str> = parts["xl/sharedStrings.xml"].split("<si>").skip(1).collect();
    let sheet = &parts[sheet];
    let text = |row: u32| {
        let cell = sheet.split_once(&format!("<c r=\"{column}{row}\""))?.1;
        let rank: usize = cell.split_once("<v>")?.1.split("</v>").next()?.parse().ok()?;
        let text = texts.get(rank)?.split_once('>')?.1.split("</t>").next()?;
        Some(text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
    };
    rows.map(|row| text(row).unwrap_or_else(|| panic!("{column}{row}"))).collect()
}

/// The real standard, where some fields with a list take one value only.
fn with_single_values() -> Standard {
    let mut standard = trial::standard();
    for name in ["typologie", "services", "frais_a_charge"] {
        standard.fields.iter_mut().find(|field| field.name == name).expect("a field").multiple = false;
    }
    standard
}

#[test]
fn two_runs_give_the_same_bytes_and_the_date_is_that_of_the_version() {
    let standard = trial::standard();
    assert!(emit(&standard) == emit(&standard));
    let properties = &parts(&standard)["docProps/core.xml"];
    assert!(properties.contains(&format!("{}T00:00:00Z</dcterms:created>", standard.identity.modified)), "{properties}");
    assert_eq!(properties.matches("T00:00:00Z").count(), 2, "{properties}");
}

#[test]
fn sheets_come_in_order_and_the_first_holds_the_names_alone_as_texts() {
    let standard = trial::standard();
    let parts = parts(&standard);
    let names: Vec<&str> =
        parts["xl/workbook.xml"].split("<sheet ").skip(1).filter_map(|sheet| attribute(sheet, "name")).collect();
    assert_eq!(names, ["lieux", "exemple", "valeurs", "aide"]);
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    assert_eq!(sheet.matches("<row ").count(), 1);
    for (rank, field) in standard.fields.iter().enumerate() {
        assert_eq!(cells(&parts, "xl/worksheets/sheet1.xml", &letters(rank), 1..=1)[0], field.name);
    }
    // One format for all columns, and it is that of texts.
    let columns = sheet.split_once("<cols>").and_then(|(_, rest)| rest.split("</cols>").next()).expect("columns");
    let style: usize = columns
        .split("<col ")
        .skip(1)
        .map(|column| attribute(column, "style").expect("a style").parse().expect("a rank"))
        .reduce(|a, b| {
            assert_eq!(a, b);
            a
        })
        .expect("a column");
    let formats: Vec<&str> = parts["xl/styles.xml"].split_once("<cellXfs").expect("formats").1.split("<xf ").skip(1).collect();
    assert_eq!(attribute(formats[style], "numFmtId"), Some("49"), "49 is the format « @ »");
    let frozen = attribute(sheet, "topLeftCell");
    assert!(frozen == Some("B2") && sheet.contains("state=\"frozen\""), "{frozen:?}");
    assert!(!sheet.contains("<sheetProtection"), "it is there to be filled");
}

#[test]
fn each_list_is_a_range_with_all_its_values_and_only_closed_single_ones_refuse() {
    let standard = with_single_values();
    let parts = parts(&standard);
    let validations = validations(&parts, standard.fields.len());
    let (mut closed, mut open) = (0, 0);
    for (field, validation) in standard.fields.iter().zip(validations) {
        let Some(vocabulary) = standard.vocabulary_of(field) else {
            assert!(validation.is_none_or(|validation| !validation.starts_with("type=\"list\"")), "{}", field.name);
            continue;
        };
        let validation = validation.unwrap_or_else(|| panic!("{} has a list and no validation", field.name));
        assert_eq!(attribute(&validation, "type"), Some("list"), "{}", field.name);
        let range = validation.split_once("<formula1>valeurs!").expect("a range").1.split('<').next().expect("a range");
        let rows: Vec<u32> = range.split(':').map(|end| end.trim_start_matches("$B$").parse().expect("a row")).collect();
        let labels: Vec<String> = vocabulary.labels().map(str::to_owned).collect();
        assert_eq!(cells(&parts, "xl/worksheets/sheet3.xml", "B", rows[0]..=rows[1]), labels, "{}", field.name);
        let refuses = attribute(&validation, "showErrorMessage") == Some("1") && attribute(&validation, "errorStyle").is_none();
        assert_eq!(refuses, !field.multiple && vocabulary.level == Level::Blocking, "{}: {validation}", field.name);
        let silent = attribute(&validation, "showErrorMessage").is_none();
        assert_eq!(silent, field.multiple, "{}: {validation}", field.name);
        if refuses { closed += 1 } else { open += 1 }
    }
    assert!(closed >= 2 && open >= 5, "{closed} {open}");
    let longest = standard.vocabulary("services").expect("a list").labels().map(|label| label.chars().count() + 1).sum::<usize>();
    assert!(longest > 255, "no list is longer than what a cell holds: the range proves nothing");
}

#[test]
fn each_column_is_helped_in_place_and_on_the_sheet_of_help() {
    let standard = trial::standard();
    let parts = parts(&standard);
    let notes: Vec<&str> = parts["xl/comments1.xml"].split("<comment ref=").skip(1).collect();
    assert_eq!(notes.len(), standard.fields.len());
    let text = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for (field, note) in standard.fields.iter().zip(notes) {
        let usage = field.usage.as_deref().unwrap_or_default();
        for said in [&field.title, &field.description, usage] {
            assert!(note.contains(&text(said)), "{}: {said}", field.name);
        }
        assert!(note.contains(if field.required { "obligatoire" } else { "facultatif" }), "{}", field.name);
        let example = field.examples.first().map(|cell| standard.text_of(field, cell)).unwrap_or_default();
        assert!(
            note.contains(&text(&example)) && parts["xl/sharedStrings.xml"].contains(&text(&field.description)),
            "{}",
            field.name
        );
    }
}

#[test]
fn example_rows_are_apart_whole_and_locked() {
    let standard = trial::standard();
    let parts = parts(&standard);
    let sheet = &parts["xl/worksheets/sheet2.xml"];
    assert_eq!(sheet.matches("<row ").count(), standard.examples.len() + 1);
    for (rank, field) in standard.fields.iter().enumerate() {
        let full = standard.examples[0].cell(&field.name).map(|cell| standard.text_of(field, cell)).expect("a full row");
        assert_eq!(cells(&parts, "xl/worksheets/sheet2.xml", &letters(rank), 2..=2), [full], "{}", field.name);
    }
    for read_only in ["sheet2", "sheet3", "sheet4"] {
        let sheet = &parts[&format!("xl/worksheets/{read_only}.xml")];
        assert!(sheet.contains("<sheetProtection") && !sheet.contains("password"), "{read_only}");
    }
}

/// No sheet, heading or blank line stands for what a version of the past did not record.
#[test]
fn without_texts_nothing_is_left_blank() {
    let bare = crate::import::without_texts(trial::standard());
    let said = |standard: &Standard| {
        let parts = parts(standard);
        let names = parts["xl/workbook.xml"].split("<sheet ").skip(1).filter_map(|sheet| attribute(sheet, "name"));
        (names.map(str::to_owned).collect::<Vec<_>>(), parts)
    };
    let (names, parts) = said(&bare);
    assert_eq!(names, ["lieux", "valeurs", "aide"]);
    let (all, whole) = said(&trial::standard());
    assert_eq!(all, ["lieux", "exemple", "valeurs", "aide"]);
    for heading in ["Ce qu'elle contient", "Comment la remplir", "Exemple", "Ce qu'elle veut dire"] {
        let cell = format!(">{heading}</t>");
        assert!(whole["xl/sharedStrings.xml"].contains(&cell) && !parts["xl/sharedStrings.xml"].contains(&cell), "{heading}");
    }
    let author = format!("<authors><author>{}</author></authors>", trial::standard().identity.title);
    assert!(["xl/comments1.xml", "xl/comments2.xml"].iter().all(|notes| whole[*notes].contains(&author)), "notes have an author");
    assert!(!parts["xl/comments1.xml"].contains("\n\n\n") && parts["xl/comments1.xml"].contains("obligatoire"));
    assert_eq!(cells(&parts, "xl/worksheets/sheet2.xml", "B", 2..=2), [bare.vocabularies[0].values[0].label.as_str()]);
}

/// Messages stay within the limits: the library refuses longer ones, and the emitter would stop.
#[test]
fn hostile_standards_give_a_workbook() {
    let mut standard = trial::hostile();
    let long = format!("{} 😀", trial::HOSTILE).repeat(900);
    for field in &mut standard.fields {
        field.title.clone_from(&long);
        field.multiple = !field.multiple;
        field.max_length = field.max_length.map(|_| usize::MAX);
    }
    let one = standard.vocabularies[0].values[0].clone();
    standard.vocabularies[0].values = (0..10_000).map(|n| Value { label: format!("{n} & <b> \"é\""), ..one.clone() }).collect();
    standard.vocabularies[1].values[0].definition = long;
    standard.vocabularies[2].values.clear();
    standard.examples.clear();
    let parts = parts(&standard);
    for validation in validations(&parts, standard.fields.len()).iter().flatten() {
        let prompt = attribute(validation, "prompt")
            .expect("a message")
            .replace("&#xA;", "\n")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&amp;", "&");
        assert!((1..=255).contains(&prompt.encode_utf16().count()), "{prompt}");
    }
    let lists = lists::of(&standard);
    assert_eq!(lists[0].range(), "=valeurs!$B$2:$B$10001");
    assert!(lists.iter().all(|list| list.vocabulary.name != standard.vocabularies[2].name), "a list without values has no range");
    assert_eq!(cells(&parts, "xl/worksheets/sheet2.xml", "B", 10_001..=10_001), ["9999 & <b> \"é\""]);
    standard.fields.clear();
    assert!(!emit(&standard)[0].bytes.is_empty());
}
