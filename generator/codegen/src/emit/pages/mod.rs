//! `pages/`: the standard as people read it, in Markdown, on GitHub.
//!
//! ```text
//! pages/README.md                    the columns by group, where to start
//! pages/champs/code_postal.md        a page a column
//! pages/vocabulaires/services.md     a page a list of values
//! pages/regles.md                    what is checked, why, how to mend
//! pages/exemples.md  changements.md  decisions.md  migrations.md  differences.md  formats.md  ecarts.md
//! ```
//! ```md
//! # Code postal
//!
//! | Nom de la colonne | Obligatoire | Plusieurs valeurs | Depuis la version | Contenu |
//! |---|---|---|---|---|
//! | `code_postal` | oui | non | 0.1.0 | texte |
//! ```
//!
//! In: the standard, and the words of [`crate::rules`]. Templates hold the words, these files what goes in them. A page
//! shows no regular expression, no count, nothing that changes when something else does. Anchors come from stable
//! names (`#gratuit`, `#motif`), never from titles: a link given to somebody must still work next year.

mod changes;
mod decisions;
mod differences;
mod examples;
mod field;
mod index;
mod links;
mod migrations;
mod rules;
#[cfg(test)]
mod tests;
mod vocabulary;

pub(crate) use links::anchor;
use serde_json::{Value, json};
use standard_mediation_model::Standard;

use crate::{Artifact, render};

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let mut out = vec![
        page("README", "index", &index::view(standard)),
        page("regles", "regles", &rules::view(standard)),
        page("exemples", "exemples", &examples::view(standard)),
        page("changements", "changements", &changes::view(standard)),
        page("decisions", "decisions", &decisions::view(standard)),
        page("migrations", "migrations", &migrations::view(standard)),
        page("differences", "differences", &differences::view()),
        page("formats", "formats", &json!({})),
        page("ecarts", "ecarts", &json!({ "separateur": standard.separator() })),
    ];
    for field in &standard.fields {
        out.push(page(&format!("champs/{}", field.name), "champ", &field::view(standard, field)));
    }
    for vocabulary in &standard.vocabularies {
        let view = vocabulary::view(standard, vocabulary);
        out.push(page(&format!("vocabulaires/{}", vocabulary.name), "vocabulaire", &view));
    }
    out
}

fn page(path: &str, template: &str, view: &Value) -> Artifact {
    Artifact::text(format!("pages/{path}.md"), &render::markdown(&format!("pages/{template}"), view))
}
