//! `recherche.html`, `recherche.js`: everything that has a page or an anchor, in one list.
//!
//! The list is the index: without a script it is read, with one it is cut down to what is typed, whatever the accents and
//! capitals. What is said of each entry is cut so that the page stays small; past the last size, values of the longest
//! lists are left to their own page.

use serde_json::{Value, json};
use standard_mediation_model::{Field, Vocabulary};

use super::Site;
use super::links::Links;
use super::shell::{self, Page, Section};
use crate::emit::sheet::Leads;
use crate::emit::{anchor, words};
use crate::rules::RULES;
use crate::{Artifact, differences};

/// Size of the page that is aimed at, in bytes.
const AIM: usize = 96_000;

pub(super) fn pages(site: &Site<'_>) -> Vec<Artifact> {
    let script = Artifact::text("recherche.js", include_str!("../../../../templates/site/recherche.js"));
    let sizes = [(160, usize::MAX), (90, usize::MAX), (0, usize::MAX), (0, 200), (0, 0)];
    let mut pages = sizes.into_iter().map(|(length, values)| page(site, length, values));
    let small = pages.find(|page| page.bytes.len() <= AIM);
    [script, small.unwrap_or_else(|| page(site, 0, 0))].into()
}

fn page(site: &Site<'_>, length: usize, values: usize) -> Artifact {
    let standard = site.standard;
    let links = Links { standard, up: "" };
    let mut groups = vec![group("Colonnes", standard.fields.iter().map(|field| column(&links, field, length)))];
    for list in &standard.vocabularies {
        let entries = list.values.iter().take(values).map(|entry| value(&links, list, entry, length));
        let whole = entry(&list.title, &links.vocabulary(&list.name), &words::within(&list.description, length), &list.name);
        groups.push(group(&format!("Liste : {}", list.title), [whole].into_iter().chain(entries)));
    }
    let changes = standard.changes.iter().map(|change| {
        let told = links.change(change);
        entry(&change.title, told["lien"].as_str().unwrap_or_default(), &format!("version {}", change.version), "")
    });
    groups.push(group("Changements", changes));
    let decisions = standard
        .decisions
        .iter()
        .map(|decision| entry(&decision.title, &format!("decisions.html#{}", anchor(&decision.name)), &decision.date, ""));
    groups.push(group("Décisions", decisions));
    let cross = standard.rules.iter().map(|rule| (rule.title.as_str(), rule.name.as_str()));
    let rules = cross.chain(RULES.iter().map(|rule| (rule.title(), rule.id)));
    groups.push(group("Règles", rules.map(|(title, id)| entry(title, &format!("regles/{}.html", anchor(id)), "", id))));
    let kinds = differences::PAGES.iter();
    let kinds = kinds.map(|kind| entry(kind.title(), &format!("differences/{}.html", kind.id), "", kind.id));
    groups.push(group("Genres de différence", kinds));
    let page = Page {
        path: "recherche.html".into(),
        title: "Rechercher",
        description: "Tout ce que le site contient, en une liste.",
        section: Section::Search,
        above: &[],
        template: "recherche",
        view: json!({ "groupes": groups.into_iter().flatten().collect::<Vec<_>>() }),
    };
    shell::page(site, &page)
}

fn group(title: &str, entries: impl Iterator<Item = Value>) -> Option<Value> {
    let entries: Vec<Value> = entries.collect();
    (!entries.is_empty()).then(|| json!({ "titre": title, "entrees": entries }))
}

/// `also`: words that lead to it and are not shown.
fn entry(title: &str, link: &str, said: &str, also: &str) -> Value {
    json!({ "titre": title, "lien": link, "dit": said, "aussi": also })
}

fn column(links: &Links<'_>, field: &Field, length: usize) -> Value {
    let former = field.former_names.iter().map(|former| former.name.as_str());
    let also: Vec<&str> =
        [field.name.as_str()].into_iter().chain(former).chain(field.aliases.iter().map(String::as_str)).collect();
    entry(&field.title, &links.field(&field.name), &words::within(&field.description, length), &also.join(" "))
}

fn value(links: &Links<'_>, list: &Vocabulary, value: &standard_mediation_model::Value, length: usize) -> Value {
    let also: Vec<&str> = [value.code.as_str()].into_iter().chain(value.aliases.iter().map(String::as_str)).collect();
    entry(&value.label, &links.value(&list.name, &value.code), &words::within(&value.definition, length), &also.join(" "))
}
