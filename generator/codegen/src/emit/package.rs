//! What the packages of all languages have in common: files that do not depend on the standard, a manifest, a README.
//!
//! In: what stands in `templates/`. Out: [`Artifact`]s below the folder of the package.

use serde_json::json;
use standard_mediation_model::Standard;

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
    let view = json!({ "version": standard.identity.version.to_string() });
    Artifact::text(format!("{language}/README.md"), &render::markdown(&format!("{language}/README"), &view))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_cannot_leave_its_quotation_marks() {
        assert_eq!(quoted("a\"b\\c\n\u{7f}é"), r#""a\"b\\c\n\u007fé""#);
    }
}
