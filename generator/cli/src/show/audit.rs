//! What an audit found: to a person, to GitHub, to a program.
//!
//! ```text
//! src/acces.ts:12:5 faute[copie-apostrophe] « Ce lieu n’accueille pas de public » n'a pas l'apostrophe du standard
//!     aide : écrivez « Ce lieu n'accueille pas de public » (modalites_acces, code pas_de_public)
//!
//! vocabulaire      valeurs justes  fautes  absentes
//! modalites_acces  5 sur 6              1  -
//!
//! 1 faute, 0 conseil
//! 14 fichiers lus (34512 octets)
//! ```

mod terminal;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};
use standard_mediation_model::Finding;
use standard_mediation_model::audit::{CopyFinding, FileReport, Tally};

use super::{Output, github, machine, slashed};
use crate::arguments::Format;
use crate::disk::Skip;

/// Findings kept in all; beyond, only their number.
const MOST_FINDINGS: usize = 10_000;
/// Paths kept of what is not read; beyond, only their number.
const MOST_SKIPPED: usize = 200;

/// What an audit found, and what it read.
#[derive(Debug, Default)]
pub(crate) struct Audit {
    /// Findings by file, in the order of reading: first as any other, then with what an audit adds.
    pub(crate) findings: Vec<(Finding, CopyFinding)>,
    /// How many more there are.
    pub(crate) untold: u64,
    /// What was met of each vocabulary.
    pub(crate) tally: Tally,
    pub(crate) files: u64,
    pub(crate) bytes: u64,
    /// What is not read.
    pub(crate) skipped: Vec<Skipped>,
    pub(crate) skips: BTreeMap<Skip, u64>,
}

/// Something that is not read.
#[derive(Debug)]
pub(crate) struct Skipped {
    pub(crate) path: String,
    pub(crate) why: Skip,
}

impl Audit {
    /// Adds what a text holds.
    pub(crate) fn add(&mut self, path: &Path, bytes: u64, report: FileReport) {
        self.files += 1;
        self.bytes += bytes;
        self.untold += report.untold;
        self.tally.add(&report.tally);
        let path = slashed(path);
        for copy in report.findings {
            if self.findings.len() < MOST_FINDINGS {
                self.findings.push((copy.finding(&path), copy));
            } else {
                self.untold += 1;
            }
        }
    }

    /// Says that something is not read.
    pub(crate) fn skip(&mut self, path: &Path, why: Skip) {
        *self.skips.entry(why).or_default() += 1;
        // What is unreadable makes the command fail: it is always named.
        if self.skipped.len() < MOST_SKIPPED || (why == Skip::Unreadable && self.skips[&why] == 1) {
            self.skipped.push(Skipped { path: slashed(path).into_owned(), why });
        }
    }
}

/// Shows an audit on the standard output.
pub(crate) fn audit(format: Format, audit: &Audit) -> io::Result<()> {
    let findings: Vec<Finding> = match format {
        Format::Github | Format::Sarif => audit.findings.iter().map(|(finding, _)| finding.clone()).collect(),
        Format::Terminal | Format::Json => Vec::new(),
    };
    let (nowhere, texts) = (Path::new(""), BTreeMap::new());
    let output = Output { schema: nowhere, out: nowhere, sources: &findings, texts: &texts, drift: &[], publication: None };
    let text = match format {
        Format::Terminal => terminal::render(audit),
        Format::Json => machine::pretty(&value(audit)),
        Format::Sarif => machine::sarif(&output),
        Format::Github => {
            if !findings.is_empty() {
                github::summary(&output)?;
            }
            github::render(&output)
        }
    };
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

/// `{"constats": […], "constats_en_plus", "vocabulaires": […], "lecture": {…}}`
fn value(audit: &Audit) -> Value {
    let finding = |(finding, copy): &(Finding, CopyFinding)| {
        let mut value = json!(finding);
        if let (Value::Object(value), Value::Object(more)) = (&mut value, json!(copy)) {
            value.extend(more);
        }
        value
    };
    let met: Vec<_> = audit.tally.vocabularies().iter().filter(|vocabulary| vocabulary.is_met()).collect();
    let skipped = audit.skipped.iter().map(|skipped| json!({ "chemin": skipped.path, "raison": skipped.why.word() }));
    json!({
        "constats": audit.findings.iter().map(finding).collect::<Vec<_>>(),
        "constats_en_plus": audit.untold,
        "vocabulaires": met,
        "lecture": {
            "fichiers": audit.files,
            "octets": audit.bytes,
            "passes": skipped.collect::<Vec<_>>(),
            "passes_en_plus": audit.skips.values().sum::<u64>() - audit.skipped.len() as u64,
        },
    })
}
