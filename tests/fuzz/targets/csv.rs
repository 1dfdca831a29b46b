//! CSV of any bytes: read the same however they come, as the `csv` crate does where it can, and validated.
#![no_main]

#[path = "../../readers/properties.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the tests")]
mod properties;
mod standards;

use libfuzzer_sys::fuzz_target;
use standard_mediation_model::data;
use standards::{STANDARD, validation_holds};

fuzz_target!(|bytes: &[u8]| {
    properties::csv_holds(bytes);
    validation_holds(|| Box::new(data::open_csv(bytes, &STANDARD).expect("bytes in memory").0));
});
