//! One field of a Table Schema.
//!
//! In: the object of the field. Out: our [`Field`], and the labels of its closed list if it has one. Examples are kept as
//! given; whether they obey is not looked at here.

use std::ops::Range;

use standard_mediation_model::{Cell, CustomCheck, Field, Kind, Level, Pattern};

use super::constraints::{self, Context};
use super::json::{Node, Value};
use super::kinds;
use super::reference::References;
use super::remark::{Object, Remarks, compact, scalar};
use super::separator;

/// A field, and what could not be settled by it alone.
pub(super) struct Read {
    pub(super) field: Field,
    /// Where its name stands.
    pub(super) at: Range<usize>,
    /// The labels of its closed list.
    pub(super) labels: Option<Vec<String>>,
    /// Checks of the national validator, in the syntax of fields.
    pub(super) checks: Vec<CustomCheck>,
}

/// Reads a field. `None` when it has no name, which is then said.
pub(super) fn read(node: &Node, references: References<'_>, remarks: &mut Remarks<'_>) -> Option<Read> {
    let Some(mut object) = Object::of(node) else {
        remarks.fault(
            node.span.clone(),
            "import-impossible",
            "un champ est un objet, et ceci n'en est pas un",
            "corrigez le schéma",
        );
        return None;
    };
    let Some((name, at)) = object.text("name", remarks) else {
        let message = "ce champ n'a pas de nom";
        remarks.fault(node.span.clone(), "import-impossible", message, "donnez-lui celui de sa colonne, avec la clé « name »");
        return None;
    };
    let name = name.to_owned();
    let title = object.text("title", remarks).map_or_else(
        || {
            remarks.deduced(at.clone(), format!("« {name} » n'a pas de titre : son nom en tient lieu"));
            name.clone()
        },
        |(title, _)| title.to_owned(),
    );
    let description = object.text("description", remarks).map(|(text, _)| text);
    let example = object.take("example").map(|member| &member.node);
    let kind = kinds::read(&mut object, &name, &at, remarks);
    let example_text = example.and_then(|node| scalar(&node.value));
    let separators = separator::hinted(example_text.as_deref(), description);
    let context = Context { name: &name, kind: kind.kind, format: kind.format.as_deref(), separators: &separators };
    let mut constraints = constraints::read(object.take("constraints").map(|member| &member.node), &context, remarks);
    let items = array_items(&mut object, &context, remarks);
    let checks = object.take("customCheck").map(|member| check(&name, &member.node, remarks)).unwrap_or_default();
    for key in ["required", "unique", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum"] {
        if let Some(member) = object.take(key) {
            let what = format!("la clé « {key} » du champ « {name} »");
            remarks.homeless(member.key_span.clone(), &what, "hors de « constraints », elle n'a aucun effet");
        }
    }
    object.rest(&format!("du champ « {name} »"), remarks);

    if constraints.values.is_none() {
        constraints.values = items;
    }
    if constraints.pattern.is_none() {
        constraints.pattern.clone_from(&kind.pattern);
    }
    let mut separator = constraints.separator.or(kind.separator);
    let free = kind.kind == Kind::Text && constraints.values.is_none() && constraints.pattern.is_none();
    if separator.is_none() && free && !constraints.unique {
        let found = separator::deduced(example_text.as_deref(), description);
        if let Some(found) = found {
            let mut message =
                format!("« {name} » contient plusieurs valeurs, séparées par « {} », d'après {}", found.sign, found.source);
            if let Some(other) = found.contradicted {
                message.push_str(&format!(" ; la description dit « {other} »"));
            }
            remarks.deduced(at.clone(), message);
            separator = Some(found.sign);
        }
    }
    if separator.is_some() && constraints.unique {
        remarks.homeless(at.clone(), &format!("l'unicité de « {name} »"), "une liste ne peut pas servir d'identifiant");
        constraints.unique = false;
    }
    let examples = example.map(|node| cell(node, separator)).into_iter().collect();
    let field = Field {
        group: String::new(),
        title,
        description: description.unwrap_or_default().to_owned(),
        usage: None,
        kind: kind.kind,
        format: kind.format,
        truth: kind.truth,
        decimal_sign: kind.decimal_sign,
        required: constraints.required,
        unique: constraints.unique,
        multiple: separator.is_some(),
        separator,
        vocabulary: None,
        pattern: constraints.pattern.map(|expression| Pattern { expression, in_words: String::new(), level: Level::Blocking }),
        min_length: constraints.min_length,
        max_length: constraints.max_length,
        bounds: constraints.bounds,
        checks: Vec::new(),
        since: references.field_since(&name),
        former_names: references.former_names(&name),
        aliases: Vec::new(),
        see_also: Vec::new(),
        examples,
        counter_examples: Vec::new(),
        name,
    };
    Some(Read { field, at, labels: constraints.values, checks })
}

/// The values that items of a list written as JSON may take.
fn array_items(object: &mut Object<'_>, context: &Context<'_>, remarks: &mut Remarks<'_>) -> Option<Vec<String>> {
    let member = object.take("arrayItem")?;
    let what = format!("la clé « arrayItem » de « {} »", context.name);
    let Some(mut item) = Object::of(&member.node).filter(|_| context.kind == Kind::Array) else {
        remarks.homeless(member.node.span.clone(), &what, "elle n'a de sens que pour un type array, et contient un objet");
        return None;
    };
    if let Some((kind, at)) = item.text("type", remarks)
        && kind != "string"
    {
        remarks.homeless(at, &format!("le type « {kind} » des éléments de « {} »", context.name), "nos éléments sont des textes");
    }
    let mut labels = None;
    if let Some(member) = item.take("constraints") {
        match Object::of(&member.node) {
            Some(mut constraints) => {
                labels = constraints.take("enum").and_then(|member| constraints::values(&member.node, context, remarks));
                constraints.rest(&format!("des éléments de « {} »", context.name), remarks);
            }
            None => remarks.homeless(member.node.span.clone(), &what, "ses contraintes sont un objet"),
        }
    }
    item.rest(&format!("des éléments de « {} »", context.name), remarks);
    labels
}

/// A check in the syntax of fields: a name, or an object with a name and options.
fn check(field: &str, node: &Node, remarks: &mut Remarks<'_>) -> Vec<CustomCheck> {
    let column = ("column".to_owned(), Cell::One(field.to_owned()));
    if let Value::Text(name) = &node.value {
        return vec![CustomCheck { name: name.clone(), parameters: vec![column] }];
    }
    let Some((mut object, (name, _))) = Object::of(node)
        .and_then(|mut object| Some((object.text("name", remarks)?, object)).map(|(name, object)| (object, name)))
    else {
        remarks.homeless(node.span.clone(), &format!("le contrôle de « {field} »"), "il n'a pas de nom");
        return Vec::new();
    };
    let mut parameters = vec![column];
    let Value::Map(members) = &node.value else { return Vec::new() };
    for member in members.iter().filter(|member| member.key != "name") {
        object.take(&member.key);
        parameters.extend(parameter(&member.key, &member.node, remarks));
    }
    vec![CustomCheck { name: name.to_owned(), parameters }]
}

/// A parameter of a check: a text or a list of texts.
pub(super) fn parameter(key: &str, node: &Node, remarks: &mut Remarks<'_>) -> Option<(String, Cell)> {
    let texts = |items: &[Node]| items.iter().map(|item| scalar(&item.value)).collect::<Option<Vec<_>>>();
    let cell = match &node.value {
        Value::List(items) => texts(items).map(Cell::Many),
        Value::Text(text) => Some(Cell::One(text.clone())),
        value => scalar(value).map(|text| {
            remarks.corrected(node.span.clone(), format!("le paramètre « {key} » devient le texte « {text} »"));
            Cell::One(text)
        }),
    };
    if cell.is_none() {
        remarks.homeless(
            node.span.clone(),
            &format!("le paramètre « {key} »"),
            "un paramètre est un texte ou une liste de textes",
        );
    }
    cell.map(|cell| (key.to_owned(), cell))
}

fn cell(node: &Node, separator: Option<char>) -> Cell {
    let text = scalar(&node.value);
    match (separator, &node.value) {
        (Some(_), Value::List(items)) => Cell::Many(items.iter().filter_map(|item| scalar(&item.value)).collect()),
        (Some(separator), _) => Cell::Many(text.unwrap_or_default().split(separator).map(str::to_owned).collect()),
        (None, value) => Cell::One(text.unwrap_or_else(|| compact(value))),
    }
}
