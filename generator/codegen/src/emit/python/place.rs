//! `textes.py` and `lieu.py`: the types of values, and the model of a row.

use std::collections::BTreeSet;

use serde_json::Value;
use standard_mediation_model::{Field, Standard};

use super::code::{Code, WIDTH, doc, identifiers};
use super::names::Names;
use super::types::{self, Type};
use crate::emit::json_cell;

/// Names of `controle.py`.
const CONTROLS: [&str; 19] = [
    "Booleen",
    "Bornes",
    "DateIso",
    "Entier",
    "Forme",
    "Jour",
    "Nombre",
    "NombreDecimal",
    "NombreEntier",
    "Ouverte",
    "SansDoublon",
    "Texte",
    "TexteLibre",
    "TexteNonVide",
    "duree",
    "ecrit",
    "jour_de_date_heure",
    "objet",
    "tableau",
];

/// The types that belong to one field: their names, then the module.
pub(super) fn texts(standard: &Standard, names: &Names) -> (Vec<String>, String) {
    let (mut own, mut body, mut used) = (Vec::new(), String::new(), BTreeSet::new());
    for field in &standard.fields {
        let Type::Own(base, control) = types::of(standard, names, field) else { continue };
        let (name, code) = (names.text(&field.name), Code::annotated(&base, control));
        code.used(&mut used);
        body.push('\n');
        body.push_str(&code.statement(0, &format!("{name} = ")));
        body.push_str(&doc(0, &[&field.title]));
        own.push(name.to_owned());
    }
    let mut out = doc(0, &["Les types des valeurs qui ont leurs propres contraintes."]);
    if !own.is_empty() {
        out.push('\n');
        out.push_str(if used.contains("datetime") { "import datetime\n" } else { "" });
        out.push_str("from typing import Annotated\n\n");
        out.push_str(&imports(standard, names, &used, ""));
    }
    (own, out + &body)
}

/// The module of the model.
pub(super) fn model(standard: &Standard, names: &Names) -> String {
    let (mut fields, mut used) = (String::new(), BTreeSet::new());
    for field in &standard.fields {
        let value = value(standard, names, field);
        let kind = annotation(field, &value);
        used.extend(identifiers(&kind));
        fields.push('\n');
        fields.push_str(&attribute(names, field, &kind, &value));
    }
    let mut out = doc(0, &["Un lieu."]);
    let annotated = if used.contains("Annotated") { "Annotated, " } else { "" };
    out.push_str(&format!("\nfrom typing import {annotated}ClassVar\n\nfrom pydantic import Field\n\nfrom . import colonnes\n"));
    out.push_str(&imports(standard, names, &used, "from .ligne import Champ, Ligne\n"));
    out.push_str("\n\nclass Lieu(Ligne):\n    \"\"\"Un lieu, ses champs dans l'ordre des colonnes.\"\"\"\n\n");
    out.push_str("    CHAMPS: ClassVar[tuple[Champ, ...]] = colonnes.CHAMPS\n");
    out.push_str("    MANQUANTES: ClassVar[tuple[str, ...]] = colonnes.MANQUANTES\n");
    out + &fields
}

/// What a module takes from the others, in the order of their names.
fn imports(standard: &Standard, names: &Names, used: &BTreeSet<String>, between: &str) -> String {
    let known = |name: &&str| used.contains(*name);
    let lists = standard.vocabularies.iter().map(|vocabulary| names.list(vocabulary)).filter(known);
    let texts = standard.fields.iter().map(|field| names.text(&field.name)).filter(known);
    let controls = import(".controle", CONTROLS.into_iter().filter(known));
    format!("{controls}{between}{}{}", import(".listes", lists), import(".textes", texts))
}

/// The type of one value of a field.
fn value(standard: &Standard, names: &Names, field: &Field) -> String {
    match types::of(standard, names, field) {
        Type::Shared(name) => name,
        Type::Own(..) => names.text(&field.name).to_owned(),
    }
}

/// The type of a field, with what its presence asks.
fn annotation(field: &Field, value: &str) -> String {
    match (field.multiple, field.required) {
        (true, true) => format!("Annotated[list[{value}], SansDoublon(remplie=True)]"),
        (true, false) => format!("Annotated[list[{value}], SansDoublon()]"),
        (false, true) => value.to_owned(),
        (false, false) => format!("{value} | None"),
    }
}

fn attribute(names: &Names, field: &Field, kind: &str, value: &str) -> String {
    let mut arguments = match (field.multiple, field.required) {
        (_, true) => Vec::new(),
        (true, false) => vec![("default_factory", Code::word(format!("list[{value}]")))],
        (false, false) => vec![("default", Code::word("None"))],
    };
    let name = names.attribute(&field.name);
    if name != field.name {
        arguments.push(("validation_alias", Code::text(&field.name)));
        arguments.push(("serialization_alias", Code::text(&field.name)));
    }
    arguments.push(("title", Code::text(&field.title)));
    if !field.description.is_empty() {
        arguments.push(("description", Code::text(&field.description)));
    }
    if !field.examples.is_empty() {
        arguments.push(("examples", Code::list(field.examples.iter().map(|cell| literal(&json_cell::value(field, cell))))));
    }
    Code::call("Field", arguments).statement(4, &format!("{name}: {kind} = "))
}

/// A value of JSON in Python.
fn literal(value: &Value) -> Code {
    match value {
        Value::Null | Value::Object(_) => Code::word("None"),
        Value::Bool(yes) => Code::word(if *yes { "True" } else { "False" }),
        Value::Number(number) => Code::word(number.to_string()),
        Value::String(text) => Code::text(text),
        Value::Array(items) => Code::list(items.iter().map(literal)),
    }
}

/// `from module import a, b`, sorted as their tools sort; nothing without names.
pub(super) fn import<'a>(module: &str, names: impl Iterator<Item = &'a str>) -> String {
    let names = sorted(names);
    if names.is_empty() {
        return String::new();
    }
    let line = format!("from {module} import {}\n", names.join(", "));
    if line.chars().count() <= WIDTH + 1 {
        return line;
    }
    format!("from {module} import (\n{})\n", names.iter().map(|name| format!("    {name},\n")).collect::<String>())
}

/// Names as their tools sort them: constants, classes, functions.
pub(super) fn sorted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let class = |name: &str| {
        let constant = name.len() > 1 && !name.contains(|c: char| c.is_ascii_lowercase());
        if constant { 0 } else { 1 + u8::from(name.starts_with(|c: char| c.is_ascii_lowercase())) }
    };
    let names: BTreeSet<(u8, &str)> = names.map(|name| (class(name), name)).collect();
    names.into_iter().map(|(_, name)| name).collect()
}
