//! From decoded shapes to a [`Standard`].
//!
//! In: the files. Out: the standard with defaults filled, versions and dates typed, codes of values turned into labels,
//! order fixed, French spaces set in prose. Findings are made here only for what typing refuses (a version, a date) or
//! cannot find (a column without file, a code of no value): the rest is [`super::sense`]'s business.

mod cross;
pub(super) mod fields;
mod rows;
mod values;

use std::collections::BTreeMap;
use std::ops::Range;
use std::str::FromStr;

use standard_mediation_model::{
    Cell, Contributor, CustomCheck, Date, Dialect, Field, Finding, Group, Identity, Level, Licence, Release, Role, Source,
    Standard, Version, Vocabulary,
};

use super::document::Document;
use super::files::Files;
use super::shapes::{CellShape, CustomCheckShape, LevelShape, RoleShape, StandardFile};
use super::tree::Step;
use super::typography::prose;

/// Resolves the files. `None` when something typed could not be made; findings say what.
pub(crate) fn resolve(files: &Files, findings: &mut Vec<Finding>) -> Option<Standard> {
    let mut resolver = Resolver { files, findings, failed: files.incomplete };
    let vocabularies = resolver.vocabularies();
    let fields = resolver.fields(&vocabularies);
    let standard = resolver.standard(fields, vocabularies);
    let failed = resolver.failed;
    standard.filter(|_| !failed)
}

struct Resolver<'a> {
    files: &'a Files,
    findings: &'a mut Vec<Finding>,
    failed: bool,
}

impl Resolver<'_> {
    fn standard(&mut self, fields: Vec<Field>, mut vocabularies: Vec<Vocabulary>) -> Option<Standard> {
        let rank =
            |vocabulary: &Vocabulary| fields.iter().position(|field| field.vocabulary.as_deref() == Some(&vocabulary.name));
        vocabularies.sort_by_key(|vocabulary| rank(vocabulary).unwrap_or(usize::MAX));
        let document = &self.files.standard;
        let shape = &document.shape;
        let identity = self.identity(document)?;
        let history = shape.versions.iter().enumerate().filter_map(|(i, release)| {
            let version = self.version(document, &["versions".into(), i.into(), "numero".into()], &release.numero);
            let date = self.date(document, &["versions".into(), i.into(), "date".into()], &release.date);
            Some(Release { version: version?, date: date?, published: release.publiee })
        });
        // Once released, the present version is in the list too, until the next one is begun.
        let history = history.filter(|release| release.version < identity.version).collect();
        let examples = self.examples(&fields, &vocabularies);
        let changes = self.changes();
        Some(Standard {
            identity,
            dialect: Dialect {
                encoding: shape.format.encodage.clone(),
                delimiter: shape.format.separateur,
                quote: shape.format.guillemet,
                list_separator: shape.format.separateur_de_liste,
                missing_values: shape.format.valeurs_manquantes.clone(),
                file_name: shape.format.nom_de_fichier.clone(),
            },
            history,
            groups: shape
                .groupes
                .iter()
                .map(|group| Group {
                    name: group.nom.clone(),
                    title: prose(&group.titre),
                    description: prose(&group.description),
                })
                .collect(),
            primary_key: shape.cle_primaire.clone().unwrap_or_else(|| key(&fields)),
            custom_checks: shape.controles_validata.iter().map(custom_check).collect(),
            rules: self.rules(),
            fields,
            vocabularies,
            examples,
            changes,
            decisions: self.decisions(),
            comparisons: Vec::new(),
            migrations: Vec::new(),
            later: BTreeMap::new(),
        })
    }

    fn identity(&mut self, document: &Document<StandardFile>) -> Option<Identity> {
        let shape = &document.shape;
        let version = self.version(document, &["version".into()], &shape.version);
        let created = self.date(document, &["cree_le".into()], &shape.cree_le);
        let modified = self.date(document, &["modifie_le".into()], &shape.modifie_le);
        let mut contributors: Vec<Contributor> = shape
            .contributeurs
            .iter()
            .map(|contributor| Contributor {
                title: contributor.titre.clone(),
                organisation: contributor.organisation.clone(),
                email: contributor.courriel.clone(),
                role: match contributor.role {
                    RoleShape::Author => Role::Author,
                    RoleShape::Contributor => Role::Contributor,
                },
            })
            .collect();
        contributors.sort_by_key(|contributor| contributor.role);
        Some(Identity {
            name: shape.nom.clone(),
            title: prose(&shape.titre),
            description: prose(&shape.description),
            version: version?,
            created: created?,
            modified: modified?,
            country: shape.pays.clone(),
            language: shape.langue.clone(),
            repository: shape.depot.clone(),
            raw_repository: shape.depot_brut.clone(),
            contact: shape.contact.clone(),
            keywords: shape.mots_cles.clone(),
            licence: Licence {
                name: shape.licence.nom.clone(),
                title: prose(&shape.licence.titre),
                url: shape.licence.lien.clone(),
            },
            contributors,
            sources: shape
                .sources
                .iter()
                .map(|source| Source { title: prose(&source.titre), url: source.lien.clone() })
                .collect(),
        })
    }

    fn version<T>(&mut self, document: &Document<T>, path: &[Step<'_>], text: &str) -> Option<Version> {
        self.typed(document, path, text, "version-invalide", |text| format!("« {text} » n'est pas une version"))
    }

    fn date<T>(&mut self, document: &Document<T>, path: &[Step<'_>], text: &str) -> Option<Date> {
        self.typed(document, path, text, "date-invalide", |text| format!("« {text} » n'est pas une date"))
    }

    fn typed<T, V: FromStr<Err: ToString>>(
        &mut self,
        document: &Document<T>,
        path: &[Step<'_>],
        text: &str,
        rule: &'static str,
        message: impl Fn(&str) -> String,
    ) -> Option<V> {
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(document, document.span(path), rule, message(text), error.to_string());
                None
            }
        }
    }

    fn fault<T>(&mut self, document: &Document<T>, at: Range<usize>, rule: &'static str, message: String, help: String) {
        let mut report = document.report();
        report.at(at, rule, message, help);
        self.findings.extend(report.into_findings());
        self.failed = true;
    }
}

/// The key of rows when nothing says it: the field that is always there and never twice.
fn key(fields: &[Field]) -> Vec<String> {
    fields.iter().find(|field| field.unique && field.required).map(|field| field.name.clone()).into_iter().collect()
}

fn custom_check(shape: &CustomCheckShape) -> CustomCheck {
    let cell = |shape: &CellShape| match shape {
        CellShape::One(text) => Cell::One(text.clone()),
        CellShape::Many(parts) => Cell::Many(parts.clone()),
    };
    let parameters = shape.parametres.iter().map(|(name, value)| (name.clone(), cell(value)));
    CustomCheck { name: shape.nom.clone(), parameters: parameters.collect() }
}

fn level(shape: LevelShape) -> Level {
    match shape {
        LevelShape::Bloquant => Level::Blocking,
        LevelShape::Recommandation => Level::Recommendation,
    }
}
