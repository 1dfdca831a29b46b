//! `README.md`: the way in.

use serde_json::{Value, json};
use standard_mediation_model::{Field, Level, Standard};

use super::links;
use crate::emit::words;

pub(super) fn view(standard: &Standard) -> Value {
    let identity = &standard.identity;
    let groups = standard.groups.iter().map(|group| {
        json!({
            "ancre": links::anchor(&group.name),
            "titre": group.title,
            "description": group.description,
            "champs": standard.fields_of(&group.name).map(|field| row(standard, field)).collect::<Vec<_>>(),
        })
    });
    let vocabularies = standard.vocabularies.iter().map(|vocabulary| {
        json!({ "nom": vocabulary.name, "titre": vocabulary.title, "conseil": vocabulary.level == Level::Recommendation })
    });
    json!({
        "titre": identity.title,
        "description": identity.description,
        "version": identity.version,
        "contact": identity.contact,
        "licence": identity.licence,
        "format": standard.dialect,
        "groupes": groups.collect::<Vec<_>>(),
        "vocabulaires": vocabularies.collect::<Vec<_>>(),
    })
}

fn row(standard: &Standard, field: &Field) -> Value {
    json!({
        "nom": field.name,
        "titre": field.title,
        "obligatoire": words::yes_no(field.required),
        "plusieurs": words::yes_no(field.multiple),
        "contenu": words::content(standard, field),
    })
}
