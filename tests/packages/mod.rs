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
use standard_mediation_codegen::source;
use standard_mediation_model::Standard;

use crate::support::{root, sources, standard};
use cases::Case;

/// A standard that each package is made for, and what its rows are judged on.
struct Trial {
    name: String,
    standard: Standard,
    cases: Vec<Case>,
}

/// The real standard, one whose every name and text is hostile, one of every kind of content, and one of another
/// publisher, with two columns as its key and its own texts for an empty cell.
fn trials() -> &'static [Trial] {
    static TRIALS: LazyLock<Vec<Trial>> = LazyLock::new(|| {
        let trial = |(name, standard): (&'static str, Standard)| {
            let cases = cases::all(&standard);
            Trial { name: name.to_owned(), standard, cases }
        };
        let others = ["tous-les-types", "equipements"].map(|name| (name, imported(name)));
        [("le standard", standard()), ("hostile", hostile::standard())].into_iter().chain(others).map(trial).collect()
    });
    &TRIALS
}

/// The frozen versions, whose packages the site offers, oldest first.
pub(crate) fn frozen() -> &'static [(String, Standard)] {
    static FROZEN: LazyLock<Vec<(String, Standard)>> = LazyLock::new(|| {
        let past = source::load(&sources(&root().join("schema"))).past;
        past.into_iter().map(|(version, standard)| (version.to_string(), standard)).collect()
    });
    &FROZEN
}

/// Every standard, frozen ones included.
fn standards() -> impl Iterator<Item = (&'static str, &'static Standard)> {
    let named = trials().iter().map(|trial| (trial.name.as_str(), &trial.standard));
    named.chain(frozen().iter().map(|(version, standard)| (version.as_str(), standard)))
}

/// [`trials`], then the oldest and the newest of the frozen versions, between which the others are. They recorded no
/// example: their rows are those that an import makes up from constraints.
fn trials_and_past() -> impl Iterator<Item = &'static Trial> {
    static PAST: LazyLock<Vec<Trial>> = LazyLock::new(|| {
        let trial = |(version, standard): &(String, Standard)| {
            let cases = cases::of(standard, &completed(standard.clone()).0);
            Trial { name: version.clone(), standard: standard.clone(), cases }
        };
        let [oldest, .., newest] = frozen() else { panic!("two versions are frozen at least") };
        [oldest, newest].map(trial).into()
    });
    trials().iter().chain(PAST.iter())
}

/// What the README of a package shows of a refusal: the line, the column and the text that is refused in it.
pub(crate) struct Shown {
    pub(crate) line: String,
    field: String,
    text: String,
}

impl Shown {
    pub(crate) fn of(readme: &str) -> Option<Self> {
        let line = readme.lines().find(|line| line.contains("vouliez-vous écrire «"))?;
        let (before, after) = line.split_once(" : « ").expect("a column, then a text");
        let field = before.split_whitespace().last().expect("a column").to_owned();
        let text = after.split_once(" » n'est pas").expect("a text").0.to_owned();
        Some(Self { line: line.to_owned(), field, text })
    }

    /// A file of one row with nothing but that text.
    pub(crate) fn csv(&self, standard: &Standard) -> Vec<u8> {
        cases::csv(standard, &[cases::Row::from([(self.field.clone(), self.text.clone())])])
    }
}

/// A schema of another publisher, as a standard.
fn imported(name: &str) -> Standard {
    let bytes = fs::read(root().join(format!("tests/schemas/{name}/schema.json"))).expect("a schema");
    let imported = import("schema.json", &bytes, &Options { date: "2026-01-15".parse().ok(), ..Options::default() });
    completed(imported.standard.unwrap_or_else(|| panic!("{name}: {:#?}", imported.remarks))).0
}
