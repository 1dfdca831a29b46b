//! `imprimer.html`, `imprimer/fiches.html`, `imprimer/ateliers.html`: what is put on a table and written upon.
//!
//! Cards, one a column; workshop sheets, one a family of columns or a list of values, each on its own paper. The style of
//! the site holds how they are printed.

use serde_json::{Value, json};
use standard_mediation_model::{Field, Vocabulary};

use super::Site;
use super::shell::{self, Page, Section};
use crate::Artifact;
use crate::emit::{cards, palette, words};

/// Empty rows left for what a workshop adds.
const BLANK_ROWS: usize = 3;

pub(super) fn pages(site: &Site<'_>) -> Vec<Artifact> {
    let blank = vec![Value::Null; BLANK_ROWS];
    let standard = site.standard;
    let family = |group: &standard_mediation_model::Group| {
        json!({
            "titre": group.title,
            "description": group.description,
            "teinte": palette::rank(standard, &group.name),
            "lignes": standard.fields_of(&group.name).map(column).collect::<Vec<_>>(),
            "vides": blank,
        })
    };
    let list = |list: &Vocabulary| {
        let value = |value: &standard_mediation_model::Value| json!({ "titre": value.label, "dit": words::within(&value.definition, 110), "note": null });
        json!({
            "titre": list.title,
            "description": list.description,
            "teinte": 4,
            "lignes": list.values.iter().map(value).collect::<Vec<_>>(),
            "vides": blank,
        })
    };
    let families: Vec<Value> = standard.groups.iter().map(family).collect();
    let lists: Vec<Value> = standard.vocabularies.iter().map(list).collect();
    let sheets = json!({ "feuilles": families.into_iter().chain(lists).collect::<Vec<_>>() });
    let cards = json!({ "familles": cards::families(standard) });
    vec![
        page(site, "imprimer.html", ("Imprimer", &[]), "imprimer", json!({})),
        page(site, "imprimer/fiches.html", ("Fiches des colonnes", ABOVE), "fiches", cards),
        page(site, "imprimer/ateliers.html", ("Feuilles d'atelier", ABOVE), "ateliers", sheets),
    ]
}

const ABOVE: &[(&str, &str)] = &[("Imprimer", "imprimer.html")];

fn column(field: &Field) -> Value {
    let note = if field.required { "obligatoire" } else { "facultatif" };
    json!({ "titre": field.title, "dit": words::within(&field.description, 110), "note": note })
}

fn page(site: &Site<'_>, path: &str, (title, above): (&str, &[(&str, &str)]), template: &str, view: Value) -> Artifact {
    let page = Page {
        path: path.to_owned(),
        title,
        description: "Des feuilles à imprimer pour parler du standard autour d'une table.",
        section: Section::Print,
        above,
        template,
        view,
    };
    shell::page(site, &page)
}
