//! Migration of any CSV, from a version that the first byte names, as the command does it: its header is recognised, and what
//! the steps ask to look at is looked at. No part of a cell disappears without a line.
#![no_main]

#[path = "../../migrate/account.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod account;
mod standards;

use std::sync::LazyLock;

use account::Account;
use libfuzzer_sys::fuzz_target;
use standard_mediation_model::{Checker, Date, Standard};
use standard_mediation_model::data::{Block, Rows, open_csv};
use standard_mediation_model::migration::{Decisions, Heading, Mover, Plan};
use standards::{STANDARD, read};

/// Every version, oldest first.
static STANDARDS: LazyLock<Vec<Standard>> = LazyLock::new(|| {
    let frozen = [
        include_str!("../../../schema/versions/0.1.0.json"),
        include_str!("../../../schema/versions/0.1.1.json"),
        include_str!("../../../schema/versions/1.0.0.json"),
        include_str!("../../../schema/versions/1.0.1.json"),
        include_str!("../../../schema/versions/1.0.2.json"),
    ];
    frozen.into_iter().map(read).chain([STANDARD.clone()]).collect()
});

/// The plan from each frozen version to the present one, without an answer.
static PLANS: LazyLock<Vec<Plan>> = LazyLock::new(|| {
    let all: Vec<&Standard> = STANDARDS.iter().collect();
    let to = STANDARD.identity.version;
    let plan = |from: &Standard| Plan::between(&all, &STANDARD.migrations, (from.identity.version, to), &Decisions::default());
    STANDARDS[..STANDARDS.len() - 1].iter().map(|from| plan(from).expect("a way")).collect()
});

/// Who says the values that break a rule of the present version.
static CHECKER: LazyLock<Checker<'static>> = LazyLock::new(|| Checker::new(&STANDARD, Date::LATEST).expect("a standard"));

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let rank = usize::from(*first) % PLANS.len();
    let (mut csv, _) = open_csv(rest, &STANDARD).expect("bytes in memory");
    let heading = Heading::read(&PLANS[rank], (&STANDARDS[rank], &STANDARD), csv.header());
    let mut mover = Mover::new(&PLANS[rank], &heading.names).checked_by(&CHECKER);
    let mut account = Account::new(&STANDARDS, &STANDARDS[rank], &STANDARD);
    let mut block = Block::new();
    while csv.next(&mut block).expect("bytes in memory") {
        for row in block.rows() {
            let cells: Vec<String> = (0..row.len()).map(|column| row.text(column).into_owned()).collect();
            account.row(&mut mover, &heading.names, row.number(), &cells);
        }
    }
});
