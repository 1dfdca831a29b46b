//! Which version a header speaks.
//!
//! In: the standards, the names of the columns of a file. Out: the version whose names it uses. Must not look at values.

use std::collections::BTreeSet;

use crate::{Standard, Version};

/// What a header says of its version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaks {
    /// These versions, oldest first, have the same columns: a file of the oldest of them is a file of all.
    Versions(Vec<Version>),
    /// As many columns of several versions that differ: somebody has to say which one.
    Unsure(Vec<Version>),
    /// No column of any version.
    Nothing,
}

/// The versions that know most of the columns of a header.
pub fn speaks<S: AsRef<str>>(standards: &[&Standard], header: &[S]) -> Speaks {
    let names = |standard: &Standard| -> BTreeSet<String> { standard.fields.iter().map(|field| field.name.clone()).collect() };
    let known = |names: &BTreeSet<String>| header.iter().filter(|name| names.contains(name.as_ref())).count();
    let mut versions: Vec<(Version, BTreeSet<String>)> =
        standards.iter().map(|standard| (standard.identity.version, names(standard))).collect();
    versions.sort_by_key(|(version, _)| *version);
    let most = versions.iter().map(|(_, names)| known(names)).max().unwrap_or_default();
    if most == 0 {
        return Speaks::Nothing;
    }
    versions.retain(|(_, names)| known(names) == most);
    let is_one = versions.iter().all(|(_, names)| *names == versions[0].1);
    let numbers = versions.into_iter().map(|(version, _)| version).collect();
    if is_one { Speaks::Versions(numbers) } else { Speaks::Unsure(numbers) }
}
