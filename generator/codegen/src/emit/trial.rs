//! Standards that the tests of emitters read: the real one, and one whose every text is hostile.

use std::path::Path;

use standard_mediation_model::Standard;

use crate::Artifact;
use crate::source::{self, Sources};

/// What breaks naive writers: markup, templates, quotes, separators, comments, line breaks.
pub(crate) const HOSTILE: &str = "</script> {{x}} \"'`|\\ */ [a](b) *b* $& ` <b>\n# é";

/// The sources of the repository.
pub(crate) fn sources() -> Sources {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema");
    let mut sources = Sources::new();
    gather(&root, &root, &mut sources);
    sources
}

/// The standard of the repository.
pub(crate) fn standard() -> Standard {
    let loaded = source::load(&sources());
    loaded.standard.unwrap_or_else(|| panic!("the standard does not load: {:#?}", loaded.findings))
}

/// The same, every text that people read or exchange replaced or followed by [`HOSTILE`].
pub(crate) fn hostile() -> Standard {
    let mut standard = standard();
    standard.identity.title = HOSTILE.into();
    standard.identity.description = HOSTILE.into();
    for field in &mut standard.fields {
        field.title = HOSTILE.into();
        field.description.push_str(HOSTILE);
        field.usage = Some(HOSTILE.into());
    }
    for vocabulary in &mut standard.vocabularies {
        vocabulary.title = HOSTILE.into();
        vocabulary.description = HOSTILE.into();
        for value in &mut vocabulary.values {
            value.label = format!("{}{HOSTILE}", value.code);
            value.definition = HOSTILE.into();
        }
    }
    for step in &mut standard.migrations {
        (step.title, step.description) = (HOSTILE.into(), HOSTILE.into());
        for column in &mut step.columns {
            // What is not said has no place on a page.
            for said in [&mut column.lost, &mut column.to_check].into_iter().flatten() {
                *said = HOSTILE.into();
            }
            column.values.iter_mut().for_each(|value| value.before.label.push_str(HOSTILE));
        }
    }
    for change in &mut standard.changes {
        change.title = HOSTILE.into();
        change.description = HOSTILE.into();
        change.reason = HOSTILE.into();
    }
    standard
}

/// The text of the artifact of that path.
pub(crate) fn text<'a>(artifacts: &'a [Artifact], path: &str) -> &'a str {
    let artifact = artifacts.iter().find(|artifact| artifact.path == path).unwrap_or_else(|| panic!("no artifact {path}"));
    std::str::from_utf8(&artifact.bytes).expect("UTF-8")
}

#[expect(clippy::disallowed_methods, reason = "tests read the real sources")]
fn gather(folder: &Path, root: &Path, sources: &mut Sources) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, root, sources);
        } else if let Some(name) = path.strip_prefix(root).ok().and_then(Path::to_str) {
            sources.insert(name.replace('\\', "/"), std::fs::read(&path).expect("a file"));
        }
    }
}
