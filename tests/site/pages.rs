//! What must hold of every page, whatever the standard.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::html::{Tag, tags, unescaped};
use super::{Files, HOSTILE, files, hostile, loaded, other, real};
use crate::support::root;

/// Largest page, in bytes.
const LARGEST: usize = 100_000;

/// What a page may load and do.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";

fn pages(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    // What is downloaded is not of the site: its own emitters answer for it.
    let own = |path: &str| path.ends_with(".html") && path.matches('/').count() < 2;
    let own = files.iter().filter(move |(path, _)| own(path));
    own.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("UTF-8")))
}

fn read(files: &Files) -> BTreeMap<&str, Vec<Tag>> {
    pages(files).map(|(path, html)| (path, tags(path, html))).collect()
}

fn ids<'t>(path: &str, tags: &'t [Tag]) -> BTreeSet<&'t str> {
    let mut seen = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.attributes.get("id")) {
        assert!(seen.insert(id.as_str()), "{path}: the id {id} is there twice");
    }
    seen
}

/// The file that an address leads to from a page; `None` when it climbs above the site.
fn resolved(page: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Every link of a site: where it leads must be there. Gives how many were followed.
fn followed(files: &Files) -> usize {
    let read = read(files);
    let ids: BTreeMap<&str, BTreeSet<&str>> = read.iter().map(|(path, tags)| (*path, ids(path, tags))).collect();
    let mut count = 0;
    for (page, tags) in &read {
        for tag in tags {
            for (key, address) in tag.attributes.iter().filter(|(key, _)| ["href", "src", "action"].contains(&key.as_str())) {
                let outside = ["https://", "http://", "mailto:"].iter().any(|start| address.starts_with(start));
                if outside {
                    assert!(tag.name == "a" && key == "href", "{page}: <{} {key}=\"{address}\">", tag.name);
                    continue;
                }
                let plain = |c: char| c.is_ascii_alphanumeric() || "-_./#".contains(c);
                assert!(address.chars().all(plain) && !address.starts_with('/'), "{page}: {address}");
                let (file, place) = address.split_once('#').unwrap_or((address, ""));
                let file = if file.is_empty() { Some((*page).to_owned()) } else { resolved(page, file) };
                let file = file.unwrap_or_else(|| panic!("{page}: {address} leaves the site"));
                assert!(files.contains_key(&file), "{page}: {address} leads nowhere");
                assert!(place.is_empty() || ids[file.as_str()].contains(place), "{page}: {address}: no such place");
                count += 1;
            }
            for of in ["aria-labelledby", "for"] {
                let target = tag.attributes.get(of);
                assert!(target.is_none_or(|id| ids[page].contains(id.as_str())), "{page}: {of} {target:?}");
            }
        }
    }
    count
}

/// What every page has.
fn whole(files: &Files) {
    for (path, tags) in read(files) {
        let named = |name: &str| tags.iter().filter(|tag| tag.name == name).collect::<Vec<_>>();
        assert_eq!((named("main").len(), named("h1").len(), named("title").len()), (1, 1, 1), "{path}");
        assert_eq!(named("html")[0].attributes["lang"], "fr", "{path}");
        let metas = named("meta");
        let policy = metas.iter().find(|meta| meta.attributes.contains_key("http-equiv")).expect("a policy");
        assert_eq!(policy.attributes["content"], POLICY, "{path}");
        assert!(named("style").is_empty(), "{path}: the policy forbids it");
        for script in named("script") {
            assert_eq!((path, script.attributes["src"].as_str()), ("recherche.html", "recherche.js"));
        }
        for tag in &tags {
            let forbidden = tag.attributes.keys().find(|key| key.starts_with("on") || *key == "style" || *key == "srcdoc");
            assert!(forbidden.is_none(), "{path}: <{} {forbidden:?}>", tag.name);
        }
    }
}

#[test]
fn every_link_and_every_anchor_leads_somewhere() {
    let count = followed(real());
    assert!(count > 5_000, "{count} links only");
}

#[test]
fn a_link_that_leads_nowhere_is_seen() {
    let page = |link: &str| {
        let html = format!("<!DOCTYPE html><html lang=\"fr\"><main><h1 id=\"a\">T</h1><a href=\"{link}\">x</a></main></html>");
        Files::from([("champs/a.html".to_owned(), html.into_bytes()), ("b.html".to_owned(), b"<!DOCTYPE html>".to_vec())])
    };
    assert_eq!(followed(&page("../b.html")) + followed(&page("#a")), 2);
    for wrong in ["../c.html", "b.html", "#b", "../../b.html", "/b.html", "javascript:x", "../b.html#a"] {
        let files = page(wrong);
        assert!(std::panic::catch_unwind(|| followed(&files)).is_err(), "{wrong}");
    }
}

#[test]
fn every_page_is_whole_and_small() {
    whole(real());
    for (path, html) in pages(real()) {
        assert!(html.len() < LARGEST, "{path}: {} bytes", html.len());
    }
    let titles: BTreeSet<&str> = pages(real())
        .map(|(_, html)| html.split("<title>").nth(1).expect("a title").split("</title>").next().expect("ends"))
        .collect();
    assert_eq!(titles.len(), pages(real()).count(), "two pages have the same title");
}

#[test]
fn hostile_texts_are_shown_and_never_markup() {
    followed(hostile());
    whole(hostile());
    let mut shown = 0;
    for (path, html) in pages(hostile()) {
        assert!(!html.contains("</script></title>") && !html.contains("<b onclick"), "{path}");
        assert!(!html.contains("href=\"javascript"), "{path}");
        shown += usize::from(unescaped(html).contains(HOSTILE));
    }
    assert!(shown > 60, "{shown} pages only show it");
}

#[test]
fn other_standards_have_a_site_too() {
    for name in ["recharge", "tous-les-types", "motifs"] {
        let files = other(name);
        assert!(followed(&files) > 1_000, "{name}");
        whole(&files);
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
    let (standard, past) = loaded();
    assert!(files(&standard, &past) == *real());
}

#[test]
fn files_to_download_are_those_that_are_told() {
    let (standard, past) = loaded();
    let versions: Vec<String> = past.keys().chain([&standard.identity.version]).map(ToString::to_string).collect();
    for version in &versions {
        let list = std::str::from_utf8(&real()[&format!("telecharger/{version}/SHA256SUMS")]).expect("UTF-8");
        let folder = format!("telecharger/{version}/");
        let page = std::str::from_utf8(&real()[&format!("telecharger/{version}.html")]).expect("UTF-8");
        let mut told = BTreeSet::new();
        for line in list.lines() {
            let (print, name) = line.split_once("  ").expect("a line of prints");
            let bytes = &real()[&format!("{folder}{name}")];
            assert_eq!(print, Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>(), "{name}");
            assert!(
                page.contains(&format!("<a href=\"{version}/{name}\" download>")) && page.contains(print),
                "{version} {name}"
            );
            told.insert(format!("{folder}{name}"));
        }
        let there: BTreeSet<String> = real().keys().filter(|path| path.starts_with(&folder)).cloned().collect();
        assert_eq!(&there - &told, BTreeSet::from([format!("{folder}SHA256SUMS")]), "{version}");
    }
    for (path, bytes) in crate::support::files(&root().join("generated")).iter().filter(|(path, _)| *path != ".artefacts") {
        let place = path.split('/').map(|part| part.trim_start_matches('.')).collect::<Vec<_>>().join("/");
        let place = format!("telecharger/{}/{place}", standard.identity.version);
        assert!(real().get(&place) == Some(bytes), "{path}");
    }
}

/// A frozen version is given as it was frozen.
#[test]
fn frozen_versions_are_given_to_the_byte() {
    let (_, past) = loaded();
    assert!(past.len() >= 5);
    for version in past.keys() {
        let frozen = std::fs::read(root().join(format!("schema/versions/{version}.json"))).expect("a frozen version");
        assert!(real()[&format!("telecharger/{version}/standard.json")] == frozen, "{version}");
    }
}

#[test]
fn any_two_versions_are_compared() {
    let (standard, past) = loaded();
    let mut versions: BTreeSet<_> = past.keys().copied().collect();
    versions.insert(standard.identity.version);
    let pages = real().keys().filter(|path| path.starts_with("comparer/")).count();
    assert_eq!(pages, versions.len() * (versions.len() - 1));
    let index = String::from_utf8_lossy(&real()["comparer.html"]);
    for before in &versions {
        for after in versions.iter().filter(|after| *after != before) {
            let path = format!("comparer/{before}-{after}.html");
            assert!(index.contains(&format!("<a href=\"{path}\">")), "{path}");
            let page = unescaped(std::str::from_utf8(&real()[&path]).expect("UTF-8"));
            assert!(page.contains(&format!("<h1>De {before} à {after}</h1>")), "{path}");
            assert!(page.contains(&format!("<a href=\"{after}-{before}.html\">")), "{path} has no way back");
            assert_eq!(page.contains("plus ancienne"), after < before, "{path}");
        }
    }
    let page = String::from_utf8_lossy(&real()["comparer/1.0.0-1.0.1.html"]);
    assert!(unescaped(&page).contains("La colonne «\u{a0}services\u{a0}» n'est plus obligatoire."), "{page}");
    let page = String::from_utf8_lossy(&real()["comparer/1.0.1-1.0.0.html"]);
    assert!(unescaped(&page).contains("La colonne «\u{a0}services\u{a0}» devient obligatoire."), "{page}");
    // What 1.0.0 declares of its columns is known on the way back, and nobody is asked to change a version of the past.
    let page = unescaped(&String::from_utf8_lossy(&real()["comparer/1.0.0-0.1.1.html"]));
    for said in [
        "La colonne « courriels » s'appelle désormais « courriel ».",
        "La colonne « publics_accueillis » remplace les colonnes « publics_specifiquement_adresses » et « prise_en_charge_specifique ».",
    ] {
        let said = said.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        assert!(page.contains(&said), "{said}: {page}");
    }
    assert!(!page.contains("déclarez-le"), "{page}");
}

/// The sources keep no text of a version older than the tool: the page says where its own schema is, or that there is none.
#[test]
fn versions_of_the_past_say_where_they_were_published() {
    let (standard, past) = loaded();
    let page = |path: &str| unescaped(std::str::from_utf8(&real()[path]).expect("UTF-8"));
    let all = page("telecharger.html");
    for release in &standard.history {
        assert!(past.contains_key(&release.version));
        let address = format!("{}/v{}/schema.json", standard.identity.raw_repository, release.version);
        let own = page(&format!("telecharger/{}.html", release.version));
        for page in [&all, &own] {
            assert_eq!(page.contains(&format!("<a href=\"{address}\">")), release.published, "{}", release.version);
        }
        assert_eq!(own.contains("n'a jamais été publiée"), !release.published, "{}", release.version);
        let lacks = own.split("<h2 id=\"absents\">Ce qui n'est pas proposé</h2>").nth(1).expect("what is not offered");
        assert!(lacks.matches("<li>Les ").count() == 5 && lacks.contains("Le dossier à publier"), "{lacks}");
    }
    assert!(standard.history.iter().any(|release| release.published));
    assert!(standard.history.iter().any(|release| !release.published));
    let present = page(&format!("telecharger/{}.html", standard.identity.version));
    assert!(!present.contains("d'origine") && !present.contains("n'est pas proposé"));
    // An address that is not one of the web is no link.
    let mut other = standard;
    other.identity.raw_repository = "javascript:alert(1)".into();
    assert!(!String::from_utf8_lossy(&files(&other, &past)["telecharger.html"]).contains("javascript:"));
}
