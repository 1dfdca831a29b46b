//! What each version changed, computed.
//!
//! In: the standard and the frozen versions. Out: one comparison a version, with the last *published* version before
//! it: a version that was written and never published (1.0.2) changed nothing for anybody's files, and the next one is
//! measured against what files really follow.

use std::collections::BTreeMap;

use standard_mediation_model::{Comparison, Standard, Version, diff};

/// The comparisons, oldest version first. A version without frozen file, or without one to be compared with, has none.
pub(super) fn comparisons(standard: &Standard, past: &BTreeMap<Version, Standard>) -> Vec<Comparison> {
    let present = standard.identity.version;
    let mut comparisons = Vec::new();
    for version in standard.versions() {
        let after = if version == present { Some(standard) } else { past.get(&version) };
        let (Some(after), Some(before)) = (after, base(standard, past, version)) else { continue };
        comparisons.push(Comparison { before: before.identity.version, version, differences: diff::compare(before, after) });
    }
    comparisons
}

/// The last published version before `version`.
pub(super) fn base<'a>(standard: &Standard, past: &'a BTreeMap<Version, Standard>, version: Version) -> Option<&'a Standard> {
    let published = standard.history.iter().filter(|release| release.published && release.version < version);
    published.map(|release| release.version).max().and_then(|version| past.get(&version))
}
