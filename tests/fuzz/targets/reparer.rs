//! Repair of any CSV, JSON or workbook: what is promised of it holds.
#![no_main]

#[path = "../../repair_promises/promises.rs"]
mod promises;
mod standards;

use libfuzzer_sys::fuzz_target;
use standards::{STANDARD, judges};

fuzz_target!(|bytes: &[u8]| {
    let _ = promises::repair_holds(&STANDARD, bytes);
});
