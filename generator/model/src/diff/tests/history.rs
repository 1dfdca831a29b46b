//! The real history, in small: what the studies of the published versions found must come out.

use super::{list, on, pattern};
use crate::Impact::{Major, Minor, Patch};
use crate::diff::{DifferenceKind as Is, verdict};
use crate::{Level, Standard};

fn told(change: impl FnOnce(&mut Standard, &mut Standard)) -> (Vec<String>, String) {
    let found = super::after(change);
    let version = |text: &str| text.parse().expect("a version");
    let verdict = verdict(version("1.0.1"), version("1.0.2"), &found);
    let lines = found.iter().map(|one| format!("{} {} {}", one.kind.id(), one.impact.word(), one.sentence()));
    (lines.collect(), verdict.sentence())
}

/// 0.1.0 → 0.1.1: the same prefix twice, and an apostrophe.
#[test]
fn a_duplicate_alternative_does_nothing_and_an_apostrophe_does() {
    let found = super::after(|before, after| {
        on(before, "telephone").pattern = pattern(r"(\+33|\+590|\+590)(\d){6,9}", Level::Blocking);
        on(after, "telephone").pattern = pattern(r"(\+33|\+590)(\d){6,9}", Level::Blocking);
        list(before, "services").values[0].label = "S’équiper".into();
        list(after, "services").values[0].label = "S'équiper".into();
    });
    let kinds: Vec<_> = found.iter().map(|one| (one.kind, one.impact)).collect();
    assert_eq!(kinds, [(Is::PatternRewritten, Patch), (Is::ValueRelabelled, Major)]);
    // Under two codes, nobody can say: it is asked.
    let asked = super::after(|before, after| {
        list(before, "services").values[0].label = "S’équiper".into();
        list(after, "services").values[0].label = "S'équiper".into();
        list(after, "services").values[0].code = "equiper".into();
    });
    assert_eq!(asked.iter().map(|one| one.kind).collect::<Vec<_>>(), [Is::ValueAdded, Is::ValueRemoved]);
    assert!(asked[1].question.as_deref().is_some_and(|question| question.contains("« S'équiper »")));
}

/// 0.1.1 → 1.0.0: a form where there was none, and shorter texts.
#[test]
fn a_form_added_and_a_length_cut_are_major() {
    let (lines, verdict) = told(|before, after| {
        on(after, "nom").pattern = pattern("[a-zA-Z0-9]{9,14}", Level::Blocking);
        (on(before, "sites").max_length, on(after, "sites").max_length) = (Some(500), Some(280));
    });
    assert_eq!(
        lines,
        [
            "motif-ajoute majeur La colonne « nom » demande désormais une forme précise (en clair 17) ; par exemple, « a » n'est plus accepté.",
            "longueur-restreinte majeur La longueur permise dans la colonne « sites » passe de « 500 caractères au plus » à « 280 caractères au plus ».",
        ]
    );
    assert_eq!(
        verdict,
        "La version déclarée, 1.0.2, est trop basse : un changement au moins est majeur, il faut au moins 2.0.0."
    );
}

/// 1.0.0 → 1.0.1: one column no longer required, published as a correction.
#[test]
fn no_longer_required_is_minor() {
    let (lines, verdict) = told(|_, after| on(after, "nom").required = false);
    assert_eq!(lines, ["champ-facultatif mineur La colonne « nom » n'est plus obligatoire."]);
    assert_eq!(
        verdict,
        "La version déclarée, 1.0.2, est trop basse : le changement le plus lourd est mineur, il faut au moins 1.1.0."
    );
}

/// 1.0.1 → 1.0.2: one more value, published as a correction.
#[test]
fn one_more_value_is_minor() {
    let found = super::after(|_, after| list(after, "services").values.push(super::new_value("etapes_numeriques")));
    assert_eq!(found.iter().map(|one| (one.kind, one.impact)).collect::<Vec<_>>(), [(Is::ValueAdded, Minor)]);
}
