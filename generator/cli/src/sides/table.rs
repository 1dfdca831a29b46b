//! A Table Schema of somebody, read through the import.

use std::collections::BTreeMap;
use std::mem::ManuallyDrop;
use std::path::PathBuf;

use standard_mediation_codegen::emit::EMITTERS;
use standard_mediation_codegen::import::{self, Imported, Options};
use standard_mediation_codegen::source::Loaded;
use standard_mediation_model::{Finding, Standard};

use super::{Reading, Side, Sources, json, named};

/// The bytes of a Table Schema.
pub(crate) struct Table {
    /// What a person calls it.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl Table {
    /// Imports it. The other side lends names and codes, so that the same value is known as the same.
    pub(super) fn import(self, other: Option<&Standard>) -> Reading {
        let options = Options { references: other.map_or(&[], std::slice::from_ref), ..Options::default() };
        let Imported { standard, remarks, text } = import::import(&self.name, &self.bytes, &options);
        match standard {
            Some(standard) => {
                // What is accepted was read otherwise than it was written: a correction of a column, or a form left out.
                let altering = |remark: &&Finding| match remark.rule.as_str() {
                    "import-correction" => remark.message.starts_with("champ « "),
                    "import-sans-place" => remark.message.starts_with("l'expression de "),
                    _ => false,
                };
                let altered = remarks.iter().filter(altering).count();
                match named(&self.name, json::Content::Standard(Box::new(standard))) {
                    Reading::Ready(side) => Reading::Ready(Box::new(Side { altered, ..*side })),
                    reading => reading,
                }
            }
            None => Reading::Faulty(Box::new(Sources {
                folder: PathBuf::new(),
                loaded: ManuallyDrop::new(Loaded {
                    standard: None,
                    past: BTreeMap::new(),
                    findings: remarks,
                    texts: BTreeMap::from([(self.name, text)]),
                }),
                remedy: "ce Table Schema ne peut pas être importé",
            })),
        }
    }
}

/// A standard as its own Table Schema says it: without advice, and each form as an expression.
pub(super) fn published(standard: &Standard) -> Option<Standard> {
    let emitter = EMITTERS.iter().find(|emitter| emitter.writes.contains(&"table-schema/"))?;
    let artifact = (emitter.emit)(standard).into_iter().find(|artifact| artifact.path.ends_with("schema.json"))?;
    let options = Options { references: std::slice::from_ref(standard), ..Options::default() };
    import::import(&artifact.path, &artifact.bytes, &options).standard
}
