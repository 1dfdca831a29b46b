//! The site: its pages, the command that writes and serves it, and what a browser makes of it.

mod command;
mod html;
mod look;
mod pages;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use standard_mediation_codegen::import::{Options, completed, import};
use standard_mediation_codegen::site::{Site, pages};
use standard_mediation_codegen::source;
use standard_mediation_model::{Standard, Version};

use crate::support::{root, sources};

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

/// What breaks naive writers, in every text that a standard holds.
const HOSTILE: &str = "</script></title>\"'`\\ */ ${x} <!-- <b onclick=\"x\">é</b> ]]> &amp; {{x}}";

fn files(standard: &Standard, past: &BTreeMap<Version, Standard>) -> Files {
    let pages = pages(&Site { standard, past, extras: &[] });
    let count = pages.len();
    let files: Files = pages.into_iter().map(|page| (page.path, page.bytes)).collect();
    assert_eq!(files.len(), count, "two files have the same path");
    files
}

/// The real standard and its past, as they load.
fn loaded() -> (Standard, BTreeMap<Version, Standard>) {
    let loaded = source::load(&sources(&root().join("schema")));
    (loaded.standard.expect("the real sources load"), loaded.past)
}

/// The site of the real standard, built once.
fn real() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| {
        let (standard, past) = loaded();
        files(&standard, &past)
    })
}

/// The site of the real standard, every text of which is hostile.
fn hostile() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| {
        let (mut standard, past) = loaded();
        let texts = |texts: &mut [&mut String]| texts.iter_mut().for_each(|text| **text = HOSTILE.into());
        let identity = &mut standard.identity;
        texts(&mut [&mut identity.title, &mut identity.description, &mut identity.contact, &mut identity.licence.title]);
        identity.repository = format!("javascript:{HOSTILE}");
        identity.licence.url = format!("https://a.example/{HOSTILE}");
        for group in &mut standard.groups {
            group.description = HOSTILE.into();
            // Two families of the same title could not be told apart by anybody.
            group.title = format!("{} {HOSTILE}", group.name);
        }
        for field in &mut standard.fields {
            texts(&mut [&mut field.title, &mut field.description]);
            field.usage = Some(format!("https://a.example/{HOSTILE}"));
            field.aliases = vec![HOSTILE.into()];
            field.counter_examples.iter_mut().for_each(|bad| bad.text = HOSTILE.into());
        }
        for vocabulary in &mut standard.vocabularies {
            texts(&mut [&mut vocabulary.title, &mut vocabulary.description]);
            vocabulary.origin = Some(HOSTILE.into());
            for value in &mut vocabulary.values {
                value.label = format!("{}{HOSTILE}", value.code);
                value.definition = HOSTILE.into();
                value.aliases = vec![HOSTILE.into()];
            }
        }
        for rule in &mut standard.rules {
            texts(&mut [&mut rule.title, &mut rule.explanation, &mut rule.remedy]);
        }
        for change in &mut standard.changes {
            texts(&mut [&mut change.title, &mut change.description, &mut change.reason]);
        }
        for decision in &mut standard.decisions {
            texts(&mut [&mut decision.title, &mut decision.description, &mut decision.date]);
        }
        files(&standard, &past)
    })
}

/// The site of somebody else's standard.
fn other(name: &str) -> Files {
    let path = root().join(format!("tests/schemas/{name}/schema.json"));
    let options = Options { version: None, date: "2026-01-15".parse().ok(), references: &[] };
    let imported = import("schema.json", &fs::read(path).expect("a schema"), &options);
    let standard = completed(imported.standard.expect("it is imported")).0;
    files(&standard, &BTreeMap::new())
}

/// Puts files in a folder.
fn put(files: &Files, folder: &Path) {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("writable");
    }
}
