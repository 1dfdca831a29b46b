//! What files that mean harm cost: `cargo bench --package standard-mediation-tests --bench hostile`.
//!
//! Each file is written below `target/bench-data/`, given to `validate`, in the terminal's display and in NDJSON, and to
//! `repair` with its report, as a person would, then removed: up to 2 GiB at a time. Times are the median of some runs, start
//! of the process included; memory is the most that any of them held. Two seconds and 64 MiB are asked of each.
//!
//! Options, after `--`:
//! - `--only WORD`: the files whose name has that word;
//! - `--runs N`: how many times each is read (3).
//!
//! Prints the table of `generator/MESURES.md` and asserts nothing. What was said of each file is left in
//! `target/bench-data/hostile/`.

#[path = "../hostile/archive.rs"]
mod archive;
#[path = "../dice.rs"]
mod dice;
mod files;
#[path = "../support.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod support;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use files::Hostile;
use support::root;

/// Seconds and KiB that are asked.
const MOST_TIME: f64 = 2.0;
const MOST_MEMORY: u64 = 64 << 10;

/// How a file is given.
const WAYS: [(&str, &[&str]); 3] = [
    ("validate", &["validate", "FICHIER"]),
    ("validate, NDJSON", &["validate", "--format", "ndjson", "FICHIER"]),
    ("repair", &["repair", "FICHIER", "-o", "SORTIE", "--rapport", "RAPPORT"]),
];

/// What came of one way.
struct Cost {
    /// Seconds, the one in the middle.
    time: f64,
    /// The most, in KiB.
    memory: u64,
    code: Option<i32>,
}

fn main() -> ExitCode {
    let (only, runs) = options();
    let program = support::built(&["--release"]);
    let folder = root().join("target/bench-data/hostile");
    fs::create_dir_all(&folder).expect("a folder");
    println!("| fichier | taille | {} | mémoire |", WAYS.map(|(name, _)| name).join(" | "));
    println!("|---|---|{}---|", "---|".repeat(WAYS.len()));
    let mut files = files::all().into_iter().filter(|file| file.name.contains(&only)).peekable();
    if files.peek().is_none() {
        eprintln!("no file has « {only} » in its name");
        return ExitCode::FAILURE;
    }
    let mut are_answered = true;
    for file in files {
        let path = folder.join(format!("fichier.{}", file.extension));
        let size = written(&file, &path).expect("room on the disk");
        let costs = WAYS.map(|(way, words)| cost(&program, words, &path, &folder.join(format!("{} {way}", file.name)), runs));
        fs::remove_file(&path).expect("the file that was written");
        // Valid, invalid or unreadable: anything else is no answer.
        are_answered &= costs.iter().all(|cost| matches!(cost.code, Some(0..=2)));
        println!("{}", line(&file, size, &costs));
    }
    if are_answered { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn options() -> (String, usize) {
    let (mut only, mut runs) = (String::new(), 3);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--bench" => {}
            "--only" => only = arguments.next().expect("--only wants a word"),
            "--runs" => runs = arguments.next().and_then(|text| text.parse().ok()).expect("--runs wants a number"),
            other => panic!("unknown option {other}"),
        }
    }
    (only, runs.max(1))
}

/// Writes a file and gives its size.
fn written(file: &Hostile, path: &Path) -> io::Result<u64> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    (file.write)(&mut out)?;
    out.flush()?;
    Ok(fs::metadata(path)?.len())
}

/// Runs a way so many times. What it says goes where `said` is, with another extension for each of its outputs.
fn cost(program: &Path, words: &[&str], file: &Path, said: &Path, runs: usize) -> Cost {
    let at = |extension: &str| PathBuf::from(format!("{}.{extension}", said.display()));
    let (output, report, counted) = (file.with_extension("sortie.csv"), file.with_extension("rapport.csv"), at("mesure"));
    let (mut times, mut memory, mut code) = (Vec::new(), 0, None);
    for _ in 0..runs {
        for old in [&output, &report] {
            let _ = fs::remove_file(old);
        }
        let word = |word: &&str| match *word {
            "FICHIER" => file.as_os_str().to_owned(),
            "SORTIE" => output.as_os_str().to_owned(),
            "RAPPORT" => report.as_os_str().to_owned(),
            plain => plain.into(),
        };
        let start = Instant::now();
        // Between this process and the command: the system counts to a process what its parent held.
        let status = Command::new("/usr/bin/time")
            .args(["--quiet", "--format", "%M", "--output"])
            .arg(&counted)
            .arg(program)
            .args(words.iter().map(word))
            .current_dir(root())
            .stdin(Stdio::null())
            .stdout(File::create(at("dit")).expect("a file"))
            .stderr(File::create(at("erreurs")).expect("a file"))
            .status()
            .expect("GNU time is installed (Debian package « time »)");
        times.push(start.elapsed().as_secs_f64());
        code = status.code();
        let held = fs::read_to_string(&counted).ok().and_then(|text| text.trim().parse().ok());
        memory = memory.max(held.expect("KiB"));
    }
    for old in [&output, &report, &counted] {
        let _ = fs::remove_file(old);
    }
    times.sort_unstable_by(f64::total_cmp);
    Cost { time: times[times.len() / 2], memory, code }
}

fn line(file: &Hostile, size: u64, costs: &[Cost]) -> String {
    let bold = |text: String, held: bool| if held { text } else { format!("**{text}**") };
    let time = |cost: &Cost| {
        let code = cost.code.map_or("arrêté".to_owned(), |code| code.to_string());
        bold(format!("{} s ({code})", format!("{:.2}", cost.time).replace('.', ",")), cost.time <= MOST_TIME)
    };
    let memory = costs.iter().map(|cost| cost.memory).max().unwrap_or(0);
    let held = bold(format!("{} Mio", memory.div_ceil(1024)), memory <= MOST_MEMORY);
    let times: Vec<String> = costs.iter().map(time).collect();
    format!("| {} | {} | {} | {held} |", file.name, shown(size), times.join(" | "))
}

fn shown(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{bytes} o"),
        10_000..10_000_000 => format!("{} Ko", bytes / 1_000),
        _ => format!("{} Mo", bytes / 1_000_000),
    }
}
