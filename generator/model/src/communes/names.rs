//! Whether a name is the name of a commune, as people write names.

use unicode_normalization::UnicodeNormalization;

use super::Commune;

/// Words that people add, leave out or write in two ways.
const ARTICLES: [&str; 10] = ["l", "le", "la", "les", "lez", "d", "de", "du", "des", "et"];

/// The region or the island that people add overseas, to tell a commune from its namesakes.
const OVERSEAS: [&str; 7] = ["reunion", "martinique", "guadeloupe", "guyane", "mayotte", "polynesie", "caledonie"];

/// Letters of a part of a name that is a name of its own.
const SHORTEST: usize = 4;

/// Words that begin the names of many communes, or of none.
const COMMON: [&str; 24] = [
    "saint", "sainte", "saints", "saintes", "notre", "dame", "bourg", "ville", "villages", "vals", "mont", "monts", "pont",
    "port", "pays", "plateau", "terre", "terres", "haut", "haute", "hauts", "grand", "grande", "neuve",
];

pub(super) fn is_named(commune: &Commune, written: &str) -> bool {
    if written == commune.name() {
        return true;
    }
    let written = words(written);
    let own = words(commune.name());
    // « Hellemmes-Lille » says where Hellemmes went.
    let is_former = |name: &str| {
        let name = words(name);
        name == written || name.strip_suffix(&*own).is_some_and(|start| !start.is_empty() && *start == *written)
    };
    if own == written || commune.former_names().any(is_former) {
        return true;
    }
    let bare = without_additions(&written, commune.code().as_str());
    let is = |name: &str| bare == words(name);
    is(commune.name())
        || commune.city().is_some_and(|city| is(city.name()))
        || commune.former_names().any(is)
        || is_first_of_two(commune, bare)
}

/// Whether a name is the part of that of a commune which comes before the name of one that it was united with: « Évry », in
/// « Évry-Courcouronnes », is what it was called before.
fn is_first_of_two(commune: &Commune, written: &[String]) -> bool {
    let (Some((first, _)), [only]) = (commune.name().split_once('-'), written) else { return false };
    if only.chars().count() < SHORTEST || COMMON.contains(&only.as_str()) || words(first) != *written {
        return false;
    }
    let second = &commune.name()[first.len() + 1..];
    commune.former_names().any(|name| name == second)
}

/// The words of a name, in a form that does not depend on habits.
fn words(text: &str) -> Vec<String> {
    let text = match text.split_once('(') {
        Some((before, _)) if !before.trim().is_empty() => before,
        _ => text,
    };
    let mut words: Vec<String> = vec![String::new()];
    for letter in text.nfd().flat_map(char::to_lowercase) {
        let word = words.last_mut();
        match letter {
            'œ' => word.into_iter().for_each(|word| word.push_str("oe")),
            'æ' => word.into_iter().for_each(|word| word.push_str("ae")),
            letter if letter.is_alphanumeric() => word.into_iter().for_each(|word| word.push(letter)),
            // Accents, once apart from their letter.
            letter if ('\u{300}'..='\u{36f}').contains(&letter) => {}
            // « s/ » is how « sur » is cut short.
            '/' if word.as_ref().is_some_and(|word| *word == "s") => word.into_iter().for_each(|word| word.push_str("ur ")),
            _ => words.push(String::new()),
        }
    }
    words
        .iter()
        .flat_map(|word| word.split(' '))
        .map(|word| match word {
            "st" => "saint",
            "ste" => "sainte",
            "sts" => "saints",
            "stes" => "saintes",
            word => word,
        })
        .filter(|word| !word.is_empty() && !ARTICLES.contains(word))
        .map(str::to_owned)
        .collect()
}

/// Without the number of a district, CEDEX, and the island of overseas.
fn without_additions<'w>(words: &'w [String], code: &str) -> &'w [String] {
    let is_added = |word: &&String| {
        let word = word.as_str();
        let ordinal = word.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let is_ordinal = ordinal.len() < word.len() && ["", "e", "er", "eme", "ieme", "ere"].contains(&ordinal);
        let is_overseas = code.starts_with('9') && (OVERSEAS.contains(&word) || word == "nouvelle" || word == "francaise");
        is_ordinal || word == "cedex" || word.starts_with("arr") && "arrondissements".starts_with(word) || is_overseas
    };
    let added = words.iter().rev().take_while(is_added).count();
    &words[..words.len() - added]
}
