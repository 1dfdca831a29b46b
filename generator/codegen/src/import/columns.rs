//! Columns together: groups, closed lists, the separator of most lists, the key of rows, checks of several columns.

use std::collections::{BTreeMap, BTreeSet};

use standard_mediation_model::{Check, CrossKind, CrossRule, CustomCheck, Field, Group, Kind, Level, Value, Vocabulary};

use super::codes::{slug, unique};
use super::fields::{Read, parameter};
use super::json::{Node, Value as Json};
use super::reference::References;
use super::remark::{Object, Remarks, scalar};

/// Makes the closed lists, each once, and ties the fields to them.
pub(super) fn vocabularies(read: &mut [Read], references: References<'_>) -> Vec<Vocabulary> {
    let mut out: Vec<Vocabulary> = Vec::new();
    let mut names = BTreeSet::new();
    for field in read {
        let Some(labels) = field.labels.take() else { continue };
        if let Some(same) = out.iter().find(|vocabulary| vocabulary.labels().eq(labels.iter().map(String::as_str))) {
            field.field.vocabulary = Some(same.name.clone());
            continue;
        }
        let lent = references.vocabulary(&field.field.name, &labels);
        let name = unique(lent.map_or_else(|| slug(&field.field.name), |lent| lent.name.clone()), &mut names);
        let values = values(&name, &labels, lent, references);
        field.field.vocabulary = Some(name.clone());
        out.push(Vocabulary {
            name,
            title: field.field.title.clone(),
            description: String::new(),
            level: Level::Blocking,
            origin: None,
            values,
        });
    }
    out
}

/// The values, with their codes: lent by label, else by alias, else made from the label.
fn values(name: &str, labels: &[String], lent: Option<&Vocabulary>, references: References<'_>) -> Vec<Value> {
    let same = |label: &str| lent.and_then(|lent| lent.by_label(label)).map(|value| value.code.clone());
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut codes: BTreeMap<&str, String> = BTreeMap::new();
    for label in labels {
        if let Some(code) = same(label).filter(|code| taken.insert(code.clone())) {
            codes.insert(label, code);
        }
    }
    for label in labels {
        if !codes.contains_key(label.as_str())
            && let Some(code) = references.code(label, lent).filter(|code| taken.insert((*code).to_owned()))
        {
            codes.insert(label, code.to_owned());
        }
    }
    let value = |label: &String| {
        let code = codes.get(label.as_str()).cloned().unwrap_or_else(|| unique(slug(label), &mut taken));
        Value {
            label: label.clone(),
            definition: String::new(),
            since: references.value_since(name, label, &code),
            deprecated: None,
            replaced_by: None,
            aliases: Vec::new(),
            code,
        }
    };
    labels.iter().map(value).collect()
}

/// The families of the fields: those of the reference; a field that it does not know goes with the one before.
pub(super) fn groups(fields: &mut [Field], references: References<'_>, remarks: &mut Remarks<'_>) -> Vec<Group> {
    let Some(main) = references.main().filter(|main| !main.groups.is_empty()) else {
        for field in fields {
            field.group = "colonnes".into();
        }
        return vec![Group { name: "colonnes".into(), title: "Colonnes".into(), description: String::new() }];
    };
    let mut last = main.groups[0].name.clone();
    for field in fields.iter_mut() {
        match references.field(&field.name) {
            Some((_, known)) if main.groups.iter().any(|group| group.name == known.group) => last.clone_from(&known.group),
            _ => remarks.deduced(0..1, format!("« {} » rejoint le groupe {last} de la colonne qui le précède", field.name)),
        }
        field.group.clone_from(&last);
    }
    let used = |group: &&Group| fields.iter().any(|field| field.group == group.name);
    main.groups.iter().filter(used).cloned().collect()
}

/// The separator of most lists, which then is the one of the standard; the others keep theirs.
pub(super) fn list_separator(fields: &mut [Field]) -> char {
    let mut counts: Vec<(char, usize)> = Vec::new();
    for sign in fields.iter().filter_map(|field| field.separator) {
        match counts.iter_mut().find(|(known, _)| *known == sign) {
            Some((_, count)) => *count += 1,
            None => counts.push((sign, 1)),
        }
    }
    // The first one met wins between equals.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count).map_or('|', |(sign, _)| *sign);
    for field in fields {
        field.separator = field.separator.filter(|sign| *sign != most);
    }
    most
}

/// The fields that, together, no two rows share.
pub(super) fn primary_key(object: &mut Object<'_>, fields: &[Field], remarks: &mut Remarks<'_>) -> Vec<String> {
    let Some(member) = object.take("primaryKey") else { return Vec::new() };
    let nodes = match &member.node.value {
        Json::List(items) => items.as_slice(),
        _ => std::slice::from_ref(&member.node),
    };
    let mut key = Vec::new();
    for node in nodes {
        match scalar(&node.value) {
            Some(name) if fields.iter().any(|field| field.name == name) => key.push(name),
            Some(name) if name.is_empty() => {}
            name => {
                let what = format!("la clé primaire « {} »", name.unwrap_or_default());
                remarks.homeless(node.span.clone(), &what, "aucune colonne ne porte ce nom");
            }
        }
    }
    key
}

/// Texts that stand for an empty cell.
pub(super) fn missing_values(object: &mut Object<'_>, remarks: &mut Remarks<'_>) -> Vec<String> {
    let Some(member) = object.take("missingValues") else { return Vec::new() };
    let mut empty = false;
    let (mut out, mut known) = (Vec::new(), BTreeSet::new());
    let items = match &member.node.value {
        Json::List(items) => items.as_slice(),
        _ => std::slice::from_ref(&member.node),
    };
    for item in items {
        let labelled = Object::of(item).and_then(|mut object| object.take("value").map(|member| &member.node));
        match scalar(&labelled.unwrap_or(item).value) {
            Some(text) if text.is_empty() => empty = true,
            Some(text) if known.insert(text.clone()) => out.push(text),
            Some(_) => {}
            None => remarks.homeless(item.span.clone(), "cette valeur manquante", "il faudrait un texte"),
        }
        if labelled.is_some() {
            remarks.homeless(item.span.clone(), "le libellé de cette valeur manquante", "seul son texte est gardé");
        }
    }
    if !empty {
        remarks
            .corrected(member.node.span.clone(), "la case vide n'était pas une valeur manquante : elle l'est toujours chez nous");
    }
    out
}

/// Checks of the national validator: those that we know become ours, the others are kept as they are.
pub(super) fn custom_checks(
    object: &mut Object<'_>,
    fields: &mut [Field],
    remarks: &mut Remarks<'_>,
) -> (Vec<CrossRule>, Vec<CustomCheck>) {
    let (mut rules, mut kept) = (Vec::new(), Vec::new());
    for item in object.list("custom_checks", remarks) {
        let Some(mut check) = Object::of(item) else {
            remarks.homeless(item.span.clone(), "ce contrôle", "il faudrait un objet");
            continue;
        };
        let Some((name, _)) = check.text("name", remarks) else {
            remarks.homeless(item.span.clone(), "ce contrôle", "il n'a pas de nom");
            continue;
        };
        let parameters = check.take("params").and_then(|member| Object::of(&member.node).map(|_| &member.node));
        let parameters = parameters.map(|node| self::parameters(node, remarks)).unwrap_or_default();
        check.rest("d'un contrôle", remarks);
        kept.push(CustomCheck { name: name.to_owned(), parameters });
    }
    kept.retain(|check| match ours(check, fields) {
        Some(Ours::Hours(rank)) => {
            fields[rank].checks.push(Check::OpeningHours);
            false
        }
        Some(Ours::Together(names)) => {
            rules.push(together(&names));
            false
        }
        None => true,
    });
    (rules, kept)
}

fn parameters(node: &Node, remarks: &mut Remarks<'_>) -> Vec<(String, standard_mediation_model::Cell)> {
    let Json::Map(members) = &node.value else { return Vec::new() };
    members.iter().filter_map(|member| parameter(&member.key, &member.node, remarks)).collect()
}

enum Ours {
    Hours(usize),
    Together(Vec<String>),
}

/// What a check is for us, when we say the same, and the published schema will say it back.
fn ours(check: &CustomCheck, fields: &[Field]) -> Option<Ours> {
    let rank = |name: &str| fields.iter().position(|field| field.name == name);
    let mut parameters = check.parameters.iter();
    let (key, column) = parameters.next().filter(|(key, _)| key == "column")?;
    let [column] = column.parts() else { return None };
    debug_assert_eq!(key, "column");
    match check.name.as_str() {
        "opening-hours-value" if parameters.next().is_none() => {
            rank(column).filter(|rank| fields[*rank].kind == Kind::Text && !fields[*rank].multiple).map(Ours::Hours)
        }
        "cohesive-columns-value" => {
            let (_, others) = parameters.next().filter(|(key, _)| key == "othercolumns")?;
            let names: Vec<String> = std::iter::once(column).chain(others.parts()).cloned().collect();
            let known = names.len() > 1 && names.iter().all(|name| rank(name).is_some());
            (known && parameters.next().is_none()).then_some(Ours::Together(names))
        }
        _ => None,
    }
}

fn together(names: &[String]) -> CrossRule {
    let list = names.join(", ");
    CrossRule {
        name: format!("{}-ensemble", slug(&names.join("_")).replace('_', "-")),
        kind: CrossKind::Together { fields: names.to_vec() },
        level: Level::Recommendation,
        title: format!("{list} vont ensemble"),
        explanation: format!("Les colonnes {list} se lisent ensemble : l'une sans l'autre ne sert à rien."),
        remedy: "Remplissez-les toutes, ou videz-les toutes.".into(),
    }
}
