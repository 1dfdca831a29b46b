//! What is promised of any file: nothing disappears, a second repair changes nothing, no new fault.
//!
//! In: valid rows and random faults, from a seed; a failure names it. The reader of the outputs is another one: the
//! `csv` crate.

mod files;
mod judges;
mod promises;

use std::sync::LazyLock;

use standard_mediation_model::Standard;
use standard_mediation_model::data::repair::Certainty;

use crate::support::standard;
use files::Random;
use promises::repair_holds;

static STANDARD: LazyLock<Standard> = LazyLock::new(standard);

/// What was repaired for sure in files of so many seeds, each of which keeps every promise, and kinds of repairs.
fn held(seeds: std::ops::Range<u64>, file: impl Fn(&Standard, &mut Random) -> Vec<u8>) -> (usize, usize) {
    let standard = LazyLock::force(&STANDARD);
    let (mut sure, mut kinds) = (0, std::collections::BTreeSet::new());
    for seed in seeds {
        let bytes = file(standard, &mut Random(seed));
        let held = std::panic::catch_unwind(|| repair_holds(standard, &bytes));
        let repairs = held.unwrap_or_else(|_| panic!("seed {seed}"));
        sure += repairs.iter().filter(|repair| repair.certainty == Certainty::Sure).count();
        kinds.extend(repairs.into_iter().map(|repair| repair.kind));
    }
    (sure, kinds.len())
}

// In each, the faults are of many kinds, or little was tried.

#[test]
fn repairs_keep_their_promises_on_random_files() {
    let (sure, kinds) = held(0..1_500, |standard, random| files::csv(&files::table(standard, random), random));
    assert!(sure > 2_000 && kinds > 20, "{sure} {kinds}");
}

#[test]
fn repairs_keep_their_promises_on_random_json() {
    let (sure, kinds) = held(0..500, |standard, random| files::json(&files::table(standard, random), random));
    assert!(sure > 500 && kinds > 15, "{sure} {kinds}");
}

#[test]
fn repairs_keep_their_promises_on_random_workbooks() {
    let (sure, kinds) = held(0..500, |standard, random| files::workbook(&files::table(standard, random)));
    assert!(sure > 500 && kinds > 15, "{sure} {kinds}");
}

/// The fuzz target found the second, which was a row for the first reading and none for the next; the others are like it.
#[test]
fn repairs_keep_their_promises_on_rows_of_which_nothing_is_left() {
    let header = "nom,presentation_resume,horaires,source";
    for text in
        ["nom\nA\n\"\"\nB\n", "r{e \nA\n\"\n}\n", "nom\n\"\nB\n", "nom\n\n\n", "x\n\"\"\n", &format!("{header}\n\"\nA,b,c,d\n")]
    {
        repair_holds(LazyLock::force(&STANDARD), text.as_bytes());
    }
}
