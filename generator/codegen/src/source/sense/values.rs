//! Values of vocabularies: unique, well told apart, writable in a cell, replaced by something that exists.

use rapidfuzz::distance::osa;
use standard_mediation_model::{Finding, hint};
use unicode_normalization::UnicodeNormalization;

use crate::source::document::Document;
use crate::source::files::Files;
use crate::source::report::Report;
use crate::source::shapes::VocabularyFile;

pub(super) fn check(files: &Files, findings: &mut Vec<Finding>) {
    let separator = files.standard.shape.format.separateur_de_liste;
    for document in &files.vocabularies {
        let mut report = document.report();
        uniqueness(document, &mut report);
        aliases(document, &mut report);
        replacements(document, &mut report);
        for (i, value) in document.shape.valeurs.iter().enumerate() {
            let at = document.span(&["valeurs".into(), i.into(), "libelle".into()]);
            writable(&mut report, at, &value.libelle, separator);
        }
        findings.extend(report.into_findings());
    }
}

/// Says why a text cannot be exchanged to the letter.
pub(super) fn writable(report: &mut Report<'_>, at: std::ops::Range<usize>, text: &str, separator: char) {
    if text.contains(separator) {
        let message = format!("« {text} » contient le signe {separator}, qui sépare les valeurs d'une liste");
        report.at(
            at.clone(),
            "separateur-dans-valeur",
            message,
            "écrivez la valeur autrement : lue dans un fichier, elle serait coupée en deux",
        );
    }
    exact(report, at, text);
}

/// Says why a text would not be found again by somebody who types it.
pub(super) fn exact(report: &mut Report<'_>, at: std::ops::Range<usize>, text: &str) {
    let strange = text.chars().find_map(|c| {
        Some(match c {
            '’' | '‘' | 'ʼ' => ("une apostrophe courbe", "remplacez-la par l'apostrophe droite '"),
            '\u{a0}' | '\u{202f}' => ("une espace insécable", "remplacez-la par une espace ordinaire"),
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{ad}' => {
                ("un caractère invisible", "effacez le texte et retapez-le")
            }
            c if c.is_control() => ("un caractère invisible", "effacez le texte et retapez-le"),
            _ => return None,
        })
    });
    let strange = strange.or_else(|| {
        text.nfc()
            .ne(text.chars())
            .then_some(("une lettre accentuée écrite en deux caractères", "effacez le texte et retapez-le"))
    });
    if let Some((what, help)) = strange {
        report.at(at.clone(), "caractere-interdit", format!("« {text} » contient {what}"), help);
    }
    if text.trim() != text || text.contains("  ") {
        report.at(
            at,
            "espaces-en-trop",
            format!("« {text} » a une espace en trop, au bord ou doublée"),
            "gardez une seule espace entre les mots",
        );
    }
}

fn uniqueness(document: &Document<VocabularyFile>, report: &mut Report<'_>) {
    let values = &document.shape.valeurs;
    let letters: Vec<String> = values.iter().map(|value| letters(&value.libelle)).collect();
    for (i, value) in values.iter().enumerate() {
        let at = |key: &'static str| document.span(&["valeurs".into(), i.into(), key.into()]);
        let line = |report: &Report<'_>, k: usize| report.line_of(document.span(&["valeurs".into(), k.into()]).start);
        if let Some(k) = values[..i].iter().position(|other| other.code == value.code) {
            let message = format!("le code « {} » sert déjà à la valeur de la ligne {}", value.code, line(report, k));
            report.at(at("code"), "code-en-double", message, "choisissez un autre code");
        }
        if let Some(k) = values[..i].iter().position(|other| other.libelle == value.libelle) {
            let message = format!("le libellé « {} » est déjà celui de la ligne {}", value.libelle, line(report, k));
            report.at(at("libelle"), "libelle-en-double", message, "retirez l'une des deux valeurs");
        } else if let Some(k) = letters[..i].iter().position(|other| neighbours(other, &letters[i])) {
            let message = format!("« {} » ressemble trop à « {} », ligne {}", value.libelle, values[k].libelle, line(report, k));
            let help = "si c'est la même valeur, gardez la bonne écriture et mettez l'autre dans « alias » ; sinon, distinguez mieux les libellés";
            report.at(at("libelle"), "valeurs-voisines", message, help);
        }
    }
}

/// The letters and digits of a text, without case or accents.
fn letters(text: &str) -> String {
    hint::folded(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Same letters, or long texts that differ by a typing mistake.
fn neighbours(a: &str, b: &str) -> bool {
    const LONG: usize = 11;
    let near = a.len().abs_diff(b.len()) <= 2 && a.len() >= LONG && b.len() >= LONG;
    a == b || (near && osa::distance(a.chars(), b.chars()) <= 2)
}

fn aliases(document: &Document<VocabularyFile>, report: &mut Report<'_>) {
    let values = &document.shape.valeurs;
    for (i, value) in values.iter().enumerate() {
        for (k, alias) in value.alias.iter().enumerate() {
            let at = document.span(&["valeurs".into(), i.into(), "alias".into(), k.into()]);
            let owner = values.iter().find(|other| other.libelle == *alias);
            let other =
                values.iter().enumerate().find(|(j, other)| *j < i && other.alias.contains(alias)).map(|(_, other)| other);
            let twice = value.alias[..k].contains(alias);
            if let Some(owner) = owner {
                report.at(
                    at,
                    "alias-ambigu",
                    format!("l'alias « {alias} » est aussi le libellé « {} »", owner.libelle),
                    "retirez l'alias",
                );
            } else if let Some(other) = other {
                report.at(
                    at,
                    "alias-ambigu",
                    format!("l'alias « {alias} » est déjà donné à « {} »", other.libelle),
                    "gardez-le pour une seule valeur",
                );
            } else if twice {
                report.at(at, "alias-ambigu", format!("l'alias « {alias} » est écrit deux fois"), "gardez-en un");
            }
        }
    }
}

fn replacements(document: &Document<VocabularyFile>, report: &mut Report<'_>) {
    let values = &document.shape.valeurs;
    for (i, value) in values.iter().enumerate() {
        let at = |key: &'static str| document.span(&["valeurs".into(), i.into(), key.into()]);
        match (&value.deprecie, &value.remplace_par) {
            (None, None) => {}
            (Some(_), None) => report.at(
                at("deprecie"),
                "remplacement-sans-cible",
                format!("« {} » est dépréciée et rien ne la remplace", value.libelle),
                "ajoutez « remplace_par: » avec le code de la valeur à utiliser",
            ),
            (None, Some(_)) => report.at(
                at("remplace_par"),
                "remplacement-sans-cible",
                format!("« {} » est remplacée sans être dépréciée", value.libelle),
                "ajoutez « deprecie: » avec la version, ou retirez « remplace_par »",
            ),
            (Some(_), Some(code)) => {
                let help = match values.iter().find(|other| other.code == *code) {
                    Some(other) if other.code == value.code => "une valeur ne peut pas se remplacer elle-même".to_owned(),
                    Some(other) if other.deprecie.is_some() => {
                        "cette valeur est elle-même dépréciée : donnez celle qui reste".to_owned()
                    }
                    Some(_) => continue,
                    None => match hint::nearest(code, values.iter().map(|other| other.code.as_str())) {
                        Some(near) => format!("vouliez-vous écrire « {near} » ?"),
                        None => "donnez le code d'une autre valeur de cette liste".to_owned(),
                    },
                };
                report.at(
                    at("remplace_par"),
                    "remplacement-sans-cible",
                    format!("« {code} » ne peut pas remplacer « {} »", value.libelle),
                    help,
                );
            }
        }
    }
}
