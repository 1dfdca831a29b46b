//! Comparing the artifacts with the disk, without touching it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use similar::TextDiff;
use standard_mediation_codegen::{Artifact, rules};
use standard_mediation_model::count::counted;
use standard_mediation_model::{Finding, Place};

use super::{Failure, manifest};

/// The command that mends every kind of drift.
const REMEDY: &str = "lancez : cargo standard generate";

/// Lines of a difference that are shown.
const SHOWN: usize = 8;

/// What is missing, stale, orphan or foreign in a folder, sorted by path.
pub(crate) fn compare(out: &Path, artifacts: &[Artifact]) -> Result<Vec<Finding>, Failure> {
    let mut expected: BTreeSet<&str> = artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
    let list = manifest::artifact(manifest::GENERATED, expected.iter().copied());
    let mut drift = Vec::new();
    for artifact in artifacts.iter().chain([&list]) {
        let path = out.join(&artifact.path);
        match fs::read(&path) {
            Ok(bytes) if bytes == artifact.bytes => {}
            Ok(bytes) => drift.push(finding(&artifact.path, "artefact-perime", &stale(&bytes, &artifact.bytes), REMEDY)),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                drift.push(finding(&artifact.path, "artefact-manquant", "ce fichier manque", REMEDY));
            }
            Err(error) => return Err(Failure::new("lecture impossible de", &path, &error)),
        }
    }
    expected.insert(manifest::GENERATED.name);
    let ours = manifest::read(manifest::GENERATED, out)?.unwrap_or_default();
    let mut present = Vec::new();
    list_files(out, "", &mut present)?;
    for path in present.iter().filter(|path| !expected.contains(path.as_str())) {
        drift.push(if ours.contains(path) {
            finding(path, "artefact-orphelin", "plus rien dans la source ne produit ce fichier", REMEDY)
        } else {
            finding(
                path,
                "artefact-etranger",
                "ce fichier n'a pas été écrit par l'outil",
                "déplacez-le : ce dossier ne contient que des fichiers produits",
            )
        });
    }
    drift.sort();
    Ok(drift)
}

/// Left by cargo when somebody works in the emitted crate; never committed.
fn is_left_by_cargo(path: &str) -> bool {
    path == "rust/Cargo.lock" || path == "rust/target"
}

fn list_files(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Result<(), Failure> {
    let unreadable = |error: io::Error| Failure::new("lecture impossible du dossier", folder, &error);
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(unreadable)?,
    };
    for entry in entries {
        let entry = entry.map_err(unreadable)?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if is_left_by_cargo(&path) {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            list_files(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn stale(old: &[u8], new: &[u8]) -> String {
    let (Ok(old), Ok(new)) = (std::str::from_utf8(old), std::str::from_utf8(new)) else {
        // A workbook, or what somebody put in its place: bytes would tell nobody anything.
        return "ce fichier n'est plus à jour : le contenu diffère".to_owned();
    };
    let diff = TextDiff::from_lines(old, new);
    let mut lines: Vec<String> = diff
        .iter_all_changes()
        .filter(|change| change.tag() != similar::ChangeTag::Equal)
        .map(|change| {
            format!("{} {}", if change.tag() == similar::ChangeTag::Delete { '-' } else { '+' }, shortened(change.value()))
        })
        .collect();
    let hidden = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    if hidden > 0 {
        lines.push(format!("… et {}", counted(hidden, "autre ligne", "autres lignes")));
    }
    format!("ce fichier n'est plus à jour (- sur le disque, + attendu)\n{}", lines.join("\n"))
}

fn shortened(line: &str) -> String {
    const WIDTH: usize = 110;
    let line = line.trim_end();
    if line.chars().count() <= WIDTH { line.to_owned() } else { line.chars().take(WIDTH).chain(['…']).collect() }
}

fn finding(path: &str, rule: &'static str, message: &str, help: &str) -> Finding {
    let place = Place { path: path.to_owned(), span: None };
    Finding { place, rule: rule.to_owned(), level: rules::level(rule), message: message.to_owned(), help: help.to_owned() }
}
