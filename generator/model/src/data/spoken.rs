//! Which version of the standard a header speaks.
//!
//! In: a header, the present standard, and versions of the past. Out: [`Spoken`], best first. Only names and titles tell
//! versions apart; former names and aliases, which later versions know too, do not count.

use crate::{Standard, Version};

use super::naming::{Likeness, Names};

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
}

impl Spoken {
    /// Whether the header is that of the version, to the letter, whatever its order.
    pub fn is_whole(&self) -> bool {
        self.exact == self.fields && self.columns == self.fields
    }
}

/// The versions that a header may speak, best first: the most columns known (one more than the present version does not
/// count), then what the national site published or what is in preparation, then the newest.
pub fn spoken<'s>(header: &[String], present: &'s Standard, past: impl IntoIterator<Item = &'s Standard>) -> Vec<Spoken> {
    let current = |version: Version| {
        let published = present.history.iter().any(|release| release.version == version && release.published);
        published || version == present.identity.version
    };
    let mut out: Vec<Spoken> = past.into_iter().chain([present]).map(|standard| of(header, standard)).collect();
    // One column of the past does not make a file of the past.
    let known_now = out.iter().filter(|spoken| spoken.version == present.identity.version).map(|spoken| spoken.known).max();
    let more = |spoken: &Spoken| usize::from(Some(spoken.known) == known_now.map(|known| known + 1));
    let weighed = |spoken: &Spoken| (spoken.known - more(spoken), spoken.exact.saturating_sub(more(spoken)));
    out.sort_by_key(|spoken| std::cmp::Reverse((weighed(spoken), current(spoken.version), spoken.version)));
    out.dedup_by_key(|spoken| spoken.version);
    out
}

/// How well a header speaks the version of one standard.
fn of(header: &[String], standard: &Standard) -> Spoken {
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
    }
}

/// Whether each column of a header has the very name of a field: no version can then know more of it.
pub fn knows_all(standard: &Standard, header: &[String]) -> bool {
    header.iter().all(|name| standard.field(name).is_some())
}

/// Lends the aliases of the present fields to those of the same name in a version of the past, which recorded none, and the
/// names of the columns that came since.
pub fn lend_aliases(present: &Standard, past: &mut Standard) {
    let since = present.fields.iter().filter(|field| past.field(&field.name).is_none());
    past.later = since.map(|field| (field.name.clone(), field.since)).collect();
    for field in past.fields.iter_mut().filter(|field| field.aliases.is_empty()) {
        if let Some(present) = present.field(&field.name) {
            field.aliases.clone_from(&present.aliases);
        }
    }
}
