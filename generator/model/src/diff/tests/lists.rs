//! Lists of values.

use super::{Case, Silent, list, new_value, on, pattern};
use crate::Impact::{Major, Minor, Patch};
use crate::diff::DifferenceKind as Is;
use crate::{Level, Version};

const SOON: Option<Version> = Some(Version { major: 1, minor: 1, patch: 0 });

pub(super) const CASES: &[Case] = &[
    (Is::ListAttached, Major, |before, _| on(before, "services").vocabulary = None),
    (Is::ListAttached, Minor, |before, _| on(before, "labels").vocabulary = None),
    // The form spelled the list already.
    (Is::ListAttached, Patch, |before, after| {
        let spelled = pattern("Libellé (?:aide|acces|culture)", Level::Blocking);
        on(before, "services").vocabulary = None;
        on(before, "services").pattern.clone_from(&spelled);
        on(after, "services").pattern = spelled;
    }),
    (Is::ListDetached, Minor, |_, after| on(after, "services").vocabulary = None),
    (Is::ListDetached, Minor, |_, after| on(after, "labels").vocabulary = None),
    (Is::ListDetached, Patch, |before, after| {
        let spelled = pattern("Libellé (?:aide|acces|culture)", Level::Blocking);
        on(after, "services").vocabulary = None;
        on(before, "services").pattern.clone_from(&spelled);
        on(after, "services").pattern = spelled;
    }),
    (Is::ListLevel, Major, |_, after| list(after, "labels").level = Level::Blocking),
    (Is::ListLevel, Minor, |_, after| list(after, "services").level = Level::Recommendation),
    (Is::ListRenamed, Patch, |_, after| {
        list(after, "services").name = "offre".into();
        on(after, "services").vocabulary = Some("offre".into());
    }),
    (Is::ListTexts, Patch, |_, after| list(after, "services").title = "Ce qui est proposé".into()),
    (Is::ListTexts, Patch, |_, after| list(after, "services").description = "Autrement dit.".into()),
    (Is::ValueAdded, Minor, |_, after| list(after, "services").values.push(new_value("loisirs"))),
    (Is::ValueAdded, Minor, |_, after| list(after, "labels").values.push(new_value("gris"))),
    (Is::ValueRemoved, Major, |_, after| {
        list(after, "services").values.remove(1);
    }),
    (Is::ValueRemoved, Minor, |_, after| {
        list(after, "labels").values.remove(1);
    }),
    (Is::ValueRelabelled, Major, |_, after| list(after, "services").values[0].label = "Aide’".into()),
    (Is::ValueRelabelled, Minor, |_, after| list(after, "labels").values[0].label = "Tout autre chose".into()),
    (Is::ValueCode, Minor, |_, after| list(after, "services").values[0].code = "aides".into()),
    (Is::ValueDeprecated, Minor, |_, after| list(after, "services").values[0].deprecated = SOON),
    (Is::ValueDeprecated, Minor, |_, after| {
        list(after, "services").values[0].deprecated = SOON;
        list(after, "services").values[0].replaced_by = Some("acces".into());
    }),
    (Is::ValueRestored, Minor, |before, _| list(before, "services").values[0].deprecated = SOON),
    (Is::ValueReplacement, Minor, |_, after| list(after, "services").values[0].replaced_by = Some("acces".into())),
    (Is::ValueReplacement, Minor, |before, _| list(before, "services").values[0].replaced_by = Some("acces".into())),
    (Is::ValueAliases, Patch, |_, after| list(after, "services").values[0].aliases = vec!["aide".into()]),
    (Is::ValueDefinition, Patch, |_, after| list(after, "services").values[0].definition = "Autrement dit.".into()),
    (Is::ValueOrder, Patch, |_, after| list(after, "services").values.swap(0, 2)),
];

pub(super) const SILENT: &[Silent] = &[
    ("texts that one side does not record", |before, after| {
        list(before, "services").title.clear();
        list(after, "services").description.clear();
        list(before, "services").values[0].definition.clear();
        list(after, "services").origin = Some("https://example.org".into());
    }),
    ("a list that no column uses", |_, after| {
        let mut unused = after.vocabularies[0].clone();
        unused.name = "inutile".into();
        after.vocabularies.push(unused);
    }),
    ("the version a value dates from", |_, after| list(after, "services").values[0].since = SOON.expect("a version")),
];

#[test]
fn a_list_that_two_columns_use_is_told_once_with_both() {
    let found = super::after(|before, after| {
        for standard in [before, &mut *after] {
            on(standard, "sites").vocabulary = Some("services".into());
        }
        list(after, "services").values.remove(0);
    });
    let [one] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(one.fields.iter().map(crate::diff::FieldNames::shown).collect::<Vec<_>>(), ["services", "sites"]);
    assert_eq!((one.vocabulary.as_deref(), one.values.as_slice()), (Some("services"), &["aide".to_owned()][..]));
    assert_eq!(one.sentence(), "La liste « services » ne contient plus la valeur « Libellé aide ».");
}

#[test]
fn codes_come_before_texts() {
    let found = super::after(|_, after| {
        let values = &mut list(after, "services").values;
        let label = values[0].label.clone();
        values[0].label = std::mem::replace(&mut values[1].label, label);
    });
    assert_eq!(found.iter().map(|one| one.kind).collect::<Vec<_>>(), [Is::ValueRelabelled, Is::ValueRelabelled]);
}

#[test]
fn a_value_that_looks_like_another_is_a_question() {
    let asked = |label: &str| {
        let found = super::after(|_, after| {
            let value = &mut list(after, "services").values[0];
            (value.code, value.label) = ("autre".into(), label.into());
        });
        assert_eq!(found.iter().map(|one| one.kind).collect::<Vec<_>>(), [Is::ValueAdded, Is::ValueRemoved]);
        found[1].question.clone()
    };
    assert!(asked("Libellés aide").is_some_and(|question| question.contains("« Libellés aide »")));
    assert_eq!(asked("Rien à voir avec cela"), None);
}

#[test]
fn advice_shows_nothing_as_refused() {
    let found = super::after(|before, _| on(before, "labels").vocabulary = None);
    assert_eq!((found[0].kind, found[0].witness.as_ref()), (Is::ListAttached, None));
    let found = super::after(|_, after| on(after, "telephone").pattern = pattern("[0-9]+", Level::Recommendation));
    assert_eq!((found[0].kind, found[0].witness.as_ref()), (Is::PatternChanged, None));
}
