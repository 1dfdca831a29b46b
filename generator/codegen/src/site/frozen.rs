//! What is emitted of a frozen version, and why the rest is not.
//!
//! A frozen version recorded what it accepted: structure, short titles, values. Versions older than the tool have no
//! sentence and no example, later ones have all of theirs. An output is given when it is right without what lacks:
//!
//! | output | given |
//! |---|---|
//! | the standard, its columns, lists, schemas, packages, template | always |
//! | examples, cards | when the version recorded what they are made of |
//! | pages, published tree, editor, forms | never: they are about the sources, the tag or the work of today |
//!
//! In: a standard. Out: files, and sentences for the page of downloads. [`DECISIONS`] covers each path of [`EMITTERS`]
//! once: a new emitter is decided upon there, or a test fails.

use standard_mediation_model::Standard;

use crate::Artifact;
use crate::emit::{EMITTERS, Emitter};

/// When an output is given, and the sentence that says that it is not.
enum Given {
    Always,
    When(fn(&Standard) -> bool, &'static str),
    Never(&'static str),
}

use Given::{Always, Never, When};

/// By path: a file, or a folder ending with `/`.
const DECISIONS: &[(&str, Given)] = &[
    ("standard.json", Always),
    ("champs.csv", Always),
    ("vocabulaires.json", Always),
    ("vocabulaires.csv", Always),
    ("json-schema/", Always),
    ("table-schema/", Always),
    ("rust/", Always),
    ("sql/", Always),
    ("typescript/", Always),
    ("python/", Always),
    ("gabarit/gabarit.xlsx", Always),
    ("exemples/", When(has_examples, "Les fichiers d'exemple\u{a0}: cette version n'a gardé aucun exemple.")),
    (
        "gabarit/fiches.html",
        When(
            has_texts,
            "Les fiches des colonnes\u{a0}: elles disent le sens de chaque colonne, que cette version n'a pas gardé.",
        ),
    ),
    (
        "pages/",
        Never(
            "Les pages de documentation\u{a0}: elles mènent aux sources du standard, qui ont changé depuis\u{a0}; ce site dit ce que chaque version acceptait.",
        ),
    ),
    ("publication/", Never("Le dossier à publier\u{a0}: seule la version présente est encore à publier.")),
    (
        "editeur/",
        Never("Les réglages de l'éditeur\u{a0}: ils aident à écrire les sources, et seule la version présente s'écrit encore."),
    ),
    ("github/", Never("Les formulaires de proposition\u{a0}: on ne propose de changement qu'à la version présente.")),
];

fn has_examples(standard: &Standard) -> bool {
    !standard.examples.is_empty()
}

fn has_texts(standard: &Standard) -> bool {
    standard.fields.iter().any(|field| !field.description.is_empty())
}

impl Given {
    /// Nothing when the output is given, otherwise why it is not.
    fn refusal(&self, standard: &Standard) -> Option<&'static str> {
        match self {
            Always => None,
            When(holds, why) => (!holds(standard)).then_some(why),
            Never(why) => Some(why),
        }
    }
}

/// The decisions that cover a path: one, unless the table is wrong.
fn covering(path: &str) -> impl Iterator<Item = &'static Given> {
    let covers = move |of: &str| of == path || (of.ends_with('/') && path.starts_with(of));
    DECISIONS.iter().filter(move |(of, _)| covers(of)).map(|(_, given)| given)
}

fn is_given(standard: &Standard, path: &str) -> bool {
    covering(path).any(|given| given.refusal(standard).is_none())
}

/// The files of a frozen version, sorted by path.
pub(super) fn files(standard: &Standard) -> Vec<Artifact> {
    let gives = |emitter: &&Emitter| emitter.writes.iter().any(|path| is_given(standard, path));
    let emitted = EMITTERS.iter().filter(gives).flat_map(|emitter| (emitter.emit)(standard));
    let mut files: Vec<Artifact> = emitted.filter(|file| is_given(standard, &file.path)).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// What is not given of a frozen version, a sentence each.
pub(super) fn refusals(standard: &Standard) -> Vec<&'static str> {
    DECISIONS.iter().filter_map(|(_, given)| given.refusal(standard)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::trial;
    use crate::import::without_texts;
    use crate::source;

    #[test]
    fn each_path_of_each_emitter_is_decided_upon_once() {
        let paths: Vec<&str> = EMITTERS.iter().flat_map(|emitter| emitter.writes).copied().collect();
        for path in &paths {
            assert_eq!(covering(path).count(), 1, "{path}: decide in DECISIONS whether frozen versions have it");
        }
        for (path, given) in DECISIONS {
            assert!(paths.contains(path), "{path}: no emitter writes it");
            let sentence = match given {
                Always => continue,
                When(_, why) | Never(why) => why,
            };
            let (what, why) = sentence.split_once("\u{a0}: ").unwrap_or_else(|| panic!("{sentence}"));
            assert!(what.starts_with("Le") && why.ends_with('.') && !why.trim_end_matches('.').contains('.'), "{sentence}");
        }
    }

    #[test]
    fn what_lacks_its_texts_is_not_given_and_it_is_said() {
        let standard = trial::standard();
        let count = |path: &str, standard: &Standard| files(standard).iter().filter(|file| file.path.starts_with(path)).count();
        let said = |word: &str, standard: &Standard| refusals(standard).iter().filter(|why| why.contains(word)).count();
        let bare = without_texts(standard.clone());
        for (path, word) in [("exemples/", "d'exemple"), ("gabarit/fiches.html", "fiches")] {
            assert!(count(path, &standard) > 0 && said(word, &standard) == 0, "{path}");
            assert!(count(path, &bare) == 0 && said(word, &bare) == 1, "{path}");
        }
        for (path, word) in
            [("publication/", "publier"), ("github/", "formulaires"), ("pages/", "pages"), ("editeur/", "éditeur")]
        {
            assert!(count(path, &standard) == 0 && said(word, &standard) == 1, "{path}");
        }
        assert!(count("gabarit/gabarit.xlsx", &bare) == 1 && count("rust/", &bare) > 10);
    }

    /// Nothing is announced and then left empty: no comment, heading or message whose text the version did not record.
    #[test]
    fn what_was_not_recorded_leaves_no_hole() {
        for (version, standard) in source::load(&trial::sources()).past {
            for file in files(&standard).iter().filter(|file| !file.path.ends_with(".xlsx")) {
                let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
                let holds_data =
                    ["standard.json", "champs.csv", "vocabulaires.json", "vocabulaires.csv"].contains(&file.path.as_str());
                let name = format!("{version}/{}", file.path);
                for hole in [
                    "il faut \"",
                    "il faut '",
                    "IS ''",
                    ". ';",
                    "» :\n",
                    " : .",
                    "///\n    ///\n",
                    "\"description\": \"\"",
                    "description=\"\"",
                    "\"examples\": []",
                    "examples=[]",
                    "exemple-valide",
                ] {
                    assert!(holds_data || !text.contains(hole), "{name}: {hole:?}");
                }
            }
        }
    }
}
