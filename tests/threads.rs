//! Several threads, one outcome: what each command writes and says does not depend on how many there are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use standard_mediation_model::Standard;

use crate::realistic::{Catalogue, Plan, Style, write};
use crate::support::{command, root, run, standard};

/// Two and a half megabytes or so: more blocks than three threads hold together.
const PLAN: Plan = Plan { rows: 2_400, seed: 11, rate: 4_000, catalogue: Catalogue::All };

/// A word of a value of each standard, with enough letters for a hundred spellings.
const WORD: &str = "professionnelle";

fn file(folder: &Path, standard: &Standard, style: Style) {
    let mut bytes = Vec::new();
    write(standard, PLAN, style, &mut bytes).expect("memory");
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.len() > 5 << 19, "{}", text.len());
    // The same value in a hundred spellings, so that each block meets some that others met, and some of its own.
    let (mut spelt, mut rank) = (String::with_capacity(text.len()), 0_usize);
    for part in text.split_inclusive(WORD) {
        let (before, word) = part.split_at(part.strip_suffix(WORD).map_or(part.len(), str::len));
        spelt.push_str(before);
        let letter = |(at, letter): (usize, char)| if rank >> at & 1 == 1 { letter.to_ascii_uppercase() } else { letter };
        spelt.extend(word.chars().enumerate().map(letter));
        rank = (rank + 1) % 97;
    }
    fs::write(folder.join("lieux.csv"), &spelt).expect("a file");
}

/// What a command writes and says with that many threads: its exit code, what it prints, then each of its files.
fn ran(folder: &Path, verb: &str, more: &[&str], threads: &str) -> (i32, String, Vec<Vec<u8>>) {
    let written = ["sortie.csv", "rapport.csv", "rapport.json"];
    for name in written {
        let _ = fs::remove_file(folder.join(name));
    }
    let place = |name: &str| root().join(name).to_str().expect("UTF-8").to_owned();
    let schema = ["--schema".to_owned(), place("schema"), "--generated".to_owned(), place("generated")];
    let (code, stdout, stderr) =
        run(command().current_dir(folder).args([verb, "lieux.csv", "--threads", threads]).args(more).args(schema));
    assert!(code < 2, "{verb} : {stderr}");
    (code, stdout, written.iter().filter_map(|name| fs::read(folder.join(name)).ok()).collect())
}

fn holds(standard: &Standard, style: Style, verb: &str, more: &[&str], files: usize) -> (String, Vec<Vec<u8>>) {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), standard, style);
    let one = ran(folder.path(), verb, more, "1");
    assert_eq!(one.2.len(), files);
    for threads in ["2", "3"] {
        assert!(ran(folder.path(), verb, more, threads) == one, "{verb}, {threads}");
    }
    (one.1, one.2)
}

#[test]
fn validation_says_the_same() {
    let (said, _) = holds(&standard(), Style::AllQuoted, "validate", &["--format", "ndjson"], 0);
    assert!(said.lines().count() > 800, "{}", said.lines().count());
}

#[test]
fn repair_writes_and_says_the_same() {
    let options = ["-o", "sortie.csv", "--rapport", "rapport.csv"];
    for style in [Style::AllQuoted, Style::Minimal] {
        let (said, files) = holds(&standard(), style, "repair", &options, 2);
        assert!(said.contains("Réparé") && files[1].len() > 50_000, "{said}");
        // Rows are numbered from the start of the file, whatever the block: no row of this one is left out.
        let report = std::str::from_utf8(&files[1]).expect("UTF-8");
        let number = |cell: Option<&str>| cell.and_then(|cell| cell.parse::<u64>().ok());
        let mut last = 0;
        for line in report.lines().filter(|line| line.starts_with("sûre;") || line.starts_with("impossible;")) {
            let (row, written) = (number(line.split(';').nth(1)), number(line.split(';').nth(2)));
            assert!(written.is_none() || row == written, "{line}");
            last = written.unwrap_or(last);
        }
        assert!(last > 2_300, "{last}");
    }
}

#[test]
fn migration_writes_and_says_the_same() {
    let old = fs::read_to_string(root().join("schema/versions/0.1.1.json")).expect("a frozen version");
    let old: Standard = serde_json::from_str(&old).expect("a standard");
    for report in ["rapport.csv", "rapport.json"] {
        let options = ["-o", "sortie.csv", "--rapport", report];
        let (_, files) = holds(&old, Style::AllQuoted, "migrate", &options, 2);
        let report = String::from_utf8(files[1].clone()).expect("UTF-8");
        let spelt: BTreeSet<&str> = report.lines().filter_map(spelling).collect();
        assert!(spelt.len() > 50, "{spelt:?}");
    }
}

/// The word, as a line spells it.
fn spelling(line: &str) -> Option<&str> {
    let at = line.to_ascii_lowercase().find(WORD)?;
    line.get(at..at + WORD.len())
}
