//! What is promised of any file: nothing disappears, a second repair changes nothing, no new fault.
//!
//! In: valid rows and random faults, from a seed; a failure names it. The reader of the outputs is another one: the
//! `csv` crate.

use standard_mediation_model::Standard;
use standard_mediation_model::data::repair::{self, Certainty, Evidence, Outcome, Repair, RepairSink};
use standard_mediation_model::data::{self, Columns, Judge, Options, Rows};

use crate::support::standard;

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

struct List(Vec<Repair>);

impl RepairSink for List {
    fn repair(&mut self, repair: &Repair) -> std::io::Result<()> {
        self.0.push(repair.clone());
        Ok(())
    }
}

/// Repairs bytes; a second reading when it mends more dates, as the command does.
fn repaired(standard: &Standard, bytes: &[u8]) -> (Vec<u8>, Vec<Repair>, Outcome) {
    let (mut known, mut is_first) = (Evidence::default(), true);
    loop {
        let (mut csv, _) = data::open_csv(bytes, &standard.dialect).expect("bytes in memory");
        let judge = judge(standard, csv.header());
        let (mut out, mut list) = (Vec::new(), List(Vec::new()));
        let outcome = repair::repair(&mut csv, &judge, &known, &mut out, &mut list).expect("bytes in memory");
        if std::mem::take(&mut is_first) && outcome.evidence.is_worth_a_second_reading() {
            known = outcome.evidence;
            continue;
        }
        return (out, list.0, outcome);
    }
}

fn judge<'a>(standard: &'a Standard, header: &[String]) -> Judge<'a> {
    let options = Options { only: None, today: "2026-11-23".parse().expect("a day") };
    Judge::new(standard, Columns::read(standard, header), options).expect("patterns compile")
}

fn validated(standard: &Standard, bytes: &[u8]) -> data::Summary {
    let (mut csv, _) = data::open_csv(bytes, &standard.dialect).expect("bytes in memory");
    let judge = judge(standard, csv.header());
    data::validate(&mut csv, &judge, &mut ()).expect("bytes in memory")
}

fn table(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
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
    let standard = standard();
    let (mut sure, mut kinds) = (0, std::collections::BTreeSet::new());
    for seed in 0..1_500 {
        let bytes = file(&standard, &mut Random(seed));
        let (out, repairs, outcome) = repaired(&standard, &bytes);
        let (again, more, _) = repaired(&standard, &out);
        assert!(again == out, "seed {seed}: a second repair changes\n{}\ninto\n{}", text(&out), text(&again));
        let more: Vec<_> = more.iter().filter(|repair| repair.certainty == Certainty::Sure).collect();
        assert!(more.is_empty(), "seed {seed}: {more:#?}");
        let (before, after) = (validated(&standard, &bytes), validated(&standard, &out));
        assert!(
            after.blocking <= before.blocking,
            "seed {seed}: {} then {} faults\n{}",
            before.blocking,
            after.blocking,
            text(&out)
        );
        assert_eq!(
            (outcome.after.blocking, outcome.after.recommendations),
            (after.blocking, after.recommendations),
            "seed {seed}\n{}",
            text(&out)
        );
        assert_eq!((outcome.after.rows, outcome.after.invalid_rows), (after.rows, after.invalid_rows), "seed {seed}");
        assert_eq!(outcome.after.quality.sum, after.quality.sum, "seed {seed}");
        nothing_disappears(&standard, &bytes, &out, &repairs, seed);
        sure += repairs.iter().filter(|repair| repair.certainty == Certainty::Sure).count();
        kinds.extend(repairs.into_iter().map(|repair| repair.kind));
    }
    // The faults are of many kinds, or little was tried.
    assert!(sure > 2_000 && kinds.len() > 20, "{sure} {kinds:?}");
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Each cell that was read is written, or its change is listed.
fn nothing_disappears(standard: &Standard, bytes: &[u8], out: &[u8], repairs: &[Repair], seed: u64) {
    let (mut csv, _) = data::open_csv(bytes, &standard.dialect).expect("bytes in memory");
    let header = csv.header().to_vec();
    let written = table(out);
    let place: Vec<usize> = header
        .iter()
        .map(|name| written[0].iter().position(|other| other == name).unwrap_or_else(|| panic!("seed {seed}: {name} is lost")))
        .collect();
    let mut rows = written.iter().skip(1);
    let mut block = data::Block::new();
    while csv.next(&mut block).expect("bytes in memory") {
        for row in block.rows() {
            let to = rows.next().unwrap_or_else(|| panic!("seed {seed}: row {} is lost", row.number()));
            for column in 0..row.len() {
                let at = place.get(column).copied().unwrap_or(column + written[0].len() - header.len());
                let (read, wrote) = (row.text(column), to.get(at).map(String::as_str).unwrap_or_default());
                let is_listed = |repair: &Repair| {
                    (repair.row, repair.column) == (Some(row.number()), Some(column))
                        && repair.certainty == Certainty::Sure
                        && repair.before.as_deref() == Some(&*read)
                        && repair.after.as_deref() == Some(wrote)
                };
                let is_kept = read == wrote || repairs.iter().any(is_listed);
                assert!(is_kept, "seed {seed}, row {}, column {column}: {read:?} became {wrote:?}", row.number());
            }
        }
    }
    assert_eq!(rows.next(), None, "seed {seed}: a row of nowhere");
    assert!(repairs.iter().all(|repair| repair.certainty != Certainty::Sure || !repair.rules.is_empty()));
}
