//! `import`: reads somebody else's Table Schema, says what it understood, and writes it as ours.

use std::collections::BTreeMap;
use std::path::Path;

use standard_mediation_codegen::emit;
use standard_mediation_codegen::import::{self, Imported, MAX_SCHEMA_BYTES, Options};
use standard_mediation_model::Standard;

use super::{Outcome, load, show_findings};
use crate::arguments::{Format, Import};
use crate::disk::{self, Failure};
use crate::show::{self, say};

/// Imports. Nothing is written when a finding is blocking.
pub(crate) fn import(options: &Import) -> Outcome {
    let references = options.reference.iter().map(|path| reference(path)).collect::<Result<Vec<_>, _>>()?;
    let bytes = disk::read_file(&options.file, MAX_SCHEMA_BYTES)?;
    let known = Options { version: options.freeze, date: options.date, references: &references };
    let Imported { standard, remarks, text } = import::import(&options.file.to_string_lossy(), &bytes, &known);
    let texts = BTreeMap::from([(options.file.to_string_lossy().into_owned(), text)]);
    let here = Path::new("");
    show_findings(
        options.format,
        &show::Output { schema: here, out: here, sources: &remarks, texts: &texts, drift: &[], publication: None },
    )?;
    let Some(standard) = standard else {
        if options.format == Format::Terminal {
            say("rien n'a été écrit : le schéma ne peut pas être importé");
        }
        return Ok(false);
    };
    if options.freeze.is_none() {
        return Err(Failure::usage("donnez le numéro de la version avec --geler".into()));
    }
    let frozen = emit::standard_json(&import::without_texts(standard));
    disk::write_file(&options.out, &frozen.bytes, options.force)?;
    if options.format == Format::Terminal {
        say(format_args!("{} : écrit, {} remarques", options.out.display(), remarks.len()));
    }
    Ok(true)
}

/// Another version: a folder of sources, or a `standard.json`.
fn reference(path: &Path) -> Result<Standard, Failure> {
    let refused = |why: &str| Failure::usage(format!("la référence « {} » ne se lit pas : {why}", path.display()));
    if path.is_dir() {
        let mut loaded = load(path)?;
        return loaded.standard.take().ok_or_else(|| refused("cargo standard check dit ce qu'il faut y corriger"));
    }
    let bytes = disk::read_file(path, MAX_SCHEMA_BYTES)?;
    serde_json::from_slice(&bytes).map_err(|_| refused("ce n'est ni un dossier de source, ni une version gelée"))
}
