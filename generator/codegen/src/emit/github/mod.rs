//! `github/`: the forms by which people without a terminal propose a value or a field, or report an error.
//!
//! ```yaml
//! - type: dropdown
//!   id: liste
//!   attributes:
//!     label: Dans quelle liste ?
//!     options:
//!     - Frais à charge (frais_a_charge)
//! ```
//!
//! In: the standard, and the forms of `templates/github/`, which are YAML with a few marks such as `<champs>`. Out: the
//! same forms with what the marks stand for, written from values, so that no text of the standard can break them. A
//! choice carries the stable name of what it names: two titles may be alike, and a title may read as `None` or as a
//! number. What would be left without choices is left out, since GitHub refuses the whole form. Shows no version, no
//! date and no count: a form changes when a list, a field or a group comes or goes, and not otherwise.

#[cfg(test)]
mod checks;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};
use standard_mediation_model::{Field, Standard};

use crate::{Artifact, plain};

/// The forms, by name: `templates/github/<name>.yml`.
const FORMS: &[(&str, &str)] = &[
    ("proposer-une-valeur", include_str!("../../../../../templates/github/proposer-une-valeur.yml")),
    ("proposer-un-champ", include_str!("../../../../../templates/github/proposer-un-champ.yml")),
    ("signaler-une-erreur", include_str!("../../../../../templates/github/signaler-une-erreur.yml")),
    ("config", include_str!("../../../../../templates/github/config.yml")),
];

const COMMENT: &str = "Produit par « cargo standard generate » depuis templates/github/ et schema/ : ne pas modifier à la main.";

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let marks = Marks::of(standard);
    let mut out = Vec::new();
    for (name, template) in FORMS {
        // Compiled in: a template that is not YAML fails every test and no input can make it so.
        let mut form: Value = plain::decode(template).unwrap_or_else(|error| panic!("template {name}: {error}"));
        if fill(&mut form, &marks) {
            out.push(Artifact::yaml(format!("github/ISSUE_TEMPLATE/{name}.yml"), COMMENT, &form));
        }
    }
    out
}

/// What the marks of the templates stand for.
struct Marks {
    /// `<listes>`, `<groupes>`, `<champs>`, each alone in a list of choices.
    choices: [(&'static str, Vec<String>); 3],
    /// `<depot>`, `<contact>`, anywhere in a text.
    texts: [(&'static str, String); 2],
}

impl Marks {
    fn of(standard: &Standard) -> Self {
        let lists = standard.vocabularies.iter().map(|list| choice(&list.title, &list.name));
        let groups = standard.groups.iter().map(|group| choice(&group.title, &group.name));
        let field = |title: &str, field: &Field| choice(&format!("{title} › {}", field.title), &field.name);
        let fields = standard.groups.iter().flat_map(|group| standard.fields_of(&group.name).map(|f| field(&group.title, f)));
        Self {
            choices: [("<listes>", lists.collect()), ("<groupes>", groups.collect()), ("<champs>", fields.collect())],
            texts: [("<depot>", standard.identity.repository.clone()), ("<contact>", standard.identity.contact.clone())],
        }
    }
}

/// A title and the name that makes it unique, on one line.
fn choice(title: &str, name: &str) -> String {
    let title = title.split(|c: char| c.is_whitespace() && c != '\u{a0}' || c.is_control());
    let name = format!("({name})");
    title.filter(|word| !word.is_empty()).chain([name.as_str()]).collect::<Vec<_>>().join(" ")
}

/// Replaces the marks below a value. False when the form makes no sense without what is missing.
fn fill(value: &mut Value, marks: &Marks) -> bool {
    match value {
        Value::String(text) => {
            for (mark, with) in &marks.texts {
                *text = text.replace(mark, with);
            }
            true
        }
        Value::Array(items) => {
            let named = |item: &Value| marks.choices.iter().find(|(mark, _)| item.as_str() == Some(mark));
            if let Some(at) = items.iter().position(|item| named(item).is_some()) {
                let choices = named(&items[at]).map(|(_, choices)| choices.as_slice()).unwrap_or_default();
                let missing = choices.is_empty();
                items.splice(at..=at, choices.iter().map(|choice| json!(choice)));
                return !missing;
            }
            // A question that has no answer is left out, and the form with it when the question had to be answered.
            let mut sound = true;
            items.retain_mut(|item| {
                let required = item.pointer("/validations/required") == Some(&Value::Bool(true));
                let kept = fill(item, marks);
                sound &= kept || !required;
                kept
            });
            sound
        }
        Value::Object(entries) => entries.values_mut().all(|inner| fill(inner, marks)),
        _ => true,
    }
}
