//! `differences.md`: every kind of difference between two versions, what it weighs and why.

use serde_json::{Value, json};

use super::links;
use super::rules::demoted;
use crate::differences::{Family, PAGES, Page};

pub(super) fn view() -> Value {
    let mut families: Vec<(Family, Vec<Value>)> = Vec::new();
    for page in PAGES {
        match families.last_mut() {
            Some((family, members)) if *family == page.family => members.push(of(page)),
            _ => families.push((page.family, vec![of(page)])),
        }
    }
    let family = |(family, kinds): (Family, Vec<Value>)| {
        let anchor = format!("famille-{}", links::anchor(family.title()));
        json!({ "titre": family.title(), "ancre": anchor, "genres": kinds })
    };
    json!({ "familles": families.into_iter().map(family).collect::<Vec<_>>() })
}

fn of(page: &Page) -> Value {
    json!({
        "id": page.id,
        "ancre": links::anchor(page.id),
        "titre": page.title(),
        "niveaux": page.levels(),
        "corps": demoted(page.body().trim()),
    })
}
