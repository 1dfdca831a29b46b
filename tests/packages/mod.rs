//! The packages for other languages, each read by its own tool and held to the same cases.
//!
//! A package is `generated/<name>/`. Its tools are installed below `target/paquets/<name>/` by `.ci/paquets/<name>/run`,
//! which then runs the tests of its module, ignored everywhere else: `cargo test … -- --ignored packages::<name>`. What is
//! missing makes them fail.

mod cases;
mod hostile;
mod python;
mod sql;
mod tool;
mod typescript;

use std::fs;
use std::sync::LazyLock;

use standard_mediation_codegen::import::{Options, completed, import};
use standard_mediation_model::Standard;

use crate::support::{root, standard};
use cases::Case;

/// A standard that each package is made for, and what its rows are judged on.
struct Trial {
    name: &'static str,
    standard: Standard,
    cases: Vec<Case>,
}

/// The real standard, one whose every name and text is hostile, one of every kind of content, and one of another
/// publisher, with two columns as its key and its own texts for an empty cell.
fn trials() -> &'static [Trial] {
    static TRIALS: LazyLock<Vec<Trial>> = LazyLock::new(|| {
        let trial = |(name, standard): (&'static str, Standard)| {
            let cases = cases::all(&standard);
            Trial { name, standard, cases }
        };
        let others = ["tous-les-types", "equipements"].map(|name| (name, imported(name)));
        [("le standard", standard()), ("hostile", hostile::standard())].into_iter().chain(others).map(trial).collect()
    });
    &TRIALS
}

/// A schema of another publisher, as a standard.
fn imported(name: &str) -> Standard {
    let bytes = fs::read(root().join(format!("tests/schemas/{name}/schema.json"))).expect("a schema");
    let imported = import("schema.json", &bytes, &Options { date: "2026-01-15".parse().ok(), ..Options::default() });
    completed(imported.standard.unwrap_or_else(|| panic!("{name}: {:#?}", imported.remarks))).0
}
