//! JSON and NDJSON of any bytes: read the same however they come, as `serde_json` does where it can, and validated.
#![no_main]

#[path = "../../readers/properties.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the tests")]
mod properties;
mod standards;

use libfuzzer_sys::fuzz_target;
use standard_mediation_model::data;
use standards::{STANDARD, validation_holds};

fuzz_target!(|bytes: &[u8]| {
    properties::json_holds(bytes, &STANDARD);
    validation_holds(|| Box::new(data::open_json(bytes).expect("bytes in memory").0));
});
