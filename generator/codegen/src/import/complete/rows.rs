//! Whole rows: a full one, a minimal one, and as many as it takes to show each value of the closed lists.

use std::collections::BTreeSet;

use standard_mediation_model::{Cell, Checker, ExampleKind, ExampleRow, Field, Kind, Standard};

use super::samples;

/// Values of a list that one row shows.
const A_ROW: usize = 6;
/// More rows than that would bury the folder; what is then not shown is for people to decide.
const MAX_ROWS: usize = 120;

/// The rows, in the order in which they read back.
pub(super) fn of(standard: &Standard) -> Vec<ExampleRow> {
    let Ok(checker) = Checker::new(standard, standard.identity.modified) else { return Vec::new() };
    let mut maker = Maker { standard, checker, used: BTreeSet::new(), rank: 0 };
    let more = standard.fields.iter().map(|field| rows_of(standard, field)).max().unwrap_or_default().min(MAX_ROWS);
    let width = more.to_string().len();
    let mut rows = vec![maker.row("complet".into(), "Exemple complet", ExampleKind::Full, |_| Some(0))];
    for rank in 0..more {
        let shown = |field: &Field| (field.required || rank < rows_of(standard, field)).then_some(rank);
        rows.push(maker.row(format!("valeurs-{:0width$}", rank + 1), "Exemple de valeurs", ExampleKind::Usual, shown));
    }
    rows.push(maker.row("minimal".into(), "Exemple minimal", ExampleKind::Minimal, |field| field.required.then_some(0)));
    rows
}

/// Rows that it takes to show the values of a field.
fn rows_of(standard: &Standard, field: &Field) -> usize {
    let values = standard.vocabulary_of(field).map_or(0, |vocabulary| vocabulary.values.len());
    if several(field) { values.div_ceil(A_ROW) } else { values }
}

fn several(field: &Field) -> bool {
    field.multiple || field.kind == Kind::Array
}

struct Maker<'a> {
    standard: &'a Standard,
    checker: Checker<'a>,
    /// Contents of fields that no two rows share.
    used: BTreeSet<(String, String)>,
    rank: usize,
}

impl Maker<'_> {
    /// A row with the fields that `values` gives a rank of values to.
    fn row(&mut self, name: String, title: &str, kind: ExampleKind, values: impl Fn(&Field) -> Option<usize>) -> ExampleRow {
        let mut cells = Vec::new();
        for field in &self.standard.fields {
            if let Some(rank) = values(field) {
                cells.extend(self.cell(field, rank).map(|cell| (field.name.clone(), cell)));
            }
        }
        self.rank += 1;
        ExampleRow {
            name,
            title: title.to_owned(),
            kind,
            description: "À compléter\u{a0}: cette ligne a été fabriquée à l'import, elle ne décrit rien de vrai.".into(),
            cells,
        }
    }

    fn cell(&mut self, field: &Field, rank: usize) -> Option<Cell> {
        if let Some(vocabulary) = self.standard.vocabulary_of(field) {
            let labels: Vec<String> = vocabulary.labels().map(str::to_owned).collect();
            let count = if several(field) { A_ROW } else { 1 };
            let shown: Vec<String> =
                labels.iter().cycle().skip(rank * count % labels.len()).take(count.min(labels.len())).cloned().collect();
            return Some(match (field.kind, field.multiple) {
                (Kind::Array, _) => Cell::One(serde_json::Value::from(shown).to_string()),
                (_, true) => Cell::Many(shown),
                (_, false) => Cell::One(shown.into_iter().next()?),
            });
        }
        let alone = field.unique || self.standard.primary_key.contains(&field.name);
        let made = (self.rank..self.rank + 4).flat_map(|rank| samples::of(self.standard, field, rank)).collect::<Vec<_>>();
        let mut good = field.examples.iter().chain(&made).filter(|cell| {
            let text = self.standard.text_of(field, cell);
            self.checker.cell(&field.name, &text).is_empty() && !(alone && self.used.contains(&(field.name.clone(), text)))
        });
        let cell = good.next()?.clone();
        if alone {
            self.used.insert((field.name.clone(), self.standard.text_of(field, &cell)));
        }
        Some(cell)
    }
}
