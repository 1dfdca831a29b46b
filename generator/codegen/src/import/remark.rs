//! What an import has to say: what it corrected, guessed, could not keep.
//!
//! Everything that a schema holds is either kept or named here, with its place: an object that is read gives each of its
//! members once, and those that nobody asked for are remarks.

use std::ops::Range;

use standard_mediation_model::Finding;
use standard_mediation_model::count::number;

use super::json::{Member, Node, Value};
use crate::source::Report;

/// The remarks about one file.
pub(super) struct Remarks<'a> {
    report: Report<'a>,
    room: usize,
}

/// More remarks than anybody reads.
const MAX_REMARKS: usize = 2_000;

impl<'a> Remarks<'a> {
    pub(super) fn new(path: &'a str, text: &'a str) -> Self {
        Self { report: Report::new(path, text), room: MAX_REMARKS }
    }

    /// A fault that leaves nothing to import.
    pub(super) fn fault(&mut self, at: Range<usize>, rule: &'static str, message: impl Into<String>, help: impl Into<String>) {
        self.report.at(at, rule, message, help);
    }

    /// A file that is no text, hence without a place in it.
    pub(super) fn unreadable(&mut self, message: String) {
        self.report.whole("import-illisible", message, "donnez un schema.json, un fichier de texte en UTF-8");
    }

    /// Something now means more, or less, than it did.
    pub(super) fn corrected(&mut self, at: Range<usize>, message: impl Into<String>) {
        let help = "rien à faire si c'est ce qui était voulu ; sinon, changez la valeur dans la source";
        self.say(at, "import-correction", message.into(), help);
    }

    /// Something that the file does not say was understood from the rest.
    pub(super) fn deduced(&mut self, at: Range<usize>, message: impl Into<String>) {
        let help = "vérifiez-le, et changez-le dans la source si ce n'est pas ce qui était voulu";
        self.say(at, "import-deduction", message.into(), help);
    }

    /// Something has no place in our model, and is left out.
    pub(super) fn homeless(&mut self, at: Range<usize>, what: &str, why: &str) {
        let message = format!("{what} n'a pas de place dans le standard : {why}");
        let help = "si elle compte, dites-la dans la description du champ ou du standard";
        self.say(at, "import-sans-place", message, help);
    }

    fn say(&mut self, at: Range<usize>, rule: &'static str, message: String, help: &str) {
        let Some(room) = self.room.checked_sub(1) else { return };
        self.room = room;
        if room == 0 {
            let message = format!("il y a plus de {} remarques : les autres ne sont pas dites", number(MAX_REMARKS));
            return self.report.at(at, "import-sans-place", message, "vérifiez que c'est le bon fichier");
        }
        self.report.at(at, rule, message, help);
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.report.into_findings();
        findings.sort();
        findings.dedup();
        findings
    }
}

/// An object being read, member by member.
pub(super) struct Object<'n> {
    members: &'n [Member],
    taken: Vec<bool>,
}

impl<'n> Object<'n> {
    /// The members of a node; `None` when it is not an object.
    pub(super) fn of(node: &'n Node) -> Option<Self> {
        match &node.value {
            Value::Map(members) => Some(Self { members, taken: vec![false; members.len()] }),
            _ => None,
        }
    }

    /// A member, which then has been seen. `null` is nothing.
    pub(super) fn take(&mut self, key: &str) -> Option<&'n Member> {
        let at = self.members.iter().position(|member| member.key == key)?;
        self.taken[at] = true;
        self.members.get(at).filter(|member| member.node.value != Value::Null)
    }

    /// A text that holds something.
    pub(super) fn text(&mut self, key: &str, remarks: &mut Remarks<'_>) -> Option<(&'n str, Range<usize>)> {
        let member = self.take(key)?;
        match &member.node.value {
            Value::Text(text) if !text.trim().is_empty() => Some((text.trim(), member.node.span.clone())),
            Value::Text(_) => None,
            _ => {
                remarks.homeless(member.node.span.clone(), &format!("la clé « {key} »"), "il faudrait un texte");
                None
            }
        }
    }

    /// The items of a list.
    pub(super) fn list(&mut self, key: &str, remarks: &mut Remarks<'_>) -> &'n [Node] {
        let Some(member) = self.take(key) else { return &[] };
        if let Value::List(items) = &member.node.value {
            return items;
        }
        remarks.homeless(member.node.span.clone(), &format!("la clé « {key} »"), "il faudrait une liste");
        &[]
    }

    /// Names the members that nobody took. `owner` says whose they are.
    pub(super) fn rest(self, owner: &str, remarks: &mut Remarks<'_>) {
        for (member, taken) in self.members.iter().zip(self.taken) {
            if !taken && member.node.value != Value::Null {
                let what = format!("la clé « {} » {owner}", member.key);
                remarks.homeless(member.key_span.clone(), &what, "notre modèle ne la connaît pas");
            }
        }
    }
}

/// A value as the text that a cell of CSV would hold, when it has one.
pub(super) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) | Value::Number(text) => Some(text.clone()),
        Value::Bool(is) => Some(is.to_string()),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

/// A value written as compact JSON.
pub(super) fn compact(value: &Value) -> String {
    fn plain(value: &Value) -> serde_json::Value {
        match value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(is) => (*is).into(),
            Value::Number(text) => serde_json::from_str(text).unwrap_or_else(|_| text.clone().into()),
            Value::Text(text) => text.clone().into(),
            Value::List(items) => items.iter().map(|item| plain(&item.value)).collect(),
            Value::Map(members) => members.iter().map(|member| (member.key.clone(), plain(&member.node.value))).collect(),
        }
    }
    plain(value).to_string()
}
