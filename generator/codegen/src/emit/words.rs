//! What is said of a field in several places: the table of fields, the pages.
//!
//! In: the standard. Out: French words, without markup. No decision about data is taken here.

use standard_mediation_model::count::counted;
use standard_mediation_model::{CellRule, Check, Field, Kind, Level, Standard, Version};

/// `oui` or `non`.
pub(crate) fn yes_no(yes: bool) -> &'static str {
    if yes { "oui" } else { "non" }
}

/// What a cell holds, in a few words.
pub(crate) fn content(standard: &Standard, field: &Field) -> &'static str {
    match (standard.vocabulary_of(field).map(|vocabulary| vocabulary.level), field.multiple, field.kind) {
        (Some(Level::Blocking), true, _) => "valeurs d'une liste",
        (Some(Level::Blocking), false, _) => "valeur d'une liste",
        (Some(Level::Recommendation), true, _) => "valeurs d'une liste conseillée",
        (Some(Level::Recommendation), false, _) => "valeur d'une liste conseillée",
        (None, _, kind) => kind_in_words(kind),
    }
}

/// What a cell of a kind holds, in a few words.
pub(crate) fn kind_in_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "texte",
        Kind::Number => "nombre",
        Kind::Integer => "nombre entier",
        Kind::Boolean => "oui ou non",
        Kind::Date => "date",
        Kind::DateTime => "date et heure",
        Kind::Time => "heure",
        Kind::Year => "année",
        Kind::Duration => "durée",
        Kind::Point => "point",
        Kind::GeoJson => "objet GeoJSON",
        Kind::Array => "liste en JSON",
        Kind::Object => "objet JSON",
    }
}

/// One thing asked of each value.
pub(crate) struct Demand {
    /// Id of the rule that checks it.
    pub rule: &'static str,
    /// What happens to a file that does not comply.
    pub level: Level,
    /// The demand, as the end of « il faut … ».
    pub words: String,
}

/// What is asked of each value of a field, apart from its length.
pub(crate) fn demands(standard: &Standard, field: &Field) -> Vec<Demand> {
    let mut out = Vec::new();
    let mut add = |rule, level, words: String| out.push(Demand { rule, level, words });
    if let Some(rule) = CellRule::of_kind(field.kind, field.format.as_deref()) {
        add(rule.id(), Level::Blocking, kind_demand(field));
    }
    if let Some(pattern) = &field.pattern {
        add("motif", pattern.level, pattern.asked());
    }
    if let Some(vocabulary) = standard.vocabulary_of(field) {
        let words = format!("une valeur de la liste «\u{a0}{}\u{a0}», recopiée à l'identique", vocabulary.title);
        add("vocabulaire", vocabulary.level, words);
    }
    if let Some(bounds) = field.bounds {
        add("bornes", bounds.level, bounds.in_words());
    }
    out
}

/// What the kind of a field asks for, in the way it is written.
fn kind_demand(field: &Field) -> String {
    let usual = || field.kind.in_words().unwrap_or("un texte de la forme prévue").to_owned();
    match (field.kind, &field.format, &field.truth, field.decimal_sign) {
        (Kind::Boolean, _, Some(truth), _) => {
            format!("«\u{a0}{}\u{a0}» ou «\u{a0}{}\u{a0}»", truth.yes.join(", "), truth.no.join(", "))
        }
        (Kind::Text, Some(format), ..) if format == "email" => "une adresse de courriel".to_owned(),
        (Kind::Text, Some(format), ..) if format == "uri" => "une adresse web complète".to_owned(),
        (Kind::Text, Some(format), ..) if format == "uuid" => "un identifiant UUID".to_owned(),
        (Kind::Date | Kind::DateTime | Kind::Time, Some(format), ..) => {
            format!("{}, sous la forme {format}", kind_in_words(field.kind))
        }
        (Kind::Number, _, _, Some(sign)) => format!("un nombre, avec «\u{a0}{sign}\u{a0}» avant les décimales"),
        _ => usual(),
    }
}

/// Everything that is asked of each value, advice told as such; that it is in its list, only `with_list`.
pub(crate) fn asked(standard: &Standard, field: &Field, with_list: bool) -> Vec<String> {
    let kept = demands(standard, field).into_iter().filter(|demand| with_list || demand.rule != "vocabulaire");
    let said = kept.map(|demand| match demand.level {
        Level::Blocking => demand.words,
        Level::Recommendation => format!("de préférence, {}", demand.words),
    });
    let length = field.max_length.map(|most| format!("{} au plus, espaces compris", counted(most, "caractère", "caractères")));
    let unique = field.unique.then(|| "une valeur différente sur chaque ligne".to_owned());
    said.chain(length).chain(unique).collect()
}

/// The level at which a rule about cells weighs on a field, when it does.
pub(crate) fn level_on(standard: &Standard, field: &Field, rule: &str) -> Option<Level> {
    let blocking = |holds: bool| holds.then_some(Level::Blocking);
    let advice = |holds: bool| holds.then_some(Level::Recommendation);
    let vocabulary = standard.vocabulary_of(field).map(|vocabulary| vocabulary.level);
    match rule {
        "obligatoire" => blocking(field.required),
        "unique" => blocking(field.unique),
        "nombre" | "date" | "type" => {
            blocking(CellRule::of_kind(field.kind, field.format.as_deref()).is_some_and(|of_kind| of_kind.id() == rule))
        }
        "motif" => field.pattern.as_ref().map(|pattern| pattern.level),
        "longueur" => blocking(field.max_length.is_some() || field.min_length.is_some()),
        "vocabulaire" => vocabulary,
        "partie-vide" => field.multiple.then(|| vocabulary.unwrap_or(Level::Recommendation)),
        "bornes" => field.bounds.map(|bounds| bounds.level),
        "doublon" => advice(field.multiple),
        "espaces" => Some(Level::Recommendation),
        "sans-contenu" => advice(standard.is_prose(field)),
        id => advice(Check::by_id(id).is_some_and(|check| field.checks.contains(&check))),
    }
}

/// `a, b et c`.
pub(crate) fn enumeration(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} et {last}", first.join(", ")),
    }
}

/// The versions from `since` on, as the end of « dans … ». Those the national site never had say so.
pub(crate) fn versions_since(standard: &Standard, since: Version) -> String {
    let unpublished = |version| standard.history.iter().any(|release| release.version == version && !release.published);
    let named = |version| if unpublished(version) { format!("{version} (non publiée)") } else { version.to_string() };
    let versions: Vec<String> = standard.versions().filter(|version| *version >= since).map(named).collect();
    let article = if versions.len() > 1 { "les versions" } else { "la version" };
    format!("{article} {}", enumeration(&versions))
}

/// The text, cut after a word when it has more UTF-16 units than `most`. Spreadsheets count texts in these units.
pub(crate) fn within(text: &str, most: usize) -> String {
    let mut units = 0;
    // Where the units that leave room for the sign end, should the text be too long.
    let mut room = 0;
    for (at, sign) in text.char_indices() {
        units += sign.len_utf16();
        if units < most {
            room = at + sign.len_utf8();
        }
        if units > most {
            let kept = &text[..room];
            let word = kept.rfind(char::is_whitespace).filter(|end| *end > room / 2);
            return format!("{}…", kept[..word.unwrap_or(room)].trim_end());
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
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
        // The standard has no field of the kinds that this rule is about.
        for id in ids.filter(|id| *id != CellRule::Kind.id()) {
            assert!(standard.fields.iter().any(|field| level_on(&standard, field, id).is_some()), "{id}");
        }
    }

    #[test]
    fn lists_of_words_are_french() {
        let list = |items: &[&str]| enumeration(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
        assert_eq!(list(&["a", "b", "c"]), "a, b et c");
        assert_eq!(list(&["a"]), "a");
    }

    #[test]
    fn texts_are_cut_after_a_word_and_count_as_the_format_counts() {
        assert_eq!(within("un deux", 7), "un deux");
        assert_eq!(within("un deux trois", 10), "un deux…");
        assert_eq!(within("anticonstitutionnellement", 5), "anti…");
        assert_eq!(within("😀😀😀", 6), "😀😀😀");
        assert_eq!(within("😀😀😀", 5), "😀😀…");
        for most in 1..40 {
            let cut = within("à 😀 b cé d'été 😀😀 et la suite du texte", most);
            assert!(cut.encode_utf16().count() <= most, "{most}: {cut}");
        }
    }
}
