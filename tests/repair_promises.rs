//! What is promised of any file: nothing disappears, a second repair changes nothing, no new fault.
//!
//! In: valid rows and random faults, from a seed; a failure names it. The reader of the outputs is another one: the
//! `csv` crate.

mod judges;
mod promises;

use std::sync::LazyLock;

use standard_mediation_model::Standard;
use standard_mediation_model::data::repair::Certainty;

use crate::support::standard;
use promises::repair_holds;

static STANDARD: LazyLock<Standard> = LazyLock::new(standard);

/// A generator of numbers that gives the same ones on every machine (`SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, count: usize) -> usize {
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

/// A file made of the example rows, spoilt.
fn file(standard: &Standard, random: &mut Random) -> Vec<u8> {
    let delimiter = *[b',', b';', b'\t'].get(random.below(3)).expect("three signs");
    let quotes = if random.below(3) == 0 { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).quote_style(quotes).flexible(true).from_writer(Vec::new());
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
    let name = |field: &Option<usize>| field.map_or("note interne", |field| standard.fields[field].name.as_str());
    writer.write_record(order.iter().map(name)).expect("memory");
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
        writer.write_record(&cells).expect("memory");
    }
    writer.into_inner().expect("memory")
}

#[test]
fn repairs_keep_their_promises_on_random_files() {
    let standard = LazyLock::force(&STANDARD);
    let (mut sure, mut kinds) = (0, std::collections::BTreeSet::new());
    for seed in 0..1_500 {
        let bytes = file(standard, &mut Random(seed));
        let held = std::panic::catch_unwind(|| repair_holds(standard, &bytes));
        let repairs = held.unwrap_or_else(|_| panic!("seed {seed}"));
        sure += repairs.iter().filter(|repair| repair.certainty == Certainty::Sure).count();
        kinds.extend(repairs.into_iter().map(|repair| repair.kind));
    }
    // The faults are of many kinds, or little was tried.
    assert!(sure > 2_000 && kinds.len() > 20, "{sure} {kinds:?}");
}
