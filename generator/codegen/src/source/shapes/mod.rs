//! The shapes of the YAML sources, one struct per kind of file.
//!
//! They are read twice: serde fills them from a clean text, and schemars reflects them into the schema that checks
//! the form of each file and that editors use for completion. The comments of fields are what a committee member
//! reads when hovering a key, hence in French.
//!
//! Nothing is decided here: names, versions and references are still plain texts.

mod cell;
mod change;
mod decision;
mod example;
mod field;
mod migration;
mod rules;
mod standard;
mod vocabulary;

use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Deserialize;
use serde_json::Value;

pub(crate) use cell::CellShape;
pub(crate) use change::{ChangeFile, ImpactShape};
pub(crate) use decision::{DecisionFile, StatusShape};
pub(crate) use example::{ExampleFile, ExampleKindShape};
pub(crate) use field::{BoundsShape, FieldFile, KindShape};
pub(crate) use migration::{AnswerShape, ColumnShape, MigrationFile, ValueChangeShape};
pub(crate) use rules::{RuleKindShape, RuleShape, RulesFile};
pub(crate) use standard::{CustomCheckShape, RoleShape, StandardFile};
pub(crate) use vocabulary::VocabularyFile;

/// Poids d'une contrainte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LevelShape {
    /// Fait partie du standard publié : une donnée qui l'enfreint n'est pas valide.
    #[default]
    Bloquant,
    /// Conseil de nos outils et de nos pages : rien n'est refusé.
    Recommandation,
}

/// One kind of source file.
pub(crate) struct Shape {
    /// Short name.
    pub(crate) name: &'static str,
    /// The files of that kind, as a glob below the folder of the sources.
    pub(crate) files: &'static str,
    /// Its JSON Schema, draft-07, without references.
    pub(crate) schema: Value,
}

/// Every kind of source file.
pub(crate) fn all() -> Vec<Shape> {
    let shape = |name, files, schema| Shape { name, files, schema };
    vec![
        shape("standard", "standard.yaml", inlined::<StandardFile>()),
        shape("regles", "regles.yaml", inlined::<RulesFile>()),
        shape("champ", "champs/*.yaml", inlined::<FieldFile>()),
        shape("vocabulaire", "vocabulaires/*.yaml", inlined::<VocabularyFile>()),
        shape("exemple", "exemples/*.yaml", inlined::<ExampleFile>()),
        shape("evolution", "evolutions/*.yaml", inlined::<ChangeFile>()),
        shape("decision", "decisions/*.yaml", inlined::<DecisionFile>()),
        shape("migration", "migrations/*.yaml", inlined::<MigrationFile>()),
    ]
}

/// The JSON Schema of a shape, draft-07: the oldest that all editors read, and the one that [`super::form`] walks.
pub(crate) fn schema<T: JsonSchema>() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value()
}

/// The same, without references: an editor then says what a key means where it stands.
fn inlined<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}
