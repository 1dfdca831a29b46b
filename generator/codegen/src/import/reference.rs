//! What other versions of a standard lend to an import: codes of values, names of lists, groups, first versions.
//!
//! Only names are lent, never constraints: what a schema accepts is its own business.

use standard_mediation_model::{Field, FormerName, Standard, Version, Vocabulary};

/// Other versions, the one that lends names first.
#[derive(Debug, Clone, Copy)]
pub(super) struct References<'a> {
    pub(super) all: &'a [Standard],
    /// The version being imported.
    pub(super) version: Version,
}

impl<'a> References<'a> {
    /// The main one.
    pub(super) fn main(self) -> Option<&'a Standard> {
        self.all.first()
    }

    /// The field that this one is, or was to become.
    pub(super) fn field(self, name: &str) -> Option<(&'a Standard, &'a Field)> {
        let named = self.all.iter().find_map(|standard| Some((standard, standard.field(name)?)));
        named.or_else(|| {
            self.all.iter().find_map(|standard| {
                let was =
                    |field: &&Field| field.former_names.iter().any(|former| former.name == name && former.until >= self.version);
                Some((standard, standard.fields.iter().find(was)?))
            })
        })
    }

    /// The first version with a field of that very name.
    pub(super) fn field_since(self, name: &str) -> Version {
        let known = self.all.iter().filter_map(|standard| Some(standard.field(name)?.since));
        known.chain([self.version]).min().unwrap_or(self.version)
    }

    /// The names that it had before this version.
    pub(super) fn former_names(self, name: &str) -> Vec<FormerName> {
        let known = self.all.iter().find_map(|standard| standard.field(name));
        let former = known.into_iter().flat_map(|field| &field.former_names);
        former.filter(|former| former.until < self.version).cloned().collect()
    }

    /// The list that the field takes its values from elsewhere, or had better: the one that shares most of them.
    pub(super) fn vocabulary(self, field: &str, labels: &[String]) -> Option<&'a Vocabulary> {
        if let Some((standard, field)) = self.field(field) {
            return standard.vocabulary_of(field);
        }
        let shared = |vocabulary: &Vocabulary| labels.iter().filter(|label| vocabulary.by_label(label).is_some()).count();
        let vocabularies = self.all.iter().flat_map(|standard| &standard.vocabularies);
        vocabularies.filter(|vocabulary| shared(vocabulary) * 2 > labels.len()).max_by_key(|vocabulary| shared(vocabulary))
    }

    /// The code that a value has elsewhere, by its label or else by an alias; first in the list given, then anywhere.
    pub(super) fn code(self, label: &str, vocabulary: Option<&'a Vocabulary>) -> Option<&'a str> {
        let everywhere = || vocabulary.into_iter().chain(self.all.iter().flat_map(|standard| &standard.vocabularies));
        let same = everywhere().find_map(|vocabulary| vocabulary.by_label(label));
        let other = || {
            everywhere().flat_map(|vocabulary| &vocabulary.values).find(|value| value.aliases.iter().any(|alias| alias == label))
        };
        same.or_else(other).map(|value| value.code.as_str())
    }

    /// The first version with that value in that list: known by its label, else by its code.
    pub(super) fn value_since(self, vocabulary: &str, label: &str, code: &str) -> Version {
        let known = self.all.iter().filter_map(|standard| {
            let vocabulary = standard.vocabulary(vocabulary)?;
            Some(vocabulary.by_label(label).or_else(|| vocabulary.by_code(code))?.since)
        });
        known.chain([self.version]).min().unwrap_or(self.version)
    }
}
