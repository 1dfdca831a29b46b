//! What each version said: a column under the names it had, the values of a list and their words.
//!
//! In: the standard and the frozen versions. Out: one entry for versions that say the same in a row, newest first. A text
//! that a version did not record is not told.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use standard_mediation_model::{Field, Standard, Version, Vocabulary};

use super::Site;
use crate::emit::words;

/// The column that a field was in a version.
pub(super) fn ancestor<'a>(field: &Field, version: Version, standard: &'a Standard) -> Option<&'a Field> {
    let mut former = field.former_names.iter().filter(|former| version <= former.until);
    // The name it had then comes first: a former name may have been given to another column since.
    former.find_map(|former| standard.field(&former.name)).or_else(|| standard.field(&field.name))
}

/// What each version said of a column.
pub(super) fn of_field(site: &Site<'_>, field: &Field) -> Vec<Value> {
    let said = site.versions().map(|(version, standard)| {
        let said = ancestor(field, version, standard).map(|field| said(standard, field));
        (version, said.unwrap_or(Value::Null))
    });
    runs(said).into_iter().map(|(versions, said)| json!({ "versions": versions, "dit": said })).collect()
}

fn said(standard: &Standard, field: &Field) -> Value {
    let vocabulary = standard.vocabulary_of(field);
    let form = field.pattern.as_ref().map(|pattern| pattern.in_words.as_str()).filter(|words| !words.is_empty());
    json!({
        "nom": field.name,
        "titre": field.title,
        "obligatoire": field.required,
        "multiple": field.multiple,
        "contenu": words::content(standard, field),
        "liste": vocabulary.map(|vocabulary| vocabulary.values.len()),
        "forme": form,
    })
}

/// The list that a vocabulary was in a version: under its name, or else the one of the columns that it fills now.
fn list<'a>(site: &Site<'_>, vocabulary: &Vocabulary, version: Version, standard: &'a Standard) -> Option<&'a Vocabulary> {
    let users = site.standard.fields.iter().filter(|field| field.vocabulary.as_ref() == Some(&vocabulary.name));
    let mut ancestors = users.filter_map(|field| ancestor(field, version, standard));
    standard.vocabulary(&vocabulary.name).or_else(|| ancestors.find_map(|field| standard.vocabulary_of(field)))
}

/// One value through the versions.
pub(super) struct Life {
    pub(super) code: String,
    /// The words it has, or had last.
    pub(super) label: String,
    /// For each version of [`Lives::versions`], the words it had, when it was there.
    pub(super) labels: Vec<Option<String>>,
}

/// Every value that a list has or had.
pub(super) struct Lives {
    /// The versions that have the list, newest first.
    pub(super) versions: Vec<Version>,
    /// Values, those of today in their order, then those that are gone.
    pub(super) values: Vec<Life>,
    /// How many are of today.
    pub(super) present: usize,
}

/// What each version said of a list.
pub(super) fn of_list(site: &Site<'_>, vocabulary: &Vocabulary) -> Lives {
    let lists: Vec<(Version, &Vocabulary)> = site
        .versions()
        .filter_map(|(version, standard)| list(site, vocabulary, version, standard).map(|list| (version, list)))
        .collect();
    let labels = |list: &'_ Vocabulary| -> BTreeMap<String, String> {
        list.values.iter().map(|value| (value.code.clone(), value.label.clone())).collect()
    };
    let by_code: Vec<BTreeMap<String, String>> = lists.iter().map(|(_, list)| labels(list)).collect();
    let mut seen = BTreeSet::new();
    // The present version may not be the newest of all: its values still come first.
    let all = vocabulary.values.iter().chain(lists.iter().flat_map(|(_, list)| &list.values));
    let codes: Vec<(&str, &str)> =
        all.filter(|value| seen.insert(value.code.as_str())).map(|value| (value.code.as_str(), value.label.as_str())).collect();
    let life = |(code, label): (&str, &str)| Life {
        code: code.to_owned(),
        label: label.to_owned(),
        labels: by_code.iter().map(|labels| labels.get(code).cloned()).collect(),
    };
    Lives {
        versions: lists.iter().map(|(version, _)| *version).collect(),
        values: codes.into_iter().map(life).collect(),
        present: vocabulary.values.len(),
    }
}

/// Versions that say the same in a row, told together: `1.0.0`, `1.0.0 à 1.0.2`.
pub(super) fn runs<T: PartialEq>(said: impl Iterator<Item = (Version, T)>) -> Vec<(String, T)> {
    let mut runs: Vec<(Version, Version, T)> = Vec::new();
    for (version, said) in said {
        match runs.last_mut() {
            Some((oldest, _, same)) if *same == said => *oldest = version,
            _ => runs.push((version, version, said)),
        }
    }
    let told = |oldest: Version, newest: Version| {
        if oldest == newest { oldest.to_string() } else { format!("{oldest} à {newest}") }
    };
    runs.into_iter().map(|(oldest, newest, said)| (told(oldest, newest), said)).collect()
}
