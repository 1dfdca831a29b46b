//! What a step forgets.
//!
//! In: two versions and a step between them. Out: the columns and values of the old one that nothing accounts for, and
//! lengths that shrink without a word. Nothing is found by likeness: a value that changed its label is declared.

use standard_mediation_model::count::counted;
use standard_mediation_model::migration::{ColumnChange, Fate, Migration, Target};
use standard_mediation_model::{Field, Level, Standard};

/// Something that a step forgets.
#[derive(Debug)]
pub(super) struct Gap {
    /// The column of the old version.
    pub(super) column: String,
    pub(super) message: String,
    pub(super) help: String,
}

/// Everything that a step forgets, in the order of the columns.
pub(super) fn of(old: &Standard, new: &Standard, step: &Migration) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for field in &old.fields {
        let change = step.column(&field.name);
        let after: Vec<&Field> = match change {
            Some(change) => change.after.iter().filter_map(|name| new.field(name)).collect(),
            None => new.field(&field.name).into_iter().collect(),
        };
        let lost = change.is_some_and(|change| change.after.is_empty());
        if after.is_empty() && !lost {
            gaps.push(Gap {
                column: field.name.clone(),
                message: format!("rien ne dit ce que devient la colonne « {} »", field.name),
                help: "ajoutez-la à « colonnes », avec « apres » ou « perdue »".to_owned(),
            });
            continue;
        }
        for label in forgotten(old, new, field, &after, change) {
            gaps.push(Gap {
                column: field.name.clone(),
                message: format!("rien ne dit ce que devient « {label} », de la colonne « {} »", field.name),
                help: "ajoutez-la aux « valeurs » de la colonne, avec « apres », « perdue » ou « question »".to_owned(),
            });
        }
        let shrinks =
            |after: &&Field| after.max_length.is_some_and(|longest| field.max_length.is_none_or(|before| before > longest));
        if let Some(shrunk) = after.first().filter(|field| shrinks(field))
            && change.is_none_or(|change| change.to_check.is_none())
        {
            let longest = shrunk.max_length.unwrap_or_default();
            gaps.push(Gap {
                column: field.name.clone(),
                message: format!(
                    "« {} » n'accepte plus que {}, et rien ne dit quoi faire des textes plus longs",
                    shrunk.name,
                    counted(longest, "caractère", "caractères")
                ),
                help: "dites-le dans « a_verifier » : aucun texte n'est coupé".to_owned(),
            });
        }
    }
    gaps
}

/// Labels that are neither declared nor the same on the other side.
fn forgotten<'a>(
    old: &'a Standard,
    new: &Standard,
    field: &Field,
    after: &[&Field],
    change: Option<&ColumnChange>,
) -> Vec<&'a str> {
    let Some(vocabulary) = old.vocabulary_of(field) else { return Vec::new() };
    // In a column that takes any text, or that only advises, a label stays what it is.
    let takes = |field: &&&Field, label: &str| match new.vocabulary_of(field) {
        Some(list) if list.level == Level::Blocking => list.by_label(label).is_some(),
        _ => true,
    };
    let declared = |label: &str| change.is_some_and(|change| change.values.iter().any(|value| value.before.label == label));
    let is_told = |label: &str| declared(label) || after.iter().filter(|field| takes(field, label)).count() == 1;
    if after.is_empty() { Vec::new() } else { vocabulary.labels().filter(|label| !is_told(label)).collect() }
}

/// The columns of the new version that no column leads to.
pub(super) fn new_columns(old: &Standard, new: &Standard, step: &Migration) -> Vec<String> {
    let leads = |field: &Field, name: &str| match step.column(&field.name) {
        Some(change) => {
            change.after.iter().any(|after| after == name) || change.values.iter().any(|value| goes(&value.fate, name))
        }
        None => field.name == name,
    };
    let fed = |name: &str| old.fields.iter().any(|field| leads(field, name));
    new.fields.iter().filter(|field| !fed(&field.name)).map(|field| field.name.clone()).collect()
}

fn goes(fate: &Fate, name: &str) -> bool {
    let at = |target: &Target| target.column == name;
    match fate {
        Fate::Becomes(target) => at(target),
        Fate::Lost(_) => false,
        Fate::Asked(asked) => asked.answers.iter().filter_map(|answer| answer.target.as_ref()).any(at),
    }
}
