//! The type of a field and the way it is written.
//!
//! In: the members of a field that say its type. Out: [`Typed`]. Types that we do not have become texts, and it is said.

use std::collections::BTreeSet;
use std::ops::Range;

use standard_mediation_model::{Kind, Truth};

use super::json::Value;
use super::remark::{Object, Remarks, scalar};

/// What a cell holds and how.
pub(super) struct Typed {
    pub(super) kind: Kind,
    pub(super) format: Option<String>,
    pub(super) truth: Option<Truth>,
    pub(super) decimal_sign: Option<char>,
    /// Of a type that we write as a text with a form.
    pub(super) pattern: Option<String>,
    /// Of the type « list » of version 2.
    pub(super) separator: Option<char>,
}

/// The words of Table Schema for yes and no.
const YES: [&str; 4] = ["true", "True", "TRUE", "1"];
const NO: [&str; 4] = ["false", "False", "FALSE", "0"];

/// Reads the type of a field.
pub(super) fn read(object: &mut Object<'_>, name: &str, at: &Range<usize>, remarks: &mut Remarks<'_>) -> Typed {
    let mut typed = Typed { kind: Kind::Text, format: None, truth: None, decimal_sign: None, pattern: None, separator: None };
    let written = object.text("type", remarks);
    if written.is_none() {
        remarks.deduced(at.clone(), format!("« {name} » n'a pas de type : c'est un texte"));
    }
    if let Some((written, at)) = written {
        match Kind::ALL.into_iter().find(|kind| kind.table_type() == written) {
            Some(kind) => typed.kind = kind,
            None => other_type(written, name, at, object, &mut typed, remarks),
        }
    }
    if let Some((format, at)) = object.text("format", remarks) {
        typed.format = self::format(typed.kind, format, name, at, remarks);
    }
    match typed.kind {
        Kind::Boolean => typed.truth = truth(object, name, remarks),
        Kind::Number => typed.decimal_sign = decimal_sign(object, name, remarks),
        _ => {}
    }
    if typed.kind.is_numeric()
        && let Some(member) = object.take("bareNumber")
        && member.node.value != Value::Bool(true)
    {
        let why = "nos nombres s'écrivent sans unité ni autre signe";
        remarks.homeless(member.node.span.clone(), &format!("la clé « bareNumber » de « {name} »"), why);
    }
    typed
}

/// Types of version 2, and those that no version has.
fn other_type(
    written: &str,
    name: &str,
    at: Range<usize>,
    object: &mut Object<'_>,
    typed: &mut Typed,
    remarks: &mut Remarks<'_>,
) {
    match written {
        "any" => remarks.corrected(at, format!("« {name} » est de type any : c'est maintenant un texte")),
        "yearmonth" => {
            remarks.corrected(at, format!("« {name} » est de type yearmonth : c'est maintenant un texte de la forme 2024-04"));
            typed.pattern = Some("[0-9]{4}-(?:0[1-9]|1[0-2])".into());
        }
        "list" => {
            let sign = object.text("delimiter", remarks).map_or(",", |(sign, _)| sign);
            let mut signs = sign.chars();
            typed.separator = signs.next().filter(|_| signs.next().is_none());
            match typed.separator {
                Some(sign) => {
                    remarks.corrected(
                        at,
                        format!(
                            "« {name} » est de type list : c'est maintenant un texte à plusieurs valeurs, séparées par {sign}"
                        ),
                    );
                }
                None => {
                    remarks.homeless(at, &format!("le séparateur « {sign} » de « {name} »"), "un séparateur est un seul signe");
                }
            }
            if let Some((item, at)) = object.text("itemType", remarks)
                && item != "string"
            {
                remarks.homeless(at, &format!("le type « {item} » des éléments de « {name} »"), "nos éléments sont des textes");
            }
        }
        _ => remarks.corrected(at, format!("« {name} » est d'un type inconnu, {written} : c'est maintenant un texte")),
    }
}

fn format(kind: Kind, written: &str, name: &str, at: Range<usize>, remarks: &mut Remarks<'_>) -> Option<String> {
    let format = written.strip_prefix("fmt:").unwrap_or(written);
    if format == "default" {
        return None;
    }
    let known = match kind {
        Kind::Text => matches!(format, "email" | "uri" | "uuid" | "binary"),
        Kind::Point => matches!(format, "array" | "object"),
        Kind::GeoJson => format == "topojson",
        Kind::Date | Kind::DateTime | Kind::Time => {
            let usual = match kind {
                Kind::Date => "%Y-%m-%d",
                Kind::DateTime => "%Y-%m-%dT%H:%M:%SZ",
                _ => "%H:%M:%S",
            };
            let plain = ["YYYY-MM-DD", "AAAA-MM-JJ", "yyyy-mm-dd", "YYYY-MM-DDThh:mm:ssZ", "HH:MM:SS", "hh:mm:ss"];
            if format == usual || plain.contains(&format) {
                // The directives also take `2024-4-2`.
                let message = format!("le format {written} de « {name} » est l'habituel : chaque nombre y a tous ses chiffres");
                remarks.corrected(at, message);
                return None;
            }
            if matches!(format, "DD/MM/YYYY" | "JJ/MM/AAAA" | "dd/mm/yyyy") {
                remarks.corrected(at, format!("le format {written} de « {name} » s'écrit %d/%m/%Y"));
                return Some("%d/%m/%Y".into());
            }
            format == "any" || format.contains('%')
        }
        _ => false,
    };
    if known {
        return Some(format.to_owned());
    }
    remarks.homeless(at, &format!("le format « {written} » de « {name} »"), "ce type ne s'écrit pas sous ce format");
    None
}

fn truth(object: &mut Object<'_>, name: &str, remarks: &mut Remarks<'_>) -> Option<Truth> {
    let mut words = |key: &str, usual: [&str; 4]| {
        let items = object.list(key, remarks);
        let (mut words, mut known) = (Vec::new(), BTreeSet::new());
        for item in items {
            match scalar(&item.value).filter(|word| !word.is_empty()) {
                Some(word) => words.extend(known.insert(word.clone()).then_some(word)),
                None => remarks.homeless(item.span.clone(), &format!("ce mot de « {name} »"), "il faudrait un texte"),
            }
        }
        if words.is_empty() { usual.map(str::to_owned).to_vec() } else { words }
    };
    let truth = Truth { yes: words("trueValues", YES), no: words("falseValues", NO) };
    (truth.yes != YES || truth.no != NO).then_some(truth)
}

fn decimal_sign(object: &mut Object<'_>, name: &str, remarks: &mut Remarks<'_>) -> Option<char> {
    let (written, at) = object.text("decimalChar", remarks)?;
    let mut signs = written.chars();
    match (signs.next(), signs.next()) {
        (Some('.'), None) => None,
        (Some(sign), None) if !sign.is_alphanumeric() && sign != '-' => Some(sign),
        _ => {
            remarks.homeless(
                at,
                &format!("le signe décimal « {written} » de « {name} »"),
                "c'est un seul signe, ni chiffre ni lettre",
            );
            None
        }
    }
}
