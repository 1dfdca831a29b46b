//! Names and references: files, groups, columns, vocabularies, rules, fields named by others.

use std::collections::{BTreeMap, BTreeSet};

use standard_mediation_model::{CellRule, Check, Finding, Standard, Version, hint};

use crate::source::document::Document;
use crate::source::files::Files;
use crate::source::report::Report;
use crate::source::shapes::RoleShape;

pub(super) fn check(files: &Files, past: &BTreeMap<Version, Standard>, findings: &mut Vec<Finding>) {
    for document in &files.fields {
        named_as_file(document, &document.shape.nom, findings);
    }
    for document in &files.vocabularies {
        named_as_file(document, &document.shape.nom, findings);
    }
    for document in &files.examples {
        named_as_file(document, &document.shape.nom, findings);
    }
    index(files, findings);
    vocabularies(files, findings);
    fields(files, findings);
    cross_rules(files, findings);
    examples(files, findings);
    changes(files, past, findings);
}

fn named_as_file<T>(document: &Document<T>, name: &str, findings: &mut Vec<Finding>) {
    if document.stem() != name {
        let mut report = document.report();
        let message = format!("le fichier s'appelle « {} » et dit se nommer « {name} »", document.stem());
        report.at(document.span(&["nom".into()]), "nom-de-fichier", message, "donnez le même nom aux deux");
        findings.extend(report.into_findings());
    }
}

/// `standard.yaml`: groups and columns, each field in exactly one group.
fn index(files: &Files, findings: &mut Vec<Finding>) {
    let index = &files.standard;
    let mut report = index.report();
    let groups: Vec<&str> = index.shape.groupes.iter().map(|group| group.nom.as_str()).collect();
    for (i, name) in groups.iter().enumerate() {
        let at = index.span(&["groupes".into(), i.into(), "nom".into()]);
        if groups[..i].contains(name) {
            report.at(
                at,
                "groupe-en-double",
                format!("le groupe « {name} » est déjà décrit plus haut"),
                "gardez un seul des deux",
            );
        } else if index.shape.colonnes.values().all(|group| group != name) {
            report.at(
                at,
                "groupe-vide",
                format!("aucune colonne n'est dans le groupe « {name} »"),
                "donnez-lui des colonnes, ou retirez-le",
            );
        }
    }
    for (column, group) in &index.shape.colonnes {
        if !groups.contains(&group.as_str()) {
            let at = index.span(&["colonnes".into(), column.into()]);
            unknown(&mut report, at, "groupe-inconnu", &format!("le groupe « {group} » n'existe pas"), group, &groups);
        }
    }
    let authors: Vec<usize> =
        (0..index.shape.contributeurs.len()).filter(|i| index.shape.contributeurs[*i].role == RoleShape::Author).collect();
    if let [author] = authors.as_slice() {
        if index.shape.contributeurs[*author].courriel.is_none() {
            let at = index.span(&["contributeurs".into(), (*author).into(), "role".into()]);
            report.at(at, "auteur", "l'auteur n'a pas d'adresse de courriel", "ajoutez « courriel: » à cet organisme");
        }
    } else {
        let at = index.key_span(&["contributeurs".into()]);
        let message = format!("il faut un organisme de rôle author, et un seul ; il y en a {}", authors.len());
        report.at(
            at,
            "auteur",
            message,
            "donnez « role: author » à l'organisme qui répond du standard, « role: contributor » aux autres",
        );
    }
    findings.extend(report.into_findings());
    for document in &files.fields {
        if !index.shape.colonnes.contains_key(document.stem()) {
            let mut report = document.report();
            let help =
                format!("ajoutez « {}: groupe » à la liste « colonnes » de standard.yaml, à la place voulue", document.stem());
            report.at(
                document.span(&["nom".into()]),
                "champ-sans-groupe",
                "ce champ n'est dans aucun groupe : il ne serait publié nulle part",
                help,
            );
            findings.extend(report.into_findings());
        }
    }
}

fn vocabularies(files: &Files, findings: &mut Vec<Finding>) {
    let known: Vec<&str> = files.vocabulary_names.iter().map(String::as_str).collect();
    for document in &files.fields {
        if let Some(name) = &document.shape.vocabulaire
            && !known.contains(&name.as_str())
        {
            let mut report = document.report();
            unknown(
                &mut report,
                document.span(&["vocabulaire".into()]),
                "vocabulaire-inconnu",
                &format!("le vocabulaire « {name} » n'existe pas"),
                name,
                &known,
            );
            findings.extend(report.into_findings());
        }
    }
    // While a field cannot be read, or names a vocabulary that does not exist, the one it means would look unused.
    let all_known = files.fields.iter().filter_map(|field| field.shape.vocabulaire.as_deref()).all(|name| known.contains(&name));
    for document in files.vocabularies.iter().filter(|_| all_known && !files.incomplete) {
        if files.fields.iter().all(|field| field.shape.vocabulaire.as_deref() != Some(document.stem())) {
            let mut report = document.report();
            let help = format!("écrivez « vocabulaire: {} » dans un champ, ou supprimez ce fichier", document.stem());
            report.at(document.span(&["nom".into()]), "vocabulaire-inutilise", "aucun champ n'utilise ce vocabulaire", help);
            findings.extend(report.into_findings());
        }
    }
}

fn fields(files: &Files, findings: &mut Vec<Finding>) {
    let checks: Vec<&str> = Check::ALL.iter().map(|check| check.id()).collect();
    let rules: Vec<&str> = CellRule::ALL.iter().map(|rule| rule.id()).chain(checks.iter().copied()).collect();
    for document in &files.fields {
        let mut report = document.report();
        for (i, name) in document.shape.controles.iter().enumerate() {
            if !checks.contains(&name.as_str()) {
                let at = document.span(&["controles".into(), i.into()]);
                unknown(&mut report, at, "controle-inconnu", &format!("le contrôle « {name} » n'existe pas"), name, &checks);
            }
        }
        for (i, counter) in document.shape.contre_exemples.iter().enumerate() {
            if !rules.contains(&counter.regle.as_str()) {
                let at = document.span(&["contre_exemples".into(), i.into(), "regle".into()]);
                unknown(
                    &mut report,
                    at,
                    "regle-inconnue",
                    &format!("la règle « {} » n'existe pas", counter.regle),
                    &counter.regle,
                    &rules,
                );
            }
        }
        for (i, name) in document.shape.voir_aussi.iter().enumerate() {
            let path = ["voir_aussi".into(), i.into()];
            if name == document.stem() {
                report.at(document.span(&path), "champ-inconnu", "ce champ renvoie à lui-même", "retirez la ligne");
            } else {
                field_exists(files, &mut report, document.span(&path), name);
            }
        }
        findings.extend(report.into_findings());
    }
}

fn cross_rules(files: &Files, findings: &mut Vec<Finding>) {
    let document = &files.rules;
    let mut report = document.report();
    let taken: BTreeSet<&str> =
        CellRule::ALL.iter().map(|rule| rule.id()).chain(Check::ALL.iter().map(|check| check.id())).collect();
    let names: Vec<&str> = document.shape.regles.iter().map(|rule| rule.nom.as_str()).collect();
    for (i, rule) in document.shape.regles.iter().enumerate() {
        let at = |key: &'static str| document.span(&["regles".into(), i.into(), key.into()]);
        if names[..i].contains(&rule.nom.as_str()) || taken.contains(rule.nom.as_str()) {
            report.at(
                at("nom"),
                "regle-en-double",
                format!("une règle s'appelle déjà « {} »", rule.nom),
                "choisissez un autre nom",
            );
        }
        for (k, name) in rule.champs.iter().enumerate() {
            field_exists(files, &mut report, document.span(&["regles".into(), i.into(), "champs".into(), k.into()]), name);
        }
        if let Some(name) = &rule.exige {
            field_exists(files, &mut report, at("exige"), name);
        }
        if let (Some(code), Some(field)) = (&rule.valeur, rule.champs.first())
            && let Some(codes) = codes_of(files, field)
            && !codes.contains(&code.as_str())
        {
            unknown(
                &mut report,
                at("valeur"),
                "valeur-inconnue",
                &format!("« {code} » n'est pas un code du vocabulaire du champ « {field} »"),
                code,
                &codes,
            );
        }
    }
    findings.extend(report.into_findings());
}

fn examples(files: &Files, findings: &mut Vec<Finding>) {
    for document in &files.examples {
        let mut report = document.report();
        for name in document.shape.lieu.keys() {
            field_exists(files, &mut report, document.key_span(&["lieu".into(), name.into()]), name);
        }
        findings.extend(report.into_findings());
    }
}

/// Changes may name what is no longer there: the fields and values of frozen versions are known too.
fn changes(files: &Files, past: &BTreeMap<Version, Standard>, findings: &mut Vec<Finding>) {
    for document in &files.changes {
        let mut report = document.report();
        for (i, name) in document.shape.champs.iter().enumerate() {
            if past.values().all(|standard| standard.field(name).is_none()) {
                field_exists(files, &mut report, document.span(&["champs".into(), i.into()]), name);
            }
        }
        let present = document.shape.champs.iter().filter_map(|field| codes_of(files, field));
        let former =
            document.shape.champs.iter().flat_map(|name| past.values().filter_map(|standard| codes_then(standard, name)));
        let lists: BTreeSet<&str> = present.chain(former).flatten().collect();
        // A list that cannot be found has its own finding; what it would hold is not known.
        let unknown_list = |name: &String| {
            let field = files.fields.iter().find(|document| document.stem() == name);
            field.is_some_and(|document| document.shape.vocabulaire.is_some()) && codes_of(files, name).is_none()
        };
        let known = !files.incomplete && !lists.is_empty() && !document.shape.champs.iter().any(unknown_list);
        let codes: Vec<&str> = lists.into_iter().collect();
        for (i, code) in document.shape.valeurs.iter().enumerate() {
            if known && !codes.contains(&code.as_str()) {
                let at = document.span(&["valeurs".into(), i.into()]);
                unknown(
                    &mut report,
                    at,
                    "valeur-inconnue",
                    &format!("« {code} » n'est un code d'aucun vocabulaire des champs cités"),
                    code,
                    &codes,
                );
            }
        }
        findings.extend(report.into_findings());
    }
}

/// The codes that a field could take in a frozen version.
fn codes_then<'a>(standard: &'a Standard, field: &str) -> Option<Vec<&'a str>> {
    let vocabulary = standard.vocabulary_of(standard.field(field)?)?;
    Some(vocabulary.values.iter().map(|value| value.code.as_str()).collect())
}

/// The codes that a field may take; `None` when it has no vocabulary or when that cannot be read.
fn codes_of<'a>(files: &'a Files, field: &str) -> Option<Vec<&'a str>> {
    let field = files.fields.iter().find(|document| document.stem() == field)?;
    let name = field.shape.vocabulaire.as_deref()?;
    let vocabulary = files.vocabularies.iter().find(|document| document.stem() == name)?;
    Some(vocabulary.shape.valeurs.iter().map(|value| value.code.as_str()).collect())
}

fn field_exists(files: &Files, report: &mut Report<'_>, at: std::ops::Range<usize>, name: &str) {
    let known: Vec<&str> = files.field_names.iter().map(String::as_str).collect();
    if !known.contains(&name) {
        unknown(report, at, "champ-inconnu", &format!("le champ « {name} » n'existe pas"), name, &known);
    }
}

fn unknown(report: &mut Report<'_>, at: std::ops::Range<usize>, rule: &'static str, message: &str, word: &str, known: &[&str]) {
    let help = match hint::nearest(word, known.iter().copied()) {
        Some(near) => format!("vouliez-vous écrire « {near} » ?"),
        None => format!("il faut un de ces noms : {}", shortened(known)),
    };
    report.at(at, rule, message, help);
}

/// A list that stays readable when there are many names.
fn shortened(names: &[&str]) -> String {
    const SHOWN: usize = 12;
    let shown = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN { format!("{shown}…") } else { shown }
}
