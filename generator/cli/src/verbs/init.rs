//! `init`: the repository of a standard, from somebody's Table Schema or from a small one.

use standard_mediation_codegen::import::{self, Options};
use standard_mediation_codegen::{depot, emit, source};
use standard_mediation_model::count::counted;
use standard_mediation_model::{Level, Standard};

use super::{Outcome, import as reading};
use crate::arguments::{Format, Init};
use crate::disk::{self, Failure};
use crate::show::say;

/// Writes the repository. Nothing is written when the schema cannot be imported, or where something already is.
pub(crate) fn init(options: &Init) -> Outcome {
    disk::refuse_occupied(&options.out)?;
    let known = Options { version: None, date: reading::today(), references: &[] };
    let standard = match &options.from {
        Some(file) => reading::read(file, &known, options.format, &options.out.join("schema"))?.map(|(standard, _)| standard),
        None => Some(starter(&known)?),
    };
    let Some(standard) = standard else { return Ok(false) };
    let files = depot::files(&standard);
    disk::write_folder(&options.out, files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())))?;
    let loaded = source::load(&source::write(&standard));
    let blocking = loaded.findings.iter().filter(|finding| finding.level == Level::Blocking).count();
    let mut count = files.len();
    if let Some(standard) = &loaded.standard {
        count += disk::write(&options.out.join("generated"), &emit::all(standard))?.total;
    }
    if options.format == Format::Terminal {
        say(format_args!("{} : {}", options.out.display(), counted(count, "fichier écrit", "fichiers écrits")));
        match blocking {
            0 => say("ensuite : complétez les textes qui commencent par « À compléter », puis standard-mediation generate"),
            _ => {
                say(format_args!("il reste à décider ({blocking}) : standard-mediation check dit chaque point, dans ce dossier"));
            }
        }
    }
    Ok(blocking == 0)
}

/// The small standard that comes with the tool.
fn starter(known: &Options<'_>) -> Result<Standard, Failure> {
    let imported = import::import("depart.json", depot::STARTER.as_bytes(), known);
    let standard = imported.standard.ok_or_else(|| Failure::usage("le standard de départ ne se lit pas".into()))?;
    Ok(import::completed(standard).0)
}
