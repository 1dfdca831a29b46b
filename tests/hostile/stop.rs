//! Files with too many faults: reading stops, which is said, and what is told is what the same file cut there would tell.

use std::io::{self, Cursor};

use standard_mediation_model::count::number;
use standard_mediation_model::data::repair::{self, Evidence};
use standard_mediation_model::data::{
    self, Csv, CsvFormat, FileRule, Found, Judge, MOST_BLOCKING, Options, Rows, Sink, Summary, Workbook,
};
use standard_mediation_model::{Date, Level, Standard};

use super::archive::xlsx;
use super::child::feed_to;
use crate::support::standard;

const NAMES: [&str; 4] = ["id", "nom", "courriels", "services"];

/// Rows of all kinds: with nothing wrong, with advice alone, with nothing at all, with one fault or several, between rows
/// or in one cell.
fn rows(times: usize) -> Vec<[String; 4]> {
    let of = |rank: usize| {
        let id = |place: usize| (rank * 10 + place).to_string();
        let row = |id: String, rest: [&str; 3]| [id, rest[0].to_owned(), rest[1].to_owned(), rest[2].to_owned()];
        [
            row(id(0), ["Mairie", "a@ville.example", ""]),
            row(id(1), ["Mairie", "a@ville.example|a@ville.example", ""]),
            row(id(2), ["", "inconnu", "inconnu"]),
            Default::default(),
            row(id(0), ["Mairie", "", "inconnu|autre inconnu|encore un"]),
            row(String::new(), ["Mairie", "", ""]),
        ]
    };
    (0..times).flat_map(of).collect()
}

#[derive(Debug, Clone, Copy)]
enum Format {
    Csv,
    List,
    Lines,
    Xlsx,
}

impl Format {
    fn bytes(self, rows: &[[String; 4]]) -> Vec<u8> {
        let object = |row: &[String; 4]| {
            let said = NAMES.iter().zip(row).filter(|_| row.iter().any(|cell| !cell.is_empty()));
            said.map(|(name, cell)| (String::from(*name), cell.clone().into())).collect::<serde_json::Map<_, _>>()
        };
        match self {
            Self::Csv => rows.iter().fold(NAMES.join(",") + "\n", |text, row| text + &row.join(",") + "\n").into_bytes(),
            Self::List => serde_json::to_vec(&rows.iter().map(object).collect::<Vec<_>>()).expect("JSON"),
            Self::Lines => {
                rows.iter().map(|row| serde_json::Value::from(object(row)).to_string() + "\n").collect::<String>().into()
            }
            Self::Xlsx => {
                let cell = |text: &String| format!("<c t=\"str\"><v>{text}</v></c>");
                let row = |row: &[String; 4]| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
                let header = row(&NAMES.map(String::from));
                let sheet = format!("<worksheet><sheetData>{header}{}", rows.iter().map(row).collect::<String>());
                xlsx(("<sst/>", "", 0), (&sheet, "</sheetData></worksheet>", 1))
            }
        }
    }

    fn open(self, bytes: &[u8], standard: &Standard) -> Box<dyn Rows> {
        let is_known = |text: &str| standard.fields.iter().any(|field| field.name == text);
        let bytes = Cursor::new(bytes.to_vec());
        match self {
            Self::Csv => Box::new(Csv::open(bytes, CsvFormat::default()).expect("bytes in memory")),
            Self::List | Self::Lines => Box::new(data::open_json(bytes).expect("bytes in memory").0),
            Self::Xlsx => Box::new(Workbook::open(bytes, &is_known).expect("bytes in memory")),
        }
    }

    /// Rank of a row from its number.
    fn rank(self, number: u64) -> usize {
        let before = if matches!(self, Self::Csv | Self::Xlsx) { 2 } else { 1 };
        usize::try_from(number).expect("few rows") - before
    }
}

#[derive(Default)]
struct Told(Vec<Found>);

impl Sink for Told {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        self.0.push(found.clone());
        Ok(())
    }
}

fn told(standard: &Standard, format: Format, rows: &[[String; 4]], most: u64, only: Option<Level>) -> (Vec<Found>, Summary) {
    let today: Date = "2026-11-23".parse().expect("a date");
    let mut rows = format.open(&format.bytes(rows), standard);
    let judge = Judge::new(standard, rows.as_mut(), Options { only, today, most }).expect("patterns");
    let mut told = Told::default();
    let summary = data::validate(rows.as_mut(), &judge, &mut told).expect("bytes in memory");
    (told.0, summary)
}

fn is_stop(found: &Found) -> bool {
    found.rule == FileRule::Capped.id()
}

/// Stops at that number of faults, and holds what is told against the same file cut after the row that has the last one.
/// True when reading stopped before the end.
fn stops(standard: &Standard, format: Format, rows: &[[String; 4]], whole: &[Found], most: u64) -> bool {
    let blocking = whole.iter().filter(|found| found.level == Level::Blocking);
    let reached = blocking.clone().nth(usize::try_from(most).expect("few faults") - 1);
    let is_blank = |row: &&[String; 4]| row.iter().all(String::is_empty);
    let end = reached.map_or(rows.len(), |found| format.rank(found.row.expect("a row")) + 1);
    // Rows with nothing in them are passed over, up to the one that is not read.
    let end = end + rows[end..].iter().take_while(is_blank).count();
    let (mut found, mut summary) = told(standard, format, rows, most, None);
    let (cut, expected) = told(standard, format, &rows[..end], u64::MAX, None);
    let stop = found.iter().position(is_stop);
    if let Some(at) = stop {
        let stop = found.remove(at);
        assert_eq!((stop.row, stop.level), (reached.and_then(|found| found.row), Level::Blocking));
        assert!(
            stop.message.contains(&format!("déjà {} faute", number(most))) && stop.message.contains("la lecture s'arrête là"),
            "{stop:?}"
        );
        assert!(found[..at].iter().all(|found| found.row <= stop.row), "{format:?} {most}");
        assert!(found[at..].iter().all(|found| found.rule == FileRule::BlankRow.id()), "{format:?} {most}");
        summary.groups.retain(|group| group.rule != FileRule::Capped.id());
        summary.blocking -= 1;
    }
    assert_eq!(found, cut, "{format:?} {most}");
    assert_eq!(format!("{summary:?}"), format!("{expected:?}"), "{format:?} {most}");
    stop.is_some()
}

#[test]
fn a_file_with_too_many_faults_is_read_as_if_it_stopped_there() {
    let standard = standard();
    for format in [Format::Csv, Format::List, Format::Lines, Format::Xlsx] {
        let mut rows = rows(3);
        if matches!(format, Format::Xlsx) {
            // The rows with nothing in them that end a sheet are no rows.
            rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        }
        let (whole, summary) = told(&standard, format, &rows, u64::MAX, None);
        assert!(!whole.iter().any(is_stop));
        let of_header =
            whole.iter().filter(|found| found.level == Level::Blocking && found.row.is_none_or(|row| row < 2)).count();
        let first = u64::try_from(of_header).expect("few") + 1;
        let stopped = (first..=summary.blocking + 1).filter(|most| stops(&standard, format, &rows, &whole, *most)).count() as u64;
        // Nothing is left after the last row, and one fault more than there are is never reached.
        let faults = whole.iter().filter(|found| found.level == Level::Blocking).skip(of_header);
        let last = faults.clone().last().and_then(|found| found.row);
        assert_eq!(stopped, faults.filter(|found| found.row < last).count() as u64, "{format:?}");
        assert!(stopped > 10, "{format:?}");
    }
}

/// Blocks, and parts of blocks, end where they may: the same is told.
#[test]
fn a_long_file_is_cut_inside_a_block() {
    let (standard, rows) = (standard(), rows(2_500));
    let (whole, summary) = told(&standard, Format::Csv, &rows, u64::MAX, None);
    for most in [summary.blocking / 3, summary.blocking / 2, summary.blocking - 1] {
        assert!(stops(&standard, Format::Csv, &rows, &whole, most), "{most}");
    }
}

#[test]
fn advice_stops_nothing() {
    let standard = standard();
    let rows: Vec<_> = (0..50).map(|rank| [rank.to_string(), "Mairie".into(), "inconnu".into(), String::new()]).collect();
    let (found, summary) = told(&standard, Format::Csv, &rows, 1, Some(Level::Recommendation));
    assert!(found.len() > 50 && summary.rows == 50 && !found.iter().any(is_stop), "{found:?}");
}

/// Nothing is lost of what is to be written: a repair goes on to the end.
#[test]
fn a_repair_does_not_stop() {
    let (standard, rows) = (standard(), rows(3));
    let bytes = Format::Csv.bytes(&rows);
    let outcome = [1, u64::MAX].map(|most| {
        let mut rows = Format::Csv.open(&bytes, &standard);
        let today: Date = "2026-11-23".parse().expect("a date");
        let judge = Judge::new(&standard, rows.as_mut(), Options { most, ..Options::new(today) }).expect("patterns");
        let mut out = Vec::new();
        let outcome = repair::repair(rows.as_mut(), &judge, &Evidence::default(), &mut out, &mut ()).expect("bytes in memory");
        assert!(outcome.after.blocking > 1 && outcome.lost.is_none());
        (out, format!("{:?} {:?}", outcome.tally, outcome.after))
    });
    assert!(outcome[0] == outcome[1], "{outcome:?}");
}

#[test]
fn the_command_stops_on_any_number_of_threads() {
    // Three faults a row: the quote, the identifier of the row before, the name that is missing.
    let text = "id,nom\n".to_owned() + &"\"a\"b,\n".repeat(200_000);
    let ran = |arguments: &[&str]| feed_to(arguments, &arguments.join(" "), |pipe| pipe.write_all(text.as_bytes()));
    let said = ["1", "2"].map(|threads| {
        let ran = ran(&["validate", "--threads", threads, "-"]);
        let stop = format!("il y a déjà {} fautes à cette ligne : la lecture s'arrête là", number(MOST_BLOCKING));
        ran.holds(1, &["lecture-arretee", &stop, "166\u{202f}666 lignes lues"]);
        ran.said
    });
    assert_eq!(said[0], said[1]);
    // What counts goes on to the end.
    ran(&["stats", "-"]).holds(0, &["200\u{202f}000 lignes"]);
}
