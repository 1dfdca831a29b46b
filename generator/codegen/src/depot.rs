//! The repository of a standard that starts: everything around `schema/`.
//!
//! In: a standard. Out: the files of its repository, sources included, so that a person only has to put them on a forge.
//! Words are templates (`templates/depot/`). Must not write `generated/`: that is what the emitters are for.
//!
//! ```text
//! README.md  CONTRIBUTING.md  LICENCE.md  .gitattributes  .gitignore
//! .github/workflows/verification.yml  .github/pull_request_template.md  .vscode/settings.json  schema/…
//! ```

use serde_json::json;
use standard_mediation_model::Standard;

use crate::{Artifact, emit, render, source};

/// A small Table Schema to start from, when there is none to import.
pub const STARTER: &str = include_str!("../../../templates/depot/depart.json");

/// Where the tool comes from.
const TOOL: &str = env!("CARGO_PKG_REPOSITORY");

/// Files that do not depend on the standard.
const FIXED: [(&str, &str); 5] = [
    (".gitattributes", include_str!("../../../templates/depot/gitattributes")),
    (".gitignore", include_str!("../../../templates/depot/gitignore")),
    (".vscode/extensions.json", include_str!("../../../templates/depot/extensions.json")),
    (".github/pull_request_template.md", include_str!("../../../templates/depot/pull_request_template.md")),
    // The keys of the sources are the same for every standard.
    ("schema/LISEZMOI.md", include_str!("../../../schema/LISEZMOI.md")),
];

/// The files of the repository, by path.
pub fn files(standard: &Standard) -> Vec<Artifact> {
    let identity = &standard.identity;
    let view = json!({
        "titre": identity.title,
        "description": identity.description,
        "contact": identity.contact,
        "version": identity.version.to_string(),
        "outil": TOOL,
        "licence": identity.licence.title,
        "identifiant": identity.licence.name,
        "lien": identity.licence.url,
    });
    let page = |path: &str, template: &str| Artifact::text(path, &render::markdown(template, &view));
    let workflow = include_str!("../../../templates/depot/verification.yml").replace("OUTIL", TOOL);
    let mut files = vec![
        page("README.md", "depot/README"),
        page("CONTRIBUTING.md", "depot/CONTRIBUTING"),
        page("LICENCE.md", "depot/LICENCE"),
        page("schema/LICENCE.md", "depot/LICENCE"),
        Artifact::text(".github/workflows/verification.yml", &workflow),
        Artifact { path: ".vscode/settings.json".into(), bytes: emit::editor_settings(standard) },
    ];
    files.extend(FIXED.iter().map(|(path, text)| Artifact::text(*path, text)));
    files.extend(source::write(standard).into_iter().map(|(path, bytes)| Artifact { path: format!("schema/{path}"), bytes }));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::trial;

    #[test]
    fn the_repository_is_whole_and_nothing_is_left_to_replace() {
        let files = files(&trial::standard());
        for path in [
            "README.md",
            "CONTRIBUTING.md",
            ".github/workflows/verification.yml",
            "schema/standard.yaml",
            ".vscode/settings.json",
        ] {
            let text = trial::text(&files, path);
            assert!(!text.is_empty() && !text.contains("OUTIL"), "{path}");
        }
        assert!(trial::text(&files, ".github/workflows/verification.yml").contains(&format!("--git {TOOL} standard-mediation")));
        assert!(files.windows(2).all(|pair| pair[0].path < pair[1].path), "each file once");
    }

    #[test]
    fn hostile_texts_stay_texts() {
        let files = files(&trial::hostile());
        let text = trial::text(&files, "README.md");
        assert!(!text.contains("<b>") && !text.contains("</script>"), "{text}");
    }
}
