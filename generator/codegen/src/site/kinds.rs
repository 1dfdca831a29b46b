//! `differences.html`, `differences/<id>.html`: each kind of difference between two versions, what it weighs and why.

use serde_json::{Value, json};

use super::shell::{self, Page as Shown, Section};
use super::{Site, markdown};
use crate::Artifact;
use crate::differences::{Family, PAGES, Page};
use crate::emit::anchor;

pub(super) fn pages(site: &Site<'_>) -> Vec<Artifact> {
    [index(site)].into_iter().chain(PAGES.iter().map(|page| one(site, page))).collect()
}

fn weights(page: &Page) -> Vec<&'static str> {
    page.kind.impacts().iter().map(|impact| impact.word()).collect()
}

fn index(site: &Site<'_>) -> Artifact {
    let mut families: Vec<(Family, Vec<Value>)> = Vec::new();
    for page in PAGES {
        let view = json!({ "titre": page.title(), "lien": format!("differences/{}.html", page.id), "niveaux": weights(page) });
        match families.last_mut() {
            Some((family, members)) if *family == page.family => members.push(view),
            _ => families.push((page.family, vec![view])),
        }
    }
    let family = |(family, kinds): (Family, Vec<Value>)| json!({ "titre": family.title(), "ancre": format!("famille-{}", anchor(family.title())), "genres": kinds });
    let page = Shown {
        path: "differences.html".into(),
        title: "Genres de différence",
        description: "Tout ce qui peut différer entre deux versions, et ce que cela pèse pour les données.",
        section: Section::Versions,
        above: &[("Versions", "versions.html")],
        template: "differences",
        view: json!({ "familles": families.into_iter().map(family).collect::<Vec<_>>() }),
    };
    shell::page(site, &page)
}

fn one(site: &Site<'_>, kind: &Page) -> Artifact {
    let view =
        json!({ "titre": kind.title(), "nom": kind.id, "niveaux": weights(kind), "corps": markdown::rendered(kind.body()) });
    let page = Shown {
        path: format!("differences/{}.html", kind.id),
        title: kind.title(),
        description: "Ce qui diffère entre deux versions, ce que cela pèse, et que faire.",
        section: Section::Versions,
        above: &[("Versions", "versions.html"), ("Genres de différence", "differences.html")],
        template: "difference",
        view,
    };
    shell::page(site, &page)
}
