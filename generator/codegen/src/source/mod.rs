//! From the text of `schema/**` to a [`Standard`], or to everything that is wrong with it.
//!
//! In: [`Sources`], the bytes of each file under its relative path. Out: [`Loaded`]. In between, three readings:
//! *form* (each file alone: syntax, keys, kinds), *resolution* (versions, dates, references, made explicit) and *sense*
//! (names, values, texts, patterns, examples). Each reading says all it can, so that one run shows every problem.
//!
//! Nothing here touches the disk or knows how a finding is shown.

mod ambiguous;
mod document;
pub mod edit;
mod files;
mod form;
mod history;
mod migrations;
pub mod past;
pub(crate) mod report;
mod resolve;
mod sense;
pub(crate) mod shapes;
mod syntax;
mod tree;
mod typography;
mod write;

use std::collections::BTreeMap;

pub(crate) use report::Report;
pub(crate) use sense::is_exchangeable;
use standard_mediation_model::{Finding, Level, Standard, Version};
pub(crate) use typography::prose;
pub use write::write;

/// The files of `schema/`: relative path with `/`, bytes.
pub type Sources = BTreeMap<String, Vec<u8>>;

/// Largest file that is read, in bytes. The real ones are below 40 KiB.
pub const MAX_FILE_BYTES: usize = 1 << 20;

/// Largest frozen version that is read, in bytes. Ours take about 150 KiB.
pub const MAX_FROZEN_BYTES: usize = 16 << 20;

/// The outcome of a reading.
#[derive(Debug)]
pub struct Loaded {
    /// The standard; `None` as soon as one finding is blocking.
    pub standard: Option<Standard>,
    /// The frozen versions, oldest first, those that read.
    pub past: BTreeMap<Version, Standard>,
    /// What was found, sorted by place.
    pub findings: Vec<Finding>,
    /// The clean text of each file, to show findings in.
    pub texts: BTreeMap<String, String>,
}

/// Reads the sources. Total: whatever the bytes, it returns.
pub fn load(sources: &Sources) -> Loaded {
    read(sources, true)
}

/// Reads the sources as they stand, without asking whether what changed since the last published version is told,
/// decided and numbered: a comparison is there to say just that.
pub fn load_as_written(sources: &Sources) -> Loaded {
    read(sources, false)
}

fn read(sources: &Sources, is_held: bool) -> Loaded {
    let mut findings = Vec::new();
    let past = past::read(sources, &mut findings);
    let (files, texts) = files::read(sources, &mut findings);
    let standard = files.as_ref().and_then(|files| {
        past::announced(files, sources, &mut findings);
        sense::check_files(files, &past, &mut findings);
        let mut standard = resolve::resolve(files, &mut findings)?;
        standard.comparisons = history::comparisons(&standard, &past);
        standard.migrations = migrations::resolve(files, &standard, &past, &mut findings);
        sense::check_data(files, &standard, &mut findings);
        // What is already wrong would only be said again as a change.
        if is_held && !is_blocked(&findings) {
            sense::check_changes(files, &standard, &past, &mut findings);
            if !files.incomplete {
                migrations::missing(files, &standard, &past, &mut findings);
            }
        }
        Some(standard)
    });
    findings.sort();
    findings.dedup();
    let standard = standard.filter(|_| !is_blocked(&findings));
    Loaded { standard, past, findings, texts }
}

fn is_blocked(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.level == Level::Blocking)
}
