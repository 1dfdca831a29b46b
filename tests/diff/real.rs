//! The real standard: one change at a time, its published past, and what no person would write.

use serde_json::Value;
use standard_mediation_model::diff::{Difference, DifferenceKind, compare};
use standard_mediation_model::{Impact, Level, Standard};

use super::diff;
use crate::support::{root, standard};

/// The Table Schemas that were published are the frozen versions, in both directions.
#[test]
fn what_was_published_is_what_is_frozen() {
    for version in ["0.1.0", "0.1.1", "1.0.0", "1.0.1", "1.0.2"] {
        let published = format!("tests/amont/v{version}/schema.json");
        for arguments in [[version, &published], [&published, version]] {
            let (_, stdout, stderr) = diff(root(), &[arguments[0], arguments[1], "--format", "json"]);
            let found: Value = serde_json::from_str(&stdout).unwrap_or_else(|error| panic!("{error}: {stdout}{stderr}"));
            assert_eq!(found["differences"], Value::Array(Vec::new()), "{arguments:?}");
        }
    }
    // The file of the tag v0.1.1 says to be 0.1.0.
    let (code, stdout, _) = diff(root(), &["0.1.1", "tests/amont/v0.1.1"]);
    assert!(code == 1 && stdout.contains("une version ne recule pas"), "{stdout}");
}

/// The standard of the repository, one property changed at a time, on each of its columns and at three places of each list.
#[test]
fn one_change_of_the_real_standard_is_one_difference() {
    let real = standard();
    assert_eq!(compare(&real, &real), []);
    let told = |change: &dyn Fn(&mut Standard)| {
        let mut after = real.clone();
        change(&mut after);
        compare(&real, &after)
    };
    for (rank, field) in real.fields.iter().enumerate() {
        type Change = (DifferenceKind, fn(&mut standard_mediation_model::Field));
        let changes: [Change; 5] = [
            (if field.required { DifferenceKind::Optional } else { DifferenceKind::Required }, |field| {
                field.required = !field.required;
            }),
            (if field.unique { DifferenceKind::NotUnique } else { DifferenceKind::Unique }, |field| field.unique = !field.unique),
            (if field.multiple { DifferenceKind::Single } else { DifferenceKind::Multiple }, |field| {
                field.multiple = !field.multiple;
            }),
            (DifferenceKind::FieldTexts, |field| field.description.push('…')),
            (DifferenceKind::FieldGroup, |field| field.group.push('s')),
        ];
        for (kind, change) in changes {
            let found = told(&|after| change(&mut after.fields[rank]));
            assert_eq!(found.iter().map(|one| one.kind).collect::<Vec<_>>(), [kind], "{}", field.name);
            assert_eq!(found[0].fields[0].shown(), field.name);
        }
    }
    for (rank, list) in real.vocabularies.iter().enumerate() {
        let heavy = if list.level == Level::Blocking { Impact::Major } else { Impact::Minor };
        for place in [0, list.values.len() / 2, list.values.len() - 1] {
            let found = told(&|after| drop(after.vocabularies[rank].values.remove(place)));
            assert_eq!(
                found.iter().map(|one| (one.kind, one.impact)).collect::<Vec<_>>(),
                [(DifferenceKind::ValueRemoved, heavy)]
            );
            assert_eq!(found[0].values, [list.values[place].code.clone()]);
            let found = told(&|after| after.vocabularies[rank].values[place].label.push('’'));
            assert_eq!(found.iter().map(|one| one.kind).collect::<Vec<_>>(), [DifferenceKind::ValueRelabelled]);
        }
    }
}

/// Leaves of the real `standard.json` replaced by what does not belong there: whatever still reads is compared both ways.
#[test]
fn no_mutation_of_a_standard_panics() {
    let real = standard();
    let json = serde_json::to_value(&real).expect("JSON");
    let inserts = ["", "(", "a{1000}", "|", "é", "code_postal", "2020-01-01", "[^a]*(b|c)", "id"];
    let (mut compared, mut told) = (0, 0);
    let mut leaves = Vec::new();
    gather(&json, String::new(), &mut leaves);
    for (rank, pointer) in leaves.iter().enumerate().step_by(23) {
        let mut mutated = json.clone();
        let leaf = mutated.pointer_mut(pointer).expect("a leaf");
        *leaf = match leaf {
            Value::Bool(truth) => Value::Bool(!*truth),
            Value::Number(_) => Value::from(rank),
            _ => Value::from(inserts[rank % inserts.len()]),
        };
        let Ok(after) = serde_json::from_value::<Standard>(mutated) else { continue };
        compared += 1;
        for found in [compare(&real, &after), compare(&after, &real)] {
            told += found.len();
            for difference in found {
                assert!(!difference.sentence().is_empty());
                assert!(difference.kind.impacts().contains(&difference.impact), "{difference:?}");
                let text = serde_json::to_string(&difference).expect("JSON");
                assert_eq!(serde_json::from_str::<Difference>(&text).expect("read back"), difference);
            }
        }
    }
    assert!(compared > 40 && told > compared, "{compared} compared, {told} differences");
}

fn gather(value: &Value, pointer: String, leaves: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                gather(value, format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), leaves);
            }
        }
        Value::Array(list) => {
            for (rank, value) in list.iter().enumerate() {
                gather(value, format!("{pointer}/{rank}"), leaves);
            }
        }
        _ => leaves.push(pointer),
    }
}
