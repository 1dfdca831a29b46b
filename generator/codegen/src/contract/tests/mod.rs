//! The real tree is silent; each rule has changes of it that fire that rule and no other.

mod hostile;
mod mutations;

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Tree, check};
use crate::emit::{EMITTERS, trial};
use crate::rules::{Family, RULES};

/// The tree emitted from a standard.
fn emitted(standard: &standard_mediation_model::Standard) -> Tree {
    let owners = EMITTERS.iter().filter(|emitter| emitter.writes.iter().any(|path| path.starts_with("publication/")));
    let artifacts = owners.flat_map(|emitter| (emitter.emit)(standard));
    artifacts.filter_map(|artifact| Some((artifact.path.strip_prefix("publication/")?.to_owned(), artifact.bytes))).collect()
}

fn real() -> Tree {
    emitted(&trial::standard())
}

/// The ids of the rules that a tree breaks, once the places have been looked at.
fn fired(tree: &Tree, tag: Option<&str>) -> BTreeSet<String> {
    let findings = check(tree, tag);
    for finding in &findings {
        assert!(!finding.message.is_empty() && !finding.help.is_empty(), "{finding:?}");
        if let Some(span) = finding.place.span {
            let text = std::str::from_utf8(&tree[&finding.place.path]).expect("a text has places");
            assert!(text.get(span.start..span.end).is_some(), "{finding:?}");
        }
    }
    findings.into_iter().map(|finding| finding.rule).collect()
}

/// Changes the text of a file.
fn edit(tree: &mut Tree, path: &str, change: impl FnOnce(&str) -> String) {
    let text = std::str::from_utf8(&tree[path]).expect("UTF-8");
    let changed = change(text);
    assert_ne!(text, changed, "{path} is left as it was");
    tree.insert(path.to_owned(), changed.into_bytes());
}

/// Changes the value of a JSON file.
fn edit_json(tree: &mut Tree, path: &str, change: impl FnOnce(&mut Value)) {
    edit(tree, path, |text| {
        let mut value = serde_json::from_str(text).expect("JSON");
        change(&mut value);
        serde_json::to_string_pretty(&value).expect("JSON")
    });
}

#[test]
fn the_real_tree_is_silent_with_and_without_its_tag() {
    let tree = real();
    assert_eq!(check(&tree, None), []);
    assert_eq!(check(&tree, Some(&trial::standard().identity.version.tag())), []);
}

#[test]
fn another_tag_is_refused() {
    for tag in ["v99.0.0", "99.0.0", "v99", ""] {
        assert_eq!(fired(&real(), Some(tag)), BTreeSet::from(["publication-etiquette".to_owned()]), "{tag}");
    }
}

#[test]
fn each_mutation_fires_its_rule_and_no_other() {
    let real = real();
    let mut failures = Vec::new();
    for (rule, what, mutate) in mutations::all() {
        let mut tree = real.clone();
        mutate(&mut tree);
        if fired(&tree, None) != BTreeSet::from([(*rule).to_owned()]) {
            let said = check(&tree, None).into_iter().map(|finding| format!("{}: {}", finding.rule, finding.message));
            failures.push(format!("{rule}, {what}: {:#?}", said.collect::<Vec<_>>()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn each_rule_of_the_family_has_a_mutation() {
    let rules: BTreeSet<&str> = RULES.iter().filter(|rule| rule.family == Family::Publication).map(|rule| rule.id).collect();
    let tried: BTreeSet<&str> = mutations::all().map(|(rule, ..)| *rule).collect();
    assert_eq!(tried, rules);
}

/// What a person sees: the offending text itself, not the file.
#[test]
fn a_finding_points_at_the_offending_text() {
    let mut tree = real();
    edit(&mut tree, "schema.json", |text| text.replace("\"title\": \"Nom\"", "\"title\": \"Nom (usuel)\""));
    let finding = check(&tree, None).remove(0);
    let span = finding.place.span.expect("a place");
    let text = std::str::from_utf8(&tree["schema.json"]).expect("UTF-8");
    assert_eq!(&text[span.start..span.end], "\"Nom (usuel)\"");
    assert_eq!(text.lines().nth(span.line - 1).map(|line| line.find("\"Nom (usuel)\"")), Some(Some(span.column - 1)));
}

/// Texts that break naive writers break no rule but those about the texts themselves, and about the examples, which
/// still hold the values of the real standard.
#[test]
fn a_hostile_standard_only_breaks_rules_about_texts() {
    let about_texts = ["publication-html", "publication-titre", "publication-valeurs-tues"];
    let about_examples = ["publication-csv-valide", "publication-exemple", "publication-json-exemple"];
    let expected = about_texts.into_iter().chain(about_examples).map(str::to_owned).collect();
    assert_eq!(fired(&emitted(&trial::hostile()), None), expected);
}
