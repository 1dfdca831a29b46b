//! `import`: reads somebody else's Table Schema, says what it understood, and writes it as ours.

use std::collections::BTreeMap;
use std::path::Path;

use standard_mediation_codegen::import::{self, Imported, MAX_SCHEMA_BYTES, Options};
use standard_mediation_codegen::{emit, source};
use standard_mediation_model::count::counted;
use standard_mediation_model::{Date, Finding, Level, Standard};

use super::{Outcome, load, show_findings};
use crate::arguments::{Format, Import};
use crate::disk::{self, Failure};
use crate::show::{self, say};

/// Imports. Nothing is written when a finding is blocking.
pub(crate) fn import(options: &Import) -> Outcome {
    let references = options.reference.iter().map(|path| reference(path)).collect::<Result<Vec<_>, _>>()?;
    if options.freeze.is_none() {
        disk::refuse_occupied(&options.out)?;
    }
    let date = options.date.or_else(today);
    let known = Options { version: options.freeze, date, references: &references };
    let Some((standard, remarks)) = read(&options.file, &known, options.format, &options.out)? else { return Ok(false) };
    let said = |words: &str| {
        if options.format == Format::Terminal {
            say(format_args!("{} : {words}", options.out.display()));
        }
    };
    if options.freeze.is_some() {
        let frozen = emit::standard_json(&import::without_texts(standard));
        disk::write_file(&options.out, &frozen.bytes, options.force)?;
        said(&format!("écrit, {}", counted(remarks, "remarque", "remarques")));
        return Ok(true);
    }
    let sources = source::write(&standard);
    disk::write_folder(&options.out, sources.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())))?;
    let loaded = source::load(&sources);
    let blocking = loaded.findings.iter().filter(|finding| finding.level == Level::Blocking).count();
    said(&format!(
        "{}, {}",
        counted(sources.len(), "fichier écrit", "fichiers écrits"),
        counted(remarks, "remarque", "remarques")
    ));
    if blocking > 0 && options.format == Format::Terminal {
        let folder = options.out.display();
        say(format_args!("il reste à décider ({blocking}) : cargo standard check --schema {folder} dit chaque point"));
    }
    Ok(blocking == 0)
}

/// Reads the schema and shows what there is to say. The standard is completed unless it is to be frozen.
pub(super) fn read(file: &Path, known: &Options<'_>, format: Format, out: &Path) -> Result<Option<(Standard, usize)>, Failure> {
    let bytes = disk::read_file(file, MAX_SCHEMA_BYTES)?;
    let name = file.to_string_lossy();
    let Imported { standard, remarks, text } = import::import(&name, &bytes, known);
    let (standard, todo): (Option<Standard>, Vec<Finding>) = match standard {
        Some(standard) if known.version.is_none() => {
            let (standard, todo) = import::completed(standard);
            (Some(standard), todo)
        }
        standard => (standard, Vec::new()),
    };
    let texts = BTreeMap::from([(name.clone().into_owned(), text)]);
    let shown = show::Output { schema: Path::new(""), out, sources: &remarks, texts: &texts, drift: &todo, publication: None };
    show_findings(format, &shown)?;
    if standard.is_none() && format == Format::Terminal {
        say("rien n'a été écrit : le schéma ne peut pas être importé");
    }
    Ok(standard.map(|standard| (standard, remarks.len() + todo.len())))
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

/// The day of a schema that names none.
pub(super) fn today() -> Option<Date> {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string().parse().ok()
}
