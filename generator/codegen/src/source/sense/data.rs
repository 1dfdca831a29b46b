//! Examples read as data: what is shown as good must be good, what is shown as bad must be bad for the reason given.
//!
//! A file that already has a fault is not read as data, nor what depends on it: the fault would only echo.

use std::collections::BTreeSet;

use standard_mediation_model::{Cell, CellRule, Checker, ExampleKind, Field, Finding, Level, Standard, Violation, hint};

use super::values::exact;
use crate::source::ambiguous::{self, Bare};
use crate::source::document::Document;
use crate::source::files::Files;
use crate::source::report::Report;
use crate::source::shapes::FieldFile;
use crate::source::tree::{Node, NodeKind, Step};

pub(super) fn check(files: &Files, standard: &Standard, findings: &mut Vec<Finding>) {
    // A pattern that does not compile has its own finding; without it there is nothing to compare with.
    let Ok(checker) = Checker::new(standard, standard.identity.modified) else { return };
    let faulty: BTreeSet<String> =
        findings.iter().filter(|finding| finding.level == Level::Blocking).map(|finding| finding.place.path.clone()).collect();
    let sound = |field: &Field| {
        let vocabulary = field.vocabulary.as_ref().map(|name| format!("vocabulaires/{name}.yaml"));
        let known = field.vocabulary.is_none() || standard.vocabulary_of(field).is_some();
        let document = files.fields.iter().find(|document| document.shape.nom == field.name);
        known
            && document.is_some_and(|document| !faulty.contains(&document.path))
            && vocabulary.is_none_or(|path| !faulty.contains(&path))
    };
    let fields: BTreeSet<&str> = standard.fields.iter().filter(|field| sound(field)).map(|field| field.name.as_str()).collect();
    for document in &files.fields {
        let Some(field) = standard.field(document.stem()).filter(|field| fields.contains(field.name.as_str())) else { continue };
        let mut report = document.report();
        examples(document, field, standard, &checker, &mut report);
        if counter_examples(document, field, &checker, &mut report) {
            missing_counter_examples(document, field, &mut report);
        }
        findings.extend(report.into_findings());
    }
    rows(files, standard, &checker, &faulty, &fields, findings);
    shown_values(files, standard, &faulty, findings);
    if faulty.contains(&files.standard.path) {
        // The day that dates may not pass may be what is wrong there.
        findings.retain(|finding| !finding.message.contains("« date-future »"));
    }
}

fn examples(document: &Document<FieldFile>, field: &Field, standard: &Standard, checker: &Checker<'_>, report: &mut Report<'_>) {
    for (i, cell) in field.examples.iter().enumerate() {
        let path = ["exemples".into(), i.into()];
        cell_texts(document.node(&path), field, standard, report);
        if let Some(violation) = checker.cell(&field.name, &standard.text_of(field, cell)).first() {
            let message = format!("cet exemple enfreint la règle « {} » du champ : {}", violation.rule, violation.message);
            report.at(document.span(&path), "exemple-invalide", message, violation.help.clone());
        }
    }
}

/// True when all of them break what they say they break.
fn counter_examples(document: &Document<FieldFile>, field: &Field, checker: &Checker<'_>, report: &mut Report<'_>) -> bool {
    let mut sound = true;
    for (i, counter) in field.counter_examples.iter().enumerate() {
        let at = |key: &'static str| document.span(&["contre_exemples".into(), i.into(), key.into()]);
        let broken = checker.cell(&field.name, &counter.text);
        if broken.is_empty() {
            let message = format!("« {} » est donné comme mauvais, et le champ l'accepte", counter.text);
            report.at(at("valeur"), "contre-exemple-accepte", message, "changez la valeur, ou ajoutez la contrainte qui manque");
            sound = false;
            continue;
        }
        if broken.iter().any(|violation| violation.rule != counter.rule) {
            let rules = rules_of(&broken);
            let message = format!("cette valeur enfreint {rules}, et non la seule règle « {} »", counter.rule);
            let help = "corrigez « regle », ou choisissez une valeur qui n'a qu'un défaut";
            report.at(at("regle"), "contre-exemple-autre-regle", message, help);
            sound = false;
        }
    }
    sound
}

fn rules_of(violations: &[Violation]) -> String {
    let mut rules: Vec<String> = violations.iter().map(|violation| format!("« {} »", violation.rule)).collect();
    rules.dedup();
    rules.join(" et ")
}

/// Each constraint has a value that shows what it refuses.
fn missing_counter_examples(document: &Document<FieldFile>, field: &Field, report: &mut Report<'_>) {
    let mut wanted: Vec<(&str, &str)> = Vec::new();
    let mut want = |is_wanted: bool, key: &'static str, rule: CellRule| wanted.extend(is_wanted.then_some((key, rule.id())));
    want(field.required, "obligatoire", CellRule::Required);
    if let Some(rule) = CellRule::of_kind(field.kind, field.format.as_deref()) {
        want(true, "type", rule);
    }
    want(field.pattern.is_some(), "motif", CellRule::Pattern);
    want(field.max_length.is_some(), "longueur_max", CellRule::Length);
    want(field.min_length.is_some(), "longueur_min", CellRule::Length);
    want(field.vocabulary.is_some(), "vocabulaire", CellRule::Vocabulary);
    want(field.bounds.is_some(), "bornes", CellRule::Bounds);
    wanted.extend(field.checks.iter().map(|check| ("controles", check.id())));
    for (key, rule) in wanted {
        if field.counter_examples.iter().all(|counter| counter.rule != rule) {
            let message = format!("aucun contre-exemple ne montre ce que refuse la règle « {rule} »");
            let help = format!("ajoutez dans « contre_exemples » une valeur avec « regle: {rule} »");
            report.at(document.key_span(&[key.into()]), "contrainte-sans-contre-exemple", message, help);
        }
    }
}

fn rows(
    files: &Files,
    standard: &Standard,
    checker: &Checker<'_>,
    faulty: &BTreeSet<String>,
    fields: &BTreeSet<&str>,
    findings: &mut Vec<Finding>,
) {
    let text = |name: &str, cell: &Cell| match standard.field(name) {
        Some(field) => standard.text_of(field, cell),
        None => cell.text(&standard.separator()),
    };
    let texts: Vec<Vec<(&str, String)>> = standard
        .examples
        .iter()
        .map(|row| row.cells.iter().map(|(name, cell)| (name.as_str(), text(name, cell))).collect())
        .collect();
    let lookups =
        texts.iter().map(|cells| move |name: &str| cells.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str()));
    let violations = checker.rows(lookups);
    for document in files.examples.iter().filter(|document| !faulty.contains(&document.path)) {
        let Some(rank) = standard.examples.iter().position(|row| row.name == document.shape.nom) else { continue };
        let row = &standard.examples[rank];
        let mut report = document.report();
        for (_, violation) in violations.iter().filter(|(at, violation)| *at == rank && fields.contains(&*violation.field)) {
            let mut path: Vec<Step<'_>> = vec!["lieu".into(), (*violation.field).into()];
            // A list is underlined at the part that is wrong.
            path.extend(violation.part.filter(|_| row.cell(&violation.field).is_some()).map(|part| Step::Item(part - 1)));
            let message = format!("la ligne enfreint la règle « {} » : {}", violation.rule, violation.message);
            report.at(document.span(&path), "exemple-incoherent", message, violation.help.clone());
        }
        for field in &standard.fields {
            if row.cell(&field.name).is_some() {
                cell_texts(document.node(&["lieu".into(), field.name.as_str().into()]), field, standard, &mut report);
            }
        }
        let out_of_kind =
            standard.fields.iter().filter(|field| fields.contains(field.name.as_str())).find(|field| match row.kind {
                ExampleKind::Full => row.cell(&field.name).is_none(),
                ExampleKind::Minimal => row.cell(&field.name).is_some() && !field.required,
                ExampleKind::Usual => false,
            });
        if let Some(field) = out_of_kind {
            let (message, help) = match row.kind {
                ExampleKind::Full => {
                    (format!("l'exemple complet ne remplit pas « {} »", field.name), "remplissez-le, ou dites « genre: courant »")
                }
                _ => (
                    format!("l'exemple minimal remplit « {} », qui est facultatif", field.name),
                    "retirez la ligne, ou dites « genre: courant »",
                ),
            };
            report.at(document.span(&["genre".into()]), "exemple-incomplet", message, help);
        }
        findings.extend(report.into_findings());
    }
    for (kind, word) in [(ExampleKind::Full, "complet"), (ExampleKind::Minimal, "minimal")] {
        if standard.examples.iter().all(|row| row.kind != kind) {
            let mut report = files.standard.report();
            let message = format!("aucun exemple n'est de genre « {word} »");
            report.whole("exemple-incomplet", message, format!("écrivez dans exemples/ une ligne avec « genre: {word} »"));
            findings.extend(report.into_findings());
        }
    }
}

/// Each value of a closed list stands in at least one whole row.
fn shown_values(files: &Files, standard: &Standard, faulty: &BTreeSet<String>, findings: &mut Vec<Finding>) {
    for document in files.vocabularies.iter().filter(|document| !faulty.contains(&document.path)) {
        let Some(vocabulary) = standard.vocabulary(document.stem()).filter(|vocabulary| vocabulary.level == Level::Blocking)
        else {
            continue;
        };
        let fields: Vec<&Field> =
            standard.fields.iter().filter(|field| field.vocabulary.as_deref() == Some(&vocabulary.name)).collect();
        let mut report = document.report();
        for (i, value) in vocabulary.values.iter().enumerate() {
            let mut cells = standard.examples.iter().flat_map(|row| fields.iter().filter_map(|field| row.cell(&field.name)));
            if value.deprecated.is_none() && !fields.is_empty() && !cells.any(|cell| shows(cell, &value.label)) {
                let message = format!("aucune ligne d'exemple ne montre « {} »", value.label);
                let help = format!("ajoutez le code {} à une ligne de exemples/", value.code);
                report.at(document.span(&["valeurs".into(), i.into(), "libelle".into()]), "valeur-sans-exemple", message, help);
            }
        }
        findings.extend(report.into_findings());
    }
}

/// Whether a cell holds a value: as a part, or as an item of a list written as JSON.
fn shows(cell: &Cell, label: &str) -> bool {
    let item = serde_json::Value::from(label).to_string();
    cell.parts().iter().any(|part| part == label || part.starts_with('[') && part.contains(&item))
}

/// The texts of a cell: quoted when they must be, exact, and not left over from a form.
fn cell_texts(node: &Node, field: &Field, standard: &Standard, report: &mut Report<'_>) {
    match &node.kind {
        NodeKind::List(items) => items.iter().for_each(|item| cell_texts(item, field, standard, report)),
        NodeKind::Map(_) => {}
        NodeKind::Scalar { text, plain } => {
            let at = node.span.clone();
            if *plain && !field.kind.is_numeric() && ambiguous::read(text) != Bare::Text {
                let message = format!("d'autres logiciels prendraient « {text} » pour un nombre, pas pour un texte");
                report.at(at.clone(), "guillemets-manquants", message, format!("mettez des guillemets : \"{text}\""));
            }
            exact(report, at.clone(), text);
            if field.multiple && field.vocabulary.is_none() && text.contains(standard.separator_of(field)) {
                let message = format!("« {text} » contient le signe qui sépare les valeurs");
                report.at(at.clone(), "separateur-dans-valeur", message, "écrivez une liste, un élément par tiret");
            }
            if let Some(word) = placeholder(text) {
                let message = format!("« {word} » est un mot de remplissage, pas un contenu");
                report.at(at, "mot-de-remplissage", message, "écrivez ce que mettrait un vrai lieu");
            }
        }
    }
}

/// Whether a text may stand in an example: exact, and not left over from a form.
pub(crate) fn is_exchangeable(text: &str) -> bool {
    let mut report = Report::new("", "");
    exact(&mut report, 0..0, text);
    report.into_findings().is_empty() && placeholder(text).is_none()
}

/// Words that people leave in place of a content. Whole words only: « todo » is not in « métodologie ».
fn placeholder(text: &str) -> Option<&'static str> {
    const WORDS: [&str; 9] = ["xx", "xxx", "xxxx", "lorem", "ipsum", "todo", "tbd", "toto", "foo"];
    const PHRASES: [&str; 5] = ["a completer", "a remplir", "siret de", "nom du lieu", "nom de la structure"];
    let folded = hint::folded(text);
    let words = || folded.split(|c: char| !c.is_alphanumeric());
    WORDS
        .into_iter()
        .find(|word| words().any(|other| other == *word))
        .or_else(|| PHRASES.into_iter().find(|phrase| folded.contains(phrase)))
}
