//! Files in which nothing is right: what is found is told in parts, so that it is never held all together.

use std::io;
use std::ops::Range;

use standard_mediation_model::Date;
use standard_mediation_model::data::{self, Block, Csv, CsvFormat, Fault, Found, Judge, Options, Rows, Sink, Summary};

use super::child::feed_to;
use crate::support::{root, standard};

/// Bytes of cells that are all wrong: what is found there would take some 90 MiB at once.
const SIZE: usize = 192 << 10;

/// The header of the present version.
fn header() -> String {
    standard().fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(",")
}

#[test]
fn every_display_of_a_file_whose_every_cell_is_wrong() {
    let columns = standard().fields.len();
    let row = format!("{}\n", vec!["="; columns].join(","));
    for format in ["terminal", "json", "ndjson", "csv", "github", "html"] {
        let ran =
            feed_to(&["validate", "--format", format, "-"], &format!("{} Kio de cases fautives, {format}", SIZE >> 10), |pipe| {
                pipe.write_all(format!("{}\n", header()).as_bytes())?;
                pipe.write_all(row.repeat(SIZE / row.len()).as_bytes())
            });
        ran.holds(1, &["formule"]);
    }
}

/// More than a block: those that hold findings until the rows they are about, or until the end.
#[test]
fn every_display_of_a_file_whose_every_quote_is_wrong() {
    for format in ["csv", "html"] {
        let ran = feed_to(&["validate", "--format", format, "-"], &format!("288 Kio de guillemets, {format}"), |pipe| {
            pipe.write_all(b"id,nom\n")?;
            pipe.write_all("\"a\"b,\n".repeat((288 << 10) / 6).as_bytes())
        });
        ran.holds(1, &["guillemet"]);
    }
}

#[test]
fn a_repair_of_a_file_whose_every_cell_is_wrong() {
    let row = format!("{}\n", vec![" ="; standard().fields.len()].join(","));
    let count = SIZE / row.len();
    for report in ["rapport.json", "rapport.csv"] {
        let folder = tempfile::tempdir().expect("a folder");
        let (out, report) = (folder.path().join("sortie.csv"), folder.path().join(report));
        let (out, report) = (out.to_str().expect("a path"), report.to_str().expect("a path"));
        let standard = root().join("generated/standard.json");
        let standard = standard.to_str().expect("a path");
        let arguments = ["repair", "-", "-o", out, "--rapport", report, "--standard", standard];
        let ran = feed_to(&arguments, &format!("{} Kio de cases à réparer", SIZE >> 10), |pipe| {
            pipe.write_all(format!("{}\n", header()).as_bytes())?;
            pipe.write_all(row.repeat(count).as_bytes())
        });
        assert_eq!(ran.code, 1, "{}", ran.said);
        let rows = std::fs::read_to_string(out).expect("an output").lines().count();
        assert_eq!(rows - 1, count, "{}", ran.said);
    }
}

/// All that is told of a file, a line each.
#[derive(Default)]
struct Told(Vec<String>);

impl Sink for Told {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        self.0.push(format!("{found:?}"));
        Ok(())
    }

    fn row(&mut self, number: u64, score: u8) -> io::Result<()> {
        self.0.push(format!("{number} {score}"));
        Ok(())
    }

    fn rows(&mut self, block: &Block, ranks: Range<usize>) -> io::Result<()> {
        self.0.extend(block.rows_of(ranks).map(|row| format!("row {}", row.number())));
        Ok(())
    }
}

/// Rows given one a block: what is found there is held together whatever is wrong.
struct OneByOne<'t>(Csv<&'t [u8]>, Block, usize);

impl Rows for OneByOne<'_> {
    fn header(&self) -> &[String] {
        self.0.header()
    }

    fn faults(&self) -> &[Fault] {
        self.0.faults()
    }

    fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        block.clear();
        if self.2 == self.1.len() {
            self.2 = 0;
            if !self.0.next(&mut self.1)? {
                return Ok(false);
            }
        }
        let row = self.1.row(self.2).expect("a row");
        block.start_row(row.number());
        (0..row.len()).for_each(|column| block.push(&row.text(column)));
        let last = self.2 + 1 == self.1.len();
        let is_here = |fault: &&Fault| fault.row == Some(row.number()) || last && fault.row > Some(row.number());
        self.1.faults().iter().filter(is_here).for_each(|fault| block.fault(fault.clone()));
        self.2 += 1;
        Ok(true)
    }
}

fn told(rows: &mut dyn Rows) -> (Vec<String>, Summary) {
    let standard = standard();
    let today: Date = "2026-11-23".parse().expect("a date");
    let judge = Judge::new(&standard, rows, Options::new(today)).expect("patterns");
    let mut told = Told::default();
    let summary = data::validate(rows, &judge, &mut told).expect("bytes in memory");
    (told.0, summary)
}

/// A block is judged in parts when what is found in it is much: nothing of it is told otherwise, nor twice, nor left out.
#[test]
fn what_is_told_in_parts_is_what_is_told_at_once() {
    let columns = standard().fields.len();
    let mut text = format!("{}\n", header());
    for rank in 0..1_200 {
        // Identifiers that come again, quotes in the wrong place, rows that stop short.
        let id = rank % 500;
        text += &match rank % 5 {
            0 => format!("{id},\"x\"y{}\n", ",=".repeat(columns - 2)),
            1 => format!("{id}{}\n", ",0".repeat(columns - 3)),
            _ => format!("{id}{}\n", ", faux ".repeat(columns - 1)),
        };
    }
    assert!(text.len() < 256 << 10, "it is not one block: {}", text.len());
    let open = || Csv::open(text.as_bytes(), CsvFormat::default()).expect("bytes in memory");
    let (parts, summary) = told(&mut open());
    let (all, whole) = told(&mut OneByOne(open(), Block::new(), 0));
    let kept = |told: &[String]| told.iter().filter(|line| !line.starts_with("row ")).cloned().collect::<Vec<_>>();
    assert_eq!(kept(&parts).len(), kept(&all).len());
    for (part, one) in kept(&parts).iter().zip(&kept(&all)) {
        assert_eq!(part, one);
    }
    // Rows come after what is found in them, each once.
    let rows = |told: &[String]| told.iter().filter(|line| line.starts_with("row ")).cloned().collect::<Vec<_>>();
    assert_eq!(rows(&parts), rows(&all));
    let first = parts.iter().position(|line| line.starts_with("row ")).expect("a row");
    assert!(parts[first..].iter().any(|line| line.starts_with("Found")), "all was told at once: nothing is shown here");
    assert_eq!(format!("{:?}", summary.columns), format!("{:?}", whole.columns));
    assert_eq!((summary.rows, summary.invalid_rows, summary.blocking), (whole.rows, whole.invalid_rows, whole.blocking));
    assert_eq!((summary.recommendations, summary.quality.sum), (whole.recommendations, whole.quality.sum));
}
