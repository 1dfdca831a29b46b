//! What is made up obeys, what is shown as bad is bad for its own reason.

use standard_mediation_model::{Bounds, Kind, Level, Limit, Pattern};

use super::*;
use crate::emit::trial;

fn field(change: impl Fn(&mut Field)) -> Standard {
    let mut standard = trial::standard();
    let mut field = standard.field("nom").expect("a field").clone();
    field.examples.clear();
    field.counter_examples.clear();
    change(&mut field);
    standard.fields = vec![field];
    standard.vocabularies.clear();
    standard.rules.clear();
    standard.primary_key.clear();
    standard.examples.clear();
    standard.changes.clear();
    standard
}

type Change<'a> = &'a dyn Fn(&mut Field);

#[test]
fn a_constraint_has_good_and_bad_contents() {
    let number = |min, max| Some(Bounds { minimum: min, maximum: max, level: Level::Blocking });
    let form = |expression: &str| Some(Pattern { expression: expression.into(), in_words: "x".into(), level: Level::Blocking });
    let cases: [(Change<'_>, &[&str]); 13] = [
        (&|field| field.required = true, &["obligatoire"]),
        (&|field| field.pattern = form("[A-Z]{2}-[0-9]+"), &["motif"]),
        (&|field| (field.pattern, field.min_length) = (form("[a-z]+"), Some(3)), &["longueur", "motif"]),
        (&|field| field.max_length = Some(10), &["longueur"]),
        (&|field| field.kind = Kind::Integer, &["nombre"]),
        (&|field| (field.kind, field.bounds) = (Kind::Number, number(Some(Limit::Number(0.5)), None)), &["bornes", "nombre"]),
        (&|field| (field.kind, field.bounds) = (Kind::Year, number(None, Some(Limit::Number(1999.0)))), &["bornes", "type"]),
        (&|field| (field.kind, field.format) = (Kind::Date, Some("%d/%m/%Y".into())), &["date"]),
        (&|field| field.kind = Kind::Duration, &["type"]),
        (&|field| field.kind = Kind::GeoJson, &["type"]),
        (&|field| (field.kind, field.format) = (Kind::Point, Some("object".into())), &["type"]),
        (&|field| field.format = Some("uuid".into()), &["type"]),
        (&|field| field.kind = Kind::Array, &["type"]),
    ];
    for (change, rules) in cases {
        let standard = field(|field| {
            field.required = false;
            change(field);
        });
        let (completed, _) = complete(standard);
        let field = &completed.fields[0];
        let checker = Checker::new(&completed, completed.identity.modified).expect("compiles");
        assert!(!field.examples.is_empty(), "{field:#?}");
        for cell in &field.examples {
            assert_eq!(checker.cell(&field.name, &completed.text_of(field, cell)), [], "{field:#?}");
        }
        let mut shown: Vec<&str> = field.counter_examples.iter().map(|counter| counter.rule.as_str()).collect();
        shown.sort_unstable();
        assert_eq!(shown, rules, "{field:#?}");
    }
}

#[test]
fn a_length_that_the_form_says_is_said_once() {
    let (completed, todo) = complete(field(|field| {
        field.pattern = Some(Pattern { expression: "[0-9]{5}".into(), in_words: "x".into(), level: Level::Blocking });
        (field.min_length, field.max_length) = (Some(5), Some(8));
    }));
    assert_eq!((completed.fields[0].min_length, completed.fields[0].max_length), (None, None));
    assert_eq!(todo.iter().filter(|finding| finding.message.contains("déjà")).count(), 2);
}

#[test]
fn an_example_that_disobeys_is_left_out() {
    let (completed, todo) = complete(field(|field| {
        field.max_length = Some(5);
        field.examples = vec![Cell::One("bien trop long".into()), Cell::One("court".into())];
    }));
    assert_eq!(completed.fields[0].examples, [Cell::One("court".into())]);
    assert!(todo.iter().any(|finding| finding.message.contains("bien trop long")));
}
