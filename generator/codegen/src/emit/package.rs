//! What the packages of all languages have in common: files that do not depend on the standard, a manifest, a README.
//!
//! In: what stands in `templates/`. Out: [`Artifact`]s below the folder of the package.

use serde_json::{Value, json};
use standard_mediation_model::{Field, Standard};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::cell_form;
use crate::{Artifact, render};

/// Files that do not depend on the standard, path and content, in a folder.
pub(super) fn fixed(folder: &str, files: &[(&str, &str)]) -> impl Iterator<Item = Artifact> {
    files.iter().map(move |(path, text)| Artifact::text(format!("{folder}/{path}"), text))
}

/// The manifest of a package, from one whose version is `"VERSION"` and whose repository is `"DEPOT"`.
pub(super) fn manifest(path: &str, template: &str, standard: &Standard) -> Artifact {
    let identity = &standard.identity;
    let text = template
        .replace("\"VERSION\"", &quoted(&identity.version.to_string()))
        .replace("\"DEPOT\"", &quoted(&identity.repository));
    Artifact::text(path, &text)
}

/// A text between quotation marks, as JSON and TOML both read it: TOML wants one sign more escaped than JSON does.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

/// The README of the package of a language, which has its folder and its template.
pub(super) fn readme(language: &str, standard: &Standard) -> Artifact {
    let view = json!({ "version": standard.identity.version.to_string(), "ecart": slip(standard) });
    Artifact::text(format!("{language}/README.md"), &render::markdown(&format!("{language}/README"), &view))
}

/// A value of a closed list, written without its accents: what is said of it shows how a package refuses. One of several
/// words, which reads as what people write; `null` when no list has any.
fn slip(standard: &Standard) -> Value {
    let of_field = |field: &Field| {
        // What is said of it stands on one line.
        let list = cell_form::closed_list(standard, field).filter(|list| !list.title.contains(char::is_control))?;
        let (label, faulty) = list.labels().filter(|label| label.contains(' ')).find_map(|label| {
            let faulty: String = label.nfd().filter(|sign| !is_combining_mark(*sign)).collect();
            list.by_label(&faulty).is_none().then_some((label, faulty))
        })?;
        Some(json!({ "champ": field.name, "liste": list.name, "titre": list.title, "juste": label, "faute": faulty }))
    };
    standard.fields.iter().find_map(of_field).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{quoted, slip};
    use crate::emit::trial;

    #[test]
    fn a_text_cannot_leave_its_quotation_marks() {
        assert_eq!(quoted("a\"b\\c\n\u{7f}é"), r#""a\"b\\c\n\u007fé""#);
    }

    #[test]
    fn the_slip_is_one_that_the_standard_refuses() {
        let mut standard = trial::standard();
        let said = slip(&standard);
        let text = |key: &str| said[key].as_str().unwrap_or_else(|| panic!("{key}: {said}"));
        let list = standard.vocabulary(text("liste")).expect("a list");
        assert!(list.by_label(text("juste")).is_some() && list.by_label(text("faute")).is_none(), "{said}");
        for vocabulary in &mut standard.vocabularies {
            vocabulary.values.iter_mut().for_each(|value| value.label = value.code.clone());
        }
        assert!(slip(&standard).is_null(), "no accent, no slip");
    }
}
