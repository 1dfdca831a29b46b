//! The files of a publication, each read alone.
//!
//! In: bytes. Out: texts, trees of JSON, and findings about what is missing or cannot be read. A file that cannot be read
//! is said once: nothing that depends on it is looked at.

use std::collections::BTreeMap;

use super::json::{self, Node};
use super::report::Report;

/// The files of `publication/`: relative path with `/`, bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Largest file that is read, in bytes. The real ones are below 70 KiB.
pub const MAX_FILE_BYTES: usize = 4 << 20;

pub(super) const SCHEMA: &str = "schema.json";
pub(super) const README: &str = "README.md";
pub(super) const CHANGELOG: &str = "CHANGELOG.md";
pub(super) const LICENCE: &str = "LICENSE.md";
pub(super) const REQUIREMENTS: &str = "requirements.txt";
pub(super) const VALID_CSV: &str = "exemple-valide.csv";
pub(super) const INVALID_CSV: &str = "exemple-invalide.csv";
pub(super) const VALID_JSON: &str = "exemple-valide.json";
pub(super) const PLACE_SCHEMA: &str = "lieu.schema.json";
pub(super) const TEMPLATE: &str = "gabarit.xlsx";
pub(super) const DATA_WORKFLOW: &str = ".github/workflows/frictionless_tests.yml";
pub(super) const VERSION_WORKFLOW: &str = ".github/workflows/assert_version.yml";
pub(super) const VERSION_SCRIPT: &str = ".github/workflows/assert_version.py";

/// Files without which the tree is not published, or not as the national site asks, each with what it is for.
const REQUIRED: [(&str, &str); 14] = [
    (SCHEMA, "sans lui, la version n'est pas publiée"),
    (README, "sans lui, la publication de tous les schémas du site national s'arrête"),
    (CHANGELOG, "l'onglet des changements du site national en vient"),
    (LICENCE, "les conditions de réutilisation y sont"),
    (REQUIREMENTS, "il donne la version du vérificateur"),
    (VALID_CSV, "c'est le fichier que l'on imite"),
    (INVALID_CSV, "il prouve que le schéma refuse ce qu'il doit refuser"),
    (PLACE_SCHEMA, "les programmes qui lisent du JSON s'en servent"),
    (VALID_JSON, "c'est l'exemple des programmes qui lisent du JSON"),
    (TEMPLATE, "c'est ce que remplissent ceux qui n'ont qu'un tableur"),
    (DATA_WORKFLOW, "il vérifie le schéma et les exemples à chaque dépôt"),
    (VERSION_WORKFLOW, "il vérifie le numéro de version à chaque dépôt"),
    (VERSION_SCRIPT, "la vérification du numéro de version l'appelle"),
    (".github/pull_request_template.md", "il rappelle ce qu'il faut relire"),
];

/// What could be read: texts and trees by path.
pub(super) struct Files<'a> {
    pub(super) texts: &'a BTreeMap<&'a str, &'a str>,
    pub(super) trees: BTreeMap<&'a str, Node>,
}

impl Files<'_> {
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).copied()
    }

    pub(super) fn tree(&self, path: &str) -> Option<&Node> {
        self.trees.get(path)
    }
}

/// The files whose content is a text. What does not decode is left out, and said by [`read`].
pub(super) fn texts(tree: &Tree) -> BTreeMap<&str, &str> {
    let decoded = |bytes| std::str::from_utf8(bytes).ok();
    let texts = tree.iter().filter(|(path, bytes)| is_text(path) && bytes.len() <= MAX_FILE_BYTES);
    texts.filter_map(|(path, bytes)| Some((path.as_str(), decoded(bytes)?))).collect()
}

/// Says what is missing or cannot be read, and gives what can.
pub(super) fn read<'a>(tree: &'a Tree, texts: &'a BTreeMap<&'a str, &'a str>, report: &mut Report<'_>) -> Files<'a> {
    for (path, purpose) in REQUIRED {
        let state = match tree.get(path) {
            None => "manque",
            Some(bytes) if bytes.iter().all(u8::is_ascii_whitespace) => "est vide",
            Some(_) => continue,
        };
        report.whole(
            path,
            "publication-fichier-manquant",
            format!("ce fichier {state} : {purpose}"),
            "lancez : cargo standard generate",
        );
    }
    let mut files = Files { texts, trees: BTreeMap::new() };
    for (path, bytes) in tree.iter().filter(|(path, _)| is_text(path)) {
        match files.text(path) {
            None => undecoded(path, bytes, report),
            Some(text) => {
                if text.starts_with('\u{feff}') {
                    let help = "enregistrez le fichier en UTF-8 sans marque (« sans BOM »)";
                    report.at(path, &(0..3), "publication-illisible", "ce fichier commence par une marque d'encodage", help);
                } else if path.ends_with(".json")
                    && !text.trim().is_empty()
                    && let Some(root) = document(path, text, report)
                {
                    files.trees.insert(path, root);
                }
            }
        }
    }
    files
}

/// Whether a file is there, or said to be missing.
pub(super) fn is_known(tree: &Tree, path: &str) -> bool {
    tree.contains_key(path) || REQUIRED.iter().any(|(required, _)| *required == path)
}

fn is_text(path: &str) -> bool {
    [".md", ".json", ".csv", ".yml", ".yaml", ".py", ".txt"].iter().any(|end| path.ends_with(end))
}

fn undecoded(path: &str, bytes: &[u8], report: &mut Report<'_>) {
    let (message, help) = match std::str::from_utf8(bytes) {
        Err(error) => {
            let line = bytes[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count() + 1;
            (format!("un caractère de la ligne {line} n'est pas en UTF-8"), "enregistrez le fichier avec l'encodage UTF-8")
        }
        Ok(_) => (
            format!("ce fichier dépasse {} Mio", MAX_FILE_BYTES >> 20),
            "un fichier publié tient en quelques pages : vérifiez que c'est le bon",
        ),
    };
    report.whole(path, "publication-illisible", message, help);
}

/// The tree of a JSON file; every one that is published holds an object.
fn document(path: &str, text: &str, report: &mut Report<'_>) -> Option<Node> {
    let help = "corrigez à l'endroit indiqué, ou reprenez le fichier que l'outil produit";
    match json::read(text) {
        Ok(root) if root.is_map() || path == VALID_JSON => Some(root),
        Ok(root) => {
            report.at(path, &root.span, "publication-illisible", "ce fichier doit contenir un objet, entre accolades", help);
            None
        }
        Err(fault) => {
            let message = format!("ce fichier n'est pas du JSON : {}", fault.message);
            report.at(path, &fault.span, "publication-illisible", message, help);
            None
        }
    }
}
