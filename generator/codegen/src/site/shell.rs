//! What every page has around its content: title, policy, navigation, foot.

use serde_json::{Value, json};

use super::links::{Links, web};
use super::{CHECKER, Site};
use crate::{Artifact, render};

/// Where a page is in the navigation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Home,
    Columns,
    Lists,
    Examples,
    Rules,
    Versions,
    Decisions,
    Print,
    Downloads,
    Search,
    Checker,
}

/// A page that only lacks its surroundings.
pub(super) struct Page<'p> {
    /// Path below the site, `champs/nom.html`: one folder at most.
    pub(super) path: String,
    /// Its title, in a tab of the browser and for search engines.
    pub(super) title: &'p str,
    /// One sentence.
    pub(super) description: &'p str,
    pub(super) section: Section,
    /// Pages above it: title, path below the site.
    pub(super) above: &'p [(&'p str, &'p str)],
    /// Name of the template of its content, below `templates/site/`.
    pub(super) template: &'p str,
    pub(super) view: Value,
}

/// Entries of the navigation: words, path, section.
const ENTRIES: &[(&str, &str, Section)] = &[
    ("Colonnes", "colonnes.html", Section::Columns),
    ("Listes", "listes.html", Section::Lists),
    ("Exemples", "exemples.html", Section::Examples),
    ("Règles", "regles.html", Section::Rules),
    ("Versions", "versions.html", Section::Versions),
    ("Décisions", "decisions.html", Section::Decisions),
    ("Imprimer", "imprimer.html", Section::Print),
    ("Télécharger", "telecharger.html", Section::Downloads),
    ("Rechercher", "recherche.html", Section::Search),
];

/// What a page loads, and what it may do.
pub(super) struct Around<'p> {
    /// Its policy (CSP).
    pub(super) policy: &'p str,
    /// Style sheets besides the one of every page.
    pub(super) styles: &'p [&'p str],
    /// Scripts, which run in this order once the page is read.
    pub(super) scripts: &'p [&'p str],
}

/// What a page may load and do: what the site holds, and nothing else.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";

/// The way from a page to the root of the site.
pub(super) fn up(path: &str) -> &'static str {
    debug_assert!(path.matches('/').count() < 2, "{path}");
    if path.contains('/') { "../" } else { "" }
}

pub(super) fn links<'a>(site: &Site<'a>, path: &str) -> Links<'a> {
    Links { standard: site.standard, up: up(path) }
}

/// Puts a page in its surroundings.
pub(super) fn page(site: &Site<'_>, page: &Page<'_>) -> Artifact {
    let scripts: &[&str] = if page.section == Section::Search { &["recherche.js"] } else { &[] };
    page_with(site, page, &Around { policy: POLICY, styles: &[], scripts })
}

/// Puts a page in surroundings of its own.
pub(super) fn page_with(site: &Site<'_>, page: &Page<'_>, around: &Around<'_>) -> Artifact {
    let up = up(&page.path);
    let identity = &site.standard.identity;
    let entry = |(words, path, section): &(&str, &str, Section)| json!({ "mot": words, "lien": format!("{up}{path}"), "ici": *section == page.section });
    let above = |(title, path): &(&str, &str)| json!({ "titre": title, "lien": format!("{up}{path}") });
    let own = page.section != Section::Home;
    let view = json!({
        "racine": up,
        "politique": around.policy,
        "titre": if own { format!("{} – {}", page.title, identity.title) } else { identity.title.clone() },
        "resume": page.description,
        "standard": identity.title,
        "version": identity.version,
        "date": identity.modified,
        "jour": identity.modified.in_words(),
        "styles": around.styles,
        "scripts": around.scripts,
        "sur_place": page.section == Section::Checker,
        "accueil": own.then(|| format!("{up}index.html")),
        "verifier": site.has_checker().then(|| format!("{up}{CHECKER}")),
        "entrees": ENTRIES.iter().map(entry).collect::<Vec<_>>(),
        "chemin": page.above.iter().map(above).collect::<Vec<_>>(),
        "ici": page.title,
        "contact": identity.contact,
        "depot": web(&identity.repository),
        "licence": { "titre": identity.licence.title, "lien": web(&identity.licence.url) },
        "corps": render::html(&format!("site/{}", page.template), &page.view),
    });
    Artifact::text(&page.path, &render::html("site/page", &view))
}
