//! The publication contract: what the national site, its validator and its forms ask of the tree of a tag.
//!
//! In: the bytes of `publication/`, and the tag that would be set on it. Out: findings, each with a rule that has a page.
//! A re-reading of what those tools do, as rules of our own: nothing of them is run here. It must not know where the
//! bytes come from, nor how findings are shown; it must end in time whatever the bytes.
//!
//! ```text
//! faute[publication-autre-version]: ce texte nomme « v1.0.1 » au lieu de « v1.1.0 »
//!   --> generated/publication/schema.json:8:11
//! ```
//!
//! What stops a publication or breaks what the official template asks for blocks. So does advice for other consumers,
//! when passing over it breaks somebody; the rest is a recommendation, and each page says which and why. Left out: that a
//! local primary key must not serve a national merge, which would be said of every tree; names of columns that forms take
//! for an address, which no past column can change.
//!
//! A fault is said once: a file that cannot be read says nothing more, a column without a known type is not read against
//! data, an address that names another version is not also an address that leads elsewhere.

mod addresses;
mod cells;
mod changelog;
mod columns;
mod constraints;
mod controls;
mod credits;
mod examples;
mod expression;
mod files;
mod json;
mod lists;
mod metadata;
mod place;
mod report;
mod rows;
mod schemas;
mod template;
mod texts;
mod tooling;
mod versions;

use standard_mediation_model::Finding;

use self::expression::Expressions;
pub use self::files::{MAX_FILE_BYTES, Tree};
use self::report::Report;

/// Checks a tree against the contract. Without `tag`, the one expected is that of the version that the tree declares.
///
/// Total: whatever the bytes, it returns. Paths of places are relative to the tree.
pub fn check(tree: &Tree, tag: Option<&str>) -> Vec<Finding> {
    let texts = files::texts(tree);
    let mut report = Report::new(&texts);
    let files = files::read(tree, &texts, &mut report);
    let mut expressions = Expressions::new();
    let columns = columns::read(&files, &mut expressions, &mut report);
    let version = versions::declared(&files, tag, &mut report);
    if let Some((written, _)) = version {
        versions::others(&files, written, &mut report);
        addresses::check(tree, &files, written, &mut report);
    }
    if let Some(schema) = files.tree(files::SCHEMA) {
        constraints::check(schema, &columns, &mut report);
        if !columns.is_empty() {
            controls::check(schema, &columns, &mut report);
        }
    }
    metadata::check(&files, &columns, &mut report);
    credits::check(&files, &mut report);
    texts::check(&files, &columns, &mut report);
    lists::check(&columns, &mut report);
    changelog::check(&files, version.map(|(_, version)| version), &mut report);
    tooling::check(&files, &mut report);
    examples::check(&files, &columns, &mut report);
    schemas::check(&files, &columns, &mut expressions, &mut report);
    template::check(tree, &columns, &mut report);
    place::check(&files, &columns, &mut expressions, &mut report);
    report.into_findings()
}

#[cfg(test)]
mod tests;
