//! `publication/`: the exact tree of a tag, from which the national site reads a version.
//!
//! In: the standard. Out: what that site asks for at the root of the tag, under the names it knows, and the checks of
//! its official template. What other emitters write is the same bytes here; `gabarit.xlsx` is left to [`super::workbook`].
//! Must not: put raw markup in a page, which its builder would compile.
//!
//! ```text
//! schema.json  README.md  CHANGELOG.md  LICENSE.md  requirements.txt
//! exemple-valide.csv  exemple-invalide.csv  exemple-valide.json
//! lieu.schema.json  lieux.schema.json  ligne-csv.schema.json
//! .github/pull_request_template.md  .github/workflows/{assert_version.py,assert_version.yml,frictionless_tests.yml}
//! ```

mod pages;

use standard_mediation_model::{CellRule, ExampleKind, Standard};

use super::examples::{self, broken, csv_file};
use super::{json_cell, json_schema, table_schema};
use crate::Artifact;

/// Files that say the same for every standard.
const FIXED: &[(&str, &str)] = &[
    ("requirements.txt", include_str!("../../../../../templates/publication/requirements.txt")),
    (".github/pull_request_template.md", include_str!("../../../../../templates/publication/pull_request_template.md")),
    (".github/workflows/assert_version.py", include_str!("../../../../../templates/publication/assert_version.py")),
    (".github/workflows/assert_version.yml", include_str!("../../../../../templates/publication/assert_version.yml")),
    (".github/workflows/frictionless_tests.yml", include_str!("../../../../../templates/publication/frictionless_tests.yml")),
];

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let mut out = vec![
        table_schema::file(standard, "publication/schema.json"),
        Artifact::text("publication/README.md", &pages::readme(standard)),
        Artifact::text("publication/CHANGELOG.md", &pages::changelog(standard)),
        Artifact::text("publication/LICENSE.md", &pages::licence(standard)),
        examples::valid(standard, "publication/exemple-valide.csv"),
        invalid(standard),
    ];
    // One object and not a list: the checks of the national template read one instance.
    let full = standard.examples.iter().find(|row| row.kind == ExampleKind::Full).or(standard.examples.first());
    out.extend(full.map(|row| Artifact::json("publication/exemple-valide.json", &json_cell::object(standard, row))));
    out.extend(json_schema::files(standard, "publication/"));
    out.extend(FIXED.iter().map(|(path, text)| Artifact::text(format!("publication/{path}"), text)));
    out
}

/// All broken rows in one file. The identifier of each one says what is wrong with it.
fn invalid(standard: &Standard) -> Artifact {
    let mut rows = Vec::new();
    for mut broken in broken::all(standard) {
        let name = broken.name();
        for row in &mut broken.rows {
            for (field, cell) in standard.fields.iter().zip(row) {
                let faulty = field.name == broken.field.name && broken.rule != CellRule::Unique.id();
                if field.unique && !faulty && !cell.is_empty() {
                    *cell = format!("{cell}-{name}");
                }
            }
        }
        rows.extend(broken.rows);
    }
    csv_file::file(standard, "publication/exemple-invalide.csv", &rows)
}

#[cfg(test)]
mod tests;
