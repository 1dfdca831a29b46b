//! Which version of the standard a header speaks.
//!
//! In: a header, the present standard, and versions of the past. Out: [`Spoken`], best first. Only names and titles tell
//! versions apart; former names and aliases, which later versions know too, do not count.

use std::collections::BTreeSet;

use crate::{Standard, Version};

use super::naming::{Likeness, Names, loose};

/// How well a header speaks a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The version.
    pub version: Version,
    /// Columns of the header that are fields of the version, by name or by title.
    pub known: usize,
    /// Columns of the header that have the very name of a field of the version.
    pub exact: usize,
    /// Columns of the header.
    pub columns: usize,
    /// Fields of the version.
    pub fields: usize,
    /// Whether some column has the very name of a field of the version that the present one has no more.
    is_firm: bool,
}

impl Spoken {
    /// Whether the header is that of the version, to the letter, whatever its order.
    pub fn is_whole(&self) -> bool {
        self.exact == self.fields && self.columns == self.fields
    }
}

/// The versions that a header may speak, best first: the most columns known (one more than the present version does not
/// count, unless it has the very name of a field that is no more), then what the national site published or what is in
/// preparation, then the newest.
pub fn spoken<'s>(header: &[String], present: &'s Standard, past: impl IntoIterator<Item = &'s Standard>) -> Vec<Spoken> {
    let current = |version: Version| {
        let published = present.history.iter().any(|release| release.version == version && release.published);
        published || version == present.identity.version
    };
    let mut out: Vec<Spoken> = past.into_iter().chain([present]).map(|standard| of(header, standard, present)).collect();
    let known_now = out.iter().filter(|spoken| spoken.version == present.identity.version).map(|spoken| spoken.known).max();
    let is_doubtful = |spoken: &Spoken| !spoken.is_firm && Some(spoken.known) == known_now.map(|known| known + 1);
    let more = |spoken: &Spoken| usize::from(is_doubtful(spoken));
    let weighed = |spoken: &Spoken| (spoken.known - more(spoken), spoken.exact.saturating_sub(more(spoken)));
    out.sort_by_key(|spoken| std::cmp::Reverse((weighed(spoken), current(spoken.version), spoken.version)));
    out.dedup_by_key(|spoken| spoken.version);
    out
}

/// Whether a header has the very name of a field that the present version has not. « courriel » may be a slip for « courriels »,
/// and « Accessibilité » is a title that anyone may choose.
fn is_firm(header: &[String], standard: &Standard, present: &Standard) -> bool {
    let is_slip = |name: &str| present.fields.iter().any(|field| loose(&field.name) == loose(name));
    header.iter().any(|name| standard.field(name).is_some() && !present.is_column(name) && !is_slip(name))
}

/// How well a header speaks the version of one standard.
fn of(header: &[String], standard: &Standard, present: &Standard) -> Spoken {
    let names = Names::new(standard);
    let mut known = vec![false; standard.fields.len()];
    let mut exact = known.clone();
    for name in header {
        if let Some((Likeness::Name | Likeness::Title, field)) = names.sure(name) {
            known[field] = true;
            exact[field] |= standard.fields[field].name == *name;
        }
    }
    let count = |of: &[bool]| of.iter().filter(|there| **there).count();
    Spoken {
        version: standard.identity.version,
        known: count(&known),
        exact: count(&exact),
        columns: header.len(),
        fields: standard.fields.len(),
        is_firm: is_firm(header, standard, present),
    }
}

/// Whether each column of a header has the very name of a field: no version can then know more of it.
pub fn knows_all(standard: &Standard, header: &[String]) -> bool {
    header.iter().all(|name| standard.field(name).is_some())
}

/// Lends to the fields of a version of the past what it did not record and those of the same name say now: their aliases, and
/// the words for a form that has not changed. Lends the names of the columns that came since as well.
pub fn lend_words(present: &Standard, past: &mut Standard) {
    let since = present.fields.iter().filter(|field| past.field(&field.name).is_none());
    past.later = since.map(|field| (field.name.clone(), field.since)).collect();
    for field in &mut past.fields {
        let Some(present) = present.field(&field.name) else { continue };
        if field.aliases.is_empty() {
            field.aliases.clone_from(&present.aliases);
        }
        if let (Some(old), Some(new)) = (&mut field.pattern, &present.pattern)
            && old.in_words.is_empty()
            && alternatives(&old.expression) == alternatives(&new.expression)
        {
            old.in_words.clone_from(&new.in_words);
        }
    }
}

/// What an expression offers to choose from: version 0.1.0 offers a prefix twice.
fn alternatives(expression: &str) -> BTreeSet<&str> {
    expression.split('|').collect()
}
