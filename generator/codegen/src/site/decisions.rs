//! `decisions.html`: what the committee decided, followed to the columns and values it changed, and back.

use serde_json::{Value, json};
use standard_mediation_model::{Change, Decision, Standard, Status};

use super::links::Links;
use super::shell::{self, Page, Section};
use super::{Site, versions};
use crate::Artifact;
use crate::emit::anchor;
use crate::emit::sheet::Leads;

pub(super) fn page(site: &Site<'_>) -> Artifact {
    let links = Links { standard: site.standard, up: "" };
    let mut decisions: Vec<&Decision> = site.standard.decisions.iter().collect();
    // What is still to be decided is what people come for; then the newest version first.
    decisions.sort_by_key(|decision| {
        let newest = followed(site.standard, decision).map(|change| change.version).max();
        (decision.status != Status::ToConfirm, std::cmp::Reverse(newest))
    });
    let page = Page {
        path: "decisions.html".into(),
        title: "Décisions",
        description: "Qui a décidé quoi, et ce que c'est devenu.",
        section: Section::Decisions,
        above: &[],
        template: "decisions",
        view: json!({ "decisions": decisions.into_iter().map(|decision| view(&links, decision)).collect::<Vec<_>>() }),
    };
    shell::page(site, &page)
}

fn followed<'a>(standard: &'a Standard, decision: &'a Decision) -> impl Iterator<Item = &'a Change> {
    standard.changes.iter().filter(move |change| change.decision.as_ref() == Some(&decision.name))
}

fn view(links: &Links<'_>, decision: &Decision) -> Value {
    let change = |change: &Change| {
        let mut view = links.change(change);
        view["version"] = json!(change.version);
        view["colonnes"] = change.fields.iter().map(|name| links.column(name)).collect::<Vec<_>>().into();
        view["valeurs"] = versions::values(links, change).into();
        view
    };
    json!({
        "ancre": anchor(&decision.name),
        "titre": decision.title,
        "date": decision.date,
        "a_confirmer": decision.status == Status::ToConfirm,
        "sans_trace": decision.status == Status::Untraced,
        "description": decision.description,
        "changements": followed(links.standard, decision).map(change).collect::<Vec<_>>(),
        "en_attente": decision.pending,
    })
}
