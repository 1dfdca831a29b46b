//! The tags of a page that we wrote: every attribute between double quotes, nothing left open.

use std::collections::BTreeMap;

/// A tag that opens.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
}

/// Tags that nothing closes.
const VOID: [&str; 6] = ["meta", "link", "input", "br", "img", "hr"];

/// The tags of a page, in order. Panics where a browser would have to guess.
pub(super) fn tags(path: &str, html: &str) -> Vec<Tag> {
    let mut out = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>").unwrap_or_else(|| panic!("{path}: no doctype"));
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "{path}: a stray > in {:?}", &rest[..start]);
        rest = &rest[start + 1..];
        if let Some(closing) = rest.strip_prefix('/') {
            let (name, after) = closing.split_once('>').expect("a tag ends");
            let opened = open.pop();
            assert_eq!(opened.as_deref(), Some(name), "{path}: </{name}> closes another, before {:?}", after.get(..80));
            rest = after;
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).expect("a tag ends");
        let name = rest[..end].to_owned();
        assert!(!name.is_empty(), "{path}: not a tag: <{:?}", rest.get(..60));
        rest = &rest[end..];
        let mut attributes = BTreeMap::new();
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('>') {
                rest = after;
                break;
            }
            let end = rest.find(['=', ' ', '>', '\n']).expect("an attribute ends");
            let key = rest[..end].to_owned();
            let plain = key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            assert!(!key.is_empty() && plain, "{path}: an attribute of <{name}>: {:?}", rest.get(..60));
            rest = &rest[end..];
            let value = if let Some(quoted) = rest.strip_prefix("=\"") {
                let (value, after) = quoted.split_once('"').expect("a quote closes");
                rest = after;
                unescaped(value)
            } else {
                assert!(!rest.starts_with('='), "{path}: {key} without quotes");
                String::new()
            };
            assert!(attributes.insert(key.clone(), value).is_none(), "{path}: {key} twice");
        }
        if !VOID.contains(&name.as_str()) {
            open.push(name.clone());
        }
        out.push(Tag { name, attributes });
    }
    assert!(open.is_empty(), "{path}: never closed: {open:?}");
    out
}

/// A text without its references.
pub(super) fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    text.replace("&amp;", "&")
}
