//! The form of a file: its keys and the kinds of their values, against the schema of its shape.
//!
//! In: a tree, and a shape reflected by schemars. Out: every unknown key, missing key, wrong kind and missing quote,
//! at once. Must not know any particular file: what it says comes from [`super::shapes`].

use std::collections::BTreeMap;

use regex::Regex;
use schemars::JsonSchema;
use serde_json::{Map, Value};
use standard_mediation_model::hint;

use super::ambiguous::{self, Bare};
use super::report::Report;
use super::shapes;
use super::tree::{Node, NodeKind};

/// The schema of one kind of file, ready to check many.
pub(crate) struct Schema {
    root: Value,
    patterns: BTreeMap<String, Regex>,
}

impl Schema {
    /// The schema of a shape.
    pub(crate) fn of<T: JsonSchema>() -> Self {
        let root = shapes::schema::<T>();
        let mut patterns = BTreeMap::new();
        gather(&root, &mut patterns);
        Self { root, patterns }
    }

    /// Checks a tree. True when the shape can be decoded from it.
    pub(crate) fn check(&self, root: &Node, text: &str, report: &mut Report<'_>) -> bool {
        let mut form = Form { schema: self, text, report, sound: true };
        form.node(root, &self.root, "");
        form.sound
    }
}

/// The expressions of a schema, compiled once.
fn gather(schema: &Value, patterns: &mut BTreeMap<String, Regex>) {
    match schema {
        Value::Object(entries) => {
            if let Some(pattern) = entries.get("pattern").and_then(Value::as_str)
                && let Ok(regex) = Regex::new(pattern)
            {
                patterns.insert(pattern.to_owned(), regex);
            }
            entries.values().for_each(|value| gather(value, patterns));
        }
        Value::Array(items) => items.iter().for_each(|value| gather(value, patterns)),
        _ => {}
    }
}

struct Form<'s, 'a, 'r> {
    schema: &'s Schema,
    text: &'a str,
    report: &'a mut Report<'r>,
    sound: bool,
}

impl<'s> Form<'s, '_, '_> {
    /// Checks a node. `key` is the key it is the value of, for messages.
    fn node(&mut self, node: &Node, schema: &'s Value, key: &str) {
        let branches = self.branches(schema);
        match &node.kind {
            NodeKind::Map(entries) => match branches.iter().find(|branch| is(branch, "object")) {
                Some(schema) => self.map(node, entries, schema),
                None => self.kind(node, key, &branches, "un bloc de clés"),
            },
            NodeKind::List(items) => match branches.iter().find(|branch| is(branch, "array")) {
                Some(schema) => {
                    if items.is_empty() && schema.get("x-vide").is_none() {
                        self.fault(
                            node,
                            "liste-vide",
                            format!("la liste « {key} » est vide"),
                            "remplissez-la, ou retirez la ligne".into(),
                        );
                    }
                    let item = schema.get("items").unwrap_or(&Value::Null);
                    for node in items {
                        self.node(node, item, key);
                    }
                }
                None => self.kind(node, key, &branches, "une liste"),
            },
            NodeKind::Scalar { text, plain } => self.scalar(node, text, *plain, &branches, key),
        }
    }

    /// The alternatives of a schema, references followed.
    fn branches(&self, schema: &'s Value) -> Vec<&'s Value> {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let target = self.schema.root.pointer(reference.trim_start_matches('#'));
            return target.map(|target| self.branches(target)).unwrap_or_default();
        }
        for gathers in ["allOf", "anyOf"] {
            if let Some(list) = schema.get(gathers).and_then(Value::as_array) {
                return list.iter().flat_map(|branch| self.branches(branch)).collect();
            }
        }
        vec![schema]
    }

    fn map(&mut self, node: &Node, entries: &[(super::tree::Key, Node)], schema: &'s Value) {
        let none = Map::new();
        let known = schema.get("properties").and_then(Value::as_object);
        let properties = known.unwrap_or(&none);
        let others = schema.get("additionalProperties").filter(|others| others.is_object());
        // A missing key that somebody misspelt is said once, where it is misspelt.
        let mut misspelt = Vec::new();
        for (key, value) in entries {
            if let Some(schema) = known.and_then(|properties| properties.get(&key.text)).or(others) {
                self.node(value, schema, &key.text);
            } else {
                let missing =
                    properties.keys().map(String::as_str).filter(|name| entries.iter().all(|(key, _)| key.text != *name));
                let help = match hint::nearest(&key.text, missing) {
                    Some(near) => {
                        misspelt.push(near.to_owned());
                        format!("vouliez-vous écrire « {near} » ?")
                    }
                    None => format!("les clés possibles sont : {}", properties.keys().cloned().collect::<Vec<_>>().join(", ")),
                };
                self.report.at(key.span.clone(), "cle-inconnue", format!("la clé « {} » n'existe pas ici", key.text), help);
                self.sound = false;
            }
        }
        for name in schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
            if entries.iter().all(|(key, _)| key.text != name) && !misspelt.iter().any(|near| near == name) {
                let at = entries.first().map_or(node.span.clone(), |(key, _)| key.span.clone());
                let what =
                    properties.get(name).and_then(|schema| schema.get("description")).and_then(Value::as_str).unwrap_or_default();
                let help = format!("ajoutez une ligne « {name}: … » ({})", lower_first(what.trim_end_matches('.')));
                self.report.at(at, "cle-manquante", format!("la clé « {name} » manque"), help);
                self.sound = false;
            }
        }
    }

    fn scalar(&mut self, node: &Node, text: &str, plain: bool, branches: &[&'s Value], key: &str) {
        if plain {
            self.swallowed_comment(node);
        }
        let bare = if plain { ambiguous::read(text) } else { Bare::Text };
        if bare == Bare::Null || text.trim().is_empty() {
            // An empty cell is what the counter-example of a required field shows.
            if !plain && key == "valeur" {
                return;
            }
            let message = format!("rien n'est écrit après « {key} »");
            return self.fault(
                node,
                "texte-vide",
                message,
                "remplissez la ligne, ou retirez-la si la clé est facultative".into(),
            );
        }
        let wants = |kind: &str| branches.iter().any(|branch| is(branch, kind));
        if let Some(choices) = branches.iter().find_map(|branch| choices(branch)) {
            if !choices.contains(&text) {
                let help = match hint::nearest(text, choices.iter().copied()) {
                    Some(near) => format!("vouliez-vous écrire « {near} » ?"),
                    None => format!("choisissez parmi : {}", choices.join(", ")),
                };
                self.fault(node, "choix-inconnu", format!("« {text} » n'est pas un choix possible pour « {key} »"), help);
            }
        } else if wants("boolean") {
            if !(plain && matches!(text, "true" | "false")) {
                let help = match hint::folded(text).as_str() {
                    "oui" | "yes" | "vrai" | "on" | "true" | "y" => "écrivez true, sans guillemets",
                    "non" | "no" | "faux" | "off" | "false" | "n" => "écrivez false, sans guillemets",
                    _ => "écrivez true (oui) ou false (non), sans guillemets",
                };
                self.fault(
                    node,
                    "genre-de-valeur",
                    format!("« {key} » se répond par true ou false, pas par « {text} »"),
                    help.into(),
                );
            }
        } else if (wants("number") || wants("integer")) && !wants("string") {
            self.number(node, text, plain, branches, key);
        } else if wants("string") {
            if bare != Bare::Text && !(bare == Bare::Number && wants("number")) {
                let seen = match bare {
                    Bare::Boolean => "pour un oui ou un non",
                    Bare::Number => "pour un nombre",
                    _ => "pour une date ou une heure",
                };
                let message = format!("d'autres logiciels prendraient « {text} » {seen}, pas pour un texte");
                self.fault(node, "guillemets-manquants", message, format!("mettez des guillemets : \"{text}\""));
            } else {
                self.string(node, text, branches, key);
            }
        } else {
            self.kind(node, key, branches, "un texte");
        }
    }

    fn number(&mut self, node: &Node, text: &str, plain: bool, branches: &[&'s Value], key: &str) {
        let integer = branches.iter().any(|branch| is(branch, "integer"));
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && plain);
        let minimum = branches.iter().find_map(|branch| branch.get("minimum")).and_then(Value::as_f64);
        let fits =
            number.is_some_and(|number| (!integer || number.fract() == 0.0) && minimum.is_none_or(|minimum| number >= minimum));
        if fits {
            return;
        }
        let help = match (number, minimum) {
            (Some(_), Some(minimum)) => format!("écrivez un nombre entier, {minimum} au moins"),
            _ if integer => "écrivez un nombre entier, en chiffres et sans guillemets".into(),
            _ => "écrivez un nombre en chiffres, avec un point pour les décimales et sans guillemets".into(),
        };
        self.fault(node, "genre-de-valeur", format!("« {key} » attend un nombre, pas « {text} »"), help);
    }

    fn string(&mut self, node: &Node, text: &str, branches: &[&'s Value], key: &str) {
        let Some(branch) = branches.iter().find(|branch| is(branch, "string")) else { return };
        let length = text.chars().count();
        let one_sign = branch.get("maxLength").and_then(Value::as_u64) == Some(1);
        if one_sign && length != 1 {
            return self.fault(
                node,
                "forme-de-texte",
                format!("« {key} » attend un seul signe, pas « {text} »"),
                "écrivez un signe entre guillemets : \",\"".into(),
            );
        }
        let Some(pattern) = branch.get("pattern").and_then(Value::as_str) else { return };
        if self.schema.patterns.get(pattern).is_some_and(|regex| !regex.is_match(text)) {
            let words = branch.get("x-en-clair").and_then(Value::as_str).unwrap_or("la forme que montre un fichier voisin");
            self.fault(
                node,
                "forme-de-texte",
                format!("« {text} » n'a pas la forme attendue pour « {key} »"),
                format!("il faut {words}"),
            );
        }
    }

    /// ` #` in a bare text starts a comment: what follows is lost without a word.
    fn swallowed_comment(&mut self, node: &Node) {
        let rest = self.text[node.span.end..].lines().next().unwrap_or_default();
        let comment = rest.trim_start();
        if rest.starts_with(' ') && comment.starts_with('#') && comment[1..].starts_with(|c: char| !c.is_whitespace() && c != '#')
        {
            let at = node.span.end..node.span.end + rest.len();
            let help = "mettez le texte entre guillemets ; pour un vrai commentaire, laissez une espace après « # »";
            self.report.at(at, "commentaire-avale", format!("« {comment} » est lu comme un commentaire et serait perdu"), help);
        }
    }

    fn kind(&mut self, node: &Node, key: &str, branches: &[&'s Value], got: &str) {
        let wanted = branches
            .iter()
            .filter_map(|branch| branch.get("type").and_then(Value::as_str).filter(|kind| *kind != "null"))
            .map(|kind| match kind {
                "object" => "un bloc de clés",
                "array" => "une liste",
                "boolean" => "true ou false",
                "number" | "integer" => "un nombre",
                _ => "un texte",
            });
        let mut wanted: Vec<&str> = wanted.collect();
        wanted.dedup();
        let wanted = if wanted.is_empty() { "un mot de la liste permise".to_owned() } else { wanted.join(" ou ") };
        let subject = if key.is_empty() { "ce fichier".to_owned() } else { format!("« {key} »") };
        let help = match wanted.as_str() {
            "une liste" => "écrivez chaque élément sur sa ligne, après un tiret : « - élément »".into(),
            _ => format!("écrivez {wanted}"),
        };
        self.fault(node, "genre-de-valeur", format!("{subject} attend {wanted}, et ceci est {got}"), help);
    }

    fn fault(&mut self, node: &Node, rule: &'static str, message: String, help: String) {
        self.report.at(node.span.clone(), rule, message, help);
        self.sound = false;
    }
}

/// Whether a schema allows a kind. Optional values are written `["string", "null"]`.
fn is(schema: &Value, kind: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(one)) => one == kind,
        Some(Value::Array(several)) => several.iter().any(|one| one == kind),
        _ => kind == "object" && schema.get("properties").is_some(),
    }
}

/// The words of a closed choice, when the schema is one.
fn choices(schema: &Value) -> Option<Vec<&str>> {
    if let Some(list) = schema.get("enum").and_then(Value::as_array) {
        return list.iter().map(Value::as_str).collect();
    }
    let list = schema.get("oneOf").and_then(Value::as_array)?;
    list.iter().map(|item| item.get("const").and_then(Value::as_str)).collect()
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
