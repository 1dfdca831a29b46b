//! From somebody else's Table Schema to our [`Standard`].
//!
//! In: the bytes of a `schema.json` (Table Schema version 1, as the national catalogue publishes them). Out: a standard
//! that accepts and refuses the same cells, and remarks about each thing that was corrected, deduced or left out. Written
//! for the format, not for one file. Whatever the bytes, it returns; nothing touches the disk.
//!
//! ```text
//! {"name": "frais", "constraints": {"pattern": "(?:(?:^|;)(Gratuit|Payant))+$"}}
//!   →  field frais, several values of the list frais (gratuit: Gratuit, payant: Payant), separator ;
//!      remark: a separator before the first value was accepted, no longer is
//! ```

mod addresses;
mod codes;
mod columns;
mod complete;
mod constraints;
mod fields;
mod freeze;
mod identity;
mod json;
mod kinds;
mod pattern;
mod people;
mod reference;
mod remark;
mod separator;

use std::collections::{BTreeMap, BTreeSet};

use standard_mediation_model::count::number;
use standard_mediation_model::{Date, Dialect, Field, Finding, Level, Release, Standard, Version};

pub use freeze::without_texts;

use fields::Read;
use json::Value;
use reference::References;
use remark::{Object, Remarks};

/// Largest schema that is read, in bytes. The largest one published is below 1 MiB.
pub const MAX_SCHEMA_BYTES: usize = 4 << 20;

/// More fields than any published schema has.
const MAX_FIELDS: usize = 2_000;

/// What the person who imports knows besides.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The version it is, whatever the file says.
    pub version: Option<Version>,
    /// The day of that version; without a version, the day for a file that names none.
    pub date: Option<Date>,
    /// Other versions of the same standard, that lend codes and names; the main one first.
    pub references: &'a [Standard],
}

/// The outcome of an import.
#[derive(Debug)]
pub struct Imported {
    /// The standard; `None` when a finding is blocking.
    pub standard: Option<Standard>,
    /// What was corrected, deduced, left out, in the order of the file.
    pub remarks: Vec<Finding>,
    /// The clean text of the file, to show remarks in.
    pub text: String,
}

/// What the sources ask for and a Table Schema does not say, made up or announced; the findings are about the files of
/// the source folder.
pub fn completed(standard: Standard) -> (Standard, Vec<Finding>) {
    complete::complete(standard)
}

/// Reads a Table Schema. `path` names it in remarks.
pub fn import(path: &str, bytes: &[u8], options: &Options<'_>) -> Imported {
    let text = match clean(bytes) {
        Ok(text) => text,
        Err(message) => {
            let mut remarks = Remarks::new(path, "");
            remarks.unreadable(message);
            return Imported { standard: None, remarks: remarks.into_findings(), text: String::new() };
        }
    };
    let mut remarks = Remarks::new(path, text);
    let standard = standard(text, options, &mut remarks);
    let remarks = remarks.into_findings();
    let blocked = remarks.iter().any(|remark| remark.level == Level::Blocking);
    Imported { standard: standard.filter(|_| !blocked), remarks, text: text.to_owned() }
}

fn clean(bytes: &[u8]) -> Result<&str, String> {
    if bytes.len() > MAX_SCHEMA_BYTES {
        return Err(format!("le fichier dépasse {} Mio", MAX_SCHEMA_BYTES >> 20));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count() + 1;
        format!("un caractère de la ligne {line} n'est pas en UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn standard(text: &str, options: &Options<'_>, remarks: &mut Remarks<'_>) -> Option<Standard> {
    let json::Document { root, repeated } = match json::read(text) {
        Ok(document) => document,
        Err(fault) => {
            remarks.fault(fault.span, "import-illisible", fault.message, fault.help);
            return None;
        }
    };
    for (key, at) in repeated {
        remarks.corrected(at, format!("la clé « {key} » est donnée deux fois dans le même objet : la dernière compte"));
    }
    let refused = "l'import lit un schema.json au format Table Schema : un objet avec une liste « fields »";
    let Some(mut object) = Object::of(&root) else {
        remarks.fault(0..1, "import-impossible", "ce n'est pas un Table Schema : ce n'est pas un objet", refused);
        return None;
    };
    let nodes = match object.take("fields").map(|member| &member.node.value) {
        Some(Value::List(nodes)) if nodes.len() > MAX_FIELDS => {
            let message =
                format!("ce schéma a {} champs, plus que les {} qui se lisent", number(nodes.len()), number(MAX_FIELDS));
            remarks.fault(0..1, "import-impossible", message, "un schéma décrit les colonnes d'un fichier, pas ses lignes");
            return None;
        }
        Some(Value::List(nodes)) if !nodes.is_empty() => nodes,
        Some(Value::List(_)) => {
            remarks.fault(0..1, "import-impossible", "ce schéma n'a aucun champ", refused);
            return None;
        }
        _ => {
            remarks.fault(0..1, "import-impossible", "ce n'est pas un Table Schema : il n'a pas de liste « fields »", refused);
            return None;
        }
    };
    let version = identity::version(&mut object, options, remarks);
    let references = References { all: options.references, version };
    let identity = identity::read(&mut object, version, options, references, remarks);
    let mut read: Vec<Read> = nodes.iter().filter_map(|node| fields::read(node, references, remarks)).collect();
    twice(&read, remarks);
    let vocabularies = columns::vocabularies(&mut read, references);
    let of_fields = read.iter_mut().flat_map(|read| std::mem::take(&mut read.checks)).collect::<Vec<_>>();
    let mut fields: Vec<Field> = read.into_iter().map(|read| read.field).collect();
    let groups = columns::groups(&mut fields, references, remarks);
    let list_separator = columns::list_separator(&mut fields);
    let primary_key = columns::primary_key(&mut object, &fields, remarks);
    let missing_values = columns::missing_values(&mut object, remarks);
    let (rules, mut custom_checks) = columns::custom_checks(&mut object, &mut fields, remarks);
    custom_checks.extend(of_fields);
    if let Some(member) = object.take("resources") {
        remarks.homeless(member.key_span.clone(), "la liste « resources »", "les exemples publiés sont produits par l'outil");
    }
    object.rest("du schéma", remarks);
    let main = references.main();
    let dialect = main.map_or_else(|| usual_dialect(&identity.name), |main| main.dialect.clone());
    let history: Vec<Release> =
        main.into_iter().flat_map(|main| &main.history).filter(|past| past.version < version).cloned().collect();
    Some(Standard {
        dialect: Dialect { list_separator, missing_values, ..dialect },
        identity,
        history,
        groups,
        fields,
        vocabularies,
        primary_key,
        custom_checks,
        rules,
        examples: Vec::new(),
        changes: Vec::new(),
        decisions: Vec::new(),
        comparisons: Vec::new(),
        migrations: Vec::new(),
        later: BTreeMap::new(),
    })
}

/// A name that two columns share names neither.
fn twice(read: &[Read], remarks: &mut Remarks<'_>) {
    let mut known = BTreeSet::new();
    for field in read {
        if !known.insert(&field.field.name) {
            let message = format!("deux champs portent le nom « {} »", field.field.name);
            remarks.fault(field.at.clone(), "import-impossible", message, "renommez ou retirez l'un des deux dans le schéma");
        }
    }
}

/// How CSV files are written when nothing says it.
fn usual_dialect(name: &str) -> Dialect {
    Dialect {
        encoding: "utf-8".into(),
        delimiter: ',',
        quote: '"',
        list_separator: '|',
        missing_values: Vec::new(),
        file_name: format!("AAAA-MM-JJ_{name}.csv"),
    }
}
