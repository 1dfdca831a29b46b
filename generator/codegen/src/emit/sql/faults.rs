//! What blocks in a row of texts: where, when, and the words of the engine.
//!
//! In: the standard. Out: conditions of SQL upon `d`, a row whose columns are those of the file, and upon `p.partie`, one
//! part of a list. Each database puts them together in its own way.

use standard_mediation_model::{CellRule, Field, Kind, Level, Standard};

use super::demand::{self, Demand, is_first};
use super::{Dialect, cross, missing, quoting};

/// One rule that a row may break.
pub(super) struct Fault<'a> {
    /// Where it is told.
    pub(super) field: &'a Field,
    /// Its id.
    pub(super) rule: String,
    /// What is said: SQL, a text.
    pub(super) message: String,
    /// What to do: SQL, a text.
    pub(super) help: String,
    /// When.
    pub(super) place: Place,
}

/// When a row breaks a rule, in SQL.
pub(super) enum Place {
    /// Decided on the row.
    Row(String),
    /// Decided on each part of a list.
    Part {
        /// What the whole cell must be for its parts to be looked at.
        whole: String,
        /// When a part breaks the rule.
        broken: String,
    },
}

/// Everything that a row may break.
pub(super) fn all(dialect: Dialect, standard: &Standard) -> Vec<Fault<'_>> {
    let of_fields = standard.fields.iter().flat_map(|field| of_field(dialect, standard, field));
    let cell = |field: &Field| format!("coalesce({}, '')", column(field));
    let of_rules = cross::all(dialect, standard, &cell).into_iter().map(|cross| Fault {
        field: cross.field,
        rule: cross.rule.name.clone(),
        message: cross.message,
        help: cross.help,
        place: Place::Row(cross.broken),
    });
    of_fields.chain(of_rules).collect()
}

/// The column of a field in a row of the file.
pub(super) fn column(field: &Field) -> String {
    format!("d.{}", quoting::name(&field.name))
}

/// The vocabulary that decides of whole parts of a list, when other values are refused.
pub(super) fn closed<'a>(standard: &'a Standard, field: &Field) -> Option<&'a standard_mediation_model::Vocabulary> {
    let vocabulary = standard.vocabulary_of(field).filter(|vocabulary| vocabulary.level == Level::Blocking);
    vocabulary.filter(|_| field.kind != Kind::Array)
}

/// That a row holds something: rows of empty cells are not counted, as the engine does not.
pub(super) fn not_blank(standard: &Standard) -> Option<String> {
    let columns: Vec<String> = standard.fields.iter().map(column).collect();
    (columns.len() > 1).then(|| format!("concat({}) <> ''", columns.join(", ")))
}

fn of_field<'a>(dialect: Dialect, standard: &'a Standard, field: &'a Field) -> Vec<Fault<'a>> {
    let (column, empty) = (column(field), missing(standard));
    let mut out = Vec::new();
    if field.required {
        let message = format!("la colonne « {} » est obligatoire et la case est vide", field.title);
        out.push(Fault {
            field,
            rule: CellRule::Required.id().to_owned(),
            message: quoting::literal(&message),
            help: quoting::literal("remplissez la case"),
            place: Place::Row(format!("coalesce({column}, '') IN ({empty})")),
        });
    }
    let filled = format!("{column} NOT IN ({empty})");
    if field.multiple {
        out.extend(of_parts(dialect, standard, field, &filled));
    } else {
        let demands = conditioned(demand::all(dialect, standard, field, &column));
        out.extend(demands.into_iter().map(|(demand, also)| {
            let place = Place::Row(format!("{filled}{also} AND NOT ({})", demand.holds));
            told(field, demand, place)
        }));
    }
    out
}

fn told(field: &Field, demand: Demand, place: Place) -> Fault<'_> {
    Fault { field, rule: demand.rule.id().to_owned(), message: demand.message, help: demand.help, place }
}

/// Each demand, with what must hold besides for it to be looked at.
fn conditioned(demands: Vec<Demand>) -> Vec<(Demand, String)> {
    let first = demands.first().filter(|demand| is_first(demand)).map(|demand| format!(" AND {}", demand.holds));
    let also = |demand: &Demand| first.clone().filter(|_| !is_first(demand)).unwrap_or_default();
    demands.into_iter().map(|demand| (also(&demand), demand)).map(|(also, demand)| (demand, also)).collect()
}

fn of_parts<'a>(dialect: Dialect, standard: &'a Standard, field: &'a Field, filled: &str) -> Vec<Fault<'a>> {
    let parts = dialect.split(&column(field), standard.separator_of(field));
    // A closed list is decided for the whole cell first, which is most often right.
    let unlisted = closed(standard, field)
        .map(|vocabulary| format!("{filled} AND NOT {}", dialect.all_among(&parts, &dialect.list(vocabulary.labels()))));
    let whole = |decided: bool| unlisted.clone().filter(|_| decided).unwrap_or_else(|| filled.to_owned());
    let mut out = Vec::new();
    if standard.vocabulary_of(field).is_some_and(|vocabulary| vocabulary.level == Level::Blocking) {
        out.push(Fault {
            field,
            rule: CellRule::EmptyPart.id().to_owned(),
            message: quoting::literal("il manque une valeur entre deux séparateurs, au début ou à la fin"),
            help: quoting::literal(&format!("retirez le séparateur {} en trop", standard.separator_of(field))),
            place: Place::Part { whole: whole(true), broken: "p.partie = ''".to_owned() },
        });
    }
    out.extend(conditioned(demand::all(dialect, standard, field, "p.partie")).into_iter().map(|(demand, also)| {
        let broken = format!("p.partie <> ''{also} AND NOT ({})", demand.holds);
        let place = Place::Part { whole: whole(demand.rule == CellRule::Vocabulary), broken };
        told(field, demand, place)
    }));
    out
}
