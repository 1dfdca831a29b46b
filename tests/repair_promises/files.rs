//! Random files: valid rows and faults of real files, from a seed, in each of the forms that are read.

use std::io::Write;

use standard_mediation_model::Standard;

/// A generator of numbers that gives the same ones on every machine (`SplitMix64`).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % count as u64).expect("small")
    }

    fn pick<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.below(texts.len())]
    }
}

/// One fault of real files, or of nobody, in a cell.
fn spoilt(text: &str, random: &mut Random) -> String {
    let junk =
        ["", " ", "\u{a0}", "|", ";", ",", "\"", "’", "Ã©", "e\u{301}", "\n", "=1+1", "0", "31/12/2023", "02/04/2024", "x"];
    let chars: Vec<char> = text.chars().collect();
    match random.below(16) {
        0 => text.to_uppercase(),
        1 => text.to_lowercase(),
        2 => text.replace('|', random.pick(&[";", ",", " | ", "||", "\n", " ; "])),
        3 => text.replace('\'', "’"),
        4 => text.replace(['é', 'è', 'É'], "e"),
        5 => encoding(text),
        6 => format!("{}{text}{}", random.pick(&junk), random.pick(&junk)),
        7 => text.replace('.', ","),
        8 => text.replace('-', "/"),
        9 => text.split('-').rev().collect::<Vec<_>>().join(random.pick(&["/", ".", "-"])),
        10 => chars
            .chunks(random.below(4) + 1)
            .map(|part| part.iter().collect::<String>())
            .collect::<Vec<_>>()
            .join(random.pick(&[" ", ".", "-", "\u{a0}"])),
        11 => text.trim_start_matches(['0', '+']).to_owned(),
        12 => text.replacen("+33", random.pick(&["0", "0033", "33", "+33 (0)", ""]), 1),
        13 => random
            .pick(&[
                "4,34933E+13",
                "45384",
                "1970-01-01",
                "00000000000000",
                "www.a.example",
                "a@b.example c@d.example",
                "3939",
                "02/04/24",
            ])
            .to_owned(),
        14 => {
            let at = random.below(chars.len() + 1);
            chars[..at].iter().chain(random.pick(&junk).chars().collect::<Vec<_>>().iter()).chain(&chars[at..]).collect()
        }
        _ => format!("{text}|{text}"),
    }
}

/// UTF-8 read as Windows-1252.
fn encoding(text: &str) -> String {
    let latin = |byte: u8| match byte {
        0x80 => '€',
        0x89 => '‰',
        0x8A => 'Š',
        0x99 => '™',
        0x93 => '“',
        0x94 => '”',
        byte => char::from(byte),
    };
    text.bytes().map(latin).collect()
}

/// The example rows, spoilt: a header and rows, of which some are too short or too long.
pub(crate) fn table(standard: &Standard, random: &mut Random) -> Vec<Vec<String>> {
    let mut order: Vec<Option<usize>> = (0..standard.fields.len()).map(Some).collect();
    if random.below(3) == 0 {
        let (from, to) = (random.below(order.len()), random.below(order.len()));
        order.swap(from, to);
    }
    if random.below(3) == 0 {
        order.insert(random.below(order.len()), None);
    }
    if random.below(3) == 0 {
        order.remove(random.below(order.len()));
    }
    let name = |field: &Option<usize>| field.map_or("note interne", |field| standard.fields[field].name.as_str()).to_owned();
    let mut table = vec![order.iter().map(name).collect::<Vec<_>>()];
    for rank in 0..=random.below(8) {
        let row = &standard.examples[rank % standard.examples.len()];
        let mut cells: Vec<String> = order
            .iter()
            .map(|field| match field.map(|field| &standard.fields[field]) {
                Some(field) => row.cell(&field.name).map(|cell| standard.text_of(field, cell)).unwrap_or_default(),
                None => "à nous".to_owned(),
            })
            .collect();
        for _ in 0..random.below(6) {
            let at = random.below(cells.len());
            cells[at] = spoilt(&cells[at], random);
        }
        match random.below(12) {
            0 => cells.truncate(random.below(cells.len()).max(2)),
            1 => cells.push(random.pick(&["", "de trop"]).to_owned()),
            _ => {}
        }
        table.push(cells);
    }
    table
}

/// A table as CSV, in one of the ways of writing it.
pub(crate) fn csv(table: &[Vec<String>], random: &mut Random) -> Vec<u8> {
    let delimiter = *[b',', b';', b'\t'].get(random.below(3)).expect("three signs");
    let quotes = if random.below(3) == 0 { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).quote_style(quotes).flexible(true).from_writer(Vec::new());
    for row in table {
        writer.write_record(row).expect("memory");
    }
    writer.into_inner().expect("memory")
}

/// A table as JSON, in a list or an object a line. Cells of no column are left out, and now and then empty ones; now and
/// then, values that no cell can hold, keys that are there twice, elements that are no object, a file that is cut.
pub(crate) fn json(table: &[Vec<String>], random: &mut Random) -> Vec<u8> {
    let (is_list, keeps_empty) = (random.below(2) == 0, random.below(2) == 0);
    let (header, rows) = table.split_first().expect("a header");
    let mut objects = Vec::new();
    for row in rows {
        let pairs = header.iter().zip(row).filter(|(_, cell)| keeps_empty || !cell.is_empty());
        let mut pairs: Vec<_> = pairs.map(|(name, cell)| (name.as_str(), json_text(cell))).collect();
        if !pairs.is_empty() && random.below(4) == 0 {
            let at = random.below(pairs.len());
            match random.below(3) {
                0 => random.pick(&["{\"a\":1}", "[[1]]", "[\"a|b\"]", "\"\\ud800\"", "[{}]"]).clone_into(&mut pairs[at].1),
                1 => pairs.push((pairs[at].0, json_text("x"))),
                _ => objects.push(random.pick(&["12", "{\"id\":}", "[]", "{\"id\" \"1\"}"]).to_owned()),
            }
        }
        let pairs = pairs.iter().map(|(name, value)| format!("{}:{value}", json_text(name)));
        objects.push(format!("{{{}}}", pairs.collect::<Vec<_>>().join(",")));
    }
    let mut text = if is_list { format!("[{}]", objects.join(",\n")) } else { objects.join("\n") }.into_bytes();
    if random.below(16) == 0 {
        text.truncate(text.len() - random.below(text.len() / 2));
    }
    text
}

fn json_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A table as a workbook of one sheet, all cells being texts but for some that hold an error.
pub(crate) fn workbook(table: &[Vec<String>]) -> Vec<u8> {
    let relations = "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>";
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let cell = |text: &String| match text.as_str() {
        "" => "<c/>".to_owned(),
        // A formula that failed.
        "x" => "<c t=\"e\"><v>#N/A</v></c>".to_owned(),
        text => format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(text)),
    };
    let rows: String = table.iter().map(|row| format!("<row>{}</row>", row.iter().map(cell).collect::<String>())).collect();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Lieux\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/s.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}
