//! The standard as a whole, and rules between columns.

use super::{Case, Silent, on};
use crate::Impact::{Major, Minor, Patch};
use crate::diff::DifferenceKind as Is;
use crate::{CrossKind, Level, Version};

pub(super) const CASES: &[Case] = &[
    (Is::Identity, Patch, |_, after| after.identity.title = "Autre titre".into()),
    (Is::Identity, Patch, |_, after| after.identity.description = "Autrement dit.".into()),
    (Is::Identity, Patch, |_, after| after.identity.contact = "autre@example.org".into()),
    (Is::Identity, Patch, |_, after| after.identity.licence.title = "Autre licence".into()),
    (Is::Identity, Patch, |_, after| after.identity.contributors[0].organisation = "Un autre".into()),
    (Is::Groups, Patch, |_, after| after.groups[0].title = "Dire qui".into()),
    (Is::Groups, Patch, |_, after| {
        let mut group = after.groups[0].clone();
        group.name = "localiser".into();
        after.groups.push(group);
    }),
    (Is::ExampleRows, Patch, |_, after| after.examples[0].title = "Le premier".into()),
    (Is::Delimiter, Major, |_, after| after.dialect.delimiter = ';'),
    (Is::Quote, Major, |_, after| after.dialect.quote = '\''),
    (Is::Encoding, Major, |_, after| after.dialect.encoding = "iso-8859-1".into()),
    (Is::Encoding, Patch, |_, after| after.dialect.encoding = "UTF-8".into()),
    (Is::ListSeparator, Major, |_, after| after.dialect.list_separator = ';'),
    (Is::ListSeparator, Patch, |before, after| {
        after.dialect.list_separator = ';';
        for standard in [before, after] {
            for field in &mut standard.fields {
                field.separator = Some('/');
            }
        }
    }),
    (Is::MissingValueAdded, Major, |_, after| after.dialect.missing_values.push("NC".into())),
    (Is::MissingValueAdded, Minor, |before, after| {
        after.dialect.missing_values.push("NC".into());
        for standard in [before, after] {
            standard.fields.iter_mut().filter(|field| field.name != "date_maj").for_each(|field| field.required = false);
        }
    }),
    (Is::MissingValueRemoved, Major, |_, after| after.dialect.missing_values.clear()),
    (Is::FileName, Minor, |_, after| after.dialect.file_name = "essai.csv".into()),
    (Is::PrimaryKey, Minor, |_, after| after.primary_key.clear()),
    (Is::PrimaryKey, Minor, |before, after| {
        for standard in [before, &mut *after] {
            standard.primary_key = vec!["nom".into()];
        }
        after.primary_key.push("sites".into());
    }),
    (Is::PrimaryKey, Patch, |before, _| before.primary_key.clear()),
    (Is::PrimaryKey, Major, |_, after| after.primary_key = vec!["nom".into()]),
    (Is::RuleAdded, Major, |before, _| {
        before.rules.remove(0);
    }),
    (Is::RuleAdded, Minor, |before, _| {
        before.rules.remove(1);
    }),
    (Is::RuleRemoved, Minor, |_, after| {
        after.rules.remove(0);
    }),
    (Is::RuleChanged, Major, |_, after| {
        after.rules[0].kind = CrossKind::Together { fields: vec!["latitude".into(), "nom".into()] };
    }),
    (Is::RuleChanged, Minor, |_, after| {
        after.rules[1].kind = CrossKind::Together { fields: vec!["latitude".into(), "nom".into()] };
    }),
    (Is::RuleLevel, Major, |_, after| after.rules[1].level = Level::Blocking),
    (Is::RuleLevel, Minor, |_, after| after.rules[0].level = Level::Recommendation),
    (Is::RuleTexts, Patch, |_, after| after.rules[0].explanation = "Autrement dit.".into()),
    (Is::RuleTexts, Patch, |_, after| after.rules[0].name = "autre-nom".into()),
    (Is::CustomCheckAdded, Major, |before, _| before.custom_checks.clear()),
    (Is::CustomCheckRemoved, Minor, |_, after| after.custom_checks.clear()),
];

pub(super) const SILENT: &[Silent] = &[
    ("versions, dates and history", |_, after| {
        after.identity.version = Version { major: 9, minor: 0, patch: 0 };
        after.identity.modified = "2026-01-01".parse().expect("a day");
    }),
    ("texts and rows that one side does not record", |before, after| {
        before.identity.title.clear();
        before.identity.contact.clear();
        before.identity.contributors.clear();
        before.identity.keywords.clear();
        before.groups.clear();
        before.examples.clear();
        after.identity.repository.clear();
        after.dialect.file_name.clear();
        before.rules[0].explanation.clear();
    }),
    ("a key in another order", |before, after| {
        before.primary_key = vec!["id".into(), "nom".into()];
        after.primary_key = vec!["nom".into(), "id".into()];
    }),
];

#[test]
fn a_key_and_a_rule_follow_a_renamed_column() {
    let found = super::after(|_, after| {
        for (old, new) in [("id", "identifiant"), ("latitude", "lat")] {
            let until = Version { major: 1, minor: 0, patch: 0 };
            on(after, old).former_names = vec![crate::FormerName { name: old.into(), until }];
            on(after, old).name = new.into();
        }
        after.primary_key = vec!["identifiant".into()];
        after.rules[0].kind = CrossKind::Together { fields: vec!["lat".into(), "code_postal".into()] };
    });
    assert_eq!(found.iter().map(|one| one.kind).collect::<Vec<_>>(), [Is::FieldRenamed, Is::FieldRenamed]);
}

#[test]
fn a_separator_of_the_file_names_the_columns_that_follow_it() {
    let found = super::after(|_, after| after.dialect.list_separator = ';');
    assert_eq!(
        found[0].sentence(),
        "Dans les colonnes « services » et « sites », le signe entre deux valeurs passe de « | » à « ; »."
    );
}
