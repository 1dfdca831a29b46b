//! `index.html`, `colonnes.html`, `listes.html`: the ways in.

use serde_json::{Value, json};
use standard_mediation_model::{Field, Level, Vocabulary};

use super::Site;
use super::links::{Links, web};
use super::shell::{self, Page, Section};
use crate::Artifact;
use crate::emit::sheet::Leads;
use crate::emit::{anchor, palette, words};

/// The home page: three doors, then the families of columns and the lists.
pub(super) fn home(site: &Site<'_>) -> Artifact {
    let standard = site.standard;
    let identity = &standard.identity;
    let links = Links { standard, up: "" };
    let families = standard.groups.iter().map(|group| {
        json!({
            "titre": group.title,
            "description": group.description,
            "lien": format!("colonnes.html#{}", anchor(&group.name)),
            "teinte": palette::rank(standard, &group.name),
            "champs": standard.fields_of(&group.name).map(|field| links.named(field)).collect::<Vec<_>>(),
        })
    });
    let view = json!({
        "titre": identity.title,
        "description": identity.description,
        "version": identity.version,
        "date": identity.modified,
        "depot": web(&identity.repository),
        "contact": identity.contact,
        "verifier": site.has_checker(),
        "familles": families.collect::<Vec<_>>(),
        "listes": standard.vocabularies.iter().map(|list| list_view(&links, list)).collect::<Vec<_>>(),
    });
    let described = words::within(&identity.description, 300);
    let page = Page {
        path: "index.html".into(),
        title: "Accueil",
        description: &described,
        section: Section::Home,
        above: &[],
        template: "accueil",
        view,
    };
    shell::page(site, &page)
}

/// The columns, family by family, and how a file is written.
pub(super) fn columns(site: &Site<'_>) -> Artifact {
    let standard = site.standard;
    let links = Links { standard, up: "" };
    let families = standard.groups.iter().map(|group| {
        json!({
            "ancre": anchor(&group.name),
            "titre": group.title,
            "description": group.description,
            "champs": standard.fields_of(&group.name).map(|field| row(&links, field)).collect::<Vec<_>>(),
        })
    });
    let view = json!({ "familles": families.collect::<Vec<_>>(), "format": standard.dialect });
    let page = Page {
        path: "colonnes.html".into(),
        title: "Colonnes",
        description: "Les colonnes du fichier, famille par famille, et la façon de l'écrire.",
        section: Section::Columns,
        above: &[],
        template: "colonnes",
        view,
    };
    shell::page(site, &page)
}

fn row(links: &Links<'_>, field: &Field) -> Value {
    json!({
        "nom": field.name,
        "titre": field.title,
        "lien": links.field(&field.name),
        "obligatoire": field.required,
        "multiple": field.multiple,
        "contenu": words::content(links.standard, field),
    })
}

/// The lists of values.
pub(super) fn lists(site: &Site<'_>) -> Artifact {
    let links = Links { standard: site.standard, up: "" };
    let view = json!({ "listes": site.standard.vocabularies.iter().map(|list| list_view(&links, list)).collect::<Vec<_>>() });
    let page = Page {
        path: "listes.html".into(),
        title: "Listes de valeurs",
        description: "Les listes dont certaines colonnes tirent leurs valeurs.",
        section: Section::Lists,
        above: &[],
        template: "listes",
        view,
    };
    shell::page(site, &page)
}

fn list_view(links: &Links<'_>, list: &Vocabulary) -> Value {
    json!({
        "titre": list.title,
        "description": list.description,
        "lien": links.vocabulary(&list.name),
        "conseil": list.level == Level::Recommendation,
        "compte": list.values.len(),
        "plusieurs": list.values.len() > 1,
        "colonnes": links.users(list),
    })
}
