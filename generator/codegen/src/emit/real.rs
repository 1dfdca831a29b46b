//! The real standard, for tests.
#![expect(clippy::disallowed_methods, reason = "tests read the real sources")]

use std::path::Path;

use standard_mediation_model::Standard;

use crate::source::{Sources, load};

/// The standard of the repository.
pub(super) fn standard() -> Standard {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema");
    let mut sources = Sources::new();
    gather(&root, &root, &mut sources);
    let loaded = load(&sources);
    loaded.standard.unwrap_or_else(|| panic!("{:#?}", loaded.findings))
}

fn gather(folder: &Path, root: &Path, sources: &mut Sources) {
    for entry in folder.read_dir().expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, root, sources);
        } else {
            let name = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
            sources.insert(name, std::fs::read(&path).expect("a file"));
        }
    }
}
