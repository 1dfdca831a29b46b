//! Where the time of `generate` goes, and how it grows: `cargo bench --package standard-mediation-tests`.
//!
//! Prints figures, asserts none: this is for a person to read. Each figure is the best of several runs, in one thread,
//! everything in memory.

#[path = "support.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod support;

use std::time::{Duration, Instant};

use standard_mediation_codegen::emit::{self, EMITTERS};
use standard_mediation_codegen::import::{Options, completed, import, without_texts};
use standard_mediation_codegen::site::{self, Site};
use standard_mediation_codegen::source::{self, Sources};
use standard_mediation_codegen::{Artifact, contract};
use standard_mediation_model::Standard;
use standard_mediation_model::diff::compare;

fn best<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The standard with its optional fields written `times` times over, each copy under another name. Required ones would
/// have to be filled in every row.
fn grown(sources: &Sources, times: usize) -> Sources {
    let mut grown = sources.clone();
    let mut index = String::from_utf8(sources["standard.yaml"].clone()).expect("UTF-8");
    let full = sources
        .iter()
        .find(|(path, bytes)| path.starts_with("exemples/") && String::from_utf8_lossy(bytes).contains("genre: complet"));
    let (full, bytes) = full.expect("a full row");
    let mut row = String::from_utf8_lossy(bytes).trim_end().to_owned();
    let place = row.split_once("\nlieu:\n").expect("a place").1.to_owned();
    let name = |path: &str| path.strip_prefix("champs/").and_then(|name| name.strip_suffix(".yaml")).map(str::to_owned);
    let is_optional = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("obligatoire: false");
    let optional: Vec<(String, &Vec<u8>)> =
        sources.iter().filter(|(_, bytes)| is_optional(bytes)).filter_map(|(path, bytes)| Some((name(path)?, bytes))).collect();
    for copy in 1..times {
        for (name, bytes) in &optional {
            let text = String::from_utf8_lossy(bytes).replace(&format!("nom: {name}\n"), &format!("nom: {name}_{copy}\n"));
            grown.insert(format!("champs/{name}_{copy}.yaml"), text.into_bytes());
            index.push_str(&format!("  {name}_{copy}: offre\n"));
        }
        let mut kept = false;
        for line in place.lines() {
            let cell =
                line.strip_prefix("  ").and_then(|cell| cell.split_once(':')).filter(|(name, _)| !name.starts_with([' ', '-']));
            if let Some((cell, _)) = cell {
                kept = optional.iter().any(|(name, _)| name == cell);
            }
            if kept {
                row.push('\n');
                match cell {
                    Some((name, rest)) => row.push_str(&format!("  {name}_{copy}:{rest}")),
                    None => row.push_str(line),
                }
            }
        }
    }
    grown.insert("standard.yaml".into(), index.into_bytes());
    grown.insert(full.clone(), row.into_bytes());
    grown
}

fn load(sources: &Sources) -> Standard {
    let loaded = source::load(sources);
    let blocking = loaded.findings.iter().filter(|finding| finding.level == standard_mediation_model::Level::Blocking).take(3);
    let blocking: Vec<_> = blocking.cloned().collect();
    loaded.standard.unwrap_or_else(|| panic!("{blocking:#?}"))
}

/// What the past costs: comparing two versions, importing a published schema, holding a tree to the contract.
fn versions(sources: &Sources) {
    println!("## Versions (ms, best of 20)\n");
    let loaded = source::load(sources);
    let past: Vec<&Standard> = loaded.past.values().collect();
    for pair in past.windows(2) {
        let time = best(20, || compare(pair[0], pair[1]));
        let (before, after) = (pair[0].identity.version, pair[1].identity.version);
        println!("{:>8.2}  diff {before} {after}", milliseconds(time));
    }
    for standard in &past {
        let version = standard.identity.version;
        let path = support::root().join(format!("tests/amont/v{version}/schema.json"));
        let bytes = std::fs::read(path).expect("a published schema");
        let time = best(20, || import("schema.json", &bytes, &Options::default()));
        println!("{:>8.2}  import {version}", milliseconds(time));
        let read = || import("schema.json", &bytes, &Options::default()).standard.expect("a standard");
        println!("{:>8.2}  import {version}, frozen", milliseconds(best(20, || emit::standard_json(&without_texts(read())))));
        println!("{:>8.2}  import {version}, as sources", milliseconds(best(20, || source::write(&completed(read()).0))));
    }
    let standard = loaded.standard.as_ref().expect("the standard loads");
    let inside = |artifact: Artifact| Some((artifact.path.strip_prefix("publication/")?.to_owned(), artifact.bytes));
    let tree = emit::all(standard).into_iter().filter_map(inside).collect();
    println!("{:>8.2}  publication contract\n", milliseconds(best(5, || contract::check(&tree, None))));
}

fn main() {
    let sources = support::sources(&support::root().join("schema"));
    let standard = load(&sources);
    versions(&sources);
    println!("## The real standard, {} fields (ms, best of 20)\n", standard.fields.len());
    let reading = best(20, || source::load(&sources));
    println!("{:>8.2}  reading the sources", milliseconds(reading));
    let mut total = reading;
    for emitter in EMITTERS {
        let time = best(20, || (emitter.emit)(&standard));
        total += time;
        println!("{:>8.2}  {}", milliseconds(time), emitter.writes.join(" "));
    }
    println!("{:>8.2}  in all\n", milliseconds(total));
    let past = source::load(&sources).past;
    let build = || site::pages(&Site { standard: &standard, past: &past, extras: &[] });
    let bytes: usize = build().iter().map(|page| page.bytes.len()).sum();
    println!("{:>8.2}  the site, {} files, {} KB\n", milliseconds(best(5, build)), build().len(), bytes / 1_000);
    // Fields that nobody published before have nothing to answer for.
    let sources = support::unpublished(sources);
    println!("## Growth (ms a field, ratio to the real standard)\n");
    let mut first = None;
    for times in [1, 10, 100] {
        let sources = grown(&sources, times);
        let count = load(&sources).fields.len();
        let runs = if times == 100 { 1 } else { 5 };
        let time = best(runs, || emit::all(&load(&sources)));
        let each = milliseconds(time) / f64::from(u32::try_from(count).expect("a few thousand fields"));
        let ratio = each / *first.get_or_insert(each);
        println!("{count:>6} fields {:>10.1} ms {each:>8.3} ms a field {ratio:>6.2}", milliseconds(time));
    }
}
