//! The steps from version to version, made explicit and held against both versions.
//!
//! In: the files of `migrations/`, the standard, the frozen versions. Out: the steps, oldest first, and findings: what a
//! step cites and that does not exist, what it says twice, what it forgets, versions that do not follow one another.
//! A step that changes nothing for data needs no file.

mod gaps;
mod values;

use std::collections::BTreeMap;

use standard_mediation_model::migration::{ColumnChange, Migration, successor};
use standard_mediation_model::{Finding, Standard, Version, hint};

use super::document::Document;
use super::files::Files;
use super::report::Report;
use super::shapes::{ColumnShape, MigrationFile};
use super::tree::Step;
use super::typography::prose;

/// Resolves the steps. Those that name versions of nowhere are left out: findings say so.
pub(super) fn resolve(
    files: &Files,
    standard: &Standard,
    past: &BTreeMap<Version, Standard>,
    findings: &mut Vec<Finding>,
) -> Vec<Migration> {
    let side = |version: Version| if version == standard.identity.version { Some(standard) } else { past.get(&version) };
    let mut migrations: Vec<Migration> = Vec::new();
    for document in &files.migrations {
        let mut report = document.report();
        let twice = |version| migrations.iter().any(|migration| migration.before == version);
        if let Some((before, after)) = versions(document, standard, twice, &mut report)
            && let (Some(old), Some(new)) = (side(before), side(after))
        {
            let migration = Both { document, old, new }.migration(&mut report);
            migrations.push(migration);
        }
        findings.extend(report.into_findings());
    }
    migrations.sort_by_key(|migration| migration.before);
    migrations
}

/// The versions of a step, when one leads to the other.
fn versions(
    document: &Document<MigrationFile>,
    standard: &Standard,
    twice: impl Fn(Version) -> bool,
    report: &mut Report<'_>,
) -> Option<(Version, Version)> {
    const RULE: &str = "migration-versions";
    let shape = &document.shape;
    let mut version = |key: &'static str, text: &str| {
        let known: Vec<Version> = standard.versions().collect();
        let read = text.parse().ok().filter(|version| known.contains(version));
        if read.is_none() {
            let list = known.iter().map(Version::to_string).collect::<Vec<_>>().join(", ");
            let message = format!("« {text} » n'est pas une version du standard");
            report.at(document.span(&[key.into()]), RULE, message, format!("les versions sont : {list}"));
        }
        read
    };
    let (before, after): (Version, Version) = version("de", &shape.de).zip(version("vers", &shape.vers))?;
    let next = successor(standard, before);
    if next != Some(after) {
        let message = format!("{before} ne mène pas à {after}");
        let help = match next {
            Some(next) => format!("une étape mène à la prochaine version publiée : écrivez « vers: {next} »"),
            None => format!("{before} est la dernière version : rien ne la suit encore"),
        };
        report.at(document.span(&["vers".into()]), RULE, message, help);
        return None;
    }
    if twice(before) {
        let message = format!("un autre fichier dit déjà comment passer de {before} à {after}");
        report.at(document.span(&["de".into()]), RULE, message, "réunissez les deux fichiers en un seul");
        return None;
    }
    let stem = format!("{before}-vers-{after}");
    if document.stem() != stem {
        let message = format!("ce fichier dit comment passer de {before} à {after}, et son nom dit autre chose");
        report.whole("nom-de-fichier", message, format!("renommez-le « {stem}.yaml »"));
    }
    Some((before, after))
}

/// Versions that lead to the next one without a file, and that need one.
pub(super) fn missing(files: &Files, standard: &Standard, past: &BTreeMap<Version, Standard>, findings: &mut Vec<Finding>) {
    let migrations = &standard.migrations;
    let side = |version: Version| if version == standard.identity.version { Some(standard) } else { past.get(&version) };
    let document = &files.standard;
    let mut report = document.report();
    for release in &standard.history {
        let before = release.version;
        let Some(after) = successor(standard, before) else { continue };
        let named = files.migrations.iter().any(|document| document.shape.de == before.to_string());
        if named || migrations.iter().any(|migration| migration.before == before) {
            continue;
        }
        let (Some(old), Some(new)) = (side(before), side(after)) else { continue };
        if let Some(gap) = gaps::of(old, new, &Migration::silent(before, after)).into_iter().next() {
            let rank = document.shape.versions.iter().position(|shape| shape.numero == before.to_string());
            let at = match rank {
                Some(rank) => document.span(&["versions".into(), rank.into(), "numero".into()]),
                None => document.key_span(&["versions".into()]),
            };
            let message = format!("rien ne dit comment passer de {before} à {after}, et {}", gap.message);
            let help =
                format!("écrivez migrations/{before}-vers-{after}.yaml : c'est avec lui que se convertissent les fichiers");
            report.at(at, "migration-manquante", message, help);
        }
    }
    findings.extend(report.into_findings());
}

/// A step and the standards on its two sides.
struct Both<'a> {
    document: &'a Document<MigrationFile>,
    old: &'a Standard,
    new: &'a Standard,
}

impl Both<'_> {
    fn migration(&self, report: &mut Report<'_>) -> Migration {
        let shape = &self.document.shape;
        let columns: Vec<ColumnChange> =
            shape.colonnes.iter().enumerate().filter_map(|(i, column)| self.column(i, column, report)).collect();
        let mut migration = Migration {
            before: self.old.identity.version,
            after: self.new.identity.version,
            title: prose(&shape.titre),
            description: prose(&shape.description),
            columns,
            new_columns: Vec::new(),
        };
        migration.new_columns = gaps::new_columns(self.old, self.new, &migration);
        // What could not be read is not also said to be missing.
        if migration.columns.len() == shape.colonnes.len() {
            for gap in gaps::of(self.old, self.new, &migration) {
                let rank = shape.colonnes.iter().position(|column| column.avant == gap.column);
                let at = match rank {
                    Some(rank) => self.document.span(&["colonnes".into(), rank.into(), "avant".into()]),
                    None => self.document.key_span(&["colonnes".into()]),
                };
                report.at(at, "migration-incomplete", gap.message, gap.help);
            }
        }
        migration
    }

    fn column(&self, i: usize, shape: &ColumnShape, report: &mut Report<'_>) -> Option<ColumnChange> {
        let path: [Step<'_>; 3] = ["colonnes".into(), i.into(), "avant".into()];
        let at = self.document.span(&path);
        if self.document.shape.colonnes[..i].iter().any(|other| other.avant == shape.avant) {
            let message = format!("« {} » est déjà dans la liste", shape.avant);
            report.at(at, "migration-double", message, "réunissez en un seul bloc ce qui est dit de cette colonne");
            return None;
        }
        if !self.exists(self.old, &shape.avant, &path, report) {
            return None;
        }
        let after = match (shape.apres.as_slice(), &shape.perdue) {
            ([], Some(_)) => Vec::new(),
            ([], None) => vec![shape.avant.clone()],
            (after, None) => after.to_vec(),
            (_, Some(_)) => {
                let help = "gardez « apres » si une colonne la reprend, « perdue » sinon";
                report.at(at, "migration-double", "cette colonne serait à la fois reprise et perdue", help);
                return None;
            }
        };
        if after.is_empty() && !shape.valeurs.is_empty() {
            let message = "cette colonne est perdue, et ses valeurs iraient quelque part";
            let help = "retirez « valeurs », ou remplacez « perdue » par « apres »";
            report.at(at, "migration-double", message, help);
            return None;
        }
        for (k, name) in after.iter().enumerate() {
            let cited: [Step<'_>; 4] = ["colonnes".into(), i.into(), "apres".into(), k.into()];
            let path = if shape.apres.is_empty() { path.as_slice() } else { cited.as_slice() };
            if !self.exists(self.new, name, path, report) {
                return None;
            }
        }
        let values = self.values(i, shape, &after, report)?;
        Some(ColumnChange {
            before: shape.avant.clone(),
            after,
            lost: shape.perdue.as_deref().map(prose),
            separators: shape.separateurs.clone(),
            starts: shape.debuts.clone(),
            to_check: shape.a_verifier.as_deref().map(prose),
            values,
        })
    }

    /// Says when a version has no column of that name.
    fn exists(&self, standard: &Standard, name: &str, path: &[Step<'_>], report: &mut Report<'_>) -> bool {
        let is_known = standard.field(name).is_some();
        if !is_known {
            let message = format!("la version {} n'a pas de colonne « {name} »", standard.identity.version);
            let help = match hint::nearest(name, standard.fields.iter().map(|field| field.name.as_str())) {
                Some(near) => format!("vouliez-vous écrire « {near} » ?"),
                None => "citez une colonne de cette version, ou « perdue » si plus rien ne la reprend".to_owned(),
            };
            report.at(self.document.span(path), "migration-cible", message, help);
        }
        is_known
    }
}
