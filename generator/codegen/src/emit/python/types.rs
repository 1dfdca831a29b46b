//! The type of each field: what Python keeps of a value, and what is asked of it.
//!
//! Only what blocks is asked. What the kind of a field asks for is read as the engine does: its expression, then what no
//! expression can say.

use standard_mediation_model::{Bounds, CellRule, Field, Kind, Level, Limit, Standard, Vocabulary};

use super::code::Code;
use super::names::Names;
use crate::emit::cell_form::{self, Native};
use crate::emit::words;

/// The type of the values of a field.
#[derive(Debug)]
pub(super) enum Type {
    /// A class of ours, or a type that fields share: its name.
    Shared(String),
    /// Its own: base and control.
    Own(String, Code),
}

/// The type of one value of a field.
pub(super) fn of(standard: &Standard, names: &Names, field: &Field) -> Type {
    let annotated = |base: &str, control: &str, shared: &str| match bounds(field) {
        Some(bounds) => Type::Own(base.to_owned(), Code::call(control, [("", bounds)])),
        None => Type::Shared(shared.to_owned()),
    };
    if let Some(closed) = cell_form::closed_list(standard, field) {
        return Type::Shared(names.list(closed).to_owned());
    }
    let text = text(standard, names, field);
    if let Some(open) = open_list(standard, field) {
        let name = names.list(open);
        let control = if text.is_empty() { vec![] } else { vec![("", Code::call("Texte", text))] };
        let control = [("", Code::word(name))].into_iter().chain(control);
        return Type::Own(format!("{name} | str"), Code::call("Ouverte", control));
    }
    match cell_form::native(field) {
        Some(Native::Number) => annotated("float", "Nombre", "NombreDecimal"),
        Some(Native::Integer) => annotated("int", "Entier", "NombreEntier"),
        Some(Native::Boolean) => Type::Shared("Booleen".into()),
        None if is_day(field) => annotated("datetime.date", "Jour", "DateIso"),
        None if text.is_empty() => Type::Shared("TexteLibre".into()),
        None if text.len() == 1 && text[0].0 == "rempli" => Type::Shared("TexteNonVide".into()),
        None => Type::Own("str".into(), Code::call("Texte", text)),
    }
}

/// The list of values that a field is only advised to take its own from.
pub(super) fn open_list<'a>(standard: &'a Standard, field: &Field) -> Option<&'a Vocabulary> {
    let vocabulary = standard.vocabulary_of(field).filter(|_| field.kind != Kind::Array)?;
    (vocabulary.level == Level::Recommendation && !vocabulary.values.is_empty()).then_some(vocabulary)
}

/// Whether Python keeps a day rather than its text.
pub(super) fn is_day(field: &Field) -> bool {
    field.kind == Kind::Date && field.format.is_none() && field.vocabulary.is_none()
}

/// What the text of a cell must be besides, when the value is no longer one: a number that must have two decimals.
pub(super) fn beside(standard: &Standard, field: &Field) -> Option<Code> {
    let kept_as_text = cell_form::native(field).is_none() && !is_day(field);
    let asked: Vec<_> = pattern(field).into_iter().chain(lengths(field)).collect();
    let listed = cell_form::closed_list(standard, field).is_some();
    (!kept_as_text && !listed && !asked.is_empty()).then(|| Code::call("Texte", asked))
}

/// What is asked of a text, as the arguments of its control.
fn text(standard: &Standard, names: &Names, field: &Field) -> Vec<(&'static str, Code)> {
    let mut asked = Vec::new();
    if field.required && !field.multiple {
        asked.push(("rempli", Code::word("True")));
    }
    let forms: Vec<Code> = kind(standard, field).into_iter().chain(pattern(field).map(unwrapped)).collect();
    if !forms.is_empty() {
        asked.push(("formes", Code::tuple(forms)));
    }
    asked.extend(lengths(field));
    if let Some(limits) = bounds(field).filter(|_| field.kind.is_numeric()) {
        asked.push(("bornes", limits));
        asked.extend(field.decimal_sign.map(|sign| ("signe_decimal", Code::text(sign))));
    }
    if let Some(list) = cell_form::item_list(standard, field) {
        asked.push(("elements", Code::word(names.list(list))));
    }
    asked
}

/// The form of the kind of a field, when any text will not do.
fn kind(standard: &Standard, field: &Field) -> Option<Code> {
    let format = field.format.as_deref();
    let by_hand = field.kind == Kind::Text && format.is_none();
    let expression = field.kind.expression(format, field.truth.as_ref(), field.decimal_sign);
    let real = match field.kind {
        Kind::Date => format
            .filter(|format| *format != "any" && expression.is_some())
            .map(|format| Code::call("ecrit", [("", Code::text(format))])),
        Kind::DateTime if format.is_none() => Some(Code::word("jour_de_date_heure")),
        Kind::Duration => Some(Code::word("duree")),
        Kind::GeoJson | Kind::Object => Some(Code::word("objet")),
        Kind::Point if format == Some("object") => Some(Code::word("objet")),
        Kind::Array => Some(Code::word("tableau")),
        _ => None,
    };
    if by_hand || (expression.is_none() && real.is_none()) {
        return None;
    }
    let rule = CellRule::of_kind(field.kind, format).map_or("type", CellRule::id);
    let words = words::demands(standard, field).into_iter().find(|demand| demand.rule == rule).map(|demand| demand.words);
    let words = words.unwrap_or_else(|| field.kind.in_words().unwrap_or("un texte de la forme prévue").to_owned());
    Some(form(expression.as_deref(), words, rule, real))
}

/// The pattern that a field imposes, as an argument.
fn pattern(field: &Field) -> Option<(&'static str, Code)> {
    let pattern = cell_form::blocking_pattern(field)?;
    let form = form(Some(&pattern.expression), pattern.asked(), "motif", None);
    Some(("formes", Code::tuple([form])))
}

fn unwrapped((_, argument): (&'static str, Code)) -> Code {
    match argument {
        Code::Group(_, mut parts, _) if parts.len() == 1 => parts.remove(0).1,
        other => other,
    }
}

fn form(expression: Option<&str>, words: String, rule: &'static str, real: Option<Code>) -> Code {
    let expression = expression.map_or_else(|| Code::word("None"), |expression| Code::Expression(expression.to_owned()));
    let rule = (rule != "motif").then(|| ("regle", Code::text(rule)));
    let arguments = [("", expression), ("", Code::text(words))].into_iter().chain(rule).chain(real.map(|real| ("reel", real)));
    Code::call("Forme", arguments)
}

fn lengths(field: &Field) -> impl Iterator<Item = (&'static str, Code)> {
    let length = |name, length: Option<usize>| length.map(|length| (name, Code::word(length.to_string())));
    [length("minimum", field.min_length), length("maximum", field.max_length)].into_iter().flatten()
}

/// The bounds that a value is held to.
fn bounds(field: &Field) -> Option<Code> {
    let compared = field.kind.is_numeric() || is_day(field);
    let Bounds { minimum, maximum, .. } = field.bounds.filter(|bounds| compared && bounds.level == Level::Blocking)?;
    let words = field.bounds.map(|bounds| bounds.in_words()).unwrap_or_default();
    let limit = |name, limit: Option<Limit>| limit.map(|limit| (name, Code::word(source(limit))));
    let limits = [limit("minimum", minimum), limit("maximum", maximum)].into_iter().flatten();
    Some(Code::call("Bornes", [("", Code::text(words))].into_iter().chain(limits)))
}

/// A limit in Python, whose calendar begins with year 1.
fn source(limit: Limit) -> String {
    match limit {
        Limit::Number(number) => number.to_string(),
        Limit::Day(day) => {
            let text = day.to_string();
            let parts: Vec<&str> = text.split('-').map(|part| part.trim_start_matches('0')).collect();
            if parts.iter().any(|part| part.is_empty()) {
                "datetime.date.min".into()
            } else {
                format!("datetime.date({})", parts.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use standard_mediation_model::Pattern;

    use super::*;
    use crate::emit::trial;

    fn said(standard: &Standard, name: &str) -> String {
        let field = standard.field(name).expect("a field of the standard");
        match of(standard, &Names::of(standard), field) {
            Type::Shared(name) => name,
            Type::Own(base, control) => Code::annotated(&base, control).statement(0, ""),
        }
    }

    fn change(standard: &mut Standard, name: &str, edit: impl Fn(&mut Field)) {
        standard.fields.iter_mut().filter(|field| field.name == name).for_each(edit);
    }

    #[test]
    fn fields_have_the_type_of_what_they_hold() {
        let standard = trial::standard();
        for (name, expected) in [
            ("nom", "TexteNonVide"),
            ("complement_adresse", "TexteLibre"),
            ("latitude", "NombreDecimal"),
            ("date_maj", "DateIso"),
            ("services", "Services"),
        ] {
            assert_eq!(said(&standard, name), expected);
        }
        assert!(said(&standard, "typologie").starts_with("Annotated[Typologie | str, Ouverte(Typologie)]"));
        let postal = said(&standard, "code_postal");
        assert!(postal.starts_with("Annotated[str, Texte(rempli=True, formes=(Forme(\"[0-9]{5}\", "), "{postal}");
    }

    #[test]
    fn advice_is_asked_of_nobody() {
        let mut standard = trial::standard();
        let (name, advice) = ("code_postal", Level::Recommendation);
        change(&mut standard, name, |field| field.pattern.iter_mut().for_each(|pattern| pattern.level = advice));
        assert_eq!(said(&standard, name), "TexteNonVide");
    }

    #[test]
    fn bounds_are_numbers_or_days_of_the_calendar_of_python() {
        let mut standard = trial::standard();
        let level = Level::Blocking;
        let number = |number| Some(Limit::Number(number));
        let day = |text: &str| Some(Limit::Day(text.parse().expect("a day")));
        change(&mut standard, "latitude", |field| {
            field.bounds = Some(Bounds { minimum: number(-1.5), maximum: number(9.0), level });
        });
        change(&mut standard, "date_maj", |field| {
            field.bounds = Some(Bounds { minimum: day("0000-01-01"), maximum: day("2030-02-08"), level });
        });
        assert!(said(&standard, "latitude").contains("minimum=-1.5, maximum=9)"), "{}", said(&standard, "latitude"));
        let date = said(&standard, "date_maj");
        assert!(date.contains("minimum=datetime.date.min, maximum=datetime.date(2030, 2, 8)"), "{date}");
    }

    #[test]
    fn a_number_with_a_pattern_keeps_it_for_its_cell() {
        let mut standard = trial::standard();
        let asked = |standard: &Standard| beside(standard, standard.field("latitude").expect("a field of the standard"));
        assert!(asked(&standard).is_none());
        let pattern =
            Pattern { expression: r"-?[0-9]+\.[0-9]{2}".into(), in_words: "deux décimales".into(), level: Level::Blocking };
        change(&mut standard, "latitude", |field| field.pattern = Some(pattern.clone()));
        let code = asked(&standard).expect("a control").statement(0, "");
        assert_eq!(code, "Texte(formes=(Forme(r\"-?[0-9]+\\.[0-9]{2}\", \"deux décimales\"),))\n");
    }
}
