//! The engine of the browser says what the command says, to the byte, on every shared case; hostile bytes get a message.

mod hostile;
mod look;
mod same;

use std::collections::BTreeMap;
use std::io;
use std::process::Command;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use standard_mediation_browser::{Channel, Host, Source, migrate, repair, run, validate};
use standard_mediation_report::Refusal;

use crate::support::root;

/// A page without a browser: sources and channels in memory.
#[derive(Clone)]
pub(crate) struct Page(Arc<Inside>);

struct Inside {
    sources: BTreeMap<Source, Vec<u8>>,
    channels: Mutex<BTreeMap<Channel, Vec<u8>>>,
}

impl Host for Page {
    fn size(&self, source: Source) -> u64 {
        self.0.sources.get(&source).map_or(0, |bytes| bytes.len() as u64)
    }

    fn read(&self, source: Source, at: u64, out: &mut [u8]) -> io::Result<usize> {
        let bytes = self.0.sources.get(&source).ok_or(io::ErrorKind::NotFound)?;
        let rest = usize::try_from(at).ok().and_then(|at| bytes.get(at..)).unwrap_or_default();
        let count = rest.len().min(out.len());
        out[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }

    fn write(&self, channel: Channel, bytes: &[u8]) {
        self.0.channels.lock().expect("no panic before").entry(channel).or_default().extend_from_slice(bytes);
    }

    fn restart(&self, channel: Channel) {
        self.0.channels.lock().expect("no panic before").remove(&channel);
    }
}

/// What a page asks.
pub(crate) struct Asked<'a> {
    /// The name of the file.
    pub(crate) name: &'a str,
    /// Its bytes.
    pub(crate) file: Vec<u8>,
    /// Options besides the usual ones.
    pub(crate) options: Value,
    /// The form of questions, filled in.
    pub(crate) form: Option<Vec<u8>>,
    /// A standard instead of the present one.
    pub(crate) standard: Option<Vec<u8>>,
}

impl<'a> Asked<'a> {
    /// About a file, with nothing special.
    pub(crate) fn about(name: &'a str, file: Vec<u8>) -> Self {
        Self { name, file, options: json!({}), form: None, standard: None }
    }
}

/// What a page was given: one of the three tasks, and its channels.
pub(crate) struct Given {
    /// Whether it came to something.
    pub(crate) done: bool,
    channels: BTreeMap<Channel, Vec<u8>>,
}

impl Given {
    /// The text of a channel.
    pub(crate) fn text(&self, channel: Channel) -> &str {
        std::str::from_utf8(self.bytes(channel)).expect("UTF-8")
    }

    /// The bytes of a channel.
    pub(crate) fn bytes(&self, channel: Channel) -> &[u8] {
        self.channels.get(&channel).map(Vec::as_slice).unwrap_or_default()
    }

    /// What the page shows.
    pub(crate) fn page(&self) -> Value {
        serde_json::from_slice(self.bytes(Channel::Page)).expect("a document")
    }
}

/// Today, as the command knows it.
fn today() -> String {
    let output = Command::new("date").arg("+%F").output().expect("a clock");
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

/// The numbers and bytes of the frozen versions.
fn frozen() -> Vec<(String, Vec<u8>)> {
    let files = crate::support::files(&root().join("schema/versions"));
    let versions = files.into_iter().filter_map(|(path, bytes)| Some((path.strip_suffix(".json")?.to_owned(), bytes)));
    versions.collect()
}

fn page(asked: Asked<'_>) -> Page {
    let frozen = frozen();
    let mut options = json!({
        "nom": asked.name,
        "jour": today(),
        "versions": frozen.iter().map(|(version, _)| version).collect::<Vec<_>>(),
        "formulaire": asked.form.is_some(),
    });
    for (key, value) in asked.options.as_object().expect("an object") {
        options[key] = value.clone();
    }
    let present = || std::fs::read(root().join("generated/standard.json")).expect("a standard");
    let mut sources = BTreeMap::from([
        (Source::Options, options.to_string().into_bytes()),
        (Source::File, asked.file),
        (Source::Standard, asked.standard.unwrap_or_else(present)),
    ]);
    sources.extend(asked.form.map(|form| (Source::Form, form)));
    sources.extend((0..).zip(frozen).map(|(rank, (_, bytes))| (Source::Frozen(rank), bytes)));
    Page(Arc::new(Inside { sources, channels: Mutex::default() }))
}

fn ask(asked: Asked<'_>, task: fn(&Page) -> Result<(), Refusal>) -> Given {
    let page = page(asked);
    let done = run(&page, task);
    let channels = page.0.channels.lock().expect("no panic before").clone();
    assert_eq!(done, !channels.contains_key(&Channel::Refusal), "a refusal is said, and said alone");
    Given { done, channels }
}

/// Validates as the page does.
pub(crate) fn validated(asked: Asked<'_>) -> Given {
    ask(asked, validate)
}

/// Repairs as the page does.
pub(crate) fn repaired(asked: Asked<'_>) -> Given {
    ask(asked, repair)
}

/// Migrates as the page does.
pub(crate) fn migrated(asked: Asked<'_>) -> Given {
    ask(asked, migrate)
}
