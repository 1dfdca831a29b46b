//! What happened to the standard, version after version: what was computed, and what was told of it.
//!
//! In: the standard, whose comparisons and changes are already there. Out: the same, put together by version, by field
//! and by value. Several emitters show it; none computes it again.

use standard_mediation_model::diff::Difference;
use standard_mediation_model::{Change, Comparison, Date, Field, Impact, Standard, Version};

/// One version, as a journal tells it.
pub(crate) struct Entry<'a> {
    /// Its number.
    pub(crate) version: Version,
    /// The day it was written.
    pub(crate) date: Date,
    /// Whether the national site has it; true for the one in preparation.
    pub(crate) published: bool,
    /// What is told, heaviest first.
    pub(crate) changes: Vec<&'a Change>,
    /// What was computed; `None` when there was nothing to compare with.
    pub(crate) comparison: Option<&'a Comparison>,
}

/// Every version, newest first.
pub(crate) fn entries(standard: &Standard) -> Vec<Entry<'_>> {
    let identity = &standard.identity;
    let past = standard.history.iter().map(|release| (release.version, release.date, release.published));
    let mut versions: Vec<_> = past.chain([(identity.version, identity.modified, true)]).collect();
    versions.sort_by_key(|(version, ..)| std::cmp::Reverse(*version));
    let entry = |(version, date, published)| Entry {
        version,
        date,
        published,
        changes: standard.changes.iter().filter(|change| change.version == version).collect(),
        comparison: standard.comparisons.iter().find(|comparison| comparison.version == version),
    };
    versions.into_iter().map(entry).collect()
}

/// What data sees of a comparison, heaviest first: texts aside.
pub(crate) fn weighty(comparison: &Comparison) -> Vec<&Difference> {
    let mut differences: Vec<&Difference> =
        comparison.differences.iter().filter(|difference| difference.impact != Impact::Patch).collect();
    differences.sort_by_key(|difference| difference.impact);
    differences
}

/// What happened to a field, under its name or a former one, newest version first.
pub(crate) fn of_field<'a>(standard: &'a Standard, field: &'a Field) -> Vec<(Version, Vec<&'a Difference>)> {
    let former = |version: Version| field.former_names.iter().filter(move |former| version <= former.until);
    by_version(standard, |version, difference| {
        let names = || difference.fields.iter().flat_map(|names| [&names.before, &names.after]).flatten();
        names().any(|name| *name == field.name || former(version).any(|former| former.name == *name))
    })
}

/// What happened to a value of a vocabulary, newest version first.
pub(crate) fn of_value<'a>(standard: &'a Standard, vocabulary: &str, code: &str) -> Vec<(Version, Vec<&'a Difference>)> {
    by_version(standard, |_, difference| {
        difference.vocabulary.as_deref() == Some(vocabulary) && difference.values.iter().any(|value| value == code)
    })
}

fn by_version<'a>(
    standard: &'a Standard,
    concerns: impl Fn(Version, &Difference) -> bool,
) -> Vec<(Version, Vec<&'a Difference>)> {
    let of = |comparison: &'a Comparison| {
        let kept: Vec<&Difference> =
            weighty(comparison).into_iter().filter(|difference| concerns(comparison.version, difference)).collect();
        (comparison.version, kept)
    };
    standard.comparisons.iter().rev().map(of).filter(|(_, kept)| !kept.is_empty()).collect()
}
