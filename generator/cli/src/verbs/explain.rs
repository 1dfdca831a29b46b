//! `explain`: the page of a rule or of a kind of difference, or the list of them.

use std::mem::ManuallyDrop;
use std::path::Path;

use standard_mediation_codegen::{differences, rules};
use standard_mediation_model::{CrossRule, hint};

use super::{Outcome, load};
use crate::arguments::Explained;
use crate::disk::Failure;
use crate::show::say;

/// Prints the page of a rule.
pub(crate) fn explain(options: &Explained) -> Outcome {
    let Some(id) = &options.rule else {
        list(&options.schema);
        return Ok(true);
    };
    if let Some(rule) = rules::find(id) {
        say(format_args!("{} ({}, {})\n\n{}", rule.title(), rule.id, rule.level.said(), rule.body().trim()));
        return Ok(true);
    }
    if let Some(page) = differences::find(id) {
        say(format_args!("{} ({}, {})\n\n{}", page.title(), page.id, page.levels(), page.body().trim()));
        return Ok(true);
    }
    let cross = cross_rules(&options.schema);
    if let Some(rule) = cross.iter().find(|rule| rule.name == *id) {
        say(format_args!("{} ({}, {})\n\n{}\n\n{}", rule.title, rule.name, rule.level.said(), rule.explanation, rule.remedy));
        return Ok(true);
    }
    let differences = differences::PAGES.iter().map(|page| page.id);
    let known = rules::RULES.iter().map(|rule| rule.id).chain(differences).chain(cross.iter().map(|rule| rule.name.as_str()));
    let help = match hint::nearest(id, known) {
        Some(near) => format!("vouliez-vous écrire « {near} » ?"),
        None => "« cargo standard explain » donne la liste".to_owned(),
    };
    Err(Failure::usage(format!("la règle « {id} » n'existe pas ; {help}")))
}

fn list(schema: &Path) {
    let mut family = None;
    for rule in rules::RULES {
        if family != Some(rule.family.title()) {
            family = Some(rule.family.title());
            say(format_args!("{}{}", if family.is_some() { "\n" } else { "" }, rule.family.title()));
        }
        say(format_args!("  {:<30} {}", rule.id, rule.title()));
    }
    let cross = cross_rules(schema);
    if !cross.is_empty() {
        say(format_args!("\nRègles entre champs"));
    }
    for rule in cross {
        say(format_args!("  {:<30} {}", rule.name, rule.title));
    }
    say("\nDifférences entre deux versions");
    for page in differences::PAGES {
        say(format_args!("  {:<30} {}", page.id, page.title()));
    }
}

/// The rules that the sources declare; none when they cannot be read, which is not what this verb is asked about.
fn cross_rules(schema: &Path) -> Vec<CrossRule> {
    load(schema)
        .ok()
        .and_then(|loaded| ManuallyDrop::into_inner(loaded).standard)
        .map(|standard| standard.rules)
        .unwrap_or_default()
}
