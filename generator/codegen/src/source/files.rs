//! The files of `schema/`, each read alone.
//!
//! In: bytes. Out: documents, and findings about encoding, syntax and form. Must not compare files with one another.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use standard_mediation_model::Finding;

use super::document::Document;
use super::form::Schema;
use super::report::Report;
use super::shapes::{ChangeFile, DecisionFile, ExampleFile, FieldFile, MigrationFile, RulesFile, StandardFile, VocabularyFile};
use super::{MAX_FILE_BYTES, Sources, past, tree};
use crate::plain;

/// Every file that the standard is made of.
#[derive(Debug)]
pub(crate) struct Files {
    pub(crate) standard: Document<StandardFile>,
    pub(crate) rules: Document<RulesFile>,
    pub(crate) fields: Vec<Document<FieldFile>>,
    pub(crate) vocabularies: Vec<Document<VocabularyFile>>,
    pub(crate) examples: Vec<Document<ExampleFile>>,
    pub(crate) changes: Vec<Document<ChangeFile>>,
    pub(crate) decisions: Vec<Document<DecisionFile>>,
    pub(crate) migrations: Vec<Document<MigrationFile>>,
    /// True when a file could not be read: what depends on all of them is then left unsaid.
    pub(crate) incomplete: bool,
    /// Names of the field files, readable or not.
    pub(crate) field_names: Vec<String>,
    /// Names of the vocabulary files, readable or not.
    pub(crate) vocabulary_names: Vec<String>,
}

/// Reads every file. The first part is `None` when `standard.yaml` or `regles.yaml` cannot be read.
pub(crate) fn read(sources: &Sources, findings: &mut Vec<Finding>) -> (Option<Files>, BTreeMap<String, String>) {
    let mut reader = Reader { sources, findings, texts: BTreeMap::new(), incomplete: false };
    reader.unexpected();
    let standard = reader.required::<StandardFile>("standard.yaml");
    let rules = reader.required::<RulesFile>("regles.yaml");
    let fields = reader.folder::<FieldFile>("champs");
    let vocabularies = reader.folder::<VocabularyFile>("vocabulaires");
    let examples = reader.folder::<ExampleFile>("exemples");
    let changes = reader.folder::<ChangeFile>("evolutions");
    let decisions = reader.folder::<DecisionFile>("decisions");
    let migrations = reader.folder::<MigrationFile>("migrations");
    let names = |folder: &str| paths(sources, folder).map(|path| super::document::stem(path).to_owned()).collect();
    let (field_names, vocabulary_names) = (names("champs"), names("vocabulaires"));
    let Reader { texts, incomplete, .. } = reader;
    let files = standard.zip(rules).map(|(standard, rules)| Files {
        standard,
        rules,
        fields,
        vocabularies,
        examples,
        changes,
        decisions,
        migrations,
        incomplete,
        field_names,
        vocabulary_names,
    });
    (files, texts)
}

/// The folders that hold one file per thing.
const FOLDERS: [&str; 6] = ["champs", "vocabulaires", "exemples", "evolutions", "decisions", "migrations"];

fn paths<'a>(sources: &'a Sources, folder: &str) -> impl Iterator<Item = &'a str> {
    let prefix = format!("{folder}/");
    sources
        .keys()
        .map(String::as_str)
        .filter(move |path| path.strip_prefix(&prefix).is_some_and(|name| name.ends_with(".yaml") && !name.contains('/')))
}

struct Reader<'a> {
    sources: &'a Sources,
    findings: &'a mut Vec<Finding>,
    texts: BTreeMap<String, String>,
    incomplete: bool,
}

impl Reader<'_> {
    /// Files that no part of the standard refers to: a name misspelt, a wrong folder, a `.yml`.
    fn unexpected(&mut self) {
        for path in self.sources.keys() {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let is_yaml = name.ends_with(".yaml");
            let known = match folder {
                "" => matches!(name, "standard.yaml" | "regles.yaml") || name.ends_with(".md"),
                "versions" => past::is_expected(path) || name.ends_with(".md"),
                folder => (FOLDERS.contains(&folder) && is_yaml) || name.ends_with(".md"),
            };
            if known {
                continue;
            }
            let help = match name.strip_suffix(".yml") {
                Some(stem) => format!("renommez-le « {stem}.yaml »"),
                None => {
                    format!("les fichiers vont dans {} ; déplacez-le, renommez-le ou supprimez-le", FOLDERS.join("/, ") + "/")
                }
            };
            let mut report = Report::new(path, "");
            report.whole("fichier-inattendu", "ce fichier ne fait partie de rien : il ne serait pas lu", help);
            self.findings.extend(report.into_findings());
        }
    }

    fn required<T: DeserializeOwned + JsonSchema>(&mut self, path: &str) -> Option<Document<T>> {
        if self.sources.contains_key(path) {
            return self.document(path, &Schema::of::<T>());
        }
        let mut report = Report::new(path, "");
        report.whole(
            "fichier-manquant",
            format!("le fichier {path} manque"),
            "vérifiez le dossier donné, ou rétablissez le fichier",
        );
        self.findings.extend(report.into_findings());
        None
    }

    fn folder<T: DeserializeOwned + JsonSchema>(&mut self, folder: &str) -> Vec<Document<T>> {
        let sources = self.sources;
        let schema = Schema::of::<T>();
        paths(sources, folder).filter_map(|path| self.document(path, &schema)).collect()
    }

    fn document<T: DeserializeOwned>(&mut self, path: &str, schema: &Schema) -> Option<Document<T>> {
        let bytes = self.sources.get(path)?;
        let read = match clean(bytes) {
            Ok(text) => {
                let mut report = Report::new(path, &text);
                let read = parse(&text, schema, &mut report);
                self.findings.extend(report.into_findings());
                self.texts.insert(path.to_owned(), text.clone());
                read.map(|(root, shape)| Document { path: path.to_owned(), text, root, shape })
            }
            Err((rule, message, help)) => {
                let mut report = Report::new(path, "");
                report.whole(rule, message, help);
                self.findings.extend(report.into_findings());
                None
            }
        };
        self.incomplete |= read.is_none();
        read
    }
}

fn parse<T: DeserializeOwned>(text: &str, schema: &Schema, report: &mut Report<'_>) -> Option<(tree::Node, T)> {
    let root = tree::read(text, report)?;
    if !schema.check(&root, text, report) {
        return None;
    }
    match plain::decode(text) {
        Ok(shape) => Some((root, shape)),
        Err(error) => {
            // Form has accepted the tree, so only a difference between the two readers of YAML can lead here.
            report.whole(
                "syntaxe",
                format!("ce fichier se lit de deux façons ({error})"),
                "mettez les textes inhabituels entre guillemets doubles",
            );
            None
        }
    }
}

/// The text of a file: UTF-8, without byte order mark, with LF. The error is a rule, a message and a remedy.
fn clean(bytes: &[u8]) -> Result<String, (&'static str, String, String)> {
    if bytes.len() > MAX_FILE_BYTES {
        let message = format!("le fichier dépasse {} Kio", MAX_FILE_BYTES / 1024);
        return Err((
            "fichier-trop-gros",
            message,
            "un fichier du standard tient en quelques pages : vérifiez que c'est le bon".into(),
        ));
    }
    if bytes.contains(&0) {
        let help = "enregistrez-le comme texte, en UTF-8 ; ce n'est peut-être pas le bon fichier".into();
        return Err(("fichier-illisible", "ce n'est pas un fichier de texte en UTF-8".into(), help));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n")),
        Err(error) => {
            let line = bytes[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count() + 1;
            let message = format!("un caractère de la ligne {line} n'est pas en UTF-8");
            Err(("fichier-illisible", message, "enregistrez le fichier avec l'encodage UTF-8".into()))
        }
    }
}
