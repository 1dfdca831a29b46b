//! `champs/<nom>.html`: one column.

use serde_json::{Value, json};
use standard_mediation_model::Field;

use super::links::{Links, web};
use super::shell::{self, Page, Section};
use super::{Site, ages};
use crate::Artifact;
use crate::emit::sheet::Leads;
use crate::emit::{anchor, sheet, words};

pub(super) fn pages(site: &Site<'_>) -> Vec<Artifact> {
    let fields = &site.standard.fields;
    let page = |(rank, field): (usize, &Field)| {
        let neighbours = (rank.checked_sub(1).and_then(|rank| fields.get(rank)), fields.get(rank + 1));
        one(site, field, neighbours)
    };
    fields.iter().enumerate().map(page).collect()
}

fn one(site: &Site<'_>, field: &Field, (before, after): (Option<&Field>, Option<&Field>)) -> Artifact {
    let path = format!("champs/{}.html", anchor(&field.name));
    let links = shell::links(site, &path);
    let group = site.standard.groups.iter().find(|group| group.name == field.group);
    let group_title = group.map_or(field.group.as_str(), |group| &group.title);
    let group_path = format!("colonnes.html#{}", anchor(&field.group));
    let mut view = view(&links, field);
    view["ages"] = ages::of_field(site, field).into();
    view["precedent"] = json!(before.map(|field| links.named(field)));
    view["suivant"] = json!(after.map(|field| links.named(field)));
    let above = [("Colonnes", "colonnes.html"), (group_title, group_path.as_str())];
    let described = words::within(&field.description, 300);
    let page = Page {
        path,
        title: &field.title,
        description: &described,
        section: Section::Columns,
        above: &above,
        template: "champ",
        view,
    };
    shell::page(site, &page)
}

fn view(links: &Links<'_>, field: &Field) -> Value {
    let standard = links.standard;
    let mut view = sheet::field(standard, field, links);
    view["obligatoire"] = field.required.into();
    view["autres_noms"] = (!(field.former_names.is_empty() && field.aliases.is_empty())).into();
    view["histoire"] = sheet::history_of_field(standard, field, links).into();
    view["depot"] = web(&standard.identity.repository).into();
    view
}
