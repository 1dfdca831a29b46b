//! `vocabulaires/<nom>.html`: one list of values, an anchor each, those of the past included.

use serde_json::{Value, json};
use standard_mediation_model::migration::Fate;
use standard_mediation_model::{Level, Version, Vocabulary};

use super::ages::{Life, Lives};
use super::links::{Links, web};
use super::shell::{self, Page, Section};
use super::{Site, ages};
use crate::Artifact;
use crate::emit::{anchor, sheet, words};

/// Beyond as many values, the table of versions would be longer than what it tells.
const LONGEST_TABLE: usize = 40;

pub(super) fn pages(site: &Site<'_>) -> Vec<Artifact> {
    site.standard.vocabularies.iter().map(|vocabulary| one(site, vocabulary)).collect()
}

fn one(site: &Site<'_>, vocabulary: &Vocabulary) -> Artifact {
    let path = format!("vocabulaires/{}.html", anchor(&vocabulary.name));
    let links = shell::links(site, &path);
    let described = words::within(&vocabulary.description, 300);
    // A column often has the title of its list.
    let title = format!("Liste\u{a0}: {}", vocabulary.title);
    let page = Page {
        path,
        title: &title,
        description: &described,
        section: Section::Lists,
        above: &[("Listes", "listes.html")],
        template: "vocabulaire",
        view: view(site, &links, vocabulary),
    };
    shell::page(site, &page)
}

fn view(site: &Site<'_>, links: &Links<'_>, vocabulary: &Vocabulary) -> Value {
    let users = links.users(vocabulary);
    let lives = ages::of_list(site, vocabulary);
    let values =
        vocabulary.values.iter().zip(&lives.values).map(|(value, life)| of_today(links, vocabulary, value, &lives, life));
    let gone = lives.values.iter().skip(lives.present).map(|life| {
        json!({
            "code": life.code,
            "ancre": anchor(&life.code),
            "libelle": life.label,
            "noms": names(&lives, life),
            "devient": becomes(links, vocabulary, &life.code),
            "histoire": sheet::history_of_value(links.standard, vocabulary, &life.code, links),
        })
    });
    let gone: Vec<Value> = gone.collect();
    let changed = lives.values.iter().any(|life| life.labels.windows(2).any(|pair| pair[0] != pair[1]));
    let row = |life: &Life| {
        let cell = |label: &Option<String>| json!({ "la": label.is_some(), "autre": label.as_ref().filter(|label| **label != life.label) });
        json!({ "libelle": life.label, "ancre": anchor(&life.code), "cases": life.labels.iter().map(cell).collect::<Vec<_>>() })
    };
    let table = changed && lives.values.len() <= LONGEST_TABLE;
    json!({
        "nom": vocabulary.name,
        "titre": vocabulary.title,
        "description": vocabulary.description,
        "bloquant": vocabulary.level == Level::Blocking,
        "origine": vocabulary.origin,
        "lien_origine": vocabulary.origin.as_deref().and_then(web),
        "plusieurs_colonnes": users.len() > 1,
        "colonnes": users,
        "valeurs": values.collect::<Vec<_>>(),
        "retirees": gone,
        "versions": lives.versions,
        "tableau": if table { lives.values.iter().map(row).collect::<Vec<_>>() } else { Vec::new() },
        "depot": web(&site.standard.identity.repository),
    })
}

fn of_today(
    links: &Links<'_>,
    vocabulary: &Vocabulary,
    value: &standard_mediation_model::Value,
    lives: &Lives,
    life: &Life,
) -> Value {
    let renamed = life.labels.iter().flatten().any(|label| *label != value.label);
    let mut view = sheet::value(vocabulary, value);
    view["noms"] = if renamed { names(lives, life) } else { Vec::new() }.into();
    view["histoire"] = sheet::history_of_value(links.standard, vocabulary, &value.code, links).into();
    view
}

/// What a migration makes of a value that is gone.
fn becomes(links: &Links<'_>, vocabulary: &Vocabulary, code: &str) -> Option<Value> {
    let standard = links.standard;
    let fills = |name: &String| standard.field(name).is_some_and(|field| field.vocabulary.as_ref() == Some(&vocabulary.name));
    let columns = standard.migrations.iter().rev().flat_map(|step| &step.columns);
    let changes = columns.filter(|column| column.after.iter().any(fills)).flat_map(|column| &column.values);
    let change = changes.into_iter().find(|change| change.before.code.as_deref() == Some(code))?;
    Some(match &change.fate {
        Fate::Lost(why) => json!({ "perdue": why, "question": null, "valeur": null }),
        Fate::Asked(asked) => json!({ "perdue": null, "question": asked.question, "valeur": null }),
        Fate::Becomes(target) => {
            let word = target.value.as_ref()?;
            let list = standard.field(&target.column).and_then(|field| standard.vocabulary_of(field));
            let known = list.and_then(|list| word.code.as_ref().map(|code| (list, code)));
            let link = known.filter(|(list, code)| list.by_code(code).is_some());
            let link = link.map(|(list, code)| links.value(&list.name, code));
            json!({ "perdue": null, "question": null, "valeur": { "libelle": word.label, "lien": link } })
        }
    })
}

/// The words that a value had, by version, newest first.
fn names(lives: &Lives, life: &Life) -> Vec<Value> {
    let said = lives.versions.iter().copied().zip(life.labels.iter().cloned()).collect::<Vec<(Version, Option<String>)>>();
    let runs = ages::runs(said.into_iter()).into_iter();
    runs.filter_map(|(versions, label)| Some(json!({ "versions": versions, "libelle": label? }))).collect()
}
