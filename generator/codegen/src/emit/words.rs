//! What is said of a field in several places: the table of fields, the pages.
//!
//! In: the standard. Out: French words, without markup. No decision about data is taken here.

use standard_mediation_model::{Check, Field, Kind, Level, Standard, Version};

/// `oui` or `non`.
pub(super) fn yes_no(yes: bool) -> &'static str {
    if yes { "oui" } else { "non" }
}

/// What a cell holds, in a few words.
pub(super) fn content(standard: &Standard, field: &Field) -> &'static str {
    match (standard.vocabulary_of(field).map(|vocabulary| vocabulary.level), field.multiple, field.kind) {
        (Some(Level::Blocking), true, _) => "valeurs d'une liste",
        (Some(Level::Blocking), false, _) => "valeur d'une liste",
        (Some(Level::Recommendation), true, _) => "valeurs d'une liste conseillée",
        (Some(Level::Recommendation), false, _) => "valeur d'une liste conseillée",
        (None, _, Kind::Text) => "texte",
        (None, _, Kind::Number) => "nombre",
        (None, _, Kind::Date) => "date",
    }
}

/// One thing asked of each value.
pub(super) struct Demand {
    /// Id of the rule that checks it.
    pub rule: &'static str,
    /// What happens to a file that does not comply.
    pub level: Level,
    /// The demand, as the end of « il faut … ».
    pub words: String,
}

/// What is asked of each value of a field, apart from its length.
pub(super) fn demands(standard: &Standard, field: &Field) -> Vec<Demand> {
    let mut out = Vec::new();
    let mut add = |rule, level, words: String| out.push(Demand { rule, level, words });
    match field.kind {
        Kind::Text => {}
        Kind::Number => add("nombre", Level::Blocking, "un nombre, avec un point pour les décimales".into()),
        Kind::Date => add("date", Level::Blocking, "une date, année-mois-jour, comme 2026-04-02".into()),
    }
    if let Some(pattern) = &field.pattern {
        add("motif", pattern.level, pattern.in_words.clone());
    }
    if let Some(vocabulary) = standard.vocabulary_of(field) {
        let words = format!("une valeur de la liste «\u{a0}{}\u{a0}», recopiée à l'identique", vocabulary.title);
        add("vocabulaire", vocabulary.level, words);
    }
    if let Some(bounds) = field.bounds {
        let words = format!("un nombre compris entre {} et {}", bounds.minimum, bounds.maximum);
        add("bornes", bounds.level, words);
    }
    out
}

/// The level at which a rule about cells weighs on a field, when it does.
pub(super) fn level_on(standard: &Standard, field: &Field, rule: &str) -> Option<Level> {
    let blocking = |holds: bool| holds.then_some(Level::Blocking);
    let advice = |holds: bool| holds.then_some(Level::Recommendation);
    let vocabulary = standard.vocabulary_of(field).map(|vocabulary| vocabulary.level);
    match rule {
        "obligatoire" => blocking(field.required),
        "unique" => blocking(field.unique),
        "nombre" => blocking(field.kind == Kind::Number),
        "date" => blocking(field.kind == Kind::Date),
        "motif" => field.pattern.as_ref().map(|pattern| pattern.level),
        "longueur" => blocking(field.max_length.is_some()),
        "vocabulaire" => vocabulary,
        "partie-vide" => field.multiple.then(|| vocabulary.unwrap_or(Level::Recommendation)),
        "bornes" => field.bounds.map(|bounds| bounds.level),
        "doublon" => advice(field.multiple),
        "espaces" => Some(Level::Recommendation),
        id => advice(Check::by_id(id).is_some_and(|check| field.checks.contains(&check))),
    }
}

/// `a, b et c`.
pub(super) fn enumeration(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} et {last}", first.join(", ")),
    }
}

/// The versions from `since` on, as the end of « dans … ». Those the national site never had say so.
pub(super) fn versions_since(standard: &Standard, since: Version) -> String {
    let unpublished = |version| standard.history.iter().any(|release| release.version == version && !release.published);
    let named = |version| if unpublished(version) { format!("{version} (non publiée)") } else { version.to_string() };
    let versions: Vec<String> = standard.versions().filter(|version| *version >= since).map(named).collect();
    let article = if versions.len() > 1 { "les versions" } else { "la version" };
    format!("{article} {}", enumeration(&versions))
}

#[cfg(test)]
mod tests {
    use standard_mediation_model::CellRule;

    use super::*;
    use crate::emit::trial;

    #[test]
    fn every_counter_example_agrees_on_the_level() {
        let standard = trial::standard();
        for field in &standard.fields {
            for bad in &field.counter_examples {
                assert_eq!(level_on(&standard, field, &bad.rule), Some(bad.level), "{} {}", field.name, bad.rule);
            }
        }
    }

    #[test]
    fn every_rule_about_cells_weighs_on_some_field() {
        let standard = trial::standard();
        let ids = CellRule::ALL.map(CellRule::id).into_iter().chain(Check::ALL.map(Check::id));
        for id in ids {
            assert!(standard.fields.iter().any(|field| level_on(&standard, field, id).is_some()), "{id}");
        }
    }

    #[test]
    fn lists_of_words_are_french() {
        let list = |items: &[&str]| enumeration(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
        assert_eq!(list(&["a", "b", "c"]), "a, b et c");
        assert_eq!(list(&["a"]), "a");
    }
}
