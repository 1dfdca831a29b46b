//! Versions and dates that agree with one another.
//!
//! Texts that are not versions or dates at all are [`crate::source::resolve`]'s business: they are passed over here.

use std::collections::{BTreeMap, BTreeSet};

use standard_mediation_model::count::counted;
use standard_mediation_model::{Date, Finding, Version};

use crate::source::document::Document;
use crate::source::files::Files;
use crate::source::tree::Step;

pub(super) fn check(files: &Files, findings: &mut Vec<Finding>) {
    let index = &files.standard;
    let Ok(current) = index.shape.version.parse::<Version>() else { return };
    history(files, current, findings);
    let mut known: Vec<Version> = index.shape.versions.iter().filter_map(|release| release.numero.parse().ok()).collect();
    known.push(current);
    known.sort_unstable();
    known.dedup();
    let said_before = findings.len();
    for document in &files.fields {
        exists(document, &["depuis".into()], &document.shape.depuis, &known, findings);
        for (i, former) in document.shape.anciens_noms.iter().enumerate() {
            let path = ["anciens_noms".into(), i.into(), "jusqua".into()];
            exists(document, &path, &former.jusqua, &known, findings);
            if after(&former.jusqua, &document.shape.depuis) || former.jusqua == document.shape.depuis {
                let message = format!("le nom « {} » aurait servi après l'arrivée de « {} »", former.nom, document.stem());
                fault(document, &path, "version-incoherente", message, "« jusqua » doit précéder « depuis »", findings);
            }
        }
    }
    for document in &files.vocabularies {
        for (i, value) in document.shape.valeurs.iter().enumerate() {
            exists(document, &["valeurs".into(), i.into(), "depuis".into()], &value.depuis, &known, findings);
            let Some(deprecated) = &value.deprecie else { continue };
            let path = ["valeurs".into(), i.into(), "deprecie".into()];
            exists(document, &path, deprecated, &known, findings);
            if !after(deprecated, &value.depuis) {
                let message = format!("« {} » serait dépréciée avant d'exister", value.libelle);
                fault(document, &path, "version-incoherente", message, "« deprecie » doit suivre « depuis »", findings);
            }
        }
    }
    for document in &files.changes {
        exists(document, &["version".into()], &document.shape.version, &known, findings);
    }
    renumbered(files, current, said_before, findings);
}

/// Places that cite one same version of nowhere, beyond which it is the number in preparation that has changed.
const RENUMBERED: usize = 3;

/// Many places cite the number that was in preparation before: said once, where the number stands.
fn renumbered(files: &Files, current: Version, said_before: usize, findings: &mut Vec<Finding>) {
    let mut cited: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for finding in findings[said_before..].iter().filter(|finding| finding.message.starts_with(NOWHERE)) {
        cited.entry(finding.message.clone()).or_default().insert(finding.place.path.clone());
    }
    for (message, paths) in cited.into_iter().filter(|(_, paths)| paths.len() > RENUMBERED) {
        findings.retain(|finding| finding.message != message);
        let former = message.trim_start_matches(NOWHERE).split(' ').next().unwrap_or_default().to_owned();
        let shown = paths.iter().take(RENUMBERED).cloned().collect::<Vec<_>>().join(", ");
        let message = format!(
            "{} la version {former}, qui n'est ni passée ni en préparation",
            counted(paths.len(), "fichier cite", "fichiers citent")
        );
        let help = format!("remplacez {former} par {current} dans ces fichiers ({shown}…), ou remettez « version: {former} »");
        fault(&files.standard, &["version".into()], "version-incoherente", message, &help, findings);
    }
}

/// The list of past versions: rising numbers, rising days, all before the version in preparation.
fn history(files: &Files, current: Version, findings: &mut Vec<Finding>) {
    let index = &files.standard;
    let shape = &index.shape;
    for (i, release) in shape.versions.iter().enumerate() {
        let numero = ["versions".into(), i.into(), "numero".into()];
        let date = ["versions".into(), i.into(), "date".into()];
        if release.numero.parse::<Version>().is_ok_and(|version| version > current) {
            let message = format!("la version passée {} vient après {current}, en préparation", release.numero);
            fault(index, &numero, "version-incoherente", message, "corrigez l'un des deux numéros", findings);
        }
        let before = i.checked_sub(1).map(|k| &shape.versions[k]);
        if let Some(before) = before {
            if !after(&release.numero, &before.numero) {
                let message =
                    format!("{} vient après {} dans la liste, et son numéro n'est pas plus grand", release.numero, before.numero);
                fault(
                    index,
                    &numero,
                    "version-incoherente",
                    message,
                    "rangez les versions de la plus ancienne à la plus récente",
                    findings,
                );
            }
            if later(&before.date, &release.date) {
                let message = format!("{} est datée d'avant {}, qui la précède", release.numero, before.numero);
                fault(index, &date, "date-incoherente", message, "vérifiez les deux dates", findings);
            }
        }
        if later(&release.date, &shape.modifie_le) {
            let message = format!("{} est datée d'après la dernière modification du standard", release.numero);
            fault(index, &date, "date-incoherente", message, "vérifiez la date, ou mettez « modifie_le » à jour", findings);
        }
    }
    if later(&shape.cree_le, &shape.modifie_le) {
        let message = "le standard aurait été modifié avant d'être créé".to_owned();
        fault(index, &["modifie_le".into()], "date-incoherente", message, "vérifiez « cree_le » et « modifie_le »", findings);
    }
}

/// How a finding about a version of nowhere begins.
const NOWHERE: &str = "la version ";

fn exists<T>(document: &Document<T>, path: &[Step<'_>], text: &str, known: &[Version], findings: &mut Vec<Finding>) {
    let Ok(version) = text.parse::<Version>() else { return };
    if !known.contains(&version) {
        let message = format!("{NOWHERE}{version} n'existe pas");
        let list = known.iter().map(Version::to_string).collect::<Vec<_>>().join(", ");
        let help = format!("les versions sont : {list} ; pour en préparer une autre, changez « version » dans standard.yaml");
        fault(document, path, "version-incoherente", message, &help, findings);
    }
}

fn after(a: &str, b: &str) -> bool {
    matches!((a.parse::<Version>(), b.parse::<Version>()), (Ok(a), Ok(b)) if a > b)
}

fn later(a: &str, b: &str) -> bool {
    matches!((a.parse::<Date>(), b.parse::<Date>()), (Ok(a), Ok(b)) if a > b)
}

fn fault<T>(
    document: &Document<T>,
    path: &[Step<'_>],
    rule: &'static str,
    message: String,
    help: &str,
    findings: &mut Vec<Finding>,
) {
    let mut report = document.report();
    report.at(document.span(path), rule, message, help);
    findings.extend(report.into_findings());
}
