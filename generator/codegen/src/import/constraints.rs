//! The constraints of one field.
//!
//! In: the members of `constraints` and the kind of the field. Out: [`Constraints`], each of them kept, corrected with a
//! remark, or named as having no place.

use std::collections::BTreeSet;
use std::ops::Range;

use standard_mediation_model::{Bounds, Kind, Level, Limit};

use super::json::{Node, Value};
use super::pattern::{self, Shape};
use super::remark::{Object, Remarks, scalar};

/// More values than any published list has.
const MAX_VALUES: usize = 5_000;

/// What a cell must obey, besides its kind.
#[derive(Debug, Default)]
pub(super) struct Constraints {
    pub(super) required: bool,
    pub(super) unique: bool,
    pub(super) values: Option<Vec<String>>,
    pub(super) separator: Option<char>,
    pub(super) pattern: Option<String>,
    pub(super) min_length: Option<usize>,
    pub(super) max_length: Option<usize>,
    pub(super) bounds: Option<Bounds>,
}

/// What is known of the field when its constraints are read.
pub(super) struct Context<'a> {
    pub(super) name: &'a str,
    pub(super) kind: Kind,
    pub(super) format: Option<&'a str>,
    /// Separators seen in its example and its description, best first.
    pub(super) separators: &'a [char],
}

/// Reads the constraints.
pub(super) fn read(node: Option<&Node>, context: &Context<'_>, remarks: &mut Remarks<'_>) -> Constraints {
    let mut out = Constraints::default();
    let Some(node) = node else { return out };
    let Some(mut object) = Object::of(node) else {
        remarks.homeless(node.span.clone(), "la clé « constraints »", "il faudrait un objet");
        return out;
    };
    out.required = flag(&mut object, "required", remarks);
    out.unique = flag(&mut object, "unique", remarks);
    if let Some(member) = object.take("enum") {
        out.values = values(&member.node, context, remarks);
    }
    if let Some((expression, at)) = object.text("pattern", remarks) {
        form(expression, &at, context, &mut out, remarks);
    }
    out.min_length = length(&mut object, "minLength", context, out.values.is_some(), remarks);
    out.max_length = length(&mut object, "maxLength", context, out.values.is_some(), remarks);
    let minimum = limit(&mut object, "minimum", context, remarks);
    let maximum = limit(&mut object, "maximum", context, remarks);
    if minimum.is_some() || maximum.is_some() {
        out.bounds = Some(Bounds { minimum, maximum, level: Level::Blocking });
    }
    object.rest(&format!("des contraintes de « {} »", context.name), remarks);
    out
}

/// True or false; their names as texts are understood too.
fn flag(object: &mut Object<'_>, key: &str, remarks: &mut Remarks<'_>) -> bool {
    let Some(member) = object.take(key) else { return false };
    let at = member.node.span.clone();
    match &member.node.value {
        Value::Bool(is) => *is,
        Value::Text(text) if matches!(text.to_lowercase().as_str(), "true" | "false") => {
            remarks.corrected(at, format!("« {key} » est donné comme un texte : il vaut maintenant {}", text.to_lowercase()));
            text.eq_ignore_ascii_case("true")
        }
        _ => {
            remarks.homeless(at, &format!("la contrainte « {key} »"), "il faudrait true ou false");
            false
        }
    }
}

/// The values of `enum`, as texts of cells.
pub(super) fn values(node: &Node, context: &Context<'_>, remarks: &mut Remarks<'_>) -> Option<Vec<String>> {
    let at = || node.span.clone();
    let what = format!("la liste de valeurs de « {} »", context.name);
    let Value::List(items) = &node.value else {
        remarks.homeless(at(), &what, "il faudrait une liste");
        return None;
    };
    if !matches!(context.kind, Kind::Text | Kind::Number | Kind::Integer | Kind::Year | Kind::Array) {
        remarks.homeless(at(), &what, "seuls les textes et les nombres ont des listes de valeurs");
        return None;
    }
    if items.len() > MAX_VALUES {
        remarks.homeless(at(), &what, "elle a trop de valeurs pour être lue par une personne");
        return None;
    }
    let (mut out, mut known) = (Vec::new(), BTreeSet::new());
    for item in items {
        match scalar(&item.value) {
            Some(text) if text.trim().is_empty() => {
                remarks
                    .corrected(item.span.clone(), "une valeur vide est retirée de la liste : une case vide n'est pas une valeur");
            }
            Some(text) if !known.insert(text.clone()) => {
                remarks.corrected(item.span.clone(), format!("« {text} » est donnée deux fois : elle n'est gardée qu'une fois"));
            }
            Some(text) => out.push(text),
            None => remarks.homeless(item.span.clone(), "cette valeur", "une valeur est un texte ou un nombre"),
        }
    }
    if out.is_empty() {
        remarks.homeless(at(), &what, "elle est vide, et refuserait tout");
        return None;
    }
    Some(out)
}

fn form(expression: &str, at: &Range<usize>, context: &Context<'_>, out: &mut Constraints, remarks: &mut Remarks<'_>) {
    let what = format!("l'expression de « {} »", context.name);
    if context.kind != Kind::Text {
        remarks.homeless(at.clone(), &what, "seuls les textes ont une expression, et ce type la rend invalide");
        return;
    }
    if out.values.is_some() {
        remarks.homeless(at.clone(), &what, "le champ a déjà une liste de valeurs");
        return;
    }
    let understood = match pattern::understand(expression, context.separators) {
        Ok(understood) => understood,
        Err(why) => return remarks.homeless(at.clone(), &what, &why),
    };
    if context.format.is_some() && !matches!(understood.shape, Shape::Any) {
        return remarks.homeless(at.clone(), &what, "le format du champ dit déjà sa forme");
    }
    for note in &understood.notes {
        remarks.corrected(at.clone(), format!("champ « {} » : {}", context.name, note.words()));
    }
    match understood.shape {
        Shape::Any => remarks.homeless(at.clone(), &what, "elle accepte tout"),
        Shape::Values { words, separator } => (out.values, out.separator) = (Some(words), separator),
        Shape::List { form, separator } => (out.pattern, out.separator) = (Some(form), Some(separator)),
        Shape::One(form) => out.pattern = Some(form),
    }
}

fn length(object: &mut Object<'_>, key: &str, context: &Context<'_>, listed: bool, remarks: &mut Remarks<'_>) -> Option<usize> {
    let member = object.take(key)?;
    let at = member.node.span.clone();
    let what = format!("la longueur « {key} » de « {} »", context.name);
    let number = scalar(&member.node.value).and_then(|text| text.parse::<usize>().ok());
    match number {
        _ if context.kind != Kind::Text => remarks.homeless(at, &what, "seuls les textes ont une longueur"),
        _ if listed => remarks.homeless(at, &what, "le champ a déjà une liste de valeurs"),
        None => remarks.homeless(at, &what, "il faudrait un nombre entier"),
        Some(0) if key == "minLength" => remarks.homeless(at, &what, "zéro ne demande rien"),
        number => return number,
    }
    None
}

fn limit(object: &mut Object<'_>, key: &str, context: &Context<'_>, remarks: &mut Remarks<'_>) -> Option<Limit> {
    let exclusive = if key == "minimum" { "exclusiveMinimum" } else { "exclusiveMaximum" };
    if let Some(member) = object.take(exclusive) {
        let at = member.node.span.clone();
        let whole = scalar(&member.node.value).and_then(|text| text.parse::<i32>().ok());
        match (context.kind, whole) {
            (Kind::Integer | Kind::Year, Some(number)) => {
                let number = f64::from(number) + if key == "minimum" { 1.0 } else { -1.0 };
                remarks.corrected(at, format!("« {exclusive} » de « {} » devient « {key} » {number}", context.name));
                return Some(Limit::Number(number));
            }
            _ => remarks.homeless(at, &format!("la borne « {exclusive} » de « {} »", context.name), "nos bornes sont permises"),
        }
    }
    let member = object.take(key)?;
    let at = member.node.span.clone();
    let what = format!("la borne « {key} » de « {} »", context.name);
    let text = scalar(&member.node.value).unwrap_or_default();
    let found = match context.kind {
        kind if kind.is_numeric() => text.parse::<f64>().ok().filter(|number| number.is_finite()).map(Limit::Number),
        Kind::Date if context.format.is_none() => text.parse().ok().map(Limit::Day),
        _ => {
            remarks.homeless(at, &what, "seuls les nombres, les années et les dates au format ISO ont des bornes");
            return None;
        }
    };
    if found.is_none() {
        remarks.homeless(at, &what, "elle n'est pas du type du champ");
    }
    found
}
