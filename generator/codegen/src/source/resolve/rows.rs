//! Example rows, changes and decisions.

use standard_mediation_model::{Change, Decision, ExampleKind, ExampleRow, Field, Impact, Status, Vocabulary};

use super::Resolver;
use crate::source::document::Document;
use crate::source::shapes::{ChangeFile, DecisionFile, ExampleFile, ExampleKindShape, ImpactShape, StatusShape};
use crate::source::typography::prose;

impl Resolver<'_> {
    pub(super) fn examples(&mut self, fields: &[Field], vocabularies: &[Vocabulary]) -> Vec<ExampleRow> {
        let files = self.files;
        let mut rows: Vec<ExampleRow> =
            files.examples.iter().map(|document| self.example(document, fields, vocabularies)).collect();
        rows.sort_by_key(|row| match row.kind {
            ExampleKind::Full => 0,
            ExampleKind::Usual => 1,
            ExampleKind::Minimal => 2,
        });
        rows
    }

    fn example(&mut self, document: &Document<ExampleFile>, fields: &[Field], vocabularies: &[Vocabulary]) -> ExampleRow {
        let shape = &document.shape;
        let mut cells = Vec::new();
        for field in fields {
            let Some(cell) = shape.lieu.get(&field.name) else { continue };
            let vocabulary = vocabularies.iter().find(|vocabulary| Some(&vocabulary.name) == field.vocabulary.as_ref());
            let path = ["lieu".into(), (&field.name).into()];
            cells.extend(
                self.cell(document, &path, cell, (field.kind, field.multiple), vocabulary).map(|cell| (field.name.clone(), cell)),
            );
        }
        ExampleRow {
            name: shape.nom.clone(),
            title: prose(&shape.titre),
            kind: match shape.genre {
                ExampleKindShape::Complet => ExampleKind::Full,
                ExampleKindShape::Minimal => ExampleKind::Minimal,
                ExampleKindShape::Courant => ExampleKind::Usual,
            },
            description: prose(&shape.description),
            cells,
        }
    }

    pub(super) fn changes(&mut self) -> Vec<Change> {
        let files = self.files;
        let mut changes: Vec<Change> = files.changes.iter().filter_map(|document| self.change(document)).collect();
        changes.sort_by(|a, b| b.version.cmp(&a.version).then_with(|| a.impact.cmp(&b.impact)).then_with(|| a.name.cmp(&b.name)));
        changes
    }

    pub(super) fn decisions(&self) -> Vec<Decision> {
        self.files.decisions.iter().map(decision).collect()
    }

    fn change(&mut self, document: &Document<ChangeFile>) -> Option<Change> {
        let shape = &document.shape;
        Some(Change {
            name: document.stem().to_owned(),
            title: prose(&shape.titre),
            version: self.version(document, &["version".into()], &shape.version)?,
            impact: match shape.niveau {
                ImpactShape::Majeur => Impact::Major,
                ImpactShape::Mineur => Impact::Minor,
                ImpactShape::Correctif => Impact::Patch,
            },
            fields: shape.champs.clone(),
            values: shape.valeurs.clone(),
            description: prose(&shape.description),
            reason: prose(&shape.raison),
            decision: shape.decision.clone(),
        })
    }
}

fn decision(document: &Document<DecisionFile>) -> Decision {
    let shape = &document.shape;
    Decision {
        name: document.stem().to_owned(),
        title: prose(&shape.titre),
        date: prose(&shape.date),
        status: match shape.etat {
            StatusShape::Prise => Status::Taken,
            StatusShape::SansTrace => Status::Untraced,
            StatusShape::AConfirmer => Status::ToConfirm,
        },
        description: prose(&shape.description),
        pending: shape.en_attente.iter().map(|text| prose(text)).collect(),
    }
}
