//! Which field is which, and what is only asked.

use super::on;
use crate::diff::pairing::moved;
use crate::diff::{Difference, DifferenceKind as Is, FieldNames};
use crate::{FormerName, Standard, Version};

fn rename(standard: &mut Standard, old: &str, new: &str) {
    on(standard, old).name = new.into();
}

fn declare(standard: &mut Standard, name: &str, former: &str) {
    let until = Version { major: 1, minor: 0, patch: 0 };
    on(standard, name).former_names.push(FormerName { name: former.into(), until });
}

fn told(change: impl FnOnce(&mut Standard, &mut Standard)) -> Vec<(Is, Option<String>)> {
    super::after(change).into_iter().map(|one| (one.kind, one.question)).collect()
}

#[test]
fn a_rename_is_declared_or_asked_never_assumed() {
    let kinds = |declared: bool| {
        told(|_, after| {
            rename(after, "sites", "sites_web");
            if declared {
                declare(after, "sites_web", "sites");
            }
        })
    };
    assert_eq!(kinds(true), [(Is::FieldRenamed, None)]);
    let asked = kinds(false);
    assert_eq!(asked.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), [Is::FieldAdded, Is::FieldRemoved]);
    let question = asked[1].1.as_deref().expect("a question");
    assert!(question.starts_with("« sites » est-elle devenue « sites_web » ?"), "{question}");
}

#[test]
fn contents_that_look_alike_are_asked_about_too() {
    let asked = |change: fn(&mut Standard, &mut Standard)| told(change).into_iter().find_map(|(_, question)| question);
    let same_title = asked(|_, after| rename(after, "ouvert", "accueil_du_public"));
    assert!(same_title.is_some_and(|question| question.contains("« accueil_du_public »")));
    let same_values = asked(|_, after| {
        rename(after, "services", "propositions");
        on(after, "propositions").title = "Tout autre".into();
    });
    assert!(same_values.is_some_and(|question| question.contains("« propositions »")));
    let nothing_alike = asked(|_, after| {
        rename(after, "ouvert", "accueil_du_public");
        on(after, "accueil_du_public").title = "Tout autre".into();
    });
    assert_eq!(nothing_alike, None);
}

#[test]
fn a_new_column_is_offered_once() {
    let asked = told(|before, after| {
        let mut twin = on(before, "sites").clone();
        twin.name = "site".into();
        before.fields.push(twin);
        rename(after, "sites", "sites_web");
    });
    assert_eq!(asked.iter().filter(|(_, question)| question.is_some()).count(), 1, "{asked:?}");
}

#[test]
fn a_name_that_stays_is_not_a_former_one() {
    let kinds = told(|_, after| {
        after.fields.push(super::new_field("neuf"));
        declare(after, "neuf", "sites");
    });
    assert_eq!(kinds, [(Is::FieldAdded, None)]);
}

#[test]
fn a_split_list_tells_only_values_that_no_part_has() {
    let mut found = super::after(|_, after| {
        let rank = after.fields.iter().position(|field| field.name == "services").expect("a field");
        let whole = after.fields.remove(rank);
        for (name, kept) in [("aides", 0..1), ("acces", 1..2)] {
            let (mut field, mut list) = (whole.clone(), after.vocabularies[0].clone());
            (field.name, field.vocabulary, list.name) = (name.into(), Some(name.into()), name.into());
            list.values = list.values[kept].to_vec();
            list.values.extend((name == "aides").then(|| super::new_value("conseil")));
            after.fields.insert(rank, field);
            after.vocabularies.push(list);
            declare(after, name, "services");
        }
        on(after, "aides").required = true;
    });
    let kinds: Vec<Is> = found.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Is::FieldSplit, Is::ValueAdded, Is::ValueRemoved], "{found:#?}");
    // A value that is new belongs to the part that has it.
    assert_eq!(found.remove(1).fields.iter().map(FieldNames::shown).collect::<Vec<_>>(), ["aides"]);
    assert_eq!(found[0].sentence(), "La colonne « services » est remplacée par les colonnes « acces » et « aides ».");
    assert_eq!((found[1].vocabulary.as_deref(), found[1].values.as_slice()), (Some("services"), &["culture".to_owned()][..]));
    assert_eq!(
        found[1].sentence(),
        "La valeur « Libellé culture » de la liste « services » n'est reprise dans aucune des colonnes « acces » et « aides »."
    );
}

/// What is before is a version newer, which declares what became what.
fn backwards(change: impl FnOnce(&mut Standard, &mut Standard)) -> Vec<Difference> {
    super::after(|older, newer| {
        change(older, newer);
        newer.identity.version.major += 1;
        std::mem::swap(older, newer);
    })
}

#[test]
fn a_rename_is_known_on_the_way_back_too() {
    let found = backwards(|_, newer| {
        rename(newer, "sites", "sites_web");
        declare(newer, "sites_web", "sites");
    });
    assert_eq!(found.iter().map(|one| one.kind).collect::<Vec<_>>(), [Is::FieldRenamed]);
    assert_eq!(found[0].sentence(), "La colonne « sites_web » s'appelle désormais « sites ».");
    // What nobody declared is told, and nobody is asked to declare it in a version of the past.
    let found = backwards(|_, newer| rename(newer, "sites", "sites_web"));
    assert_eq!(
        found.iter().map(|one| (one.kind, &one.question)).collect::<Vec<_>>(),
        [(Is::FieldAdded, &None), (Is::FieldRemoved, &None)]
    );
    // A version that is not newer declares nothing for the one that follows it.
    let kinds = told(|before, _| {
        rename(before, "sites", "sites_web");
        declare(before, "sites_web", "sites");
    });
    assert_eq!(kinds.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), [Is::FieldAdded, Is::FieldRemoved]);
}

/// A column whose list was cut in two, read back: each value that a part has is still there.
#[test]
fn lists_that_are_merged_are_one_list() {
    let found = backwards(|_, newer| {
        let rank = newer.fields.iter().position(|field| field.name == "services").expect("a field");
        let whole = newer.fields.remove(rank);
        for (name, kept) in [("acces", &["culture"][..]), ("aides", &["conseil", "culture"])] {
            let (mut field, mut list) = (whole.clone(), newer.vocabularies[0].clone());
            (field.name, field.vocabulary, list.name) = (name.into(), Some(name.into()), name.into());
            let value = |code: &&str| list.by_code(code).cloned().unwrap_or_else(|| super::new_value(code));
            list.values = kept.iter().map(value).collect();
            newer.fields.insert(rank, field);
            newer.vocabularies.push(list);
            declare(newer, name, "services");
        }
    });
    let told: Vec<(Is, &[String])> = found.iter().map(|one| (one.kind, one.values.as_slice())).collect();
    let codes: Vec<String> = super::base().vocabularies[0].values.iter().map(|value| value.code.clone()).collect();
    let lost = codes.iter().filter(|code| *code != "culture");
    let mut expected = vec![(Is::FieldsMerged, &[][..])];
    expected.extend(lost.map(|code| (Is::ValueAdded, std::slice::from_ref(code))));
    let conseil = ["conseil".to_owned()];
    expected.push((Is::ValueRemoved, &conseil));
    assert_eq!(told, expected, "{found:#?}");
}

#[test]
fn as_few_columns_as_possible_move() {
    for (ranks, expected) in [
        (&[0, 1, 2, 3][..], &[][..]),
        (&[1, 2, 3, 0], &[3]),
        (&[3, 0, 1, 2], &[0]),
        (&[0, 2, 1, 3], &[1]),
        (&[5, 4, 3], &[0, 1]),
        (&[], &[]),
    ] {
        assert_eq!(moved(ranks), expected, "{ranks:?}");
    }
}
