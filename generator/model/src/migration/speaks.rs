//! Which version a header speaks.
//!
//! In: the standards, the names of the columns of a file. Out: the versions that it may be of, ranked as a validation ranks
//! them. Must not look at values.

use std::collections::BTreeSet;

use crate::data::spoken;
use crate::{Standard, Version};

/// What a header says of its version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaks {
    /// These versions have the same columns: the first is the one that a validation would hold the file against.
    Versions(Vec<Version>),
    /// As many columns of several versions that differ, oldest first: somebody has to say which one.
    Unsure(Vec<Version>),
    /// No column of any version.
    Nothing,
}

/// The versions that know most of the columns of a header. `standards` are all versions, oldest first.
pub fn speaks(standards: &[&Standard], header: &[String]) -> Speaks {
    let Some((present, past)) = standards.split_last() else { return Speaks::Nothing };
    let ranked = spoken(header, present, past.iter().copied());
    let Some(best) = ranked.first().filter(|best| best.known > 0) else { return Speaks::Nothing };
    let like_best = ranked.iter().filter(|other| (other.known, other.exact) == (best.known, best.exact));
    let mut versions: Vec<Version> = like_best.map(|spoken| spoken.version).collect();
    let names = |version: &Version| -> BTreeSet<&str> {
        let standard = standards.iter().find(|standard| standard.identity.version == *version);
        standard.into_iter().flat_map(|standard| &standard.fields).map(|field| field.name.as_str()).collect()
    };
    let columns = names(&best.version);
    if versions.iter().all(|version| names(version) == columns) {
        return Speaks::Versions(versions);
    }
    versions.sort_unstable();
    Speaks::Unsure(versions)
}
