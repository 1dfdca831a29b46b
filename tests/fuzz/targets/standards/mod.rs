//! The standards that bytes are held against, read once.

#[path = "../../../repair_promises/judges.rs"]
#[allow(dead_code, reason = "some targets do not validate")]
pub(crate) mod judges;

use std::sync::LazyLock;

use standard_mediation_model::data::{self, Found, Rows, Sink};
use standard_mediation_model::{Level, Standard};

/// The present one.
pub(crate) static STANDARD: LazyLock<Standard> = LazyLock::new(|| read(include_str!("../../../../generated/standard.json")));

pub(crate) fn read(text: &str) -> Standard {
    serde_json::from_str(text).expect("a standard")
}

/// Counts by level, in the order of the file.
#[derive(Default)]
struct Counted {
    blocking: u64,
    recommendations: u64,
}

impl Sink for Counted {
    fn found(&mut self, found: &Found) -> std::io::Result<()> {
        assert!(!found.message.is_empty() && !found.help.is_empty(), "{found:?}");
        match found.level {
            Level::Blocking => self.blocking += 1,
            Level::Recommendation => self.recommendations += 1,
        }
        Ok(())
    }
}

/// Validates rows: all that is told is counted, and asking for the blocking rules alone tells as many of them.
#[allow(dead_code, reason = "some targets do not validate")]
pub(crate) fn validation_holds<'b>(open: impl Fn() -> Box<dyn Rows + 'b>) {
    let read = |only| {
        let mut rows = open();
        let judge = judges::judge(&STANDARD, rows.as_mut(), only);
        let mut counted = Counted::default();
        let summary = data::validate(rows.as_mut(), &judge, &mut counted).expect("bytes in memory");
        assert_eq!((summary.blocking, summary.recommendations), (counted.blocking, counted.recommendations));
        counted
    };
    let (all, blocking) = (read(None), read(Some(Level::Blocking)));
    assert_eq!((all.blocking, 0), (blocking.blocking, blocking.recommendations));
}
