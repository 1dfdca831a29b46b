//! `regles.html`, `regles/<id>.html`: what is checked, why, how to mend. A page a rule, since findings cite it.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use standard_mediation_model::communes::EDITION;
use standard_mediation_model::{CrossKind, CrossRule, Field, Level};

use super::links::Links;
use super::shell::{self, Page, Section};
use super::{Site, markdown};
use crate::Artifact;
use crate::emit::sheet::Leads;
use crate::emit::{anchor, words};
use crate::rules::{Family, RULES, Rule};

pub(super) fn pages(site: &Site<'_>) -> Vec<Artifact> {
    let cross = site.standard.rules.iter().map(|rule| between_columns(site, rule));
    let told = RULES.iter().map(|rule| one(site, rule));
    [index(site)].into_iter().chain(cross).chain(told).collect()
}

/// Families whose rules those who publish data meet; the others are for those who write the standard.
fn is_about_data(family: Family) -> bool {
    matches!(family, Family::Data | Family::DataFiles)
}

fn index(site: &Site<'_>) -> Artifact {
    let entry = |title: &str, id: &str, levels: &BTreeSet<Level>| json!({ "titre": title, "nom": id, "lien": format!("regles/{}.html", anchor(id)), "poids": weight(levels) });
    let mut families: Vec<(Family, Vec<Value>)> = Vec::new();
    for rule in RULES {
        let view = entry(rule.title(), rule.id, &rule.levels(site.standard));
        match families.iter_mut().find(|(known, _)| *known == rule.family) {
            Some((_, members)) => members.push(view),
            None => families.push((rule.family, vec![view])),
        }
    }
    let family = |(family, rules): &(Family, Vec<Value>)| json!({ "titre": family.title(), "ancre": format!("famille-{}", anchor(family.title())), "regles": rules });
    let cross: Vec<Value> =
        site.standard.rules.iter().map(|rule| entry(&rule.title, &rule.name, &BTreeSet::from([rule.level]))).collect();
    let (data, sources): (Vec<_>, Vec<_>) = families.iter().partition(|(family, _)| is_about_data(*family));
    let view = json!({
        "donnees": data.into_iter().rev().map(family).collect::<Vec<_>>(),
        "croisees": cross,
        "autres": sources.into_iter().map(family).collect::<Vec<_>>(),
    });
    let page = Page {
        path: "regles.html".into(),
        title: "Règles",
        description: "Ce qui est vérifié dans les données et dans le standard, pourquoi, et comment corriger.",
        section: Section::Rules,
        above: &[],
        template: "regles",
        view,
    };
    shell::page(site, &page)
}

/// What a rule that weighs so makes of what it finds.
fn weight(levels: &BTreeSet<Level>) -> String {
    let words: Vec<&str> = levels.iter().map(|level| level.said()).collect();
    let depends = if levels.len() > 1 { ", selon la colonne" } else { "" };
    words.join(" ou ") + depends
}

fn one(site: &Site<'_>, rule: &Rule) -> Artifact {
    let path = format!("regles/{}.html", anchor(rule.id));
    let links = shell::links(site, &path);
    let weighs = |level: Level| -> Vec<Value> {
        let fields = site.standard.fields.iter();
        fields
            .filter(|field| words::level_on(site.standard, field, rule.id) == Some(level))
            .map(|field| links.named(field))
            .collect()
    };
    let (blocking, advice) = match rule.family {
        Family::Data => (weighs(Level::Blocking), weighs(Level::Recommendation)),
        _ => (Vec::new(), Vec::new()),
    };
    let (all, levels) = (site.standard.fields.len(), rule.levels(site.standard));
    let view = json!({
        "nom": rule.id,
        "titre": rule.title(),
        "famille": rule.family.title(),
        "bloquant": levels.contains(&Level::Blocking),
        "poids": weight(&levels),
        "mixte": !blocking.is_empty() && !advice.is_empty(),
        "toutes": blocking.len() == all || advice.len() == all,
        "refusees": blocking,
        "signalees": advice,
        "corps": markdown::rendered(rule.body()),
    });
    page(site, path, rule.title(), "regle", view)
}

fn between_columns(site: &Site<'_>, rule: &CrossRule) -> Artifact {
    let path = format!("regles/{}.html", anchor(&rule.name));
    let links = shell::links(site, &path);
    let fields: Vec<&Field> = rule.kind.fields().into_iter().filter_map(|name| site.standard.field(name)).collect();
    let columns: Vec<Value> = fields.into_iter().map(|field| links.named(field)).collect();
    let blocking = rule.level == Level::Blocking;
    let text = json!({
        "explication": rule.explanation,
        "remede": rule.remedy,
        "valeur": value(&links, &rule.kind),
        "evaluee": rule.kind.is_evaluated(),
        "edition": rule.kind.needs_communes().then_some(EDITION),
    });
    let view = json!({
        "nom": rule.name,
        "titre": rule.title,
        "famille": "Règles entre colonnes",
        "bloquant": blocking,
        "poids": weight(&BTreeSet::from([rule.level])),
        "mixte": false,
        "toutes": false,
        "refusees": if blocking { columns.as_slice() } else { &[] },
        "signalees": if blocking { &[] } else { columns.as_slice() },
        "corps": null,
        "croisee": text,
    });
    page(site, path, &rule.title, "regle", view)
}

/// The value that a rule speaks of.
fn value(links: &Links<'_>, kind: &CrossKind) -> Option<Value> {
    let (CrossKind::ExclusiveValue { field, code } | CrossKind::ValueNeedsField { field, code, .. }) = kind else {
        return None;
    };
    let vocabulary = links.standard.vocabulary_of(links.standard.field(field)?)?;
    let value = vocabulary.by_code(code)?;
    Some(json!({ "libelle": value.label, "lien": links.value(&vocabulary.name, code) }))
}

fn page(site: &Site<'_>, path: String, title: &str, template: &str, mut view: Value) -> Artifact {
    if view.get("croisee").is_none() {
        view["croisee"] = Value::Null;
    }
    let described =
        format!("Règle « {} » : ce qu'elle vérifie, pourquoi, comment corriger.", view["nom"].as_str().unwrap_or_default());
    // Two rules may have the same title: one about data, one about the sources.
    let title = format!("{title} ({})", view["nom"].as_str().unwrap_or_default());
    let page = Page {
        path,
        title: &title,
        description: &described,
        section: Section::Rules,
        above: &[("Règles", "regles.html")],
        template,
        view,
    };
    shell::page(site, &page)
}
