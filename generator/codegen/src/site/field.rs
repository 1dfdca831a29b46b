//! `champs/<nom>.html`: one column.

use serde_json::{Value, json};
use standard_mediation_model::{CounterExample, Field, Level, Standard, Vocabulary};

use super::links::{Links, web};
use super::shell::{self, Page, Section};
use super::{Site, ages, history};
use crate::Artifact;
use crate::emit::{anchor, words};
use crate::rules::RULES;

/// A list longer than this has its own page only: nobody reads it in the middle of another.
const LONGEST_TABLE: usize = 30;

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
    let separator = standard.separator_of(field).to_string();
    let bad = |level| -> Vec<Value> {
        let of_level = field.counter_examples.iter().filter(|bad| bad.level == level);
        of_level.map(|bad| counter_example(links, bad)).collect()
    };
    let (refused, advice) = (bad(Level::Blocking), bad(Level::Recommendation));
    let watched = watched(links, field);
    json!({
        "nom": field.name,
        "titre": field.title,
        "obligatoire": field.required,
        "multiple": field.multiple,
        "separateur": separator,
        "depuis": field.since,
        "contenu": words::content(standard, field),
        "description": field.description,
        "saisie": field.usage,
        "formes": demands(links, field),
        "vocabulaire": standard.vocabulary_of(field).map(|list| vocabulary(links, list)),
        "exemples": field.examples.iter().map(|cell| cell.text(&separator)).collect::<Vec<_>>(),
        "plusieurs_exemples": field.examples.len() > 1,
        "plusieurs_refus": refused.len() > 1,
        "refus": refused,
        "a_signaler": !(watched.is_empty() && advice.is_empty()),
        "signale": watched,
        "signalements": advice,
        "anciens_noms": field.former_names,
        "alias": field.aliases,
        "autres_noms": !(field.former_names.is_empty() && field.aliases.is_empty()),
        "voir_aussi": field.see_also.iter().filter_map(|name| standard.field(name)).map(|field| links.named(field)).collect::<Vec<_>>(),
        "versions": words::versions_since(standard, field.since),
        "histoire": history::of_field(links, field),
        "depot": web(&standard.identity.repository),
    })
}

/// What each value must be, each demand with the rule that checks it.
fn demands(links: &Links<'_>, field: &Field) -> Vec<Value> {
    let demand = |words: &str, level: Level, rule: &str| json!({ "texte": words, "conseil": level == Level::Recommendation, "regle": links.rule(rule) });
    let mut out: Vec<Value> =
        words::demands(links.standard, field).iter().map(|asked| demand(&asked.words, asked.level, asked.rule)).collect();
    if let Some(most) = field.max_length {
        out.push(demand(&format!("{most} caractères au plus, espaces compris"), Level::Blocking, "longueur"));
    }
    if field.unique {
        out.push(demand("une valeur différente sur chaque ligne du fichier", Level::Blocking, "unique"));
    }
    out
}

fn vocabulary(links: &Links<'_>, vocabulary: &Vocabulary) -> Value {
    let value = |value: &standard_mediation_model::Value| {
        let instead = value.replaced_by.as_deref().and_then(|code| vocabulary.by_code(code));
        json!({
            "libelle": value.label,
            "lien": links.value(&vocabulary.name, &value.code),
            "definition": value.definition,
            "deprecie": value.deprecated.is_some(),
            "remplace_par": instead.map(|value| &value.label),
        })
    };
    let short = vocabulary.values.len() <= LONGEST_TABLE;
    json!({
        "titre": vocabulary.title,
        "lien": links.vocabulary(&vocabulary.name),
        "conseil": vocabulary.level == Level::Recommendation,
        "valeurs": if short { vocabulary.values.iter().map(value).collect::<Vec<_>>() } else { Vec::new() },
    })
}

/// A bad content, with the reason written for it or else the title of the rule.
fn counter_example(links: &Links<'_>, bad: &CounterExample) -> Value {
    let title = || RULES.iter().find(|rule| rule.id == bad.rule).map(|rule| format!("{}.", rule.title()));
    json!({
        "valeur": bad.text,
        "regle": links.rule(&bad.rule),
        "pourquoi": bad.why.clone().or_else(title).unwrap_or_default(),
    })
}

/// The sharper checks and the rules between columns that look at the field.
fn watched(links: &Links<'_>, field: &Field) -> Vec<Value> {
    let standard: &Standard = links.standard;
    let item = |title: &str, id: &str| json!({ "titre": title, "lien": links.rule(id)["lien"] });
    let told = |id: &str| RULES.iter().find(|rule| rule.id == id);
    let checks = field.checks.iter().filter_map(|check| told(check.id())).map(|rule| item(rule.title(), rule.id));
    let cross = standard.rules.iter().filter(|rule| rule.kind.fields().contains(&field.name.as_str()));
    checks.chain(cross.map(|rule| item(&rule.title, &rule.name))).collect()
}
