//! `exemples.html`: whole rows, read top to bottom.

use serde_json::{Value, json};
use standard_mediation_model::ExampleRow;

use super::Site;
use super::links::Links;
use super::shell::{self, Page, Section};
use crate::Artifact;
use crate::emit::anchor;

pub(super) fn page(site: &Site<'_>) -> Artifact {
    let links = Links { standard: site.standard, up: "" };
    let page = Page {
        path: "exemples.html".into(),
        title: "Exemples",
        description: "Des lignes entières, dont les cases s'accordent entre elles.",
        section: Section::Examples,
        above: &[],
        template: "exemples",
        view: json!({ "lignes": site.standard.examples.iter().map(|row| view(&links, row)).collect::<Vec<_>>() }),
    };
    shell::page(site, &page)
}

fn view(links: &Links<'_>, row: &ExampleRow) -> Value {
    let standard = links.standard;
    let cells = row.cells.iter().map(|(name, cell)| {
        let text = standard.field(name).map_or_else(|| cell.text(&standard.separator()), |field| standard.text_of(field, cell));
        let mut view = links.column(name);
        view["texte"] = text.into();
        view
    });
    json!({
        "ancre": format!("exemple-{}", anchor(&row.name)),
        "titre": row.title,
        "description": row.description,
        "cellules": cells.collect::<Vec<_>>(),
    })
}
