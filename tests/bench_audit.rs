//! How fast `audit` reads a tree of 100 MB, beside a plain reading that counts lines:
//! `cargo bench --package standard-mediation-tests --bench audit`.
//!
//! Prints figures, asserts none. One thread; each figure is the best of several runs, files read from the disk's cache.

#[path = "support.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod support;

mod dice;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

use dice::Dice;
use standard_mediation_model::audit::{Auditor, Reading, Tally};

const MEGABYTE: usize = 1_000_000;
const SIZE: usize = 100 * MEGABYTE;
const RUNS: usize = 3;
/// What the command reads at once.
const PIECE: usize = 256 * 1024;

/// Words of code; three hold letters that are looked for.
const CODE: [&str; 28] = [
    "const",
    "return",
    "import",
    "from",
    "export",
    "async",
    "await",
    "select",
    "where",
    "coordinates",
    "operations",
    "relations",
    "identifier",
    "Numeric",
    "distance",
    "connectionString",
    "=>",
    "{",
    "}",
    "(",
    ")",
    "[];",
    "===",
    "null",
    "0x1f",
    "'utf-8'",
    "\"type\":",
    "\"string\",",
];

/// Words of French; four in five hold letters that are looked for.
const FRENCH: [&str; 20] = [
    "numérique",
    "gratuit",
    "l'accompagnement",
    "des démarches",
    "administratives",
    "la commune",
    "un atelier",
    "collectif",
    "les jeunes",
    "et les familles",
    "prendre",
    "rendez-vous",
    "service",
    "usagers",
    "utilisation",
    "informatique",
    "en ligne",
    "matériel",
    "quotidien",
    "parentalité",
];

/// A copy, as one file in twenty holds: two faults, one value that lacks.
const COPY: &str = "
export enum Acces {
  SePresenter = 'Se présenter',
  Telephoner = 'Téléphoner',
  Mail = 'Contacter par mail',
  PasDePublic = 'Ce lieu n’accueille pas de public',
  Fiche = 'Envoyer un mail avec une fiche de prescription',
}
export const service = \"Comprehension du monde numérique\";
";

/// A tree of files of 2 to 60 KB, always the same, with so many French words in a hundred.
fn plant(folder: &Path, french: usize) -> Vec<PathBuf> {
    let mut dice = Dice(20_240_711);
    let mut random = move |below: usize| dice.below(below);
    let (mut paths, mut total) = (Vec::new(), 0);
    while total < SIZE {
        let size = 2_000 + random(58_000);
        let mut text = String::with_capacity(size + 200);
        while text.len() < size {
            text.push_str(&" ".repeat(2 * random(4)));
            for _ in 0..=random(9) {
                let words: &[&str] = if random(100) < french { &FRENCH } else { &CODE };
                text.push_str(words[random(words.len())]);
                text.push(' ');
            }
            text.push('\n');
        }
        if paths.len() % 20 == 0 {
            text.push_str(COPY);
        }
        let parent = folder.join(format!("{:02}", paths.len() % 50));
        fs::create_dir_all(&parent).expect("a folder");
        let path = parent.join(format!("{}.ts", paths.len()));
        fs::write(&path, &text).expect("a file");
        total += text.len();
        paths.push(path);
    }
    paths
}

/// Gives every piece of every file to `take`, and says how many bytes there were.
fn read(paths: &[PathBuf], mut take: impl FnMut(usize, &[u8])) -> io::Result<usize> {
    let mut buffer = vec![0; PIECE];
    let mut total = 0;
    for (number, path) in paths.iter().enumerate() {
        let mut file = File::open(path)?;
        loop {
            let length = file.read(&mut buffer)?;
            if length == 0 {
                break;
            }
            take(number, &buffer[..length]);
            total += length;
        }
    }
    Ok(total)
}

/// The best speed of several runs, in megabytes a second.
fn speed(mut work: impl FnMut() -> usize) -> f64 {
    let runs = (0..RUNS).map(|_| {
        let start = Instant::now();
        let bytes = std::hint::black_box(work());
        f64::from(u32::try_from(bytes).expect("less than 4 GB")) / start.elapsed().as_secs_f64() / 1e6
    });
    runs.fold(0.0, f64::max)
}

/// The most memory this process has held, where the system says it.
fn peak() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    Some(status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().to_owned())
}

/// Prints how fast a tree is read, and how fast it is audited.
fn measure(auditor: &Auditor, what: &str, french: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = plant(folder.path(), french);
    let counted = speed(|| {
        let mut lines = 0;
        let bytes = read(&paths, |_, piece| lines += memchr::memchr_iter(b'\n', piece).count()).expect("readable");
        std::hint::black_box(lines);
        bytes
    });
    let mut findings = 0;
    let audited = speed(|| {
        let mut tally = Tally::default();
        findings = 0;
        let mut end = |reading: Reading<'_>| {
            let report = reading.finish();
            findings += report.findings.len();
            tally.add(&report.tally);
        };
        let (mut current, mut reading) = (0, auditor.read());
        let bytes = read(&paths, |number, piece| {
            if number != current {
                current = number;
                end(std::mem::replace(&mut reading, auditor.read()));
            }
            reading.push(piece);
        });
        end(reading);
        bytes.expect("readable")
    });
    println!("{what}: {} files, {findings} findings", paths.len());
    println!("{counted:>8.0}  reading and counting lines");
    println!("{audited:>8.0}  audit, {:.1} times slower\n", counted / audited);
}

fn main() {
    let standard = support::standard();
    let auditor = Auditor::new(&standard, &[]);
    println!("## Trees of {} MB (MB/s on one thread, best of {RUNS})\n", SIZE / MEGABYTE);
    measure(&auditor, "Code, one word in twenty in French", 5);
    measure(&auditor, "Nothing but French, of the words that values are made of", 100);
    if let Some(peak) = peak() {
        println!("peak memory {peak}, the standard and the files being written included");
    }
}
