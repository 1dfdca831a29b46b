//! The standard as a whole: who made it, how a file is written, how rows are told apart.

use std::collections::BTreeSet;

use super::field::reworded;
use super::pairing::Pairing;
use super::{Difference, DifferenceKind as Is, FieldNames, pairing, phrases};
use crate::{Checker, Contributor, Impact, Level, Source, Standard};

/// Who, what, under which licence; the groups of columns; the whole rows.
pub(super) fn identity(before: &Standard, after: &Standard, out: &mut Vec<Difference>) {
    let (old, new) = (&before.identity, &after.identity);
    let mut add = |subject: &str, old: &str, new: &str| {
        if reworded(old, new) {
            out.push(Difference::new(Is::Identity, Impact::Patch).about(subject).texts(old, new));
        }
    };
    add("le nom", &old.name, &new.name);
    add("le titre", &old.title, &new.title);
    add("la description", &old.description, &new.description);
    add("la date de création", &old.created.to_string(), &new.created.to_string());
    add("le pays", &old.country, &new.country);
    add("la langue", &old.language, &new.language);
    add("le dépôt", &old.repository, &new.repository);
    add("l'adresse des fichiers bruts", &old.raw_repository, &new.raw_repository);
    add("le contact", &old.contact, &new.contact);
    add("les mots clés", &old.keywords.join(", "), &new.keywords.join(", "));
    add("la licence", &old.licence.title, &new.licence.title);
    if old.licence.title == new.licence.title {
        add("l'identifiant de la licence", &old.licence.name, &new.licence.name);
    }
    add("l'adresse de la licence", &old.licence.url, &new.licence.url);
    add("les contributeurs", &contributors(&old.contributors), &contributors(&new.contributors));
    add("les sources", &sources(&old.sources), &sources(&new.sources));
}

fn contributors(contributors: &[Contributor]) -> String {
    let said = |contributor: &Contributor| {
        let Contributor { title, organisation, email, .. } = contributor;
        [title.as_deref().filter(|title| title != organisation), Some(organisation), email.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    };
    contributors.iter().map(said).collect::<Vec<_>>().join(", ")
}

fn sources(sources: &[Source]) -> String {
    sources.iter().map(|source| format!("{} <{}>", source.title, source.url)).collect::<Vec<_>>().join(", ")
}

/// The groups of columns, when both sides tell them.
pub(super) fn groups(before: &Standard, after: &Standard) -> Option<Difference> {
    let (old, new) = (&before.groups, &after.groups);
    if old.is_empty() || new.is_empty() {
        return None;
    }
    let names = |groups: &[crate::Group]| groups.iter().map(|group| group.name.clone()).collect::<Vec<_>>();
    let texts =
        old.iter().zip(new).any(|(old, new)| reworded(&old.title, &new.title) || reworded(&old.description, &new.description));
    let changed =
        [("la liste des familles", names(old) != names(new)), ("les textes des familles", names(old) == names(new) && texts)];
    Some(Difference::new(Is::Groups, Impact::Patch).about(phrases::named(&changed)?))
}

/// The whole rows, when both sides have some.
pub(super) fn examples(before: &Standard, after: &Standard) -> Option<Difference> {
    let (old, new) = (&before.examples, &after.examples);
    let changed = !old.is_empty() && !new.is_empty() && old != new;
    changed.then(|| Difference::new(Is::ExampleRows, Impact::Patch))
}

/// How a file is written.
pub(super) fn dialect(before: &Standard, after: &Standard, pairing: &Pairing<'_>, out: &mut Vec<Difference>) {
    let (old, new) = (&before.dialect, &after.dialect);
    if old.delimiter != new.delimiter {
        out.push(Difference::new(Is::Delimiter, Impact::Major).texts(old.delimiter, new.delimiter));
    }
    if old.quote != new.quote {
        out.push(Difference::new(Is::Quote, Impact::Major).texts(old.quote, new.quote));
    }
    if reworded(&old.encoding, &new.encoding) {
        let impact = if old.encoding.eq_ignore_ascii_case(&new.encoding) { Impact::Patch } else { Impact::Major };
        out.push(Difference::new(Is::Encoding, impact).texts(&*old.encoding, &*new.encoding));
    }
    if old.list_separator != new.list_separator {
        let follows = |(old, new): &(&crate::Field, &crate::Field)| {
            old.multiple && new.multiple && old.separator.is_none() && new.separator.is_none()
        };
        let fields: Vec<FieldNames> = pairing.pairs().filter(follows).map(|(old, new)| pairing::names(old, new)).collect();
        let impact = if fields.is_empty() { Impact::Patch } else { Impact::Major };
        out.push(Difference::new(Is::ListSeparator, impact).texts(old.list_separator, new.list_separator).on(&fields));
    }
    for text in new.missing_values.iter().filter(|text| !old.missing_values.contains(text)) {
        let impact = if is_kept_by_a_required_field(before, pairing, text) { Impact::Major } else { Impact::Minor };
        out.push(Difference::new(Is::MissingValueAdded, impact).texts("", &**text));
    }
    for text in old.missing_values.iter().filter(|text| !new.missing_values.contains(text)) {
        out.push(Difference::new(Is::MissingValueRemoved, Impact::Major).texts(&**text, ""));
    }
    if reworded(&old.file_name, &new.file_name) {
        out.push(Difference::new(Is::FileName, Impact::Minor).texts(&*old.file_name, &*new.file_name));
    }
}

/// Whether a field that must be filled on both sides took a text as its content.
fn is_kept_by_a_required_field(before: &Standard, pairing: &Pairing<'_>, text: &str) -> bool {
    let Ok(checker) = Checker::new(before, before.identity.modified) else { return true };
    let takes = |name: &str| checker.cell(name, text).iter().all(|violation| violation.level != Level::Blocking);
    pairing.pairs().any(|(old, new)| old.required && new.required && takes(&old.name))
}

/// The fields that tell rows apart.
pub(super) fn primary_key(before: &Standard, after: &Standard, pairing: &Pairing<'_>) -> Option<Difference> {
    let old: BTreeSet<&str> = before.primary_key.iter().map(|name| pairing.renamed(name)).collect();
    let new: BTreeSet<&str> = after.primary_key.iter().map(String::as_str).collect();
    if old == new {
        return None;
    }
    // Rows that a unique field of the key already tells apart.
    let told_apart = pairing.pairs().any(|(field, same)| field.unique && same.unique && new.contains(same.name.as_str()));
    let impact = match (old.is_empty(), new.is_empty()) {
        (_, true) => Impact::Minor,
        _ if told_apart => Impact::Patch,
        (false, false) if old.is_subset(&new) => Impact::Minor,
        _ => Impact::Major,
    };
    Some(Difference::new(Is::PrimaryKey, impact).texts(before.primary_key.join(", "), after.primary_key.join(", ")))
}
