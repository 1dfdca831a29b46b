//! `site`: the standard as pages for a browser, written in a folder, shown on this machine, or both.

use std::path::Path;

use standard_mediation_codegen::site::{self, Site};
use standard_mediation_model::count::{counted, number};

use super::{Outcome, load, show_findings};
use crate::arguments::{Built, Format};
use crate::show::{self, say};
use crate::{disk, engine, serve};

/// Builds the site. Nothing is written when a finding is blocking.
pub(crate) fn site(options: &Built) -> Outcome {
    let loaded = load(&options.schema)?;
    let Some(standard) = &loaded.standard else {
        let output = show::Output {
            schema: &options.schema,
            out: Path::new(""),
            sources: &loaded.findings,
            texts: &loaded.texts,
            drift: &[],
            publication: None,
        };
        show_findings(Format::Terminal, &output)?;
        say("rien n'a été écrit : corrigez d'abord la source");
        return Ok(false);
    };
    let engine = if options.without_checker { None } else { engine::built() };
    let extras = engine.map(|engine| site::checker(standard, &loaded.past, &engine)).unwrap_or_default();
    let pages = site::pages(&Site { standard, past: &loaded.past, extras: &extras });
    if let Some(out) = &options.out {
        let done = disk::write_site(out, &pages)?;
        say(format_args!(
            "{} : {}, {}, {} en tout ; ouvrez {}",
            out.display(),
            counted(done.written, "fichier écrit", "fichiers écrits"),
            counted(done.removed, "retiré", "retirés"),
            number(done.total),
            out.join("index.html").display()
        ));
    }
    if options.serve {
        serve::serve(options.port, &pages)?;
    }
    Ok(true)
}
