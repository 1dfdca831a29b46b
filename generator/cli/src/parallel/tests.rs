use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use standard_mediation_model::data::{Csv, CsvFormat, Found, Options};
use standard_mediation_model::{Date, Standard};

use super::*;

#[derive(Default)]
struct Told(Vec<Found>);

impl Sink for Told {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        self.0.push(found.clone());
        Ok(())
    }
}

/// Bytes, then a source that fails.
struct Broken<'b>(&'b [u8]);

impl Read for Broken<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self.0.read(out)? {
            0 => Err(io::Error::other("the source fails")),
            read => Ok(read),
        }
    }
}

fn told(text: &[u8], most: u64, threads: usize) -> (Vec<Found>, Result<String, String>) {
    let standard = include_str!("../../../../generated/standard.json");
    let standard: Standard = serde_json::from_str(standard).expect("a standard");
    let mut rows = Csv::open(Broken(text), CsvFormat::default()).expect("a header");
    let options = Options { most, ..Options::new(Date::LATEST) };
    let judge = Judge::new(&standard, &mut rows, options).expect("patterns");
    let mut told = Told::default();
    let summary = validate(&mut rows, &judge, &mut told, threads, &mut |_, _| {});
    (told.0, summary.map(|summary| format!("{summary:?}")).map_err(|error| error.to_string()))
}

#[test]
fn threads_stop_where_one_does() {
    // Six blocks: the name is missing in each row, and once in a while the identifier comes again.
    let row = |rank: usize| format!("{},,{}\n", rank % 50_000, "texte".repeat(rank % 5));
    let text = (0..90_000).fold("id,nom,autre\n".to_owned(), |text, rank| text + &row(rank));
    for most in [1_000, 60_000] {
        let one = told(text.as_bytes(), most, 1);
        let stop = one.0.iter().position(|found| found.rule == "lecture-arretee").expect("it stops");
        assert!(one.0.iter().filter(|found| found.level == standard_mediation_model::Level::Blocking).count() as u64 > most);
        assert!(one.0[stop].row.is_some_and(|row| row < most + 2) && one.1.is_ok());
        for threads in [2, 3] {
            assert!(told(text.as_bytes(), most, threads) == one, "{most}, {threads}");
        }
    }
    // Not stopped, all of them fail where the source does, and what was read before is told.
    let one = told(text.as_bytes(), u64::MAX, 1);
    assert_eq!(one.1, Err("the source fails".to_owned()));
    for threads in [2, 3] {
        assert!(told(text.as_bytes(), u64::MAX, threads) == one, "{threads}");
    }
}

/// One panic is no reason to wait for ever: it goes on to whoever asked, on any number of threads.
#[test]
fn a_panic_on_any_thread_ends_all_of_them() {
    let text = "id,nom\n".to_owned() + &"1,texte\n".repeat(400_000);
    for threads in 1..=4 {
        let (ended, end) = channel();
        let text = text.clone();
        thread::spawn(move || {
            let (first, panicked) = (thread::current().id(), AtomicBool::new(false));
            let mut rows = Csv::open(text.as_bytes(), CsvFormat::default()).expect("a header");
            let work = |_: &Block, (): &mut ()| {
                let is_helper = threads == 1 || thread::current().id() != first;
                assert!(!is_helper || panicked.swap(true, Ordering::Relaxed), "on purpose");
            };
            let add = |_: &mut Block, (): &mut ()| Ok::<bool, io::Error>(true);
            let run = std::panic::AssertUnwindSafe(|| in_order(&mut rows, threads, work, add, |error| error));
            let _ = ended.send(std::panic::catch_unwind(run).is_err());
        });
        // Far longer than it takes: a test that hangs would tell nothing.
        assert_eq!(end.recv_timeout(Duration::from_mins(1)), Ok(true), "{threads} threads");
    }
}
