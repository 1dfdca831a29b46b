//! The versions of the past, frozen: `versions/X.Y.Z.json` and the list of their prints.
//!
//! In: bytes. Out: the standards, oldest first, and findings about files that changed, that do not read, or that no
//! version of `standard.yaml` announces. A frozen file is a `standard.json`, kept to the byte: what was published is a
//! fact, and the print in `SHA256SUMS` (the form that `sha256sum --check` reads) says that nobody touched it.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use standard_mediation_model::{Finding, Standard, Version};

use super::files::Files;
use super::report::Report;
use super::{MAX_FROZEN_BYTES, Sources};

/// The folder of frozen versions.
pub(crate) const FOLDER: &str = "versions/";

/// The list of prints.
pub const PRINTS: &str = "versions/SHA256SUMS";

/// Path of the frozen file of a version.
pub fn path(version: Version) -> String {
    format!("{FOLDER}{version}.json")
}

/// Whether a file of that path may stand in the sources as a frozen version or the list of prints.
pub(crate) fn is_expected(path: &str) -> bool {
    path == PRINTS || version_of(path).is_some()
}

/// The version whose frozen file that path is.
fn version_of(path: &str) -> Option<Version> {
    path.strip_prefix(FOLDER)?.strip_suffix(".json")?.parse().ok()
}

/// The line of `SHA256SUMS` for a file.
pub fn print_line(version: Version, bytes: &[u8]) -> String {
    format!("{}  {version}.json\n", print(bytes))
}

fn print(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the frozen versions, oldest first.
pub(crate) fn read(sources: &Sources, findings: &mut Vec<Finding>) -> BTreeMap<Version, Standard> {
    let prints = prints(sources);
    let mut standards = BTreeMap::new();
    for (path, bytes) in sources {
        let Some(version) = version_of(path) else { continue };
        let mut report = Report::new(path, "");
        if prints.get(path.as_str()).map(String::as_str) == Some(print(bytes).as_str()) {
            match decode(bytes, version) {
                Ok(standard) => {
                    standards.insert(version, standard);
                }
                Err(message) => report.whole(
                    "gel-illisible",
                    message,
                    "rétablissez le fichier tel qu'il a été figé (dans l'historique de Git), sans le modifier",
                ),
            }
        } else {
            let (message, help) = if prints.contains_key(path.as_str()) {
                (
                    format!("la version figée {version} n'est plus celle qui a été figée"),
                    "rétablissez le fichier : un changement se fait dans champs/ ou vocabulaires/, pour la version suivante",
                )
            } else {
                (
                    format!("aucune empreinte n'accompagne la version figée {version}"),
                    "une version se fige avec « release » ou « import --geler », qui écrivent aussi SHA256SUMS",
                )
            };
            report.whole("gel-modifie", message, help);
        }
        findings.extend(report.into_findings());
    }
    standards
}

/// The prints of the list, by path. Lines of another form are passed over: their file then has no print.
fn prints(sources: &Sources) -> BTreeMap<String, String> {
    let text = sources.get(PRINTS).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    lines.map(|(print, name)| (format!("{FOLDER}{}", name.trim()), print.to_owned())).collect()
}

fn decode(bytes: &[u8], version: Version) -> Result<Standard, String> {
    if bytes.len() > MAX_FROZEN_BYTES {
        return Err(format!("le fichier dépasse {} Mio", MAX_FROZEN_BYTES >> 20));
    }
    let standard: Standard = serde_json::from_slice(bytes)
        .map_err(|error| format!("ce n'est pas un standard figé (ligne {}, colonne {})", error.line(), error.column()))?;
    if standard.identity.version == version {
        Ok(standard)
    } else {
        Err(format!("ce fichier décrit la version {}", standard.identity.version))
    }
}

/// Versions announced without frozen file, and frozen files that nothing announces.
pub(crate) fn announced(files: &Files, sources: &Sources, findings: &mut Vec<Finding>) {
    let document = &files.standard;
    let mut known = Vec::new();
    let mut report = document.report();
    for (i, release) in document.shape.versions.iter().enumerate() {
        let Ok(version) = release.numero.parse::<Version>() else { continue };
        known.push(version);
        if !sources.contains_key(&path(version)) {
            let message = format!("la version {version} n'est pas figée : rien ne permet de dire ce qui a changé depuis");
            let help = format!("rétablissez {}, ou figez-la avec « import --geler {version} »", path(version));
            report.at(document.span(&["versions".into(), i.into(), "numero".into()]), "version-sans-gel", message, help);
        }
    }
    findings.extend(report.into_findings());
    for (path, version) in sources.keys().filter_map(|path| Some((path, version_of(path)?))) {
        if !known.contains(&version) {
            let mut report = Report::new(path, "");
            let message = format!("« versions » de standard.yaml ne cite pas la version {version}");
            report.whole("gel-inattendu", message, "ajoutez-la à la liste avec sa date, ou retirez le fichier");
            findings.extend(report.into_findings());
        }
    }
}
