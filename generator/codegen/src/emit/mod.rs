//! Emitters: from the standard to files.
//!
//! In: a [`Standard`], which is valid, so that none of them can fail. Out: [`Artifact`]s. An emitter imports the model
//! and, when it gathers what others write, their public function; never the sources, the disk or the clock.
//!
//! To add one: a file with `emit`, a line in [`EMITTERS`].

pub(crate) mod cards;
mod cell_form;
mod editor;
mod examples;
mod fields_csv;
mod github;
pub(crate) mod history;
mod json_cell;
mod json_schema;
mod package;
mod pages;
pub(crate) mod palette;
mod publication;
mod python;
mod rust_crate;
pub(crate) mod sheet;
mod sql;
mod standard_json;
mod table;
mod table_schema;
#[cfg(test)]
pub(crate) mod trial;
mod typescript;
mod vocabularies;
pub(crate) mod words;
mod workbook;

pub(crate) use pages::anchor;
use standard_mediation_model::Standard;

use crate::Artifact;

/// One emitter and what it owns.
pub struct Emitter {
    /// Paths it writes, below the output folder: a file, or a folder ending with `/`.
    pub writes: &'static [&'static str],
    /// The function.
    pub emit: fn(&Standard) -> Vec<Artifact>,
}

/// Every emitter. Each file of the output belongs to exactly one of them.
pub const EMITTERS: &[Emitter] = &[
    Emitter { writes: &["standard.json"], emit: standard_json::emit },
    Emitter { writes: &["champs.csv"], emit: fields_csv::emit },
    Emitter { writes: &["vocabulaires.json", "vocabulaires.csv"], emit: vocabularies::emit },
    Emitter { writes: &["json-schema/"], emit: json_schema::emit },
    Emitter { writes: &["table-schema/"], emit: table_schema::emit },
    Emitter { writes: &["rust/"], emit: rust_crate::emit },
    Emitter { writes: &["sql/"], emit: sql::emit },
    Emitter { writes: &["typescript/"], emit: typescript::emit },
    Emitter { writes: &["python/"], emit: python::emit },
    Emitter { writes: &["pages/"], emit: pages::emit },
    Emitter { writes: &["exemples/"], emit: examples::emit },
    Emitter { writes: &["publication/"], emit: publication::emit },
    Emitter { writes: &["gabarit/gabarit.xlsx", "publication/gabarit.xlsx"], emit: workbook::emit },
    Emitter { writes: &["gabarit/fiches.html"], emit: cards::emit },
    Emitter { writes: &["editeur/"], emit: editor::emit },
    Emitter { writes: &["github/"], emit: github::emit },
];

/// `standard.json` alone, the form in which versions of the past are kept.
pub fn standard_json(standard: &Standard) -> Artifact {
    standard_json::file(standard)
}

/// `table-schema/schema.json` alone.
pub fn table_schema(standard: &Standard) -> Artifact {
    table_schema::file(standard, "schema.json")
}

/// The setting of the editor, for the folder of the repository.
pub(crate) fn editor_settings(standard: &Standard) -> Vec<u8> {
    let settings = editor::emit(standard).into_iter().find(|artifact| artifact.path.ends_with("settings.json"));
    settings.map(|artifact| artifact.bytes).unwrap_or_default()
}

/// Everything that is emitted, sorted by path.
pub fn all(standard: &Standard) -> Vec<Artifact> {
    let mut artifacts: Vec<Artifact> = EMITTERS.iter().flat_map(|emitter| (emitter.emit)(standard)).collect();
    artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    artifacts
}
