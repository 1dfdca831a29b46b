//! Columns: where they are, what their cells take, what is told of them.

use super::{Case, Silent, cells, new_field, on, pattern};
use crate::Impact::{Major, Minor, Patch};
use crate::diff::DifferenceKind as Is;
use crate::diff::{Side, compare};
use crate::{Bounds, Check, FormerName, Kind, Level, Limit, Truth, Version};

fn former(name: &str) -> Vec<FormerName> {
    vec![FormerName { name: name.into(), until: Version { major: 1, minor: 0, patch: 0 } }]
}

#[expect(clippy::unnecessary_wraps, reason = "what fields hold")]
fn bounds(minimum: Option<f64>, maximum: Option<f64>, level: Level) -> Option<Bounds> {
    Some(Bounds { minimum: minimum.map(Limit::Number), maximum: maximum.map(Limit::Number), level })
}

const BLOCKING: Level = Level::Blocking;
const ADVICE: Level = Level::Recommendation;

pub(super) const CASES: &[Case] = &[
    (Is::FieldAdded, Minor, |_, after| after.fields.push(new_field("neuf"))),
    (Is::FieldAdded, Major, |_, after| {
        after.fields.push(new_field("neuf"));
        on(after, "neuf").required = true;
    }),
    (Is::FieldRemoved, Major, |_, after| after.fields.retain(|field| field.name != "sites_vides" && field.name != "ouvert")),
    (Is::FieldRenamed, Major, |_, after| {
        on(after, "ouvert").former_names = former("ouvert");
        on(after, "ouvert").name = "est_ouvert".into();
    }),
    (Is::FieldSplit, Major, |_, after| {
        let rank = after.fields.iter().position(|field| field.name == "ouvert").expect("a field");
        after.fields.remove(rank);
        for name in ["ouvert_matin", "ouvert_soir"] {
            after.fields.push(new_field(name));
            on(after, name).former_names = former("ouvert");
        }
    }),
    (Is::FieldsMerged, Major, |before, after| {
        before.fields.push(new_field("rue"));
        before.fields.push(new_field("numero"));
        after.fields.push(new_field("adresse"));
        on(before, "rue").title.clear();
        on(after, "adresse").former_names = [former("rue"), former("numero")].concat();
    }),
    (Is::FieldMoved, Minor, |_, after| {
        let field = after.fields.remove(2);
        after.fields.push(field);
    }),
    (Is::FieldGroup, Patch, |_, after| on(after, "nom").group = "localiser".into()),
    (Is::Required, Major, |_, after| on(after, "telephone").required = true),
    (Is::Optional, Minor, |_, after| on(after, "nom").required = false),
    (Is::Unique, Major, |_, after| on(after, "nom").unique = true),
    (Is::Unique, Patch, |before, _| on(before, "id").unique = false),
    (Is::NotUnique, Minor, |before, _| on(before, "nom").unique = true),
    (Is::NotUnique, Patch, |_, after| on(after, "id").unique = false),
    (Is::Multiple, Minor, |_, after| on(after, "nom").multiple = true),
    (Is::Single, Major, |_, after| on(after, "sites").multiple = false),
    (Is::ListSeparator, Major, |_, after| on(after, "labels").separator = Some(';')),
    (Is::ListSeparator, Major, |_, after| on(after, "labels").separator = None),
    (Is::KindWidened, Minor, |before, _| on(before, "latitude").kind = Kind::Integer),
    (Is::KindWidened, Minor, |_, after| on(after, "date_maj").kind = Kind::Text),
    (Is::KindWidened, Minor, |before, after| {
        on(before, "nom").kind = Kind::GeoJson;
        on(after, "nom").kind = Kind::Object;
    }),
    (Is::KindNarrowed, Major, |_, after| on(after, "latitude").kind = Kind::Integer),
    (Is::KindNarrowed, Major, |_, after| on(after, "nom").kind = Kind::Array),
    (Is::KindChanged, Major, |_, after| on(after, "latitude").kind = Kind::Date),
    // A form that said the kind already.
    (Is::KindRewritten, Patch, |before, after| {
        let numbers = pattern("-?[0-9]+", BLOCKING);
        on(before, "nom").pattern.clone_from(&numbers);
        on(after, "nom").pattern = numbers;
        on(after, "nom").kind = Kind::Integer;
    }),
    (Is::Format, Major, |_, after| on(after, "date_maj").format = Some("%d/%m/%Y".into())),
    (Is::Format, Major, |_, after| on(after, "latitude").decimal_sign = Some(',')),
    (Is::Format, Major, |_, after| on(after, "ouvert").truth = None),
    (Is::Format, Minor, |_, after| on(after, "date_maj").format = Some("any".into())),
    (Is::Format, Minor, |_, after| {
        on(after, "ouvert").truth = Some(Truth { yes: vec!["oui".into(), "vrai".into()], no: vec!["non".into()] });
    }),
    (Is::Format, Patch, |before, _| {
        on(before, "ouvert").truth = Some(Truth { yes: vec!["non".into()], no: vec!["oui".into()] });
    }),
    (Is::PatternAdded, Major, |_, after| on(after, "nom").pattern = pattern("[a-z]+", BLOCKING)),
    (Is::PatternAdded, Minor, |_, after| on(after, "nom").pattern = pattern("[a-z]+", ADVICE)),
    // What the kind asks for already.
    (Is::PatternAdded, Patch, |_, after| on(after, "latitude").pattern = pattern(r"-?[0-9]+(\.[0-9]+)?", BLOCKING)),
    (Is::PatternRemoved, Minor, |_, after| on(after, "code_postal").pattern = None),
    (Is::PatternRemoved, Minor, |_, after| on(after, "telephone").pattern = None),
    (Is::PatternRemoved, Patch, |before, _| on(before, "latitude").pattern = pattern(r"-?[0-9]+(\.[0-9]+)?", BLOCKING)),
    (Is::PatternWidened, Minor, |_, after| on(after, "code_postal").pattern = pattern("[0-9]{5,6}", BLOCKING)),
    (Is::PatternNarrowed, Major, |_, after| on(after, "code_postal").pattern = pattern("[0-8][0-9]{4}", BLOCKING)),
    (Is::PatternNarrowed, Minor, |_, after| on(after, "telephone").pattern = pattern(r"\+33[1-9][0-9]{8}", ADVICE)),
    (Is::PatternChanged, Major, |_, after| on(after, "code_postal").pattern = pattern("[0-9]{6}", BLOCKING)),
    (Is::PatternChanged, Minor, |_, after| on(after, "telephone").pattern = pattern(r"\+32[0-9]{9}", ADVICE)),
    (Is::PatternRewritten, Patch, |_, after| {
        on(after, "code_postal").pattern = pattern("[0-9][0-9][0-9][0-9][0-9]|[0-9]{5}", BLOCKING);
    }),
    (Is::PatternUnclear, Major, |_, after| on(after, "code_postal").pattern = pattern("(a|b)*a(a|b){30}", BLOCKING)),
    (Is::PatternUnclear, Minor, |_, after| on(after, "telephone").pattern = pattern("(", ADVICE)),
    (Is::PatternLevel, Major, |_, after| {
        on(after, "telephone").pattern.as_mut().expect("a pattern").level = BLOCKING;
    }),
    (Is::PatternLevel, Minor, |_, after| {
        on(after, "code_postal").pattern.as_mut().expect("a pattern").level = ADVICE;
    }),
    (Is::LengthAdded, Major, |_, after| on(after, "telephone").max_length = Some(12)),
    (Is::LengthAdded, Patch, |_, after| on(after, "telephone").min_length = Some(1)),
    (Is::LengthRemoved, Minor, |_, after| (on(after, "nom").min_length, on(after, "nom").max_length) = (None, None)),
    (Is::LengthRemoved, Patch, |before, _| on(before, "telephone").min_length = Some(1)),
    (Is::LengthWidened, Minor, |_, after| on(after, "nom").max_length = Some(101)),
    (Is::LengthNarrowed, Major, |_, after| on(after, "nom").max_length = Some(99)),
    (Is::LengthNarrowed, Major, |_, after| on(after, "nom").min_length = Some(3)),
    (Is::LengthChanged, Major, |_, after| (on(after, "nom").min_length, on(after, "nom").max_length) = (Some(3), Some(101))),
    (Is::BoundsAdded, Major, |before, _| on(before, "latitude").bounds = None),
    (Is::BoundsAdded, Minor, |before, _| on(before, "date_maj").bounds = None),
    (Is::BoundsRemoved, Minor, |_, after| on(after, "latitude").bounds = None),
    (Is::BoundsWidened, Minor, |_, after| on(after, "latitude").bounds = bounds(Some(-90.0), None, BLOCKING)),
    (Is::BoundsNarrowed, Major, |_, after| on(after, "latitude").bounds = bounds(Some(-90.0), Some(89.0), BLOCKING)),
    (Is::BoundsNarrowed, Minor, |_, after| {
        on(after, "date_maj").bounds.as_mut().expect("bounds").minimum = "2021-01-01".parse().ok().map(Limit::Day);
    }),
    (Is::BoundsChanged, Major, |_, after| on(after, "latitude").bounds = bounds(Some(-80.0), Some(91.0), BLOCKING)),
    (Is::BoundsChanged, Minor, |_, after| on(after, "date_maj").bounds = bounds(Some(0.0), None, ADVICE)),
    (Is::BoundsLevel, Minor, |_, after| on(after, "latitude").bounds.as_mut().expect("bounds").level = ADVICE),
    (Is::BoundsLevel, Major, |_, after| on(after, "date_maj").bounds.as_mut().expect("bounds").level = BLOCKING),
    (Is::CheckAdded, Minor, |_, after| on(after, "nom").checks = vec![Check::Email]),
    (Is::CheckRemoved, Minor, |_, after| on(after, "telephone").checks = Vec::new()),
    (Is::FieldTexts, Patch, |_, after| on(after, "nom").title = "Nom du lieu".into()),
    (Is::FieldTexts, Patch, |_, after| on(after, "nom").description = "Autrement dit.".into()),
    (Is::FieldTexts, Patch, |_, after| on(after, "nom").usage = Some("Autrement dit.".into())),
    (Is::FieldTexts, Patch, |_, after| on(after, "nom").see_also = vec!["sites".into()]),
    (Is::FieldTexts, Patch, |_, after| {
        on(after, "code_postal").pattern.as_mut().expect("a pattern").in_words = "5 chiffres".into();
    }),
    (Is::FieldExamples, Patch, |_, after| on(after, "code_postal").examples = cells(&["69001"])),
    (Is::FieldExamples, Patch, |_, after| on(after, "code_postal").counter_examples[0].text = "690".into()),
];

pub(super) const SILENT: &[Silent] = &[
    ("texts that one side does not record", |before, after| {
        on(before, "nom").title.clear();
        on(before, "nom").description.clear();
        on(after, "nom").usage = None;
        on(before, "code_postal").examples.clear();
        on(after, "code_postal").counter_examples.clear();
        on(before, "nom").group.clear();
        on(after, "nom").see_also.clear();
        on(after, "code_postal").pattern.as_mut().expect("a pattern").in_words.clear();
    }),
    ("the version a field dates from", |_, after| on(after, "nom").since = Version { major: 1, minor: 1, patch: 0 }),
    ("a former name that is not there", |_, after| on(after, "nom").former_names = former("denomination")),
    ("a separator written out", |before, _| on(before, "sites").separator = Some('|')),
    ("a separator where there is no list", |before, _| on(before, "nom").separator = Some(';')),
    ("checks in another order", |before, after| {
        on(before, "nom").checks = vec![Check::Email, Check::Url];
        on(after, "nom").checks = vec![Check::Url, Check::Email];
    }),
];

#[test]
fn a_kind_that_replaces_a_form_is_judged_with_it() {
    let said = |kind: Kind, expression: &str| {
        let found = super::after(|before, after| {
            on(before, "nom").pattern = pattern(expression, BLOCKING);
            on(after, "nom").kind = kind;
        });
        found.into_iter().map(|difference| (difference.kind, difference.impact)).collect::<Vec<_>>()
    };
    assert_eq!(said(Kind::Integer, "-?[0-9]+"), [(Is::KindRewritten, Patch), (Is::PatternRemoved, Patch)]);
    assert_eq!(said(Kind::Integer, "[0-9]+"), [(Is::KindRewritten, Patch), (Is::PatternRemoved, Minor)]);
    assert_eq!(said(Kind::Integer, "[0-9a]+"), [(Is::KindNarrowed, Major), (Is::PatternRemoved, Minor)]);
    // The calendar is part of a date and of no expression.
    let days = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    assert_eq!(said(Kind::Date, days), [(Is::KindNarrowed, Major), (Is::PatternRemoved, Patch)]);
}

/// A part of a list never holds the sign that ends it: a form that refuses the sign refuses nothing.
#[test]
fn parts_are_compared_without_their_separator() {
    let told = |name: &str| {
        let found = super::after(|_, after| on(after, name).pattern = pattern("[^|]*", BLOCKING));
        found.into_iter().map(|difference| (difference.kind, difference.impact)).collect::<Vec<_>>()
    };
    assert_eq!(told("sites"), [(Is::PatternAdded, Patch)]);
    assert_eq!(told("nom"), [(Is::PatternAdded, Major)]);
}

#[test]
fn the_witness_is_an_example_when_one_will_do() {
    let narrowed = |examples: &[&str]| {
        let found = super::after(|before, after| {
            on(before, "code_postal").examples = cells(examples);
            on(after, "code_postal").examples = cells(examples);
            on(after, "code_postal").pattern = pattern("[1-9][0-9]{4}", BLOCKING);
        });
        found[0].witness.clone().expect("a witness")
    };
    assert_eq!((narrowed(&["69001", "01500"]).text.as_str(), narrowed(&[]).text.as_str()), ("01500", "00000"));
    assert_eq!(narrowed(&[]).accepted, Side::Before);
}

#[test]
fn a_patch_never_has_a_witness_in_its_sentence() {
    for (kind, impact, change) in CASES {
        for difference in super::after(change).iter().filter(|_| *impact == Patch) {
            assert!(
                !difference.sentence().contains("accepté ") && !difference.sentence().contains("n'est plus accepté"),
                "{kind:?}"
            );
        }
    }
}

#[test]
fn column_order_is_the_reading_order() {
    let (mut before, mut after) = (super::base(), super::base());
    on(&mut before, "ouvert").name = "ferme".into();
    on(&mut after, "sites").required = true;
    on(&mut after, "nom").required = false;
    after.identity.contact = "autre@example.org".into();
    let order: Vec<Is> = compare(&before, &after).iter().map(|difference| difference.kind).collect();
    assert_eq!(order, [Is::Identity, Is::Optional, Is::Required, Is::FieldAdded, Is::FieldRemoved]);
}
