//! What changed since the last published version, held against what is told of it.
//!
//! In: the standard, its comparisons with the frozen versions, the fragments of `evolutions/`. Out: findings about a
//! change that nobody tells, one told lighter than it is, a decision that is not there, a number that is too low. A
//! change that only touches texts needs no fragment.

use std::collections::BTreeMap;

use standard_mediation_model::count::counted;
use standard_mediation_model::diff::{self, Difference, FieldNames};
use standard_mediation_model::{Change, Finding, Impact, Standard, Status, Version};

use crate::source::document::Document;
use crate::source::files::Files;
use crate::source::shapes::ImpactShape;
use crate::source::tree::Step;

pub(super) fn check(files: &Files, standard: &Standard, past: &BTreeMap<Version, Standard>, findings: &mut Vec<Finding>) {
    let present = standard.identity.version;
    if let Some(frozen) = past.get(&present) {
        already_published(files, standard, frozen, findings);
    }
    let Some(comparison) = standard.comparisons.iter().find(|comparison| comparison.version == present) else { return };
    for difference in comparison.differences.iter().filter(|difference| difference.impact != Impact::Patch) {
        told(files, standard, difference, findings);
    }
    unconfirmed(files, standard, findings);
    let verdict = diff::verdict(comparison.before, present, &comparison.differences);
    if !verdict.is_enough() {
        let message = format!("ce qui a changé depuis {} demande la version {}", comparison.before, verdict.required);
        let heaviest = comparison.differences.iter().min_by_key(|difference| difference.impact);
        let help = match heaviest {
            Some(difference) => format!("écrivez « version: {} » ; en cause : {}", verdict.required, said(difference)),
            None => format!("écrivez « version: {} »", verdict.required),
        };
        at_version(files, "version-trop-basse", message, help, findings);
    }
}

/// Fragments that cite a decision that is not there, or none where one is due. Needs no comparison.
pub(super) fn decisions(files: &Files, findings: &mut Vec<Finding>) {
    let known: Vec<&str> = files.decisions.iter().map(Document::stem).collect();
    for document in &files.changes {
        let mut report = document.report();
        match &document.shape.decision {
            Some(name) if !known.contains(&name.as_str()) && !files.incomplete => {
                let help = match standard_mediation_model::hint::nearest(name, known.iter().copied()) {
                    Some(near) => format!("vouliez-vous écrire « {near} » ?"),
                    None => format!("créez le fichier decisions/{}.yaml, ou citez une autre décision", slug(name)),
                };
                let message = format!("aucun fichier ne décrit la décision « {name} »");
                report.at(document.span(&["decision".into()]), "decision-inconnue", message, help);
            }
            None if document.shape.niveau != ImpactShape::Correctif => report.at(
                document.span(&["niveau".into()]),
                "evolution-sans-decision",
                "ce changement ne dit pas qui l'a décidé",
                "ajoutez « decision: » et le nom d'un fichier de decisions/",
            ),
            _ => {}
        }
        findings.extend(report.into_findings());
    }
}

/// A name that a file may have, from the words of a title.
fn slug(name: &str) -> String {
    let folded = standard_mediation_model::hint::folded(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Says when no fragment of the present version names a difference, or when the one that does makes light of it.
fn told(files: &Files, standard: &Standard, difference: &Difference, findings: &mut Vec<Finding>) {
    let present = standard.identity.version;
    let fragments: Vec<&Change> =
        standard.changes.iter().filter(|change| change.version == present && names(change, difference)).collect();
    let Some(fragment) = fragments.iter().min_by_key(|change| change.impact) else {
        let level = difference.impact.word();
        let message = format!("{} ({level}), et aucune évolution ne le raconte", said(difference));
        let mut help = format!("ajoutez dans evolutions/ un fichier « niveau: {level} » qui cite ");
        let fields = difference.fields.iter().map(FieldNames::shown).collect::<Vec<_>>().join(", ");
        match (fields.as_str(), difference.values.as_slice()) {
            ("", _) => help.push_str("ce changement"),
            (fields, []) => help.push_str(&format!("« champs: [{fields}] »")),
            (fields, values) => help.push_str(&format!("« champs: [{fields}] » et « valeurs: [{}] »", values.join(", "))),
        }
        help.push_str(", et sa décision");
        // A fragment of another version is of no use here; its author may be looking at it.
        if let Some(other) = standard.changes.iter().find(|change| change.version != present && names(change, difference)) {
            help.push_str(&format!(" ; evolutions/{}.yaml en parle, mais pour la version {}", other.name, other.version));
        }
        return missing(files, difference, message, help, findings);
    };
    let Some(document) = files.changes.iter().find(|document| document.stem() == fragment.name) else { return };
    if fragment.impact > difference.impact {
        let mut report = document.report();
        let message = format!(
            "le niveau annoncé est « {} », et {} ({})",
            fragment.impact.word(),
            said(difference),
            difference.impact.word()
        );
        let help = format!("écrivez « niveau: {} »", difference.impact.word());
        report.at(document.span(&["niveau".into()]), "evolution-trop-legere", message, help);
        findings.extend(report.into_findings());
    }
}

/// Decisions that changes of the present version rest upon, and that nobody has taken yet.
fn unconfirmed(files: &Files, standard: &Standard, findings: &mut Vec<Finding>) {
    for decision in standard.decisions.iter().filter(|decision| decision.status == Status::ToConfirm) {
        let rests =
            |change: &&Change| change.version == standard.identity.version && change.decision.as_ref() == Some(&decision.name);
        let titles: Vec<String> = standard.changes.iter().filter(rests).map(|change| format!("« {} »", change.title)).collect();
        let Some(document) = files.decisions.iter().find(|document| document.stem() == decision.name) else { continue };
        if !titles.is_empty() {
            let mut report = document.report();
            let resting = match titles.len() {
                1 => format!("{} s'appuie", titles[0]),
                2 => format!("{} s'appuient", titles.join(" et ")),
                count => format!("{} et {} s'appuient", titles[0], counted(count - 1, "autre changement", "autres changements")),
            };
            let message = format!("cette décision n'est pas prise, et {resting} sur elle");
            let help = "après la réunion du comité, écrivez « etat: prise »";
            report.at(document.span(&["etat".into()]), "decision-a-confirmer", message, help);
            findings.extend(report.into_findings());
        }
    }
}

/// A fragment tells a difference when it cites its field, and the value when there is one. What touches no field in
/// particular (the way files are written) is told by a fragment that cites none.
fn names(change: &Change, difference: &Difference) -> bool {
    let field = match difference.fields.as_slice() {
        [] => change.fields.is_empty(),
        fields => fields.iter().flat_map(names_of).any(|name| change.fields.contains(name)),
    };
    let value = difference.values.is_empty() || difference.values.iter().any(|code| change.values.contains(code));
    field && value
}

/// The sentence of a difference, inside another one.
fn said(difference: &Difference) -> String {
    let sentence = difference.sentence();
    let sentence = sentence.trim_end_matches('.');
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// The names of a field on both sides.
fn names_of(names: &FieldNames) -> impl Iterator<Item = &String> {
    [&names.after, &names.before].into_iter().flatten()
}

/// Puts the finding where a person would look: the value, the vocabulary, the field, or the list of columns.
fn missing(files: &Files, difference: &Difference, message: String, help: String, findings: &mut Vec<Finding>) {
    let rule = "evolution-manquante";
    let vocabulary = files.vocabularies.iter().find(|document| Some(document.stem()) == difference.vocabulary.as_deref());
    if let Some(document) = vocabulary.filter(|_| !difference.values.is_empty()) {
        let rank = document.shape.valeurs.iter().position(|value| difference.values.contains(&value.code));
        let path: Vec<Step<'_>> = match rank {
            Some(rank) => vec!["valeurs".into(), rank.into(), "code".into()],
            None => vec!["valeurs".into()],
        };
        let mut report = document.report();
        let span = if rank.is_some() { document.span(&path) } else { document.key_span(&path) };
        report.at(span, rule, message, help);
        return findings.extend(report.into_findings());
    }
    let named = |name: &String| files.fields.iter().find(|document| document.stem() == name);
    let field = difference.fields.iter().flat_map(names_of).find_map(named);
    let Some(document) = field else {
        let key = if difference.fields.is_empty() { "format" } else { "colonnes" };
        let mut report = files.standard.report();
        report.at(files.standard.key_span(&[key.into()]), rule, message, help);
        return findings.extend(report.into_findings());
    };
    let mut report = document.report();
    report.at(document.key_span(&["nom".into()]), rule, message, help);
    findings.extend(report.into_findings());
}

/// The number of a frozen version cannot cover anything else than what was frozen.
fn already_published(files: &Files, standard: &Standard, frozen: &Standard, findings: &mut Vec<Finding>) {
    let differences = diff::compare(frozen, standard);
    let Some(first) = differences.iter().min_by_key(|difference| difference.impact) else { return };
    let version = standard.identity.version;
    let required = diff::verdict(version, version, &differences).required;
    let message = format!("la version {version} est figée, et {}", said(first));
    at_version(files, "version-deja-publiee", message, format!("écrivez « version: {required} »"), findings);
}

fn at_version(files: &Files, rule: &'static str, message: String, help: String, findings: &mut Vec<Finding>) {
    let document = &files.standard;
    let mut report = document.report();
    report.at(document.span(&["version".into()]), rule, message, help);
    findings.extend(report.into_findings());
}
