//! `versions.html`, `comparer.html`, `comparer/<avant>-<après>.html`: what each version changed, and any two side by side,
//! in both directions.

use serde_json::{Value, json};
use standard_mediation_model::diff::{Difference, compare};
use standard_mediation_model::{Change, Impact, Standard, Version};

use super::Site;
use super::links::Links;
use super::shell::{self, Page, Section};
use crate::Artifact;
use crate::emit::sheet::Leads;
use crate::emit::{anchor, history, words};

pub(super) fn pages(site: &Site<'_>) -> Vec<Artifact> {
    let versions: Vec<(Version, &Standard)> = site.versions().collect();
    let others = |after: &(Version, &Standard)| {
        let others = versions.iter().filter(|before| before.0 != after.0);
        others.map(|before| comparison(site, before.1, after.1)).collect::<Vec<_>>()
    };
    let compared = versions.iter().flat_map(others);
    [journal(site), index(site, &versions)].into_iter().chain(compared).collect()
}

/// A page of as many groups at most has no table of contents.
const SHORT: usize = 3;

fn name(before: Version, after: Version) -> String {
    format!("comparer/{before}-{after}.html")
}

/// What each version changed, newest first.
fn journal(site: &Site<'_>) -> Artifact {
    let standard = site.standard;
    let links = Links { standard, up: "" };
    let is_readable = |version: Version| site.versions().any(|(known, _)| known == version);
    let version = |entry: &history::Entry<'_>| {
        let of = |impact| -> Vec<Value> {
            entry.changes.iter().filter(|change| change.impact == impact).map(|change| change_view(&links, change)).collect()
        };
        let told = [Impact::Major, Impact::Minor, Impact::Patch].into_iter().flat_map(of).collect::<Vec<_>>();
        let previous = entry.comparison.map(|comparison| comparison.before).filter(|before| is_readable(*before));
        json!({
            "numero": entry.version,
            "ancre": format!("version-{}", anchor(&entry.version.to_string())),
            "date": entry.date.in_words(),
            "publiee": entry.published,
            "presente": entry.version == standard.identity.version,
            "evolutions": told,
            "comparaison": previous.map(|before| json!({ "avant": before, "lien": name(before, entry.version) })),
        })
    };
    let entries = history::entries(standard);
    let page = Page {
        path: "versions.html".into(),
        title: "Versions",
        description: "Ce que chaque version du standard a changé, pourquoi, et qui l'a décidé.",
        section: Section::Versions,
        above: &[],
        template: "versions",
        view: json!({ "versions": entries.iter().map(version).collect::<Vec<_>>() }),
    };
    shell::page(site, &page)
}

fn change_view(links: &Links<'_>, change: &Change) -> Value {
    let mut view = links.change(change);
    let columns: Vec<Value> = change.fields.iter().map(|name| links.column(name)).collect();
    view["ancre"] = anchor(&change.name).into();
    view["description"] = change.description.as_str().into();
    view["raison"] = change.reason.as_str().into();
    view["plusieurs_colonnes"] = (columns.len() > 1).into();
    view["colonnes"] = columns.into();
    view["valeurs"] = values(links, change).into();
    view
}

/// The values of a change that still exist.
pub(super) fn values(links: &Links<'_>, change: &Change) -> Vec<Value> {
    let standard = links.standard;
    let vocabularies = change.fields.iter().filter_map(|name| standard.vocabulary_of(standard.field(name)?));
    let value = |code: &String| {
        let vocabulary = vocabularies.clone().find(|vocabulary| vocabulary.by_code(code).is_some())?;
        let label = &vocabulary.by_code(code)?.label;
        Some(json!({ "libelle": label, "lien": links.value(&vocabulary.name, code) }))
    };
    change.values.iter().filter_map(value).collect()
}

/// Which two versions to compare.
fn index(site: &Site<'_>, versions: &[(Version, &Standard)]) -> Artifact {
    let row = |(before, _): &(Version, &Standard)| {
        let cell = |(after, _): &(Version, &Standard)| json!({ "apres": after, "lien": (before != after).then(|| name(*before, *after)) });
        json!({ "version": before, "cases": versions.iter().map(cell).collect::<Vec<_>>() })
    };
    let several = versions.len() > 1;
    let view = json!({
        "lignes": versions.iter().filter(|_| several).map(row).collect::<Vec<_>>(),
        "apres": versions.iter().map(|(version, _)| version).collect::<Vec<_>>(),
    });
    let page = Page {
        path: "comparer.html".into(),
        title: "Comparer deux versions",
        description: "Deux versions du standard, colonne par colonne et valeur par valeur.",
        section: Section::Versions,
        above: &[("Versions", "versions.html")],
        template: "comparer",
        view,
    };
    shell::page(site, &page)
}

fn comparison(site: &Site<'_>, before: &Standard, after: &Standard) -> Artifact {
    let (from, to) = (before.identity.version, after.identity.version);
    let path = name(from, to);
    let links = shell::links(site, &path);
    let differences = compare(before, after);
    let counted = |impact: Impact| differences.iter().filter(|difference| difference.impact == impact).count();
    let mut groups: Vec<(Option<String>, Vec<Value>)> = Vec::new();
    for difference in &differences {
        let (subject, view) = (subject(difference), line(&links, difference));
        match groups.iter_mut().find(|(known, _)| *known == subject) {
            Some((_, lines)) => lines.push(view),
            None => groups.push((subject, vec![view])),
        }
    }
    let group = |(subject, lines): (Option<String>, Vec<Value>)| {
        let column = subject.as_deref().map(|name| links.column(name));
        let place = subject.as_deref().map_or("ensemble".into(), |name| format!("colonne-{}", anchor(name)));
        json!({ "colonne": column, "ancre": place, "ecarts": lines })
    };
    let view = json!({
        "avant": from,
        "apres": to,
        "retour": from > to,
        "inverse": name(to, from).trim_start_matches("comparer/"),
        "majeurs": counted(Impact::Major),
        "mineurs": counted(Impact::Minor),
        "correctifs": counted(Impact::Patch),
        "sommaire": groups.len() > SHORT,
        "groupes": groups.into_iter().map(group).collect::<Vec<_>>(),
    });
    let title = format!("De {from} à {to}");
    let described = format!("Ce qui change de la version {from} à la version {to} du standard.");
    let page = Page {
        path,
        title: &title,
        description: &described,
        section: Section::Versions,
        above: &[("Versions", "versions.html"), ("Comparer deux versions", "comparer.html")],
        template: "comparaison",
        view,
    };
    shell::page(site, &page)
}

/// The column that a difference is told under; `None` for the standard as a whole.
fn subject(difference: &Difference) -> Option<String> {
    difference.fields.first().map(|names| names.shown().to_owned())
}

fn line(links: &Links<'_>, difference: &Difference) -> Value {
    let mut view = links.difference(difference);
    // Long texts are told by their column's own page.
    view["texte"] = words::within(view["texte"].as_str().unwrap_or_default(), 600).into();
    view["question"] = difference.question.clone().into();
    view
}
