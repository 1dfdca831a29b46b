//! Codes and names out of labels: ASCII, stable, one for one.

use std::collections::BTreeSet;

use standard_mediation_model::hint;

/// Longest code; longer labels are cut between two words.
const MAX: usize = 48;

/// A name in snake case, starting with a letter.
///
/// ```text
/// Langues étrangères (anglais)   →   langues_etrangeres_anglais
/// 16-26 ans                      →   v_16_26_ans
/// ```
pub(super) fn slug(label: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let folded = hint::folded(&label.replace('œ', "oe").replace('Œ', "Oe").replace('æ', "ae").replace('Æ', "Ae"));
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let length: usize = words.iter().map(|word| word.len() + 1).sum();
        if length + word.len() > MAX && !words.is_empty() {
            break;
        }
        words.push(word.chars().take(MAX).collect());
    }
    let slug = words.join("_");
    if slug.starts_with(|c: char| c.is_ascii_alphabetic()) { slug } else { format!("v_{slug}").trim_end_matches('_').to_owned() }
}

/// The same, with hyphens, as names of schemas are.
pub(super) fn kebab(text: &str) -> String {
    slug(text).replace('_', "-")
}

/// A name that is not taken yet, which then is.
pub(super) fn unique(wanted: String, taken: &mut BTreeSet<String>) -> String {
    let free = (2..).map(|n| format!("{wanted}_{n}"));
    let name = std::iter::once(wanted.clone()).chain(free).find(|name| !taken.contains(name)).unwrap_or(wanted);
    taken.insert(name.clone());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii_names() {
        for (label, expected) in [
            ("Langues étrangères (anglais)", "langues_etrangeres_anglais"),
            ("16-26 ans", "v_16_26_ans"),
            ("S’équiper", "s_equiper"),
            ("Cœur & Œuvre", "coeur_oeuvre"),
            ("…", "v"),
            ("مرحبا", "v"),
        ] {
            assert_eq!(slug(label), expected, "{label}");
        }
        assert!(slug(&"mot ".repeat(100)).len() <= MAX);
        assert!(slug(&"m".repeat(500)).len() <= MAX);
    }

    #[test]
    fn a_taken_name_is_numbered() {
        let mut taken = BTreeSet::new();
        let names: Vec<String> = ["a", "a", "a"].iter().map(|name| unique((*name).to_owned(), &mut taken)).collect();
        assert_eq!(names, ["a", "a_2", "a_3"]);
    }
}
