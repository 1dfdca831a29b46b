//! Blocking rules between fields, in SQL.
//!
//! In: a rule, and how SQL gives the text of a cell, empty when there is none. Out: whether a row breaks it, with the words
//! of the engine. Those that need the list of communes or of territories are not written: the databases do not have them.

use standard_mediation_model::{CrossKind, CrossRule, Field, Level, Standard};

use super::{Dialect, quoting};

/// A rule that rows may break.
pub(super) struct Cross<'a> {
    /// The rule.
    pub(super) rule: &'a CrossRule,
    /// Its first field, where it is told.
    pub(super) field: &'a Field,
    /// Whether a row breaks it: SQL.
    pub(super) broken: String,
    /// What is said then: SQL, a text.
    pub(super) message: String,
    /// What to do then: SQL, a text.
    pub(super) help: String,
}

/// The blocking rules that SQL can say.
pub(super) fn all<'a>(dialect: Dialect, standard: &'a Standard, cell: &dyn Fn(&Field) -> String) -> Vec<Cross<'a>> {
    let blocking = standard.rules.iter().filter(|rule| rule.level == Level::Blocking);
    blocking.filter_map(|rule| one(dialect, standard, rule, cell)).collect()
}

fn one<'a>(dialect: Dialect, standard: &'a Standard, rule: &'a CrossRule, cell: &dyn Fn(&Field) -> String) -> Option<Cross<'a>> {
    let field = standard.field(rule.kind.fields().first()?)?;
    // The label of a value, and that the cell holds it.
    let value = |name: &str, code: &str| {
        let field = standard.field(name)?;
        let label = quoting::literal(&standard.vocabulary_of(field)?.by_code(code)?.label);
        let parts = dialect.split(&cell(field), standard.separator_of(field));
        Some((dialect.has(&parts, &label), label))
    };
    let (broken, message) = match &rule.kind {
        CrossKind::Together { fields } => {
            let fields: Vec<&Field> = fields.iter().map(|name| standard.field(name)).collect::<Option<_>>()?;
            let empty: Vec<String> = fields.iter().map(|field| format!("{} = ''", cell(field))).collect();
            let named = fields.iter().zip(&empty);
            let missing: Vec<String> = named
                .map(|(field, empty)| format!("CASE WHEN {empty} THEN {} END", quoting::literal(&format!("« {} »", field.name))))
                .collect();
            let title = quoting::literal(&format!("{} : il manque ", rule.title));
            (
                format!("({}) AND NOT ({})", empty.join(" OR "), empty.join(" AND ")),
                format!("{title} || concat_ws(', ', {})", missing.join(", ")),
            )
        }
        CrossKind::ExclusiveValue { field: name, code } => {
            let (holds, label) = value(name, code)?;
            let text = cell(standard.field(name)?);
            let message = super::said("« ", &label, " » ne peut pas être accompagné d'une autre valeur");
            (format!("{holds} AND {text} <> {label}"), message)
        }
        CrossKind::ValueNeedsField { field: name, code, needs } => {
            let (holds, label) = value(name, code)?;
            let message = super::said("« ", &label, &format!(" » demande de remplir la colonne {needs}"));
            (format!("{holds} AND {} = ''", cell(standard.field(needs)?)), message)
        }
        CrossKind::PointInCommune { .. }
        | CrossKind::CodesOfCommune { .. }
        | CrossKind::NameOfCommune { .. }
        | CrossKind::NumberOfTerritory { .. } => return None,
    };
    Some(Cross { rule, field, broken, message, help: quoting::literal(&rule.remedy) })
}
