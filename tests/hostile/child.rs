//! The command, fed through a pipe, its memory watched.

use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::command;

/// Most memory that the command may hold, in KiB.
const MOST_MEMORY: u64 = 64 << 10;
/// Bytes kept of what it says; the rest is read and dropped.
const KEPT: u64 = 4 << 20;

/// What came of a run.
pub(super) struct Ran {
    pub(super) code: i32,
    /// Output, then errors.
    pub(super) said: String,
}

impl Ran {
    /// Holds the exit code, and each of these texts somewhere in what was said.
    pub(super) fn holds(&self, code: i32, texts: &[&str]) {
        let start: String = self.said.chars().take(3_000).collect();
        assert_eq!(self.code, code, "{start}");
        for text in texts {
            assert!(self.said.contains(text), "« {text} » is missing from:\n{start}");
        }
    }
}

/// Validates a whole small input.
pub(super) fn validate(bytes: &[u8]) -> Ran {
    feed("petit", |pipe| pipe.write_all(bytes))
}

/// Validates what `write` writes to the standard input.
pub(super) fn feed(name: &str, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()> + Send) -> Ran {
    feed_to(&["validate", "-"], name, write)
}

/// Runs the command with these arguments, fed by `write`.
pub(super) fn feed_to(arguments: &[&str], name: &str, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()> + Send) -> Ran {
    let mut command = command();
    command.args(arguments);
    let started = Instant::now();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let (said, peak) = thread::scope(|scope| {
        // The command may well leave before the end: that is its right.
        scope.spawn(move || drop(write(&mut pipe)));
        watched(&mut child)
    });
    let code = child.wait().expect("it ends").code().expect("not killed");
    let took = started.elapsed();
    println!("{name}: exit {code}, {peak} KiB, {took:.1?}");
    assert!(!said.contains("panicked"), "{said}");
    hold_memory(name, peak);
    Ran { code, said }
}

/// Holds the memory that was measured; where none can be, it says so rather than pass without a word.
pub(super) fn hold_memory(name: &str, peak: u64) {
    if cfg!(target_os = "linux") {
        assert!(peak > 0, "{name}: the memory was not measured");
    } else {
        eprintln!("attention : la mémoire ne se mesure que sous Linux, celle de « {name} » n'est pas tenue");
    }
    assert!(peak < MOST_MEMORY, "{name}: {peak} KiB held");
}

/// What a child says, and the most memory it was seen to hold, in KiB.
pub(super) fn watched(child: &mut Child) -> (String, u64) {
    let (out, err) = (child.stdout.take().expect("a pipe"), child.stderr.take().expect("a pipe"));
    thread::scope(|scope| {
        let out = scope.spawn(move || text(out));
        let err = scope.spawn(move || text(err));
        // The first time, it still waits for its input, or has not said all: it is there to be measured.
        let mut peak = memory(child.id()).unwrap_or(0);
        while !(out.is_finished() && err.is_finished()) {
            peak = peak.max(memory(child.id()).unwrap_or(0));
            thread::sleep(Duration::from_millis(2));
        }
        (out.join().expect("a text") + &err.join().expect("a text"), peak)
    })
}

fn text(mut source: impl Read) -> String {
    let mut bytes = Vec::new();
    source.by_ref().take(KEPT).read_to_end(&mut bytes).expect("a pipe");
    std::io::copy(&mut source, &mut std::io::sink()).expect("a pipe");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The most memory that a process held since it started, in KiB: Linux remembers it.
fn memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Writes the same bytes until there are `total` of them.
pub(super) fn repeat(pipe: &mut dyn Write, bytes: &[u8], total: usize) -> std::io::Result<()> {
    let piece = bytes.repeat(((1 << 20) / bytes.len()).max(1));
    for _ in 0..total.div_ceil(piece.len()) {
        pipe.write_all(&piece)?;
    }
    Ok(())
}
