//! Runs everything by turns and prints the table.

use std::time::Duration;

use crate::figures;
use crate::files::{Files, speed};
use crate::task::{Measure, Task};

/// Measures every task, one run of each after the other, prints the medians file by file, and gives what failed.
pub(crate) fn print(files: &Files, tasks: Vec<Task>, runs: usize) -> Vec<String> {
    let mut failed = Vec::new();
    // A first run that does not count: it fills the disk's cache, keeps what is printed, and measures memory.
    let mut measures: Vec<(Task, Measure)> = tasks
        .into_iter()
        .filter_map(|task| {
            let counted = task.count().map_err(|failure| failed.push(failure)).ok()?;
            if counted.is_none() {
                task.time();
            }
            Some((task, Measure { counted, ..Measure::default() }))
        })
        .collect();
    for run in 0..runs {
        for (task, measure) in measures.iter_mut().filter(|(task, _)| run < task.runs) {
            measure.times.push(task.time());
        }
    }
    for file in files.all() {
        let of_file: Vec<&(Task, Measure)> = measures.iter().filter(|(task, _)| task.file == file.name).collect();
        let Some((first, _)) = of_file.first() else { continue };
        // JSON has no reading of its own to be compared with: the same rows as CSV are.
        let base = if file.style.is_json() { "reference" } else { file.name };
        let base = measures.iter().find(|(task, _)| task.base && task.file == base).map(|(_, measure)| measure);
        println!("## {}: {} rows, {:.1} MB, {} faults\n", file.name, first.rows, megabytes(first.bytes), file.truth.len());
        println!(
            "| | median | best | × csv | rows/s | MB/s | processor | memory (MiB) |\n|---|---:|---:|---:|---:|---:|---:|---:|"
        );
        for (task, measure) in of_file {
            let seconds = median(&measure.times).as_secs_f64();
            let ratio = base.and_then(|base| ratio(measure, base)).map_or(String::new(), |ratio| format!("{ratio:.2}"));
            let best = shown(measure.times.iter().min().copied().unwrap_or_default().as_secs_f64());
            let (processor, memory) = measure.counted.map_or_else(Default::default, |counted| {
                (format!("{:.2} s", counted.processor), counted.memory.div_ceil(1024).to_string())
            });
            let (rows, bytes) = (speed(task.rows, seconds) * 1e6, speed(task.bytes, seconds));
            let (name, median) = (&task.name, shown(seconds));
            println!("| {name} | {median} | {best} | {ratio} | {rows:.0} | {bytes:.0} | {processor} | {memory} |");
        }
        println!();
    }
    figures::print(files, &measures);
    failed
}

fn shown(seconds: f64) -> String {
    if seconds < 0.1 { format!("{:.1} ms", seconds * 1e3) } else { format!("{seconds:.3} s") }
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// The time in the middle.
pub(crate) fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// How many times the other: turn by turn, then the ratio in the middle. Both are measured within seconds in a turn, so a
/// machine that slows down for a minute slows both.
pub(crate) fn ratio(one: &Measure, other: &Measure) -> Option<f64> {
    let both = one.times.iter().zip(&other.times);
    let mut ratios: Vec<f64> = both.map(|(one, other)| one.as_secs_f64() / other.as_secs_f64()).collect();
    ratios.sort_unstable_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied().filter(|ratio| ratio.is_finite())
}
