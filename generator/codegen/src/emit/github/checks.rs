//! What GitHub asks of a form, as its documentation says it: a form that breaks one of these is not shown at all.
//!
//! In: a form as values, read by any reader of YAML. Out: what is wrong, in a few words each.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// Keys of a form: name, whether it is needed.
const TOP: &[(&str, bool)] = &[
    ("name", true),
    ("description", true),
    ("body", true),
    ("title", false),
    ("labels", false),
    ("assignees", false),
    ("projects", false),
    ("type", false),
];

/// Kinds of elements: the attributes that each needs, then those it may have.
const KINDS: &[(&str, &[&str], &[&str])] = &[
    ("markdown", &["value"], &[]),
    ("input", &["label"], &["description", "placeholder", "value"]),
    ("textarea", &["label"], &["description", "placeholder", "value", "render"]),
    ("dropdown", &["label", "options"], &["description", "multiple", "default"]),
    ("checkboxes", &["label", "options"], &["description"]),
];

/// Everything that would make GitHub refuse the form.
pub(super) fn faults(form: &Value) -> Vec<String> {
    let mut out = Vec::new();
    let Some(form) = form.as_object() else { return vec!["not a map".to_owned()] };
    for (key, needed) in TOP {
        if *needed && !form.contains_key(*key) {
            out.push(format!("{key} is missing"));
        }
    }
    for (key, value) in form {
        if !TOP.iter().any(|(known, _)| known == key) {
            out.push(format!("{key} is not a key"));
        } else if matches!(key.as_str(), "name" | "description" | "title") && !is_text(value) {
            out.push(format!("{key} must be a text"));
        }
    }
    let body = form.get("body").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if body.iter().all(|element| element["type"] == "markdown") {
        out.push("body asks nothing".to_owned());
    }
    let (mut ids, mut labels) = (BTreeSet::new(), BTreeSet::new());
    for (rank, element) in body.iter().enumerate() {
        let mut found = Vec::new();
        self::element(element, &mut found);
        if let Some(id) = element["id"].as_str() {
            let portable = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
            found.extend((!portable).then(|| "id holds a sign".to_owned()));
            found.extend((!ids.insert(id.to_owned())).then(|| "id is not unique".to_owned()));
        }
        let boxes = element.pointer("/attributes/options").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        for label in [&element["attributes"]["label"]].into_iter().chain(boxes.iter().map(|choice| &choice["label"])) {
            let Some(label) = label.as_str() else { continue };
            found.extend((!labels.insert(parameterized(label))).then(|| "label is like another".to_owned()));
            found.extend(label.to_lowercase().contains("password").then(|| "label holds a forbidden word".to_owned()));
        }
        out.extend(found.into_iter().map(|fault| format!("body[{rank}]: {fault}")));
    }
    out
}

fn element(element: &Value, out: &mut Vec<String>) {
    let kind = KINDS.iter().find(|(kind, ..)| element["type"] == **kind);
    let Some((kind, needed, optional)) = kind else { return out.push("type is unknown".to_owned()) };
    for key in element.as_object().into_iter().flat_map(Map::keys) {
        let known =
            matches!(key.as_str(), "type" | "attributes") || *kind != "markdown" && matches!(key.as_str(), "id" | "validations");
        out.extend((!known).then(|| format!("{key} is not a key")));
    }
    let attributes = element["attributes"].as_object();
    for key in *needed {
        let present = attributes.is_some_and(|attributes| attributes.contains_key(*key));
        out.extend((!present).then(|| format!("{key} is missing")));
    }
    for (key, value) in attributes.into_iter().flatten() {
        match key.as_str() {
            key if !needed.contains(&key) && !optional.contains(&key) => out.push(format!("{key} is not an attribute")),
            "options" => options(kind, value, out),
            "multiple" | "default" => {}
            key => out.extend((!is_text(value)).then(|| format!("{key} must be a text"))),
        }
    }
    for (key, value) in element["validations"].as_object().into_iter().flatten() {
        out.extend((key != "required" || !value.is_boolean()).then(|| format!("validations: {key}")));
    }
}

fn options(kind: &str, value: &Value, out: &mut Vec<String>) {
    let options = value.as_array().map(Vec::as_slice).unwrap_or_default();
    out.extend(options.is_empty().then(|| "options are empty".to_owned()));
    let mut seen = BTreeSet::new();
    for option in options {
        let text = if kind == "checkboxes" { &option["label"] } else { option };
        if !is_text(text) {
            out.push("an option must be a text".to_owned());
        } else if text.as_str().is_some_and(|text| text.trim().eq_ignore_ascii_case("none")) {
            out.push("an option is None".to_owned());
        } else if !seen.insert(text.as_str().unwrap_or_default().trim()) {
            out.push("options are not unique".to_owned());
        }
        for (key, value) in option.as_object().into_iter().flatten() {
            let known = key == "label" || key == "required" && value.is_boolean();
            out.extend((!known).then(|| format!("option: {key}")));
        }
    }
}

fn is_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}

/// As GitHub compares labels: lower case, letters and digits, the rest as one hyphen.
fn parameterized(label: &str) -> String {
    let words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
