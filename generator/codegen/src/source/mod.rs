//! From the text of `schema/**` to a [`Standard`], or to everything that is wrong with it.
//!
//! In: [`Sources`], the bytes of each file under its relative path. Out: [`Loaded`]. In between, three readings:
//! *form* (each file alone: syntax, keys, kinds), *resolution* (versions, dates, references, made explicit) and *sense*
//! (names, values, texts, patterns, examples). Each reading says all it can, so that one run shows every problem.
//!
//! Nothing here touches the disk or knows how a finding is shown.

mod ambiguous;
mod document;
mod files;
mod form;
mod plain;
mod report;
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
use standard_mediation_model::{Finding, Level, Standard};
pub(crate) use typography::prose;
pub use write::write;

/// The files of `schema/`: relative path with `/`, bytes.
pub type Sources = BTreeMap<String, Vec<u8>>;

/// Largest file that is read, in bytes. The real ones are below 40 KiB.
pub const MAX_FILE_BYTES: usize = 1 << 20;

/// The outcome of a reading.
#[derive(Debug)]
pub struct Loaded {
    /// The standard; `None` as soon as one finding is blocking.
    pub standard: Option<Standard>,
    /// What was found, sorted by place.
    pub findings: Vec<Finding>,
    /// The clean text of each file, to show findings in.
    pub texts: BTreeMap<String, String>,
}

/// Reads the sources. Total: whatever the bytes, it returns.
pub fn load(sources: &Sources) -> Loaded {
    let mut findings = Vec::new();
    let (files, texts) = files::read(sources, &mut findings);
    let standard = files.as_ref().and_then(|files| {
        sense::check_files(files, &mut findings);
        let standard = resolve::resolve(files, &mut findings)?;
        sense::check_data(files, &standard, &mut findings);
        Some(standard)
    });
    findings.sort();
    findings.dedup();
    let blocked = findings.iter().any(|finding| finding.level == Level::Blocking);
    Loaded { standard: standard.filter(|_| !blocked), findings, texts }
}
