//! The files that are read, and the plain readings they are compared with.

use std::fs::{self, File};
use std::io::{BufWriter, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

use standard_mediation_model::Standard;

use crate::options::Options;
use crate::realistic::{self, Catalogue, Injected, Plan, Style};
use crate::support::root;

/// A file and what is wrong in it.
pub(crate) struct Data {
    /// What it is.
    pub(crate) name: &'static str,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// How it is written.
    pub(crate) style: Style,
    /// Number of rows.
    pub(crate) rows: u64,
    /// Number of bytes.
    pub(crate) bytes: u64,
    /// The faults put in.
    pub(crate) truth: Vec<Injected>,
}

/// Every file.
pub(crate) struct Files {
    files: Vec<Data>,
}

/// A file that means harm, with no faults to find in its cells.
pub(crate) const COMMAS: &str = "commas";

/// One row in fifty.
const RATE: usize = 200;

impl Files {
    /// Writes the files below `target/bench-data/`, with the truth beside each, and says how long that took.
    pub(crate) fn write(standard: &Standard, options: &Options) -> Self {
        let folder = root().join("target/bench-data");
        fs::create_dir_all(&folder).expect("a folder");
        let old = fs::read_to_string(root().join("schema/versions/0.1.1.json")).expect("a frozen version");
        let old: Standard = serde_json::from_str(&old).expect("a standard");
        let million = if options.million { 1_000_000 } else { 0 };
        let wanted = [
            ("reference", standard, Style::AllQuoted, 200_000, Catalogue::Blocking),
            ("minimal", standard, Style::Minimal, 200_000, Catalogue::Blocking),
            ("crlf", standard, Style::Crlf, 200_000, Catalogue::Blocking),
            ("spreadsheet", standard, Style::Spreadsheet, 200_000, Catalogue::Blocking),
            ("ndjson", standard, Style::Ndjson, 200_000, Catalogue::Blocking),
            ("json", standard, Style::Json, 20_000, Catalogue::Blocking),
            ("national", standard, Style::AllQuoted, 20_000, Catalogue::Blocking),
            ("one row", standard, Style::AllQuoted, 1, Catalogue::Blocking),
            ("every fault", standard, Style::AllQuoted, 20_000, Catalogue::All),
            ("rectangular", standard, Style::AllQuoted, 200_000, Catalogue::Cells),
            ("version 0.1.1", &old, Style::AllQuoted, 200_000, Catalogue::Blocking),
            ("million", standard, Style::AllQuoted, million, Catalogue::Blocking),
        ];
        let start = Instant::now();
        let mut files: Vec<Data> = wanted
            .into_iter()
            .filter(|(name, .., rows, _)| *rows > 0 && options.file.as_deref().is_none_or(|only| only == *name))
            .map(|(name, standard, style, rows, catalogue)| {
                let rate = if rows == 1 { 0 } else { RATE };
                let plan = Plan { rows, seed: options.seed, rate, catalogue };
                data(&folder, name, standard, style, plan)
            })
            .collect();
        if options.file.is_none() {
            files.push(commas(&folder, standard));
        }
        let bytes: u64 = files.iter().map(|file| file.bytes).sum();
        println!("{} MB of files written at {:.0} MB/s\n", bytes / 1_000_000, speed(bytes, start.elapsed().as_secs_f64()));
        Self { files }
    }

    /// The file of that name.
    pub(crate) fn named(&self, name: &str) -> Option<&Data> {
        self.files.iter().find(|file| file.name == name)
    }

    /// Every file.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Data> {
        self.files.iter()
    }

    /// The files whose reading is measured.
    pub(crate) fn csv(&self) -> impl Iterator<Item = &Data> {
        let names = ["reference", "minimal", "national", "one row", "rectangular", "version 0.1.1", "million"];
        self.files.iter().filter(move |file| names.contains(&file.name))
    }
}

fn data(folder: &Path, name: &'static str, standard: &Standard, style: Style, plan: Plan) -> Data {
    let extension = match style {
        Style::Ndjson => "ndjson",
        Style::Json => "json",
        _ => "csv",
    };
    let path = folder.join(format!("{}.{extension}", name.replace(' ', "-")));
    let mut out = BufWriter::with_capacity(1 << 18, File::create(&path).expect("a file"));
    let truth = realistic::write(standard, plan, style, &mut out).expect("the disk has room");
    drop(out);
    let beside = File::create(path.with_extension("verite.csv")).expect("a file");
    realistic::write_truth(&truth, &mut BufWriter::new(beside)).expect("the disk has room");
    let bytes = fs::metadata(&path).expect("a file").len();
    Data { name, path, style, rows: plan.rows, bytes, truth }
}

/// A file under a good header whose rows are a million commas each.
fn commas(folder: &Path, standard: &Standard) -> Data {
    let path = folder.join("commas.csv");
    let names: Vec<&str> = standard.fields.iter().map(|field| field.name.as_str()).collect();
    let (row, rows) = (format!("{}\n", ",".repeat(1_000_000)), 240);
    let text = format!("{}\n{}", names.join(","), row.repeat(rows));
    fs::write(&path, &text).expect("the disk has room");
    let (rows, bytes) = (rows as u64, text.len() as u64);
    Data { name: COMMAS, path, style: Style::Minimal, rows, bytes, truth: Vec::new() }
}

/// Megabytes a second.
#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
pub(crate) fn speed(bytes: u64, seconds: f64) -> f64 {
    bytes as f64 / seconds / 1e6
}

/// Reads a file as the `csv` crate does at its fastest: bytes, one record used again and again.
pub(crate) fn read_with_csv(path: &Path) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).buffer_capacity(1 << 18).from_path(path).expect("readable");
    let (mut record, mut cells) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record).expect("readable") {
        cells += record.len();
    }
    std::hint::black_box(cells);
}

/// Reads every byte and looks at none.
pub(crate) fn read_alone(path: &Path) {
    let (mut file, mut buffer) = (File::open(path).expect("readable"), vec![0; 1 << 18]);
    while file.read(&mut buffer).expect("readable") > 0 {
        std::hint::black_box(&buffer);
    }
}
