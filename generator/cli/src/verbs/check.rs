//! `check`: reads the sources and compares what they say with what is on the disk. Writes nothing.
//!
//! With `--publication`, the tree of a tag is read from the disk too, and held to the contract of the national site.

use std::path::Path;

use standard_mediation_codegen::{contract, emit};
use standard_mediation_model::{Finding, Level};

use super::{Outcome, load, show};
use crate::arguments::{Checked, Format};
use crate::disk::{self, Failure};
use crate::show::{Publication, say};

/// Compares. `false` as soon as a finding is blocking or a file differs.
pub(crate) fn check(options: &Checked) -> Outcome {
    let folders = &options.folders;
    let loaded = load(&folders.schema)?;
    let drift = match &loaded.standard {
        Some(standard) => disk::compare(&folders.out, &emit::all(standard))?,
        None => Vec::new(),
    };
    let publication = options.publication.then(|| publication(&folders.out, options.tag.as_deref())).transpose()?;
    show(folders, &loaded, &drift, publication.as_ref())?;
    let accepts = |findings: &[Finding]| findings.iter().all(|finding| finding.level != Level::Blocking);
    let is_up_to_date = drift.is_empty() && accepts(&loaded.findings);
    let is_publishable = publication.as_ref().is_none_or(|publication| accepts(&publication.findings));
    if folders.format == Format::Terminal {
        if is_up_to_date {
            say(format_args!("{} et {} sont d'accord", folders.schema.display(), folders.out.display()));
        } else if !drift.is_empty() {
            say(format_args!("pour mettre {} à jour : cargo standard generate", folders.out.display()));
        }
        if let Some(publication) = publication.filter(|_| is_publishable) {
            say(format_args!("{} respecte le contrat de publication", publication.folder.display()));
        }
    }
    Ok(is_up_to_date && is_publishable)
}

/// What the contract says of the tree that is on the disk.
fn publication(out: &Path, tag: Option<&str>) -> Result<Publication, Failure> {
    let folder = out.join("publication");
    let tree = disk::read_publication(&folder)?;
    let findings = contract::check(&tree, tag);
    let text = |(path, bytes): (String, Vec<u8>)| Some((path, String::from_utf8(bytes).ok()?));
    Ok(Publication { folder, findings, texts: tree.into_iter().filter_map(text).collect() })
}
